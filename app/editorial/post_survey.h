// PostSurvey: what an import of an archive would bring, before anything is written: what it holds, how its letters and
// answers begin, how the posts would be parted, what is in the way.
#pragma once

#include "editorial/post_import.h"
#include "intake/label_census.h"

#include <QMap>

namespace editorial {

struct PostSurvey {
    intake::WordPressSite site;
    QMap<QString, qint64> types;         // items of the archive: "post", "page", "attachment"
    QMap<QString, qint64> statuses;      // of the wanted types: "publish", "draft"
    QList<intake::LabelProposal> labels; // found in the posts, the most frequent first
    QList<desk::ColumnLabel> used;       // by which the counts below came about
    intake::CommonParts common;          // what most posts begin and end with
    // The masthead has its own already; what most posts have in common would only be left out.
    bool hasIntroduction = false;
    bool hasCallToAction = false;
    qint64 posts = 0;      // that would come onto the desk
    qint64 parted = 0;     // of them, without a doubt
    qint64 doubtful = 0;   // of them, parted so that somebody has to look
    qint64 waiting = 0;    // of them, without a label
    qint64 letters = 0;    // in those that are parted
    qint64 already = 0;    // on the desk, and unchanged
    qint64 changed = 0;    // on the desk, with another text in the archive
    QStringList topics;    // tags of the posts
    QStringList newTopics; // of them, those that the desk does not have
    QStringList authors;
    qint64 picturesFound = 0;
    qint64 picturesMissing = 0;
    QList<PostNote> leftOut;
    QList<PostNote> doubts;
    QList<PostNote> notes;
    QStringList warnings;
};

// Labels as the request has them; for want of any, those that the desk keeps; where none of these
// is in the posts, all that are found.
[[nodiscard]] base::Result<PostSurvey> surveyPosts(Desk &desk, const PostImportRequest &request,
                                                   base::Progress &progress);

} // namespace editorial
