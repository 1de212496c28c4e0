// Keeping: copies of the desk, and whether it is sound.
#pragma once

#include "base/progress.h"
#include "editorial/desk.h"

namespace editorial {

// Writes a whole, verified copy of the desk to a new file.
[[nodiscard]] base::Result<void> backUp(Desk &desk, const QString &target, base::Progress &progress);
// What is wrong with the desk file; empty: nothing.
[[nodiscard]] base::Result<QStringList> verify(Desk &desk, base::Progress &progress);

} // namespace editorial
