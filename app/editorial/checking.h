// Checking: what must not go out: what an article lacks, and what in it would give a writer away.
#pragma once

#include "base/progress.h"
#include "desk/finding.h"
#include "editorial/desk.h"
#include "storage/article_store.h"

namespace editorial {

// Findings about one article, blockers first.
[[nodiscard]] base::Result<QList<desk::Finding>> articleCheck(Desk &desk, const desk::ArticleId &article,
                                                              const desk::Masthead &masthead);

// Findings about each of these articles, in their order. Cancelled: Kind::Cancelled.
[[nodiscard]] base::Result<QList<QList<desk::Finding>>> articleChecks(Desk &desk,
                                                                      const QList<storage::ArticleHead> &heads,
                                                                      const desk::Masthead &masthead,
                                                                      base::Progress &progress);

// Findings about one article, or, where `article` is null, about the masthead and all articles that are not withdrawn;
// blockers first. Cancelled: Kind::Cancelled.
[[nodiscard]] base::Result<QList<desk::Finding>> check(Desk &desk, const desk::ArticleId &article,
                                                       base::Progress &progress);

} // namespace editorial
