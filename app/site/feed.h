// Feeds: Atom (RFC 4287) of the latest articles, of the whole site and of each topic, with their full texts. An entry
// keeps its id whatever becomes of its address. Needs a base address. Pure functions, any thread.
#pragma once

#include "site/outline.h"
#include "site/pages.h"
#include "site/renderer.h"

#include <QHash>

namespace site {

// One article as an <entry>; the same in every feed.
[[nodiscard]] QByteArray feedEntry(const Outline &outline, qsizetype article, const Bodies &bodies);

// The feed of a page of kind Feed or TopicFeed; `entries` holds those of its feedArticles().
[[nodiscard]] std::string feed(const Outline &outline, const Page &page, const QHash<qsizetype, QByteArray> &entries);

// Escapes text for XML and HTML, for elements and for attributes in double quotes.
[[nodiscard]] QByteArray escaped(QByteArrayView utf8);

} // namespace site
