#include "editorial/post_article.h"

#include "base/text.h"
#include "desk/fingerprint.h"
#include "desk/paths.h"
#include "editorial/revising.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"
#include "storage/redirect_store.h"
#include "storage/revision_store.h"

#include <QCoreApplication>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_article)
};

using desk::ArticleStage;

template <typename Id>
Id idOf(const desk::Post &post, const char *what, qsizetype place)
{
    return Id::fromName(QLatin1String(what) + QLatin1Char('/') + post.guid + QLatin1Char('/') + QString::number(place));
}

QUuid ownerOf(const desk::AnswerId &answer)
{
    return QUuid(answer.toString());
}

desk::Letter letterOf(const PartedPost &parted, qsizetype place, ArticleStage stage)
{
    const desk::Post &post = parted.post;
    const intake::ColumnPiece &piece = parted.split.pieces.at(place);
    desk::Letter letter;
    letter.id = idOf<desk::LetterId>(post, "post-letter", place);
    letter.correspondent = idOf<desk::CorrespondentId>(post, "post-writer", place);
    letter.subject = post.title;
    letter.original = piece.letter;
    letter.edited = piece.letter;
    letter.signature = piece.signature;
    letter.place = piece.place;
    letter.stage = stage == ArticleStage::Approved ? desk::LetterStage::Answered : desk::LetterStage::Answering;
    letter.unread = false;
    letter.channel = QStringLiteral("archive");
    letter.received = post.date;
    letter.fingerprint = desk::fingerprint(piece.letter);
    letter.tags = parted.topics;
    return letter;
}

// The picture that stood above the post stands above its first answer.
QString answerText(const PartedPost &parted, qsizetype place)
{
    const QString &text = parted.split.pieces.at(place).answer;
    return place > 0 || parted.post.picture.isEmpty() ? text
                                                      : QString(parted.post.picture + QLatin1String("\n\n") + text);
}

base::Result<void> addPiece(Desk &desk, const PartedPost &parted, qsizetype place, ArticleStage stage)
{
    const desk::Letter letter = letterOf(parted, place, stage);
    const auto sealed = desk.vault().seal({letter.correspondent, {}, {}, {}, {}});
    if (!sealed)
        return sealed.error();
    if (const auto added = desk.file().correspondents().add(*sealed); !added)
        return added;
    if (const auto added = desk.file().letters().add(letter); !added)
        return added.error();
    return {};
}

desk::Answer answerOf(const PartedPost &parted, qsizetype place)
{
    return {idOf<desk::AnswerId>(parted.post, "post-answer", place),
            idOf<desk::LetterId>(parted.post, "post-letter", place), answerText(parted, place)};
}

base::Result<void> addPictures(Desk &desk, const PartedPost &parted)
{
    const auto letter = idOf<desk::LetterId>(parted.post, "post-letter", 0);
    const auto there = desk.file().letters().attachments(letter);
    if (!there)
        return there.error();
    for (const storage::PostPicture &picture : parted.pictures) {
        if (std::ranges::any_of(*there, [&](const desk::Attachment &one) { return one.id == picture.id; }))
            continue;
        const desk::Attachment attachment{picture.id, picture.name, picture.mediaType, picture.content.size()};
        if (const auto added = desk.file().letters().addAttachment(letter, attachment, picture.content); !added)
            return added;
    }
    return {};
}

base::Result<void> addRemark(Desk &desk, const PartedPost &parted, qsizetype number, const QString &text)
{
    desk::Remark remark;
    remark.id = idOf<desk::RemarkId>(parted.post, "post-remark", number);
    remark.owner = ownerOf(idOf<desk::AnswerId>(parted.post, "post-answer", 0));
    remark.text = text;
    remark.author = Words::tr("Import");
    remark.created = parted.imported;
    return desk.file().revisions().addRemark(remark);
}

base::Result<void> addRemarks(Desk &desk, const PartedPost &parted)
{
    QStringList remarks = parted.split.doubts;
    if (!parted.split.introduction.isEmpty())
        remarks.append(Words::tr("Before the letter the post said: %1").arg(parted.split.introduction));
    for (qsizetype number = 0; number < remarks.size(); ++number) {
        if (const auto added = addRemark(desk, parted, number, remarks.at(number)); !added)
            return added;
    }
    return {};
}

base::Result<QString> freeSlug(Desk &desk, const QString &slug)
{
    std::optional<base::Error> failure;
    const QString free = desk::freeSlug(slug, [&](const QString &candidate) {
        const auto taken = desk.file().articles().withSlug(candidate);
        if (!taken)
            failure = taken.error();
        return taken && taken->has_value();
    });
    if (failure)
        return *failure;
    return free;
}

// Without the post's own address where another article has it.
base::Result<QString> freePath(Desk &desk, const QString &path, QStringList &notes)
{
    if (path.isEmpty())
        return path;
    const auto taken = desk.file().articles().withPath(path);
    if (!taken)
        return taken.error();
    if (!*taken)
        return path;
    notes.append(Words::tr("Its address, %1, is that of another article, so it has a new one.").arg(path));
    return QString();
}

base::Result<desk::Article> articleFor(Desk &desk, const PartedPost &parted, QStringList &notes)
{
    const desk::Post &post = parted.post;
    const auto slug = freeSlug(desk, post.slug);
    const auto path = slug ? freePath(desk, post.path, notes) : slug;
    if (!path)
        return path.error();
    desk::Article article;
    article.id = articleOf(post);
    article.title = post.title;
    article.slug = *slug;
    article.path = *path;
    const bool waits = post.stage == ArticleStage::Approved && !parted.split.doubts.isEmpty();
    article.stage = waits ? ArticleStage::InReview : post.stage;
    article.publishOn = post.date;
    if (post.stage == ArticleStage::Approved)
        article.published = post.date;
    article.summary = post.summary;
    article.author = parted.author;
    article.tags = parted.topics;
    for (qsizetype place = 0; place < parted.split.pieces.size(); ++place)
        article.answers.append(answerOf(parted, place));
    return article;
}

base::Result<void> replacePiece(Desk &desk, const desk::Answer &before, const PartedPost &parted, qsizetype place)
{
    const intake::ColumnPiece &piece = parted.split.pieces.at(place);
    auto letter = desk.file().letters().letter(before.letter);
    if (!letter)
        return letter.error();
    const auto keptLetter = keepContested(desk, desk::TextKind::EditedLetter, QUuid(letter->id.toString()),
                                          letter->edited == piece.letter ? QString() : letter->edited);
    if (!keptLetter)
        return keptLetter;
    letter->subject = parted.post.title;
    letter->edited = piece.letter;
    letter->signature = piece.signature;
    letter->place = piece.place;
    if (const auto saved = desk.file().letters().save(*letter); !saved)
        return saved.error();
    desk::Answer answer = before;
    answer.text = answerText(parted, place);
    const auto kept = keepContested(desk, desk::TextKind::Answer, ownerOf(before.id),
                                    before.text == answer.text ? QString() : before.text);
    if (!kept)
        return kept;
    if (const auto saved = desk.file().articles().saveAnswer(answer); !saved)
        return saved.error();
    return {};
}

base::Result<void> replacePieces(Desk &desk, const desk::Article &article, const PartedPost &parted)
{
    for (qsizetype place = 0; place < parted.split.pieces.size(); ++place) {
        const bool isThere = place < article.answers.size();
        if (isThere) {
            if (const auto done = replacePiece(desk, article.answers.at(place), parted, place); !done)
                return done;
            continue;
        }
        if (const auto added = addPiece(desk, parted, place, article.stage); !added)
            return added;
        if (const auto added = desk.file().articles().addAnswer(article.id, answerOf(parted, place)); !added)
            return added.error();
    }
    return addPictures(desk, parted);
}

} // namespace

desk::ArticleId articleOf(const desk::Post &post)
{
    return desk::ArticleId::fromName(QLatin1String("post-article/") + post.guid);
}

base::Result<QStringList> addPostArticle(Desk &desk, const PartedPost &parted)
{
    QStringList notes;
    const auto article = articleFor(desk, parted, notes);
    if (!article)
        return article.error();
    for (qsizetype place = 0; place < parted.split.pieces.size(); ++place) {
        if (const auto added = addPiece(desk, parted, place, article->stage); !added)
            return added.error();
    }
    if (const auto added = desk.file().articles().add(*article); !added)
        return added.error();
    if (const auto added = addPictures(desk, parted); !added)
        return added.error();
    if (const auto added = addRemarks(desk, parted); !added)
        return added.error();
    if (!parted.split.introduction.isEmpty())
        notes.append(Words::tr("What stood before the letter is a remark on the answer now, and not on the page."));
    if (!parted.post.redirect.isEmpty()) {
        if (const auto put = desk.file().redirects().put({parted.post.redirect, article->id}); !put)
            return put.error();
    }
    return notes;
}

base::Result<void> replacePostArticle(Desk &desk, const desk::ArticleId &id, const PartedPost &parted)
{
    auto article = desk.file().articles().article(id);
    if (!article)
        return article.error();
    if (parted.split.pieces.size() < article->answers.size())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("The archive has fewer letters in this post than the article. Open the article "
                                     "and change it there.")};
    if (const auto replaced = replacePieces(desk, *article, parted); !replaced)
        return replaced;
    article->title = parted.post.title;
    article->summary = parted.post.summary;
    article->publishOn = parted.post.date;
    article->author = parted.author;
    if (const auto saved = desk.file().articles().save(*article); !saved)
        return saved.error();
    QList<desk::TagId> tags = article->tags;
    for (const desk::TagId &topic : parted.topics) {
        if (!tags.contains(topic))
            tags.append(topic);
    }
    return desk.file().articles().setTags(id, tags);
}

} // namespace editorial
