// The correspondents of a desk in an open archive: one encrypted file, which only who knows the passphrase can read.
// See privacy/sealed_box.h. For the thread of the desk.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "privacy/sealed_box.h"

class QIODevice;

namespace storage {
class DeskFile;
}

namespace editorial {

inline const QString correspondentsFileName = QStringLiteral("correspondents.sealed");

// Gives how many. Cancelled: Kind::Cancelled.
[[nodiscard]] base::Result<qint64> sealCorrespondents(storage::DeskFile &file, QIODevice &device,
                                                      const QString &passphrase, const privacy::SealingCost &cost,
                                                      base::Progress &progress);
// Adds them to a desk that has none of them. Errors as privacy::SealedReader, and as above.
[[nodiscard]] base::Result<qint64> unsealCorrespondents(storage::DeskFile &file, QIODevice &device,
                                                        const QString &passphrase, base::Progress &progress);

} // namespace editorial
