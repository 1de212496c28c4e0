#include "intake/markdown_writer.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace intake {

namespace {

// Deeper quotations and lists are written as deep as this; the text itself is the first container.
constexpr qsizetype deepestContainer = 9;
// Readers of Markdown have limits for blanks before words.
constexpr qsizetype deepestIndent = 100;

QString withoutTrailingBlanks(QString prefix)
{
    while (prefix.endsWith(u' '))
        prefix.chop(1);
    return prefix;
}

QString codeLine(QString line)
{
    line.removeIf(
        [](QChar c) { return (c.category() == QChar::Other_Control && c != u'\t') || c.unicode() >= 0xFFFE; });
    const auto *word = std::find_if(line.cbegin(), line.cend(), [](QChar c) { return c != u' ' && c != u'\t'; });
    const qsizetype indent = word - line.cbegin();
    return indent > deepestIndent ? line.sliced(indent - deepestIndent) : line;
}

// How many of "`" there are at most in a row.
qsizetype longestRun(const QStringList &lines)
{
    qsizetype longest = 0;
    for (const QString &line : lines) {
        qsizetype run = 0;
        for (const QChar c : line) {
            run = c == u'`' ? run + 1 : 0;
            longest = qMax(longest, run);
        }
    }
    return longest;
}

} // namespace

MarkdownWriter::MarkdownWriter() : m_containers({Container()}) {}

void MarkdownWriter::breakLine()
{
    if (m_headingLevel > 0)
        m_line.addSpace();
    else if (m_line.endsWithBreak())
        endBlock();
    else
        m_line.breakLine();
}

void MarkdownWriter::endBlock()
{
    if (m_line.isEmpty())
        return;
    if (!m_address.isEmpty())
        m_line.closeLink();
    const bool isHeading = m_headingLevel > 0;
    const QString text = m_line.take(isHeading ? MarkdownPlace::Heading : MarkdownPlace::Paragraph);
    if (!m_address.isEmpty())
        m_line.openLink(m_address);
    if (isHeading)
        write({QString(QString(m_headingLevel, u'#') + QLatin1Char(' ') + text)});
    else
        write(text.split(u'\n'), true);
}

void MarkdownWriter::openLink(const QString &address)
{
    m_address = address;
    m_line.openLink(address);
}

void MarkdownWriter::closeLink()
{
    m_line.closeLink();
    m_address.clear();
}

void MarkdownWriter::dropLink()
{
    m_line.dropLink();
    m_address.clear();
}

void MarkdownWriter::startHeading(int level)
{
    endBlock();
    m_headingLevel = level;
}

void MarkdownWriter::endHeading()
{
    endBlock();
    m_headingLevel = 0;
}

// Within a list, "-" would be its mark.
void MarkdownWriter::addRule()
{
    endBlock();
    write({m_lists.isEmpty() ? QStringLiteral("---") : QStringLiteral("___")});
}

void MarkdownWriter::addCodeBlock(const QString &code)
{
    endBlock();
    QStringList lines = base::withUnixLineEnds(code).split(u'\n');
    std::transform(lines.cbegin(), lines.cend(), lines.begin(), codeLine);
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    if (lines.isEmpty())
        return;
    const QString fence(qMax<qsizetype>(3, longestRun(lines) + 1), u'`');
    lines.prepend(fence);
    lines.append(fence);
    write(lines);
}

// In a tight list, a list below an item follows its paragraph at once, but a number other than 1 would not end that.
void MarkdownWriter::openList(std::optional<int> first, bool isTight)
{
    endBlock();
    List list;
    list.isTight = isTight;
    list.next = first;
    if (!m_lists.isEmpty() && !m_lists.last().isInItem && m_lists.last().hasItems &&
        m_lists.last().depth == m_containers.size()) {
        list.isContinuing = true;
        open(m_lists.last().rest, m_lists.last().rest);
    }
    list.depth = m_containers.size();
    const QChar usual = first ? u'.' : u'-';
    const QChar other = first ? u')' : u'*';
    list.mark = m_containers.last().lastMark == usual ? other : usual;
    const bool isBelowTight = !m_lists.isEmpty() && m_lists.last().isTight && isTight && first.value_or(1) == 1;
    m_isJoined = isBelowTight && m_paragraphIn == m_containers.size() && isShown();
    m_lists.append(list);
}

void MarkdownWriter::closeList()
{
    endBlock();
    m_isJoined = false;
    const List list = m_lists.takeLast();
    if (list.hasItems)
        m_containers.last().lastMark = list.mark;
    if (!list.isContinuing)
        return;
    close();
    if (list.isTight && list.hasItems && list.lastBlock == m_blocks)
        m_lists.last().lastBlock = m_blocks;
}

void MarkdownWriter::openItem(std::optional<int> number)
{
    endBlock();
    List &list = m_lists.last();
    const bool isOther = list.next && number && *number >= 0 && *number != *list.next;
    if (isOther && list.hasItems)
        list.mark = list.mark == u'.' ? u')' : u'.';
    if (isOther)
        list.next = number;
    m_isJoined = m_isJoined || (list.isTight && list.hasItems && !isOther && list.lastBlock == m_blocks && isShown());
    const QString mark = QString((list.next ? QString::number(*list.next) : QString()) + list.mark + QLatin1Char(' '));
    const bool isJoined = m_isJoined;
    open(mark, QString(mark.size(), u' '));
    m_isJoined = isJoined;
    list.isInItem = true;
}

void MarkdownWriter::closeItem()
{
    endBlock();
    List &list = m_lists.last();
    list.isInItem = false;
    if (m_containers.last().isUsed) {
        list.hasItems = true;
        list.lastBlock = m_blocks;
        list.rest = m_containers.last().rest;
        if (list.next)
            ++*list.next;
        m_isJoined = false;
    }
    close();
}

QString MarkdownWriter::result()
{
    endBlock();
    return std::exchange(m_out, {});
}

void MarkdownWriter::open(const QString &first, const QString &rest)
{
    endBlock();
    const bool shown = isShown();
    m_containers.append({shown ? first : QString(), shown ? rest : QString(), false, QChar()});
}

void MarkdownWriter::close()
{
    endBlock();
    m_containers.removeLast();
    m_shallowest = qMin(m_shallowest, m_containers.size());
}

// Whether a container that is opened now is one in the text.
bool MarkdownWriter::isShown() const
{
    return m_containers.size() < deepestContainer;
}

void MarkdownWriter::write(const QStringList &lines, bool isParagraph)
{
    const bool beginsItem = std::any_of(m_containers.cbegin(), m_containers.cend(), [](const Container &container) {
        return !container.isUsed && container.first != container.rest;
    });
    if (!(m_isJoined && beginsItem) && !m_out.isEmpty())
        m_out.append(blankPrefix()).append(u'\n');
    QString prefix;
    QString rest;
    for (Container &container : m_containers) {
        prefix.append(container.isUsed ? container.rest : container.first);
        rest.append(container.rest);
        container.isUsed = true;
        container.lastMark = QChar();
    }
    const QString blank = withoutTrailingBlanks(rest);
    for (const QString &line : lines) {
        m_out.append(line.isEmpty() ? blank : prefix).append(line).append(u'\n');
        prefix = rest;
    }
    m_isJoined = false;
    m_shallowest = m_containers.size();
    m_paragraphIn = isParagraph ? m_containers.size() : 0;
    ++m_blocks;
}

QString MarkdownWriter::blankPrefix() const
{
    QString prefix;
    for (qsizetype i = 0; i < m_shallowest; ++i)
        prefix.append(m_containers.at(i).rest);
    return withoutTrailingBlanks(prefix);
}

} // namespace intake
