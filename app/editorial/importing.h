// Importing: letters out of files.
#pragma once

#include "base/progress.h"
#include "desk/sheet_map.h"
#include "editorial/desk.h"

#include <QStringList>

#include <optional>

namespace editorial {

enum class SourceForm { Message, Mailbox, Maildir, Sheet, Text, WordPress };

struct ImportRequest {
    QStringList sources;            // files; Maildirs; folders of .eml files
    std::optional<SourceForm> form; // none: by looking at each file
    bool dryRun = false;
    // Of the columns of sheets. None: one that the desk keeps and that fits, else a guess. With one, a text is a sheet.
    std::optional<desk::SheetMap> map = {};
};

struct ImportReport {
    struct Refused {
        QString source;
        QString item; // "message 12 at byte 10482", or empty for the whole file
        QString reason;
    };
    struct Sheet {
        QString source;
        desk::SheetMap map; // by which it was read, with nothing left open
    };

    qint64 imported = 0;
    qint64 already = 0;       // on the desk before
    qint64 needAttention = 0; // of the imported ones
    qint64 notLetters = 0;    // of the imported ones, taken as no letters but bounces and the like
    QList<Refused> refused;
    QStringList warnings;
    QList<Sheet> sheets;
    QList<desk::LetterId> letters; // the new ones, in order
    bool cancelled = false;        // what was read until then is there
};

// Those of the files that would be read as sheets. The others are not, or cannot be read.
[[nodiscard]] QStringList sheetsAmong(const QStringList &sources);

// Those of the files that are archives of past columns, for importPosts().
[[nodiscard]] QStringList archivesAmong(const QStringList &sources);

// Fails only where the desk itself cannot be written; what cannot be read of a source is listed as refused.
[[nodiscard]] base::Result<ImportReport> importLetters(Desk &desk, const ImportRequest &request,
                                                       base::Progress &progress);

} // namespace editorial
