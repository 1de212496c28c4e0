// The functions behind the commands about the desk as a whole, its masthead, and spelling. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> newDesk(Invocation &invocation);
[[nodiscard]] base::Result<Status> setField(Invocation &invocation);
[[nodiscard]] base::Result<Status> getField(Invocation &invocation);
[[nodiscard]] base::Result<Status> backUpDesk(Invocation &invocation);
[[nodiscard]] base::Result<Status> verifyDesk(Invocation &invocation);
[[nodiscard]] base::Result<Status> checkSpelling(Invocation &invocation);

} // namespace cli
