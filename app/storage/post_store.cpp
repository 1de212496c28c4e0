#include "storage/post_store.h"

#include "base/text.h"
#include "storage/connection.h"
#include "storage/database_error.h"

#include <algorithm>
#include <array>

namespace storage {

namespace {

using base::Result;

struct StateName {
    PostState state;
    const char *name;
};

constexpr std::array stateNames{
    StateName{PostState::Article, "article"},
    StateName{PostState::Waiting, "waiting"},
    StateName{PostState::Conflict, "conflict"},
    StateName{PostState::Dropped, "dropped"},
};

QString nameOf(PostState state)
{
    return QLatin1String(std::ranges::find(stateNames, state, &StateName::state)->name);
}

// The desk file holds no other names: its table checks them.
PostState stateNamed(const QString &name)
{
    const auto *found =
        std::ranges::find_if(stateNames, [&name](const StateName &one) { return name == QLatin1String(one.name); });
    return found == stateNames.end() ? PostState::Dropped : found->state;
}

QString nameOf(desk::ColumnLabel::Part part)
{
    return part == desk::ColumnLabel::Part::Letter ? QStringLiteral("letter") : QStringLiteral("answer");
}

StoredPost postOf(const Row &row)
{
    StoredPost post;
    post.guid = row.text(0);
    post.state = stateNamed(row.text(1));
    post.article = row.id<desk::ArticleId>(2);
    post.source = row.bytes(3);
    post.versions = row.number(4);
    post.title = row.text(5);
    post.date = row.moment(6);
    post.content = row.text(7);
    return post;
}

QString selectPosts(const char *content)
{
    return QStringLiteral("SELECT posts.guid, posts.state, articles.id, posts.source, posts.versions, posts.title, "
                          "posts.date, %1 FROM posts LEFT JOIN articles ON articles.number = posts.article ")
        .arg(QLatin1String(content));
}

Result<void> note(Connection &connection, const QString &sql, const desk::PostBatchId &batch,
                  const Result<qint64> &made)
{
    if (!made)
        return made.error();
    const Result<qint64> number = connection.numberOf("post_batches", batch.toString());
    if (!number)
        return number.error();
    const Result<qint64> noted = connection.execute(sql, {*number, *made});
    if (!noted)
        return noted.error();
    return {};
}

template <typename Id>
Result<QList<Id>> made(Connection &connection, const QString &sql, const desk::PostBatchId &batch)
{
    QList<Id> ids;
    const Result<void> read =
        connection.each(sql, {batch.toString()}, [&ids](const Row &row) { ids.append(row.id<Id>(0)); });
    if (!read)
        return read.error();
    return ids;
}

} // namespace

PostStore::PostStore(Connection &connection) : m_connection(connection) {}

Result<void> PostStore::addBatch(const desk::PostBatch &batch)
{
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO post_batches (id, source, site, imported) VALUES (?, ?, ?, ?)"),
        {batch.id.toString(), batch.source, batch.site, base::toIso(batch.imported)});
    if (!added)
        return added.error();
    return {};
}

Result<QList<desk::PostBatch>> PostStore::batches()
{
    QList<desk::PostBatch> batches;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id, source, site, imported, "
                       "(SELECT count(*) FROM posts WHERE batch = post_batches.number AND article IS NOT NULL), "
                       "(SELECT count(*) FROM posts WHERE batch = post_batches.number AND state IN ('waiting', "
                       "'conflict')) FROM post_batches ORDER BY number DESC"),
        {}, [&batches](const Row &row) {
            batches.append(
                {row.id<desk::PostBatchId>(0), row.text(1), row.text(2), row.moment(3), row.number(4), row.number(5)});
        });
    if (!read)
        return read.error();
    return batches;
}

Result<void> PostStore::noteTag(const desk::PostBatchId &batch, const desk::TagId &tag)
{
    return note(m_connection, QStringLiteral("INSERT OR IGNORE INTO post_batch_tags (batch, tag) VALUES (?, ?)"), batch,
                m_connection.numberOf("tags", tag.toString()));
}

Result<void> PostStore::noteAuthor(const desk::PostBatchId &batch, const desk::AuthorId &author)
{
    return note(m_connection, QStringLiteral("INSERT OR IGNORE INTO post_batch_authors (batch, author) VALUES (?, ?)"),
                batch, m_connection.numberOf("authors", author.toString()));
}

Result<QList<desk::TagId>> PostStore::madeTags(const desk::PostBatchId &batch)
{
    return made<desk::TagId>(m_connection,
                             QStringLiteral("SELECT tags.id FROM post_batch_tags JOIN tags ON tags.number = tag WHERE "
                                            "batch = (SELECT number FROM post_batches WHERE id = ?) ORDER BY tags.id"),
                             batch);
}

Result<QList<desk::AuthorId>> PostStore::madeAuthors(const desk::PostBatchId &batch)
{
    return made<desk::AuthorId>(
        m_connection,
        QStringLiteral(
            "SELECT authors.id FROM post_batch_authors JOIN authors ON authors.number = author WHERE batch = "
            "(SELECT number FROM post_batches WHERE id = ?) ORDER BY authors.id"),
        batch);
}

Result<QList<StoredPost>> PostStore::posts(const desk::PostBatchId &batch)
{
    QList<StoredPost> posts;
    const Result<void> read = m_connection.each(
        selectPosts("posts.content") +
            QLatin1String("WHERE posts.batch = (SELECT number FROM post_batches WHERE id = ?) ORDER BY posts.number"),
        {batch.toString()}, [&posts](const Row &row) { posts.append(postOf(row)); });
    if (!read)
        return read.error();
    return posts;
}

Result<std::optional<StoredPost>> PostStore::post(const QString &guid)
{
    return m_connection.first(selectPosts("posts.content") + QLatin1String("WHERE posts.guid = ?"), {guid}, postOf);
}

Result<std::optional<desk::PostBatch>> PostStore::batchOf(const QString &guid)
{
    return m_connection.first(
        QStringLiteral("SELECT id, source, site, imported FROM post_batches WHERE number = (SELECT batch FROM posts "
                       "WHERE guid = ?)"),
        {guid}, [](const Row &row) {
            return desk::PostBatch{row.id<desk::PostBatchId>(0), row.text(1), row.text(2), row.moment(3), 0, 0};
        });
}

Result<void> PostStore::put(const desk::PostBatchId &batch, const StoredPost &post)
{
    const Result<QVariant> article = m_connection.reference("articles", post.article);
    if (!article)
        return article.error();
    const Result<qint64> put = m_connection.execute(
        QStringLiteral("INSERT INTO posts (guid, batch, state, article, source, versions, title, date, content) "
                       "VALUES (?, ifnull((SELECT batch FROM posts WHERE guid = ?), (SELECT number FROM post_batches "
                       "WHERE id = ?)), "
                       "?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (guid) DO UPDATE SET state = excluded.state, article = excluded.article, "
                       "source = excluded.source, versions = excluded.versions, title = excluded.title, "
                       "date = excluded.date, content = excluded.content"),
        {post.guid, post.guid, batch.toString(), nameOf(post.state), *article, post.source, post.versions, post.title,
         base::toIso(post.date), post.content});
    if (!put)
        return put.error();
    return {};
}

Result<QList<StoredPost>> PostStore::undecided()
{
    QList<StoredPost> posts;
    const Result<void> read =
        m_connection.each(selectPosts("''") + QLatin1String("WHERE posts.state IN ('waiting', 'conflict') ORDER BY "
                                                            "posts.date DESC, posts.number"),
                          {}, [&posts](const Row &row) { posts.append(postOf(row)); });
    if (!read)
        return read.error();
    return posts;
}

Result<qint64> PostStore::undecidedCount()
{
    return m_connection.number(QStringLiteral("SELECT count(*) FROM posts WHERE state IN ('waiting', 'conflict')"));
}

Result<qint64> PostStore::versions(const desk::ArticleId &article)
{
    return m_connection.number(
        QStringLiteral("SELECT version + ifnull((SELECT sum(answers.version + letters.version) FROM answers JOIN "
                       "letters ON letters.number = answers.letter WHERE answers.article = articles.number), 0) FROM "
                       "articles WHERE id = ?"),
        {article.toString()});
}

Result<void> PostStore::addPicture(const QString &guid, const PostPicture &picture)
{
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO post_pictures (id, post, name, media_type, content) VALUES (?, (SELECT number FROM "
                       "posts WHERE guid = ?), ?, ?, ?)"),
        {picture.id.toString(), guid, picture.name, picture.mediaType, picture.content});
    if (!added)
        return added.error();
    return {};
}

Result<QList<PostPicture>> PostStore::pictures(const QString &guid)
{
    QList<PostPicture> pictures;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id, name, media_type, content FROM post_pictures WHERE post = (SELECT number FROM posts "
                       "WHERE guid = ?) ORDER BY number"),
        {guid}, [&pictures](const Row &row) {
            pictures.append({row.id<desk::AttachmentId>(0), row.text(1), row.text(2), row.bytes(3)});
        });
    if (!read)
        return read.error();
    return pictures;
}

Result<void> PostStore::removePictures(const QString &guid)
{
    const Result<qint64> removed = m_connection.execute(
        QStringLiteral("DELETE FROM post_pictures WHERE post = (SELECT number FROM posts WHERE guid = ?)"), {guid});
    if (!removed)
        return removed.error();
    return {};
}

Result<QList<desk::ColumnLabel>> PostStore::labels()
{
    QList<desk::ColumnLabel> labels;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT part, phrase FROM column_labels ORDER BY part DESC, phrase"), {},
        [&labels](const Row &row) {
            using Part = desk::ColumnLabel::Part;
            labels.append({row.text(0) == nameOf(Part::Letter) ? Part::Letter : Part::Answer, row.text(1)});
        });
    if (!read)
        return read.error();
    return labels;
}

Result<void> PostStore::setLabels(const QList<desk::ColumnLabel> &labels)
{
    Step step(m_connection);
    if (const Result<qint64> cleared = m_connection.execute(QStringLiteral("DELETE FROM column_labels")); !cleared)
        return cleared.error();
    for (const desk::ColumnLabel &label : labels) {
        const Result<qint64> put =
            m_connection.execute(QStringLiteral("INSERT OR IGNORE INTO column_labels (part, phrase) VALUES (?, ?)"),
                                 {nameOf(label.part), label.phrase});
        if (!put)
            return put.error();
    }
    return step.commit();
}

} // namespace storage
