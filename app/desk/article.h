// Article: what is published at one address: a title, and one or more letters with their answers, in order.
// Values, any thread.
#pragma once

#include "desk/id.h"
#include "desk/stage.h"

#include <QDateTime>
#include <QList>

namespace desk {

struct Answer {
    AnswerId id;
    LetterId letter;
    QString text; // Markdown
    qint64 version = 0;
};

struct Article {
    ArticleId id;
    QString title;
    QString slug; // unique on the desk without regard to case
    QString path; // address within the site where it is not the masthead's pattern (imported articles); else empty
    ArticleStage stage = ArticleStage::Draft;
    QDateTime publishOn;   // UTC; invalid: no date yet
    QDateTime published;   // when it was first exported; invalid: never
    QString summary;       // one sentence for search engines and feeds; empty: the beginning of the letter
    AuthorId author;       // null: the masthead's first author
    QList<Answer> answers; // in the order of the page
    QList<TagId> tags;
    qint64 version = 0;
};

// One row of a list of articles, without the texts.
struct ArticleRow {
    ArticleId id;
    QString title;
    QString slug;
    ArticleStage stage = ArticleStage::Draft;
    QDateTime publishOn;
    QDateTime published;
    QDateTime modified;
    qint64 words = 0; // of the answers together
    QString excerpt;  // of the first answer
    QList<TagId> tags;
    QList<LetterId> letters;
};

} // namespace desk
