// The sitemap (sitemaps.org, protocol 0.9): every page with the date of what is newest on it. Needs a base address.
#pragma once

#include "site/outline.h"
#include "site/qa_index.h"

namespace site {

// How many parts the sitemap has besides its list: none while everything fits into sitemap.xml itself.
[[nodiscard]] qsizetype sitemapParts(const Outline &outline, const QaIndex &index);
[[nodiscard]] QString sitemapPartFile(qsizetype part); // from 1

// sitemap.xml for part 0: the pages, or the list of the parts. Otherwise that part.
[[nodiscard]] std::string sitemap(const Outline &outline, const QaIndex &index, qsizetype part);

} // namespace site
