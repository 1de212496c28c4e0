// Text source: a text that a person names by its file, or types or pipes in. Blocking.
#pragma once

#include "base/result.h"

namespace cli {

// The text of the file, or of standard input where it is "-": UTF-8, at most 8 MB, line ends as "\n".
[[nodiscard]] base::Result<QString> readText(const QString &file);

} // namespace cli
