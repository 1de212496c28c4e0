// LineFolds: the lines of a text while it is found out which of them are folded away. Lines are folded only, never
// unfolded. Owned by foldsOf(); one thread.
#pragma once

#include "intake/folding.h"
#include "intake/text_lines.h"

#include <optional>

namespace intake {

class LineFolds
{
public:
    explicit LineFolds(const QString &text) : m_lines(linesOf(text)), m_kinds(m_lines.size()), m_lastOwn(count() - 1) {}

    [[nodiscard]] qsizetype count() const { return m_lines.size(); }
    [[nodiscard]] const QList<TextLine> &lines() const { return m_lines; }
    [[nodiscard]] const TextLine &at(qsizetype line) const { return m_lines.at(line); }

    // What is passed on as a quotation is a letter, and what it quotes is the quotation.
    void raise(qsizetype from, int depth);

    void fold(qsizetype begin, qsizetype end, Fold::Kind kind);
    [[nodiscard]] std::optional<Fold::Kind> kind(qsizetype line) const { return m_kinds.at(line); }
    [[nodiscard]] bool isFolded(qsizetype line) const { return m_kinds.at(line).has_value(); }

    // Words that are neither folded nor quoted.
    [[nodiscard]] bool isOwn(qsizetype line) const;
    // Whether there are any with letters in [from, before); `from` may only grow from call to call.
    [[nodiscard]] bool hasOwnBefore(qsizetype from, qsizetype before);
    [[nodiscard]] bool hasOwnFrom(qsizetype line);
    [[nodiscard]] bool hasWords() const; // quoted ones too

    // The last line before this one that is not blank; negative if there is none.
    [[nodiscard]] qsizetype above(qsizetype line) const;
    // The words of the lines on one line.
    [[nodiscard]] QString joined(qsizetype begin, qsizetype end) const;

    // Lines of one kind are one fold, with the blank lines between them.
    [[nodiscard]] QList<Fold> folds() const;

private:
    QList<TextLine> m_lines;
    QList<std::optional<Fold::Kind>> m_kinds; // of each line
    qsizetype m_firstOwn = 0;                 // none stands before this line, or behind the other
    qsizetype m_lastOwn;
};

} // namespace intake
