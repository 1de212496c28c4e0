// Letters come with indented paragraphs, which Markdown would take for code. Pure, any thread.
#pragma once

#include <QByteArray>

namespace markdown {

// The text with the indent of lines removed where it would begin code: four columns or more, outside lists and fenced
// code. The number of lines stays.
[[nodiscard]] QByteArray withoutIndents(const QByteArray &utf8);

} // namespace markdown
