#include "storage/redirect_store.h"

#include "storage/connection.h"

namespace storage {

using base::Result;

RedirectStore::RedirectStore(Connection &connection) : m_connection(connection) {}

Result<void> RedirectStore::put(const Redirect &redirect)
{
    const Result<qint64> article = m_connection.numberOf("articles", redirect.article.toString());
    if (!article)
        return article.error();
    const Result<qint64> put = m_connection.execute(
        QStringLiteral("INSERT INTO redirects (path, article) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET article = "
                       "excluded.article"),
        {redirect.path, *article});
    if (!put)
        return put.error();
    return {};
}

Result<QList<Redirect>> RedirectStore::redirects()
{
    QList<Redirect> redirects;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT redirects.path, articles.id FROM redirects JOIN articles ON articles.number = "
                       "redirects.article ORDER BY redirects.path"),
        {}, [&redirects](const Row &row) {
            redirects.append({row.text(0), row.id<desk::ArticleId>(1)});
        });
    if (!read)
        return read.error();
    return redirects;
}

} // namespace storage
