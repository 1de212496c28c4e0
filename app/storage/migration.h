// Migrations: the numbered steps from an empty file to the desk of this version, forward only. Internal to this layer.
#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>

namespace storage {

class Connection;

// Marks a file as a desk: "Post" (https://www.sqlite.org/fileformat2.html, application id).
inline constexpr qint64 deskApplicationId = 0x506F7374;

struct Migration {
    qint64 number = 0; // the desk's version after it; 1, 2, 3, ... without gaps
    QString text;      // SQL, statements parted by lines of "--;;"
};

// Those of resources/sql, by number.
[[nodiscard]] QList<Migration> migrations();

// The statements of a migration's text, in order.
[[nodiscard]] QStringList statements(const QString &text);

// The number of the last migration that the file has seen.
[[nodiscard]] base::Result<qint64> deskVersion(Connection &connection);

// Applies those behind the file's version, all in one transaction: where one fails, the file stays as it was.
[[nodiscard]] base::Result<void> migrate(Connection &connection, const QList<Migration> &migrations);

} // namespace storage
