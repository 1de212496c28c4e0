// What an open archive keeps in desk.json: all of the column that is no text of a letter or an article. Values, any
// thread.
#pragma once

#include "base/result.h"
#include "desk/index.h"
#include "desk/masthead.h"
#include "desk/sheet_map.h"
#include "desk/tag.h"

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

struct ArchivedColumn {
    desk::Masthead masthead;
    QList<ArchivedPicture> pictures;
    QList<desk::Tag> tags; // those above others first
    desk::Index index;     // its headings likewise
    QList<desk::SheetMap> sheetMaps;
    qint64 highestNumber = 0; // that a letter ever had
};

// The same column gives the same bytes.
[[nodiscard]] QByteArray columnFile(ArchivedColumn column);

// Fails with archiveFault(), and with Kind::Refused for an archive of a newer Postbag.
[[nodiscard]] base::Result<ArchivedColumn> columnIn(const QByteArray &bytes);

} // namespace editorial
