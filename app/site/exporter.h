// Export: brings a website folder to what an edition says. Pages whose inputs have not changed are not rendered, files
// whose content has not changed are not touched. New content is staged inside the folder first; then files move into
// place one by one, the manifest last. Only files of the manifest are ever replaced or removed, and nothing outside the
// folder is reached, whatever the manifest or a symbolic link says. Blocking; call it on the thread that the loaders
// belong to. It uses a few threads of its own for rendering.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "desk/finding.h"
#include "site/edition.h"
#include "site/theme.h"

namespace site {

// What happens, or in a dry run would happen, to one file of the site.
struct Change {
    enum class Kind {
        Added,
        Changed,
        Removed,
        Unchanged,
        Blocked, // left as it is on disk; a finding says why
    };
    QString path; // within the site
    Kind kind = Kind::Unchanged;
    QString reason;          // for people; empty where the kind says it all
    desk::ArticleId article; // null: not the page of an article
};

// An article that the site holds after the export.
struct PublishedArticle {
    desk::ArticleId article;
    QString path; // the address, as ArticleHead has it
};

struct Outcome {
    QList<Change> changes;         // sorted by path
    QList<desk::Finding> findings; // blockers first; what they concern was left out, the rest was done
    QList<PublishedArticle> articles;
};

enum class Mode {
    DryRun, // writes nothing at all
    Write,
};

// Fails, and leaves the folder as it was, where the folder cannot be read or written, another export is at work there,
// a text or an enclosure cannot be loaded, the disk is full, or the progress is cancelled (Kind::Cancelled).
[[nodiscard]] base::Result<Outcome> exportSite(const Edition &edition, const Theme &theme, const QString &folder,
                                               const Loaders &load, Mode mode, base::Progress &progress);

} // namespace site
