// The functions behind the commands about answers and articles. See commands.cpp.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] base::Result<Status> answerLetter(Invocation &invocation);
[[nodiscard]] base::Result<Status> listArticles(Invocation &invocation);
[[nodiscard]] base::Result<Status> showArticle(Invocation &invocation);

} // namespace cli
