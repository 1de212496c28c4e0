// PostTopics: the tags and authors of the desk that stand for the topics and authors of an archive; those that are
// missing are made, and noted as made by the import. A part of this layer; called within a transaction.
#pragma once

#include "desk/post.h"
#include "desk/tag.h"
#include "editorial/desk.h"
#include "editorial/post_catalogue.h"

namespace editorial {

class PostTopics
{
public:
    // `catalogue` tells where a topic hangs in the tree and what it is about; it has to stay.
    PostTopics(Desk &desk, const PostCatalogue &catalogue, const desk::PostBatchId &batch);

    // Reads what the desk has already; call it first.
    [[nodiscard]] base::Result<void> load();
    // Tags by their names or synonyms, without regard to case.
    [[nodiscard]] base::Result<QList<desk::TagId>> tags(const QStringList &names);
    // Null for an empty name.
    [[nodiscard]] base::Result<desk::AuthorId> author(const QString &name);

private:
    [[nodiscard]] base::Result<desk::TagId> tag(const QString &name, int depth);
    [[nodiscard]] base::Result<desk::TagId> makeTag(const QString &name, int depth);
    [[nodiscard]] const intake::WordPressTerm *term(const QString &name) const;
    void know(const desk::Tag &tag);

    Desk &m_desk;
    const PostCatalogue &m_catalogue;
    desk::PostBatchId m_batch;
    QHash<QString, desk::TagId> m_byName; // folded names and synonyms
    QHash<desk::TagId, int> m_depths;     // 1: at the top
    QSet<QString> m_slugs;
    QHash<QString, desk::AuthorId> m_authors; // by folded name
};

} // namespace editorial
