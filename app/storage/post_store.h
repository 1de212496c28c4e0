// PostStore: what archives of past columns brought onto the desk: their imports, which post became which article, and
// the posts that wait for somebody's decision. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/column_label.h"
#include "desk/post.h"

#include <optional>

namespace storage {

class Connection;

enum class PostState {
    Article,  // it became one
    Waiting,  // for somebody to mark its letter and its answer
    Conflict, // its article was edited, and then the archive had another text
    Dropped,  // somebody decided that it is no column
};

struct StoredPost {
    QString guid;
    PostState state = PostState::Article;
    desk::ArticleId article; // null: none
    QByteArray source;       // a digest of what the archive said of it
    qint64 versions = 0;     // of its article when the import wrote it, see PostStore::versions
    QString title;
    QDateTime date;
    QString content; // desk::Post as JSON where it waits for a decision; else empty
};

struct PostPicture {
    desk::AttachmentId id; // that the text names it by, and that of the attachment it will be
    QString name;
    QString mediaType;
    QByteArray content;
};

// What taking an import back came to.
struct TakenBack {
    qint64 removed = 0; // articles
    qint64 kept = 0;    // articles that somebody edited: withdrawn instead
    qint64 posts = 0;   // that waited
};

class PostStore
{
public:
    explicit PostStore(Connection &connection);

    [[nodiscard]] base::Result<void> addBatch(const desk::PostBatch &batch);
    // The latest first.
    [[nodiscard]] base::Result<QList<desk::PostBatch>> batches();
    // What an import made besides articles; taking it back takes away what nothing else uses.
    [[nodiscard]] base::Result<void> noteTag(const desk::PostBatchId &batch, const desk::TagId &tag);
    [[nodiscard]] base::Result<void> noteAuthor(const desk::PostBatchId &batch, const desk::AuthorId &author);
    [[nodiscard]] base::Result<QList<desk::TagId>> madeTags(const desk::PostBatchId &batch);
    [[nodiscard]] base::Result<QList<desk::AuthorId>> madeAuthors(const desk::PostBatchId &batch);
    // Removes the articles of the import with their letters, the posts that wait, and the tags and authors made for
    // them that nothing carries. An article that somebody edited, remarked upon, indexed or followed up is withdrawn.
    [[nodiscard]] base::Result<TakenBack> takeBack(const desk::PostBatchId &batch);

    [[nodiscard]] base::Result<std::optional<StoredPost>> post(const QString &guid);
    // The import that brought the post, without its counts.
    [[nodiscard]] base::Result<std::optional<desk::PostBatch>> batchOf(const QString &guid);
    // Adds the post to the import, or replaces what is kept of it; it stays with the import that brought it,
    // and then `batch` may be null.
    [[nodiscard]] base::Result<void> put(const desk::PostBatchId &batch, const StoredPost &post);
    // All that the import brought, in the order of arrival.
    [[nodiscard]] base::Result<QList<StoredPost>> posts(const desk::PostBatchId &batch);
    // Those that wait or are in conflict, the newest first, without their content.
    [[nodiscard]] base::Result<QList<StoredPost>> undecided();
    [[nodiscard]] base::Result<qint64> undecidedCount();

    // The sum of the row versions of the article, its answers and their letters: it grows with every edit.
    [[nodiscard]] base::Result<qint64> versions(const desk::ArticleId &article);

    [[nodiscard]] base::Result<void> addPicture(const QString &guid, const PostPicture &picture);
    [[nodiscard]] base::Result<QList<PostPicture>> pictures(const QString &guid);
    [[nodiscard]] base::Result<void> removePictures(const QString &guid);

    [[nodiscard]] base::Result<QList<desk::ColumnLabel>> labels();
    // Replaces all of them.
    [[nodiscard]] base::Result<void> setLabels(const QList<desk::ColumnLabel> &labels);

private:
    Connection &m_connection;
};

} // namespace storage
