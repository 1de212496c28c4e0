#include "intake/wordpress_values.h"

#include "base/text.h"

#include <QRegularExpression>

namespace intake {

QDateTime readExportDate(const QString &text)
{
    constexpr qsizetype dateLength = 10;
    // Apart, since the moment may not exist on the clock of this computer.
    const QDate date = QDate::fromString(text.left(dateLength), QStringLiteral("yyyy-MM-dd"));
    const QTime time = QTime::fromString(text.mid(dateLength), QStringLiteral(" HH:mm:ss"));
    return date.isValid() && date.year() > 0 && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

QDateTime readFeedDate(const QString &text)
{
    // The day of the week may be a wrong one.
    QString date = text.mid(text.indexOf(QLatin1Char(',')) + 1).trimmed();
    for (const char *zone : {"GMT", "UTC", "UT", "Z"}) {
        if (date.endsWith(QLatin1String(zone)))
            date = date.chopped(qsizetype(qstrlen(zone))) + QLatin1String("+0000");
    }
    const QDateTime moment = QDateTime::fromString(date, Qt::RFC2822Date).toUTC();
    return moment.isValid() && moment.date().year() > 0 ? moment : QDateTime();
}

bool holdsAddress(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(R"([^\s@]@[^\s@])"));
    return address.match(text).hasMatch();
}

QString withoutAddress(const QString &login)
{
    constexpr qsizetype enough = 12;
    return holdsAddress(login) ? QLatin1String("author-") + base::sha256(login.toLower().toUtf8()).first(enough)
                               : login;
}

} // namespace intake
