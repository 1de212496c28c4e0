// Public copy: the form in which a picture or a paper goes to the site, and the only one: its clean copy (see
// privacy/clean_copy.h), a picture standing upright. Pure function, any thread.
#pragma once

#include "base/result.h"
#include "site/edition.h"

namespace editorial {

// Counts up when the same file gives another copy, so that what is on a site is made anew.
inline constexpr int copying = 1;

// Fails, with what to do, where there is none.
[[nodiscard]] base::Result<site::Enclosure> publicCopy(const QByteArray &content, const QString &mediaType);

} // namespace editorial
