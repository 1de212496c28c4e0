#include "ui/intake_statement.h"

#include <QTest>

using ui::ActionId;

// What the intake bar says, without a window.
class IntakeStatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfAnOrdinaryLetter();
    void saysWhyALetterNeedsAttention();
    void saysWhyThisIsNoLetter();
    void offersBothWaysOfAForwarding();
    void saysAllThereIs();
};

namespace {

editorial::Arrival passedOn(desk::Forwarding::Decision decision)
{
    editorial::Arrival arrival;
    arrival.passedOn = editorial::PassedOn{decision, QStringLiteral("Wren Marsh"), QStringLiteral("Moss Lane")};
    return arrival;
}

} // namespace

void IntakeStatementTest::saysNothingOfAnOrdinaryLetter()
{
    editorial::Arrival arrival;
    QVERIFY(ui::intakeStatements(arrival).isEmpty());
    arrival.notice = QStringLiteral("Its end is missing."); // somebody has seen to it
    QVERIFY(ui::intakeStatements(arrival).isEmpty());
}

void IntakeStatementTest::saysWhyALetterNeedsAttention()
{
    editorial::Arrival arrival;
    arrival.needsAttention = true;
    arrival.notice = QStringLiteral("Its end is missing.");
    const auto statements = ui::intakeStatements(arrival);
    QCOMPARE(statements.size(), 1);
    QCOMPARE(statements.first().text, arrival.notice);
    QVERIFY(!statements.first().title.isEmpty());
    QCOMPARE(statements.first().iconRole, ui::Role::Warning);
    QCOMPARE(statements.first().offers, (QList{ActionId::SeenTo, ActionId::ShowRaw, ActionId::SaveRaw}));
}

void IntakeStatementTest::saysWhyThisIsNoLetter()
{
    editorial::Arrival arrival;
    arrival.stage = desk::LetterStage::NotALetter;
    arrival.notice = QStringLiteral("It is a bounce.");
    const auto statements = ui::intakeStatements(arrival);
    QCOMPARE(statements.size(), 1);
    QCOMPARE(statements.first().text, arrival.notice);
    QVERIFY(statements.first().offers.contains(ActionId::BackToNew));

    arrival.notice.clear(); // a person put it there
    QVERIFY(!ui::intakeStatements(arrival).first().text.isEmpty());
}

void IntakeStatementTest::offersBothWaysOfAForwarding()
{
    using Decision = desk::Forwarding::Decision;
    const std::pair<Decision, QList<ActionId>> offers[] = {
        {Decision::Open, {ActionId::TakeForwarding, ActionId::KeepForwarding}},
        {Decision::Taken, {ActionId::KeepForwarding}},
        {Decision::Kept, {ActionId::TakeForwarding}},
    };
    for (const auto &[decision, offered] : offers) {
        const auto statements = ui::intakeStatements(passedOn(decision));
        QCOMPARE(statements.size(), 1);
        QVERIFY(statements.first().text.contains(QStringLiteral("Wren Marsh")));
        QVERIFY(statements.first().text.contains(QStringLiteral("Moss Lane")));
        QCOMPARE(statements.first().offers, offered);
        QCOMPARE(statements.first().iconRole == ui::Role::Accent, decision == Decision::Open);
    }
}

void IntakeStatementTest::saysAllThereIs()
{
    editorial::Arrival arrival = passedOn(desk::Forwarding::Decision::Open);
    arrival.needsAttention = true;
    arrival.stage = desk::LetterStage::NotALetter;
    arrival.notice = QStringLiteral("Its end is missing.");
    const auto statements = ui::intakeStatements(arrival);
    QCOMPARE(statements.size(), 3);
    QCOMPARE(statements.first().iconRole, ui::Role::Warning);
    QVERIFY(statements.at(1).text != arrival.notice); // said already
}

QTEST_APPLESS_MAIN(IntakeStatementTest)
#include "tst_intake_statement.moc"
