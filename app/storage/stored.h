// How values lie in the desk file: moments, sets of numbers, digests, stages. Pure functions, any thread.
#pragma once

#include "desk/stage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace storage {

// The moment of base::toIso's form, quickly; invalid for an empty text.
[[nodiscard]] QDateTime storedMoment(const QString &text);

// The first 16 bytes of the BLAKE2b (RFC 7693) of the parts, which cannot run into one another: to see whether
// something has changed, not to prove anything.
[[nodiscard]] QByteArray digestOf(const QStringList &parts);

// A JSON array of the numbers, for `IN (SELECT value FROM json_each(?))`.
[[nodiscard]] QString numberList(const QList<qint64> &numbers);

// A JSON array of the ids, for json_each(?) as above.
template <typename Id>
[[nodiscard]] QString idList(const QList<Id> &ids)
{
    QStringList quoted;
    quoted.reserve(ids.size());
    for (const Id &id : ids)
        quoted.append(QLatin1Char('"') + id.toString() + QLatin1Char('"'));
    return QLatin1Char('[') + quoted.join(QLatin1Char(',')) + QLatin1Char(']');
}

// The stage of the stored name. The desk file holds no other names: its tables check them.
[[nodiscard]] desk::LetterStage storedLetterStage(const QString &name);
[[nodiscard]] desk::ArticleStage storedArticleStage(const QString &name);

} // namespace storage
