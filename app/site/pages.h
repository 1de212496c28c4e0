// Pages: every file that a site has, with the key of what it is made from: a file whose key is the one in the manifest
// need not be made again. Values, any thread.
#pragma once

#include "site/enclosures.h"
#include "site/outline.h"
#include "site/qa_index.h"
#include "site/theme.h"

namespace site {

struct Page {
    enum class Kind {
        Asset,     // subject: none; `asset` is the content
        Enclosure, // subject: place among the enclosures
        Article,   // subject: place among the outline's articles
        Front,
        Index,
        IndexGroup, // subject: place among the index's groups
        Topic,      // subject: place among the outline's topics
        Search,
        SearchList,
        NotFound,
        Feed,
        TopicFeed, // subject: as Topic
        Redirect,  // subject: place among the outline's redirects
        Sitemap,   // subject: 0 the first or the list of parts, else the part
    };
    QString file;
    Kind kind = Kind::Asset;
    qsizetype subject = -1;
    QByteArray key; // 40 hexadecimal digits
    QByteArray asset = {};
};

// In the order in which they are written: what others refer to comes first.
[[nodiscard]] QList<Page> pagesOf(const Outline &outline, const QaIndex &index, const Theme &theme,
                                  const Enclosures &enclosures);

// The articles that a feed holds, newest first.
[[nodiscard]] QList<qsizetype> feedArticles(const Outline &outline, const Page &page);

} // namespace site
