// LikenessSearch: which letters may be like a text, by the search index of the desk file: no letter is read for it, and
// the time hardly grows with the desk. Internal to this layer; on the connection's thread.
#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>

namespace storage {

class Connection;

// The words of a text as expressions of FTS5, each once, the longest first, since those are seldom the most common
// ones; so many at most, from the beginning of a long text. Of a clause in a script without spaces, which is one word
// to the index, the first characters.
[[nodiscard]] QStringList indexTerms(const QString &text);

// Numbers of letters, but for `besides`, that have rare words of the text in common with it, those with most first. For
// a text with few such words also the newest letters of nearly its length.
[[nodiscard]] base::Result<QList<qint64>> likelyLetters(Connection &connection, const QString &text, qint64 besides);

} // namespace storage
