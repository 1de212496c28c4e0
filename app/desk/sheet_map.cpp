#include "desk/sheet_map.h"

#include <QCoreApplication>

#include <array>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::sheet_map)
};

constexpr const char *context = "desk::sheet_map";

template <typename Value>
struct Row {
    Value value;
    QLatin1String name;
    const char *title;
};

const std::array roleRows{
    Row<SheetRole>{SheetRole::Letter, QLatin1String("letter"), QT_TRANSLATE_NOOP("desk::sheet_map", "Letter")},
    Row<SheetRole>{SheetRole::Subject, QLatin1String("subject"), QT_TRANSLATE_NOOP("desk::sheet_map", "Subject")},
    Row<SheetRole>{SheetRole::Date, QLatin1String("date"), QT_TRANSLATE_NOOP("desk::sheet_map", "Date")},
    Row<SheetRole>{SheetRole::Name, QLatin1String("name"), QT_TRANSLATE_NOOP("desk::sheet_map", "Name")},
    Row<SheetRole>{SheetRole::Address, QLatin1String("address"), QT_TRANSLATE_NOOP("desk::sheet_map", "Address")},
    Row<SheetRole>{SheetRole::Consent, QLatin1String("consent"), QT_TRANSLATE_NOOP("desk::sheet_map", "Consent")},
    Row<SheetRole>{SheetRole::Place, QLatin1String("place"), QT_TRANSLATE_NOOP("desk::sheet_map", "Place")},
    Row<SheetRole>{SheetRole::Signature, QLatin1String("signature"), QT_TRANSLATE_NOOP("desk::sheet_map", "Signature")},
};

const std::array dateRows{
    Row<DateOrder>{DateOrder::YearFirst, QLatin1String("year first"),
                   QT_TRANSLATE_NOOP("desk::sheet_map", "Year first: 2026-12-31")},
    Row<DateOrder>{DateOrder::DayFirst, QLatin1String("day first"),
                   QT_TRANSLATE_NOOP("desk::sheet_map", "Day first: 31/12/2026")},
    Row<DateOrder>{DateOrder::MonthFirst, QLatin1String("month first"),
                   QT_TRANSLATE_NOOP("desk::sheet_map", "Month first: 12/31/2026")},
};

const std::array encodingRows{
    Row<SheetEncoding>{SheetEncoding::Utf8, QLatin1String("utf-8"), "UTF-8"},
    Row<SheetEncoding>{SheetEncoding::Utf16LittleEndian, QLatin1String("utf-16le"), "UTF-16 LE"},
    Row<SheetEncoding>{SheetEncoding::Utf16BigEndian, QLatin1String("utf-16be"), "UTF-16 BE"},
    Row<SheetEncoding>{SheetEncoding::Windows1252, QLatin1String("windows-1252"), "Windows-1252"},
};

const std::array delimiterRows{
    Row<char>{',', QLatin1String(","), QT_TRANSLATE_NOOP("desk::sheet_map", "Comma")},
    Row<char>{';', QLatin1String(";"), QT_TRANSLATE_NOOP("desk::sheet_map", "Semicolon")},
    Row<char>{'\t', QLatin1String("tab"), QT_TRANSLATE_NOOP("desk::sheet_map", "Tab")},
    Row<char>{'|', QLatin1String("|"), QT_TRANSLATE_NOOP("desk::sheet_map", "Vertical bar")},
};

template <typename Value, std::size_t count>
constexpr std::array<Value, count> valuesOf(const std::array<Row<Value>, count> &rows)
{
    std::array<Value, count> values{};
    for (std::size_t i = 0; i < count; ++i)
        values[i] = rows[i].value;
    return values;
}

const auto roleOrder = valuesOf(roleRows);
const auto dateOrder = valuesOf(dateRows);
const auto encodingOrder = valuesOf(encodingRows);
const auto delimiterOrder = valuesOf(delimiterRows);

template <typename Rows, typename Value>
const auto &rowOf(const Rows &rows, Value value)
{
    for (const auto &row : rows) {
        if (row.value == value)
            return row;
    }
    return rows.front();
}

template <typename Rows>
QString titleIn(const Rows &rows, decltype(rows.front().value) value)
{
    return QCoreApplication::translate(context, rowOf(rows, value).title);
}

QString folded(const QString &heading)
{
    return heading.simplified().toCaseFolded();
}

// -1 where there is none.
int placeOf(const SheetColumn &column, const QStringList &headings, int columns)
{
    if (column.heading.isEmpty())
        return column.number <= columns ? column.number - 1 : -1;
    for (int place = 0; place < headings.size(); ++place) {
        if (folded(headings.at(place)) == folded(column.heading))
            return place;
    }
    return -1;
}

QString shown(const SheetColumn &column)
{
    return column.heading.isEmpty() ? Words::tr("number %1").arg(column.number) : Words::tr("“%1”").arg(column.heading);
}

} // namespace

std::span<const SheetRole> sheetRoles()
{
    return roleOrder;
}

std::span<const DateOrder> dateOrders()
{
    return dateOrder;
}

std::span<const SheetEncoding> sheetEncodings()
{
    return encodingOrder;
}

std::span<const char> sheetDelimiters()
{
    return delimiterOrder;
}

bool takesSeveral(SheetRole role)
{
    return role == SheetRole::Letter || role == SheetRole::Name;
}

QString name(SheetRole role)
{
    return rowOf(roleRows, role).name;
}

QString name(DateOrder order)
{
    return rowOf(dateRows, order).name;
}

QString name(SheetEncoding encoding)
{
    return rowOf(encodingRows, encoding).name;
}

QString title(SheetRole role)
{
    return titleIn(roleRows, role);
}

QString title(DateOrder order)
{
    return titleIn(dateRows, order);
}

QString title(SheetEncoding encoding)
{
    return titleIn(encodingRows, encoding);
}

QString delimiterTitle(char delimiter)
{
    return titleIn(delimiterRows, delimiter);
}

SheetColumn columnAt(const QStringList &headings, int place)
{
    const QString heading = headings.value(place).simplified();
    const auto same = std::count_if(headings.cbegin(), headings.cend(),
                                    [&heading](const QString &each) { return folded(each) == folded(heading); });
    return !heading.isEmpty() && same == 1 ? SheetColumn{heading, 0} : SheetColumn{{}, place + 1};
}

base::Result<SheetPlaces> placesOf(const SheetMap &map, const QStringList &headings, int columns)
{
    if (map.columns.value(SheetRole::Letter).isEmpty())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("The map does not say which column holds the letter. Choose one.")};
    SheetPlaces places;
    QStringList missing;
    for (auto role = map.columns.cbegin(); role != map.columns.cend(); ++role) {
        for (const SheetColumn &column : role.value()) {
            const int place = placeOf(column, headings, columns);
            if (place < 0)
                missing.append(shown(column));
            else
                places[role.key()].append(place);
        }
    }
    if (missing.isEmpty())
        return places;
    return base::Error{
        base::Error::Kind::NotFound,
        Words::tr("The sheet has no such column as the map names: %1. Choose another map or its columns.")
            .arg(missing.join(QLatin1String(", ")))};
}

} // namespace desk
