// Leaving letters, articles and answers out of the search while many are added, and putting them in together. Internal
// to this layer, for Transaction.
#pragma once

#include "base/result.h"

namespace storage {

class Connection;

// What is added from now on is left out of the search until indexAdded(), which has to be in the same transaction; what
// is there already stays in it.
[[nodiscard]] base::Result<void> deferIndexing(Connection &connection);
[[nodiscard]] base::Result<void> indexAdded(Connection &connection);

} // namespace storage
