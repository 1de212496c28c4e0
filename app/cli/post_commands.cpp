#include "cli/post_commands.h"

#include "cli/invocation.h"
#include "cli/post_listing.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::post_commands)
};

using Part = desk::ColumnLabel::Part;

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

base::Result<editorial::PostAddresses> addressesGiven(const Invocation &invocation)
{
    const QString given = invocation.value(QLatin1String("addresses"));
    if (given.isEmpty() || given == QLatin1String("keep"))
        return editorial::PostAddresses::Keep;
    if (given == QLatin1String("redirect"))
        return editorial::PostAddresses::Redirect;
    return unusable(Words::tr("--addresses knows no “%1”. Choose one of: keep, redirect.").arg(given));
}

base::Result<editorial::PostImportRequest> requestGiven(const Invocation &invocation)
{
    const auto addresses = addressesGiven(invocation);
    if (!addresses)
        return addresses.error();
    editorial::PostImportRequest request;
    request.wish.files = invocation.argumentsFrom(1);
    request.wish.uploads = invocation.value(QLatin1String("uploads"));
    request.wish.addresses = *addresses;
    if (invocation.has(QLatin1String("type")))
        request.wish.types = invocation.values(QLatin1String("type"));
    for (const auto &[part, option] :
         {std::pair(Part::Letter, QLatin1String("letter-label")), {Part::Answer, QLatin1String("answer-label")}}) {
        for (const QString &label : invocation.values(option)) {
            const QString phrase = desk::foldedLabel(label);
            if (phrase.isEmpty())
                return unusable(
                    Words::tr("--%1 “%2” has no word in it. Give it as it stands in the posts.").arg(option, label));
            request.labels.append({part, phrase});
        }
    }
    return request;
}

// What the survey found becomes part of the request, where the person said so.
base::Result<void> confirm(editorial::Desk &desk, Invocation &invocation, editorial::PostImportRequest &request)
{
    const bool takesLabels = invocation.has(QLatin1String("proposed-labels"));
    const bool takesParts = invocation.has(QLatin1String("common-parts"));
    if (!takesLabels && !takesParts)
        return {};
    const auto survey = editorial::surveyPosts(desk, request, invocation.progress());
    if (!survey)
        return invocation.unreachable(survey.error());
    if (takesLabels) {
        for (const auto &proposal : survey->labels)
            request.labels.append(proposal.label);
    }
    if (takesParts && !survey->hasIntroduction)
        request.common.introduction = survey->common.introduction;
    if (takesParts && !survey->hasCallToAction)
        request.common.callToAction = survey->common.callToAction;
    return {};
}

base::Result<Status> listUndecided(editorial::Desk &desk, const Invocation &invocation)
{
    const auto posts = editorial::undecidedPosts(desk);
    if (!posts)
        return posts.error();
    invocation.output().result(toJson(*posts), listed(*posts));
    return Status::Done;
}

// "--letter 3" or "--letter 3:14": line and column from 1, in characters.
base::Result<qsizetype> offsetAt(const QString &text, const QString &place)
{
    const QStringList parts = place.split(QLatin1Char(':'));
    bool isLine = false;
    bool isColumn = true;
    const int line = parts.value(0).toInt(&isLine);
    const int column = parts.size() > 1 ? parts.at(1).toInt(&isColumn) : 1;
    qsizetype at = 0;
    for (int number = 1; isLine && number < line && at >= 0; ++number)
        at = text.indexOf(QLatin1Char('\n'), at) + 1 > 0 ? text.indexOf(QLatin1Char('\n'), at) + 1 : -1;
    const qsizetype end = at < 0 ? -1 : text.indexOf(QLatin1Char('\n'), at);
    const qsizetype length = (end < 0 ? text.size() : end) - at;
    if (!isLine || !isColumn || parts.size() > 2 || line < 1 || column < 1 || at < 0 || column > length + 1)
        return unusable(
            Words::tr("There is no place “%1” in the text. Give a line, or a line and a column, as 3:14.").arg(place));
    return at + column - 1;
}

base::Result<QList<editorial::PostMark>> marksGiven(const Invocation &invocation, const QString &text)
{
    QList<editorial::PostMark> marks;
    for (const auto &[part, option] :
         {std::pair(Part::Letter, QLatin1String("letter")), {Part::Answer, QLatin1String("answer")}}) {
        for (const QString &place : invocation.values(option)) {
            const auto offset = offsetAt(text, place);
            if (!offset)
                return offset.error();
            marks.append({part, *offset});
        }
    }
    std::ranges::sort(marks, {}, &editorial::PostMark::offset);
    return marks;
}

// What one action gets: the word behind it.
struct Task {
    editorial::Desk &desk;
    const Invocation &invocation;
    QString word;
};

using Outcome = base::Result<QString>; // for people: what was done

Outcome show(const Task &task)
{
    const auto post = editorial::undecidedPost(task.desk, task.word);
    if (!post)
        return post.error();
    return post->text;
}

Outcome part(const Task &task)
{
    const auto post = editorial::undecidedPost(task.desk, task.word);
    if (!post)
        return post.error();
    const auto marks = marksGiven(task.invocation, post->text);
    if (!marks)
        return marks.error();
    QList<desk::ColumnLabel> labels;
    for (const editorial::PostMark &mark : *marks) {
        const QString phrase = editorial::labelBefore(post->text, mark);
        if (task.invocation.has(QLatin1String("teach")) && !phrase.isEmpty())
            labels.append({mark.part, phrase});
    }
    const auto article = editorial::partPost(task.desk, task.word, *marks, labels);
    if (!article)
        return article.error();
    return Words::tr("The post “%1” is article %2 now.").arg(post->title, article->toString());
}

Outcome drop(const Task &task)
{
    const auto dropped = editorial::dropPost(task.desk, task.word);
    if (!dropped)
        return dropped.error();
    return dropped->text;
}

Outcome keep(const Task &task)
{
    if (const auto kept = editorial::keepArticle(task.desk, task.word); !kept)
        return kept.error();
    return Words::tr("The article stays as it is.");
}

Outcome take(const Task &task)
{
    if (const auto taken = editorial::takePost(task.desk, task.word); !taken)
        return taken.error();
    return Words::tr("The article has the archive's text. What it had before is kept as a revision.");
}

Outcome takeBack(const Task &task)
{
    const auto back = editorial::takeBackPosts(task.desk, desk::PostBatchId::fromString(task.word));
    if (!back && back.error().kind == base::Error::Kind::NotFound)
        return unusable(Words::tr("There is no import “%1”. “posts DESK batches” lists them.").arg(task.word));
    if (!back)
        return back.error();
    QString text = Words::tr("%n article(s) taken back.", nullptr, static_cast<int>(back->removed));
    if (back->kept > 0)
        text += QLatin1Char(' ') +
                Words::tr("%n were edited here and are withdrawn instead.", nullptr, static_cast<int>(back->kept));
    return text;
}

struct Action {
    QLatin1String name;
    Outcome (*run)(const Task &task);
};

constexpr std::array actions{
    Action{QLatin1String("show"), show}, Action{QLatin1String("part"), part},
    Action{QLatin1String("drop"), drop}, Action{QLatin1String("keep"), keep},
    Action{QLatin1String("take"), take}, Action{QLatin1String("take-back"), takeBack},
};

base::Error unknownAction(const QString &name)
{
    QStringList known{QStringLiteral("list"), QStringLiteral("batches")};
    for (const Action &action : actions)
        known.append(action.name);
    return unusable(Words::tr("There is no action “%1” for posts. The actions are: %2.")
                        .arg(name, known.join(QLatin1String(", "))));
}

} // namespace

base::Result<Status> importPosts(Invocation &invocation)
{
    auto request = requestGiven(invocation);
    if (!request)
        return request.error();
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    if (const auto confirmed = confirm(**desk, invocation, *request); !confirmed)
        return confirmed.error();
    if (invocation.has(QLatin1String("dry-run"))) {
        const auto survey = editorial::surveyPosts(**desk, *request, invocation.progress());
        if (!survey)
            return invocation.unreachable(survey.error());
        invocation.output().result(toJson(*survey), shown(*survey));
        return survey->leftOut.isEmpty() ? Status::Done : Status::SomeRefused;
    }
    const auto report = editorial::importPosts(**desk, *request, invocation.progress());
    if (!report)
        return invocation.unreachable(report.error());
    invocation.output().result(toJson(*report), shown(*report));
    return report->leftOut.isEmpty() && !report->cancelled ? Status::Done : Status::SomeRefused;
}

base::Result<Status> changePosts(Invocation &invocation)
{
    const QString name = invocation.argumentCount() > 1 ? invocation.argument(1) : QStringLiteral("list");
    const auto action = std::ranges::find(actions, name, &Action::name);
    const bool isList = name == QLatin1String("list") || name == QLatin1String("batches");
    if (action == actions.end() && !isList)
        return unknownAction(name);
    if (isList != (invocation.argumentCount() < 3))
        return unusable(
            Words::tr("“posts DESK %1” needs other words. “postbag-cli posts --help” lists them.").arg(name));
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    if (name == QLatin1String("list"))
        return listUndecided(**desk, invocation);
    if (name == QLatin1String("batches")) {
        const auto batches = editorial::postBatches(**desk);
        if (!batches)
            return batches.error();
        invocation.output().result(toJson(*batches), listed(*batches));
        return Status::Done;
    }
    const auto done = action->run({**desk, invocation, invocation.argument(2)});
    if (!done)
        return done.error();
    invocation.output().result({{QStringLiteral("change"), *done}}, *done);
    return Status::Done;
}

} // namespace cli
