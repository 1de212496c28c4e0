// Addresses within the site: which are allowed, which file they mean, and how pages refer to one another. Pure
// functions, any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace site {

// Whether a file of the site may have this path: relative, with "/" between its parts, none of them empty, hidden,
// "." or ".."; nothing that Windows or a web server trips over; at most 1,000 bytes of UTF-8.
[[nodiscard]] bool isFilePath(const QString &path);

// The file that an address means: "a/b.html" itself, "a/b/" the file "a/b/index.html". Fails with what to do.
[[nodiscard]] base::Result<QString> fileOf(const QString &address);

// Equal for two paths that are one file where capitals or composed letters do not count.
[[nodiscard]] QString clashKey(const QString &path);

// What leads from a file to the top of the site: "" or "../" once per folder.
[[nodiscard]] QByteArray wayUp(const QString &file);

// The path as it stands in an href: percent-encoded, "/" kept.
[[nodiscard]] QByteArray encoded(const QString &path);

// The absolute address of a file; that of "x/index.html" is "x/".
[[nodiscard]] QByteArray absolute(const QString &baseUrl, const QString &file);

} // namespace site
