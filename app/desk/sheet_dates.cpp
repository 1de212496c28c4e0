#include "desk/sheet_cells.h"

#include <QRegularExpression>

#include <array>

namespace desk {

namespace {

constexpr qsizetype longestDate = 100; // characters

struct Month {
    const char *beginning; // without accents
    int number;
};

constexpr std::array months{
    Month{"jan", 1},  Month{"ene", 1},  Month{"feb", 2},  Month{"fev", 2},  Month{"mar", 3},
    Month{"mrz", 3},  Month{"apr", 4},  Month{"avr", 4},  Month{"abr", 4},  Month{"may", 5},
    Month{"mai", 5},  Month{"jun", 6},  Month{"juin", 6}, Month{"jul", 7},  Month{"jui", 7},
    Month{"aug", 8},  Month{"aou", 8},  Month{"ago", 8},  Month{"sep", 9},  Month{"oct", 10},
    Month{"okt", 10}, Month{"nov", 11}, Month{"dec", 12}, Month{"dez", 12}, Month{"dic", 12},
};

// 0 for a word that names none.
int monthNamed(const QString &word)
{
    QString bare;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c.isLetter())
            bare.append(c.toCaseFolded());
    }
    for (const Month &month : months) {
        if (bare.startsWith(QLatin1String(month.beginning)))
            return month.number;
    }
    return 0;
}

// A cell as a date, as far as it can be told without knowing the order.
struct Written {
    QDate byDay; // invalid where it is none in that order
    QDate byMonth;
    bool isPlain = false; // the same in every order
    bool isDotted = false;
    bool isHalfDay = false;
    QTime time;                // invalid: none
    std::optional<int> offset; // from UTC, in seconds
};

int yearOf(const QString &digits)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

void setPlain(Written &written, const QDate &date)
{
    written.byDay = written.byMonth = date;
    written.isPlain = true;
}

// Reads the date at the beginning; gives how many characters it took, 0 for none.
qsizetype readDay(const QString &cell, Written &written)
{
    static const QString weekday = QStringLiteral("^(?:\\p{L}+\\.?,? )?");
    static const QRegularExpression yearFirst(QStringLiteral("^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)"));
    static const QRegularExpression numbers(weekday +
                                            QStringLiteral("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?!\\d)"));
    static const QRegularExpression dayAndName(
        weekday +
        QStringLiteral("(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[ -](?:of |de )?(\\p{L}{3,})\\.?,?[ -](?:de )?(\\d{4}|\\d{2})"
                       "(?!\\d)"));
    static const QRegularExpression nameAndDay(
        weekday + QStringLiteral("(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)"));
    if (const auto found = yearFirst.match(cell); found.hasMatch()) {
        setPlain(written, QDate(found.captured(1).toInt(), found.captured(3).toInt(), found.captured(4).toInt()));
        return found.capturedLength();
    }
    if (const auto found = numbers.match(cell); found.hasMatch()) {
        const int year = yearOf(found.captured(4));
        written.byDay = QDate(year, found.captured(3).toInt(), found.captured(1).toInt());
        written.byMonth = QDate(year, found.captured(1).toInt(), found.captured(3).toInt());
        written.isPlain = written.byDay == written.byMonth;
        written.isDotted = found.captured(2) == QLatin1String(".");
        return found.capturedLength();
    }
    for (const auto &[pattern, day, month] : {std::tuple(&dayAndName, 1, 2), std::tuple(&nameAndDay, 2, 1)}) {
        const auto found = pattern->match(cell);
        if (!found.hasMatch() || monthNamed(found.captured(month)) == 0)
            continue;
        setPlain(written,
                 QDate(yearOf(found.captured(3)), monthNamed(found.captured(month)), found.captured(day).toInt()));
        return found.capturedLength();
    }
    return 0;
}

std::optional<int> offsetIn(const QRegularExpressionMatch &found)
{
    if (found.captured(QStringLiteral("zone")).isEmpty())
        return std::nullopt;
    const int minutes =
        found.captured(QStringLiteral("hours")).toInt() * 60 + found.captured(QStringLiteral("minutes")).toInt();
    return found.captured(QStringLiteral("sign")) == QLatin1String("-") ? -minutes * 60 : minutes * 60;
}

// Reads what stands behind the date; false for what is no time.
bool readTime(const QString &rest, Written &written)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^(?:T|,? ?(?:at |um |à |a las )?)(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2})(?:[:.](?<second>\\d{"
            "2})(?:[.,]\\d{1,9})?)?)? ?(?:Uhr|h)? ?(?:(?<half>[ap])\\.? ?m\\b\\.?)? ?(?<zone>Z|(?:UTC|GMT)?(?:"
            "(?<sign>[-+])(?<hours>\\d{1,2}):?(?<minutes>\\d{2})?)?)(?: ?\\(?\\p{L}[\\p{L} ]{1,40}\\)?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (rest.isEmpty())
        return true;
    const auto found = pattern.match(rest);
    const QString half = found.captured(QStringLiteral("half")).toLower();
    if (!found.hasMatch() || (half.isEmpty() && found.captured(QStringLiteral("minute")).isEmpty()))
        return false;
    int hour = found.captured(QStringLiteral("hour")).toInt();
    if (!half.isEmpty() && hour <= 12)
        hour = hour % 12 + (half == QLatin1String("p") ? 12 : 0);
    written.isHalfDay = !half.isEmpty();
    written.time =
        QTime(hour, found.captured(QStringLiteral("minute")).toInt(), found.captured(QStringLiteral("second")).toInt());
    written.offset = offsetIn(found);
    return written.time.isValid();
}

std::optional<Written> read(const QString &cell)
{
    if (cell.size() > longestDate)
        return std::nullopt;
    const QString line = cell.simplified();
    Written written;
    const qsizetype length = readDay(line, written);
    if (length == 0 || (!written.byDay.isValid() && !written.byMonth.isValid()) || !readTime(line.mid(length), written))
        return std::nullopt;
    return written;
}

QDate dayIn(const Written &written, DateOrder order)
{
    if (!written.byDay.isValid() || !written.byMonth.isValid())
        return written.byDay.isValid() ? written.byDay : written.byMonth;
    if (order == DateOrder::YearFirst && !written.isPlain)
        return {};
    return order == DateOrder::MonthFirst ? written.byMonth : written.byDay;
}

} // namespace

QDateTime dateIn(const QString &cell, DateOrder order, const QTimeZone &zone)
{
    const auto written = read(cell);
    if (!written)
        return {};
    const QDate day = dayIn(*written, order);
    if (!day.isValid())
        return {};
    if (written->offset)
        return QDateTime(day, written->time, Qt::UTC).addSecs(-*written->offset);
    const QDateTime local = written->time.isValid() ? QDateTime(day, written->time, zone) : day.startOfDay(zone);
    return local.toUTC();
}

void DateEvidence::Course::add(const QDate &date)
{
    if (last.isValid() && date > last)
        ++ups;
    else if (last.isValid() && date < last)
        ++downs;
    last = date;
}

void DateEvidence::add(const QString &cell)
{
    if (QStringView(cell).trimmed().isEmpty())
        return;
    ++m_cells;
    const auto written = read(cell);
    if (!written)
        return;
    ++m_dates;
    m_halfDays += written->isHalfDay ? 1 : 0;
    m_byDay.add(dayIn(*written, DateOrder::DayFirst));
    m_byMonth.add(dayIn(*written, DateOrder::MonthFirst));
    if (written->isPlain)
        return;
    if (!written->byMonth.isValid())
        ++m_dayFirst;
    else if (!written->byDay.isValid())
        ++m_monthFirst;
    else
        ++m_either;
    m_dotted += written->isDotted ? 1 : 0;
}

std::optional<DateOrder> DateEvidence::certain() const
{
    if (m_dayFirst != m_monthFirst)
        return m_dayFirst > m_monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (m_dotted > 0 && m_monthFirst == 0)
        return DateOrder::DayFirst;
    if (m_dates > 0 && m_either == 0 && m_dayFirst == 0)
        return DateOrder::YearFirst;
    return std::nullopt;
}

DateOrder DateEvidence::likely(DateOrder otherwise) const
{
    if (const auto order = certain())
        return *order;
    if (m_byDay.turns() != m_byMonth.turns())
        return m_byDay.turns() < m_byMonth.turns() ? DateOrder::DayFirst : DateOrder::MonthFirst;
    return m_halfDays > 0 ? DateOrder::MonthFirst : otherwise;
}

} // namespace desk
