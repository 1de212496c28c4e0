// What PostStore does to take an import back.
#include "desk/tag.h"
#include "storage/connection.h"
#include "storage/database_error.h"
#include "storage/post_store.h"

namespace storage {

namespace {

using base::Result;

Result<QList<qint64>> numbers(Connection &connection, const QString &sql, const QVariantList &values)
{
    QList<qint64> found;
    const Result<void> read = connection.each(sql, values, [&found](const Row &row) { found.append(row.number(0)); });
    if (!read)
        return read.error();
    return found;
}

// Articles of the import that people have put work into, or that something else on the desk stands on.
Result<QList<qint64>> workedUpon(Connection &connection, qint64 batch)
{
    return numbers(
        connection,
        QStringLiteral(
            "SELECT posts.article FROM posts JOIN articles ON articles.number = posts.article WHERE posts.batch = ? "
            "AND (posts.versions <> articles.version + ifnull((SELECT sum(answers.version + letters.version) FROM "
            "answers JOIN letters ON letters.number = answers.letter WHERE answers.article = articles.number), 0) "
            "OR EXISTS (SELECT 1 FROM index_entries WHERE index_entries.article = articles.number) "
            "OR EXISTS (SELECT 1 FROM answers JOIN remarks ON remarks.owner IN (answers.id, answers.letter_id) WHERE "
            "answers.article = articles.number AND remarks.created > (SELECT imported FROM post_batches WHERE number = "
            "posts.batch)) "
            "OR EXISTS (SELECT 1 FROM answers JOIN letters ON letters.follows = answers.letter WHERE answers.article = "
            "articles.number))"),
        {batch});
}

// Each with one ?: a JSON array of the numbers of articles or of letters.
constexpr const char *removals[] = {
    ("DELETE FROM revisions WHERE kind = 'answer' AND owner IN (SELECT id FROM answers WHERE article IN (SELECT value "
     "FROM json_each(?)))"),
    "DELETE FROM remarks WHERE owner IN (SELECT id FROM answers WHERE article IN (SELECT value FROM json_each(?)))",
    "DELETE FROM answers WHERE article IN (SELECT value FROM json_each(?))",
    "DELETE FROM articles WHERE number IN (SELECT value FROM json_each(?))",
};

constexpr const char *letterRemovals[] = {
    ("DELETE FROM revisions WHERE kind = 'letter' AND owner IN (SELECT id FROM letters WHERE number IN (SELECT value "
     "FROM json_each(?)))"),
    ("DELETE FROM correspondents WHERE id IN (SELECT correspondent FROM letters WHERE number IN (SELECT value FROM "
     "json_each(?)))"),
    "DELETE FROM letters WHERE number IN (SELECT value FROM json_each(?))",
};

template <std::size_t Count>
Result<void> executeAll(Connection &connection, const char *const (&statements)[Count], const QVariant &value)
{
    for (const char *statement : statements) {
        if (const Result<qint64> done = connection.execute(QLatin1String(statement), {value}); !done)
            return done.error();
    }
    return {};
}

Result<void> removeArticles(Connection &connection, const QList<qint64> &articles)
{
    const QString list = numberList(articles);
    const auto letters =
        numbers(connection,
                QStringLiteral("SELECT letter FROM answers WHERE article IN (SELECT value FROM json_each(?))"), {list});
    if (!letters)
        return letters.error();
    if (const Result<void> done = executeAll(connection, removals, list); !done)
        return done;
    return executeAll(connection, letterRemovals, numberList(*letters));
}

// Each with one ?: the number of the import. What it made goes where nothing needs it, a tag once for each level of the
// tree, since those below it go first; and at last the import itself.
constexpr const char tagRemoval[] =
    "DELETE FROM tags WHERE number IN (SELECT tag FROM post_batch_tags WHERE batch = ?) AND version = 1 "
    "AND NOT EXISTS (SELECT 1 FROM article_tags WHERE tag = tags.number) "
    "AND NOT EXISTS (SELECT 1 FROM letter_tags WHERE tag = tags.number) "
    "AND NOT EXISTS (SELECT 1 FROM tags AS below WHERE below.parent = tags.number)";
static_assert(desk::maximumTagDepth == 3);
constexpr const char *leftovers[] = {
    tagRemoval,
    tagRemoval,
    tagRemoval,
    ("DELETE FROM authors WHERE number IN (SELECT author FROM post_batch_authors WHERE batch = ?) AND version = 1 "
     "AND NOT EXISTS (SELECT 1 FROM articles WHERE author = authors.number)"),
    "DELETE FROM post_batches WHERE number = ? AND NOT EXISTS (SELECT 1 FROM posts WHERE batch = post_batches.number)",
};

} // namespace

Result<TakenBack> PostStore::takeBack(const desk::PostBatchId &id)
{
    Step step(m_connection);
    const Result<qint64> batch = m_connection.numberOf("post_batches", id.toString());
    if (!batch)
        return batch.error();
    const auto kept = workedUpon(m_connection, *batch);
    if (!kept)
        return kept.error();
    const auto removed =
        numbers(m_connection,
                QStringLiteral("SELECT article FROM posts WHERE batch = ? AND article IS NOT NULL AND article NOT IN "
                               "(SELECT value FROM json_each(?))"),
                {*batch, numberList(*kept)});
    if (!removed)
        return removed.error();
    const auto withdrawn =
        m_connection.execute(QStringLiteral("UPDATE articles SET stage = 'withdrawn' WHERE number IN (SELECT value "
                                            "FROM json_each(?))"),
                             {numberList(*kept)});
    if (!withdrawn)
        return withdrawn.error();
    if (const Result<void> done = removeArticles(m_connection, *removed); !done)
        return done.error();
    // Of an article that stays it is still known which post it was.
    const auto posts =
        m_connection.execute(QStringLiteral("DELETE FROM posts WHERE batch = ? AND article IS NULL"), {*batch});
    if (!posts)
        return posts.error();
    const auto settled = m_connection.execute(
        QStringLiteral("UPDATE posts SET state = 'article', content = '' WHERE batch = ?"), {*batch});
    if (!settled)
        return settled.error();
    if (const Result<void> done = executeAll(m_connection, leftovers, *batch); !done)
        return done.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return TakenBack{removed->size(), kept->size(), *posts - removed->size()};
}

} // namespace storage
