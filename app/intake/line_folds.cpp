#include "intake/line_folds.h"

#include <algorithm>

namespace intake {

void LineFolds::raise(qsizetype from, int depth)
{
    for (qsizetype line = from; depth > 0 && line < count(); ++line)
        m_lines[line].depth = qMax(0, m_lines.at(line).depth - depth);
    m_lastOwn = count() - 1;
}

void LineFolds::fold(qsizetype begin, qsizetype end, Fold::Kind kind)
{
    for (qsizetype line = begin; line < end; ++line) {
        if (!isFolded(line))
            m_kinds[line] = kind;
    }
}

bool LineFolds::isOwn(qsizetype line) const
{
    return !isFolded(line) && !at(line).isBlank() && at(line).depth == 0;
}

bool LineFolds::hasOwnBefore(qsizetype from, qsizetype before)
{
    m_firstOwn = qMax(m_firstOwn, from);
    const auto hasLetters = [this](qsizetype line) {
        const QStringView words = at(line).words;
        return std::any_of(words.cbegin(), words.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    };
    while (m_firstOwn < before && !(isOwn(m_firstOwn) && hasLetters(m_firstOwn)))
        ++m_firstOwn;
    return m_firstOwn < before;
}

bool LineFolds::hasOwnFrom(qsizetype line)
{
    while (m_lastOwn >= line && !isOwn(m_lastOwn))
        --m_lastOwn;
    return m_lastOwn >= line;
}

bool LineFolds::hasWords() const
{
    for (qsizetype line = 0; line < count(); ++line) {
        if (!isFolded(line) && !at(line).isBlank())
            return true;
    }
    return false;
}

qsizetype LineFolds::above(qsizetype line) const
{
    do {
        --line;
    } while (line >= 0 && at(line).isBlank());
    return line;
}

QString LineFolds::joined(qsizetype begin, qsizetype end) const
{
    QString words;
    for (qsizetype line = begin; line < end; ++line)
        words.append(at(line).words).append(u' ');
    return words;
}

QList<Fold> LineFolds::folds() const
{
    QList<Fold> folds;
    bool isOpen = false; // nothing but blank lines stands behind the last fold
    for (qsizetype line = 0; line < count(); ++line) {
        const std::optional<Fold::Kind> &kind = m_kinds.at(line);
        if (!kind) {
            isOpen = isOpen && at(line).isBlank();
            continue;
        }
        if (isOpen && folds.last().kind == *kind)
            folds.last().end = at(line).end;
        else
            folds.append({*kind, at(line).begin, at(line).end});
        isOpen = true;
    }
    return folds;
}

} // namespace intake
