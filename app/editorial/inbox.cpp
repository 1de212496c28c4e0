#include "editorial/inbox.h"

#include "editorial/revising.h"
#include "editorial/tags.h"
#include "intake/body.h"
#include "privacy/correspondent.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/post_store.h"
#include "storage/revision_store.h"

#include <QCoreApplication>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::inbox)
};

// Where one letter stood before it was moved.
struct Stand {
    desk::LetterId id;
    desk::LetterStage stage;
    QDate heldUntil;
};

base::Result<void> setStands(Desk &desk, const QList<Stand> &stands)
{
    storage::Transaction transaction(desk.file());
    for (const Stand &stand : stands) {
        if (const auto set = desk.file().letters().setStage(stand.id, stand.stage, stand.heldUntil); !set)
            return set.error();
    }
    desk.noteChange(Area::Letters);
    return transaction.commit();
}

QString moveText(desk::LetterStage stage, int count)
{
    switch (stage) {
    case desk::LetterStage::New:
        return Words::tr("Put back %n letter(s)", nullptr, count);
    case desk::LetterStage::Shortlisted:
        return Words::tr("Shortlist %n letter(s)", nullptr, count);
    case desk::LetterStage::Answering:
        return Words::tr("Start answering %n letter(s)", nullptr, count);
    case desk::LetterStage::Answered:
        return Words::tr("Mark %n letter(s) answered", nullptr, count);
    case desk::LetterStage::Held:
        return Words::tr("Hold %n letter(s)", nullptr, count);
    case desk::LetterStage::Declined:
        return Words::tr("Decline %n letter(s)", nullptr, count);
    case desk::LetterStage::NotALetter:
        return Words::tr("Take %n letter(s) as not a letter", nullptr, count);
    }
    return {};
}

base::Result<void> setUnread(Desk &desk, const QList<std::pair<desk::LetterId, bool>> &marks)
{
    storage::Transaction transaction(desk.file());
    for (const auto &[id, unread] : marks) {
        if (const auto set = desk.file().letters().setUnread(id, unread); !set)
            return set.error();
    }
    desk.noteChange(Area::Letters);
    return transaction.commit();
}

using LetterTags = QList<std::pair<desk::LetterId, QList<desk::TagId>>>;

base::Result<void> setTags(Desk &desk, const LetterTags &tags)
{
    storage::Transaction transaction(desk.file());
    for (const auto &[id, list] : tags) {
        if (const auto set = desk.file().letters().setTags(id, list); !set)
            return set.error();
    }
    desk.noteChange(Area::Letters | Area::Tags);
    return transaction.commit();
}

} // namespace

base::Result<Places> places(Desk &desk)
{
    auto letters = desk.file().letters().stageCounts();
    if (!letters)
        return letters.error();
    const auto articles = desk.file().articles().counts();
    if (!articles)
        return articles.error();
    const auto needAttention = desk.file().letters().attentionCount();
    if (!needAttention)
        return needAttention.error();
    const auto posts = desk.file().posts().undecidedCount();
    if (!posts)
        return posts.error();
    return Places{std::move(*letters), *articles, *needAttention, *posts};
}

base::Result<QList<LetterItem>> letters(Desk &desk, const LetterQuery &query)
{
    const auto rows = desk.file().letters().rows(query);
    if (!rows)
        return rows.error();
    QList<LetterItem> items;
    items.reserve(rows->size());
    for (const desk::LetterRow &row : *rows)
        items.append({row, row.signature.isEmpty() ? privacy::deskName(row.correspondent) : row.signature});
    return items;
}

base::Result<qint64> letterCount(Desk &desk, const LetterQuery &query, qint64 most)
{
    return desk.file().letters().count(query, most);
}

base::Result<LetterView> letter(Desk &desk, const desk::LetterId &id)
{
    const auto found = desk.file().letters().letter(id);
    if (!found)
        return found.error();
    const auto attachments = desk.file().letters().attachments(id);
    if (!attachments)
        return attachments.error();
    const auto article = desk.file().articles().answering(id);
    if (!article)
        return article.error();
    return LetterView{*found, privacy::deskName(found->correspondent), *attachments,
                      article->value_or(desk::ArticleId())};
}

base::Result<desk::LetterId> letterNamed(Desk &desk, const QString &numberOrId)
{
    bool isNumber = false;
    const qint64 number = numberOrId.trimmed().toLongLong(&isNumber);
    const auto id = isNumber ? desk.file().letters().idOfNumber(number)
                             : base::Result<desk::LetterId>(desk::LetterId::fromString(numberOrId.trimmed()));
    if (!id && id.error().kind != base::Error::Kind::NotFound)
        return id.error();
    const bool exists = id && !id->isNull() && (isNumber || desk.file().letters().letter(*id).has_value());
    if (!exists)
        return base::Error{
            base::Error::Kind::NotFound,
            Words::tr("There is no letter “%1” on this desk. Name it by its number or its id.").arg(numberOrId)};
    return *id;
}

base::Result<Writer> writer(Desk &desk, const desk::LetterId &id)
{
    const auto found = desk.file().letters().letter(id);
    if (!found)
        return found.error();
    const auto sealed = desk.file().correspondents().correspondent(found->correspondent);
    if (!sealed && sealed.error().kind == base::Error::Kind::NotFound)
        return base::Error{base::Error::Kind::NotFound,
                           Words::tr("Who wrote letter %1 is not kept on this desk.").arg(found->number)};
    if (!sealed)
        return sealed.error();
    const auto opened = desk.vault().open(*sealed);
    if (!opened)
        return opened.error();
    return Writer{opened->name, opened->address, opened->headers, opened->raw};
}

base::Result<QByteArray> attachmentContent(Desk &desk, const desk::AttachmentId &id)
{
    return desk.file().letters().attachmentContent(id);
}

base::Result<QString> attachmentText(Desk &desk, const desk::AttachmentId &id)
{
    const auto content = attachmentContent(desk, id);
    if (!content)
        return content.error();
    QStringList warnings;
    return intake::readBareText(*content, {}, warnings);
}

base::Result<Change> moveLetters(Desk &desk, const QList<desk::LetterId> &ids, desk::LetterStage stage,
                                 const QDate &heldUntil)
{
    const bool isHeld = stage == desk::LetterStage::Held;
    if (isHeld && (!heldUntil.isValid() || heldUntil <= desk.clock().now().date()))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("A letter is held until a day to come. Choose a later date.")};
    QList<Stand> before;
    QList<Stand> after;
    for (const desk::LetterId &id : ids) {
        const auto found = desk.file().letters().letter(id);
        if (!found)
            return found.error();
        before.append({id, found->stage, found->heldUntil});
        after.append({id, stage, isHeld ? heldUntil : QDate()});
    }
    if (const auto moved = setStands(desk, after); !moved)
        return moved.error();
    return Change{moveText(stage, static_cast<int>(ids.size())), [before](Desk &on) { return setStands(on, before); },
                  [after](Desk &on) {
                      return setStands(on, after);
                  }};
}

base::Result<Change> markUnread(Desk &desk, const QList<desk::LetterId> &ids, bool unread)
{
    QList<std::pair<desk::LetterId, bool>> before;
    QList<std::pair<desk::LetterId, bool>> after;
    for (const desk::LetterId &id : ids) {
        const auto found = desk.file().letters().letter(id);
        if (!found)
            return found.error();
        before.append({id, found->unread});
        after.append({id, unread});
    }
    if (const auto set = setUnread(desk, after); !set)
        return set.error();
    const int count = static_cast<int>(ids.size());
    return Change{unread ? Words::tr("Mark %n letter(s) unread", nullptr, count)
                         : Words::tr("Mark %n letter(s) read", nullptr, count),
                  [before](Desk &on) { return setUnread(on, before); },
                  [after](Desk &on) {
                      return setUnread(on, after);
                  }};
}

base::Result<Change> tagLetters(Desk &desk, const QList<desk::LetterId> &ids, const QStringList &add,
                                const QStringList &remove)
{
    storage::Transaction transaction(desk.file());
    LetterTags before;
    LetterTags after;
    for (const desk::LetterId &id : ids) {
        const auto found = desk.file().letters().letter(id);
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
    return Change{Words::tr("Tag %n letter(s)", nullptr, static_cast<int>(ids.size())),
                  [before](Desk &on) { return setTags(on, before); },
                  [after](Desk &on) {
                      return setTags(on, after);
                  }};
}

base::Result<qint64> saveLetter(Desk &desk, const LetterEdit &edit)
{
    storage::Transaction transaction(desk.file());
    auto letter = desk.file().letters().letter(edit.id);
    if (!letter)
        return letter.error();
    const QUuid owner(edit.id.toString());
    const QString stored = letter->edited;
    letter->version = edit.version;
    letter->subject = edit.subject;
    letter->edited = edit.edited;
    letter->signature = edit.signature;
    letter->place = edit.place;
    const auto version = desk.file().letters().save(*letter);
    const bool isContested = !version && version.error().kind == base::Error::Kind::Conflict;
    if (!version && !isContested)
        return version.error();
    const auto kept = isContested ? keepContested(desk, desk::TextKind::EditedLetter, owner, stored)
                                  : keepReplaced(desk, desk::TextKind::EditedLetter, owner, stored, edit.edited);
    if (!kept)
        return kept.error();
    if (!isContested)
        desk.noteChange(Area::Letters);
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return version;
}

} // namespace editorial
