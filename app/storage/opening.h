// Making and opening desk files: the checks that come before the first statement, and the migration behind them.
// Internal to this layer; DeskFile is what others see.
#pragma once

#include "base/result.h"
#include "storage/migration.h"

#include <memory>

namespace storage {

class Connection;

// Builds a desk in a file beside `path` and moves it there once it is whole. Fails if a file of that name exists.
[[nodiscard]] base::Result<void> makeDesk(const QString &path, const QList<Migration> &migrations);

// Opens the desk and brings it to the last of the migrations, after a copy of an older one was made beside it
// (`<path>.before-<number of the last migration>`).
[[nodiscard]] base::Result<std::unique_ptr<Connection>> openDesk(const QString &path,
                                                                 const QList<Migration> &migrations);

// Whether nobody may write to this file or folder, by its mode or by its file system.
[[nodiscard]] bool isReadOnly(const QString &path);

// A whole copy of the desk in a file that does not exist yet.
[[nodiscard]] base::Result<void> copyInto(Connection &connection, const QString &target);

} // namespace storage
