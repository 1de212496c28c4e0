// Importing: letters out of files.
#pragma once

#include "base/progress.h"
#include "editorial/desk.h"

#include <QStringList>

#include <optional>

namespace editorial {

enum class SourceForm { Message, Mailbox, Maildir, Text };

struct ImportRequest {
    QStringList sources;            // files; Maildirs; folders of .eml files
    std::optional<SourceForm> form; // none: by looking at each file
    bool dryRun = false;
};

struct ImportReport {
    struct Refused {
        QString source;
        QString item; // "message 12 at byte 10482", or empty for the whole file
        QString reason;
    };

    qint64 imported = 0;
    qint64 already = 0;       // on the desk before
    qint64 needAttention = 0; // of the imported ones
    qint64 notLetters = 0;    // of the imported ones, taken as no letters but bounces and the like
    QList<Refused> refused;
    QStringList warnings;
    QList<desk::LetterId> letters; // the new ones, in order
    bool cancelled = false;        // what was read until then is there
};

// Fails only where the desk itself cannot be written; what cannot be read of a source is listed as refused.
[[nodiscard]] base::Result<ImportReport> importLetters(Desk &desk, const ImportRequest &request,
                                                       base::Progress &progress);

} // namespace editorial
