// Post: what an archive of past columns holds of one page of the old site, before it is parted into letters and
// answers. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"
#include "desk/stage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace desk {

using PostBatchId = Id<struct PostBatchKey>;

struct Post {
    QString guid; // what the archive knows it by, for ever
    QString title;
    QString slug;     // that it had there; may be empty
    QString path;     // the address within the site that its article keeps; empty: the masthead's pattern
    QString redirect; // an address within the site that leads to its article; empty: none
    ArticleStage stage = ArticleStage::Draft;
    QDateTime date;     // UTC; invalid: none
    QString author;     // name; empty: the masthead's first author
    QStringList topics; // names of tags
    QString summary;
    QString picture; // Markdown of the picture that stood above it; empty: none
    QString text;    // Markdown: letters, answers and what stands around them
};

// For what waits in the desk file. The reverse fails with Kind::Damaged.
[[nodiscard]] QJsonObject toJson(const Post &post);
[[nodiscard]] base::Result<Post> postFromJson(const QByteArray &json);

// One import of an archive, and what it brought.
struct PostBatch {
    PostBatchId id;
    QString source; // the names of its files
    QString site;   // the address of the old site; may be empty
    QDateTime imported;
    qint64 articles = 0;
    qint64 waiting = 0; // for a decision
};

} // namespace desk
