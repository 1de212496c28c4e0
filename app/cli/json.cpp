#include "cli/json.h"

#include "base/text.h"

namespace cli {

namespace {

QJsonValue moment(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(base::toIso(at)) : QJsonValue();
}

template <typename Id>
QJsonValue key(const Id &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

QJsonValue day(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

// Null where the writer did not say.
QJsonValue consent(desk::Consent said)
{
    return said == desk::Consent::Unsaid ? QJsonValue() : QJsonValue(said == desk::Consent::Given);
}

QString nameOf(desk::Forwarding::Decision decision)
{
    switch (decision) {
    case desk::Forwarding::Decision::Open:
        return QStringLiteral("open");
    case desk::Forwarding::Decision::Taken:
        return QStringLiteral("taken");
    case desk::Forwarding::Decision::Kept:
        return QStringLiteral("kept");
    }
    return {};
}

QString nameOf(editorial::FoldedPart::Kind kind)
{
    switch (kind) {
    case editorial::FoldedPart::Kind::Quoted:
        return QStringLiteral("quoted");
    case editorial::FoldedPart::Kind::Signature:
        return QStringLiteral("signature");
    case editorial::FoldedPart::Kind::Footer:
        return QStringLiteral("footer");
    case editorial::FoldedPart::Kind::ForwardHead:
        return QStringLiteral("forward-head");
    }
    return {};
}

QJsonObject toJson(const desk::Attachment &attachment)
{
    return {{QStringLiteral("id"), key(attachment.id)},
            {QStringLiteral("name"), attachment.name},
            {QStringLiteral("mediaType"), attachment.mediaType},
            {QStringLiteral("size"), attachment.size}};
}

QJsonObject toJson(const editorial::RelatedLetter &alike)
{
    const bool isAnswered = !alike.article.isNull();
    return {{QStringLiteral("letter"), key(alike.letter)},
            {QStringLiteral("number"), alike.number},
            {QStringLiteral("article"), key(alike.article)},
            {QStringLiteral("title"), isAnswered ? QJsonValue(alike.title) : QJsonValue()},
            {QStringLiteral("slug"), isAnswered ? QJsonValue(alike.slug) : QJsonValue()},
            {QStringLiteral("year"), alike.year},
            {QStringLiteral("likeness"), alike.percent}};
}

QJsonObject toJson(const editorial::ImportReport::Sheet &sheet)
{
    return {{QStringLiteral("source"), sheet.source},
            {QStringLiteral("map"), desk::toJson(sheet.map)},
            {QStringLiteral("mapName"), sheet.map.name.isEmpty() ? QJsonValue() : QJsonValue(sheet.map.name)}};
}

QJsonArray paths(const editorial::ExportReport &report, editorial::PageChange::Kind kind)
{
    QJsonArray paths;
    for (const editorial::PageChange &page : report.pages) {
        if (page.kind == kind)
            paths.append(page.path);
    }
    return paths;
}

} // namespace

TagNames::TagNames(const QList<desk::Tag> &tags)
{
    for (const desk::Tag &tag : tags)
        m_names.insert(tag.id, tag.name);
}

QStringList TagNames::of(const QList<desk::TagId> &ids) const
{
    QStringList names;
    for (const desk::TagId &id : ids)
        names.append(m_names.value(id));
    names.sort(Qt::CaseInsensitive);
    return names;
}

base::Result<TagNames> tagNames(editorial::Desk &desk)
{
    const auto tree = editorial::tags(desk);
    if (!tree)
        return tree.error();
    return TagNames(tree->tags);
}

QJsonObject toJson(const editorial::LetterItem &letter, const TagNames &tags)
{
    const desk::LetterRow &row = letter.row;
    return {{QStringLiteral("id"), key(row.id)},
            {QStringLiteral("number"), row.number},
            {QStringLiteral("received"), moment(row.received)},
            {QStringLiteral("subject"), row.subject},
            {QStringLiteral("signature"), row.signature},
            {QStringLiteral("shownName"), letter.shownName},
            {QStringLiteral("stage"), desk::name(row.stage)},
            {QStringLiteral("heldUntil"), day(row.heldUntil)},
            {QStringLiteral("unread"), row.unread},
            {QStringLiteral("words"), row.words},
            {QStringLiteral("tags"), strings(tags.of(row.tags))},
            {QStringLiteral("excerpt"), row.excerpt},
            {QStringLiteral("needsAttention"), row.needsAttention},
            {QStringLiteral("notice"), row.notice}};
}

QJsonObject toJson(const editorial::LetterView &view, const TagNames &tags)
{
    const desk::Letter &letter = view.letter;
    QJsonArray attachments;
    for (const desk::Attachment &attachment : view.attachments)
        attachments.append(toJson(attachment));
    return {{QStringLiteral("id"), key(letter.id)},
            {QStringLiteral("number"), letter.number},
            {QStringLiteral("received"), moment(letter.received)},
            {QStringLiteral("subject"), letter.subject},
            {QStringLiteral("signature"), letter.signature},
            {QStringLiteral("place"), letter.place},
            {QStringLiteral("deskName"), view.deskName},
            {QStringLiteral("stage"), desk::name(letter.stage)},
            {QStringLiteral("heldUntil"), day(letter.heldUntil)},
            {QStringLiteral("unread"), letter.unread},
            {QStringLiteral("words"), base::wordCount(letter.edited)},
            {QStringLiteral("tags"), strings(tags.of(letter.tags))},
            {QStringLiteral("excerpt"), base::excerpt(letter.edited, desk::excerptLength)},
            {QStringLiteral("original"), letter.original},
            {QStringLiteral("edited"), letter.edited},
            {QStringLiteral("channel"), letter.channel},
            {QStringLiteral("attachments"), attachments},
            {QStringLiteral("follows"), key(letter.follows)},
            {QStringLiteral("article"), key(view.article)},
            {QStringLiteral("consent"), consent(letter.consent)},
            {QStringLiteral("needsAttention"), letter.needsAttention},
            {QStringLiteral("notice"), letter.notice}};
}

QJsonObject toJson(const editorial::Related &related)
{
    QJsonArray alike;
    for (const editorial::RelatedLetter &each : related.alike)
        alike.append(toJson(each));
    QJsonArray sequels;
    for (const editorial::RelatedLetter &each : related.sequels)
        sequels.append(key(each.letter));
    return {{QStringLiteral("followedBy"), sequels}, {QStringLiteral("alike"), alike}};
}

QJsonObject toJson(const editorial::Writer &writer)
{
    return {{QStringLiteral("name"), writer.name},
            {QStringLiteral("address"), writer.address},
            {QStringLiteral("headers"), QString::fromUtf8(writer.headers)}};
}

QJsonObject toJson(const editorial::Arrival &arrival)
{
    QJsonArray folded;
    for (const editorial::FoldedPart &part : arrival.folded)
        folded.append(QJsonObject{{QStringLiteral("kind"), nameOf(part.kind)}, {QStringLiteral("lines"), part.lines}});
    return {{QStringLiteral("forwarding"),
             arrival.passedOn ? QJsonValue(nameOf(arrival.passedOn->decision)) : QJsonValue()},
            {QStringLiteral("folded"), folded}};
}

QJsonObject toJson(const editorial::ArticleView &view, const TagNames &tags)
{
    const desk::Article &article = view.article;
    QJsonArray letters;
    for (qsizetype i = 0; i < article.answers.size(); ++i)
        letters.append(QJsonObject{{QStringLiteral("letter"), key(article.answers[i].letter)},
                                   {QStringLiteral("number"), view.letters[i].letter.number},
                                   {QStringLiteral("answer"), article.answers[i].text}});
    return {{QStringLiteral("id"), key(article.id)},
            {QStringLiteral("title"), article.title},
            {QStringLiteral("slug"), article.slug},
            {QStringLiteral("path"), view.path},
            {QStringLiteral("stage"), desk::name(article.stage)},
            {QStringLiteral("publishOn"), moment(article.publishOn)},
            {QStringLiteral("published"), moment(article.published)},
            {QStringLiteral("summary"), article.summary},
            {QStringLiteral("tags"), strings(tags.of(article.tags))},
            {QStringLiteral("letters"), letters}};
}

QJsonObject toJson(const desk::Tag &tag, const desk::TagCounts &counts)
{
    return {{QStringLiteral("id"), key(tag.id)},
            {QStringLiteral("name"), tag.name},
            {QStringLiteral("slug"), tag.slug},
            {QStringLiteral("parent"), key(tag.parent)},
            {QStringLiteral("letters"), counts.letters},
            {QStringLiteral("articles"), counts.articles},
            {QStringLiteral("description"), tag.description},
            {QStringLiteral("synonyms"), strings(tag.synonyms)}};
}

QJsonArray toJson(const QList<desk::Finding> &findings)
{
    QJsonArray all;
    for (const desk::Finding &finding : findings)
        all.append(QJsonObject{{QStringLiteral("severity"), desk::name(finding.severity)},
                               {QStringLiteral("check"), finding.check},
                               {QStringLiteral("article"), key(finding.article)},
                               {QStringLiteral("where"), finding.where},
                               {QStringLiteral("text"), finding.text},
                               {QStringLiteral("message"), finding.message}});
    return all;
}

QJsonObject toJson(const editorial::ImportReport &report)
{
    QJsonArray refused;
    for (const editorial::ImportReport::Refused &item : report.refused)
        refused.append(QJsonObject{{QStringLiteral("source"), item.source},
                                   {QStringLiteral("item"), item.item},
                                   {QStringLiteral("reason"), item.reason}});
    QJsonArray letters;
    for (const desk::LetterId &id : report.letters)
        letters.append(id.toString());
    QJsonArray sheets;
    for (const editorial::ImportReport::Sheet &sheet : report.sheets)
        sheets.append(toJson(sheet));
    return {{QStringLiteral("imported"), report.imported},
            {QStringLiteral("already"), report.already},
            {QStringLiteral("refused"), refused},
            {QStringLiteral("warnings"), strings(report.warnings)},
            {QStringLiteral("letters"), letters},
            {QStringLiteral("needAttention"), report.needAttention},
            {QStringLiteral("notLetters"), report.notLetters},
            {QStringLiteral("cancelled"), report.cancelled},
            {QStringLiteral("sheets"), sheets},
            {QStringLiteral("map"), sheets.isEmpty() ? QJsonValue() : sheets.first().toObject().value(u"map")}};
}

QJsonObject toJson(const editorial::ExportReport &report)
{
    return {{QStringLiteral("added"), paths(report, editorial::PageChange::Kind::Added)},
            {QStringLiteral("changed"), paths(report, editorial::PageChange::Kind::Changed)},
            {QStringLiteral("removed"), paths(report, editorial::PageChange::Kind::Removed)},
            {QStringLiteral("unchanged"), report.unchanged},
            {QStringLiteral("blocked"), toJson(report.blocked)},
            {QStringLiteral("warnings"), toJson(report.warnings)},
            {QStringLiteral("seconds"), report.seconds}};
}

} // namespace cli
