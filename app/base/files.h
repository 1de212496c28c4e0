// Reading and writing whole files with errors that people can act on. Writing is all or nothing: the old file stays
// until the new one is complete on disk. Any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace base {

// The bytes of the file. Fails if it cannot be read or is larger than `limit` bytes.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit);

// As readFile, but decoded: UTF-8 (with or without a mark), or UTF-16 by its mark. Fails with the offset of the first
// byte that is not UTF-8.
[[nodiscard]] Result<QString> readTextFile(const QString &path, qint64 limit);

// Replaces the file at `path` by `bytes`, through a temporary file beside it.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &bytes);

} // namespace base
