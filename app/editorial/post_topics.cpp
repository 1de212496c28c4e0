#include "editorial/post_topics.h"

#include "desk/paths.h"
#include "storage/desk_file.h"
#include "storage/masthead_store.h"
#include "storage/post_store.h"
#include "storage/tag_store.h"

#include <QUrl>

namespace editorial {

namespace {

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

} // namespace

PostTopics::PostTopics(Desk &desk, const PostCatalogue &catalogue, const desk::PostBatchId &batch)
    : m_desk(desk), m_catalogue(catalogue), m_batch(batch)
{}

base::Result<void> PostTopics::load()
{
    const auto tags = m_desk.file().tags().tags();
    if (!tags)
        return tags.error();
    QHash<desk::TagId, desk::TagId> parents;
    for (const desk::Tag &tag : *tags) {
        know(tag);
        parents.insert(tag.id, tag.parent);
    }
    for (const desk::Tag &tag : *tags) {
        int depth = 0;
        for (desk::TagId above = tag.id; !above.isNull(); above = parents.value(above))
            ++depth;
        m_depths.insert(tag.id, depth);
    }
    const auto masthead = m_desk.file().masthead().masthead();
    if (!masthead)
        return masthead.error();
    for (const desk::Author &author : masthead->authors)
        m_authors.insert(folded(author.name), author.id);
    return {};
}

void PostTopics::know(const desk::Tag &tag)
{
    m_byName.insert(folded(tag.name), tag.id);
    for (const QString &synonym : tag.synonyms) {
        if (!m_byName.contains(folded(synonym)))
            m_byName.insert(folded(synonym), tag.id);
    }
    m_slugs.insert(tag.slug.toLower());
}

base::Result<QList<desk::TagId>> PostTopics::tags(const QStringList &names)
{
    QList<desk::TagId> found;
    for (const QString &name : names) {
        const auto one = tag(name, 1);
        if (!one)
            return one.error();
        if (!found.contains(*one))
            found.append(*one);
    }
    return found;
}

// `depth` counts how many of the archive's topics lead from one to the next: it may hold circles.
base::Result<desk::TagId> PostTopics::tag(const QString &name, int depth)
{
    const auto known = m_byName.constFind(folded(name));
    return known == m_byName.constEnd() ? makeTag(name, depth) : base::Result<desk::TagId>(*known);
}

base::Result<desk::TagId> PostTopics::makeTag(const QString &name, int depth)
{
    desk::Tag made;
    made.id = desk::TagId::create();
    made.name = name.simplified();
    QString slug;
    if (const intake::WordPressTerm *known = term(name)) {
        slug = QUrl::fromPercentEncoding(known->slug.toUtf8());
        made.description = known->description.trimmed();
        const auto above = std::ranges::find(m_catalogue.terms, known->parent, &intake::WordPressTerm::slug);
        if (!known->parent.isEmpty() && above != m_catalogue.terms.end() && depth < desk::maximumTagDepth &&
            folded(above->name) != folded(name)) {
            const auto parent = tag(above->name, depth + 1);
            if (!parent)
                return parent.error();
            // A circle in the archive may have made it on the way.
            if (const auto onTheWay = m_byName.constFind(folded(name)); onTheWay != m_byName.constEnd())
                return *onTheWay;
            if (m_depths.value(*parent) < desk::maximumTagDepth)
                made.parent = *parent;
        }
    }
    const auto accepted = desk::acceptSlug(slug);
    made.slug = desk::freeSlug(accepted ? *accepted : desk::slugFor(made.name),
                               [this](const QString &candidate) { return m_slugs.contains(candidate); });
    if (const auto added = m_desk.file().tags().add(made); !added)
        return added.error();
    if (const auto noted = m_desk.file().posts().noteTag(m_batch, made.id); !noted)
        return noted.error();
    m_depths.insert(made.id, m_depths.value(made.parent) + 1);
    know(made);
    m_desk.noteChange(Area::Tags);
    return made.id;
}

const intake::WordPressTerm *PostTopics::term(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_catalogue.terms, [&name](const intake::WordPressTerm &one) { return folded(one.name) == folded(name); });
    return found == m_catalogue.terms.end() ? nullptr : &*found;
}

base::Result<desk::AuthorId> PostTopics::author(const QString &name)
{
    if (folded(name).isEmpty())
        return desk::AuthorId();
    if (const auto known = m_authors.constFind(folded(name)); known != m_authors.constEnd())
        return *known;
    const desk::Author made{desk::AuthorId::create(), name.simplified(), {}, {}, {}, 0};
    if (const auto saved = m_desk.file().masthead().saveAuthor(made); !saved)
        return saved.error();
    if (const auto noted = m_desk.file().posts().noteAuthor(m_batch, made.id); !noted)
        return noted.error();
    m_authors.insert(folded(name), made.id);
    m_desk.noteChange(Area::Masthead);
    return made.id;
}

} // namespace editorial
