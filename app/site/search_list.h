// The list that the search page looks through: titles, topics and excerpts of all articles, as a script, because a page
// opened by double-click may load a script beside it but fetch nothing.
#pragma once

#include "site/outline.h"

#include <string>

namespace site {

// "var postbagArticles = [[title, file, topics, excerpt, date], ...];"
[[nodiscard]] std::string searchList(const Outline &outline);

} // namespace site
