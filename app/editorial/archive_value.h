// Values of the desk as JSON of an open archive, and back. Pure functions, any thread.
#pragma once

#include "base/text.h"
#include "desk/id.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace editorial {

// As it stands in the file.

[[nodiscard]] inline QJsonValue jsonOf(const QString &text)
{
    return text;
}

[[nodiscard]] inline QJsonValue jsonOf(bool flag)
{
    return flag;
}

[[nodiscard]] inline QJsonValue jsonOf(qint64 number)
{
    return number;
}

[[nodiscard]] inline QJsonValue jsonOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

[[nodiscard]] inline QJsonValue jsonOf(const QDateTime &moment)
{
    return base::toIso(moment);
}

[[nodiscard]] inline QJsonValue jsonOf(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

template <typename Of>
[[nodiscard]] QJsonValue jsonOf(const desk::Id<Of> &id)
{
    return id.isNull() ? QString() : id.toString();
}

// As hexadecimal digits.
[[nodiscard]] inline QJsonValue jsonOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

template <typename Of>
[[nodiscard]] QJsonValue jsonOf(const QList<desk::Id<Of>> &ids)
{
    QJsonArray array;
    for (const desk::Id<Of> &id : ids)
        array.append(jsonOf(id));
    return array;
}

// Undefined for what says nothing: an empty text, no flag, no number, no moment, a null key.
template <typename Value>
[[nodiscard]] QJsonValue unlessEmpty(const Value &value)
{
    const QJsonValue json = jsonOf(value);
    const bool isEmpty = json.isBool()     ? !json.toBool()
                         : json.isDouble() ? json.toInteger() == 0
                         : json.isArray()  ? json.toArray().isEmpty()
                                           : json.toString().isEmpty();
    return isEmpty ? QJsonValue(QJsonValue::Undefined) : json;
}

// False where the value is of another kind.

[[nodiscard]] inline bool take(QString &text, const QJsonValue &value)
{
    text = value.toString();
    return value.isString();
}

[[nodiscard]] inline bool take(bool &flag, const QJsonValue &value)
{
    flag = value.toBool();
    return value.isBool();
}

// Whole and not below 0.
[[nodiscard]] inline bool take(qint64 &number, const QJsonValue &value)
{
    number = value.toInteger(-1);
    return number >= 0;
}

[[nodiscard]] inline bool take(QStringList &texts, const QJsonValue &value)
{
    for (const QJsonValue each : value.toArray()) {
        if (!each.isString())
            return false;
        texts.append(each.toString());
    }
    return value.isArray();
}

[[nodiscard]] inline bool take(QDateTime &moment, const QJsonValue &value)
{
    moment = base::fromIso(value.toString());
    return moment.isValid();
}

[[nodiscard]] inline bool take(QDate &day, const QJsonValue &value)
{
    day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid();
}

[[nodiscard]] inline bool take(QByteArray &bytes, const QJsonValue &value)
{
    bytes = QByteArray::fromHex(value.toString().toLatin1());
    return value.isString() && jsonOf(bytes) == value;
}

template <typename Of>
[[nodiscard]] bool take(desk::Id<Of> &id, const QJsonValue &value)
{
    id = desk::Id<Of>::fromString(value.toString());
    return !id.isNull();
}

template <typename Of>
[[nodiscard]] bool take(QList<desk::Id<Of>> &ids, const QJsonValue &value)
{
    for (const QJsonValue each : value.toArray()) {
        desk::Id<Of> id;
        if (!take(id, each))
            return false;
        ids.append(id);
    }
    return value.isArray();
}

// Values that a table of pairs names: std::array{std::pair{Consent::Given, QLatin1String("given")}, ...}.

// Undefined for a value that the table does not name.
template <typename Names, typename Value>
[[nodiscard]] QJsonValue nameIn(const Names &names, Value value)
{
    for (const auto &[each, name] : names) {
        if (each == value)
            return QString(name);
    }
    return QJsonValue::Undefined;
}

template <typename Names, typename Value>
[[nodiscard]] bool takeNamed(const Names &names, Value &value, const QJsonValue &written)
{
    for (const auto &[each, name] : names) {
        if (written.toString() == name) {
            value = each;
            return true;
        }
    }
    return false;
}

} // namespace editorial
