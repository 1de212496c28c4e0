#include "intake/attribution.h"

#include <QStringList>
#include <QTest>

using intake::Attribution;
using intake::attributionEndingAt;
using intake::linesOf;

Q_DECLARE_METATYPE(intake::Attribution::Certainty)

class TestAttribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPrograms_data();
    void knowsPrograms();
    void takesAllItsLines_data();
    void takesAllItsLines();
    void doubtsWhatPeopleWrite_data();
    void doubtsWhatPeopleWrite();
    void passesOverOtherLines_data();
    void passesOverOtherLines();
};

void TestAttribution::knowsPrograms_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {
             // Gmail, Apple Mail, Thunderbird, Outlook for Mac, Yahoo, Proton, mutt, Zimbra, Horde, Zoho
             "On Tue, Mar 4, 2025 at 10:15 AM Wilma Tansley <wilma@tansley.example> wrote:",
             "On 4 Mar 2025, at 10:15, Wilma Tansley wrote:",
             "On 04/03/2025 10:15, Wilma Tansley wrote:",
             "On 3/4/25, 10:15 AM, \"Wilma Tansley\" <wilma@tansley.example> wrote:",
             "On Tuesday, March 4, 2025, 10:15:09 AM GMT+1, Wilma Tansley <wilma@tansley.example> wrote:",
             "On Tuesday, March 4th, 2025 at 10:15 AM, Wilma Tansley <wilma@tansley.example> wrote:",
             "On Tue, Mar 04, 2025 at 10:15:00AM +0100, Wilma Tansley wrote:",
             "Wilma Tansley <wilma@tansley.example> wrote on 4 March 2025:",
             "Quoting Wilma Tansley <wilma@tansley.example> wrote:",
             "---- On Tue, 04 Mar 2025 10:15:00 +0100 Wilma Tansley <wilma@tansley.example> wrote ----",
             "In article <abc@news.example>, Wilma Tansley writes:",
             "Am 04.03.2025 um 10:15 schrieb Wilma Tansley:",
             "Am Di., 4. März 2025 um 10:15 Uhr schrieb Wilma Tansley <wilma@tansley.example>:",
             "Wilma Tansley <wilma@tansley.example> hat am 04.03.2025 10:15 CET geschrieben:",
             "Le 4 mars 2025 à 10:15, Wilma Tansley a écrit :",
             "Le mar. 4 mars 2025 à 10:15, Wilma Tansley <wilma@tansley.example> a écrit\u00A0:",
             "El 4 mar 2025, a las 10:15, Wilma Tansley escribió:",
             "El mar, 4 mar 2025 a las 10:15, Wilma Tansley (<wilma@tansley.example>) escribió:",
             "Il giorno 4 mar 2025, alle ore 10:15, Wilma Tansley ha scritto:",
             "Il giorno mar 4 mar 2025 alle ore 10:15 Wilma Tansley <wilma@tansley.example> ha scritto:",
             "Op 4 mrt. 2025 om 10:15 heeft Wilma Tansley <wilma@tansley.example> het volgende geschreven:",
             "Op di 4 mrt 2025 om 10:15 schreef Wilma Tansley <wilma@tansley.example>:",
             "Em 4 de mar. de 2025, às 10:15, Wilma Tansley escreveu:",
             "Em ter., 4 de mar. de 2025 às 10:15, Wilma Tansley <wilma@tansley.example> escreveu:",
             "4 mars 2025 kl. 10:15 skrev Wilma Tansley <wilma@tansley.example>:",
             "Den tis 4 mars 2025 kl 10:15 skrev Wilma Tansley <wilma@tansley.example>:",
             "Den tirs. 4. mar. 2025 kl. 10.15 skrev Wilma Tansley <wilma@tansley.example>:",
             "tir. 4. mar. 2025 kl. 10:15 skrev Wilma Tansley <wilma@tansley.example>:",
             "W dniu 4.03.2025 o 10:15, Wilma Tansley pisze, napisał(a):",
             "wt., 4 mar 2025 o 10:15 Wilma Tansley <wilma@tansley.example> napisał(a):",
             "Wiadomość napisana przez Wilma Tansley <wilma@tansley.example> w dniu 4 mar 2025, o godz. 10:15:",
             "ti 4. maalisk. 2025 klo 10.15 Wilma Tansley (wilma@tansley.example) kirjoitti:",
             "Wilma Tansley <wilma@tansley.example> kirjoitti 4.3.2025 kello 10.15:",
         })
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestAttribution::knowsPrograms()
{
    QFETCH(QString, line);
    for (const char *before : {"", "Thank you.\n\n", "Thank you.\n", "Thank you\n"}) {
        const QString text = QString(QString::fromLatin1(before) + line + QLatin1Char('\n'));
        const auto lines = linesOf(text);
        const auto found = attributionEndingAt(lines, lines.size() - 1);
        QVERIFY(found);
        QCOMPARE(found->certainty, Attribution::Certainty::Certain);
        QCOMPARE(found->first, lines.size() - 1);
        QCOMPARE(found->hasAddress, line.contains(QLatin1Char('@')));
    }
    const QString quoted = QString(QStringLiteral("> ") + line);
    QVERIFY(attributionEndingAt(linesOf(quoted), 0));
}

void TestAttribution::takesAllItsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first");

    const auto row = [](const char *tag, const char *text, int first) {
        QTest::newRow(tag) << QString::fromUtf8(text) << first;
    };
    row("two", "Yes.\n\nOn Tue, Mar 4, 2025 at 10:15 AM Wilma Tansley\n<wilma@tansley.example> wrote:", 2);
    row("two, below words", "Yes.\nOn Tue, Mar 4, 2025 at 10:15 AM Wilma\n<wilma@tansley.example> wrote:", 1);
    row("three", "Yes.\n\nOn Tue, Mar 4, 2025 at 10:15 AM, Wilma Tansley\n<wilma@tansley.example>\nwrote:", 2);
    row("four", "On Tue, Mar 4, 2025\nat 10:15 AM, Wilma Tansley\n<wilma@tansley.example>\nwrote:", 0);
    row("name in the middle", "Yes.\n\nOn Tue, Mar 4, 2025 at 10:15 AM Wilma\nMargaret\n<w@tansley.example> wrote:", 2);
    row("words above", "On my way home\nWilma Tansley <wilma@tansley.example> wrote:", 1);
    row("a sentence above", "On 4 March it rained.\nWilma Tansley <wilma@tansley.example> wrote:", 1);
    row("German", "Ja.\n\nAm Di., 4. März 2025 um 10:15 Uhr schrieb Wilma Tansley\n<wilma@tansley.example>:", 2);
    row("Finnish", "Kyllä.\n\nti 4. maalisk. 2025 klo 10.15 Wilma Tansley\n(wilma@tansley.example) kirjoitti:", 2);
    row("in a quotation",
        "> Yes.\n>\n> On Tue, Mar 4, 2025 at 10:15 AM Wilma Tansley\n> <w@tansley.example> wrote:", 2);
}

void TestAttribution::takesAllItsLines()
{
    QFETCH(QString, text);
    QFETCH(int, first);
    const auto lines = linesOf(text);
    const auto found = attributionEndingAt(lines, lines.size() - 1);
    QVERIFY(found);
    QCOMPARE(found->first, qsizetype(first));
    QCOMPARE(found->certainty, Attribution::Certainty::Certain);
}

void TestAttribution::doubtsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Attribution::Certainty>("certainty");

    const auto row = [](const char *line, Attribution::Certainty certainty) {
        QTest::newRow(line) << QString::fromUtf8(line) << certainty;
    };
    row("On Tue, 4 Mar 2025, Wilma Tansley wrote:", Attribution::Certainty::Dated);
    row("On 04/03/2025 Wilma Tansley wrote:", Attribution::Certainty::Dated);
    row("Wilma Tansley wrote:", Attribution::Certainty::Name);
    row("Wilma Tansley schrieb:", Attribution::Certainty::Name);
    row("*Wilma Tansley writes:*", Attribution::Certainty::Name);
}

void TestAttribution::doubtsWhatPeopleWrite()
{
    QFETCH(QString, line);
    QFETCH(Attribution::Certainty, certainty);
    if (line.startsWith(QLatin1Char('*')))
        line = line.mid(1).chopped(1);
    const auto found = attributionEndingAt(linesOf(line), 0);
    QVERIFY(found);
    QCOMPARE(found->certainty, certainty);
}

void TestAttribution::passesOverOtherLines_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "On Tuesday my husband wrote:",
             "On 4 March 2025 he wrote:",
             "On Tuesday at 10:15 my husband wrote:",
             "On 4 March 2025 at 10:15 she wrote:",
             "Am Dienstag um 10:15 schrieb mein Mann:",
             "Le 4 mars à 10:15 il a écrit :",
             "This is what she wrote:",
             "He wrote:",
             "Then my mother wrote:",
             "On your remote island you can run:",
             "My mother wrote to him on 4 March 2025 at 10:15",
             "wrote:",
             ":",
             "",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestAttribution::passesOverOtherLines()
{
    QFETCH(QString, text);
    const QString story = QString(QStringLiteral("I have a husband.\n\n") + text + QLatin1Char('\n'));
    const auto lines = linesOf(story);
    QVERIFY(!attributionEndingAt(lines, lines.size() - 1));
}

QTEST_APPLESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
