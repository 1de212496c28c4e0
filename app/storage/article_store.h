// ArticleStore: articles and their answers in the desk file. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/article.h"

#include <QHash>

#include <optional>

namespace storage {

class Connection;

// Which articles a list shows. Published ones are those on the site: first exported and not withdrawn.
struct ArticleQuery {
    QString search;
    std::optional<desk::ArticleStage> stage;
    std::optional<bool> published;
    desk::TagId tag; // with its sub-tags; null: any
    qint64 limit = 100;
    qint64 offset = 0;
};

struct ArticleCounts {
    QHash<desk::ArticleStage, qint64> byStage; // published ones left out
    qint64 published = 0;
};

// What a page of the site depends on, without the texts: an edition of 10,000 articles fits in memory.
struct ArticleHead {
    desk::ArticleId id;
    QString title;
    QString slug;
    QString path;
    QString summary;
    desk::ArticleStage stage = desk::ArticleStage::Draft;
    QDateTime publishOn;
    QDateTime published;
    desk::AuthorId author;
    QList<desk::TagId> tags;
    QList<desk::LetterId> letters; // in order
    QString letterExcerpt;         // of the first letter's printed text
    QByteArray digest; // of everything of the article that a page or a check can show: texts, signatures, places
};

// An article with what lists go by besides: its number, which tells apart what has one date, and when it was made and
// last changed.
struct StoredArticle {
    desk::Article article;
    qint64 number = 0; // 0, for one to be added: the next
    QDateTime created;
    QDateTime modified;
};

// One letter and its answer as they are printed, and whose letter it is.
struct PrintedAnswer {
    desk::LetterId letter;
    desk::CorrespondentId writer;
    desk::CorrespondentId other; // of a letter that was passed on: who is not the writer; else null
    QString letterText;
    QString signature;
    QString place;
    QString text;
    bool isRefused = false; // the writer said no to being published
};

class ArticleStore
{
public:
    explicit ArticleStore(Connection &connection);

    [[nodiscard]] base::Result<desk::Article> add(const desk::Article &article); // gives version 1
    // Adds an article as it stood on another desk.
    [[nodiscard]] base::Result<void> restore(const StoredArticle &stored);
    [[nodiscard]] base::Result<desk::Article> article(const desk::ArticleId &id);
    [[nodiscard]] base::Result<StoredArticle> stored(const desk::ArticleId &id);
    // Up to `limit` articles behind `after` in the order in which they were made; null: the first ones.
    [[nodiscard]] base::Result<QList<desk::ArticleId>> page(const desk::ArticleId &after, qint64 limit);
    // The article that answers the letter, if any.
    [[nodiscard]] base::Result<std::optional<desk::ArticleId>> answering(const desk::LetterId &letter);
    [[nodiscard]] base::Result<std::optional<desk::ArticleId>> withSlug(const QString &slug);
    // With an address of its own; capitals count.
    [[nodiscard]] base::Result<std::optional<desk::ArticleId>> withPath(const QString &path);
    // Published ones the newest first, others the last changed first.
    [[nodiscard]] base::Result<QList<desk::ArticleRow>> rows(const ArticleQuery &query);
    [[nodiscard]] base::Result<qint64> count(const ArticleQuery &query, qint64 most);
    [[nodiscard]] base::Result<ArticleCounts> counts();
    // Every article of the stage, newest publishOn first (then by id), without texts.
    [[nodiscard]] base::Result<QList<ArticleHead>> heads(desk::ArticleStage stage);
    // The articles of the stage that have letters with attachments and the word, capitals and all, in a printed text.
    [[nodiscard]] base::Result<QList<desk::ArticleId>> mentioning(const QString &word, desk::ArticleStage stage);
    // What each of these articles prints, in their order; nothing for one that is not on the desk.
    [[nodiscard]] base::Result<QList<QList<PrintedAnswer>>> printed(const QList<desk::ArticleId> &ids);

    // Saves title, slug, path, publishOn, summary and author. Fails with Kind::Conflict if the row's version is not
    // article.version, with Kind::Unusable if the slug belongs to another article. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::Article &article);
    // The version stays, since save() does not touch the stage.
    [[nodiscard]] base::Result<void> setStage(const desk::ArticleId &id, desk::ArticleStage stage);
    [[nodiscard]] base::Result<void> setTags(const desk::ArticleId &id, const QList<desk::TagId> &tags);

    // Adds the answer behind the others; gives version 1.
    [[nodiscard]] base::Result<desk::Answer> addAnswer(const desk::ArticleId &article, const desk::Answer &answer);
    // Saves the text; Kind::Conflict as above. Gives the new version.
    [[nodiscard]] base::Result<qint64> saveAnswer(const desk::Answer &answer);
    [[nodiscard]] base::Result<void> setAnswerOrder(const desk::ArticleId &article, const QList<desk::AnswerId> &order);

private:
    Connection &m_connection;
};

} // namespace storage
