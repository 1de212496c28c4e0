// The stretches of a text that are no prose: addresses, file names and handles, and what Markdown does not show. One
// pass with a light lexer; it may err on odd input, it never takes more than linear time. Pure, any thread.
#pragma once

#include "spelling/words.h"

namespace spelling {

// In the order of the text, none within another.
[[nodiscard]] QVector<Word> exemptRanges(QStringView text, bool markdown);

} // namespace spelling
