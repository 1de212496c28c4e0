#include "storage/tag_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

#include <QCoreApplication>

namespace storage {

namespace {

using base::Error;
using base::Result;
using desk::Tag;
using desk::TagId;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::tags)
};

QString folded(const QString &name)
{
    return name.toCaseFolded().normalized(QString::NormalizationForm_C);
}

// Fails if another tag has the name or the slug.
Result<void> checkFree(Connection &connection, const Tag &tag)
{
    const auto taken = connection.first(
        QStringLiteral(
            "SELECT folded = ? FROM tags WHERE (folded = ? OR slug = ?) AND id <> ? ORDER BY folded = ? DESC"),
        {folded(tag.name), folded(tag.name), tag.slug, tag.id.toString(), folded(tag.name)},
        [](const Row &row) { return row.flag(0); });
    if (!taken)
        return taken.error();
    if (!*taken)
        return {};
    return Error{Error::Kind::Unusable,
                 **taken
                     ? Words::tr("There is a tag “%1” already. Merge the two, or choose another name.").arg(tag.name)
                     : Words::tr("Another tag has the address “%1” already. Choose another one.").arg(tag.slug)};
}

Result<void> putSynonyms(Connection &connection, qint64 number, const QStringList &synonyms)
{
    const Result<qint64> cleared =
        connection.execute(QStringLiteral("DELETE FROM tag_synonyms WHERE tag = ?"), {number});
    if (!cleared)
        return cleared.error();
    qint64 position = 0;
    for (const QString &synonym : synonyms) {
        const Result<qint64> put =
            connection.execute(QStringLiteral("INSERT INTO tag_synonyms (tag, position, name) VALUES (?, ?, ?)"),
                               {number, position++, synonym});
        if (!put)
            return put.error();
    }
    return {};
}

// Runs `sql` with the number of each row of `table` in `ids`, and that of the tag.
template <typename Id>
Result<void> withEach(Connection &connection, const QString &sql, const char *table, const QList<Id> &ids, qint64 tag)
{
    for (const Id &id : ids) {
        const Result<qint64> number = connection.numberOf(table, id.toString());
        if (!number)
            return number.error();
        if (const Result<qint64> done = connection.execute(sql, {*number, tag}); !done)
            return done.error();
    }
    return {};
}

template <typename Id>
Result<QList<Id>> idsOf(Connection &connection, const QString &sql, const TagId &tag)
{
    QList<Id> ids;
    const Result<void> read =
        connection.each(sql, {tag.toString()}, [&ids](const Row &row) { ids.append(row.id<Id>(0)); });
    if (!read)
        return read.error();
    return ids;
}

Result<void> countInto(Connection &connection, const QString &sql, QHash<TagId, desk::TagCounts> &counts,
                       qint64 desk::TagCounts::*member)
{
    return connection.each(sql, {}, [&](const Row &row) { counts[row.id<TagId>(0)].*member = row.number(1); });
}

} // namespace

TagStore::TagStore(Connection &connection) : m_connection(connection) {}

Result<QList<Tag>> TagStore::tags()
{
    QHash<qint64, QStringList> synonyms;
    const Result<void> named =
        m_connection.each(QStringLiteral("SELECT tag, name FROM tag_synonyms ORDER BY tag, position"), {},
                          [&synonyms](const Row &row) { synonyms[row.number(0)].append(row.text(1)); });
    if (!named)
        return named.error();
    QList<Tag> tags;
    const Result<void> read = m_connection.each(
        QStringLiteral(
            "SELECT tags.number, tags.id, tags.name, tags.slug, above.id, tags.description, tags.version FROM "
            "tags LEFT JOIN tags AS above ON above.number = tags.parent ORDER BY tags.folded"),
        {}, [&](const Row &row) {
            tags.append({row.id<TagId>(1), row.text(2), row.text(3), row.id<TagId>(4), row.text(5),
                         synonyms.value(row.number(0)), row.number(6)});
        });
    if (!read)
        return read.error();
    return tags;
}

Result<QHash<TagId, desk::TagCounts>> TagStore::counts()
{
    QHash<TagId, desk::TagCounts> counts;
    const Result<void> letters = countInto(
        m_connection,
        QStringLiteral(
            "SELECT tags.id, (SELECT count(*) FROM letter_tags WHERE letter_tags.tag = tags.number) FROM tags"),
        counts, &desk::TagCounts::letters);
    if (!letters)
        return letters.error();
    const Result<void> articles = countInto(
        m_connection,
        QStringLiteral(
            "SELECT tags.id, (SELECT count(*) FROM article_tags WHERE article_tags.tag = tags.number) FROM tags"),
        counts, &desk::TagCounts::articles);
    if (!articles)
        return articles.error();
    return counts;
}

Result<Tag> TagStore::add(const Tag &tag)
{
    Step step(m_connection);
    if (const Result<void> isFree = checkFree(m_connection, tag); !isFree)
        return isFree.error();
    const Result<QVariant> parent = m_connection.reference("tags", tag.parent);
    if (!parent)
        return parent.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral(
            "INSERT INTO tags (id, name, folded, slug, parent, description, version) VALUES (?, ?, ?, ?, ?, ?, 1)"),
        {tag.id.toString(), tag.name, folded(tag.name), tag.slug, *parent, tag.description});
    if (!added)
        return added.error();
    if (const Result<void> put = putSynonyms(m_connection, m_connection.lastNumber(), tag.synonyms); !put)
        return put.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    Tag stored = tag;
    stored.version = 1;
    return stored;
}

Result<qint64> TagStore::save(const Tag &tag)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("tags", tag.id.toString());
    if (!number)
        return number;
    if (const Result<void> isFree = checkFree(m_connection, tag); !isFree)
        return isFree.error();
    const Result<QVariant> parent = m_connection.reference("tags", tag.parent);
    if (!parent)
        return parent.error();
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral(
            "UPDATE tags SET name = ?, folded = ?, slug = ?, parent = ?, description = ?, version = version + 1 "
            "WHERE number = ? AND version = ?"),
        {tag.name, folded(tag.name), tag.slug, *parent, tag.description, *number, tag.version});
    if (!changed)
        return changed;
    if (*changed == 0)
        return staleRow();
    if (const Result<void> put = putSynonyms(m_connection, *number, tag.synonyms); !put)
        return put.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return tag.version + 1;
}

Result<Tagged> TagStore::tagged(const TagId &tag)
{
    const auto letters = idsOf<desk::LetterId>(
        m_connection,
        QStringLiteral("SELECT letters.id FROM tags JOIN letter_tags ON letter_tags.tag = tags.number JOIN letters ON "
                       "letters.number = letter_tags.letter WHERE tags.id = ? ORDER BY letters.number"),
        tag);
    if (!letters)
        return letters.error();
    const auto articles = idsOf<desk::ArticleId>(
        m_connection,
        QStringLiteral(
            "SELECT articles.id FROM tags JOIN article_tags ON article_tags.tag = tags.number JOIN articles ON "
            "articles.number = article_tags.article WHERE tags.id = ? ORDER BY articles.number"),
        tag);
    if (!articles)
        return articles.error();
    return Tagged{*letters, *articles};
}

Result<void> TagStore::attach(const TagId &tag, const Tagged &to)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("tags", tag.toString());
    if (!number)
        return number.error();
    const Result<void> letters =
        withEach(m_connection, QStringLiteral("INSERT OR IGNORE INTO letter_tags (letter, tag) VALUES (?, ?)"),
                 "letters", to.letters, *number);
    if (!letters)
        return letters;
    const Result<void> articles =
        withEach(m_connection, QStringLiteral("INSERT OR IGNORE INTO article_tags (article, tag) VALUES (?, ?)"),
                 "articles", to.articles, *number);
    if (!articles)
        return articles;
    return step.commit();
}

Result<void> TagStore::detach(const TagId &tag, const Tagged &from)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("tags", tag.toString());
    if (!number)
        return number.error();
    const Result<void> letters =
        withEach(m_connection, QStringLiteral("DELETE FROM letter_tags WHERE letter = ? AND tag = ?"), "letters",
                 from.letters, *number);
    if (!letters)
        return letters;
    const Result<void> articles =
        withEach(m_connection, QStringLiteral("DELETE FROM article_tags WHERE article = ? AND tag = ?"), "articles",
                 from.articles, *number);
    if (!articles)
        return articles;
    return step.commit();
}

Result<void> TagStore::remove(const TagId &tag)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("tags", tag.toString());
    if (!number)
        return number.error();
    const Result<qint64> moved = m_connection.execute(
        QStringLiteral("UPDATE tags SET parent = (SELECT parent FROM tags WHERE number = ?), version = version + 1 "
                       "WHERE parent = ?"),
        {*number, *number});
    if (!moved)
        return moved.error();
    // What the tag is attached to and its synonyms go with it.
    const Result<qint64> removed = m_connection.execute(QStringLiteral("DELETE FROM tags WHERE number = ?"), {*number});
    if (!removed)
        return removed.error();
    return step.commit();
}

} // namespace storage
