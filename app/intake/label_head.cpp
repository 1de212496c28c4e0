#include "intake/label_head.h"

#include "intake/markdown_blocks.h"
#include "intake/speech_marks.h"

#include <algorithm>
#include <utility>

namespace intake {

namespace {

constexpr qsizetype farthest = 120;
constexpr qsizetype farthestNumber = 12; // behind the end of a sentence, for "Q. 1."
constexpr qsizetype mostHeads = 6;
constexpr qsizetype mostMarks = 12; // of emphasis, open at once

bool isEmphasis(QChar c)
{
    return c == u'*' || c == u'_';
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—' || c == u'―';
}

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

// Of basic Latin: nothing that ends a label.
bool isPlain(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isSign(QChar c)
{
    return isDash(c) || QStringView(u":：.。!！,，،;").contains(c);
}

// Reads a line from its beginning and notes each place where a label may end.
class HeadScan
{
public:
    HeadScan(QStringView block, qsizetype from)
        : m_all(block), m_text(block.first(std::min(block.size(), from + farthest))), m_at(from)
    {}

    QList<LabelHead> heads()
    {
        if (skipMarks()) {
            while (m_heads.size() < mostHeads && step()) {
            }
        }
        return m_heads;
    }

private:
    [[nodiscard]] QChar at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : QChar(); }

    [[nodiscard]] qsizetype runAt(qsizetype place) const
    {
        qsizetype end = place;
        while (end < m_text.size() && m_text.at(end) == m_text.at(place))
            ++end;
        return end - place;
    }

    // White space, but not the end of the line.
    [[nodiscard]] bool isGap(qsizetype place) const { return at(place).isSpace() && at(place) != u'\n'; }

    // Headings, emphasis, a mark of speech, a number in front. False if no word follows.
    bool skipMarks()
    {
        const qsizetype hashes = at(m_at) == u'#' ? runAt(m_at) : 0;
        m_head.isHeading = hashes > 0 && hashes <= 6 && isGap(m_at + hashes);
        m_at += m_head.isHeading ? hashes : 0;
        m_head.begin = -1;
        while (m_at < m_text.size() && !(isWordLetter(at(m_at)) && !skipOrdinal())) {
            if (at(m_at) == u'\n')
                return false;
            if (isEmphasis(at(m_at))) {
                if (!openEmphasis())
                    return false;
            } else if (m_head.quote.isNull() && !closingMark(at(m_at)).isNull()) {
                m_head.quote = at(m_at++);
            } else if (isGap(m_at) || (at(m_at) == u'\\' && at(m_at + 1) != u'\n')) {
                ++m_at;
            } else if (!isWordLetter(at(m_at))) {
                return false;
            }
        }
        if (m_head.begin < 0)
            m_head.begin = m_at;
        m_isBold = m_open.size() >= 2;
        return m_at < m_text.size();
    }

    // "1. " or "2\) ".
    bool skipOrdinal()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && end - m_at < 3 && at(end).isDigit())
            ++end;
        if (end == m_at || m_head.begin >= 0)
            return false;
        end += at(end) == u'\\' ? 1 : 0;
        if ((at(end) != u'.' && at(end) != u')') || !isGap(end + 1))
            return false;
        m_head.begin = m_at;
        m_at = end + 1;
        return true;
    }

    // A mark with white space behind it begins a list.
    bool openEmphasis()
    {
        const qsizetype run = runAt(m_at);
        if (run + m_open.size() > mostMarks || at(m_at + run).isSpace())
            return false;
        m_open.append(m_text.sliced(m_at, run));
        m_at += run;
        return true;
    }

    // Takes marks off what is open; those that remain of the run open anew. False if that is too much.
    bool takeEmphasis()
    {
        const QChar mark = at(m_at);
        qsizetype run = runAt(m_at);
        if (mark == u'_' && isWordLetter(at(m_at - 1)) && isWordLetter(at(m_at + run))) {
            m_at += run;
            return true;
        }
        m_at += run;
        const bool isBehindGap = at(m_at - run - 1).isSpace();
        if (isBehindGap && at(m_at).isSpace())
            return true;
        if (!isBehindGap)
            run -= close(mark, run);
        if (run > 0 && m_open.size() + run > mostMarks)
            return false;
        m_open.append(QString(run, mark));
        return true;
    }

    qsizetype close(QChar mark, qsizetype run)
    {
        qsizetype closed = 0;
        while (closed < run && m_open.endsWith(mark)) {
            m_open.chop(1);
            ++closed;
        }
        return closed;
    }

    // One character further; false at the end of what can be a label.
    bool step()
    {
        const QChar c = at(m_at);
        if (isPlain(c) || (c == u' ' && isPlain(at(m_at + 1)))) {
            m_isBold = m_isBold && (m_open.size() >= 2 || c == u' ');
            ++m_at;
            return true;
        }
        const bool isBreak = isLineEnd(m_text, m_at) && (c == u'\\' || at(m_at + 1).isSpace());
        if (m_at == m_all.size() || isBreak) {
            note(m_at, QChar(), m_at);
            return false;
        }
        if (m_at == m_text.size() || QStringView(u"\n?[<|@").contains(c))
            return false;
        if (isEmphasis(c)) {
            const qsizetype end = m_at;
            const bool wasOpen = !m_open.isEmpty();
            if (!takeEmphasis())
                return false;
            if (m_isBold && wasOpen && m_open.isEmpty() && (at(m_at).isNull() || !isWordLetter(at(m_at))))
                note(end, QChar(), m_at);
            return true;
        }
        if (c == u'\\') {
            m_at = std::min(m_at + 2, m_text.size());
            return true;
        }
        m_isBold = m_isBold && (m_open.size() >= 2 || !isWordLetter(c));
        if (isSign(c) && isSignAt(m_at))
            note(m_at, c, m_at + 1);
        if (!m_heads.isEmpty() && (c == u'.' || c == u':' || c == u'!'))
            m_text = m_text.first(std::min(m_text.size(), m_at + farthestNumber));
        ++m_at;
        return true;
    }

    // ":" before a time or an address, "." within a word and "-" between two are none.
    [[nodiscard]] bool isSignAt(qsizetype place) const
    {
        const QChar c = at(place);
        const QChar next = at(place + 1);
        const bool isFree = next.isNull() || next.isSpace() || isEmphasis(next) || next == u'\\';
        if (c == u':')
            return !next.isDigit() && next != u'/';
        if (c == u'-')
            return isFree || next == u'-';
        if (c == u'.' && (at(place - 1) == u'.' || isDash(next)))
            return at(place - 1) != u'.';
        const bool isWide = isDash(c) || c.unicode() > 0x2000;
        return isWide || isFree || QStringView(u"”\"’»“").contains(next);
    }

    void note(qsizetype end, QChar sign, qsizetype rest)
    {
        LabelHead head = m_head;
        head.end = end;
        head.sign = sign;
        head.shownEnd = rest;
        const QString open = m_open;
        const qsizetype back = m_at;
        m_at = rest;
        skipBehind(head);
        head.rest = m_at;
        head.isBold = m_isBold && m_open.isEmpty();
        head.open = std::exchange(m_open, open);
        m_at = back;
        m_heads.append(std::move(head));
    }

    // The signs and marks that belong to the label, and white space.
    void skipBehind(LabelHead &head)
    {
        bool isAdjacent = true;
        while (m_at < m_text.size() && !head.isLine) {
            const QChar c = at(m_at);
            const bool isSecondSign =
                !head.sign.isNull() && (c == u':' || isDash(c)) && (isAdjacent || (isDash(c) && isGap(m_at + 1)));
            if (isLineEnd(m_text, m_at) && !isGap(m_at)) {
                m_at += c == u'\\' ? 2 : 1;
                head.isLine = true;
            } else if (isEmphasis(c) && m_open.endsWith(c)) {
                m_at += close(c, runAt(m_at));
            } else if (!head.quote.isNull() && c == closingMark(head.quote)) {
                head.quote = QChar();
                ++m_at;
            } else if (isSecondSign || (head.sign.isNull() && isSign(c) && isSignAt(m_at))) {
                head.sign = head.sign.isNull() ? c : head.sign;
                head.shownEnd = ++m_at;
                isAdjacent = true;
                continue;
            } else if (isGap(m_at)) {
                ++m_at;
            } else {
                break;
            }
            isAdjacent = isAdjacent && !c.isSpace();
        }
        head.isLine = head.isLine || m_at >= m_all.size();
    }

    QStringView m_all;
    QStringView m_text;
    qsizetype m_at;
    LabelHead m_head;
    QString m_open;
    bool m_isBold = false;
    QList<LabelHead> m_heads;
};

bool isInitial(QStringView text, qsizetype at)
{
    return at + 1 < text.size() && text.at(at).isUpper() && text.at(at + 1) == u'.';
}

} // namespace

QList<LabelHead> labelHeads(QStringView block, qsizetype from)
{
    return HeadScan(block, from).heads();
}

bool hasFewWords(QStringView written, qsizetype most)
{
    const qsizetype spaces = std::count_if(written.cbegin(), written.cend(), [](QChar c) { return c.isSpace(); });
    const bool isSpacedOut = written.size() <= spaces * 3;
    return spaces < most || (isSpacedOut && written.size() <= most * 30);
}

QString shownLabel(QStringView block, const LabelHead &head)
{
    QString shown = block.sliced(head.begin, head.shownEnd - head.begin).toString();
    shown.removeIf([](QChar c) { return isEmphasis(c) || c == u'\\'; });
    shown.replace(QChar::Nbsp, u' ');
    return shown.trimmed();
}

QString textBehind(QStringView block, const LabelHead &head, qsizetype end)
{
    const QStringView rest = block.sliced(head.rest, std::max<qsizetype>(0, end - head.rest));
    const bool isNothing = std::none_of(rest.cbegin(), rest.cend(), isWordLetter);
    if (isNothing && (head.isLine || !head.open.isEmpty()))
        return {};
    return head.open + rest.toString();
}

bool canBeLabel(QStringView block, const LabelHead &head, const QString &phrase)
{
    const bool hasMoreWords = phrase.contains(u' ');
    switch (head.sign.unicode()) {
    case 0:
        return head.isLine || head.isBold;
    case u'.':
        return phrase.size() > 1 || !isInitial(block, head.rest);
    case u'!':
    case u'！':
        return phrase.size() > 1 || head.isLine;
    case u',':
    case u'，':
    case u'،':
    case u';':
        return hasMoreWords || head.isLine;
    default:
        return true;
    }
}

} // namespace intake
