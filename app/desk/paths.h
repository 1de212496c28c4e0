// Slugs and addresses within the site. Pure functions, any thread.
#pragma once

#include "base/result.h"

#include <QDate>
#include <QStringList>

#include <functional>

namespace desk {

// A slug for a title: lower-case ASCII letters, digits and single hyphens, at most 80 characters, never empty ("letter"
// for a title without any), no reserved name of Windows.
[[nodiscard]] QString slugFor(const QString &title);

// `slug`, or `slug` with "-2", "-3", ... behind it, so that `isTaken` does not hold.
[[nodiscard]] QString freeSlug(const QString &slug, const std::function<bool(const QString &)> &isTaken);

// The slug as it is kept, or why it cannot be used in an address.
[[nodiscard]] base::Result<QString> acceptSlug(const QString &slug);

// The article-path pattern as it is kept, or why it cannot be used: a relative path that holds {slug}, and ends with
// ".html" or "/".
[[nodiscard]] base::Result<QString> acceptPathPattern(const QString &pattern);

// The address within the site: the pattern with {year}, {month} (two digits) and {slug} filled in. Without a date the
// folders of {year} and {month} fall away.
[[nodiscard]] QString articlePath(const QString &pattern, const QString &slug, const QDate &date);

} // namespace desk
