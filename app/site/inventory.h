// Inventory: what an export finds in the folder: the manifest, and what is left of an export that was interrupted while
// it moved files into place. Such files are as much ours as those of the manifest.
#pragma once

#include "base/result.h"
#include "site/folder.h"
#include "site/manifest.h"

namespace site {

inline const QString stagingFolder = QStringLiteral(".postbag-staging");
inline const QString stagedManifest = QStringLiteral(".postbag-staging/manifest.json");

struct Inventory {
    Manifest manifest;       // what lies in the folder, as far as it was written by an export
    QStringList refused;     // paths in the manifest that no export writes; they are not touched
    bool isRepaired = false; // an export was interrupted, and the manifest on disk does not say so yet
};

[[nodiscard]] base::Result<Inventory> takeInventory(Folder &folder);

// Writes the repaired manifest and clears away what the interrupted export staged.
[[nodiscard]] base::Result<void> clearInterrupted(Folder &folder, const Inventory &inventory);

} // namespace site
