#include "intake/pen_name.h"

#include <QTest>

using intake::isPenName;
using intake::penNameIn;
using intake::Sender;
using intake::signatureIn;

class TestPenName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSignOff_data();
    void findsTheSignOff();
    void findsNothingElse_data();
    void findsNothingElse();
    void tellsPenNames_data();
    void tellsPenNames();
    void givesNobodyAway_data();
    void givesNobodyAway();
};

void TestPenName::findsTheSignOff_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *end, const char *name) {
        QTest::newRow(end) << QString::fromUtf8(end) << QString::fromUtf8(name);
    };
    row("\nSleepless in Somerset", "Sleepless in Somerset");
    row("\nSleepless in Somerset.\n\n", "Sleepless in Somerset");
    row("— Torn in Truro", "Torn in Truro");
    row("\n—Torn", "Torn");
    row("\n- Torn in Truro", "Torn in Truro");
    row("\n-- Torn", "Torn");
    row("\n~ Over It ~", "Over It ~");
    row("\nYours, Worried", "Worried");
    row("\nYours,\nWorried", "Worried");
    row("\nYours sincerely,\n\nWorried in Wigan", "Worried in Wigan");
    row("\nSigned, The Other Woman", "The Other Woman");
    row("\nSigned: Confused", "Confused");
    row("\nThanks!\nTired of Waiting", "Tired of Waiting");
    row("\n*Sleepless in Somerset*", "Sleepless in Somerset");
    row("\n\"Sleepless in Somerset\"", "Sleepless in Somerset");
    row("\nHopeless at Home", "Hopeless at Home");
    row("\nMother of Three in Stoke-on-Trent", "Mother of Three in Stoke-on-Trent");
    row("\nRatlos in Rostock", "Ratlos in Rostock");
    row("\nViele Grüße\nVerzweifelt aus Ulm", "Verzweifelt aus Ulm");
    row("\nMerci,\nPerdue à Paris", "Perdue à Paris");
    row("\nYours,\nWilma Tansley", "Wilma Tansley");
    row("\n-Wilma Tansley", "Wilma Tansley");
}

void TestPenName::findsTheSignOff()
{
    QFETCH(QString, end);
    QFETCH(QString, name);
    QCOMPARE(penNameIn(QString(QStringLiteral("Dear Column,\n\nmy hedge grows.\n") + end)), name);
}

void TestPenName::findsNothingElse_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "",
             "\n\n",
             "Sleepless in Somerset", // the whole text
             "Dear Column,\n\nI live in Leeds.\n",
             "Dear Column,\n\nmy hedge grows.\nWilma\n",
             "Dear Column,\n\nmy hedge grows.\n\nWilma\n",
             "Dear Column,\n\nmy hedge grows.\n\nThanks\n",
             "Dear Column,\n\nmy hedge grows.\n\nYours,\n",
             "Dear Column,\n\nI want:\n- Peace\n- Quiet in Leeds\n",
             "Dear Column,\n\nmy hedge grows.\n\n- and so does he\n",
             "Dear Column,\n\nmy hedge grows.\n\n— What shall I do?\n",
             "Dear Column,\n\nmy hedge grows.\nSleepless in Somerset\n", // the end of a paragraph
             "Dear Column,\n\nmy hedge grows.\n\nWe met in Leeds\n",
             "Dear Column,\n\nmy hedge grows.\n\nYours, and this goes on\n",
             "Dear Column,\n\nmy hedge grows.\n\n----------\n",
             "Dear Column,\n\nmy hedge grows.\n\n— w@t.example\n",
             "Dear Column,\n\nmy hedge grows.\n\n> Sleepless in Somerset\n",
             "Dear Column,\n\nmy hedge grows.\n\nThis is how it is with the Big Hedge and me and him in Leeds\n",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestPenName::findsNothingElse()
{
    QFETCH(QString, text);
    QCOMPARE(penNameIn(text), QString());
}

void TestPenName::tellsPenNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isOne");
    for (const char *name : {"Torn", "Worried", "Sleepless in Somerset", "Confused", "Hopeless at Home",
                             "The Other Woman", "A Worried Mother", "Deeply Hurt", "Still Waiting", "Anonymous",
                             "Tired of Waiting", "Not Amused", "Desperate in Devon", "Mother of Three",
                             "Heartbroken in Hull", "Too Tired to Care", "Worried Wife", "Worried Wife in Wigan"})
        QTest::newRow(name) << QString::fromUtf8(name) << true;
    for (const char *name :
         {"Wilma",  "Wilma Tansley",   "Wilma in Truro", "Karen",       "Helen",   "Ahmed",
          "Alfred", "Carlos",          "An Nguyen",      "W.",          "",        "J. Fleming",
          "Manish", "Maria de Santos", "Wilma Harding",  "Dr. Tansley", "worried", "The Hedge Sync Team",
          "Irving", "So Young Park",   "I Am Sad",       "Ms Manning"})
        QTest::newRow(name) << QString::fromUtf8(name) << false;
}

void TestPenName::tellsPenNames()
{
    QFETCH(QString, name);
    QFETCH(bool, isOne);
    QCOMPARE(isPenName(name), isOne);
}

void TestPenName::givesNobodyAway_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("signature");

    const auto row = [](const char *end, const char *name, const char *address, const char *signature) {
        QTest::addRow("%s %s %s", end, name, address) << QString::fromUtf8(end) << QString::fromUtf8(name)
                                                      << QString::fromUtf8(address) << QString::fromUtf8(signature);
    };
    row("Sleepless in Somerset", "Wilma Tansley", "w@t.example", "Sleepless in Somerset");
    row("— Torn", "Wilma Tansley", "w@t.example", "Torn");
    row("— Torn", "", "", "Torn");
    row("— Wilma", "Wilma Tansley", "w@t.example", "");
    row("— Wilma", "", "w@t.example", "");
    row("Yours,\nWilma Tansley", "", "w@t.example", "");
    row("Worried in Tansley", "Wilma Tansley", "w@t.example", "");
    row("Wilma in Truro", "", "w@t.example", "");
    row("Worried in Truro", "", "worried.wilma@t.example", "");
    row("Worried in Trüro", "", "wilma.truro@t.example", "");
    row("Lonely Mother", "Wilma Tansley", "w@t.example", ""); // no closing, no dash
    row("— Lonely Mother", "Wilma Tansley", "w@t.example", "Lonely Mother");
    row("— Torn in Truro", "Tor Norris", "w@t.example", "Torn in Truro");
    row("— Torn in Truro", "TORN", "w@t.example", "");
}

void TestPenName::givesNobodyAway()
{
    QFETCH(QString, end);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, signature);
    const QString text = QString(QStringLiteral("Dear Column,\n\nmy hedge grows.\n\n") + end);
    QCOMPARE(signatureIn(text, {name, address}), signature);
}

QTEST_APPLESS_MAIN(TestPenName)
#include "tst_pen_name.moc"
