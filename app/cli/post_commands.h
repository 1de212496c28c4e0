// The functions behind the commands about archives of past columns. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

// What “import” does where its sources are exports of WordPress.
[[nodiscard]] base::Result<Status> importPosts(Invocation &invocation);
[[nodiscard]] base::Result<Status> changePosts(Invocation &invocation);

} // namespace cli
