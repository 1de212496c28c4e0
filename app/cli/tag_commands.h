// The functions behind the commands about tags. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> listTags(Invocation &invocation);
[[nodiscard]] base::Result<Status> changeTag(Invocation &invocation);

} // namespace cli
