// Upkeep of a desk file: the verified copy, and the search for what is wrong with it. Internal to this layer.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QStringList>

namespace storage {

class Connection;

// Writes a whole copy beside `target`, verifies it and moves it there. Fails if a file of that name exists; leaves
// nothing behind where it fails or is cancelled.
[[nodiscard]] base::Result<void> backUp(Connection &connection, const QString &target, base::Progress &progress);

// What is wrong with the desk; empty: nothing.
[[nodiscard]] base::Result<QStringList> verify(Connection &connection, base::Progress &progress);

} // namespace storage
