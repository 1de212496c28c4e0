// Imports of past columns between the desk file and an open archive: what they brought, so that they can be repeated
// and taken back, and the posts that wait. For the thread of the desk.
#pragma once

#include "base/progress.h"
#include "editorial/archive_column.h"
#include "editorial/archive_folder.h"

#include <QTimeZone>

namespace storage {
class DeskFile;
}

namespace editorial {

// Adds imports and their posts to the column, and writes a page for each post that waits.
[[nodiscard]] base::Result<void> archiveImports(storage::DeskFile &file, NewArchiveFolder &folder,
                                                const QTimeZone &zone, base::Progress &progress,
                                                ArchivedColumn &column);

// Onto a new desk that has the column and its articles.
[[nodiscard]] base::Result<void> restoreImports(storage::DeskFile &file, const ArchivedColumn &column,
                                                ArchiveFolder &folder, base::Progress &progress);

} // namespace editorial
