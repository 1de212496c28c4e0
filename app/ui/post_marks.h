// PostMarks: where letters and answers begin in the text of a post, as a person marks it with the caret, and how that
// looks. Belongs to the room of posts; shows its marks in a text that it does not own. The window's thread.
#pragma once

#include "editorial/post_decisions.h"

#include <QObject>

class QPlainTextEdit;

namespace ui {

class PostMarks final : public QObject
{
    Q_OBJECT

public:
    explicit PostMarks(QPlainTextEdit *text);

    [[nodiscard]] const QList<editorial::PostMark> &marks() const { return m_marks; }
    // Puts a mark at the caret, or at the beginning of what is selected, instead of one that the line has already.
    void markHere(desk::ColumnLabel::Part part);
    void clear();
    // Letters and answers take turns, and there is one of each at least.
    [[nodiscard]] bool isComplete() const;
    // What is marked, for people: "“dear hazel” begins the letter, …".
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QList<desk::ColumnLabel> labels() const;

Q_SIGNALS:
    void changed();

private:
    void show();

    QPlainTextEdit *m_text;
    QList<editorial::PostMark> m_marks; // in the order of the text
};

} // namespace ui
