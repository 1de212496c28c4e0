// What belongs to articles, read for several of them at once. Internal to this layer.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QHash>
#include <QList>

namespace storage {

class Connection;

// Tags of the articles with these numbers, each by name.
[[nodiscard]] base::Result<QHash<qint64, QList<desk::TagId>>> articleTags(Connection &connection,
                                                                          const QList<qint64> &numbers);

// Letters that the articles with these numbers answer, in order.
[[nodiscard]] base::Result<QHash<qint64, QList<desk::LetterId>>> articleLetters(Connection &connection,
                                                                                const QList<qint64> &numbers);

} // namespace storage
