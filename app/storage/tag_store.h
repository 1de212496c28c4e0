// TagStore: the tag tree in the desk file. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/tag.h"

#include <QHash>

namespace storage {

class Connection;

// Which letters and articles carried a tag: what undoing a merge or a deletion needs.
struct Tagged {
    QList<desk::LetterId> letters;
    QList<desk::ArticleId> articles;
};

class TagStore
{
public:
    explicit TagStore(Connection &connection);

    [[nodiscard]] base::Result<QList<desk::Tag>> tags(); // by name
    [[nodiscard]] base::Result<QHash<desk::TagId, desk::TagCounts>> counts();
    [[nodiscard]] base::Result<desk::Tag> add(const desk::Tag &tag); // gives version 1
    // Saves name, slug, parent, description and synonyms. Kind::Conflict if the version is not the row's,
    // Kind::Unusable if the name or slug belongs to another tag. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::Tag &tag);
    [[nodiscard]] base::Result<Tagged> tagged(const desk::TagId &tag);
    // Adds the tag to those that do not have it.
    [[nodiscard]] base::Result<void> attach(const desk::TagId &tag, const Tagged &to);
    [[nodiscard]] base::Result<void> detach(const desk::TagId &tag, const Tagged &from);
    // Removes the tag from everything that carries it, and then itself; sub-tags move up to its parent.
    [[nodiscard]] base::Result<void> remove(const desk::TagId &tag);

private:
    Connection &m_connection;
};

} // namespace storage
