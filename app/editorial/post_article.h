// PostArticle: makes an article with its letters and answers out of a post that is parted, or brings one that was made
// so up to what the archive says now. A part of this layer; called within a transaction.
#pragma once

#include "desk/post.h"
#include "editorial/desk.h"
#include "intake/column_split.h"
#include "storage/post_store.h"

namespace editorial {

// A post with everything that its article needs.
struct PartedPost {
    desk::Post post;
    intake::ColumnSplit split; // with at least one piece
    QList<desk::TagId> topics;
    desk::AuthorId author; // null: the masthead's first
    QList<storage::PostPicture> pictures;
    QDateTime imported; // when the import that brought it began, by which its remarks are told from those of people
};

// The article of a post has the same id whenever it is imported, so that what links to it lasts.
[[nodiscard]] desk::ArticleId articleOf(const desk::Post &post);

// An article that would go out waits in review where the split is doubtful; what stood before the letter and belongs to
// this post alone, and the doubts, are remarks on it. Gives what had to be done differently, for people.
[[nodiscard]] base::Result<QStringList> addPostArticle(Desk &desk, const PartedPost &parted);

// Title, date, summary, texts and signatures become those of the post; earlier texts are kept as revisions. Tags are
// added, stage and address stay. Kind::Unusable where the post has fewer letters than the article.
[[nodiscard]] base::Result<void> replacePostArticle(Desk &desk, const desk::ArticleId &id, const PartedPost &parted);

} // namespace editorial
