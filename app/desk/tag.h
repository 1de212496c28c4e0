// Tag: a public topic of an article. Tags form a tree and have synonyms. Values, any thread.
#pragma once

#include "desk/id.h"

#include <QList>
#include <QStringList>

namespace desk {

struct Tag {
    TagId id;
    QString name;        // unique without regard to case
    QString slug;        // unique; names the topic's page
    TagId parent;        // null: at the top
    QString description; // Markdown, on the topic's page
    QStringList synonyms;
    qint64 version = 0;
};

struct TagCounts {
    qint64 letters = 0;
    qint64 articles = 0;
};

inline constexpr int maximumTagDepth = 3;

// Names out of a pasted list: parted by commas, semicolons or line ends, trimmed, without doubles (case apart).
[[nodiscard]] QStringList tagNames(const QString &list);

// Whether `tag` may hang below `parent` in the tree `tags`: no circle, and not deeper than maximumTagDepth.
[[nodiscard]] bool canHangBelow(const QList<Tag> &tags, const TagId &tag, const TagId &parent);

} // namespace desk
