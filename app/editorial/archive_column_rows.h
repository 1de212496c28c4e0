// The column between the desk file and an open archive: what desk.json holds, and the pictures. For the thread of the
// desk.
#pragma once

#include "editorial/archive_column.h"
#include "editorial/archive_folder.h"

namespace storage {
class DeskFile;
}

namespace editorial {

// A failure of the desk file at what stands in this file of the archive, as for a key that is there already.
[[nodiscard]] base::Error inArchiveFile(const QString &file, const base::Error &error);

// Writes the pictures; the column itself is left to columnFile().
[[nodiscard]] base::Result<ArchivedColumn> readColumn(storage::DeskFile &file, NewArchiveFolder &folder);

// Onto a new desk; the index needs the articles to be there.
[[nodiscard]] base::Result<void> restoreColumn(storage::DeskFile &file, const ArchivedColumn &column,
                                               ArchiveFolder &folder);
[[nodiscard]] base::Result<void> restoreIndex(storage::DeskFile &file, const desk::Index &index);

} // namespace editorial
