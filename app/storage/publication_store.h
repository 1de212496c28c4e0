// PublicationStore: what was published where. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QDateTime>
#include <QList>

namespace storage {

class Connection;

struct Publication {
    desk::ArticleId article;
    QString path;      // within the site
    QByteArray digest; // of what was checked before it went out
};

class PublicationStore
{
public:
    explicit PublicationStore(Connection &connection);

    // Records that the site in folder `site` now holds exactly these articles; those published for the first time get
    // `at` as their date.
    [[nodiscard]] base::Result<void> record(const QString &site, const QList<Publication> &publications,
                                            const QDateTime &at);
    // What was recorded last, by the numbers of the articles.
    [[nodiscard]] base::Result<QList<Publication>> publications(const QString &site);
    // Folders exported to before, the latest first.
    [[nodiscard]] base::Result<QStringList> sites();

private:
    Connection &m_connection;
};

} // namespace storage
