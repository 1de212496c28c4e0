#include "editorial/translation.h"
#include "ui/intake_statement.h"

#include <QTest>

using ui::ActionId;

// What the intake bar says, without a window.
class IntakeStatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysNothingOfAnOrdinaryLetter();
    void saysWhyALetterNeedsAttention();
    void saysWhyThisIsNoLetter();
    void offersBothWaysOfAForwarding();
    void saysAllThereIs();
    void saysWhatIsFolded_data();
    void saysWhatIsFolded();
};

namespace {

editorial::Arrival passedOn(desk::Forwarding::Decision decision)
{
    editorial::Arrival arrival;
    arrival.passedOn = editorial::PassedOn{decision, QStringLiteral("Wren Marsh"), QStringLiteral("Moss Lane")};
    return arrival;
}

} // namespace

void IntakeStatementTest::initTestCase()
{
    editorial::addTranslations(*QCoreApplication::instance());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

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

void IntakeStatementTest::saysWhatIsFolded_data()
{
    using Kind = editorial::FoldedPart::Kind;
    QTest::addColumn<QList<editorial::FoldedPart>>("parts");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QList<editorial::FoldedPart> &parts, const char *sentence) {
        QTest::newRow(name) << parts << QString::fromUtf8(sentence);
    };
    row("nothing", {}, "");
    row("a line", {{Kind::Quoted, 1}}, "1 line of quoted mail is folded.");
    row("two quotations", {{Kind::Quoted, 10}, {Kind::Quoted, 4}}, "14 lines of quoted mail are folded.");
    row("a signature", {{Kind::Signature, 4}}, "a signature is folded.");
    row("two footers", {{Kind::Footer, 4}, {Kind::Footer, 1}}, "2 footers are folded.");
    row("both", {{Kind::Quoted, 14}, {Kind::Signature, 4}}, "14 lines of quoted mail and a signature are folded.");
    row("all", {{Kind::ForwardHead, 4}, {Kind::Quoted, 2}, {Kind::Signature, 4}, {Kind::Footer, 1}},
        "The head of a forwarded mail, 2 lines of quoted mail, a signature and a footer are folded.");
}

void IntakeStatementTest::saysWhatIsFolded()
{
    QFETCH(QList<editorial::FoldedPart>, parts);
    QFETCH(QString, sentence);
    QCOMPARE(ui::foldedSentence(parts), sentence);
}

QTEST_GUILESS_MAIN(IntakeStatementTest)
#include "tst_intake_statement.moc"
