#include "editorial/tags.h"

#include "desk/paths.h"
#include "storage/desk_file.h"
#include "storage/tag_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::tags)
};

base::Error noSuchTag(const QString &name)
{
    return base::Error{base::Error::Kind::NotFound, Words::tr("There is no tag “%1” on this desk.").arg(name)};
}

const desk::Tag *findById(const QList<desk::Tag> &tags, const desk::TagId &id)
{
    const auto found = std::ranges::find(tags, id, &desk::Tag::id);
    return found == tags.end() ? nullptr : &*found;
}

const desk::Tag *findByName(const QList<desk::Tag> &tags, const QString &name)
{
    const QString wanted = name.simplified();
    for (const desk::Tag &tag : tags) {
        if (tag.name.compare(wanted, Qt::CaseInsensitive) == 0)
            return &tag;
    }
    for (const desk::Tag &tag : tags) {
        if (tag.synonyms.contains(wanted, Qt::CaseInsensitive) || tag.slug == wanted || tag.id.toString() == wanted)
            return &tag;
    }
    return nullptr;
}

// The tag as it stands now, with its row version.
base::Result<desk::Tag> current(Desk &desk, const desk::TagId &id)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *tag = findById(*all, id);
    if (!tag)
        return noSuchTag(id.toString());
    return *tag;
}

base::Result<QString> acceptName(const QList<desk::Tag> &tags, const QString &name, const desk::TagId &own)
{
    const QString simple = name.simplified();
    if (simple.isEmpty() || simple.contains(QLatin1Char(',')) || simple.contains(QLatin1Char(';')))
        return base::Error{
            base::Error::Kind::Unusable,
            Words::tr("“%1” is no name for a tag. It needs a word, and no comma or semicolon.").arg(name)};
    const desk::Tag *taken = findByName(tags, simple);
    if (taken && taken->id != own)
        return base::Error{
            base::Error::Kind::Unusable,
            Words::tr("There is a tag “%1” already. Choose another name, or merge the two.").arg(taken->name)};
    return simple;
}

QString freeTagSlug(const QList<desk::Tag> &tags, const QString &name, const desk::TagId &own)
{
    return desk::freeSlug(desk::slugFor(name), [&](const QString &slug) {
        return std::ranges::any_of(tags, [&](const desk::Tag &tag) { return tag.slug == slug && tag.id != own; });
    });
}

// Writes the tag over the row of its id, whatever version that has: for undo and redo.
base::Result<void> put(Desk &desk, desk::Tag tag)
{
    const auto now = current(desk, tag.id);
    if (!now)
        return now.error();
    tag.version = now->version;
    if (const auto saved = desk.file().tags().save(tag); !saved)
        return saved.error();
    desk.noteChange(Area::Tags | Area::Articles | Area::Letters);
    return {};
}

base::Result<Change> replaceTag(Desk &desk, const desk::Tag &before, const desk::Tag &after, const QString &text)
{
    if (const auto done = put(desk, after); !done)
        return done.error();
    return Change{text, [before](Desk &on) { return put(on, before); },
                  [after](Desk &on) {
                      return put(on, after);
                  }};
}

base::Result<void> removeTag(Desk &desk, const desk::TagId &id)
{
    if (const auto removed = desk.file().tags().remove(id); !removed)
        return removed.error();
    desk.noteChange(Area::Tags | Area::Articles | Area::Letters);
    return {};
}

// A tag with all that hung on it, so that it can come back whole.
struct Whole {
    desk::Tag tag;
    storage::Tagged tagged;
    QList<desk::Tag> children;
};

base::Result<Whole> wholeTag(Desk &desk, const desk::TagId &id)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *tag = findById(*all, id);
    if (!tag)
        return noSuchTag(id.toString());
    const auto tagged = desk.file().tags().tagged(id);
    if (!tagged)
        return tagged.error();
    Whole whole{*tag, *tagged, {}};
    std::ranges::copy_if(*all, std::back_inserter(whole.children),
                         [&](const desk::Tag &child) { return child.parent == id; });
    return whole;
}

base::Result<void> bringBack(Desk &desk, const Whole &whole)
{
    if (const auto added = desk.file().tags().add(whole.tag); !added)
        return added.error();
    if (const auto attached = desk.file().tags().attach(whole.tag.id, whole.tagged); !attached)
        return attached.error();
    for (const desk::Tag &child : whole.children) {
        if (const auto done = put(desk, child); !done)
            return done.error();
    }
    desk.noteChange(Area::Tags | Area::Articles | Area::Letters);
    return {};
}

template <typename T>
QList<T> without(const QList<T> &list, const QList<T> &others)
{
    const QSet<T> left(others.begin(), others.end());
    QList<T> rest;
    std::ranges::copy_if(list, std::back_inserter(rest), [&](const T &item) { return !left.contains(item); });
    return rest;
}

base::Result<void> merge(Desk &desk, const Whole &from, const desk::Tag &into)
{
    storage::Transaction transaction(desk.file());
    if (const auto attached = desk.file().tags().attach(into.id, from.tagged); !attached)
        return attached.error();
    for (desk::Tag child : from.children) {
        child.parent = into.id;
        if (const auto done = put(desk, child); !done)
            return done.error();
    }
    if (const auto removed = removeTag(desk, from.tag.id); !removed)
        return removed.error();
    desk::Tag richer = into;
    richer.synonyms.append(from.tag.name);
    richer.synonyms.append(from.tag.synonyms);
    if (const auto done = put(desk, richer); !done)
        return done.error();
    return transaction.commit();
}

base::Result<void> unmerge(Desk &desk, const Whole &from, const desk::Tag &into, const storage::Tagged &onlyFrom)
{
    storage::Transaction transaction(desk.file());
    if (const auto done = put(desk, into); !done)
        return done.error();
    if (const auto detached = desk.file().tags().detach(into.id, onlyFrom); !detached)
        return detached.error();
    if (const auto back = bringBack(desk, from); !back)
        return back.error();
    return transaction.commit();
}

} // namespace

base::Result<TagTree> tags(Desk &desk)
{
    auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    auto counts = desk.file().tags().counts();
    if (!counts)
        return counts.error();
    return TagTree{std::move(*all), std::move(*counts)};
}

base::Result<desk::Tag> tagNamed(Desk &desk, const QString &name)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *tag = findByName(*all, name);
    if (!tag)
        return noSuchTag(name);
    return *tag;
}

base::Result<QList<desk::TagId>> tagsNamed(Desk &desk, const QStringList &names)
{
    QList<desk::TagId> ids;
    storage::Transaction transaction(desk.file());
    auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    for (const QString &name : names) {
        if (const desk::Tag *known = findByName(*all, name)) {
            ids.append(known->id);
            continue;
        }
        const auto accepted = acceptName(*all, name, {});
        if (!accepted)
            return accepted.error();
        desk::Tag tag{desk::TagId::create(), *accepted, freeTagSlug(*all, *accepted, {}), {}, {}, {}};
        const auto added = desk.file().tags().add(tag);
        if (!added)
            return added.error();
        all->append(*added);
        ids.append(added->id);
        desk.noteChange(Area::Tags);
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return ids;
}

base::Result<QList<desk::TagId>> retagged(Desk &desk, const QList<desk::TagId> &before, const QStringList &add,
                                          const QStringList &remove)
{
    const auto added = tagsNamed(desk, add);
    if (!added)
        return added.error();
    QList<desk::TagId> after = before;
    for (const QString &name : remove) {
        const auto tag = tagNamed(desk, name);
        if (!tag)
            return tag.error();
        after.removeAll(tag->id);
    }
    for (const desk::TagId &id : *added) {
        if (!after.contains(id))
            after.append(id);
    }
    return after;
}

base::Result<Change> addTag(Desk &desk, const QString &name, const desk::TagId &parent)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const auto accepted = acceptName(*all, name, {});
    if (!accepted)
        return accepted.error();
    const desk::Tag tag{desk::TagId::create(), *accepted, freeTagSlug(*all, *accepted, {}), parent, {}, {}};
    if (!desk::canHangBelow(*all, tag.id, parent))
        return base::Error{base::Error::Kind::Unusable, Words::tr("Tags go three levels deep. Choose a higher tag.")};
    const auto add = [tag](Desk &on) -> base::Result<void> {
        if (const auto added = on.file().tags().add(tag); !added)
            return added.error();
        on.noteChange(Area::Tags);
        return {};
    };
    if (const auto added = add(desk); !added)
        return added.error();
    return Change{Words::tr("Add the tag “%1”").arg(tag.name), [id = tag.id](Desk &on) { return removeTag(on, id); },
                  add};
}

base::Result<Change> renameTag(Desk &desk, const desk::TagId &tag, const QString &name)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *before = findById(*all, tag);
    if (!before)
        return noSuchTag(tag.toString());
    const auto accepted = acceptName(*all, name, tag);
    if (!accepted)
        return accepted.error();
    desk::Tag after = *before;
    after.name = *accepted;
    after.slug = freeTagSlug(*all, *accepted, tag);
    after.synonyms.removeAll(*accepted);
    return replaceTag(desk, *before, after, Words::tr("Rename the tag “%1”").arg(before->name));
}

base::Result<Change> mergeTags(Desk &desk, const desk::TagId &from, const desk::TagId &into)
{
    if (from == into)
        return base::Error{base::Error::Kind::Unusable, Words::tr("A tag cannot be merged with itself.")};
    const auto whole = wholeTag(desk, from);
    if (!whole)
        return whole.error();
    const auto target = wholeTag(desk, into);
    if (!target)
        return target.error();
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    for (const desk::Tag &child : whole->children) {
        if (!desk::canHangBelow(*all, child.id, into))
            return base::Error{
                base::Error::Kind::Unusable,
                Words::tr("“%1” and what lies below it do not fit below “%2”. Move “%3” elsewhere first.")
                    .arg(whole->tag.name, target->tag.name, child.name)};
    }
    const storage::Tagged onlyFrom{without(whole->tagged.letters, target->tagged.letters),
                                   without(whole->tagged.articles, target->tagged.articles)};
    if (const auto merged = merge(desk, *whole, target->tag); !merged)
        return merged.error();
    return Change{Words::tr("Merge “%1” into “%2”").arg(whole->tag.name, target->tag.name),
                  [from = *whole, into = target->tag, onlyFrom](Desk &on) { return unmerge(on, from, into, onlyFrom); },
                  [from = *whole, into = target->tag](Desk &on) {
                      return merge(on, from, into);
                  }};
}

base::Result<Change> moveTag(Desk &desk, const desk::TagId &tag, const desk::TagId &parent)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *before = findById(*all, tag);
    if (!before)
        return noSuchTag(tag.toString());
    if (!desk::canHangBelow(*all, tag, parent))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” cannot go there: it would lie below itself or deeper than three levels.")
                               .arg(before->name)};
    desk::Tag after = *before;
    after.parent = parent;
    return replaceTag(desk, *before, after, Words::tr("Move the tag “%1”").arg(before->name));
}

base::Result<Change> describeTag(Desk &desk, const desk::TagId &tag, const QString &description,
                                 const QStringList &synonyms)
{
    const auto all = desk.file().tags().tags();
    if (!all)
        return all.error();
    const desk::Tag *before = findById(*all, tag);
    if (!before)
        return noSuchTag(tag.toString());
    desk::Tag after = *before;
    after.description = description.trimmed();
    after.synonyms.clear();
    for (const QString &synonym : synonyms) {
        const auto accepted = acceptName(*all, synonym, tag);
        if (!accepted)
            return accepted.error();
        if (accepted->compare(before->name, Qt::CaseInsensitive) != 0)
            after.synonyms.append(*accepted);
    }
    return replaceTag(desk, *before, after, Words::tr("Describe the tag “%1”").arg(before->name));
}

base::Result<Change> deleteTag(Desk &desk, const desk::TagId &tag)
{
    const auto whole = wholeTag(desk, tag);
    if (!whole)
        return whole.error();
    if (const auto removed = removeTag(desk, tag); !removed)
        return removed.error();
    return Change{Words::tr("Delete the tag “%1”").arg(whole->tag.name),
                  [whole = *whole](Desk &on) -> base::Result<void> {
                      storage::Transaction transaction(on.file());
                      if (const auto back = bringBack(on, whole); !back)
                          return back.error();
                      return transaction.commit();
                  },
                  [tag](Desk &on) {
                      return removeTag(on, tag);
                  }};
}

} // namespace editorial
