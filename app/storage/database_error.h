// What a failed statement means to the person at the desk. Internal to this layer. Any thread.
#pragma once

#include "base/result.h"

class QSqlError;

namespace storage {

// SQLite's primary result codes (https://www.sqlite.org/rescode.html) that the desk treats each in its own way.
enum class SqliteCode {
    Error = 1,
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    Io = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26,
};

[[nodiscard]] SqliteCode sqliteCode(const QSqlError &error);

// The error for people, naming the desk file `path`; the detail names the statement, never its values.
[[nodiscard]] base::Error databaseError(const QSqlError &error, const QString &path, const QString &sql);

// Errors that the checks before opening share with those of statements.
[[nodiscard]] base::Error damagedError(const QString &path, const QString &detail = {});
[[nodiscard]] base::Error readOnlyError(const QString &path, const QString &detail = {});
[[nodiscard]] base::Error noDeskError(const QString &path, const QString &detail = {});
[[nodiscard]] base::Error lockedError(const QString &path, const QString &detail = {});

// The row is gone; the row was changed by somebody else.
[[nodiscard]] base::Error missingRow();
[[nodiscard]] base::Error staleRow();

} // namespace storage
