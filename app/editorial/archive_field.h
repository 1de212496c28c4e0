// ArchiveField: one value of a record of an open archive, as a row of a table: under which key it stands in front
// matter or in JSON, and how it is written and read. Values, any thread.
#pragma once

#include "editorial/archive_page.h"
#include "editorial/archive_value.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <array>
#include <span>

namespace editorial {

template <typename Record>
struct ArchiveField {
    QLatin1String key;
    QJsonValue (*written)(const Record &record);                // undefined: left out
    bool (*read)(Record &record, const QJsonValue &value) = {}; // false: it cannot be used; null: it is not read
    bool isNeeded = false;
};

template <typename Record, std::size_t Count>
[[nodiscard]] std::span<const ArchiveField<Record>> spanOf(const std::array<ArchiveField<Record>, Count> &fields)
{
    return fields;
}

// The texts of the errors below.
struct ArchiveFieldWords {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_field)

public:
    static QString missing(QLatin1String key) { return tr("“%1” is missing.").arg(key); }
    static QString unusable(QLatin1String key) { return tr("The value of “%1” cannot be used.").arg(key); }
};

template <typename Record>
[[nodiscard]] FrontMatter frontMatterOf(const Record &record, std::span<const ArchiveField<Record>> fields)
{
    FrontMatter head;
    for (const ArchiveField<Record> &field : fields)
        head.add(field.key, field.written(record));
    return head;
}

template <typename Record>
[[nodiscard]] base::Result<void> readFields(Record &record, std::span<const ArchiveField<Record>> fields,
                                            const QString &file, const FrontMatter &head)
{
    for (const ArchiveField<Record> &field : fields) {
        if (!field.read)
            continue;
        const base::Result<QJsonValue> value = head.value(field.key);
        if (!value)
            return value.error();
        if (value->isUndefined() && field.isNeeded)
            return archiveFault(file, 1, ArchiveFieldWords::missing(field.key));
        if (!value->isUndefined() && !field.read(record, *value))
            return archiveFault(file, head.lineOf(field.key), ArchiveFieldWords::unusable(field.key));
    }
    return {};
}

template <typename Record>
[[nodiscard]] QJsonObject objectOf(const Record &record, std::span<const ArchiveField<Record>> fields)
{
    QJsonObject object;
    for (const ArchiveField<Record> &field : fields) {
        if (const QJsonValue value = field.written(record); !value.isUndefined())
            object.insert(field.key, value);
    }
    return object;
}

// `place` for people: in which row of the file.
template <typename Record>
[[nodiscard]] base::Result<Record> fromJson(std::span<const ArchiveField<Record>> fields, const QJsonObject &object,
                                            const QString &place)
{
    Record record;
    for (const ArchiveField<Record> &field : fields) {
        const QJsonValue value = object.value(field.key);
        if (value.isUndefined() && field.isNeeded)
            return archiveFault(place, 0, ArchiveFieldWords::missing(field.key));
        if (!value.isUndefined() && !field.read(record, value))
            return archiveFault(place, 0, ArchiveFieldWords::unusable(field.key));
    }
    return record;
}

// Rows for values that lie in the record, by the way to them.

template <typename Record, auto... Way>
[[nodiscard]] bool takeAt(Record &record, const QJsonValue &value)
{
    return take((record.*....*Way), value);
}

template <typename Record, auto... Way>
[[nodiscard]] ArchiveField<Record> plain(QLatin1String key)
{
    return {key, [](const Record &record) { return jsonOf((record.*....*Way)); }, takeAt<Record, Way...>};
}

template <typename Record, auto... Way>
[[nodiscard]] ArchiveField<Record> needed(QLatin1String key)
{
    return {key, [](const Record &record) { return jsonOf((record.*....*Way)); }, takeAt<Record, Way...>, true};
}

template <typename Record, auto... Way>
[[nodiscard]] ArchiveField<Record> ifAny(QLatin1String key)
{
    return {key, [](const Record &record) { return unlessEmpty((record.*....*Way)); }, takeAt<Record, Way...>};
}

// For site generators: always the same.
template <typename Record, bool value>
[[nodiscard]] ArchiveField<Record> constant(QLatin1String key)
{
    return {key, [](const Record &) {
                return QJsonValue(value);
            }};
}

} // namespace editorial
