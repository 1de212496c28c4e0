// The functions behind the commands about letters. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> importSources(Invocation &invocation);
[[nodiscard]] base::Result<Status> listLetters(Invocation &invocation);
[[nodiscard]] base::Result<Status> showLetter(Invocation &invocation);
[[nodiscard]] base::Result<Status> editLetter(Invocation &invocation);

} // namespace cli
