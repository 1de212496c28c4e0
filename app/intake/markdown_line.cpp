#include "intake/markdown_line.h"

#include "intake/markdown_emphasis.h"

#include <algorithm>
#include <utility>

namespace intake {

namespace {

// What nobody sees: padding, hints where to break lines, and what no text may hold.
bool isInvisible(QChar c)
{
    switch (c.unicode()) {
    case 0x00AD:
    case 0x034F:
    case 0x180E:
    case 0x200B:
    case 0x2060:
    case 0xFEFF:
    case atomMark:
        return true;
    default:
        return c.category() == QChar::Other_Control || c.unicode() >= 0xFFFE;
    }
}

QString visible(const QString &text)
{
    QString words = text.simplified();
    words.removeIf(isInvisible);
    return words.trimmed();
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n';
}

// A code span whose delimiters are longer than any run of "`" within.
QString codeSpan(const QString &code)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : code) {
        run = c == u'`' ? run + 1 : 0;
        longest = qMax(longest, run);
    }
    const QString delimiter(longest + 1, u'`');
    const bool isPadded = code.startsWith(u'`') || code.endsWith(u'`');
    const QLatin1String padding(isPadded ? " " : "");
    return QString(delimiter + padding + code + padding + delimiter);
}

} // namespace

void MarkdownLine::addWords(QStringView words, char style)
{
    const auto isPlain = [](QChar c) {
        return c > u' ' && c < QChar(0x7F);
    };
    for (qsizetype at = 0; at < words.size();) {
        const QChar c = words[at];
        if (isPlain(c)) {
            const auto *end = std::find_if_not(words.cbegin() + at, words.cend(), isPlain);
            append(words.sliced(at, end - words.cbegin() - at), style);
            at = end - words.cbegin();
            continue;
        }
        if (c.isSpace())
            addSpace();
        else if (!isInvisible(c))
            append(words.sliced(at, 1), style);
        ++at;
    }
}

// Two spans of code that touch would be read as one with other ends. Behind a bracket that begins a paragraph, "]:"
// would be that of a reference definition, even in code.
void MarkdownLine::addCode(const QString &code, char style)
{
    if (code.isEmpty())
        return;
    const QString words = visible(code);
    const bool touchesCode =
        !m_spaceDue && !code.front().isSpace() && m_text.endsWith(QChar(atomMark)) && m_atoms.last().startsWith(u'`');
    const bool definesReference =
        (m_text.startsWith(u'[') || !m_address.isEmpty()) && words.contains(QLatin1String("]:"));
    if (words.isEmpty() || touchesCode || definesReference) {
        addWords(code, style);
        return;
    }
    if (code.front().isSpace())
        addSpace();
    addAtom(codeSpan(words), style);
    if (code.back().isSpace())
        addSpace();
}

void MarkdownLine::addPicture(const QString &alternative, const QString &address, char style)
{
    const QString words = visible(alternative);
    const StyledText raw = escaped({words, QByteArray(words.size(), 0)}, {}, MarkdownPlace::Link);
    addAtom(
        QString(QLatin1String("![") + raw.text + QLatin1String("](") + markdownDestination(address) + QLatin1Char(')')),
        style);
}

void MarkdownLine::breakLine()
{
    m_spaceDue = false;
    if (m_text.isEmpty() || endsWithBreak())
        return;
    m_text.append(u'\n');
    m_styles.append(char(0));
}

void MarkdownLine::openLink(const QString &address)
{
    m_address = address;
    m_linkBegin = m_text.size();
}

void MarkdownLine::closeLink()
{
    const QString address = std::exchange(m_address, {});
    if (address.isEmpty())
        return;
    qsizetype begin = m_linkBegin;
    while (begin < m_text.size() && isBlank(m_text.at(begin)))
        ++begin;
    qsizetype end = m_text.size();
    while (end > begin && isBlank(m_text.at(end - 1)))
        --end;
    if (begin == end)
        return;
    StyledText inner{m_text.sliced(begin, end - begin), m_styles.sliced(begin, end - begin)};
    char common = boldStyle | italicStyle;
    for (qsizetype at = 0; at < inner.text.size(); ++at)
        common = isBlank(inner.text.at(at)) ? common : char(common & inner.styles.at(at));
    for (char &style : inner.styles)
        style = char(style & ~common);
    const qsizetype atoms = inner.text.count(QChar(atomMark));
    const StyledText raw = escaped(inner, m_atoms.sliced(m_atoms.size() - atoms), MarkdownPlace::Link);
    m_atoms.resize(m_atoms.size() - atoms);
    const bool endedWithBreak = endsWithBreak();
    m_text.truncate(begin);
    m_styles.truncate(begin);
    const bool spaceDue = std::exchange(m_spaceDue, false);
    addAtom(QString(QLatin1Char('[') + withEmphasis(raw, MarkdownPlace::Link) + QLatin1String("](") +
                    markdownDestination(address) + QLatin1Char(')')),
            common);
    if (endedWithBreak)
        breakLine();
    m_spaceDue = spaceDue;
}

void MarkdownLine::linkAll(const QString &address)
{
    openLink(address);
    m_linkBegin = 0;
    closeLink();
}

QString MarkdownLine::take(MarkdownPlace place)
{
    while (endsWithBreak()) {
        m_text.chop(1);
        m_styles.chop(1);
    }
    const StyledText raw = escaped({std::exchange(m_text, {}), std::exchange(m_styles, {})}, m_atoms, place);
    m_atoms.clear();
    m_address.clear();
    m_spaceDue = false;
    return withEmphasis(raw, place);
}

// A space belongs to an emphasis that goes on behind it.
void MarkdownLine::append(QStringView word, char style)
{
    if (m_spaceDue && !endsWithBreak()) {
        m_text.append(u' ');
        m_styles.append(char(m_styles.back() & style));
    }
    m_spaceDue = false;
    m_text.append(word);
    m_styles.append(word.size(), style);
}

void MarkdownLine::addAtom(const QString &markdown, char style)
{
    append(QStringView(&atomMark, 1), style);
    m_atoms.append(markdown);
}

} // namespace intake
