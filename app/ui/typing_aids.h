// What the writing room adds to what is typed in Markdown: a list goes on with the next line, a bracket closes, Tab
// indents, an address that is pasted makes a link of the selection. Pure functions over a cursor; std::nullopt where
// there is nothing to add and the key does what it always does. What a person typed and what was added are two steps of
// undo, so that one Ctrl+Z takes the addition away and nothing else.
#pragma once

#include <QTextCursor>

#include <optional>

namespace ui {

// Return in an item of a list or in a quotation: the next line begins as this one does, a number counts on. In one
// without words it ends the list or the quotation instead.
[[nodiscard]] std::optional<QTextCursor> lineContinued(QTextCursor cursor);

// Tab, or Shift+Tab if not `deeper`, where a line of the selection is an item or a quotation: an item goes below the
// one above it, or beside the one it is below; a quotation is quoted once more or once less. Other lines stay as they
// are.
[[nodiscard]] std::optional<QTextCursor> linesIndented(QTextCursor cursor, bool deeper);

// A bracket, a quote or a mark that is typed: around a selection within a paragraph; else with its other half, where no
// word follows; or over the other half that stands there already.
[[nodiscard]] std::optional<QTextCursor> pairTyped(QTextCursor cursor, QChar typed);

// Backspace between two halves with nothing in between takes both away.
[[nodiscard]] std::optional<QTextCursor> pairErased(QTextCursor cursor);

// Something pasted over words of one paragraph: if it is an address, the words become a link to it.
[[nodiscard]] std::optional<QTextCursor> addressPasted(QTextCursor cursor, const QString &pasted);

} // namespace ui
