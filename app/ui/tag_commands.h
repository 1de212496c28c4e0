// TagCommands: what can be done to a tag, with the questions that go before it: add, merge, move, delete, rename. Each
// can be undone. Belongs to the tags room. The window's thread.
#pragma once

#include "desk/id.h"
#include "ui/workplace.h"

namespace ui {

class TagModel;

class TagCommands final : public QObject
{
    Q_OBJECT

public:
    // The model says what stands on the desk; it must outlive this. Questions stand over the window of `room`.
    TagCommands(Workplace &workplace, const TagModel &model, QWidget *room);

    // `above`: what the new tag is offered to stand below; null: nothing.
    void add(const desk::TagId &above);
    void rename(const desk::TagId &tag, const QString &name);
    void merge(const desk::TagId &tag);
    void move(const desk::TagId &tag);
    void moveBelow(const desk::TagId &tag, const desk::TagId &parent);
    // Asks only where something would be lost from sight.
    void remove(const desk::TagId &tag);

Q_SIGNALS:
    // What the person will want to see next.
    void made(const QString &name);
    void chosen(const desk::TagId &tag);

private:
    void removeNow(const desk::TagId &tag);

    Workplace &m_workplace;
    const TagModel &m_model;
    QWidget *m_room;
};

} // namespace ui
