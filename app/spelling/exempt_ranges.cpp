#include "spelling/exempt_ranges.h"

#include <algorithm>

namespace spelling {

namespace {

// How far the end of a code span, target or tag is looked for. Bounds the work for openings that have no end.
constexpr qsizetype reach = 1000;

bool isAny(QChar c, QStringView set)
{
    return set.contains(c);
}

// Ends a chunk that might be an address.
bool endsChunk(QChar c)
{
    return c.isSpace() || isAny(c, u"()[]<>\"*|,;`\u201C\u201D\u201E\u00AB\u00BB\u2014\u2013\u2026\u2018");
}

bool isFileName(QStringView chunk)
{
    for (qsizetype at = 1; at + 1 < chunk.size(); ++at) {
        if (chunk[at] != u'.' || !chunk[at - 1].isLetterOrNumber() || !chunk[at + 1].isLetterOrNumber())
            continue;
        // "end.Next" is a forgotten space.
        const bool forgotten = chunk[at - 1].isLower() && chunk[at + 1].isUpper();
        if (!forgotten)
            return true;
    }
    return false;
}

bool isPath(QStringView chunk)
{
    const auto startsLike = [&](QStringView start) {
        return chunk.startsWith(start) && chunk.size() > start.size() && chunk[start.size()].isLetterOrNumber();
    };
    const bool rooted = startsLike(u"/") && chunk.indexOf(u'/', 1) > 0;
    const bool drive = chunk.size() > 3 && chunk[0].isLetter() && chunk[1] == u':' && chunk[2] == u'\\';
    return rooted || drive || startsLike(u"~/") || startsLike(u"./") || startsLike(u"../");
}

bool isWebAddress(QStringView chunk)
{
    return chunk.indexOf(u"://") > 0 || chunk.startsWith(u"www.", Qt::CaseInsensitive) ||
           chunk.startsWith(u"mailto:", Qt::CaseInsensitive);
}

bool isAddress(QStringView chunk)
{
    const bool tagged = chunk.size() > 1 && chunk[0] == u'#' && chunk[1].isLetter();
    return tagged || chunk.contains(u'@') || isFileName(chunk) || isPath(chunk);
}

class Scanner
{
public:
    Scanner(QStringView text, bool markdown) : m_text(text), m_markdown(markdown) {}

    QVector<Word> run()
    {
        bool lineStart = true;
        while (m_at < m_text.size()) {
            if (m_markdown && lineStart && takeFence())
                continue;
            lineStart = m_text[m_at] == u'\n' || m_text[m_at] == QChar::ParagraphSeparator;
            if (m_markdown && takeMarkup())
                continue;
            if (endsChunk(m_text[m_at]))
                ++m_at;
            else
                takeChunk();
        }
        return m_ranges;
    }

private:
    QChar at(qsizetype position) const { return position < m_text.size() ? m_text[position] : QChar(); }

    void exemptTo(qsizetype end)
    {
        m_ranges.append({m_at, end - m_at});
        m_at = end;
    }

    qsizetype lineEnd(qsizetype from) const
    {
        const qsizetype end = m_text.indexOf(u'\n', from);
        return end < 0 ? m_text.size() : end + 1;
    }

    qsizetype runLength(qsizetype from) const
    {
        qsizetype end = from;
        while (end < m_text.size() && m_text[end] == m_text[from])
            ++end;
        return end - from;
    }

    // The length of the fence that the line at `from` opens with, of the mark given or of any.
    qsizetype fenceAt(qsizetype from, QChar mark) const
    {
        while (at(from) == u' ')
            ++from;
        if (mark.isNull() ? at(from) != u'`' && at(from) != u'~' : at(from) != mark)
            return 0;
        const qsizetype length = runLength(from);
        const bool span =
            at(from) == u'`' && m_text.sliced(from + length, lineEnd(from) - from - length).contains(u'`');
        return length < 3 || span ? 0 : length;
    }

    bool takeFence()
    {
        const qsizetype length = fenceAt(m_at, QChar());
        if (length == 0)
            return false;
        qsizetype mark = m_at;
        while (m_text[mark] == u' ')
            ++mark;
        qsizetype line = lineEnd(m_at);
        while (line < m_text.size() && fenceAt(line, m_text[mark]) < length)
            line = lineEnd(line);
        exemptTo(line < m_text.size() ? lineEnd(line) : line);
        return true;
    }

    bool takeMarkup()
    {
        switch (m_text[m_at].unicode()) {
        case u'\\':
            if (!startsEscape(m_at))
                return false;
            m_at += 2;
            return true;
        case u'`':
            return takeCodeSpan();
        case u']':
            return takeTarget();
        case u'<':
            return takeTag();
        case u'&':
            return takeEntity();
        default:
            return false;
        }
    }

    // A backslash before a mark, or an entity.
    bool startsEscape(qsizetype position) const
    {
        const QChar next = at(position + 1);
        return m_markdown &&
               (m_text[position] == u'&' || (m_text[position] == u'\\' && (next.isPunct() || next.isSymbol())));
    }

    bool takeCodeSpan()
    {
        const qsizetype length = runLength(m_at);
        qsizetype end = m_at + length;
        const qsizetype limit = std::min(m_text.size(), end + reach);
        while (end < limit) {
            if (m_text[end] != u'`') {
                ++end;
                continue;
            }
            const qsizetype closing = runLength(end);
            end += closing;
            if (closing == length) {
                exemptTo(end);
                return true;
            }
        }
        m_at += length;
        return true;
    }

    // What follows the text of a link: "(target)", "[label]" or, in a definition, ": target".
    bool takeTarget()
    {
        const QChar next = at(m_at + 1);
        qsizetype end = -1;
        if (next == u'(')
            end = targetEnd();
        else if (next == u'[')
            end = endOf(u']', m_at + 2);
        else if (next == u':')
            end = definitionEnd();
        if (end < 0)
            return false;
        exemptTo(end);
        return true;
    }

    qsizetype targetEnd() const
    {
        int open = 0;
        const qsizetype limit = std::min(m_text.size(), m_at + reach);
        for (qsizetype end = m_at + 1; end < limit; ++end) {
            if (m_text[end] == u'(')
                ++open;
            else if (m_text[end] == u')' && --open == 0)
                return end + 1;
        }
        return -1;
    }

    qsizetype definitionEnd() const
    {
        qsizetype end = m_at + 2;
        while (at(end) == u' ')
            ++end;
        while (end < m_text.size() && !m_text[end].isSpace())
            ++end;
        return end;
    }

    qsizetype endOf(QChar mark, qsizetype from) const
    {
        const qsizetype limit = std::min(m_text.size(), from + reach);
        for (qsizetype end = from; end < limit; ++end) {
            if (m_text[end] == mark)
                return end + 1;
        }
        return -1;
    }

    bool takeTag()
    {
        const QChar next = at(m_at + 1);
        const qsizetype end = next.isLetter() || next == u'/' || next == u'!' ? endOf(u'>', m_at + 1) : -1;
        if (end < 0)
            return false;
        exemptTo(end);
        return true;
    }

    bool takeEntity()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && end - m_at < 32 && (m_text[end].isLetterOrNumber() || m_text[end] == u'#'))
            ++end;
        if (at(end) != u';')
            return false;
        exemptTo(end + 1);
        return true;
    }

    void takeChunk()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !endsChunk(m_text[end]) && !(end > m_at && startsEscape(end)))
            ++end;
        QStringView chunk = m_text.sliced(m_at, end - m_at);
        while (!chunk.isEmpty() && (chunk.front() == u'\'' || chunk.front() == u'_'))
            chunk = chunk.sliced(1);
        if (isWebAddress(chunk)) {
            while (end < m_text.size() && !m_text[end].isSpace() &&
                   !isAny(m_text[end], u"<>\"\u201C\u201D\u00AB\u00BB)]"))
                ++end;
            exemptTo(end);
        } else if (isAddress(chunk)) {
            exemptTo(end);
        } else {
            m_at = std::max(end, m_at + 1);
        }
    }

    QStringView m_text;
    bool m_markdown;
    qsizetype m_at = 0;
    QVector<Word> m_ranges;
};

} // namespace

QVector<Word> exemptRanges(QStringView text, bool markdown)
{
    return Scanner(text, markdown).run();
}

} // namespace spelling
