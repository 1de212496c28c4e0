#include "cli/letter_commands.h"

#include "cli/invocation.h"
#include "cli/letter_listing.h"
#include "cli/post_commands.h"
#include "cli/sheet_maps.h"
#include "cli/text_source.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::letter_commands)
};

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

// The value of `option` among the names of `rows`; nothing where the option was not given.
template <typename Value, std::size_t count>
base::Result<std::optional<Value>> choice(const Invocation &invocation, QLatin1String option,
                                          const std::array<std::pair<QLatin1String, Value>, count> &rows)
{
    const auto given = invocation.given(option);
    if (!given)
        return std::optional<Value>();
    QStringList names;
    for (const auto &[name, value] : rows) {
        if (*given == name)
            return std::optional<Value>(value);
        names.append(name);
    }
    return unusable(
        Words::tr("--%1 knows no “%2”. Choose one of: %3.").arg(option, *given, names.join(QLatin1String(", "))));
}

base::Result<std::optional<desk::LetterStage>> stageGiven(const Invocation &invocation)
{
    const auto given = invocation.given(QLatin1String("stage"));
    if (!given)
        return std::optional<desk::LetterStage>();
    if (const auto stage = desk::letterStageNamed(*given))
        return stage;
    QStringList names;
    for (const desk::LetterStage stage : desk::letterStages())
        names.append(desk::name(stage));
    return unusable(
        Words::tr("A letter has no stage “%1”. Choose one of: %2.").arg(*given, names.join(QLatin1String(", "))));
}

base::Result<editorial::LetterQuery> queryGiven(const Invocation &invocation)
{
    using Order = editorial::LetterOrder;
    static const std::array<std::pair<QLatin1String, Order>, 4> orders{{{QLatin1String("newest"), Order::Newest},
                                                                        {QLatin1String("oldest"), Order::Oldest},
                                                                        {QLatin1String("longest"), Order::Longest},
                                                                        {QLatin1String("shortest"), Order::Shortest}}};
    editorial::LetterQuery query;
    query.search = invocation.value(QLatin1String("search"));
    const auto stage = stageGiven(invocation);
    if (!stage)
        return stage.error();
    query.stage = *stage;
    query.needsAttention = invocation.has(QLatin1String("needs-attention"));
    const auto order = choice(invocation, QLatin1String("order"), orders);
    if (!order)
        return order.error();
    query.order = order->value_or(Order::Newest);
    const auto limit = invocation.number(QLatin1String("limit"), query.limit);
    const auto offset = invocation.number(QLatin1String("offset"), 0);
    if (!limit || !offset)
        return limit ? offset.error() : limit.error();
    query.limit = *limit;
    query.offset = *offset;
    return query;
}

using Decision = desk::Forwarding::Decision;

// What `edit` was told to change.
struct Changes {
    std::optional<QString> text;
    std::optional<desk::LetterStage> stage;
    QDate until;
    std::optional<Decision> forwarding;
    bool isSeenTo = false;
    bool isUnfolded = false;
};

base::Result<std::optional<Decision>> forwardingGiven(const Invocation &invocation)
{
    static const std::array<std::pair<QLatin1String, Decision>, 2> decisions{
        {{QLatin1String("taken"), Decision::Taken}, {QLatin1String("kept"), Decision::Kept}}};
    return choice(invocation, QLatin1String("forwarding"), decisions);
}

base::Result<Changes> changesGiven(const Invocation &invocation)
{
    Changes changes;
    const auto stage = stageGiven(invocation);
    if (!stage)
        return stage.error();
    changes.stage = *stage;
    const auto forwarding = forwardingGiven(invocation);
    if (!forwarding)
        return forwarding.error();
    changes.forwarding = *forwarding;
    changes.isSeenTo = invocation.has(QLatin1String("seen-to"));
    changes.isUnfolded = invocation.has(QLatin1String("unfold"));
    if (changes.isUnfolded && invocation.has(QLatin1String("text")))
        return unusable(Words::tr("--unfold and --text both change the text. Give one of them."));
    const auto until = invocation.given(QLatin1String("until"));
    if (until.has_value() != (changes.stage == desk::LetterStage::Held))
        return unusable(Words::tr("--stage held and --until DAY belong together. Give both or neither."));
    if (until) {
        changes.until = QDate::fromString(*until, Qt::ISODate);
        if (!changes.until.isValid())
            return unusable(Words::tr("“%1” is no day. Write it as 2026-11-22.").arg(*until));
    }
    if (const auto file = invocation.given(QLatin1String("text"))) {
        const auto text = readText(*file);
        if (!text)
            return text.error();
        changes.text = *text;
    }
    return changes;
}

base::Result<void> saveTexts(editorial::Desk &desk, const desk::LetterId &id, const Changes &changes,
                             const Invocation &invocation)
{
    const auto view = editorial::letter(desk, id);
    if (!view)
        return view.error();
    const desk::Letter &letter = view->letter;
    const editorial::LetterEdit edit{id,
                                     letter.version,
                                     invocation.given(QLatin1String("subject")).value_or(letter.subject),
                                     changes.text.value_or(letter.edited),
                                     invocation.given(QLatin1String("signature")).value_or(letter.signature),
                                     invocation.given(QLatin1String("place")).value_or(letter.place)};
    if (edit.subject == letter.subject && edit.edited == letter.edited && edit.signature == letter.signature &&
        edit.place == letter.place)
        return {};
    if (const auto saved = editorial::saveLetter(desk, edit); !saved)
        return saved.error();
    return {};
}

// What the intake left open.
base::Result<void> decide(editorial::Desk &desk, const desk::LetterId &id, const Changes &changes)
{
    if (changes.isSeenTo) {
        if (const auto seen = editorial::seeTo(desk, {id}); !seen)
            return seen.error();
    }
    if (changes.forwarding) {
        const auto decided = *changes.forwarding == Decision::Taken ? editorial::takeForwarding(desk, id)
                                                                    : editorial::keepForwarding(desk, id);
        if (!decided)
            return decided.error();
    }
    if (!changes.isUnfolded)
        return {};
    const auto unfolded = editorial::bringBackFolded(desk, id);
    return unfolded ? base::Result<void>() : unfolded.error();
}

base::Result<void> apply(editorial::Desk &desk, const desk::LetterId &id, const Changes &changes,
                         const Invocation &invocation)
{
    if (const auto decided = decide(desk, id, changes); !decided)
        return decided;
    if (changes.stage) {
        if (const auto moved = editorial::moveLetters(desk, {id}, *changes.stage, changes.until); !moved)
            return moved.error();
    }
    const QStringList add = invocation.values(QLatin1String("tag"));
    const QStringList remove = invocation.values(QLatin1String("untag"));
    if (!add.isEmpty() || !remove.isEmpty()) {
        if (const auto tagged = editorial::tagLetters(desk, {id}, add, remove); !tagged)
            return tagged.error();
    }
    return saveTexts(desk, id, changes, invocation);
}

// Shows the letter as the result of the command.
base::Result<Status> show(editorial::Desk &desk, const desk::LetterId &id, const Invocation &invocation,
                          bool isRevealed)
{
    const auto view = editorial::letter(desk, id);
    if (!view)
        return view.error();
    const auto tags = tagNames(desk);
    if (!tags)
        return tags.error();
    const auto arrival = editorial::arrival(desk, id);
    if (!arrival)
        return arrival.error();
    QJsonObject json = toJson(*view, *tags);
    const auto related = editorial::related(desk, id);
    if (!related)
        return related.error();
    for (const QJsonObject &besides : {toJson(*arrival), toJson(*related)}) {
        for (auto each = besides.begin(); each != besides.end(); ++each)
            json.insert(each.key(), each.value());
    }
    QString text = QString(shown(*view, *arrival, *tags) + shown(*related));
    if (isRevealed) {
        const auto writer = editorial::writer(desk, id);
        if (!writer)
            return writer.error();
        json.insert(QStringLiteral("correspondent"), toJson(*writer));
        text += shown(*writer);
    }
    invocation.output().result(json, text);
    return Status::Done;
}

// The message of the letter as it came.
base::Result<Status> showRaw(editorial::Desk &desk, const desk::LetterId &id, const Invocation &invocation)
{
    const auto raw = editorial::rawMessage(desk, id);
    if (!raw)
        return raw.error();
    if (raw->isEmpty())
        return base::Error{base::Error::Kind::NotFound,
                           Words::tr("There is no message of this letter: it was typed at the desk.")};
    invocation.output().foreign({{QStringLiteral("raw"), QString::fromLatin1(raw->toBase64())}}, *raw);
    return Status::Done;
}

} // namespace

base::Result<Status> importSources(Invocation &invocation)
{
    using Form = editorial::SourceForm;
    static const std::array<std::pair<QLatin1String, Form>, 6> forms{{{QLatin1String("message"), Form::Message},
                                                                      {QLatin1String("mailbox"), Form::Mailbox},
                                                                      {QLatin1String("maildir"), Form::Maildir},
                                                                      {QLatin1String("csv"), Form::Sheet},
                                                                      {QLatin1String("text"), Form::Text},
                                                                      {QLatin1String("wordpress"), Form::WordPress}}};
    const auto form = choice(invocation, QLatin1String("as"), forms);
    if (!form)
        return form.error();
    const QStringList archives = editorial::archivesAmong(invocation.argumentsFrom(1));
    if (*form == Form::WordPress ||
        (!*form && !archives.isEmpty() && archives.size() == invocation.argumentCount() - 1))
        return importPosts(invocation);
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto map = mapGiven(invocation, **desk);
    if (!map)
        return map.error();
    const bool isDryRun = invocation.has(QLatin1String("dry-run"));
    const auto report =
        editorial::importLetters(**desk, {invocation.argumentsFrom(1), *form, isDryRun, *map}, invocation.progress());
    if (!report)
        return invocation.unreachable(report.error());
    if (!isDryRun) {
        if (const auto kept = keepMap(invocation, **desk, *report, *map); !kept)
            return kept.error();
    }
    invocation.output().result(toJson(*report), shown(*report, isDryRun));
    return report->refused.isEmpty() && !report->cancelled ? Status::Done : Status::SomeRefused;
}

base::Result<Status> listLetters(Invocation &invocation)
{
    auto query = queryGiven(invocation);
    if (!query)
        return query.error();
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    if (const auto name = invocation.given(QLatin1String("tag"))) {
        const auto tag = editorial::tagNamed(**desk, *name);
        if (!tag)
            return tag.error();
        query->tag = tag->id;
    }
    const auto items = editorial::letters(**desk, *query);
    if (!items)
        return items.error();
    const auto total = editorial::letterCount(**desk, *query, std::numeric_limits<qint32>::max());
    if (!total)
        return total.error();
    const auto tags = tagNames(**desk);
    if (!tags)
        return tags.error();
    QJsonArray letters;
    for (const editorial::LetterItem &item : *items)
        letters.append(toJson(item, *tags));
    invocation.output().result({{QStringLiteral("letters"), letters}, {QStringLiteral("total"), *total}},
                               listed(*items, *total, *tags));
    return Status::Done;
}

base::Result<Status> showLetter(Invocation &invocation)
{
    const bool isRaw = invocation.has(QLatin1String("raw"));
    const bool isRevealed = invocation.has(QLatin1String("reveal"));
    if (isRaw && !isRevealed)
        return unusable(Words::tr("--raw shows who wrote. Give --reveal as well."));
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto id = editorial::letterNamed(**desk, invocation.argument(1));
    if (!id)
        return id.error();
    return isRaw ? showRaw(**desk, *id, invocation) : show(**desk, *id, invocation, isRevealed);
}

base::Result<Status> editLetter(Invocation &invocation)
{
    const auto changes = changesGiven(invocation);
    if (!changes)
        return changes.error();
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto id = editorial::letterNamed(**desk, invocation.argument(1));
    if (!id)
        return id.error();
    if (const auto applied = apply(**desk, *id, *changes, invocation); !applied)
        return applied.error();
    return show(**desk, *id, invocation, false);
}

} // namespace cli
