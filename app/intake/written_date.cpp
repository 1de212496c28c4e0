#include "intake/written_date.h"

#include "intake/mime.h"

#include <QTimeZone>

#include <algorithm>
#include <iterator>
#include <optional>

namespace intake {

namespace {

struct MonthName {
    QStringView beginning; // of the name, in small letters; the longer of two that begin alike first
    int month;
};

// English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish, Norwegian, Polish, Finnish.
constexpr MonthName monthNames[] = {
    {u"jan", 1},  {u"janv", 1},  {u"ene", 1},  {u"gen", 1},   {u"sty", 1},  {u"tammi", 1},  {u"feb", 2},
    {u"fév", 2},  {u"fev", 2},   {u"lut", 2},  {u"helmi", 2}, {u"mar", 3},  {u"mär", 3},    {u"mrz", 3},
    {u"maa", 3},  {u"mrt", 3},   {u"apr", 4},  {u"avr", 4},   {u"abr", 4},  {u"kwi", 4},    {u"huhti", 4},
    {u"may", 5},  {u"mai", 5},   {u"mei", 5},  {u"maj", 5},   {u"mag", 5},  {u"touko", 5},  {u"jun", 6},
    {u"juin", 6}, {u"giu", 6},   {u"cze", 6},  {u"kesä", 6},  {u"jul", 7},  {u"juil", 7},   {u"lug", 7},
    {u"lip", 7},  {u"heinä", 7}, {u"aug", 8},  {u"aoû", 8},   {u"aou", 8},  {u"ago", 8},    {u"sie", 8},
    {u"elo", 8},  {u"sep", 9},   {u"set", 9},  {u"wrz", 9},   {u"syys", 9}, {u"oct", 10},   {u"okt", 10},
    {u"ott", 10}, {u"out", 10},  {u"paź", 10}, {u"loka", 10}, {u"nov", 11}, {u"lis", 11},   {u"marras", 11},
    {u"dec", 12}, {u"dez", 12},  {u"déc", 12}, {u"dic", 12},  {u"gru", 12}, {u"joulu", 12}, {u"des", 12},
};

// The longest beginning that fits; "mar" of "marras" and of a Tuesday in French are others.
int monthOf(const QString &word)
{
    const MonthName *best = nullptr;
    for (const MonthName &name : monthNames) {
        if (word.startsWith(name.beginning) && (!best || name.beginning.size() > best->beginning.size()))
            best = &name;
    }
    return best ? best->month : 0;
}

struct Number {
    int value = 0;
    qsizetype begin = 0;
    qsizetype digits = 0;
    QChar before; // null at the beginning
    QChar after;  // null at the end
};

class Reader
{
public:
    explicit Reader(QStringView words) : m_words(words.toString().toLower()) {}

    QDateTime read()
    {
        takeNumbers();
        takeTime();
        takeDay();
        const QDate day(m_year, m_month, m_day);
        if (!day.isValid() || m_year < 1970 || m_year > 2100)
            return {};
        QDateTime moment(day, m_time.value_or(QTime(12, 0)), Qt::UTC);
        return m_time ? moment.addSecs(-offset()) : moment;
    }

private:
    void takeNumbers()
    {
        for (qsizetype i = 0; i < m_words.size() && m_numbers.size() < 20;) {
            if (!m_words.at(i).isDigit()) {
                ++i;
                continue;
            }
            Number number{0, i, 0, i > 0 ? m_words.at(i - 1) : QChar(), {}};
            for (; i < m_words.size() && m_words.at(i).isDigit(); ++i, ++number.digits)
                number.value = number.digits < 6 ? number.value * 10 + m_words.at(i).digitValue() : number.value;
            number.after = i < m_words.size() ? m_words.at(i) : QChar();
            m_numbers.append(number);
        }
    }

    // "10:15", "10:15:09 pm", "10h15", "kl. 10.15".
    void takeTime()
    {
        for (qsizetype i = 0; i + 1 < m_numbers.size(); ++i) {
            const Number &hours = m_numbers.at(i);
            const Number &minutes = m_numbers.at(i + 1);
            const bool isClock = hours.after == u':' || (hours.after == u'h' && minutes.digits == 2) ||
                                 (hours.after == u'.' && followsClockWord(hours.begin));
            if (!isClock || minutes.begin != hours.begin + hours.digits + 1 || hours.value > 23 || minutes.value > 59)
                continue;
            const bool hasSeconds = minutes.after == hours.after && i + 2 < m_numbers.size();
            const qsizetype count = hasSeconds ? 3 : 2;
            const int seconds = hasSeconds ? qMin(m_numbers.at(i + 2).value, 59) : 0;
            m_time = QTime(hoursOfDay(hours.value, m_numbers.at(i + count - 1)), minutes.value, seconds);
            m_afterTime = m_numbers.at(i + count - 1).begin + m_numbers.at(i + count - 1).digits;
            m_numbers.remove(i, count);
            return;
        }
    }

    [[nodiscard]] bool followsClockWord(qsizetype at) const
    {
        const QStringView before = QStringView(m_words).first(at).trimmed();
        return std::any_of(std::begin(clockWords), std::end(clockWords),
                           [before](QStringView word) { return before.endsWith(word); });
    }

    [[nodiscard]] int hoursOfDay(int hours, const Number &last) const
    {
        const QStringView rest = QStringView(m_words).sliced(last.begin + last.digits).trimmed();
        if (rest.startsWith(u"pm") || rest.startsWith(u"p.m"))
            return hours < 12 ? hours + 12 : hours;
        return (rest.startsWith(u"am") || rest.startsWith(u"a.m")) && hours == 12 ? 0 : hours;
    }

    void takeDay()
    {
        takeYear();
        if (!takeNamedMonth())
            takeNumbersOnly();
    }

    void takeYear()
    {
        const auto year =
            std::find_if(m_numbers.cbegin(), m_numbers.cend(), [](const Number &n) { return n.digits == 4; });
        m_year = year == m_numbers.cend() ? 0 : year->value;
    }

    bool takeNamedMonth()
    {
        qsizetype at = 0;
        for (const QString &word : m_words.split(u' ', Qt::SkipEmptyParts)) {
            at = m_words.indexOf(word, at);
            QString letters = word;
            letters.removeIf([](QChar c) { return !c.isLetter(); });
            const int month = monthOf(letters);
            at += word.size();
            // The beginning of a weekday may look like a month: a number stands beside the month.
            if (month == 0 || (isWeekdayToo(letters) && m_month != 0))
                continue;
            m_month = month;
            if (!isWeekdayToo(letters))
                break;
        }
        const auto day = std::find_if(m_numbers.cbegin(), m_numbers.cend(),
                                      [](const Number &n) { return n.digits <= 2 && n.value >= 1 && n.value <= 31; });
        m_day = day == m_numbers.cend() ? 0 : day->value;
        return m_month > 0;
    }

    // "mar." is Tuesday or March, "mai" is no weekday.
    static bool isWeekdayToo(const QString &letters)
    {
        return letters == QLatin1String("mar") || letters == QLatin1String("mardi") ||
               letters == QLatin1String("martes") || letters.startsWith(QLatin1String("marted")) ||
               letters.startsWith(QLatin1String("maandag")) || letters == QLatin1String("maanantai") ||
               letters == QLatin1String("ma");
    }

    // "2014-03-04", "4.3.2014", and "4/3/2014" where only one way of reading it is a day.
    void takeNumbersOnly()
    {
        if (m_numbers.size() < 3)
            return;
        const Number &first = m_numbers.at(0);
        const Number &second = m_numbers.at(1);
        const Number &third = m_numbers.at(2);
        if (first.digits == 4) {
            m_month = second.value;
            m_day = third.value;
        } else if (third.digits == 4 && first.after != u'/') {
            m_day = first.value;
            m_month = second.value;
        } else if (third.digits == 4 && (first.value > 12) != (second.value > 12)) {
            m_day = qMax(first.value, second.value);
            m_month = qMin(first.value, second.value);
        }
    }

    // "+0100", "gmt+1" behind the time, in seconds.
    [[nodiscard]] int offset() const
    {
        const QStringView rest = QStringView(m_words).sliced(m_afterTime);
        for (qsizetype i = 0; i + 1 < rest.size(); ++i) {
            if ((rest.at(i) != u'+' && rest.at(i) != u'-') || !rest.at(i + 1).isDigit())
                continue;
            QString digits;
            for (qsizetype d = i + 1; d < rest.size() && (rest.at(d).isDigit() || rest.at(d) == u':'); ++d)
                digits.append(rest.at(d) == u':' ? QString() : QString(rest.at(d)));
            const int value = digits.size() <= 4 ? digits.toInt() : 0;
            const int minutes = digits.size() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
            return minutes <= 14 * 60 ? (rest.at(i) == u'-' ? -minutes : minutes) * 60 : 0;
        }
        return 0;
    }

    static constexpr QStringView clockWords[] = {u"kl", u"kl.", u"klo", u"kello", u"ore", u"om", u"um", u"à"};

    QString m_words;
    QList<Number> m_numbers;
    std::optional<QTime> m_time;
    qsizetype m_afterTime = 0;
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

} // namespace

QDateTime readWrittenDate(QStringView words)
{
    constexpr qsizetype longest = 100;
    if (words.size() > longest)
        return {};
    const QDateTime exact = decodeDate(words.toUtf8());
    const bool saysZone = words.contains(u'+') || words.endsWith(u"GMT") || words.endsWith(u"UTC") ||
                          (words.size() > 5 && words.at(words.size() - 5) == u'-');
    if (exact.isValid() && saysZone && !words.contains(u"GMT+"))
        return exact;
    return Reader(words).read();
}

} // namespace intake
