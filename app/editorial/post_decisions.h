// Posts that wait for somebody: those without a label, whose letter and answer a person marks, and those whose article
// was edited before the archive had another text.
#pragma once

#include "desk/column_label.h"
#include "desk/post.h"
#include "editorial/desk.h"
#include "storage/post_store.h"

namespace editorial {

using storage::PostState;

struct UndecidedPost {
    QString guid;
    PostState state = PostState::Waiting;
    QString title;
    QDateTime date;
    desk::ArticleId article; // of a conflict
};

// The newest first.
[[nodiscard]] base::Result<QList<UndecidedPost>> undecidedPosts(Desk &desk);
[[nodiscard]] base::Result<qint64> undecidedPostCount(Desk &desk);
[[nodiscard]] base::Result<desk::Post> undecidedPost(Desk &desk, const QString &guid);

// Where a part begins in the text of a post. What stands before `offset` on the same line is its label.
struct PostMark {
    desk::ColumnLabel::Part part = desk::ColumnLabel::Part::Letter;
    qsizetype offset = 0; // in characters
};

// The label before a mark, folded; empty: there is none.
[[nodiscard]] QString labelBefore(const QString &text, const PostMark &mark);

// The post becomes an article with a letter and an answer for every two marks. Marks go up and begin with a letter;
// Kind::Unusable otherwise, or where a part would be empty. What stands before the first one becomes a remark. The
// labels in `teach` are kept for the next import.
[[nodiscard]] base::Result<desk::ArticleId> partPost(Desk &desk, const QString &guid, const QList<PostMark> &marks,
                                                     const QList<desk::ColumnLabel> &teach = {});
// It is no column: it does not come again.
[[nodiscard]] base::Result<Change> dropPost(Desk &desk, const QString &guid);

// Of a conflict: the article stays as it is, or takes the archive's text, while its own is kept as a revision.
// Kind::Unusable where the archive's text cannot be parted.
[[nodiscard]] base::Result<void> keepArticle(Desk &desk, const QString &guid);
[[nodiscard]] base::Result<void> takePost(Desk &desk, const QString &guid);

} // namespace editorial
