// Article listing: articles, tags, findings and exports as text for people. Pure functions, the main thread.
#pragma once

#include "cli/json.h"

namespace cli {

[[nodiscard]] QString listed(const QList<desk::ArticleRow> &articles, const TagNames &tags);
[[nodiscard]] QString shown(const editorial::ArticleView &article, const TagNames &tags);
// A line per tag with its counts, sub-tags below their parents.
[[nodiscard]] QString listed(const editorial::TagTree &tree);
// A line per finding; `slugs` names the articles.
[[nodiscard]] QString listed(const QList<desk::Finding> &findings, const QHash<desk::ArticleId, QString> &slugs);
// What happens, or in a dry run would happen, to the files of the site.
[[nodiscard]] QString shown(const editorial::ExportReport &report, const QHash<desk::ArticleId, QString> &slugs,
                            bool isDryRun);

} // namespace cli
