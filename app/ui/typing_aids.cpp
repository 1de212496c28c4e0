#include "ui/typing_aids.h"

#include "ui/list_lines.h"
#include "ui/markdown_marks.h"

#include <QTextBlock>
#include <QTextDocument>

#include <array>

namespace ui {

namespace {

struct Pair {
    char16_t open;
    char16_t close;
    bool alone; // typed without a selection it gets its other half
};

// A star or a line may become a list or a rule as well, so they close only around a selection.
constexpr std::array pairs{Pair{u'(', u')', true}, Pair{u'[', u']', true},  Pair{u'"', u'"', true},
                           Pair{u'`', u'`', true}, Pair{u'*', u'*', false}, Pair{u'_', u'_', false}};

const Pair *pairOpenedBy(QChar sign)
{
    const auto *found =
        std::find_if(pairs.begin(), pairs.end(), [sign](const Pair &pair) { return pair.open == sign.unicode(); });
    return found == pairs.end() ? nullptr : found;
}

const Pair *pairClosedBy(QChar sign)
{
    const auto *found = std::find_if(pairs.begin(), pairs.end(),
                                     [sign](const Pair &pair) { return pair.alone && pair.close == sign.unicode(); });
    return found == pairs.end() ? nullptr : found;
}

QChar signBefore(const QTextCursor &cursor)
{
    return cursor.atBlockStart() ? QChar() : cursor.document()->characterAt(cursor.position() - 1);
}

QChar signBehind(const QTextCursor &cursor)
{
    return cursor.atBlockEnd() ? QChar() : cursor.document()->characterAt(cursor.position());
}

bool isWithinParagraph(const QTextCursor &cursor)
{
    return !cursor.selectedText().contains(QChar::ParagraphSeparator);
}

// One step of undo of its own, to which what is typed next does not belong either: for that, the last sign goes in
// first.
void add(QTextCursor &cursor, const QString &text)
{
    const int at = cursor.position();
    cursor.beginEditBlock();
    cursor.insertText(text.last(1));
    cursor.setPosition(at);
    cursor.insertText(text.chopped(1));
    cursor.endEditBlock();
    cursor.setPosition(at + int(text.size()));
}

void replace(const QTextBlock &block, int from, int size, const QString &text)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + from);
    cursor.setPosition(block.position() + from + size, QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

// "> " of "> > ".
QString outerQuote(const QString &quote)
{
    return quote.left(std::max<qsizetype>(quote.lastIndexOf(QLatin1Char('>')), 0));
}

// The nearest item above that stands no deeper than `column`, in the same quotation; none beyond a paragraph that is
// no part of the list.
std::optional<LineBeginning> itemAbove(const QTextBlock &block, const LineBeginning &beginning, int column)
{
    for (QTextBlock above = block.previous(); above.isValid(); above = above.previous()) {
        const QString line = above.text();
        const LineBeginning found = beginningOf(line);
        if (found.quote.trimmed() != beginning.quote.trimmed())
            return std::nullopt;
        if (found.isItem() && found.column() <= column)
            return found;
        const QString words = line.mid(found.quote.size());
        const bool beginsParagraph = above.previous().text().trimmed().isEmpty();
        if (!found.isItem() && !words.isEmpty() && !words.startsWith(QLatin1Char(' ')) && beginsParagraph)
            return std::nullopt;
    }
    return std::nullopt;
}

int columnOf(const QTextBlock &block, const LineBeginning &item, bool deeper)
{
    if (deeper) {
        const auto above = itemAbove(block, item, item.column());
        return above && above->column() == item.column() ? above->wordColumn() : item.column();
    }
    const auto above = item.column() > 0 ? itemAbove(block, item, item.column() - 1) : std::nullopt;
    return above ? above->column() : 0;
}

void indent(const QTextBlock &block, bool deeper)
{
    const LineBeginning beginning = beginningOf(block.text());
    const int quote = int(beginning.quote.size());
    if (beginning.isItem()) {
        replace(block, quote, beginning.column(), QString(columnOf(block, beginning, deeper), QLatin1Char(' ')));
    } else if (beginning.isQuoted()) {
        const QString wanted = deeper ? beginning.quote + QLatin1String("> ") : outerQuote(beginning.quote);
        replace(block, 0, quote, wanted);
    }
}

// An item that came to others counts on from them; one that begins a list begins at one.
void number(const QTextBlock &block)
{
    const LineBeginning item = beginningOf(block.text());
    if (!item.isItem() || !item.isNumbered())
        return;
    const auto above = itemAbove(block, item, item.column());
    const bool follows = above && above->column() == item.column() && above->isNumbered();
    replace(block, int(item.quote.size() + item.indent.size()), int(item.marker.size()),
            follows ? nextMarker(above->marker) : firstMarker(item.marker));
}

// Those that begin as an item or as a quotation.
QVector<QTextBlock> indentableLines(const QTextCursor &cursor)
{
    QVector<QTextBlock> lines = linesOf(cursor);
    lines.removeIf([](const QTextBlock &line) {
        const LineBeginning beginning = beginningOf(line.text());
        return !beginning.isItem() && !beginning.isQuoted();
    });
    return lines;
}

QTextCursor ended(QTextCursor cursor, const LineBeginning &beginning)
{
    cursor.beginEditBlock();
    replace(cursor.block(), 0, beginning.size(), beginning.isItem() ? beginning.quote : outerQuote(beginning.quote));
    cursor.endEditBlock();
    return cursor;
}

QTextCursor surrounded(QTextCursor cursor, const Pair &pair)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    cursor.beginEditBlock();
    cursor.setPosition(to);
    cursor.insertText(QString(pair.close));
    cursor.setPosition(from);
    cursor.insertText(QString(pair.open));
    cursor.endEditBlock();
    cursor.setPosition(from + 1);
    cursor.setPosition(to + 1, QTextCursor::KeepAnchor);
    return cursor;
}

// Whether every half in the paragraph has its other one, so that one more would be too many.
bool isBalanced(const QString &paragraph, const Pair &pair)
{
    if (pair.open == pair.close)
        return paragraph.count(QChar(pair.open)) % 2 == 0;
    return paragraph.count(QChar(pair.open)) == paragraph.count(QChar(pair.close));
}

bool mayClose(const QTextCursor &cursor, const Pair &pair)
{
    const QChar before = signBefore(cursor);
    const QChar behind = signBehind(cursor);
    const bool atEnd = behind.isNull() || behind.isSpace() || QStringView(u")]}.,;:!?\"").contains(behind);
    const bool atStart = pair.open != pair.close || !(before.isLetterOrNumber() || before == QChar(pair.open));
    return atEnd && atStart && before != QLatin1Char('\\');
}

} // namespace

std::optional<QTextCursor> lineContinued(QTextCursor cursor)
{
    const QString line = cursor.block().text();
    const LineBeginning beginning = beginningOf(line);
    if (cursor.hasSelection() || beginning.size() == 0 || cursor.positionInBlock() < beginning.size())
        return std::nullopt;
    if (beginning.isItem() && beginning.gap.isEmpty())
        return std::nullopt; // "1984." at the end of a line is words
    if (line.size() == beginning.size())
        return beginning.column() > 0 ? linesIndented(cursor, false) : ended(cursor, beginning);
    cursor.insertBlock();
    add(cursor, beginning.quote + beginning.indent + nextMarker(beginning.marker) + beginning.gap);
    return cursor;
}

std::optional<QTextCursor> linesIndented(QTextCursor cursor, bool deeper)
{
    const QVector<QTextBlock> lines = indentableLines(cursor);
    if (lines.isEmpty())
        return std::nullopt;
    cursor.beginEditBlock();
    // An item goes where those above it are: deeper after they went there, back before.
    if (deeper)
        std::for_each(lines.begin(), lines.end(), [](const QTextBlock &line) { indent(line, true); });
    else
        std::for_each(lines.rbegin(), lines.rend(), [](const QTextBlock &line) { indent(line, false); });
    std::for_each(lines.begin(), lines.end(), number);
    cursor.endEditBlock();
    return cursor;
}

std::optional<QTextCursor> pairTyped(QTextCursor cursor, QChar typed)
{
    const Pair *opened = pairOpenedBy(typed);
    if (cursor.hasSelection())
        return opened && isWithinParagraph(cursor) ? std::optional(surrounded(cursor, *opened)) : std::nullopt;
    const Pair *closed = pairClosedBy(typed);
    if (closed && signBehind(cursor) == typed && isBalanced(cursor.block().text(), *closed)) {
        cursor.movePosition(QTextCursor::NextCharacter);
        return cursor;
    }
    if (!opened || !opened->alone || !mayClose(cursor, *opened))
        return std::nullopt;
    cursor.insertText(typed);
    add(cursor, QString(opened->close));
    cursor.movePosition(QTextCursor::PreviousCharacter);
    return cursor;
}

std::optional<QTextCursor> pairErased(QTextCursor cursor)
{
    const Pair *pair = pairOpenedBy(signBefore(cursor));
    if (cursor.hasSelection() || !pair || !pair->alone || signBehind(cursor) != QChar(pair->close) ||
        !isBalanced(cursor.block().text(), *pair))
        return std::nullopt;
    cursor.beginEditBlock();
    cursor.deleteChar();
    cursor.deletePreviousChar();
    cursor.endEditBlock();
    return cursor;
}

std::optional<QTextCursor> addressPasted(QTextCursor cursor, const QString &pasted)
{
    const std::optional<QString> address = addressIn(pasted);
    if (!address || !cursor.hasSelection() || !isWithinParagraph(cursor) || addressIn(cursor.selectedText()))
        return std::nullopt;
    cursor = linked(cursor, *address);
    cursor.setPosition(cursor.selectionEnd() + 1);
    return cursor;
}

} // namespace ui
