#include "storage/publication_store.h"

#include "base/text.h"
#include "storage/connection.h"

#include <QHash>

#include <functional>

namespace storage {

namespace {

using base::Result;
using Recorded = QHash<desk::ArticleId, Publication>;

Publication publicationOf(const Row &row)
{
    return {row.id<desk::ArticleId>(0), row.text(1), row.bytes(2)};
}

Result<void> eachOf(Connection &connection, const QString &site, const std::function<void(const Row &)> &visit)
{
    return connection.each(
        QStringLiteral("SELECT articles.id, publications.path, publications.digest FROM sites JOIN publications ON "
                       "publications.site = sites.number JOIN articles ON articles.number = publications.article WHERE "
                       "sites.folder = ? ORDER BY publications.article"),
        {site}, visit);
}

Result<Recorded> recorded(Connection &connection, const QString &site)
{
    Recorded found;
    const Result<void> read = eachOf(connection, site, [&found](const Row &row) {
        const Publication publication = publicationOf(row);
        found.insert(publication.article, publication);
    });
    if (!read)
        return read.error();
    return found;
}

Result<qint64> siteNumber(Connection &connection, const QString &site, const QDateTime &at)
{
    const Result<qint64> put =
        connection.execute(QStringLiteral("INSERT INTO sites (folder, exported) VALUES (?, ?) "
                                          "ON CONFLICT (folder) DO UPDATE SET exported = excluded.exported"),
                           {site, base::toIso(at)});
    if (!put)
        return put.error();
    return connection.number(QStringLiteral("SELECT number FROM sites WHERE folder = ?"), {site});
}

// The article as published at `path` of the site, and for the first time `at` if it never was before.
Result<void> publish(Connection &connection, qint64 site, const Publication &publication, const QString &at)
{
    const Result<qint64> article = connection.numberOf("articles", publication.article.toString());
    if (!article)
        return article.error();
    const Result<qint64> put = connection.execute(
        QStringLiteral("INSERT INTO publications (site, article, path, digest) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (site, article) DO UPDATE SET path = excluded.path, digest = excluded.digest"),
        {site, *article, publication.path, publication.digest});
    if (!put)
        return put.error();
    const Result<qint64> dated = connection.execute(
        QStringLiteral("UPDATE articles SET published = ? WHERE number = ? AND published = ''"), {at, *article});
    if (!dated)
        return dated.error();
    return {};
}

} // namespace

PublicationStore::PublicationStore(Connection &connection) : m_connection(connection) {}

// Only what differs from the last time is written, so that a second export of a large site is quick.
Result<void> PublicationStore::record(const QString &site, const QList<Publication> &publications, const QDateTime &at)
{
    Step step(m_connection);
    const Result<qint64> number = siteNumber(m_connection, site, at);
    if (!number)
        return number.error();
    const Result<Recorded> before = recorded(m_connection, site);
    if (!before)
        return before.error();
    Recorded gone = *before;
    for (const Publication &publication : publications) {
        const auto known = gone.constFind(publication.article);
        const bool isSame =
            known != gone.constEnd() && known->path == publication.path && known->digest == publication.digest;
        gone.remove(publication.article);
        if (isSame)
            continue;
        if (const Result<void> done = publish(m_connection, *number, publication, base::toIso(at)); !done)
            return done;
    }
    for (auto article = gone.keyBegin(); article != gone.keyEnd(); ++article) {
        const Result<qint64> removed = m_connection.execute(
            QStringLiteral(
                "DELETE FROM publications WHERE site = ? AND article = (SELECT number FROM articles WHERE id = ?)"),
            {*number, article->toString()});
        if (!removed)
            return removed.error();
    }
    return step.commit();
}

Result<QList<Publication>> PublicationStore::publications(const QString &site)
{
    QList<Publication> publications;
    const Result<void> read =
        eachOf(m_connection, site, [&publications](const Row &row) { publications.append(publicationOf(row)); });
    if (!read)
        return read.error();
    return publications;
}

Result<QStringList> PublicationStore::sites()
{
    QStringList sites;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT folder FROM sites ORDER BY exported DESC, number DESC"), {},
                          [&sites](const Row &row) { sites.append(row.text(0)); });
    if (!read)
        return read.error();
    return sites;
}

} // namespace storage
