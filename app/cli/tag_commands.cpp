#include "cli/tag_commands.h"

#include "cli/article_listing.h"
#include "cli/invocation.h"
#include "cli/text_source.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::tag_commands)
};

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

// What one action gets: the words behind it.
struct Task {
    editorial::Desk &desk;
    const Invocation &invocation;
    QStringList words;
};

using Outcome = base::Result<editorial::Change>;

base::Result<desk::TagId> tagId(editorial::Desk &desk, const QString &name)
{
    const auto tag = editorial::tagNamed(desk, name);
    if (!tag)
        return tag.error();
    return tag->id;
}

// The tag that the second word names; null where there is none.
base::Result<desk::TagId> parentOf(const Task &task)
{
    return task.words.size() < 2 ? base::Result<desk::TagId>(desk::TagId()) : tagId(task.desk, task.words[1]);
}

Outcome add(const Task &task)
{
    const auto parent = parentOf(task);
    if (!parent)
        return parent.error();
    return editorial::addTag(task.desk, task.words[0], *parent);
}

Outcome rename(const Task &task)
{
    const auto tag = tagId(task.desk, task.words[0]);
    if (!tag)
        return tag.error();
    return editorial::renameTag(task.desk, *tag, task.words[1]);
}

Outcome merge(const Task &task)
{
    const auto from = tagId(task.desk, task.words[0]);
    if (!from)
        return from.error();
    const auto into = tagId(task.desk, task.words[1]);
    if (!into)
        return into.error();
    if (*from == *into)
        return unusable(Words::tr("“%1” and “%2” are the same tag. Name two.").arg(task.words[0], task.words[1]));
    return editorial::mergeTags(task.desk, *from, *into);
}

Outcome move(const Task &task)
{
    const auto tag = tagId(task.desk, task.words[0]);
    if (!tag)
        return tag.error();
    const auto parent = parentOf(task);
    if (!parent)
        return parent.error();
    return editorial::moveTag(task.desk, *tag, *parent);
}

Outcome describe(const Task &task)
{
    const auto tag = editorial::tagNamed(task.desk, task.words[0]);
    if (!tag)
        return tag.error();
    QString description = task.words.value(1, tag->description);
    if (const auto file = task.invocation.given(QLatin1String("text"))) {
        const auto text = readText(*file);
        if (!text)
            return text.error();
        description = *text;
    }
    const bool hasSynonyms = task.invocation.has(QLatin1String("synonym"));
    return editorial::describeTag(task.desk, tag->id, description,
                                  hasSynonyms ? task.invocation.values(QLatin1String("synonym")) : tag->synonyms);
}

Outcome remove(const Task &task)
{
    const auto tag = tagId(task.desk, task.words[0]);
    if (!tag)
        return tag.error();
    return editorial::deleteTag(task.desk, *tag);
}

struct Action {
    QLatin1String name;
    qsizetype least; // words
    qsizetype most;
    Outcome (*run)(const Task &task);
};

constexpr std::array actions{
    Action{QLatin1String("add"), 1, 2, add},           Action{QLatin1String("rename"), 2, 2, rename},
    Action{QLatin1String("merge"), 2, 2, merge},       Action{QLatin1String("move"), 1, 2, move},
    Action{QLatin1String("describe"), 1, 2, describe}, Action{QLatin1String("delete"), 1, 1, remove},
};

base::Error unknownAction(const QString &name)
{
    QStringList known;
    for (const Action &action : actions)
        known.append(action.name);
    const QString meant = nearest(name, known);
    const QString hint = meant.isEmpty() ? Words::tr("The actions are: %1.").arg(known.join(QLatin1String(", ")))
                                         : Words::tr("The nearest one is “%1”.").arg(meant);
    return unusable(Words::tr("There is no action “%1” for tags. %2").arg(name, hint));
}

QJsonObject allTags(const editorial::TagTree &tree)
{
    QJsonArray tags;
    for (const desk::Tag &tag : tree.tags)
        tags.append(toJson(tag, tree.counts.value(tag.id)));
    return {{QStringLiteral("tags"), tags}};
}

} // namespace

base::Result<Status> listTags(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto tree = editorial::tags(**desk);
    if (!tree)
        return tree.error();
    invocation.output().result(allTags(*tree), listed(*tree));
    return Status::Done;
}

base::Result<Status> changeTag(Invocation &invocation)
{
    const QString name = invocation.argument(1);
    const auto action = std::ranges::find(actions, name, &Action::name);
    if (action == actions.end())
        return unknownAction(name);
    const QStringList words = invocation.argumentsFrom(2);
    if (words.size() < action->least || words.size() > action->most)
        return unusable(Words::tr("“tag DESK %1” needs other words. “postbag-cli tag --help” lists them.").arg(name));
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto change = action->run({**desk, invocation, words});
    if (!change)
        return change.error();
    const auto tree = editorial::tags(**desk);
    if (!tree)
        return tree.error();
    QJsonObject json = allTags(*tree);
    json.insert(QStringLiteral("change"), change->text);
    invocation.output().result(json, change->text);
    return Status::Done;
}

} // namespace cli
