// Values of the desk as JSON of an open archive, and back. Pure functions, any thread.
#pragma once

#include "base/text.h"
#include "desk/id.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
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

template <typename Of>
[[nodiscard]] bool take(desk::Id<Of> &id, const QJsonValue &value)
{
    id = desk::Id<Of>::fromString(value.toString());
    return !id.isNull();
}

} // namespace editorial
