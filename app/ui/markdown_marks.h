// What the keys of the writing room do to Markdown: pure functions over a cursor. Each is one step of undo.
#pragma once

#include <QTextCursor>

#include <optional>

namespace ui {

// The address (http, https or mailto) that the text is, apart from spaces around it.
[[nodiscard]] std::optional<QString> addressIn(const QString &text);

// Puts `mark` around the selection, or takes it away where it is there already; without a selection, around the caret.
[[nodiscard]] QTextCursor toggledMark(QTextCursor cursor, const QString &mark);
// Makes the selection the words of a link. The address is selected afterwards, for typing over it; without a selection
// the caret is where the words go.
[[nodiscard]] QTextCursor linked(QTextCursor cursor, const QString &address);
// Puts the text as a quotation at the caret, with an empty line on both sides. The caret is behind it afterwards.
[[nodiscard]] QTextCursor quoted(QTextCursor cursor, const QString &text);
// Puts ">" before the lines of the selection, or takes it away where all of them have it.
[[nodiscard]] QTextCursor quoteToggled(QTextCursor cursor);
// Makes the lines of the selection items of a list, or lines again where all of them are. Empty lines stay.
[[nodiscard]] QTextCursor listToggled(QTextCursor cursor, bool numbered);
// Makes the line of the caret a heading of the next level: 1, 2, 3, none.
[[nodiscard]] QTextCursor headingChanged(QTextCursor cursor);
// Puts Markdown that shows or links a file, as "![words](address)", in place of the selection. Its words are selected
// afterwards, for typing over them; without words the caret is where they go.
[[nodiscard]] QTextCursor enclosed(QTextCursor cursor, const QString &markdown);

} // namespace ui
