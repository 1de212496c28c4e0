// WrittenDate: the moment of a date as mail programs write it for people, above a message that they quote or pass on:
// "Tuesday, March 4, 2014 10:15 AM", "4. März 2014 um 10:15". Pure function, any thread.
#pragma once

#include <QDateTime>
#include <QStringView>

namespace intake {

// In UTC. A time without a zone is taken for UTC, a day without a time is its noon. Invalid where the day is not
// certain: "3/4/2014" is a day in March to some and in April to others.
[[nodiscard]] QDateTime readWrittenDate(QStringView words);

} // namespace intake
