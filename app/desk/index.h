// Index: the public index of all Q&As: headings (a tree), entries and references among headings. Values, any thread.
#pragma once

#include "desk/id.h"

#include <QList>
#include <QString>

namespace desk {

struct IndexHeading {
    HeadingId id;
    HeadingId parent; // null: a main heading
    QString text;
    QString sortAs; // empty: the text
};

struct IndexEntry {
    EntryId id;
    HeadingId heading;
    ArticleId article;
    LetterId letter; // null: the whole article
    QString text;    // the question in a line; empty: the title
};

struct IndexReference {
    enum class Kind { See, SeeAlso };
    HeadingId from;
    HeadingId to;
    Kind kind = Kind::See;
};

struct Index {
    QList<IndexHeading> headings;
    QList<IndexEntry> entries;
    QList<IndexReference> references;
};

} // namespace desk
