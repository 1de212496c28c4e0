// The revisions and remarks of an open archive: a JSON file of those of each text, named by the key of the text. For
// the thread of the desk.
#pragma once

#include "base/progress.h"
#include "editorial/archive_folder.h"

namespace storage {
class DeskFile;
}

namespace editorial {

// Both give how many revisions and remarks there are. Cancelled: Kind::Cancelled.
[[nodiscard]] base::Result<qint64> archiveHistory(storage::DeskFile &file, NewArchiveFolder &folder,
                                                  base::Progress &progress);
[[nodiscard]] base::Result<qint64> restoreHistory(storage::DeskFile &file, ArchiveFolder &folder,
                                                  base::Progress &progress);

} // namespace editorial
