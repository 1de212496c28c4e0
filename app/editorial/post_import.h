// Importing an archive of past columns: its posts become articles with letters and answers. It can be repeated: what is
// on the desk already is brought up to date, and what somebody edited since is left as it is and becomes a conflict. It
// can be taken back.
#pragma once

#include "base/progress.h"
#include "editorial/desk.h"
#include "editorial/post_source.h"
#include "intake/column_split.h"

namespace editorial {

struct PostImportRequest {
    PostWish wish;
    // How letters and answers begin, as somebody confirmed it; the desk keeps them for the next time. None: by those
    // that the desk keeps and the masthead's.
    QList<desk::ColumnLabel> labels;
    // What most posts begin and end with, as somebody confirmed it: it is left out of them, and becomes the masthead's
    // where that has none.
    intake::CommonParts common;
};

struct PostNote {
    QString title;
    QString place; // for people: "posts.xml, line 120"
    QString text;  // for people
    desk::ArticleId article = {};
};

struct PostImportReport {
    desk::PostBatchId batch; // null: nothing new
    qint64 imported = 0;     // articles
    qint64 updated = 0;      // articles that nobody had edited
    qint64 already = 0;
    qint64 waiting = 0;      // no label was found: somebody has to mark letter and answer
    qint64 conflicts = 0;    // the archive has another text than an article that somebody edited
    QList<PostNote> leftOut; // did not come onto the desk
    QList<PostNote> doubts;  // in review, since the split may be wrong
    QList<PostNote> notes;   // what could not be expressed, kept or found
    QStringList warnings;    // of the archive as a whole
    bool cancelled = false;  // what came in until then is there; the same import again goes on
};

// How posts are parted: by the labels that the desk keeps and the masthead's; what is the masthead's introduction and
// call to action is cut off.
[[nodiscard]] base::Result<intake::ColumnGrammar> columnGrammar(Desk &desk);

// Fails, with nothing imported, where the archive is beyond repair (Kind::Damaged, with the line) or cannot be read.
[[nodiscard]] base::Result<PostImportReport> importPosts(Desk &desk, const PostImportRequest &request,
                                                         base::Progress &progress);

// Removes what the import brought; articles that somebody edited since are withdrawn instead.
[[nodiscard]] base::Result<storage::TakenBack> takeBackPosts(Desk &desk, const desk::PostBatchId &batch);
[[nodiscard]] base::Result<QList<desk::PostBatch>> postBatches(Desk &desk);

} // namespace editorial
