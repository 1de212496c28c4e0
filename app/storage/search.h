// Search: what a person typed, as an expression of SQLite's full-text search (https://www.sqlite.org/fts5.html, 3).
// Internal to this layer. Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace storage {

// The usable words of a search, each as a quoted FTS5 string that also matches as a beginning: never an operator,
// whatever was typed. Words without a letter or digit are left out, and words beyond the 32nd.
[[nodiscard]] QStringList searchTerms(const QString &typed);

// All of the terms together.
[[nodiscard]] QString searchExpression(const QString &typed);

// The letter number that was typed, as "1234" or "#1234", if that is all of it.
[[nodiscard]] std::optional<qint64> searchedNumber(const QString &typed);

} // namespace storage
