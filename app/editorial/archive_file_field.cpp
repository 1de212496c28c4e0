#include "editorial/archive_file_field.h"

#include "site/address.h"

#include <QJsonArray>

#include <array>

namespace editorial {

namespace {

bool takeFile(ArchivedFile &record, const QJsonValue &value)
{
    return take(record.file, value) && site::isFilePath(record.file);
}

const std::array fileFields{
    needed<ArchivedFile, &ArchivedFile::id>(QLatin1String("id")),
    plain<ArchivedFile, &ArchivedFile::name>(QLatin1String("name")),
    plain<ArchivedFile, &ArchivedFile::mediaType>(QLatin1String("type")),
    ArchiveField<ArchivedFile>{QLatin1String("file"), [](const ArchivedFile &record) { return jsonOf(record.file); },
                               takeFile, true},
};

} // namespace

QJsonValue filesOf(const QList<ArchivedFile> &files)
{
    QJsonArray rows;
    for (const ArchivedFile &file : files)
        rows.append(objectOf<ArchivedFile>(file, fileFields));
    return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(rows);
}

bool takeFiles(QList<ArchivedFile> &files, const QJsonValue &value)
{
    for (const QJsonValue each : value.toArray()) {
        const auto file = fromJson<ArchivedFile>(fileFields, each.toObject(), {});
        if (!file)
            return false;
        files.append(*file);
    }
    return value.isArray();
}

} // namespace editorial
