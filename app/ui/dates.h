// Dates and times as lists and headings show them. Pure functions, any thread.
#pragma once

#include <QDateTime>
#include <QLocale>

namespace ui {

// The time of day as the language writes it, without seconds.
[[nodiscard]] QString shortTime(const QTime &time, const QLocale &locale);

// "7 Jun", with the year where it is not that of today.
[[nodiscard]] QString shortDay(const QDate &day, const QDate &today, const QLocale &locale);

// The moment as shortly as it stays plain: the time today, the day of the week within the last week, else the day. In
// the computer's time zone; empty where it is invalid.
[[nodiscard]] QString shortDate(const QDateTime &moment, const QDate &today, const QLocale &locale);

} // namespace ui
