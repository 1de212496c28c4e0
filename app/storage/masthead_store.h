// MastheadStore: the masthead and its authors. AssetStore: pictures and other files of the column. Each belongs to a
// DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/masthead.h"

namespace storage {

class Connection;

class MastheadStore
{
public:
    explicit MastheadStore(Connection &connection);

    [[nodiscard]] base::Result<desk::Masthead> masthead();
    // Saves the fields, not the authors. Kind::Conflict if the version is not the stored one. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::Masthead &masthead);
    // Adds the author, or saves it if its id is known (Kind::Conflict as above). Gives the new version.
    [[nodiscard]] base::Result<qint64> saveAuthor(const desk::Author &author);

private:
    Connection &m_connection;
};

struct Asset {
    desk::AssetId id;
    QString name; // file name, as "hazel.svg"
    QString mediaType;
    QByteArray content;
};

class AssetStore
{
public:
    explicit AssetStore(Connection &connection);

    [[nodiscard]] base::Result<void> add(const Asset &asset);
    // In the order in which they came.
    [[nodiscard]] base::Result<QList<desk::AssetId>> ids();
    [[nodiscard]] base::Result<Asset> asset(const desk::AssetId &id);

private:
    Connection &m_connection;
};

} // namespace storage
