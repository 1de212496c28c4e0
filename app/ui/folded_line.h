// FoldedLine: the quiet line under a letter that says what its printed text is without, and brings it back. It reads
// the letter's arrival itself, and takes no room where nothing is folded. Belongs to a room. The window's thread.
#pragma once

#include "editorial/arrival.h"
#include "ui/workplace.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class FoldedLine final : public QWidget
{
    Q_OBJECT

public:
    // The key counts while `room` is in sight.
    FoldedLine(Workplace &workplace, QWidget *room);

    // Null: none.
    void showLetter(const desk::LetterId &id);

    // What has to be done before the text is changed on the desk, such as saving what was typed; calls `then` if that
    // went well.
    using Before = std::function<void(std::function<void()> then)>;
    void setBefore(Before before) { m_before = std::move(before); }

private:
    void read();
    void take(const QList<editorial::FoldedPart> &parts);
    void bringBack();

    Workplace &m_workplace;
    QWidget *m_room;
    desk::LetterId m_letter;
    QList<editorial::FoldedPart> m_parts;
    Before m_before;
    QLabel *m_text;
    QToolButton *m_button;
};

} // namespace ui
