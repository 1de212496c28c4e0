// Publishing: the export of what may go out into the website folder.
#pragma once

#include "editorial/checking.h"
#include "site/edition.h"

#include <QDateTime>

namespace editorial {

struct ExportRequest {
    QString site;   // the folder
    QDateTime asOf; // invalid: now
    QString theme;  // empty: the theme that ships
    bool dryRun = false;
};

struct PageChange {
    enum class Kind { Added, Changed, Removed, Blocked };
    Kind kind = Kind::Added;
    QString path;
    QString reason;               // for people
    desk::ArticleId article = {}; // null: not the page of an article
};

struct ExportReport {
    QList<PageChange> pages; // by path; files that stay as they are are only counted
    qint64 unchanged = 0;
    QList<desk::Finding> blocked; // what was left out, and why
    QList<desk::Finding> warnings;
    double seconds = 0;
};

// Articles that are approved, dated at or before the as-of time, and free of blockers go into the folder; see
// site/exporter.h for how. Fails, and leaves the site as it was, where the folder or the theme cannot be used or the
// export is cancelled (Kind::Cancelled).
[[nodiscard]] base::Result<ExportReport> exportSite(Desk &desk, const ExportRequest &request, base::Progress &progress);

// The whole page of one article as an export would write it now, whatever its stage.
[[nodiscard]] base::Result<QByteArray> articlePage(Desk &desk, const desk::ArticleId &article);

// The very HTML that a page holds for this text, where these files are what its attachments go out as.
[[nodiscard]] QString answerHtml(const QString &markdown, const QList<site::EnclosedFile> &files = {});
[[nodiscard]] QString letterHtml(const QString &text, const QList<site::EnclosedFile> &files = {});

// The folders exported to, the last one first.
[[nodiscard]] base::Result<QStringList> sites(Desk &desk);
// The folder exported to last; empty: none yet.
[[nodiscard]] base::Result<QString> lastSite(Desk &desk);

} // namespace editorial
