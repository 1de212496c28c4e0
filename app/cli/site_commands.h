// The functions behind the commands about the site. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> checkArticles(Invocation &invocation);
[[nodiscard]] base::Result<Status> exportDesk(Invocation &invocation);
[[nodiscard]] base::Result<Status> renderPage(Invocation &invocation);

} // namespace cli
