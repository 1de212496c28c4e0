#include "cli/post_listing.h"

#include "base/text.h"
#include "cli/table.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::post_listing)
};

QJsonObject toJson(const QMap<QString, qint64> &counts)
{
    QJsonObject json;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        json.insert(count.key(), count.value());
    return json;
}

// `reason` as refusals have it elsewhere.
QJsonArray toJson(const QList<editorial::PostNote> &notes)
{
    QJsonArray json;
    for (const editorial::PostNote &note : notes) {
        QJsonObject object{{QStringLiteral("title"), note.title},
                           {QStringLiteral("item"), note.place},
                           {QStringLiteral("reason"), note.text}};
        if (!note.article.isNull())
            object.insert(QStringLiteral("article"), note.article.toString());
        json.append(object);
    }
    return json;
}

QString partName(desk::ColumnLabel::Part part)
{
    return part == desk::ColumnLabel::Part::Letter ? QStringLiteral("letter") : QStringLiteral("answer");
}

QJsonArray labels(const editorial::PostSurvey &survey)
{
    QJsonArray json;
    for (const auto &proposal : survey.labels)
        json.append(QJsonObject{{QStringLiteral("part"), partName(proposal.label.part)},
                                {QStringLiteral("label"), proposal.label.phrase},
                                {QStringLiteral("shown"), proposal.shown},
                                {QStringLiteral("count"), proposal.count},
                                {QStringLiteral("posts"), proposal.posts}});
    return json;
}

QString line(const editorial::PostNote &note, const QString &pattern)
{
    return QLatin1Char('\n') + pattern.arg(note.title, note.place, note.text);
}

QString counts(const QMap<QString, qint64> &counts)
{
    QStringList parts;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        parts.append(Words::tr("%1 %2").arg(count.key()).arg(count.value()));
    return parts.join(QLatin1String(", "));
}

int whole(qint64 count)
{
    return static_cast<int>(count);
}

// A line where there is something to tell.
QString told(qint64 count, const QString &sentence)
{
    return count > 0 ? QString(QLatin1Char('\n') + sentence) : QString();
}

QString notes(const QList<editorial::PostNote> &leftOut, const QList<editorial::PostNote> &doubts,
              const QList<editorial::PostNote> &others, const QStringList &warnings)
{
    QString text;
    for (const editorial::PostNote &note : leftOut)
        text += line(note, Words::tr("Left out: “%1” (%2): %3"));
    for (const editorial::PostNote &note : doubts)
        text += line(note, Words::tr("Doubtful: “%1” (%2): %3"));
    for (const editorial::PostNote &note : others)
        text += line(note, Words::tr("Note: “%1” (%2): %3"));
    for (const QString &warning : warnings)
        text += QLatin1Char('\n') + Words::tr("Warning: %1").arg(warning);
    return text;
}

} // namespace

QJsonObject toJson(const editorial::PostSurvey &survey)
{
    const QJsonObject common{{QStringLiteral("introduction"), survey.common.introduction},
                             {QStringLiteral("introductionPosts"), survey.common.introductionPosts},
                             {QStringLiteral("callToAction"), survey.common.callToAction},
                             {QStringLiteral("callToActionPosts"), survey.common.callPosts}};
    return {{QStringLiteral("site"), survey.site.link},
            {QStringLiteral("types"), toJson(survey.types)},
            {QStringLiteral("statuses"), toJson(survey.statuses)},
            {QStringLiteral("labels"), labels(survey)},
            {QStringLiteral("common"), common},
            {QStringLiteral("posts"), survey.posts},
            {QStringLiteral("parted"), survey.parted},
            {QStringLiteral("letters"), survey.letters},
            {QStringLiteral("waiting"), survey.waiting},
            {QStringLiteral("already"), survey.already},
            {QStringLiteral("changed"), survey.changed},
            {QStringLiteral("tags"), QJsonArray::fromStringList(survey.topics)},
            {QStringLiteral("newTags"), QJsonArray::fromStringList(survey.newTopics)},
            {QStringLiteral("authors"), QJsonArray::fromStringList(survey.authors)},
            {QStringLiteral("pictures"), survey.picturesFound},
            {QStringLiteral("picturesMissing"), survey.picturesMissing},
            {QStringLiteral("refused"), toJson(survey.leftOut)},
            {QStringLiteral("doubtful"), toJson(survey.doubts)},
            {QStringLiteral("notes"), toJson(survey.notes)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(survey.warnings)}};
}

QJsonObject toJson(const editorial::PostImportReport &report)
{
    return {{QStringLiteral("batch"), report.batch.isNull() ? QJsonValue() : QJsonValue(report.batch.toString())},
            {QStringLiteral("imported"), report.imported},
            {QStringLiteral("updated"), report.updated},
            {QStringLiteral("already"), report.already},
            {QStringLiteral("waiting"), report.waiting},
            {QStringLiteral("conflicts"), report.conflicts},
            {QStringLiteral("refused"), toJson(report.leftOut)},
            {QStringLiteral("doubtful"), toJson(report.doubts)},
            {QStringLiteral("notes"), toJson(report.notes)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(report.warnings)},
            {QStringLiteral("cancelled"), report.cancelled}};
}

QJsonObject toJson(const QList<editorial::UndecidedPost> &posts)
{
    QJsonArray json;
    for (const editorial::UndecidedPost &post : posts)
        json.append(QJsonObject{
            {QStringLiteral("post"), post.guid},
            {QStringLiteral("state"),
             post.state == editorial::PostState::Conflict ? QStringLiteral("conflict") : QStringLiteral("waiting")},
            {QStringLiteral("title"), post.title},
            {QStringLiteral("date"), post.date.isValid() ? QJsonValue(base::toIso(post.date)) : QJsonValue()},
            {QStringLiteral("article"), post.article.isNull() ? QJsonValue() : QJsonValue(post.article.toString())}});
    return {{QStringLiteral("posts"), json}};
}

QJsonObject toJson(const QList<desk::PostBatch> &batches)
{
    QJsonArray json;
    for (const desk::PostBatch &batch : batches)
        json.append(QJsonObject{{QStringLiteral("batch"), batch.id.toString()},
                                {QStringLiteral("source"), batch.source},
                                {QStringLiteral("site"), batch.site},
                                {QStringLiteral("imported"), base::toIso(batch.imported)},
                                {QStringLiteral("articles"), batch.articles},
                                {QStringLiteral("waiting"), batch.waiting}});
    return {{QStringLiteral("batches"), json}};
}

QString shown(const editorial::PostSurvey &survey)
{
    QString text = Words::tr("%n post(s) would be imported.", nullptr, whole(survey.posts));
    text += told(survey.parted, Words::tr("%n of them part into letters and answers.", nullptr, whole(survey.parted)));
    text += told(survey.doubtful,
                 Words::tr("%n of them are doubtful and would wait in review.", nullptr, whole(survey.doubtful)));
    text += told(survey.waiting, Words::tr("%n of them have no label and would wait for you to mark letter and answer.",
                                           nullptr, whole(survey.waiting)));
    text += told(survey.already, Words::tr("%n are on the desk already.", nullptr, whole(survey.already)));
    text +=
        told(survey.changed, Words::tr("%n have changed since they were imported.", nullptr, whole(survey.changed)));
    text += QLatin1Char('\n') +
            Words::tr("The archive holds: %1. Statuses: %2.").arg(counts(survey.types), counts(survey.statuses));
    text +=
        told(survey.topics.size(), Words::tr("%n tag(s), of which %1 are new.", nullptr, whole(survey.topics.size()))
                                       .arg(survey.newTopics.size()));
    text += told(survey.picturesFound + survey.picturesMissing,
                 Words::tr("Pictures: %1 found, %2 missing.").arg(survey.picturesFound).arg(survey.picturesMissing));
    for (const auto &proposal : survey.labels)
        text += QLatin1Char('\n') + Words::tr("Label of the %1: “%2”, %3 times in %4 posts.")
                                        .arg(partName(proposal.label.part), proposal.shown)
                                        .arg(proposal.count)
                                        .arg(proposal.posts);
    text += told(survey.common.introductionPosts,
                 Words::tr("%n post(s) begin alike: %1", nullptr, whole(survey.common.introductionPosts))
                     .arg(survey.common.introduction));
    text += told(
        survey.common.callPosts,
        Words::tr("%n post(s) end alike: %1", nullptr, whole(survey.common.callPosts)).arg(survey.common.callToAction));
    return text + notes(survey.leftOut, survey.doubts, survey.notes, survey.warnings);
}

QString shown(const editorial::PostImportReport &report)
{
    QString text = Words::tr("%n article(s) imported.", nullptr, whole(report.imported));
    text += told(report.updated, Words::tr("%n brought up to date.", nullptr, whole(report.updated)));
    text += told(report.already, Words::tr("%n already on the desk.", nullptr, whole(report.already)));
    text += told(report.waiting, Words::tr("%n have no label. “posts DESK” lists them; mark letter and answer in each.",
                                           nullptr, whole(report.waiting)));
    text += told(report.conflicts, Words::tr("%n were edited here and changed in the archive. “posts DESK” lists them.",
                                             nullptr, whole(report.conflicts)));
    text += notes(report.leftOut, report.doubts, report.notes, report.warnings);
    if (!report.batch.isNull())
        text +=
            QLatin1Char('\n') + Words::tr("To take this back: posts DESK take-back %1").arg(report.batch.toString());
    if (report.cancelled)
        text += QLatin1Char('\n') +
                Words::tr("Stopped before the end. What came until then is there; the same import again goes on.");
    return text;
}

QString listed(const QList<editorial::UndecidedPost> &posts)
{
    if (posts.isEmpty())
        return Words::tr("No posts wait.");
    Table table;
    for (const editorial::UndecidedPost &post : posts)
        table.add({post.date.date().toString(Qt::ISODate),
                   post.state == editorial::PostState::Conflict ? Words::tr("conflict") : Words::tr("waiting"),
                   post.guid, post.title});
    return table.text();
}

QString listed(const QList<desk::PostBatch> &batches)
{
    if (batches.isEmpty())
        return Words::tr("No archive was imported.");
    Table table;
    for (const desk::PostBatch &batch : batches)
        table.add({base::toIso(batch.imported), batch.source, QString::number(batch.articles),
                   QString::number(batch.waiting), batch.id.toString()});
    return table.text();
}

} // namespace cli
