// The sample desk: an invented column that shows a newcomer what a desk looks like in use. Its content lies under
// resources/sample/; the same desk comes out each time.
#pragma once

#include "editorial/desk.h"

namespace editorial {

// Fills a new, empty desk with the sample column: its masthead too.
[[nodiscard]] base::Result<void> fillWithSample(Desk &desk);

} // namespace editorial
