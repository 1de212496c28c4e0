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

// Adds each row in turn; one that fails is named by its place.
template <typename Row, typename Add>
[[nodiscard]] base::Result<void> addEach(QLatin1String list, const QList<Row> &rows, Add add)
{
    qsizetype number = 0;
    for (const Row &row : rows) {
        ++number;
        if (const base::Result<void> added = add(row); !added)
            return inArchiveFile(archivedRow(list, number), added.error());
    }
    return {};
}

// Writes the pictures; imports are left to archiveImports(), the column itself is left to columnFile().
[[nodiscard]] base::Result<ArchivedColumn> readColumn(storage::DeskFile &file, NewArchiveFolder &folder);

// Onto a new desk; the index needs the articles to be there.
[[nodiscard]] base::Result<void> restoreColumn(storage::DeskFile &file, const ArchivedColumn &column,
                                               ArchiveFolder &folder);
[[nodiscard]] base::Result<void> restoreIndex(storage::DeskFile &file, const desk::Index &index);

} // namespace editorial
