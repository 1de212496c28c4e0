// How a line of Markdown begins: the quotations it stands in, and its marker if it is an item of a list. After
// CommonMark 0.30, sections 5.1 to 5.3, as far as one line tells: whether it stands within code it does not.
#pragma once

#include <QString>
#include <QTextBlock>
#include <QTextCursor>
#include <QVector>

namespace ui {

struct LineBeginning {
    QString quote;  // "> > ", as it is written
    QString indent; // spaces before the marker
    QString marker; // "-", "12."; empty: no item
    QString gap;    // spaces behind the marker

    [[nodiscard]] bool isItem() const { return !marker.isEmpty(); }
    [[nodiscard]] bool isQuoted() const { return !quote.isEmpty(); }
    [[nodiscard]] bool isNumbered() const { return marker.size() > 1; }
    [[nodiscard]] int size() const { return int(quote.size() + indent.size() + marker.size() + gap.size()); }
    // Where the marker stands, and where the words of the item begin: an item below it is indented as far.
    [[nodiscard]] int column() const { return int(indent.size()); }
    [[nodiscard]] int wordColumn() const;
};

[[nodiscard]] LineBeginning beginningOf(const QString &line);

// The marker of the item that follows one with this marker: "3." for "2.", "-" for "-".
[[nodiscard]] QString nextMarker(const QString &marker);
// "1." for "7.", "1)" for "7)", "-" for "-".
[[nodiscard]] QString firstMarker(const QString &marker);

// The lines that the selection touches, or the one of the caret. Not one whose beginning the selection just reaches.
[[nodiscard]] QVector<QTextBlock> linesOf(const QTextCursor &cursor);

} // namespace ui
