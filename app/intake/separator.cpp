#include "intake/separator.h"

#include "intake/line_source.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <optional>

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

bool isWeekday(QByteArrayView word)
{
    static constexpr const char *days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (word.endsWith(','))
        word.chop(1);
    return std::any_of(std::begin(days), std::end(days), [word](const char *day) { return word == day; });
}

// Where the date of a separator lies among its words.
struct DateSpan {
    qsizetype begin;
    qsizetype end;
};

// Month, day, time, at most two zones, year.
std::optional<DateSpan> asctimeAt(const QList<QByteArray> &words, qsizetype month)
{
    if (month + 3 >= words.size() || !isDay(words.at(month + 1)) || !isTime(words.at(month + 2)))
        return std::nullopt;
    for (qsizetype i = month + 3; i < words.size() && i <= month + 5; ++i) {
        if (isYear(words.at(i)))
            return DateSpan{month, i + 1};
        if (!isZone(words.at(i)))
            return std::nullopt;
    }
    return std::nullopt;
}

// Day, month, year, time.
std::optional<DateSpan> mailDateAt(const QList<QByteArray> &words, qsizetype month)
{
    if (month >= 1 && month + 2 < words.size() && isDay(words.at(month - 1)) && isYear(words.at(month + 1)) &&
        isTime(words.at(month + 2)))
        return DateSpan{month - 1, month + 3};
    return std::nullopt;
}

std::optional<DateSpan> dateIn(const QList<QByteArray> &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isMonth(words.at(i)))
            continue;
        if (const auto span = asctimeAt(words, i))
            return span;
        if (const auto span = mailDateAt(words, i))
            return span;
    }
    return std::nullopt;
}

// The words after "From "; none for what is no separator by its beginning or length.
QList<QByteArray> wordsOf(QByteArrayView line)
{
    if (!line.startsWith("From ") || line.size() > longestSeparator)
        return {};
    return line.sliced(5).toByteArray().simplified().split(' ');
}

// What speaks for a line that holds a date being a separator.
struct Evidence {
    bool hasDate = false;
    bool hasWeekday = false;  // before the date
    bool endsAsUsual = false; // after the date comes nothing, or a zone, or "remote from"
};

Evidence evidenceOf(QByteArrayView line)
{
    const QList<QByteArray> words = wordsOf(line);
    const auto date = dateIn(words);
    if (!date)
        return {};
    const auto rest = words.cbegin() + date->end;
    return {true, date->begin > 0 && isWeekday(words.at(date->begin - 1)),
            rest == words.cend() || *rest == "remote" || std::all_of(rest, words.cend(), isZone)};
}

// "Name: ...", as a header begins.
bool isField(QByteArrayView line)
{
    constexpr qsizetype longestName = 100;
    const qsizetype colon = line.first(std::min(line.size(), longestName)).indexOf(':');
    return colon > 0 && std::all_of(line.cbegin(), line.cbegin() + colon, [](char c) { return c > ' ' && c < 0x7F; });
}

} // namespace

bool isSeparator(QByteArrayView line)
{
    const Evidence evidence = evidenceOf(line);
    return evidence.hasDate && (evidence.hasWeekday || evidence.endsAsUsual);
}

bool startsHeaders(QByteArrayView bytes)
{
    TextLine line = textLineAt(bytes, 0);
    // Programs that passed the message on may have kept the separators of their own mailboxes.
    for (int passedOn = 0; passedOn < 3 && isQuotedSeparator(line.textIn(bytes)); ++passedOn)
        line = textLineAt(bytes, line.next);
    return isField(line.textIn(bytes));
}

bool startsMessage(QByteArrayView bytes, bool afterBlank)
{
    const TextLine line = textLineAt(bytes, 0);
    const QByteArrayView text = line.textIn(bytes);
    if (!isSeparator(text))
        return false;
    const Evidence evidence = evidenceOf(text);
    const bool isPlain = evidence.hasWeekday && evidence.endsAsUsual;
    return (isPlain && afterBlank) || ((isPlain || afterBlank) && startsHeaders(bytes.sliced(line.next)));
}

bool isQuotedSeparator(QByteArrayView line)
{
    qsizetype marks = 0;
    while (marks < line.size() && line.at(marks) == '>')
        ++marks;
    return marks > 0 && line.sliced(marks).startsWith("From ");
}

} // namespace intake
