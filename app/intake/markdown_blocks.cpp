#include "intake/markdown_blocks.h"

#include <QStringView>

#include <algorithm>
#include <optional>

namespace intake {

namespace {

struct QuotedLine {
    int depth = 0;
    QStringView text; // behind the marks
};

// Up to three spaces may stand before each mark, and one behind it belongs to it. No more than `most` marks are taken.
QuotedLine quotedLine(QStringView line, int most)
{
    QuotedLine quoted{0, line};
    while (quoted.depth < most) {
        qsizetype at = 0;
        while (at < quoted.text.size() && at < 3 && quoted.text.at(at) == u' ')
            ++at;
        if (at == quoted.text.size() || quoted.text.at(at) != u'>')
            return quoted;
        ++quoted.depth;
        quoted.text = quoted.text.sliced(at + 1);
        if (quoted.text.startsWith(u' '))
            quoted.text = quoted.text.sliced(1);
    }
    return quoted;
}

// "---", "* * *", and what people take for one: "•••", "\* \* \*".
bool isRuleLine(QStringView line)
{
    constexpr qsizetype fewest = 3;
    QChar mark;
    qsizetype count = 0;
    for (const QChar c : line) {
        if (c.isSpace() || c == u'\\')
            continue;
        if (!QStringView(u"-*_~•·=⁂✻").contains(c) || (count > 0 && c != mark))
            return false;
        mark = c;
        ++count;
    }
    return count >= fewest || (count == 1 && mark == u'⁂');
}

bool isIndented(QStringView line)
{
    return line.startsWith(u"    ") || line.startsWith(u'\t');
}

// The mark of a fence, as long as it is; empty if the line opens none.
QStringView fenceOf(QStringView line)
{
    const QStringView words = line.trimmed();
    qsizetype marks = 0;
    while (marks < words.size() && words.at(marks) == words.front() && (words.front() == u'`' || words.front() == u'~'))
        ++marks;
    return marks < 3 || words.sliced(marks).contains(u'`') ? QStringView() : words.first(marks);
}

class BlockReader
{
public:
    QList<MarkdownBlock> read(QStringView markdown)
    {
        for (const QStringView line : QStringTokenizer(markdown, u'\n'))
            take(line.endsWith(u'\r') ? line.chopped(1) : line);
        finish();
        return m_blocks;
    }

private:
    void take(QStringView line)
    {
        constexpr int deepest = 100;
        const QuotedLine quoted = quotedLine(line, m_fence.isEmpty() ? deepest : m_depth);
        if (!m_fence.isEmpty() && quoted.depth == m_depth) {
            takeFenced(quoted.text);
            return;
        }
        if (quoted.text.trimmed().isEmpty()) {
            finish();
            m_gapDepth = std::min(m_gapDepth.value_or(deepest), quoted.depth);
            return;
        }
        const bool isRule = fenceOf(quoted.text).isEmpty() && isRuleLine(quoted.text);
        if (m_isOpen && (quoted.depth != m_depth || (isRule && canInterrupt(quoted.text))))
            finish();
        if (m_isOpen)
            m_block.text.append(u'\n').append(quoted.text);
        else
            begin(quoted, isRule);
    }

    // Within a paragraph "---" makes a heading of it, and other signs are its words.
    static bool canInterrupt(QStringView rule)
    {
        const QChar first = rule.trimmed().front();
        return first == u'*' || first == u'_';
    }

    void begin(const QuotedLine &quoted, bool isRule)
    {
        using Kind = MarkdownBlock::Kind;
        m_fence = fenceOf(quoted.text);
        const bool isCode = !m_fence.isEmpty() || isIndented(quoted.text);
        const int shared = m_blocks.isEmpty() ? 0 : std::min(m_blocks.last().depth, quoted.depth);
        m_block = {isRule   ? Kind::Rule
                   : isCode ? Kind::Code
                            : Kind::Text,
                   quoted.depth, std::min(m_gapDepth.value_or(shared), shared), quoted.text.toString()};
        m_depth = quoted.depth;
        m_gapDepth.reset();
        m_isOpen = true;
        if (isRule)
            finish();
    }

    void takeFenced(QStringView text)
    {
        m_block.text.append(u'\n').append(text);
        const QStringView words = text.trimmed();
        if (words.size() >= m_fence.size() && words.count(m_fence.front()) == words.size()) {
            m_fence = {};
            finish();
        }
    }

    void finish()
    {
        m_fence = {};
        if (m_isOpen)
            m_blocks.append(m_block);
        m_isOpen = false;
    }

    QList<MarkdownBlock> m_blocks;
    MarkdownBlock m_block;
    bool m_isOpen = false;
    int m_depth = 0;
    std::optional<int> m_gapDepth;
    QStringView m_fence;
};

bool isRule(const MarkdownBlock &block)
{
    return block.kind == MarkdownBlock::Kind::Rule;
}

void appendMarks(int marks, QString &to)
{
    for (int i = 0; i < marks; ++i)
        to.append(u"> ");
}

void appendBlock(const MarkdownBlock &block, int marks, QString &to)
{
    if (marks == 0) {
        to.append(block.text);
        return;
    }
    bool isFirst = true;
    for (const QStringView line : QStringTokenizer(QStringView(block.text), u'\n')) {
        if (!isFirst)
            to.append(u'\n');
        isFirst = false;
        appendMarks(marks, to);
        to.append(line);
    }
}

} // namespace

QList<MarkdownBlock> markdownBlocks(const QString &markdown)
{
    return BlockReader().read(markdown);
}

QString markdownOf(const QList<MarkdownBlock> &blocks, int depth)
{
    QString markdown;
    for (const MarkdownBlock &block : withoutEdgeRules(blocks)) {
        if (!markdown.isEmpty()) {
            markdown.append(u'\n');
            appendMarks(std::max(0, block.gapDepth - depth), markdown);
            if (markdown.endsWith(u' '))
                markdown.chop(1);
            markdown.append(u'\n');
        }
        appendBlock(block, std::max(0, block.depth - depth), markdown);
    }
    return markdown;
}

QList<MarkdownBlock> withoutEdgeRules(const QList<MarkdownBlock> &blocks)
{
    const auto begin = std::find_if_not(blocks.cbegin(), blocks.cend(), isRule);
    const auto end = std::find_if_not(blocks.crbegin(), std::make_reverse_iterator(begin), isRule).base();
    return {begin, end};
}

QString blockKey(const MarkdownBlock &block)
{
    const QStringView text = block.text;
    QString key(text.size(), Qt::Uninitialized);
    QChar *const begin = key.data();
    QChar *end = begin;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isUnseen = c == QChar(0x00AD) || c == QChar(0x200B) || c == QChar(0x2060) || c == QChar(0xFEFF);
        if (isUnseen)
            continue;
        const bool isSpace = c.isSpace() || (c == u'\\' && isLineEnd(text, i));
        if (!isSpace)
            *end++ = c;
        else if (end != begin && *(end - 1) != u' ')
            *end++ = u' ';
    }
    if (end != begin && *(end - 1) == u' ')
        --end;
    key.truncate(end - begin);
    return key;
}

bool isLineEnd(QStringView text, qsizetype at)
{
    if (at < text.size() && text.at(at) == u'\\')
        return at + 1 < text.size() && text.at(at + 1) == u'\n';
    while (at < text.size() && text.at(at) != u'\n' && text.at(at).isSpace())
        ++at;
    return at == text.size() || text.at(at) == u'\n';
}

qsizetype lineBehindBreak(QStringView text, qsizetype from)
{
    for (qsizetype end = text.indexOf(u'\n', from); end >= 0; end = text.indexOf(u'\n', end + 1)) {
        const QStringView before = text.first(end);
        if (before.endsWith(u'\\') || before.endsWith(u"  "))
            return end + 1;
    }
    return -1;
}

} // namespace intake
