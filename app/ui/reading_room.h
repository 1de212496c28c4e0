// ReadingRoom: a letter that is chosen in the list but not being answered: its text, where it stands, what came with
// it, and what can be done with it. With several letters chosen, what can be done with them all. The window's thread.
#pragma once

#include "editorial/inbox.h"
#include "ui/room.h"
#include "ui/workplace.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class AttachmentStrip;
class FoldedLine;
class IntakeBar;
class LetterSheet;
class RelatedLetters;

class ReadingRoom final : public Room
{
    Q_OBJECT

public:
    explicit ReadingRoom(Workplace &workplace, QWidget *parent = nullptr);

    // Null: nothing is chosen.
    void showLetter(const desk::LetterId &id);
    void showSeveral(int letters);
    void showNothing(const QString &why);
    // A page on; false if the end was in sight.
    bool readOn();
    // Asks for the writer of the shown letter and shows it until another letter is shown.
    void revealWriter();

    [[nodiscard]] desk::LetterId shown() const { return m_shown; }

    [[nodiscard]] QString title() const override;
    void enter() override;
    void takeFocus() override;
    [[nodiscard]] QList<QWidget *> panes() override;

Q_SIGNALS:
    void letterShown(const desk::LetterId &id, bool unread);

private:
    void build();
    QPushButton *addButton(QBoxLayout *line, ActionId id);
    void take(const editorial::LetterView &view);
    void refresh(editorial::Areas areas);
    void readLabel();
    void zoom(int step);
    void useFont();

    Workplace &m_workplace;
    desk::LetterId m_shown;
    QString m_label;
    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_writer;
    RelatedLetters *m_related;
    QWidget *m_buttons;
    QPushButton *m_answer = nullptr;
    AttachmentStrip *m_attachments;
    IntakeBar *m_intake;
    LetterSheet *m_sheet;
    FoldedLine *m_folded;
    QLabel *m_nothing;
    QString m_text;
    QString m_signature;
};

} // namespace ui
