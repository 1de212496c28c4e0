#include "storage/article_store.h"

#include "storage/article_rows.h"
#include "storage/connection.h"
#include "storage/search.h"
#include "storage/statement.h"

#include <algorithm>
#include <vector>

namespace storage {

namespace {

using base::Result;
using desk::ArticleRow;

// On the site: first exported and not withdrawn.
QString publishedCondition(bool published)
{
    return published ? QStringLiteral("(articles.published <> '' AND articles.stage <> 'withdrawn')")
                     : QStringLiteral("(articles.published = '' OR articles.stage = 'withdrawn')");
}

// An article is found by its title and summary, by its answers, and by the letters that they answer; each word may
// stand in another of them.
void addSearch(Conditions &conditions, const QString &typed)
{
    for (const QString &term : searchTerms(typed))
        conditions.add(
            QStringLiteral(
                "articles.number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? UNION "
                "SELECT article FROM answers WHERE number IN (SELECT rowid FROM answers_fts WHERE answers_fts "
                "MATCH ?) UNION SELECT article FROM answers WHERE letter IN (SELECT rowid FROM letters_fts "
                "WHERE letters_fts MATCH ?))"),
            {term, term, term});
}

Conditions conditionsOf(const ArticleQuery &query)
{
    Conditions conditions;
    if (query.stage)
        conditions.add(QStringLiteral("articles.stage = ?"), {desk::name(*query.stage)});
    if (query.published)
        conditions.add(publishedCondition(*query.published), {});
    if (!query.tag.isNull()) {
        const Statement tagged = taggedIn(QLatin1String("article_tags"), QLatin1String("article"), query.tag);
        conditions.add(QLatin1String("articles.number IN (") + tagged.sql + QLatin1Char(')'), tagged.values);
    }
    addSearch(conditions, query.search);
    return conditions;
}

bool findsNothing(const ArticleQuery &query)
{
    return !query.search.trimmed().isEmpty() && searchTerms(query.search).isEmpty();
}

QString orderOf(const ArticleQuery &query)
{
    return query.published.value_or(false) ? QStringLiteral(" ORDER BY articles.publish_on DESC, articles.number DESC")
                                           : QStringLiteral(" ORDER BY articles.modified DESC, articles.number DESC");
}

ArticleRow rowOf(const Row &row)
{
    ArticleRow article;
    article.id = row.id<desk::ArticleId>(1);
    article.title = row.text(2);
    article.slug = row.text(3);
    article.stage = storedArticleStage(row.text(4));
    article.publishOn = row.moment(5);
    article.published = row.moment(6);
    article.modified = row.moment(7);
    article.words = row.number(8);
    article.excerpt = row.text(9);
    return article;
}

// The articles of heads() in order, and where each number stands among them.
struct Heads {
    QList<ArticleHead> list;
    QHash<qint64, qsizetype> places;

    // Null for an article of another stage.
    ArticleHead *at(qint64 number)
    {
        const auto place = places.constFind(number);
        return place == places.constEnd() ? nullptr : &list[*place];
    }
};

Result<QHash<qint64, desk::AuthorId>> authors(Connection &connection)
{
    QHash<qint64, desk::AuthorId> found;
    const Result<void> read =
        connection.each(QStringLiteral("SELECT number, id FROM authors"), {},
                        [&found](const Row &row) { found.insert(row.number(0), row.id<desk::AuthorId>(1)); });
    if (!read)
        return read.error();
    return found;
}

Result<void> readArticles(Connection &connection, desk::ArticleStage stage, Heads &heads)
{
    const Result<QHash<qint64, desk::AuthorId>> known = authors(connection);
    if (!known)
        return known.error();
    return connection.each(
        QStringLiteral(
            "SELECT number, id, title, slug, path, summary, publish_on, published, author, digest FROM articles "
            "WHERE stage = ? ORDER BY publish_on DESC, id"),
        {desk::name(stage)}, [&](const Row &row) {
            heads.places.insert(row.number(0), heads.list.size());
            ArticleHead &head = heads.list.emplaceBack();
            head.id = row.id<desk::ArticleId>(1);
            head.title = row.text(2);
            head.slug = row.text(3);
            head.path = row.text(4);
            head.summary = row.text(5);
            head.stage = stage;
            head.publishOn = row.moment(6);
            head.published = row.moment(7);
            head.author = known->value(row.number(8));
            head.digest = row.bytes(9).append(char(stage));
        });
}

Result<void> readAnswers(Connection &connection, desk::ArticleStage stage, Heads &heads)
{
    return connection.each(
        QStringLiteral("SELECT answers.article, answers.digest, letter_id, letter_digest, letter_excerpt FROM articles "
                       "JOIN answers ON answers.article = articles.number WHERE articles.stage = ? ORDER BY "
                       "articles.publish_on DESC, articles.id, answers.position"),
        {desk::name(stage)}, [&heads](const Row &row) {
            ArticleHead *head = heads.at(row.number(0));
            if (!head)
                return;
            if (head->letters.isEmpty())
                head->letterExcerpt = row.text(4);
            head->letters.append(row.id<desk::LetterId>(2));
            head->digest.append(row.bytes(1)).append(row.bytes(3));
        });
}

// All tags by name, and the place of each number among them.
struct TagOrder {
    QList<desk::TagId> tags;
    QByteArrayList keys; // of the tags
    QHash<qint64, qsizetype> places;
};

Result<TagOrder> tagOrder(Connection &connection)
{
    TagOrder order;
    const Result<void> read =
        connection.each(QStringLiteral("SELECT number, id FROM tags ORDER BY folded"), {}, [&order](const Row &row) {
            order.places.insert(row.number(0), order.tags.size());
            order.tags.append(row.id<desk::TagId>(1));
            order.keys.append(row.text(1).toLatin1());
        });
    if (!read)
        return read.error();
    return order;
}

Result<void> readTags(Connection &connection, desk::ArticleStage stage, Heads &heads)
{
    const Result<TagOrder> order = tagOrder(connection);
    if (!order)
        return order.error();
    struct Link {
        qsizetype place;
        qint64 article;
    };
    std::vector<Link> links;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT article_tags.article, article_tags.tag FROM articles JOIN article_tags ON "
                       "article_tags.article = articles.number WHERE articles.stage = ?"),
        {desk::name(stage)}, [&](const Row &row) {
            links.push_back({order->places.value(row.number(1), -1), row.number(0)});
        });
    if (!read)
        return read.error();
    std::ranges::stable_sort(links, {}, &Link::place);
    for (const Link &link : links) {
        ArticleHead *head = heads.at(link.article);
        if (!head || link.place < 0)
            continue;
        head->tags.append(order->tags.at(link.place));
        head->digest.append(order->keys.at(link.place));
    }
    return {};
}

} // namespace

Result<QList<ArticleHead>> ArticleStore::heads(desk::ArticleStage stage)
{
    const Snapshot snapshot(m_connection);
    Heads heads;
    for (const auto read : {readArticles, readAnswers, readTags}) {
        if (const Result<void> done = read(m_connection, stage, heads); !done)
            return done.error();
    }
    return heads.list;
}

Result<StoredArticle> ArticleStore::stored(const desk::ArticleId &id)
{
    const Result<desk::Article> found = article(id);
    if (!found)
        return found.error();
    StoredArticle stored{*found, 0, {}, {}};
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT number, created, modified FROM articles WHERE id = ?"),
                          {id.toString()}, [&stored](const Row &row) {
                              stored.number = row.number(0);
                              stored.created = row.moment(1);
                              stored.modified = row.moment(2);
                          });
    if (!read)
        return read.error();
    return stored;
}

Result<QList<desk::ArticleId>> ArticleStore::page(const desk::ArticleId &after, qint64 limit)
{
    QList<desk::ArticleId> ids;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id FROM articles WHERE number > ifnull((SELECT number FROM articles WHERE id = ?), 0) "
                       "ORDER BY number LIMIT ?"),
        {after.toString(), limit}, [&ids](const Row &row) { ids.append(row.id<desk::ArticleId>(0)); });
    if (!read)
        return read.error();
    return ids;
}

Result<QList<desk::ArticleId>> ArticleStore::mentioning(const QString &word, desk::ArticleStage stage)
{
    QList<desk::ArticleId> ids;
    const Result<void> read = m_connection.each(
        QStringLiteral(
            "SELECT DISTINCT articles.id FROM articles JOIN answers ON answers.article = articles.number "
            "JOIN letters ON letters.number = answers.letter WHERE articles.stage = ? AND articles.number IN "
            "(SELECT article FROM attachments JOIN answers ON answers.letter = attachments.letter) AND "
            "(instr(answers.text, ?) > 0 OR instr(ifnull(edited, original), ?) > 0) ORDER BY articles.id"),
        {desk::name(stage), word, word}, [&ids](const Row &row) { ids.append(row.id<desk::ArticleId>(0)); });
    if (!read)
        return read.error();
    return ids;
}

Result<QList<QList<PrintedAnswer>>> ArticleStore::printed(const QList<desk::ArticleId> &ids)
{
    QList<QList<PrintedAnswer>> all(ids.size());
    const Result<void> read = m_connection.each(
        QStringLiteral(
            "SELECT listed.key, letters.id, correspondent, ifnull(edited, original), signature, place, "
            "answers.text, EXISTS (SELECT 1 FROM letter_consents WHERE letter = letters.number AND given = 0), "
            "(SELECT other FROM letter_forwardings WHERE letter = letters.number) FROM json_each(?) AS listed JOIN "
            "articles ON articles.id = listed.value JOIN "
            "answers ON answers.article = articles.number JOIN letters ON letters.number = answers.letter "
            "ORDER BY listed.key, answers.position, answers.number"),
        {idList(ids)}, [&all](const Row &row) {
            all[row.number(0)].append({row.id<desk::LetterId>(1), row.id<desk::CorrespondentId>(2),
                                       row.id<desk::CorrespondentId>(8), row.text(3), row.text(4), row.text(5),
                                       row.text(6), row.flag(7)});
        });
    if (!read)
        return read.error();
    return all;
}

Result<QList<ArticleRow>> ArticleStore::rows(const ArticleQuery &query)
{
    QList<ArticleRow> rows;
    if (findsNothing(query))
        return rows;
    const Conditions conditions = conditionsOf(query);
    QList<qint64> numbers;
    const Result<void> read = m_connection.each(
        QLatin1String("SELECT articles.number, id, title, slug, stage, publish_on, published, modified, "
                      "(SELECT ifnull(sum(words), 0) FROM answers WHERE article = articles.number), "
                      "(SELECT excerpt FROM answers WHERE article = articles.number ORDER BY position LIMIT 1) "
                      "FROM (SELECT number FROM articles") +
            conditions.sql() + orderOf(query) +
            QLatin1String(" LIMIT ? OFFSET ?) AS page JOIN articles ON articles.number = page.number") + orderOf(query),
        conditions.values() + QVariantList{query.limit, query.offset}, [&](const Row &row) {
            rows.append(rowOf(row));
            numbers.append(row.number(0));
        });
    if (!read)
        return read.error();
    const auto tags = articleTags(m_connection, numbers);
    if (!tags)
        return tags.error();
    const auto letters = articleLetters(m_connection, numbers);
    if (!letters)
        return letters.error();
    for (qsizetype at = 0; at < rows.size(); ++at) {
        rows[at].tags = tags->value(numbers.at(at));
        rows[at].letters = letters->value(numbers.at(at));
    }
    return rows;
}

Result<qint64> ArticleStore::count(const ArticleQuery &query, qint64 most)
{
    if (findsNothing(query))
        return 0;
    const Conditions conditions = conditionsOf(query);
    return m_connection.number(QLatin1String("SELECT count(*) FROM (SELECT 1 FROM articles") + conditions.sql() +
                                   QLatin1String(" LIMIT ?)"),
                               conditions.values() + QVariantList{most});
}

Result<ArticleCounts> ArticleStore::counts()
{
    ArticleCounts counts;
    const Result<void> read =
        m_connection.each(QLatin1String("SELECT stage, ") + publishedCondition(true) +
                              QLatin1String(" AS published, count(*) FROM articles GROUP BY 1, 2"),
                          {}, [&counts](const Row &row) {
                              if (row.flag(1))
                                  counts.published += row.number(2);
                              else
                                  counts.byStage[storedArticleStage(row.text(0))] += row.number(2);
                          });
    if (!read)
        return read.error();
    return counts;
}

} // namespace storage
