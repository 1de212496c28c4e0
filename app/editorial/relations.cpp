#include "editorial/relations.h"

#include "desk/letter.h"
#include "editorial/masthead.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"
#include "storage/relation_store.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::relations)
};

constexpr double roundingError = 1e-9;

// What a letter follows; null: none.
using Link = std::pair<desk::LetterId, desk::LetterId>;

base::Result<QTimeZone> zoneOf(Desk &desk)
{
    const auto stored = masthead(desk);
    if (!stored)
        return stored.error();
    return editorial::zoneOf(*stored);
}

RelatedLetter shown(const storage::RelatedRow &row, const QTimeZone &zone)
{
    const QDateTime moment = row.article.isNull() ? row.received : row.answered;
    return {row.letter,
            row.number,
            row.subject,
            row.article,
            row.title,
            row.slug,
            moment.toTimeZone(zone).date().year(),
            static_cast<int>(row.likeness * 100 + roundingError)};
}

QList<RelatedLetter> shown(const QList<storage::RelatedRow> &rows, const QTimeZone &zone)
{
    QList<RelatedLetter> letters;
    letters.reserve(rows.size());
    for (const storage::RelatedRow &row : rows)
        letters.append(shown(row, zone));
    return letters;
}

base::Result<void> setLinks(Desk &desk, const QList<Link> &links)
{
    storage::Transaction transaction(desk.file());
    for (const auto &[letter, earlier] : links) {
        if (const auto set = desk.file().relations().setFollows(letter, earlier); !set)
            return set;
    }
    desk.noteChange(Area::Letters);
    return transaction.commit();
}

Change changeOf(const QString &text, const QList<Link> &before, const QList<Link> &after)
{
    return {text, [before](Desk &on) { return setLinks(on, before); },
            [after](Desk &on) {
                return setLinks(on, after);
            }};
}

base::Error circle(qint64 letter, qint64 earlier)
{
    return {base::Error::Kind::Unusable,
            letter == earlier ? Words::tr("Letter %1 cannot follow itself. Choose an earlier letter.").arg(letter)
                              : Words::tr("Letter %1 follows letter %2 already. Choose a letter that came before.")
                                    .arg(earlier)
                                    .arg(letter)};
}

} // namespace

base::Result<Related> related(Desk &desk, const desk::LetterId &id)
{
    const storage::Reading reading(desk.file());
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto zone = zoneOf(desk);
    if (!zone)
        return zone.error();
    storage::RelationStore &relations = desk.file().relations();
    const auto earlier = relations.earlier(id);
    if (!earlier)
        return earlier.error();
    const auto sequels = relations.sequels(id);
    if (!sequels)
        return sequels.error();
    const auto alike = relations.alike(letter->edited, id);
    if (!alike)
        return alike.error();
    Related related{{}, shown(*sequels, *zone), shown(*alike, *zone)};
    if (*earlier)
        related.earlier = shown(**earlier, *zone);
    return related;
}

base::Result<QList<RelatedLetter>> alike(Desk &desk, const QString &text)
{
    const auto zone = zoneOf(desk);
    if (!zone)
        return zone.error();
    const auto rows = desk.file().relations().alike(text, {});
    if (!rows)
        return rows.error();
    return shown(*rows, *zone);
}

base::Result<Change> followLetter(Desk &desk, const QList<desk::LetterId> &ids, const desk::LetterId &earlier)
{
    const auto goal = desk.file().letters().letter(earlier);
    if (!goal)
        return goal.error();
    QList<Link> before;
    QList<Link> after;
    for (const desk::LetterId &id : ids) {
        const auto letter = desk.file().letters().letter(id);
        if (!letter)
            return letter.error();
        const auto goesRound = desk.file().relations().leadsTo(earlier, id);
        if (!goesRound)
            return goesRound.error();
        if (*goesRound)
            return circle(letter->number, goal->number);
        before.append({id, letter->follows});
        after.append({id, earlier});
    }
    if (const auto set = setLinks(desk, after); !set)
        return set.error();
    const QString text = Words::tr("Let %n letter(s) follow letter %1", nullptr, static_cast<int>(ids.size()));
    return changeOf(text.arg(goal->number), before, after);
}

base::Result<Change> unfollowLetters(Desk &desk, const QList<desk::LetterId> &ids)
{
    QList<Link> before;
    QList<Link> after;
    for (const desk::LetterId &id : ids) {
        const auto letter = desk.file().letters().letter(id);
        if (!letter)
            return letter.error();
        if (letter->follows.isNull())
            continue;
        before.append({id, letter->follows});
        after.append({id, {}});
    }
    if (before.isEmpty())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("No letter that is chosen follows another. Choose one that does.")};
    if (const auto set = setLinks(desk, after); !set)
        return set.error();
    return changeOf(Words::tr("Part %n letter(s) from what they followed", nullptr, static_cast<int>(before.size())),
                    before, after);
}

} // namespace editorial
