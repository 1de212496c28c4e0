#include "intake/markdown_emphasis.h"

#include <QList>

#include <optional>

namespace intake {

namespace {

constexpr char emphasisBits = boldStyle | italicStyle;

// What stands beside a delimiter.
enum class Kind { Blank, Punctuation, Letter };

Kind kindOf(char32_t c)
{
    if (c == U' ' || c == U'\n')
        return Kind::Blank;
    return isMarkdownPunctuation(c) ? Kind::Punctuation : Kind::Letter;
}

// The left- and right-flanking delimiter runs of CommonMark 0.30, section 6.2.
bool isLeftFlanking(Kind before, Kind after)
{
    return after == Kind::Letter || (after == Kind::Punctuation && before != Kind::Letter);
}

bool isRightFlanking(Kind before, Kind after)
{
    return isLeftFlanking(after, before);
}

bool canOpen(QChar delimiter, Kind before, Kind after)
{
    return isLeftFlanking(before, after) &&
           (delimiter == u'*' || !isRightFlanking(before, after) || before == Kind::Punctuation);
}

bool canClose(QChar delimiter, Kind before, Kind after)
{
    return canOpen(delimiter, after, before);
}

// One delimiter of a group in which bold and italic do not begin and end together.
struct Delimiter {
    qsizetype at; // in the group's text
    char style;
    bool opens;
};

QString delimiterOf(char style)
{
    return style == boldStyle ? QStringLiteral("**") : QStringLiteral("_");
}

class Emphasis
{
public:
    Emphasis(const StyledText &raw, MarkdownPlace place)
        : m_text(raw.text), m_styles(raw.styles), m_edge(place == MarkdownPlace::Link ? Kind::Punctuation : Kind::Blank)
    {}

    QString result()
    {
        m_out.reserve(m_text.size() + m_text.size() / 16);
        for (qsizetype at = 0; at < m_text.size();) {
            if (bitsAt(at) == 0) {
                const qsizetype begin = at;
                while (at < m_text.size() && bitsAt(at) == 0)
                    ++at;
                m_out.append(m_text.sliced(begin, at - begin));
                continue;
            }
            qsizetype end = at;
            bool isUniform = true;
            for (; end < m_text.size() && bitsAt(end) != 0; ++end)
                isUniform = isUniform && bitsAt(end) == bitsAt(at);
            if (isUniform)
                addSimple(at, end, bitsAt(at));
            else if (!addMixed(at, end))
                addBoldOnly(at, end);
            at = end;
        }
        return m_out;
    }

private:
    [[nodiscard]] char bitsAt(qsizetype at) const { return char(m_styles.at(at) & emphasisBits); }

    [[nodiscard]] Kind kindBefore(QStringView text) const
    {
        if (text.isEmpty())
            return m_edge;
        const QChar last = text.back();
        const bool isPair = last.isLowSurrogate() && text.size() > 1;
        return kindOf(isPair ? QChar::surrogateToUcs4(text[text.size() - 2], last) : char32_t(last.unicode()));
    }

    [[nodiscard]] Kind kindAfter(QStringView text) const
    {
        if (text.isEmpty())
            return m_edge;
        const QChar first = text.front();
        const bool isPair = first.isHighSurrogate() && text.size() > 1;
        return kindOf(isPair ? QChar::surrogateToUcs4(first, text[1]) : char32_t(first.unicode()));
    }

    // The next beginning of a character with its backslash, or of an atom.
    [[nodiscard]] qsizetype unitAfter(qsizetype at, qsizetype end) const
    {
        do
            ++at;
        while (at < end && (m_styles.at(at) & gluedStyle) != 0);
        return at;
    }

    [[nodiscard]] qsizetype unitBefore(qsizetype at, qsizetype begin) const
    {
        do
            --at;
        while (at > begin && (m_styles.at(at) & gluedStyle) != 0);
        return at;
    }

    // One emphasis from end to end, with "*", which may stand within a word.
    void addSimple(qsizetype begin, qsizetype end, char bits)
    {
        qsizetype first = begin;
        Kind before = kindBefore(m_out);
        while (first < end && !isLeftFlanking(before, kindAfter(m_text.sliced(first)))) {
            const qsizetype next = unitAfter(first, end);
            before = kindBefore(m_text.first(next));
            first = next;
        }
        qsizetype last = end;
        while (last > first && !isRightFlanking(kindBefore(m_text.first(last)), kindAfter(m_text.sliced(last))))
            last = unitBefore(last, first);
        const QString delimiter(first < last ? (bits == boldStyle ? 2 : bits == italicStyle ? 1 : 3) : 0, u'*');
        m_out.append(m_text.sliced(begin, first - begin)).append(delimiter);
        m_out.append(m_text.sliced(first, last - first)).append(delimiter);
        m_out.append(m_text.sliced(last, end - last));
    }

    void addBoldOnly(qsizetype begin, qsizetype end)
    {
        while (begin < end) {
            const bool isBold = (bitsAt(begin) & boldStyle) != 0;
            qsizetype stop = begin;
            while (stop < end && ((bitsAt(stop) & boldStyle) != 0) == isBold)
                ++stop;
            if (isBold)
                addSimple(begin, stop, boldStyle);
            else
                m_out.append(m_text.sliced(begin, stop - begin));
            begin = stop;
        }
    }

    // The style that lasts longer where both begin at once.
    [[nodiscard]] char outerStyle(qsizetype at, qsizetype end) const
    {
        while (at < end && bitsAt(at) == emphasisBits)
            ++at;
        return at < end && bitsAt(at) == italicStyle ? italicStyle : boldStyle;
    }

    // Bold with "**" and italic with "_", so that they may meet anywhere. False, with nothing written, where one of the
    // delimiters would not be read as such.
    bool addMixed(qsizetype begin, qsizetype end)
    {
        QString group;
        QList<Delimiter> delimiters;
        QList<char> open;
        const auto write = [&](char style, bool opens) {
            delimiters.append({group.size(), style, opens});
            group.append(delimiterOf(style));
        };
        for (qsizetype at = begin; at <= end; ++at) {
            const char wanted = at < end ? bitsAt(at) : char(0);
            // Those that end here, and those that stand inside of them.
            char isOpen = 0;
            qsizetype kept = 0;
            while (kept < open.size() && (open.at(kept) & wanted) != 0)
                isOpen = char(isOpen | open.at(kept++));
            while (open.size() > kept)
                write(open.takeLast(), false);
            char missing = char(wanted & ~isOpen);
            if (missing == emphasisBits) {
                open.append(outerStyle(at, end));
                write(open.last(), true);
                missing = char(missing & ~open.last());
            }
            if (missing != 0) {
                open.append(missing);
                write(missing, true);
            }
            if (at < end)
                group.append(m_text[at]);
        }
        if (!areAllRead(group, delimiters, m_text.sliced(end)))
            return false;
        m_out.append(group);
        return true;
    }

    [[nodiscard]] bool areAllRead(QStringView group, const QList<Delimiter> &delimiters, QStringView rest) const
    {
        for (const Delimiter &delimiter : delimiters) {
            const qsizetype behind = delimiter.at + delimiterOf(delimiter.style).size();
            const Kind before = kindBefore(delimiter.at > 0 ? group.first(delimiter.at) : QStringView(m_out));
            const Kind after = kindAfter(behind < group.size() ? group.sliced(behind) : rest);
            const QChar c = group[delimiter.at];
            if (!(delimiter.opens ? canOpen(c, before, after) : canClose(c, before, after)))
                return false;
        }
        return true;
    }

    QStringView m_text;
    const QByteArray &m_styles;
    Kind m_edge;
    QString m_out;
};

} // namespace

QString withEmphasis(const StyledText &raw, MarkdownPlace place)
{
    return Emphasis(raw, place).result();
}

} // namespace intake
