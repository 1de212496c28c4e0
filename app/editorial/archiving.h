// Archiving: the whole desk as an open archive, a folder of Markdown and JSON that other programs can read and
// restoring.h makes a desk of again. Its form is documented by the README.md in it, resources/archive/README.md.
#pragma once

#include "base/progress.h"
#include "editorial/desk.h"
#include "privacy/sealed_box.h"

#include <optional>

namespace editorial {

inline constexpr qsizetype shortestPassphrase = 8; // characters

struct ArchiveRequest {
    QString folder;                         // new or empty
    std::optional<QString> passphrase = {}; // for the correspondents; none: they are left out
    privacy::SealingCost cost = {};
};

// Of an archive that was written or restored.
struct ArchiveReport {
    qint64 articles = 0;
    qint64 letters = 0;
    qint64 revisions = 0;                 // and remarks
    qint64 files = 0;                     // in the folder
    std::optional<qint64> correspondents; // none: they were left out
    double seconds = 0;
};

// Writes the archive beside its place and moves it there once it is whole; the same desk gives the same bytes, but for
// what is encrypted. Fails with Kind::Unusable where the folder is not new or empty or the passphrase is too short,
// Kind::Io, or Kind::Cancelled.
[[nodiscard]] base::Result<ArchiveReport> archiveDesk(Desk &desk, const ArchiveRequest &request,
                                                      base::Progress &progress);

} // namespace editorial
