// What an open archive keeps in desk.json: all of the column that is no text of a letter or an article. Values, any
// thread.
#pragma once

#include "base/result.h"
#include "desk/column_label.h"
#include "desk/index.h"
#include "desk/masthead.h"
#include "desk/sheet_map.h"
#include "desk/tag.h"
#include "storage/post_store.h"

namespace editorial {

inline const QString columnFileName = QStringLiteral("desk.json");

// Of letters and articles. Far from where the desk file would have no number left to give.
inline constexpr qint64 highestArchivedNumber = 1'000'000'000'000;

// A picture of the column; its content lies in a file of its own.
struct ArchivedPicture {
    desk::AssetId id;
    QString name;
    QString mediaType;
    QString file; // of the archive
};

// An import of past columns.
struct ArchivedImport {
    desk::PostBatchId id;
    QString source;
    QString site;
    QDateTime imported;
    QList<desk::TagId> tags; // that it made
    QList<desk::AuthorId> authors;
};

// A post that an import brought.
struct ArchivedPostRow {
    storage::StoredPost stored; // without versions and content
    desk::PostBatchId batch;
    bool isEdited = false; // its article was, since then
    QString file;          // of the archive, where it waits; else empty
};

struct ArchivedColumn {
    desk::Masthead masthead;
    QList<ArchivedPicture> pictures;
    QList<desk::Tag> tags; // those above others first
    desk::Index index;     // its headings likewise
    QList<desk::SheetMap> sheetMaps;
    QList<desk::ColumnLabel> labels;
    QList<ArchivedImport> imports; // the earliest first
    QList<ArchivedPostRow> posts;  // those of earlier imports first
    qint64 highestNumber = 0;      // that a letter ever had
};

// Where a row stands, for people: the list of the file and its place there, from 1.
[[nodiscard]] QString archivedRow(QLatin1String list, qsizetype number);

// The same column gives the same bytes.
[[nodiscard]] QByteArray columnFile(ArchivedColumn column);

// Fails with archiveFault(), and with Kind::Refused for an archive of a newer Postbag.
[[nodiscard]] base::Result<ArchivedColumn> columnIn(const QByteArray &bytes);

} // namespace editorial
