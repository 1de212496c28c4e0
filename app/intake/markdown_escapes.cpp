#include "intake/markdown_escapes.h"

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype longestEntity = 40;
constexpr int deepestParentheses = 8;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiPunctuation(QChar c)
{
    return c > u' ' && c < QChar(0x7F) && !isAsciiLetter(c) && !isAsciiDigit(c);
}

// Whether `rest` begins as "&amp;", "&#8217;" or "&#x2019;" do.
bool beginsEntity(QStringView rest)
{
    const qsizetype begin = rest.size() > 1 && rest[1] == u'#' ? 2 : 1;
    qsizetype at = begin;
    while (at < rest.size() && at < longestEntity && (isAsciiLetter(rest[at]) || isAsciiDigit(rest[at])))
        ++at;
    return at > begin && at < rest.size() && rest[at] == u';';
}

// Whether `rest` begins as "<3rd@a.example>" does; addresses that begin with a letter are like any other tag.
bool beginsAddressInBrackets(QStringView rest)
{
    const auto *end = std::find_if(rest.cbegin() + 1, rest.cend(),
                                   [](QChar c) { return c == u'@' || c == u'<' || c == u'>' || c <= u' '; });
    return end != rest.cend() && *end == u'@';
}

bool isNothingBut(QStringView line, QChar c)
{
    return std::all_of(line.cbegin(), line.cend(), [c](QChar one) { return one == c || one == u' '; });
}

qsizetype countOf(QStringView line, QChar c)
{
    const auto *end = std::find_if(line.cbegin(), line.cend(), [c](QChar one) { return one != c; });
    return end - line.cbegin();
}

// Whether a word ends there.
bool isEndOrSpace(QStringView line, qsizetype at)
{
    return at >= line.size() || line[at] == u' ';
}

// Where in a line the backslash belongs that keeps it from opening a list, quotation, heading, rule or fence, or from
// being the underline of the line before; -1 where it does none of that.
qsizetype blockMark(QStringView line, bool isFirst)
{
    if (line.isEmpty())
        return -1;
    const QChar c = line.front();
    const qsizetype count = countOf(line, c);
    bool marks = false;
    if (c == u'>')
        marks = true;
    else if (c == u'#')
        marks = count <= 6 && isEndOrSpace(line, count);
    else if (c == u'-' || c == u'*')
        marks = isEndOrSpace(line, 1) || isNothingBut(line, c);
    else if (c == u'+')
        marks = isEndOrSpace(line, 1);
    else if (c == u'_')
        marks = isNothingBut(line, c);
    else if (c == u'=')
        marks = !isFirst && count == line.size();
    else if (c == u'~')
        marks = count >= 3;
    if (marks)
        return 0;
    const auto *end = std::find_if_not(line.cbegin(), line.cend(), isAsciiDigit);
    const qsizetype digits = end - line.cbegin();
    const bool isNumber = digits > 0 && digits <= 9 && digits < line.size() &&
                          (line[digits] == u'.' || line[digits] == u')') && isEndOrSpace(line, digits + 1);
    return isNumber ? digits : -1;
}

class Escaper
{
public:
    Escaper(const StyledText &words, const QStringList &atoms, MarkdownPlace place)
        : m_text(words.text), m_styles(words.styles), m_atoms(atoms), m_place(place)
    {}

    StyledText result()
    {
        m_raw.text.reserve(m_text.size() + m_text.size() / 16);
        m_raw.styles.reserve(m_text.size() + m_text.size() / 16);
        if (m_place == MarkdownPlace::Paragraph)
            startLine(0);
        qsizetype atom = 0;
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            at = copyPlain(at);
            if (at == m_text.size())
                break;
            const QChar c = m_text[at];
            if (c == QChar(atomMark))
                append(m_atoms.at(atom++), at);
            else if (c == u'\n')
                append(u"\\\n", at);
            else if (at == m_blockMark || isMarkup(at))
                append(QString(QLatin1Char('\\') + c), at);
            else
                append(QStringView(&c, 1), at);
            if (c == u'\n')
                startLine(at + 1);
        }
        return m_raw;
    }

private:
    // What means nothing to Markdown wherever it stands. Returns where something else comes.
    qsizetype copyPlain(qsizetype begin)
    {
        const qsizetype stop = m_blockMark >= begin ? m_blockMark : m_text.size();
        qsizetype end = begin;
        while (end < stop && isPlain(m_text[end]))
            ++end;
        m_raw.text.append(m_text.sliced(begin, end - begin));
        m_raw.styles.append(QByteArrayView(m_styles).sliced(begin, end - begin));
        return end;
    }

    static bool isPlain(QChar c) { return c == u' ' || c == u',' || c == u'.' || isAsciiLetter(c) || isAsciiDigit(c); }

    // A low surrogate stays with the one before.
    void append(QStringView raw, qsizetype at)
    {
        const char style = m_styles.at(at);
        const bool isGlued = m_text[at].isLowSurrogate();
        m_raw.text.append(raw);
        m_raw.styles.append(isGlued ? char(style | gluedStyle) : style);
        if (raw.size() > 1)
            m_raw.styles.append(raw.size() - 1, char(style | gluedStyle));
    }

    void startLine(qsizetype begin)
    {
        const qsizetype end = m_text.indexOf(u'\n', begin);
        const qsizetype mark = blockMark(m_text.sliced(begin, (end < 0 ? m_text.size() : end) - begin), begin == 0);
        m_blockMark = mark < 0 ? -1 : begin + mark;
    }

    // Null beyond the ends.
    [[nodiscard]] QChar charAt(qsizetype at) const { return at >= 0 && at < m_text.size() ? m_text[at] : QChar(u'\0'); }

    // White space, or the end of the paragraph.
    [[nodiscard]] bool isBlankAt(qsizetype at) const
    {
        if (at < 0 || at >= m_text.size())
            return m_place != MarkdownPlace::Link;
        return m_text[at] == u' ' || m_text[at] == u'\n';
    }

    // Conservative: what is not surely a letter is none.
    [[nodiscard]] bool isLetterAt(qsizetype at) const
    {
        return at >= 0 && at < m_text.size() && m_text[at].isLetterOrNumber();
    }

    [[nodiscard]] bool isMarkup(qsizetype at)
    {
        const QChar next = charAt(at + 1);
        switch (m_text[at].unicode()) {
        case u'\\': // a delimiter may come next to one that is emphasized
            return next.isNull() || next == u'\n' || next == QChar(atomMark) || isAsciiPunctuation(next) ||
                   m_styles.at(at) != 0 || m_styles.at(at + 1) != 0;
        case u'`':
            return true;
        case u'*':
        case u'_':
            return isDelimiter(at);
        case u'[':
            return m_place == MarkdownPlace::Link || charAt(at - 1) == u'!';
        case u']':
            return m_place == MarkdownPlace::Link || next == u'(' || (next == u':' && charAt(0) == u'[');
        case u'!':
            return next == QChar(atomMark);
        case u'<':
            return isAsciiLetter(next) || next == u'/' || next == u'!' || next == u'?' || next == QChar(atomMark) ||
                   beginsAddressInBrackets(m_text.sliced(at));
        case u'&':
            return beginsEntity(m_text.sliced(at, qMin(longestEntity + 1, m_text.size() - at)));
        case u'#':
            return m_place == MarkdownPlace::Heading && next.isNull() && closesHeading();
        default:
            return false;
        }
    }

    // Whether a run of "*" or "_" might begin or end emphasis. Asked for one character after another.
    bool isDelimiter(qsizetype at)
    {
        if (at < m_runEnd)
            return m_isRunMarkup;
        const QChar c = m_text[at];
        m_runEnd = at + countOf(m_text.sliced(at), c);
        bool isPlain = true;
        for (qsizetype i = at; i < m_runEnd; ++i)
            isPlain = isPlain && m_styles.at(i) == m_styles.at(at);
        // A break is written as a backslash, which is no blank.
        const bool isAlone =
            isBlankAt(at - 1) && isBlankAt(m_runEnd) && charAt(m_runEnd) != u'\n' && m_styles.at(at) == 0;
        const bool isInWord = c == u'_' && isLetterAt(at - 1) && isLetterAt(m_runEnd) &&
                              m_styles.at(at - 1) == m_styles.at(at) && m_styles.at(m_runEnd) == m_styles.at(at);
        m_isRunMarkup = !isPlain || (!isAlone && !isInWord);
        return m_isRunMarkup;
    }

    // Whether the "#" at the end would be taken for the end of the heading's mark.
    [[nodiscard]] bool closesHeading() const
    {
        qsizetype begin = m_text.size();
        while (begin > 0 && m_text[begin - 1] == u'#')
            --begin;
        return isBlankAt(begin - 1);
    }

    QStringView m_text;
    const QByteArray &m_styles;
    const QStringList &m_atoms;
    MarkdownPlace m_place;
    StyledText m_raw;
    qsizetype m_blockMark = -1;
    qsizetype m_runEnd = 0; // of the run that was asked for last
    bool m_isRunMarkup = false;
};

bool areParenthesesBalanced(const QString &address)
{
    int depth = 0;
    for (const QChar c : address) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (depth < 0 || depth > deepestParentheses)
            return false;
    }
    return depth == 0;
}

bool hasNoPlaceInAddress(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c == u'<' || c == u'>' || c == u'\\' || c == u'`' ||
           c == u'"' || c == QChar(atomMark);
}

} // namespace

StyledText escaped(const StyledText &words, const QStringList &atoms, MarkdownPlace place)
{
    return Escaper(words, atoms, place).result();
}

QString markdownDestination(const QString &address)
{
    const bool isBalanced = areParenthesesBalanced(address);
    QString destination;
    for (qsizetype at = 0; at < address.size(); ++at) {
        const QChar c = address.at(at);
        if (hasNoPlaceInAddress(c)) {
            destination.append(QString::fromLatin1(QString(c).toUtf8().toPercentEncoding()));
            continue;
        }
        if ((c == u'(' || c == u')') && !isBalanced)
            destination.append(u'\\');
        destination.append(c);
        // A backslash would not help here.
        if (c == u'&' && beginsEntity(QStringView(address).sliced(at, qMin(longestEntity + 1, address.size() - at))))
            destination.append(QLatin1String("amp;"));
    }
    return destination;
}

bool isMarkdownPunctuation(char32_t c)
{
    if (c < 0x80)
        return isAsciiPunctuation(QChar(char16_t(c)));
    switch (QChar::category(c)) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
        return true;
    default:
        return false;
    }
}

} // namespace intake
