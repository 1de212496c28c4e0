#include "storage/article_store.h"

#include "storage/article_rows.h"
#include "storage/connection.h"
#include "storage/search.h"
#include "storage/statement.h"

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

// An article of heads(), with what its digest is made of beside it.
struct Draft {
    ArticleHead head;
    QStringList digested;
};

Draft draftOf(const Row &row, desk::ArticleStage stage)
{
    ArticleHead head;
    head.id = row.id<desk::ArticleId>(1);
    head.title = row.text(2);
    head.slug = row.text(3);
    head.path = row.text(4);
    head.summary = row.text(5);
    head.stage = stage;
    const QString publishOn = row.text(6);
    head.publishOn = storedMoment(publishOn);
    head.published = row.moment(7);
    const QString author = row.text(8);
    head.author = desk::AuthorId::fromString(author);
    return {head, {head.title, head.slug, head.path, head.summary, desk::name(stage), publishOn, author}};
}

// The articles of the stage in order, and where each number stands among them.
struct Drafts {
    QList<Draft> list;
    QHash<qint64, qsizetype> places;

    Draft *at(qint64 number)
    {
        const auto place = places.constFind(number);
        return place == places.constEnd() ? nullptr : &list[*place];
    }
};

Result<void> readArticles(Connection &connection, desk::ArticleStage stage, Drafts &drafts)
{
    return connection.each(
        QStringLiteral(
            "SELECT articles.number, articles.id, title, slug, path, summary, publish_on, published, authors.id "
            "FROM articles LEFT JOIN authors ON authors.number = articles.author WHERE stage = ? "
            "ORDER BY publish_on DESC, articles.id"),
        {desk::name(stage)}, [&](const Row &row) {
            drafts.places.insert(row.number(0), drafts.list.size());
            drafts.list.append(draftOf(row, stage));
        });
}

Result<void> readAnswers(Connection &connection, desk::ArticleStage stage, Drafts &drafts)
{
    return connection.each(
        QStringLiteral(
            "SELECT answers.article, answers.digest, letters.id, letters.digest, letters.excerpt FROM articles "
            "JOIN answers ON answers.article = articles.number JOIN letters ON letters.number = answers.letter "
            "WHERE articles.stage = ? ORDER BY answers.article, answers.position"),
        {desk::name(stage)}, [&drafts](const Row &row) {
            Draft *draft = drafts.at(row.number(0));
            if (!draft)
                return;
            const QString letter = row.text(2);
            if (draft->head.letters.isEmpty())
                draft->head.letterExcerpt = row.text(4);
            draft->head.letters.append(desk::LetterId::fromString(letter));
            draft->digested << QString::fromLatin1(row.bytes(1)) << letter << QString::fromLatin1(row.bytes(3));
        });
}

Result<void> readTags(Connection &connection, desk::ArticleStage stage, Drafts &drafts)
{
    QHash<qint64, QString> ids;
    const Result<void> tags = connection.each(QStringLiteral("SELECT number, id FROM tags"), {},
                                              [&ids](const Row &row) { ids.insert(row.number(0), row.text(1)); });
    if (!tags)
        return tags;
    return connection.each(
        QStringLiteral(
            "SELECT article_tags.article, article_tags.tag FROM tags JOIN article_tags ON article_tags.tag = "
            "tags.number JOIN articles ON articles.number = article_tags.article WHERE articles.stage = ? "
            "ORDER BY tags.folded"),
        {desk::name(stage)}, [&](const Row &row) {
            Draft *draft = drafts.at(row.number(0));
            if (!draft)
                return;
            const QString tag = ids.value(row.number(1));
            draft->head.tags.append(desk::TagId::fromString(tag));
            draft->digested << tag;
        });
}

} // namespace

Result<QList<ArticleHead>> ArticleStore::heads(desk::ArticleStage stage)
{
    const Snapshot snapshot(m_connection);
    Drafts drafts;
    for (const auto read : {readArticles, readAnswers, readTags}) {
        if (const Result<void> done = read(m_connection, stage, drafts); !done)
            return done.error();
    }
    QList<ArticleHead> heads;
    heads.reserve(drafts.list.size());
    for (Draft &draft : drafts.list) {
        draft.head.digest = digestOf(draft.digested);
        heads.append(std::move(draft.head));
    }
    return heads;
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
