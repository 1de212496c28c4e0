// LetterList: a LetterQuery as SQL: which letters, in which order. The numbers of a page come from an index alone; only
// the rows of the page are read. Internal to this layer.
#pragma once

#include "storage/letter_store.h"
#include "storage/statement.h"

namespace storage {

// Whether the query searches, but for nothing that could be found.
[[nodiscard]] bool findsNothing(const LetterQuery &query);

// The numbers of one page of letters, in order: one column "number".
[[nodiscard]] Statement pageOf(const LetterQuery &query);

// How many letters there are, counted up to `most`.
[[nodiscard]] Statement countOf(const LetterQuery &query, qint64 most);

// "ORDER BY" of the page for the rows `letters`, the same as in pageOf.
[[nodiscard]] QString orderOf(const LetterQuery &query);

} // namespace storage
