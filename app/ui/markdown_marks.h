// What the keys of the writing room do to Markdown: pure functions over a cursor. Each is one step of undo.
#pragma once

#include <QTextCursor>

namespace ui {

// Puts `mark` around the selection, or takes it away where it is there already; without a selection, around the caret.
[[nodiscard]] QTextCursor toggledMark(QTextCursor cursor, const QString &mark);
// Makes the selection the words of a link. The address is selected afterwards, for typing over it; without a selection
// the caret is where the words go.
[[nodiscard]] QTextCursor linked(QTextCursor cursor, const QString &address);
// Puts the text as a quotation at the caret, with an empty line on both sides. The caret is behind it afterwards.
[[nodiscard]] QTextCursor quoted(QTextCursor cursor, const QString &text);
// Puts Markdown that shows or links a file, as "![words](address)", in place of the selection. Its words are selected
// afterwards, for typing over them; without words the caret is where they go.
[[nodiscard]] QTextCursor enclosed(QTextCursor cursor, const QString &markdown);

} // namespace ui
