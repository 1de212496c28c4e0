#include "editorial/writing.h"

#include "desk/paths.h"
#include "editorial/masthead.h"
#include "editorial/revising.h"
#include "editorial/tags.h"
#include "storage/desk_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::writing)
};

base::Result<QString> freeArticleSlug(Desk &desk, const QString &slug, const desk::ArticleId &own)
{
    std::optional<base::Error> failure;
    const QString free = desk::freeSlug(slug, [&](const QString &candidate) {
        const auto taken = desk.file().articles().withSlug(candidate);
        if (!taken) {
            failure = taken.error();
            return false;
        }
        return taken->has_value() && **taken != own;
    });
    if (failure)
        return *failure;
    return free;
}

// Everything about an article that moving it may change.
struct Stand {
    desk::ArticleId id;
    desk::ArticleStage stage = desk::ArticleStage::Draft;
    QDateTime publishOn;
    QList<std::pair<desk::LetterId, desk::LetterStage>> letters;
};

base::Result<Stand> standOf(Desk &desk, const desk::Article &article)
{
    Stand stand{article.id, article.stage, article.publishOn, {}};
    for (const desk::Answer &answer : article.answers) {
        const auto letter = desk.file().letters().letter(answer.letter);
        if (!letter)
            return letter.error();
        stand.letters.append({answer.letter, letter->stage});
    }
    return stand;
}

base::Result<void> takeStand(Desk &desk, const Stand &stand)
{
    auto article = desk.file().articles().article(stand.id);
    if (!article)
        return article.error();
    if (article->publishOn != stand.publishOn) {
        article->publishOn = stand.publishOn;
        if (const auto saved = desk.file().articles().save(*article); !saved)
            return saved.error();
    }
    if (const auto moved = desk.file().articles().setStage(stand.id, stand.stage); !moved)
        return moved.error();
    for (const auto &[letter, stage] : stand.letters) {
        const auto now = desk.file().letters().letter(letter);
        if (!now)
            return now.error();
        if (now->stage == stage)
            continue;
        if (const auto set = desk.file().letters().setStage(letter, stage, now->heldUntil); !set)
            return set.error();
    }
    return {};
}

base::Result<void> takeStands(Desk &desk, const QList<Stand> &stands)
{
    storage::Transaction transaction(desk.file());
    for (const Stand &stand : stands) {
        if (const auto taken = takeStand(desk, stand); !taken)
            return taken.error();
    }
    desk.noteChange(Area::Articles | Area::Letters);
    return transaction.commit();
}

Stand movedTo(Stand stand, desk::ArticleStage stage, const QDateTime &now)
{
    stand.stage = stage;
    if (stage != desk::ArticleStage::Approved)
        return stand;
    if (!stand.publishOn.isValid())
        stand.publishOn = now;
    for (auto &[letter, letterStage] : stand.letters)
        letterStage = desk::LetterStage::Answered;
    return stand;
}

QString moveText(desk::ArticleStage stage, int count)
{
    switch (stage) {
    case desk::ArticleStage::Draft:
        return Words::tr("Put %n article(s) back to draft", nullptr, count);
    case desk::ArticleStage::InReview:
        return Words::tr("Send %n article(s) to review", nullptr, count);
    case desk::ArticleStage::Approved:
        return Words::tr("Approve %n article(s)", nullptr, count);
    case desk::ArticleStage::Withdrawn:
        return Words::tr("Withdraw %n article(s)", nullptr, count);
    }
    return {};
}

using ArticleTags = QList<std::pair<desk::ArticleId, QList<desk::TagId>>>;

base::Result<void> setTags(Desk &desk, const ArticleTags &tags)
{
    storage::Transaction transaction(desk.file());
    for (const auto &[id, list] : tags) {
        if (const auto set = desk.file().articles().setTags(id, list); !set)
            return set.error();
    }
    desk.noteChange(Area::Articles | Area::Tags);
    return transaction.commit();
}

base::Result<void> beginAnswering(Desk &desk, const desk::Letter &letter)
{
    if (letter.stage == desk::LetterStage::Answering || letter.stage == desk::LetterStage::Answered)
        return {};
    return desk.file().letters().setStage(letter.id, desk::LetterStage::Answering, {});
}

} // namespace

base::Result<desk::ArticleId> startAnswer(Desk &desk, const desk::LetterId &letter)
{
    storage::Transaction transaction(desk.file());
    const auto known = desk.file().articles().answering(letter);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    const auto found = desk.file().letters().letter(letter);
    if (!found)
        return found.error();
    const auto slug = freeArticleSlug(desk, desk::slugFor(found->subject), {});
    if (!slug)
        return slug.error();
    desk::Article article;
    article.id = desk::ArticleId::create();
    article.title = found->subject;
    article.slug = *slug;
    article.tags = found->tags;
    article.answers.append({desk::AnswerId::create(), letter, {}});
    if (const auto added = desk.file().articles().add(article); !added)
        return added.error();
    if (const auto begun = beginAnswering(desk, *found); !begun)
        return begun.error();
    desk.noteChange(Area::Articles | Area::Letters);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return article.id;
}

base::Result<desk::AnswerId> addLetter(Desk &desk, const desk::ArticleId &article, const desk::LetterId &letter)
{
    storage::Transaction transaction(desk.file());
    const auto known = desk.file().articles().answering(letter);
    if (!known)
        return known.error();
    if (*known)
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("That letter has an answer already. Open it, or choose another letter.")};
    const auto found = desk.file().letters().letter(letter);
    if (!found)
        return found.error();
    const auto added = desk.file().articles().addAnswer(article, {desk::AnswerId::create(), letter, {}});
    if (!added)
        return added.error();
    if (const auto begun = beginAnswering(desk, *found); !begun)
        return begun.error();
    desk.noteChange(Area::Articles | Area::Letters);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return added->id;
}

base::Result<QList<desk::ArticleRow>> articles(Desk &desk, const ArticleQuery &query)
{
    return desk.file().articles().rows(query);
}

base::Result<qint64> articleCount(Desk &desk, const ArticleQuery &query, qint64 most)
{
    return desk.file().articles().count(query, most);
}

base::Result<ArticleView> article(Desk &desk, const desk::ArticleId &id)
{
    const auto found = desk.file().articles().article(id);
    if (!found)
        return found.error();
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    ArticleView view{*found, {}, sitePath(*found, *head)};
    for (const desk::Answer &answer : found->answers) {
        const auto letterView = letter(desk, answer.letter);
        if (!letterView)
            return letterView.error();
        view.letters.append(*letterView);
    }
    return view;
}

QString sitePath(const desk::Article &article, const desk::Masthead &masthead)
{
    if (!article.path.isEmpty())
        return article.path;
    const QDate date = article.publishOn.isValid() ? article.publishOn.toTimeZone(zoneOf(masthead)).date() : QDate();
    return desk::articlePath(masthead.articlePath, article.slug, date);
}

base::Result<desk::ArticleId> articleNamed(Desk &desk, const QString &slugOrId)
{
    const QString wanted = slugOrId.trimmed();
    const auto bySlug = desk.file().articles().withSlug(wanted);
    if (!bySlug)
        return bySlug.error();
    if (*bySlug)
        return **bySlug;
    const auto id = desk::ArticleId::fromString(wanted);
    if (!id.isNull() && desk.file().articles().article(id))
        return id;
    return base::Error{
        base::Error::Kind::NotFound,
        Words::tr("There is no article “%1” on this desk. Name it by its slug or its id.").arg(slugOrId)};
}

base::Result<SavedArticle> saveArticle(Desk &desk, const ArticleEdit &edit)
{
    storage::Transaction transaction(desk.file());
    auto article = desk.file().articles().article(edit.id);
    if (!article)
        return article.error();
    QString slug = edit.slug.trimmed();
    if (slug.isEmpty()) {
        const auto free = freeArticleSlug(desk, desk::slugFor(edit.title), edit.id);
        if (!free)
            return free.error();
        slug = *free;
    } else if (slug != article->slug) {
        const auto accepted = desk::acceptSlug(slug);
        if (!accepted)
            return accepted.error();
        slug = *accepted;
    }
    article->version = edit.version;
    article->title = edit.title.simplified();
    article->slug = slug;
    article->summary = edit.summary.trimmed();
    article->publishOn = edit.publishOn;
    const auto version = desk.file().articles().save(*article);
    if (!version)
        return version.error();
    desk.noteChange(Area::Articles);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return SavedArticle{*version, slug};
}

base::Result<qint64> saveAnswer(Desk &desk, const desk::ArticleId &article, const desk::Answer &answer)
{
    storage::Transaction transaction(desk.file());
    const auto found = desk.file().articles().article(article);
    if (!found)
        return found.error();
    const auto stored = std::ranges::find(found->answers, answer.id, &desk::Answer::id);
    const auto version = desk.file().articles().saveAnswer(answer);
    const bool isContested = !version && version.error().kind == base::Error::Kind::Conflict;
    if (!version && !isContested)
        return version.error();
    if (stored != found->answers.end()) {
        const QUuid owner(answer.id.toString());
        const auto kept = isContested ? keepContested(desk, desk::TextKind::Answer, owner, stored->text)
                                      : keepReplaced(desk, desk::TextKind::Answer, owner, stored->text, answer.text);
        if (!kept)
            return kept.error();
    }
    if (!isContested)
        desk.noteChange(Area::Articles);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return version;
}

base::Result<Change> moveArticles(Desk &desk, const QList<desk::ArticleId> &ids, desk::ArticleStage stage)
{
    QList<Stand> before;
    QList<Stand> after;
    for (const desk::ArticleId &id : ids) {
        const auto found = desk.file().articles().article(id);
        if (!found)
            return found.error();
        const auto stand = standOf(desk, *found);
        if (!stand)
            return stand.error();
        before.append(*stand);
        after.append(movedTo(*stand, stage, desk.clock().now()));
    }
    if (const auto moved = takeStands(desk, after); !moved)
        return moved.error();
    return Change{moveText(stage, static_cast<int>(ids.size())), [before](Desk &on) { return takeStands(on, before); },
                  [after](Desk &on) {
                      return takeStands(on, after);
                  }};
}

base::Result<Change> tagArticles(Desk &desk, const QList<desk::ArticleId> &ids, const QStringList &add,
                                 const QStringList &remove)
{
    storage::Transaction transaction(desk.file());
    ArticleTags before;
    ArticleTags after;
    for (const desk::ArticleId &id : ids) {
        const auto found = desk.file().articles().article(id);
        if (!found)
            return found.error();
        const auto changed = retagged(desk, found->tags, add, remove);
        if (!changed)
            return changed.error();
        before.append({id, found->tags});
        after.append({id, *changed});
    }
    if (const auto set = setTags(desk, after); !set)
        return set.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return Change{Words::tr("Tag %n article(s)", nullptr, static_cast<int>(ids.size())),
                  [before](Desk &on) { return setTags(on, before); },
                  [after](Desk &on) {
                      return setTags(on, after);
                  }};
}

base::Result<QDateTime> dateNamed(const QString &text, const desk::Masthead &masthead)
{
    const QString trimmed = text.trimmed();
    if (const QDate day = QDate::fromString(trimmed, Qt::ISODate); day.isValid() && trimmed.size() == 10)
        return day.startOfDay(zoneOf(masthead)).toUTC();
    QDateTime moment = QDateTime::fromString(trimmed, Qt::ISODate);
    if (!moment.isValid())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” is no date. Write it as 2026-11-22 or 2026-11-22T08:00.").arg(text)};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeZone(zoneOf(masthead));
    return moment.toUTC();
}

} // namespace editorial
