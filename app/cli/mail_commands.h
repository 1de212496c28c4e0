// The functions behind the commands about mailboxes on servers. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> fetchLetters(Invocation &invocation);
[[nodiscard]] base::Result<Status> changeAccounts(Invocation &invocation);

} // namespace cli
