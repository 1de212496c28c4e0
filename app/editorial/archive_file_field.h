// The row of a record of an open archive that names files which came with it. Values, any thread.
#pragma once

#include "editorial/archive_field.h"
#include "editorial/archive_records.h"

namespace editorial {

// Undefined where there are none.
[[nodiscard]] QJsonValue filesOf(const QList<ArchivedFile> &files);
[[nodiscard]] bool takeFiles(QList<ArchivedFile> &files, const QJsonValue &value);

template <typename Record>
[[nodiscard]] ArchiveField<Record> filesField()
{
    return {QLatin1String("postbag_files"), [](const Record &record) { return filesOf(record.files); },
            [](Record &record, const QJsonValue &value) {
                return takeFiles(record.files, value);
            }};
}

} // namespace editorial
