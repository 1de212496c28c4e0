#include "desk/sheet_map.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace desk {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::sheet_map)
};

constexpr QLatin1String datesKey("dates");
constexpr QLatin1String yesKey("yes");
constexpr QLatin1String noKey("no");
constexpr QLatin1String delimiterKey("delimiter");
constexpr QLatin1String encodingKey("encoding");
constexpr QLatin1String headingsKey("headings");

constexpr qsizetype mostColumns = 100; // of one role
constexpr int highestNumber = 16'384;

Error unusable(const QString &message)
{
    return Error{Error::Kind::Unusable, message};
}

QString delimiterName(char delimiter)
{
    return delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter));
}

QJsonValue toJson(const SheetColumn &column)
{
    return column.heading.isEmpty() ? QJsonValue(column.number) : QJsonValue(column.heading);
}

QJsonValue toJson(const QList<SheetColumn> &columns)
{
    if (columns.size() == 1)
        return toJson(columns.first());
    QJsonArray all;
    for (const SheetColumn &column : columns)
        all.append(toJson(column));
    return all;
}

Result<SheetColumn> columnFrom(const QString &key, const QJsonValue &value)
{
    if (value.isString() && !value.toString().simplified().isEmpty())
        return SheetColumn{value.toString().simplified(), 0};
    const int number = value.toInt();
    if (value.isDouble() && number >= 1 && number <= highestNumber && number == value.toDouble())
        return SheetColumn{{}, number};
    return unusable(Words::tr("“%1” in the map names no column. Write its heading, or its number from 1.").arg(key));
}

Result<QList<SheetColumn>> columnsFrom(SheetRole role, const QJsonValue &value)
{
    const QJsonArray given = value.isArray() ? value.toArray() : QJsonArray{value};
    if (given.size() > mostColumns || (given.size() > 1 && !takesSeveral(role)))
        return unusable(Words::tr("“%1” in the map names more columns than one. Name one.").arg(name(role)));
    QList<SheetColumn> columns;
    for (const QJsonValue each : given) {
        const auto column = columnFrom(name(role), each);
        if (!column)
            return column.error();
        columns.append(*column);
    }
    return columns;
}

// The value of that name among `values`.
template <typename Values, typename NameOf>
auto named(const QString &key, const QJsonValue &value, const Values &values, NameOf nameOf)
    -> Result<std::optional<std::decay_t<decltype(*values.begin())>>>
{
    QStringList names;
    for (const auto &each : values) {
        if (value.toString().compare(nameOf(each), Qt::CaseInsensitive) == 0)
            return std::optional(each);
        names.append(nameOf(each));
    }
    return unusable(Words::tr("“%1” in the map is none of: %2.").arg(key, names.join(QLatin1String(", "))));
}

Result<QStringList> wordsFrom(const QString &key, const QJsonValue &value)
{
    QStringList words;
    const QJsonArray given = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue each : given) {
        if (!each.isString() || given.size() > mostColumns)
            return unusable(Words::tr("“%1” in the map is no list of words.").arg(key));
        words.append(each.toString());
    }
    return words;
}

// Hands a value on to its place, or its error.
template <typename Value>
Result<void> put(Value &place, const Result<Value> &read)
{
    if (!read)
        return read.error();
    place = *read;
    return {};
}

std::optional<SheetRole> roleNamed(const QString &key)
{
    for (const SheetRole role : sheetRoles()) {
        if (key == name(role))
            return role;
    }
    return std::nullopt;
}

Result<void> putOne(SheetMap &map, const QString &key, const QJsonValue &value)
{
    if (const auto role = roleNamed(key))
        return put(map.columns[*role], columnsFrom(*role, value));
    if (key == datesKey)
        return put(map.dates, named(key, value, dateOrders(), [](DateOrder order) { return name(order); }));
    if (key == yesKey)
        return put(map.yes, wordsFrom(key, value));
    if (key == noKey)
        return put(map.no, wordsFrom(key, value));
    if (key == delimiterKey && value.toString() == QLatin1String("\t"))
        return put(map.writing.delimiter, Result<std::optional<char>>(std::optional('\t')));
    if (key == delimiterKey)
        return put(map.writing.delimiter, named(key, value, sheetDelimiters(), delimiterName));
    if (key == encodingKey)
        return put(map.writing.encoding,
                   named(key, value, sheetEncodings(), [](SheetEncoding encoding) { return name(encoding); }));
    if (key == headingsKey && value.isBool()) {
        map.writing.hasHeadings = value.toBool();
        return {};
    }
    if (key == headingsKey)
        return unusable(Words::tr("“%1” in the map is neither true nor false.").arg(key));
    QStringList known;
    for (const SheetRole role : sheetRoles())
        known.append(name(role));
    known += {datesKey, yesKey, noKey, delimiterKey, encodingKey, headingsKey};
    return unusable(
        Words::tr("The map knows no “%1”. It may say: %2.").arg(key.left(60), known.join(QLatin1String(", "))));
}

} // namespace

QJsonObject toJson(const SheetMap &map)
{
    QJsonObject json;
    for (auto role = map.columns.cbegin(); role != map.columns.cend(); ++role) {
        if (!role.value().isEmpty())
            json.insert(name(role.key()), toJson(role.value()));
    }
    if (map.dates)
        json.insert(datesKey, name(*map.dates));
    if (!map.yes.isEmpty())
        json.insert(yesKey, QJsonArray::fromStringList(map.yes));
    if (!map.no.isEmpty())
        json.insert(noKey, QJsonArray::fromStringList(map.no));
    if (map.writing.delimiter)
        json.insert(delimiterKey, delimiterName(*map.writing.delimiter));
    if (map.writing.encoding)
        json.insert(encodingKey, name(*map.writing.encoding));
    if (map.writing.hasHeadings)
        json.insert(headingsKey, *map.writing.hasHeadings);
    return json;
}

Result<SheetMap> sheetMapFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return unusable(Words::tr("The map is no JSON: at byte %1 %2.").arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return unusable(Words::tr("The map is no JSON object. Write it as {\"letter\": \"Your question\"}."));
    const QJsonObject object = document.object();
    SheetMap map;
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (const auto done = putOne(map, each.key(), each.value()); !done)
            return done.error();
    }
    if (map.columns.value(SheetRole::Letter).isEmpty())
        return unusable(
            Words::tr("The map does not say which column holds the letter. Add \"letter\" with a heading or "
                      "a number."));
    return map;
}

} // namespace desk
