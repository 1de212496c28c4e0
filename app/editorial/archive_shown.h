// How an open archive shows values to people and to site generators. Pure functions, any thread.
#pragma once

#include "base/text.h"

#include <QDateTime>
#include <QJsonValue>
#include <QRegularExpression>
#include <QTimeZone>

namespace editorial {

// The moment in the desk's time zone (RFC 3339), to the millisecond where it has any; undefined for an invalid one. In
// UTC where the offset of the zone is no whole minute, as before there were time zones, so that it can be read again.
[[nodiscard]] inline QJsonValue shownMoment(const QDateTime &moment, const QTimeZone &zone)
{
    if (!moment.isValid())
        return QJsonValue::Undefined;
    const Qt::DateFormat format = moment.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    const QString local = moment.toTimeZone(zone).toString(format);
    return base::fromIso(local) == moment ? local : moment.toUTC().toString(format);
}

// The words as Markdown that shows them, on one line.
[[nodiscard]] inline QString plainMarkdown(const QString &words)
{
    static const QRegularExpression special(QStringLiteral("([\\\\`*_\\[\\]<>&{}#|~$:!])"));
    return words.simplified().replace(special, QStringLiteral("\\\\1"));
}

} // namespace editorial
