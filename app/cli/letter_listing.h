// Letter listing: letters as text for people. Pure functions, the main thread.
#pragma once

#include "cli/json.h"

namespace cli {

// A line per letter, and how many of `total` they are.
[[nodiscard]] QString listed(const QList<editorial::LetterItem> &letters, qint64 total, const TagNames &tags);
// One letter whole: what is known of it, the original, and the edited text where it differs.
[[nodiscard]] QString shown(const editorial::LetterView &letter, const editorial::Arrival &arrival,
                            const TagNames &tags);
// Empty where nothing is related.
[[nodiscard]] QString shown(const editorial::Related &related);
[[nodiscard]] QString shown(const editorial::Writer &writer);
[[nodiscard]] QString shown(const editorial::ImportReport &report, bool isDryRun);

} // namespace cli
