// Restoring: a desk out of an open archive, see archiving.h.
#pragma once

#include "editorial/archiving.h"

namespace editorial {

struct RestoreRequest {
    QString folder;                         // the archive
    QString desk;                           // the file to make
    std::optional<QString> passphrase = {}; // of the correspondents; none: they are left out
};

// Whether the archive holds correspondents.
[[nodiscard]] bool holdsCorrespondents(const QString &folder);

// Makes the desk in a file beside its place and moves it there once it is whole. Texts are taken as they are. Fails
// with Kind::Unusable where there is such a file, with Kind::Damaged, naming file and line, for what cannot be read of
// the archive, with Kind::Refused for the archive of a newer Postbag and for a wrong passphrase, or with
// Kind::Cancelled.
[[nodiscard]] base::Result<ArchiveReport> restoreDesk(const RestoreRequest &request, base::Progress &progress);

} // namespace editorial
