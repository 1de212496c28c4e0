#include "editorial/post_decisions.h"

#include "editorial/post_article.h"
#include "editorial/post_import.h"
#include "editorial/post_topics.h"
#include "storage/desk_file.h"

#include <QCoreApplication>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_decisions)
};

using Part = desk::ColumnLabel::Part;
using storage::StoredPost;

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

base::Result<StoredPost> stored(Desk &desk, const QString &guid, PostState wanted)
{
    const auto found = desk.file().posts().post(guid);
    if (!found)
        return found.error();
    if (*found && (*found)->state == wanted)
        return **found;
    return base::Error{base::Error::Kind::NotFound,
                       Words::tr("No post “%1” waits for that. Look at the list of posts again.").arg(guid)};
}

qsizetype lineStart(const QString &text, qsizetype offset)
{
    return offset > 0 ? text.lastIndexOf(QLatin1Char('\n'), offset - 1) + 1 : 0;
}

// The words of the post between its marks.
base::Result<intake::ColumnSplit> splitAt(const QString &text, const QList<PostMark> &marks)
{
    if (marks.isEmpty() || marks.first().part != Part::Letter)
        return unusable(Words::tr("Mark where the letter begins, and then where the answer begins."));
    intake::ColumnSplit split;
    split.introduction = text.first(lineStart(text, marks.first().offset)).trimmed();
    QString letter;
    for (qsizetype at = 0; at < marks.size(); ++at) {
        const PostMark &mark = marks.at(at);
        const bool isLast = at + 1 == marks.size();
        const qsizetype end = isLast ? text.size() : lineStart(text, marks.at(at + 1).offset);
        const QString words = text.sliced(mark.offset, qMax<qsizetype>(0, end - mark.offset)).trimmed();
        const bool isLetter = at % 2 == 0;
        if (words.isEmpty() || (mark.part == Part::Letter) != isLetter || (isLetter && isLast))
            return unusable(Words::tr("Each letter needs words and an answer behind it. Mark them in turn."));
        if (isLetter)
            letter = words;
        else
            split.pieces.append(intake::pieceOf(letter, words));
    }
    return split;
}

// What has to be known of the post beside its text.
base::Result<PartedPost> ready(Desk &desk, const QString &guid, const desk::Post &post,
                               const intake::ColumnSplit &split)
{
    const auto batch = desk.file().posts().batchOf(guid);
    if (!batch)
        return batch.error();
    const desk::PostBatch brought = batch->value_or(desk::PostBatch());
    const PostCatalogue nothing;
    PostTopics topics(desk, nothing, brought.id);
    if (const auto loaded = topics.load(); !loaded)
        return loaded.error();
    const auto tags = topics.tags(post.topics);
    if (!tags)
        return tags.error();
    const auto author = topics.author(post.author);
    if (!author)
        return author.error();
    const auto pictures = desk.file().posts().pictures(guid);
    if (!pictures)
        return pictures.error();
    return PartedPost{post, split, *tags, *author, *pictures, brought.imported};
}

// The post is its article from now on.
base::Result<void> settle(Desk &desk, StoredPost post, const desk::ArticleId &article)
{
    const auto versions = desk.file().posts().versions(article);
    if (!versions)
        return versions.error();
    post.state = PostState::Article;
    post.article = article;
    post.versions = *versions;
    post.content.clear();
    if (const auto put = desk.file().posts().put({}, post); !put)
        return put;
    desk.noteChange(Area::Letters | Area::Articles | Area::Tags);
    return desk.file().posts().removePictures(post.guid);
}

base::Result<void> teach(Desk &desk, const QList<desk::ColumnLabel> &labels)
{
    auto known = desk.file().posts().labels();
    if (!known)
        return known.error();
    known->append(labels);
    return desk.file().posts().setLabels(*known);
}

base::Result<void> putState(Desk &desk, const StoredPost &post)
{
    desk.noteChange(Area::Articles);
    return desk.file().posts().put({}, post);
}

} // namespace

base::Result<QList<UndecidedPost>> undecidedPosts(Desk &desk)
{
    const auto found = desk.file().posts().undecided();
    if (!found)
        return found.error();
    QList<UndecidedPost> posts;
    for (const StoredPost &post : *found)
        posts.append({post.guid, post.state, post.title, post.date, post.article});
    return posts;
}

base::Result<qint64> undecidedPostCount(Desk &desk)
{
    return desk.file().posts().undecidedCount();
}

base::Result<desk::Post> undecidedPost(Desk &desk, const QString &guid)
{
    const auto found = desk.file().posts().post(guid);
    if (!found)
        return found.error();
    if (!*found || (*found)->content.isEmpty())
        return base::Error{base::Error::Kind::NotFound, Words::tr("No post “%1” waits on this desk.").arg(guid)};
    return desk::postFromJson((*found)->content.toUtf8());
}

QString labelBefore(const QString &text, const PostMark &mark)
{
    const qsizetype start = lineStart(text, mark.offset);
    return desk::foldedLabel(text.sliced(start, mark.offset - start));
}

base::Result<desk::ArticleId> partPost(Desk &desk, const QString &guid, const QList<PostMark> &marks,
                                       const QList<desk::ColumnLabel> &labels)
{
    storage::Transaction transaction(desk.file());
    const auto waiting = stored(desk, guid, PostState::Waiting);
    if (!waiting)
        return waiting.error();
    const auto post = desk::postFromJson(waiting->content.toUtf8());
    if (!post)
        return post.error();
    const auto split = splitAt(post->text, marks);
    if (!split)
        return split.error();
    const auto parted = ready(desk, guid, *post, *split);
    if (!parted)
        return parted.error();
    if (const auto added = addPostArticle(desk, *parted); !added)
        return added.error();
    if (const auto settled = settle(desk, *waiting, articleOf(*post)); !settled)
        return settled.error();
    if (const auto taught = teach(desk, labels); !taught)
        return taught.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return articleOf(*post);
}

base::Result<Change> dropPost(Desk &desk, const QString &guid)
{
    const auto waiting = stored(desk, guid, PostState::Waiting);
    if (!waiting)
        return waiting.error();
    StoredPost dropped = *waiting;
    dropped.state = PostState::Dropped;
    if (const auto put = putState(desk, dropped); !put)
        return put.error();
    return Change{Words::tr("Drop the post “%1”").arg(waiting->title),
                  [post = *waiting](Desk &on) { return putState(on, post); },
                  [dropped](Desk &on) {
                      return putState(on, dropped);
                  }};
}

base::Result<void> keepArticle(Desk &desk, const QString &guid)
{
    storage::Transaction transaction(desk.file());
    auto conflict = stored(desk, guid, PostState::Conflict);
    if (!conflict)
        return conflict.error();
    // The versions of before stay: the article is still one that somebody edited.
    conflict->state = PostState::Article;
    conflict->content.clear();
    if (const auto put = putState(desk, *conflict); !put)
        return put;
    if (const auto removed = desk.file().posts().removePictures(guid); !removed)
        return removed;
    return transaction.commit();
}

base::Result<void> takePost(Desk &desk, const QString &guid)
{
    storage::Transaction transaction(desk.file());
    const auto conflict = stored(desk, guid, PostState::Conflict);
    if (!conflict)
        return conflict.error();
    const auto post = desk::postFromJson(conflict->content.toUtf8());
    if (!post)
        return post.error();
    const auto grammar = columnGrammar(desk);
    if (!grammar)
        return grammar.error();
    const intake::ColumnSplit split = intake::splitColumn(post->text, *grammar);
    if (split.pieces.isEmpty())
        return unusable(Words::tr("No label is found in the archive's text. Open the article and change it there."));
    const auto parted = ready(desk, guid, *post, split);
    if (!parted)
        return parted.error();
    if (const auto replaced = replacePostArticle(desk, conflict->article, *parted); !replaced)
        return replaced;
    if (const auto settled = settle(desk, *conflict, conflict->article); !settled)
        return settled;
    return transaction.commit();
}

} // namespace editorial
