// What the files of LetterStore share. Internal to this layer.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QHash>
#include <QList>

namespace storage {

class Connection;

// Tags of the letters with these numbers, each by name.
[[nodiscard]] base::Result<QHash<qint64, QList<desk::TagId>>> letterTags(Connection &connection,
                                                                         const QList<qint64> &numbers);

} // namespace storage
