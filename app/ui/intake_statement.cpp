#include "ui/intake_statement.h"

#include <QCoreApplication>

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

} // namespace ui
