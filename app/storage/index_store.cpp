#include "storage/index_store.h"

#include "storage/connection.h"

namespace storage {

namespace {

using base::Result;
using desk::IndexReference;

QString nameOf(IndexReference::Kind kind)
{
    return kind == IndexReference::Kind::See ? QStringLiteral("see") : QStringLiteral("see also");
}

Result<QList<desk::IndexHeading>> headingsOf(Connection &connection)
{
    QList<desk::IndexHeading> headings;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT heading.id, above.id, heading.text, heading.sort_as FROM index_headings AS heading LEFT "
                       "JOIN index_headings AS above ON above.number = heading.parent ORDER BY heading.number"),
        {}, [&](const Row &row) {
            headings.append({row.id<desk::HeadingId>(0), row.id<desk::HeadingId>(1), row.text(2), row.text(3)});
        });
    if (!read)
        return read.error();
    return headings;
}

Result<QList<desk::IndexEntry>> entriesOf(Connection &connection)
{
    QList<desk::IndexEntry> entries;
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT entry.id, heading.id, articles.id, letters.id, entry.text FROM index_entries AS entry JOIN "
            "index_headings AS heading ON heading.number = entry.heading JOIN articles ON articles.number = "
            "entry.article LEFT JOIN letters ON letters.number = entry.letter ORDER BY entry.number"),
        {}, [&](const Row &row) {
            entries.append({row.id<desk::EntryId>(0), row.id<desk::HeadingId>(1), row.id<desk::ArticleId>(2),
                            row.id<desk::LetterId>(3), row.text(4)});
        });
    if (!read)
        return read.error();
    return entries;
}

Result<QList<IndexReference>> referencesOf(Connection &connection)
{
    QList<IndexReference> references;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT origin.id, target.id, kind FROM index_references JOIN index_headings AS origin ON "
                       "origin.number = from_heading JOIN index_headings AS target ON target.number = to_heading "
                       "ORDER BY from_heading, to_heading, kind"),
        {}, [&](const Row &row) {
            references.append({row.id<desk::HeadingId>(0), row.id<desk::HeadingId>(1),
                               row.text(2) == nameOf(IndexReference::Kind::See) ? IndexReference::Kind::See
                                                                                : IndexReference::Kind::SeeAlso});
        });
    if (!read)
        return read.error();
    return references;
}

} // namespace

IndexStore::IndexStore(Connection &connection) : m_connection(connection) {}

Result<desk::Index> IndexStore::index()
{
    const Result<QList<desk::IndexHeading>> headings = headingsOf(m_connection);
    if (!headings)
        return headings.error();
    const Result<QList<desk::IndexEntry>> entries = entriesOf(m_connection);
    if (!entries)
        return entries.error();
    const Result<QList<IndexReference>> references = referencesOf(m_connection);
    if (!references)
        return references.error();
    return desk::Index{*headings, *entries, *references};
}

Result<void> IndexStore::addHeading(const desk::IndexHeading &heading)
{
    const Result<QVariant> parent = m_connection.reference("index_headings", heading.parent);
    if (!parent)
        return parent.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO index_headings (id, parent, text, sort_as) VALUES (?, ?, ?, ?)"),
        {heading.id.toString(), *parent, heading.text, heading.sortAs});
    if (!added)
        return added.error();
    return {};
}

Result<void> IndexStore::addEntry(const desk::IndexEntry &entry)
{
    const Result<qint64> heading = m_connection.numberOf("index_headings", entry.heading.toString());
    if (!heading)
        return heading.error();
    const Result<qint64> article = m_connection.numberOf("articles", entry.article.toString());
    if (!article)
        return article.error();
    const Result<QVariant> letter = m_connection.reference("letters", entry.letter);
    if (!letter)
        return letter.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO index_entries (id, heading, article, letter, text) VALUES (?, ?, ?, ?, ?)"),
        {entry.id.toString(), *heading, *article, *letter, entry.text});
    if (!added)
        return added.error();
    return {};
}

Result<void> IndexStore::addReference(const IndexReference &reference)
{
    const Result<qint64> from = m_connection.numberOf("index_headings", reference.from.toString());
    if (!from)
        return from.error();
    const Result<qint64> to = m_connection.numberOf("index_headings", reference.to.toString());
    if (!to)
        return to.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT OR IGNORE INTO index_references (from_heading, to_heading, kind) VALUES (?, ?, ?)"),
        {*from, *to, nameOf(reference.kind)});
    if (!added)
        return added.error();
    return {};
}

} // namespace storage
