#include "storage/masthead_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

namespace storage {

namespace {

using base::Result;

Result<QList<desk::Author>> authorsOf(Connection &connection)
{
    QList<desk::Author> authors;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT authors.id, authors.name, bio, assets.id, picture_alt, version FROM authors LEFT JOIN "
                       "assets ON assets.number = authors.picture ORDER BY position, authors.number"),
        {}, [&authors](const Row &row) {
            authors.append({row.id<desk::AuthorId>(0), row.text(1), row.text(2), row.id<desk::AssetId>(3), row.text(4),
                            row.number(5)});
        });
    if (!read)
        return read.error();
    return authors;
}

Result<qint64> addAuthor(Connection &connection, const desk::Author &author, const QVariant &picture)
{
    const Result<qint64> added = connection.execute(
        QStringLiteral("INSERT INTO authors (id, name, bio, picture, picture_alt, position, version) "
                       "VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(position) + 1, 0) FROM authors), 1)"),
        {author.id.toString(), author.name, author.bio, picture, author.pictureAlt});
    if (!added)
        return added.error();
    return 1;
}

Result<qint64> changeAuthor(Connection &connection, const desk::Author &author, const QVariant &picture)
{
    const Result<qint64> changed = connection.execute(
        QStringLiteral("UPDATE authors SET name = ?, bio = ?, picture = ?, picture_alt = ?, version = version + 1 "
                       "WHERE id = ? AND version = ?"),
        {author.name, author.bio, picture, author.pictureAlt, author.id.toString(), author.version});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return staleRow();
    return author.version + 1;
}

} // namespace

MastheadStore::MastheadStore(Connection &connection) : m_connection(connection) {}

Result<desk::Masthead> MastheadStore::masthead()
{
    desk::Masthead masthead;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT key, value FROM masthead"), {}, [&masthead](const Row &row) {
            if (const desk::MastheadField *field = desk::mastheadField(row.text(0)))
                masthead.*(field->member) = row.text(1);
        });
    if (!read)
        return read.error();
    const Result<qint64> version = m_connection.number(QStringLiteral("SELECT version FROM masthead_version"));
    if (!version)
        return version.error();
    masthead.version = *version;
    const Result<QList<desk::Author>> authors = authorsOf(m_connection);
    if (!authors)
        return authors.error();
    masthead.authors = *authors;
    return masthead;
}

Result<qint64> MastheadStore::save(const desk::Masthead &masthead)
{
    Step step(m_connection);
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE masthead_version SET version = version + 1 WHERE version = ?"), {masthead.version});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return staleRow();
    for (const desk::MastheadField &field : desk::mastheadFields()) {
        const Result<qint64> put =
            m_connection.execute(QStringLiteral("INSERT INTO masthead (key, value) VALUES (?, ?) "
                                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                                 {QString(field.key), masthead.*(field.member)});
        if (!put)
            return put.error();
    }
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return masthead.version + 1;
}

Result<qint64> MastheadStore::saveAuthor(const desk::Author &author)
{
    Step step(m_connection);
    const Result<QVariant> picture = m_connection.reference("assets", author.picture);
    if (!picture)
        return picture.error();
    const Result<qint64> known =
        m_connection.number(QStringLiteral("SELECT count(*) FROM authors WHERE id = ?"), {author.id.toString()});
    if (!known)
        return known.error();
    const Result<qint64> version =
        *known > 0 ? changeAuthor(m_connection, author, *picture) : addAuthor(m_connection, author, *picture);
    if (!version)
        return version;
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return version;
}

AssetStore::AssetStore(Connection &connection) : m_connection(connection) {}

Result<void> AssetStore::add(const Asset &asset)
{
    const Result<qint64> added =
        m_connection.execute(QStringLiteral("INSERT INTO assets (id, name, media_type, content) VALUES (?, ?, ?, ?)"),
                             {asset.id.toString(), asset.name, asset.mediaType, asset.content});
    if (!added)
        return added.error();
    return {};
}

Result<QList<desk::AssetId>> AssetStore::ids()
{
    QList<desk::AssetId> ids;
    const Result<void> read = m_connection.each(QStringLiteral("SELECT id FROM assets ORDER BY number"), {},
                                                [&ids](const Row &row) { ids.append(row.id<desk::AssetId>(0)); });
    if (!read)
        return read.error();
    return ids;
}

Result<Asset> AssetStore::asset(const desk::AssetId &id)
{
    const auto found = m_connection.first(QStringLiteral("SELECT name, media_type, content FROM assets WHERE id = ?"),
                                          {id.toString()}, [&id](const Row &row) {
                                              return Asset{id, row.text(0), row.text(1), row.bytes(2)};
                                          });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

} // namespace storage
