// MarkdownEmphasis: writes the delimiters of bold and italic text where Markdown (CommonMark 0.30) reads them as that.
// They hug their words; where they would be read as mere characters, punctuation at the ends of the emphasis is left
// out of it, and where that does not help, the emphasis is. Pure, any thread.
#pragma once

#include "intake/markdown_escapes.h"

namespace intake {

// `raw` is Markdown as escaped() makes it; spaces at the ends of an emphasis are not of its style. Linear.
[[nodiscard]] QString withEmphasis(const StyledText &raw, MarkdownPlace place);

} // namespace intake
