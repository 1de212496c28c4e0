// TextCommands: the actions of the writing room that work on its texts: marks of Markdown, the quotation, the next
// misspelling, the ways between letter and answer, the menu over a misspelling. Owned by the room; the window's thread.
#pragma once

#include "ui/workplace.h"

#include <QTextCursor>

#include <functional>

namespace ui {

class AnswerPanel;
class FindBar;
class LetterPanel;
class SheetArea;
class Speller;
class TextSheet;

class TextCommands final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        LetterPanel &letter;
        AnswerPanel &answer;
        SheetArea &area;
        Speller &speller;
        FindBar &find;
    };

    // Everything must outlive this; `room` is the parent, and what must be seen for the actions to count.
    TextCommands(Workplace &workplace, const Parts &parts, QWidget *room);

    void focusLetter();
    void focusAnswer();
    // Searches the text with the caret, or the answer.
    void find() { find(false); }

private:
    void connectActions();
    // The text with the caret, if it can be changed; else the answer.
    [[nodiscard]] TextSheet *editedSheet() const;
    void mark(const QString &mark);
    // Changes the text with the caret by a function of markdown_marks.h.
    void change(const std::function<QTextCursor(QTextCursor)> &changed);
    void link();
    void quote();
    void find(bool replacing);
    void findNext(bool forward);
    void setAided(bool aided);
    void putAttachmentInto(TextSheet *sheet);
    void goToMisspelling(bool forward);

    Workplace &m_workplace;
    Parts m_parts;
    QWidget *m_room;
};

} // namespace ui
