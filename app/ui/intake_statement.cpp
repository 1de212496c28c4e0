#include "ui/intake_statement.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::intake_statement)
};

IntakeStatement attentionStatement(const editorial::Arrival &arrival)
{
    return {QStringLiteral("triangle-alert"),
            Role::Warning,
            Words::tr("Needs attention"),
            arrival.notice,
            {ActionId::SeenTo, ActionId::ShowRaw, ActionId::SaveRaw}};
}

IntakeStatement noLetterStatement(const editorial::Arrival &arrival)
{
    const bool isSaid = arrival.needsAttention || arrival.notice.isEmpty();
    return {QStringLiteral("mail-x"),
            Role::SecondaryText,
            Words::tr("Not a letter"),
            isSaid ? Words::tr("It stands among what was sent to the column but is no letter.") : arrival.notice,
            {ActionId::BackToNew, ActionId::ShowRaw}};
}

IntakeStatement forwardingStatement(const editorial::PassedOn &passedOn)
{
    using Decision = desk::Forwarding::Decision;
    const bool isOpen = passedOn.decision == Decision::Open;
    IntakeStatement statement{
        QStringLiteral("forward"), isOpen ? Role::Accent : Role::SecondaryText, Words::tr("Passed on"), QString(), {}};
    switch (passedOn.decision) {
    case Decision::Open:
        statement.text = Words::tr("Forwarded by %1, it seems, and written by %2. Whose words are the letter?")
                             .arg(passedOn.sender, passedOn.writer);
        statement.offers = {ActionId::TakeForwarding, ActionId::KeepForwarding};
        break;
    case Decision::Taken:
        statement.text =
            Words::tr("Forwarded by %1. The words of %2 are the letter.").arg(passedOn.sender, passedOn.writer);
        statement.offers = {ActionId::KeepForwarding};
        break;
    case Decision::Kept:
        statement.text = Words::tr("Forwarded by %1, with words of %2. It is kept as it was sent.")
                             .arg(passedOn.sender, passedOn.writer);
        statement.offers = {ActionId::TakeForwarding};
        break;
    }
    return statement;
}

} // namespace

QList<IntakeStatement> intakeStatements(const editorial::Arrival &arrival)
{
    QList<IntakeStatement> statements;
    if (arrival.needsAttention)
        statements.append(attentionStatement(arrival));
    if (arrival.stage == desk::LetterStage::NotALetter)
        statements.append(noLetterStatement(arrival));
    if (arrival.passedOn)
        statements.append(forwardingStatement(*arrival.passedOn));
    return statements;
}

QString foldedSentence(const QList<editorial::FoldedPart> &parts)
{
    using Kind = editorial::FoldedPart::Kind;
    int quotedLines = 0;
    QHash<Kind, int> counts;
    for (const editorial::FoldedPart &part : parts) {
        ++counts[part.kind];
        quotedLines += part.kind == Kind::Quoted ? part.lines : 0;
    }
    const std::pair<int, QString> phrases[] = {
        {counts.value(Kind::ForwardHead),
         Words::tr("%n head(s) of forwarded mail", nullptr, counts.value(Kind::ForwardHead))},
        {quotedLines, Words::tr("%Ln line(s) of quoted mail", nullptr, quotedLines)},
        {counts.value(Kind::Signature), Words::tr("%n signature(s)", nullptr, counts.value(Kind::Signature))},
        {counts.value(Kind::Footer), Words::tr("%n footer(s)", nullptr, counts.value(Kind::Footer))},
    };
    int things = 0;
    QStringList said;
    for (const auto &[count, phrase] : phrases) {
        things += count;
        if (count > 0)
            said.append(phrase);
    }
    const QString list = QLocale().createSeparatedList(said);
    return said.isEmpty() ? QString() : Words::tr("%1 is/are folded.", nullptr, things).arg(list);
}

} // namespace ui
