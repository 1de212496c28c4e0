// WordPressValues: what single texts of a WordPress export mean. Pure functions, any thread.
#pragma once

#include <QDateTime>
#include <QString>

namespace intake {

// "2013-06-07 03:00:44" as UTC; invalid for anything else, also for "0000-00-00 00:00:00", which means none.
[[nodiscard]] QDateTime readExportDate(const QString &text);

// The date of a feed (RSS 2.0, which means RFC 822), in UTC; invalid for anything else and for years before 1.
[[nodiscard]] QDateTime readFeedDate(const QString &text);

// Whether an e-mail address stands somewhere in the text.
[[nodiscard]] bool holdsAddress(const QString &text);

// The login without what is an address: in its place a name that is always the same for the same address.
[[nodiscard]] QString withoutAddress(const QString &login);

} // namespace intake
