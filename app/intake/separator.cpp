#include "intake/separator.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace intake {

namespace {

// Longer lines are no separators; it also bounds the work on hostile ones.
constexpr qsizetype longestSeparator = 500;

bool isDigits(QByteArrayView word, qsizetype least, qsizetype most)
{
    return word.size() >= least && word.size() <= most &&
           std::all_of(word.cbegin(), word.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isMonth(QByteArrayView word)
{
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::any_of(std::begin(months), std::end(months), [word](const char *month) { return word == month; });
}

bool isDay(QByteArrayView word)
{
    return isDigits(word, 1, 2);
}

bool isYear(QByteArrayView word)
{
    return isDigits(word, 4, 4) && (word.startsWith("19") || word.startsWith("20") || word.startsWith("21"));
}

// "16:07" or "16:07:05".
bool isTime(QByteArrayView word)
{
    const qsizetype colon = word.indexOf(':');
    if (colon < 1 || !isDigits(word.first(colon), 1, 2))
        return false;
    const QByteArrayView rest = word.sliced(colon + 1);
    return isDigits(rest, 2, 2) ||
           (rest.size() == 5 && rest.at(2) == ':' && isDigits(rest.first(2), 2, 2) && isDigits(rest.last(2), 2, 2));
}

// "+0200", "PDT", "GMT".
bool isZone(QByteArrayView word)
{
    if (word.startsWith('+') || word.startsWith('-'))
        return isDigits(word.sliced(1), 4, 4);
    return !word.isEmpty() && word.size() <= 5 &&
           std::all_of(word.cbegin(), word.cend(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Month, day, time, at most two zones, year.
bool isAsctime(const QList<QByteArray> &words, qsizetype month)
{
    if (month + 3 >= words.size() || !isDay(words.at(month + 1)) || !isTime(words.at(month + 2)))
        return false;
    for (qsizetype i = month + 3; i < words.size() && i <= month + 5; ++i) {
        if (isYear(words.at(i)))
            return true;
        if (!isZone(words.at(i)))
            return false;
    }
    return false;
}

// Day, month, year, time.
bool isMailDate(const QList<QByteArray> &words, qsizetype month)
{
    return month >= 1 && month + 2 < words.size() && isDay(words.at(month - 1)) && isYear(words.at(month + 1)) &&
           isTime(words.at(month + 2));
}

} // namespace

bool isSeparator(QByteArrayView line)
{
    if (!line.startsWith("From ") || line.size() > longestSeparator)
        return false;
    const QList<QByteArray> words = line.sliced(5).toByteArray().simplified().split(' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (isMonth(words.at(i)) && (isAsctime(words, i) || isMailDate(words, i)))
            return true;
    }
    return false;
}

bool isQuotedSeparator(QByteArrayView line)
{
    qsizetype marks = 0;
    while (marks < line.size() && line.at(marks) == '>')
        ++marks;
    return marks > 0 && line.sliced(marks).startsWith("From ");
}

} // namespace intake
