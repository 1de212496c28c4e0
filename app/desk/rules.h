// Rules: what must hold of an article before it goes out. Pure functions over values, any thread.
#pragma once

#include "desk/article.h"
#include "desk/finding.h"
#include "desk/letter.h"
#include "desk/masthead.h"

namespace desk {

// What the article lacks or has wrongly, blockers first. `letters` are those that its answers name, in any order; one
// that is missing is a finding.
[[nodiscard]] QList<Finding> articleFindings(const Article &article, const QList<Letter> &letters,
                                             const Masthead &masthead);

// What the masthead lacks for a site to be complete. Warnings only.
[[nodiscard]] QList<Finding> mastheadFindings(const Masthead &masthead);

} // namespace desk
