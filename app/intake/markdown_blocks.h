// MarkdownBlocks: the Markdown of a post as its paragraphs, headings and rules, in order, with the marks of quotation
// off, and back. Only as much of Markdown is read as parting a text needs (CommonMark 0.30, sections 4 and 5.1): of
// lists and tables each paragraph is a text; what is fenced or indented as code is one block. Pure functions, any
// thread.
#pragma once

#include <QList>
#include <QString>

namespace intake {

struct MarkdownBlock {
    enum class Kind { Text, Rule, Code };
    Kind kind = Kind::Text;
    int depth = 0;    // marks of quotation before each line
    int gapDepth = 0; // the same before it: of the blank line that parts it from the block before
    QString text;     // lines parted by "\n", without the marks; no blank line but in code
};

[[nodiscard]] QList<MarkdownBlock> markdownBlocks(const QString &markdown);

// The blocks as Markdown again, with `depth` marks of quotation less, and without blank lines and rules around it.
[[nodiscard]] QString markdownOf(const QList<MarkdownBlock> &blocks, int depth = 0);

// Without the rules at its beginning and end.
[[nodiscard]] QList<MarkdownBlock> withoutEdgeRules(const QList<MarkdownBlock> &blocks);

// By what a paragraph is known again in other posts: its text without regard to white space, hard breaks and characters
// that have no width.
[[nodiscard]] QString blockKey(const MarkdownBlock &block);

// Whether nothing but the end of a line, or of the text, stands at `at`: "\n", or "\\\n", or white space and "\n".
[[nodiscard]] bool isLineEnd(QStringView text, qsizetype at);

// Where the next line behind a hard break begins, from within the line before; negative: there is none.
[[nodiscard]] qsizetype lineBehindBreak(QStringView text, qsizetype from);

} // namespace intake
