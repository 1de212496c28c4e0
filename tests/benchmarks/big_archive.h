// Archives of past columns for the benchmarks: exports of WordPress of invented words, the same each time.
#pragma once

#include <QString>

namespace benchmarks {

// Writes an export of so many posts of about 2.6 kB, each a letter and its answer with a category and three of 40 tags,
// and gives its bytes; ends the program where that fails.
qint64 writeArchive(const QString &path, int posts);

} // namespace benchmarks
