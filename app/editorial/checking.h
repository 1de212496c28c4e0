// Checking: what must not go out: what an article lacks, and what in it would give a writer away.
#pragma once

#include "base/progress.h"
#include "desk/finding.h"
#include "editorial/desk.h"

namespace editorial {

// Findings about one article, blockers first.
[[nodiscard]] base::Result<QList<desk::Finding>> articleCheck(Desk &desk, const desk::ArticleId &article,
                                                              const desk::Masthead &masthead);

// Findings about one article, or, where `article` is null, about the masthead and all articles that are not withdrawn;
// blockers first. Cancelled: Kind::Cancelled.
[[nodiscard]] base::Result<QList<desk::Finding>> check(Desk &desk, const desk::ArticleId &article,
                                                       base::Progress &progress);

} // namespace editorial
