// The page that stands at an address which an article had before, and leads on to where it is now: at once where the
// browser follows, by a link where it does not. Pure, any thread.
#pragma once

#include "site/outline.h"

#include <string>

namespace site {

[[nodiscard]] std::string redirectPage(const Outline &outline, const Outline::Redirect &redirect);

} // namespace site
