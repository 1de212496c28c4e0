#include "storage/article_store.h"

#include "base/clock.h"
#include "base/text.h"
#include "desk/letter.h"
#include "storage/article_rows.h"
#include "storage/connection.h"
#include "storage/database_error.h"

#include <QCoreApplication>

#include <algorithm>

namespace storage {

namespace {

using base::Error;
using base::Result;
using desk::Answer;
using desk::Article;
using desk::ArticleId;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::articles)
};

QString now()
{
    return base::toIso(base::SystemClock().now());
}

template <typename Id>
Result<QHash<qint64, QList<Id>>> listed(Connection &connection, const QString &sql, const QList<qint64> &numbers)
{
    QHash<qint64, QList<Id>> found;
    const Result<void> read = connection.each(sql, {numberList(numbers)},
                                              [&found](const Row &row) { found[row.number(0)].append(row.id<Id>(1)); });
    if (!read)
        return read.error();
    return found;
}

// Fails if another article has the slug.
Result<void> checkSlug(Connection &connection, const Article &article)
{
    const Result<qint64> taken =
        connection.number(QStringLiteral("SELECT count(*) FROM articles WHERE slug = ? AND slug <> '' AND id <> ?"),
                          {article.slug, article.id.toString()});
    if (!taken)
        return taken.error();
    if (*taken > 0)
        return Error{Error::Kind::Unusable,
                     Words::tr("Another article has the address “%1” already. Choose another one.").arg(article.slug)};
    return {};
}

Result<void> checkUnanswered(Connection &connection, qint64 letter)
{
    const Result<qint64> taken =
        connection.number(QStringLiteral("SELECT count(*) FROM answers WHERE letter = ?"), {letter});
    if (!taken)
        return taken.error();
    if (*taken > 0)
        return Error{Error::Kind::Unusable,
                     Words::tr("Letter %1 has an answer already. Open that one instead.").arg(letter)};
    return {};
}

Result<void> putTags(Connection &connection, qint64 article, const QList<desk::TagId> &tags)
{
    for (const desk::TagId &tag : tags) {
        const Result<qint64> number = connection.numberOf("tags", tag.toString());
        if (!number)
            return number.error();
        const Result<qint64> put = connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO article_tags (article, tag) VALUES (?, ?)"), {article, *number});
        if (!put)
            return put.error();
    }
    return {};
}

Result<void> putAnswer(Connection &connection, qint64 article, const Answer &answer)
{
    const Result<qint64> letter = connection.numberOf("letters", answer.letter.toString());
    if (!letter)
        return letter.error();
    if (const Result<void> isFree = checkUnanswered(connection, *letter); !isFree)
        return isFree;
    const Result<qint64> added = connection.execute(
        QStringLiteral("INSERT INTO answers (id, article, letter, letter_id, letter_digest, letter_excerpt, position, "
                       "version, words, digest, excerpt, text) SELECT ?, ?, letters.number, letters.id, "
                       "letters.digest, letters.excerpt, (SELECT ifnull(max(position) + 1, 0) FROM answers WHERE "
                       "article = ?), 1, ?, ?, ?, ? FROM letters WHERE number = ?"),
        {answer.id.toString(), article, article, qint64(base::wordCount(answer.text)), digestOf({answer.text}),
         base::excerpt(answer.text, desk::excerptLength), answer.text, *letter});
    if (!added)
        return added.error();
    return {};
}

// Over what pages show of the article itself; its stage, tags and answers stand elsewhere.
QByteArray articleDigest(const Article &article)
{
    return digestOf({article.title, article.slug, article.path, article.summary, base::toIso(article.publishOn),
                     article.author.toString()});
}

Result<qint64> putArticle(Connection &connection, const StoredArticle &stored)
{
    const Article &article = stored.article;
    const Result<QVariant> author = connection.reference("authors", article.author);
    if (!author)
        return author.error();
    const Result<qint64> added = connection.execute(
        QStringLiteral("INSERT INTO articles (number, id, title, slug, path, stage, publish_on, "
                       "published, summary, author, digest, created, "
                       "modified, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
        {stored.number > 0 ? QVariant(stored.number) : QVariant(), article.id.toString(), article.title, article.slug,
         article.path, desk::name(article.stage), base::toIso(article.publishOn), base::toIso(article.published),
         article.summary, *author, articleDigest(article), base::toIso(stored.created), base::toIso(stored.modified)});
    if (!added)
        return added.error();
    return connection.lastNumber();
}

Result<void> touch(Connection &connection, qint64 article)
{
    const Result<qint64> touched =
        connection.execute(QStringLiteral("UPDATE articles SET modified = ? WHERE number = ?"), {now(), article});
    if (!touched)
        return touched.error();
    return {};
}

Article articleOf(const Row &row)
{
    Article article;
    article.id = row.id<ArticleId>(1);
    article.title = row.text(2);
    article.slug = row.text(3);
    article.path = row.text(4);
    article.stage = storedArticleStage(row.text(5));
    article.publishOn = row.moment(6);
    article.published = row.moment(7);
    article.summary = row.text(8);
    article.author = row.id<desk::AuthorId>(9);
    article.version = row.number(10);
    return article;
}

Result<QList<Answer>> answersOf(Connection &connection, qint64 article)
{
    QList<Answer> answers;
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT answers.id, letters.id, text, answers.version FROM answers JOIN letters ON letters.number = "
            "answers.letter WHERE article = ? ORDER BY position, answers.number"),
        {article}, [&answers](const Row &row) {
            answers.append({row.id<desk::AnswerId>(0), row.id<desk::LetterId>(1), row.text(2), row.number(3)});
        });
    if (!read)
        return read.error();
    return answers;
}

} // namespace

Result<QHash<qint64, QList<desk::TagId>>> articleTags(Connection &connection, const QList<qint64> &numbers)
{
    return listed<desk::TagId>(
        connection,
        QStringLiteral(
            "SELECT article_tags.article, tags.id FROM json_each(?) AS listed JOIN article_tags ON "
            "article_tags.article = listed.value JOIN tags ON tags.number = article_tags.tag ORDER BY tags.folded"),
        numbers);
}

Result<QHash<qint64, QList<desk::LetterId>>> articleLetters(Connection &connection, const QList<qint64> &numbers)
{
    return listed<desk::LetterId>(
        connection,
        QStringLiteral(
            "SELECT answers.article, letters.id FROM json_each(?) AS listed JOIN answers ON answers.article = "
            "listed.value JOIN letters ON letters.number = answers.letter ORDER BY answers.position"),
        numbers);
}

ArticleStore::ArticleStore(Connection &connection) : m_connection(connection) {}

Result<Article> ArticleStore::add(const Article &article)
{
    const QDateTime at = base::SystemClock().now();
    if (const Result<void> added = restore({article, 0, at, at}); !added)
        return added.error();
    Article stored = article;
    stored.version = 1;
    for (Answer &answer : stored.answers)
        answer.version = 1;
    return stored;
}

Result<void> ArticleStore::restore(const StoredArticle &stored)
{
    Step step(m_connection);
    if (const Result<void> isFree = checkSlug(m_connection, stored.article); !isFree)
        return isFree.error();
    const Result<qint64> number = putArticle(m_connection, stored);
    if (!number)
        return number.error();
    if (const Result<void> put = putTags(m_connection, *number, stored.article.tags); !put)
        return put.error();
    for (const Answer &answer : stored.article.answers) {
        if (const Result<void> put = putAnswer(m_connection, *number, answer); !put)
            return put.error();
    }
    return step.commit();
}

Result<Article> ArticleStore::article(const ArticleId &id)
{
    qint64 number = 0;
    const Result<std::optional<Article>> found = m_connection.first(
        QStringLiteral(
            "SELECT articles.number, articles.id, title, slug, path, stage, publish_on, published, summary, "
            "authors.id, articles.version FROM articles LEFT JOIN authors ON authors.number = articles.author "
            "WHERE articles.id = ?"),
        {id.toString()}, [&number](const Row &row) {
            number = row.number(0);
            return articleOf(row);
        });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    Article article = **found;
    const Result<QList<Answer>> answers = answersOf(m_connection, number);
    if (!answers)
        return answers.error();
    article.answers = *answers;
    const auto tags = articleTags(m_connection, {number});
    if (!tags)
        return tags.error();
    article.tags = tags->value(number);
    return article;
}

Result<std::optional<ArticleId>> ArticleStore::answering(const desk::LetterId &letter)
{
    return m_connection.first(
        QStringLiteral(
            "SELECT articles.id FROM letters JOIN answers ON answers.letter = letters.number JOIN articles ON "
            "articles.number = answers.article WHERE letters.id = ?"),
        {letter.toString()}, [](const Row &row) { return row.id<ArticleId>(0); });
}

Result<std::optional<ArticleId>> ArticleStore::withSlug(const QString &slug)
{
    return m_connection.first(QStringLiteral("SELECT id FROM articles WHERE slug = ? AND slug <> ''"), {slug},
                              [](const Row &row) { return row.id<ArticleId>(0); });
}

Result<std::optional<ArticleId>> ArticleStore::withPath(const QString &path)
{
    return m_connection.first(QStringLiteral("SELECT id FROM articles WHERE path = ? AND path <> ''"), {path},
                              [](const Row &row) { return row.id<ArticleId>(0); });
}

Result<qint64> ArticleStore::save(const Article &article)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("articles", article.id.toString());
    if (!number)
        return number;
    if (const Result<void> isFree = checkSlug(m_connection, article); !isFree)
        return isFree.error();
    const Result<QVariant> author = m_connection.reference("authors", article.author);
    if (!author)
        return author.error();
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE articles SET title = ?, slug = ?, path = ?, publish_on = ?, summary = ?, author = ?, "
                       "digest = ?, modified = ?, version = version + 1 WHERE number = ? AND version = ?"),
        {article.title, article.slug, article.path, base::toIso(article.publishOn), article.summary, *author,
         articleDigest(article), now(), *number, article.version});
    if (!changed)
        return changed;
    if (*changed == 0)
        return staleRow();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return article.version + 1;
}

Result<void> ArticleStore::setStage(const ArticleId &id, desk::ArticleStage stage)
{
    const Result<qint64> changed =
        m_connection.execute(QStringLiteral("UPDATE articles SET stage = ?, modified = ? WHERE id = ?"),
                             {desk::name(stage), now(), id.toString()});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return missingRow();
    return {};
}

Result<void> ArticleStore::setTags(const ArticleId &id, const QList<desk::TagId> &tags)
{
    Step step(m_connection);
    const Result<qint64> article = m_connection.numberOf("articles", id.toString());
    if (!article)
        return article.error();
    const Result<qint64> cleared =
        m_connection.execute(QStringLiteral("DELETE FROM article_tags WHERE article = ?"), {*article});
    if (!cleared)
        return cleared.error();
    if (const Result<void> put = putTags(m_connection, *article, tags); !put)
        return put;
    if (const Result<void> touched = touch(m_connection, *article); !touched)
        return touched;
    return step.commit();
}

Result<Answer> ArticleStore::addAnswer(const ArticleId &article, const Answer &answer)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("articles", article.toString());
    if (!number)
        return number.error();
    if (const Result<void> put = putAnswer(m_connection, *number, answer); !put)
        return put.error();
    if (const Result<void> touched = touch(m_connection, *number); !touched)
        return touched.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    Answer stored = answer;
    stored.version = 1;
    return stored;
}

Result<qint64> ArticleStore::saveAnswer(const Answer &answer)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("answers", answer.id.toString());
    if (!number)
        return number;
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE answers SET text = ?, words = ?, digest = ?, excerpt = ?, version = version + 1 "
                       "WHERE number = ? AND version = ?"),
        {answer.text, qint64(base::wordCount(answer.text)), digestOf({answer.text}),
         base::excerpt(answer.text, desk::excerptLength), *number, answer.version});
    if (!changed)
        return changed;
    if (*changed == 0)
        return staleRow();
    const Result<qint64> article =
        m_connection.number(QStringLiteral("SELECT article FROM answers WHERE number = ?"), {*number});
    if (!article)
        return article;
    if (const Result<void> touched = touch(m_connection, *article); !touched)
        return touched.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return answer.version + 1;
}

Result<void> ArticleStore::setAnswerOrder(const ArticleId &article, const QList<desk::AnswerId> &order)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("articles", article.toString());
    if (!number)
        return number.error();
    qint64 position = 0;
    for (const desk::AnswerId &answer : order) {
        const Result<qint64> placed =
            m_connection.execute(QStringLiteral("UPDATE answers SET position = ? WHERE id = ? AND article = ?"),
                                 {position++, answer.toString(), *number});
        if (!placed)
            return placed.error();
        if (*placed == 0)
            return missingRow();
    }
    if (const Result<void> touched = touch(m_connection, *number); !touched)
        return touched;
    return step.commit();
}

} // namespace storage
