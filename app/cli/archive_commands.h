// Archive commands: `archive` and `restore`: a desk as a folder of files that other programs can read, and back.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> archiveToFolder(Invocation &invocation);
[[nodiscard]] base::Result<Status> restoreFromFolder(Invocation &invocation);

} // namespace cli
