// Writing: articles, their answers, and their way to the site.
#pragma once

#include "editorial/inbox.h"

namespace editorial {

using storage::ArticleQuery;

struct ArticleView {
    desk::Article article;
    QList<LetterView> letters; // of the answers, in their order
    QString path;              // within the site
};

// The article that answers the letter; makes a draft with the letter's subject as title if there is none, and moves the
// letter to "answering".
[[nodiscard]] base::Result<desk::ArticleId> startAnswer(Desk &desk, const desk::LetterId &letter);
// Puts another letter, with an empty answer, behind those of the article.
[[nodiscard]] base::Result<desk::AnswerId> addLetter(Desk &desk, const desk::ArticleId &article,
                                                     const desk::LetterId &letter);

[[nodiscard]] base::Result<QList<desk::ArticleRow>> articles(Desk &desk, const ArticleQuery &query);
[[nodiscard]] base::Result<qint64> articleCount(Desk &desk, const ArticleQuery &query, qint64 most);
[[nodiscard]] base::Result<ArticleView> article(Desk &desk, const desk::ArticleId &id);
// Where the article lies within the site: its own path, or the masthead's pattern filled in.
[[nodiscard]] QString sitePath(const desk::Article &article, const desk::Masthead &masthead);
// The article that a person names by its slug or id; Kind::NotFound with a message otherwise.
[[nodiscard]] base::Result<desk::ArticleId> articleNamed(Desk &desk, const QString &slugOrId);

// What stands above the texts. `version` as in LetterEdit. An empty slug is made from the title, and made unique.
struct ArticleEdit {
    desk::ArticleId id;
    qint64 version = 0;
    QString title;
    QString slug;
    QString summary;
    QDateTime publishOn; // invalid: no date
};

struct SavedArticle {
    qint64 version = 0;
    QString slug; // as it was kept
};

[[nodiscard]] base::Result<SavedArticle> saveArticle(Desk &desk, const ArticleEdit &edit);
// Saves at once, with revisions and conflicts as saveLetter().
[[nodiscard]] base::Result<qint64> saveAnswer(Desk &desk, const desk::ArticleId &article, const desk::Answer &answer);

// Approving gives an article without a date the present one and makes its letters answered.
[[nodiscard]] base::Result<Change> moveArticles(Desk &desk, const QList<desk::ArticleId> &ids,
                                                desk::ArticleStage stage);
[[nodiscard]] base::Result<Change> tagArticles(Desk &desk, const QList<desk::ArticleId> &ids, const QStringList &add,
                                               const QStringList &remove);

// A date as people write it, "2026-11-22" (start of that day in the desk's time zone) or ISO 8601 with a time (in the
// desk's time zone, unless it names an offset). In UTC.
[[nodiscard]] base::Result<QDateTime> dateNamed(const QString &text, const desk::Masthead &masthead);

} // namespace editorial
