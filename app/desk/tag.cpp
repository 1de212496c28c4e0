#include "desk/tag.h"

#include <QHash>
#include <QRegularExpression>

namespace desk {

namespace {

// The levels below `top`, at most `limit`: a circle in a damaged tree has no end.
int heightBelow(const QList<Tag> &tags, const TagId &top, int limit)
{
    int height = 0;
    if (limit == 0 || top.isNull())
        return height;
    for (const Tag &tag : tags) {
        if (tag.parent == top)
            height = qMax(height, 1 + heightBelow(tags, tag.id, limit - 1));
    }
    return height;
}

} // namespace

QStringList tagNames(const QString &list)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\n\\r]"));
    QStringList names;
    for (const QString &part : list.split(separators, Qt::SkipEmptyParts)) {
        const QString tagName = part.simplified();
        if (!tagName.isEmpty() && !names.contains(tagName, Qt::CaseInsensitive))
            names.append(tagName);
    }
    return names;
}

bool canHangBelow(const QList<Tag> &tags, const TagId &tag, const TagId &parent)
{
    QHash<TagId, TagId> parents;
    for (const Tag &each : tags)
        parents.insert(each.id, each.parent);

    int depth = 0;
    for (TagId at = parent; !at.isNull(); at = parents.value(at)) {
        if (at == tag || ++depth >= maximumTagDepth)
            return false;
    }
    return depth + 1 + heightBelow(tags, tag, maximumTagDepth) <= maximumTagDepth;
}

} // namespace desk
