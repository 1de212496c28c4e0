// Tags: the tag tree and what happens to it.
#pragma once

#include "desk/tag.h"
#include "editorial/desk.h"

#include <QHash>

namespace editorial {

struct TagTree {
    QList<desk::Tag> tags; // by name
    QHash<desk::TagId, desk::TagCounts> counts;
};

[[nodiscard]] base::Result<TagTree> tags(Desk &desk);
// The tag of that name, synonym, slug or id, without regard to case; Kind::NotFound with a message otherwise.
[[nodiscard]] base::Result<desk::Tag> tagNamed(Desk &desk, const QString &name);
// The tags of these names (or synonyms); those that do not exist are made.
[[nodiscard]] base::Result<QList<desk::TagId>> tagsNamed(Desk &desk, const QStringList &names);

// `before` without the tags named in `remove` and with those named in `add`, which are made where they do not exist.
[[nodiscard]] base::Result<QList<desk::TagId>> retagged(Desk &desk, const QList<desk::TagId> &before,
                                                        const QStringList &add, const QStringList &remove);

[[nodiscard]] base::Result<Change> addTag(Desk &desk, const QString &name, const desk::TagId &parent);
[[nodiscard]] base::Result<Change> renameTag(Desk &desk, const desk::TagId &tag, const QString &name);
// Everything that carries `from` carries `into` instead; `from` and its synonyms become synonyms of `into`.
[[nodiscard]] base::Result<Change> mergeTags(Desk &desk, const desk::TagId &from, const desk::TagId &into);
[[nodiscard]] base::Result<Change> moveTag(Desk &desk, const desk::TagId &tag, const desk::TagId &parent);
[[nodiscard]] base::Result<Change> describeTag(Desk &desk, const desk::TagId &tag, const QString &description,
                                               const QStringList &synonyms);
[[nodiscard]] base::Result<Change> deleteTag(Desk &desk, const desk::TagId &tag);

} // namespace editorial
