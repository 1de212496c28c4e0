#include "ui/dates.h"

namespace ui {

QString shortTime(const QTime &time, const QLocale &locale)
{
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(QLatin1String(":ss")));
}

QString shortDay(const QDate &day, const QDate &today, const QLocale &locale)
{
    return locale.toString(day, day.year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString shortDate(const QDateTime &moment, const QDate &today, const QLocale &locale)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const qint64 days = local.date().daysTo(today);
    if (days == 0)
        return shortTime(local.time(), locale);
    if (days > 0 && days < 7)
        return locale.toString(local.date(), QStringLiteral("ddd"));
    return shortDay(local.date(), today, locale);
}

} // namespace ui
