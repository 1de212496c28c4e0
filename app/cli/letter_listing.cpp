#include "cli/letter_listing.h"

#include "base/text.h"
#include "cli/sheet_maps.h"
#include "cli/table.h"

#include <QCoreApplication>
#include <QLocale>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::letter_listing)
};

constexpr qsizetype subjectLength = 44;

QString day(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().date().toString(Qt::ISODate) : QStringLiteral("-");
}

QString joined(const QStringList &list)
{
    return list.join(QLatin1String(", "));
}

QString stageText(desk::LetterStage stage, const QDate &heldUntil)
{
    if (stage == desk::LetterStage::Held && heldUntil.isValid())
        return Words::tr("%1 until %2").arg(desk::title(stage), heldUntil.toString(Qt::ISODate));
    return desk::title(stage);
}

// Why the letter needs attention, or why it was taken as no letter.
QString noticeText(const editorial::Arrival &arrival)
{
    return arrival.needsAttention ? Words::tr("%1 (needs attention)").arg(arrival.notice) : arrival.notice;
}

QString forwardingText(const editorial::Arrival &arrival)
{
    if (!arrival.passedOn)
        return {};
    const QString sender = arrival.passedOn->sender;
    const QString writer = arrival.passedOn->writer;
    switch (arrival.passedOn->decision) {
    case desk::Forwarding::Decision::Open:
        return Words::tr("by %1, it seems, and written by %2; not decided yet").arg(sender, writer);
    case desk::Forwarding::Decision::Taken:
        return Words::tr("by %1; the words of %2 are the letter").arg(sender, writer);
    case desk::Forwarding::Decision::Kept:
        return Words::tr("by %1; kept as it was sent").arg(sender);
    }
    return {};
}

QString block(const QString &heading, const QString &text)
{
    return QLatin1Char('\n') + heading + QLatin1String("\n\n") + text + QLatin1Char('\n');
}

QString placeOf(const editorial::RelatedLetter &letter)
{
    return letter.article.isNull()
               ? Words::tr("letter %1, %2").arg(letter.number).arg(letter.year)
               : Words::tr("letter %1, answered in %2: %3 (%4)")
                     .arg(QString::number(letter.number), QString::number(letter.year), letter.title, letter.slug);
}

} // namespace

QString listed(const QList<editorial::LetterItem> &letters, qint64 total, const TagNames &tags)
{
    Table table({0, 3});
    for (const editorial::LetterItem &letter : letters) {
        const desk::LetterRow &row = letter.row;
        const QString stage = stageText(row.stage, row.heldUntil);
        table.add({QString::number(row.number), day(row.received),
                   row.needsAttention ? Words::tr("%1, needs attention").arg(stage) : stage, QString::number(row.words),
                   letter.shownName, base::excerpt(row.subject, subjectLength), joined(tags.of(row.tags))});
    }
    if (letters.isEmpty())
        return total == 0 ? Words::tr("No letters.")
                          : Words::tr("None of %n letter(s).", nullptr, static_cast<int>(total));
    return table.text() + Words::tr("%1 of %n letter(s)", nullptr, static_cast<int>(total)).arg(letters.size());
}

QString shown(const editorial::LetterView &view, const editorial::Arrival &arrival, const TagNames &tags)
{
    const desk::Letter &letter = view.letter;
    QStringList attachments;
    for (const desk::Attachment &attachment : view.attachments)
        attachments.append(Words::tr("%1 (%2)").arg(attachment.name, QLocale::c().formattedDataSize(attachment.size)));
    const std::pair<QString, QString> lines[] = {
        {Words::tr("Subject"), letter.subject},
        {Words::tr("Stage"), stageText(letter.stage, letter.heldUntil)},
        {Words::tr("Notice"), noticeText(arrival)},
        {Words::tr("Passed on"), forwardingText(arrival)},
        {Words::tr("Received"), base::toIso(letter.received)},
        {Words::tr("Signature"), letter.signature},
        {Words::tr("Place"), letter.place},
        {Words::tr("Desk name"), view.deskName},
        {Words::tr("Tags"), joined(tags.of(letter.tags))},
        {Words::tr("Attachments"), joined(attachments)},
        {Words::tr("Article"), view.article.isNull() ? QString() : view.article.toString()},
        {Words::tr("Follows"), letter.follows.isNull() ? QString() : letter.follows.toString()},
        {Words::tr("Id"), letter.id.toString()},
    };
    Table table;
    table.add({Words::tr("Letter"), QString::number(letter.number)});
    for (const auto &[title, value] : lines) {
        if (!value.isEmpty())
            table.add({title, value});
    }
    QString text = table.text() + block(Words::tr("Original"), letter.original);
    if (letter.edited != letter.original)
        text += block(Words::tr("Edited"), letter.edited);
    return text;
}

QString shown(const editorial::Related &related)
{
    Table table;
    if (related.earlier)
        table.add({Words::tr("Follows"), placeOf(*related.earlier)});
    for (const editorial::RelatedLetter &sequel : related.sequels)
        table.add({Words::tr("Followed by"), placeOf(sequel)});
    for (const editorial::RelatedLetter &alike : related.alike)
        table.add({Words::tr("%1 % alike").arg(alike.percent), placeOf(alike)});
    return table.text().isEmpty() ? QString() : block(Words::tr("Related"), table.text());
}

QString shown(const editorial::Writer &writer)
{
    Table table;
    table.add({Words::tr("Name"), writer.name});
    table.add({Words::tr("Address"), writer.address});
    return block(Words::tr("Correspondent"), table.text() + QLatin1Char('\n') + QString::fromUtf8(writer.headers));
}

QString shown(const editorial::ImportReport &report, bool isDryRun)
{
    const int imported = static_cast<int>(report.imported);
    QString text = isDryRun ? Words::tr("%n letter(s) would be imported.", nullptr, imported)
                            : Words::tr("%n letter(s) imported.", nullptr, imported);
    if (report.already > 0)
        text += QLatin1Char('\n') + Words::tr("%n already on the desk.", nullptr, static_cast<int>(report.already));
    if (report.needAttention > 0)
        text += QLatin1Char('\n') + Words::tr("%n of them need attention; “letters --needs-attention” lists them.",
                                              nullptr, static_cast<int>(report.needAttention));
    if (report.notLetters > 0)
        text += QLatin1Char('\n') +
                Words::tr("%n of them were taken as no letters.", nullptr, static_cast<int>(report.notLetters));
    for (const editorial::ImportReport::Refused &refused : report.refused) {
        const QString item = refused.item.isEmpty() ? QString() : QString(QLatin1String(", ") + refused.item);
        text += QLatin1Char('\n') + Words::tr("Refused: %1%2: %3").arg(refused.source, item, refused.reason);
    }
    for (const QString &warning : report.warnings)
        text += QLatin1Char('\n') + Words::tr("Warning: %1").arg(warning);
    for (const editorial::ImportReport::Sheet &sheet : report.sheets) {
        if (isDryRun)
            text += QLatin1Char('\n') + shown(sheet).trimmed();
    }
    if (report.cancelled)
        text += QLatin1Char('\n') + Words::tr("Stopped before the end. What was read until then is on the desk.");
    return text;
}

} // namespace cli
