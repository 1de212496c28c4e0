#include "intake/fold_ends.h"

#include "intake/device_line.h"
#include "intake/footers.h"
#include "intake/pen_name.h"

namespace intake {

namespace {

constexpr qsizetype mostParagraphLines = 60; // of a footer
constexpr qsizetype longRule = 10;           // characters
constexpr QStringView delimiter = u"--";     // above a signature

class EndFolder
{
public:
    EndFolder(LineFolds &folds, qsizetype start) : m_folds(folds), m_start(start) {}

    // Folds the last of the lines before `end` that are nobody's words. False if the last of them are somebody's.
    bool foldEnd(qsizetype end)
    {
        if (!m_folds.isOwn(end - 1))
            return false;
        if (words(end - 1) == delimiter) { // with nothing below
            m_folds.fold(end - 1, end, Fold::Kind::Signature);
            return true;
        }
        qsizetype begin = end - 1;
        while (begin > m_start && m_folds.isOwn(begin - 1) && end - begin < mostParagraphLines)
            --begin;
        return foldDeviceLine(begin, end) || foldRule(end) || foldFooter(begin, end) || foldListFooter(end) ||
               foldSignature(end);
    }

private:
    [[nodiscard]] QStringView words(qsizetype line) const { return m_folds.at(line).words; }

    bool foldDeviceLine(qsizetype begin, qsizetype end)
    {
        const bool isWrapped = end - begin == 2 && isDeviceLine(m_folds.joined(begin, end).trimmed());
        if (!isWrapped && !isDeviceLine(words(end - 1)))
            return false;
        const qsizetype first = isWrapped ? begin : end - 1;
        const bool isDelimited = first > begin && words(first - 1) == delimiter;
        m_folds.fold(isDelimited ? first - 1 : first, end, Fold::Kind::Footer);
        return true;
    }

    // A rule that nothing but folded lines stands below.
    bool foldRule(qsizetype end)
    {
        const bool isLast = end == m_folds.count();
        if (isLast || !isRule(words(end - 1)))
            return false;
        qsizetype below = end;
        while (below + 1 < m_folds.count() && m_folds.at(below).isBlank())
            ++below;
        if (!m_folds.isFolded(below))
            return false;
        m_folds.fold(end - 1, end, *m_folds.kind(below));
        return true;
    }

    // The lines above may be the end of the letter, without a blank line behind it.
    bool foldFooter(qsizetype begin, qsizetype end)
    {
        if (footerIn(m_folds.joined(begin, end)) == Footer::None)
            return false;
        for (qsizetype line = begin; line < end; ++line) {
            if (!beginsFooter(words(line)) && !isRule(words(line), longRule))
                continue;
            if (footerIn(m_folds.joined(line, end)) == Footer::None)
                return false;
            m_folds.fold(line, end, Fold::Kind::Footer);
            return true;
        }
        return false;
    }

    // Paragraphs below a rule.
    bool foldListFooter(qsizetype end)
    {
        constexpr qsizetype mostLines = 12;
        for (qsizetype line = end - 1; line >= m_start && end - line <= mostLines; --line) {
            if (!m_folds.isOwn(line) && !m_folds.at(line).isBlank())
                return false;
            if (!isRule(words(line), longRule))
                continue;
            if (footerIn(m_folds.joined(line + 1, end)) == Footer::None)
                return false;
            m_folds.fold(line, end, Fold::Kind::Footer);
            return true;
        }
        return false;
    }

    bool foldSignature(qsizetype end)
    {
        constexpr qsizetype mostLines = 16;
        for (qsizetype line = end - 1; line >= m_start && end - line <= mostLines; --line) {
            if (!m_folds.isOwn(line) && !m_folds.at(line).isBlank())
                return false;
            if (words(line) != delimiter)
                continue;
            if (!isSignature(line + 1, end))
                return false;
            m_folds.fold(line, end, Fold::Kind::Signature);
            return true;
        }
        return false;
    }

    // Short lines of a card, and no pen name, question or postscript.
    [[nodiscard]] bool isSignature(qsizetype begin, qsizetype end) const
    {
        constexpr qsizetype mostLines = 12;
        constexpr qsizetype longestLine = 160;
        qsizetype lines = 0;
        for (qsizetype line = begin; line < end; ++line) {
            lines += words(line).isEmpty() ? 0 : 1;
            const bool isPostscript =
                words(line).startsWith(u"PS") || words(line).startsWith(u"P.S") || words(line).startsWith(u"P. S");
            if (isPostscript || words(line).endsWith(u'?') || words(line).size() > longestLine ||
                isPenName(words(line).toString()))
                return false;
        }
        return lines <= mostLines;
    }

    LineFolds &m_folds;
    qsizetype m_start;
};

} // namespace

void foldEnds(LineFolds &folds, qsizetype begin, qsizetype end)
{
    EndFolder folder(folds, begin);
    while (end > begin) {
        if (folds.isFolded(end - 1) || folds.at(end - 1).isBlank())
            --end;
        else if (!folder.foldEnd(end))
            return;
    }
}

} // namespace intake
