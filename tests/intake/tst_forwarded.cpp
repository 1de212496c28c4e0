#include "intake/forwarded.h"
#include "intake/message.h"

#include <QTest>

using intake::Forwarded;
using intake::forwardedIn;

namespace {

constexpr char gmail[] = "---------- Forwarded message ---------\nFrom: Gil Orme <gil@orme.example>\n"
                         "Date: Tue, Mar 4, 2025 at 10:15 AM\nSubject: The hedge\nTo: <w@t.example>\n\n\n";

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestForwarded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void takesTheInnermost();
    void leavesOutWhatTheLetterQuotes();
    void offersNothing_data();
    void offersNothing();
    void readsAttachedMessages();
    void staysWithinBounds();
};

void TestForwarded::reads_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("subject");

    const auto row = [](const char *tag, const QByteArray &letter, const char *subject = "") {
        QTest::newRow(tag) << text(letter) << QString::fromUtf8(subject);
    };
    const QByteArray body = "\nMy hedge grows.\n\nGil\n";
    const QByteArray fields =
        "From: Gil Orme <gil@orme.example>\nSent: 4 March 2025 10:15\nTo: W\nSubject: The hedge\n";
    row("Gmail", gmail + body);
    row("Gmail, with words", "For you, from a friend.\n\n" + QByteArray(gmail) + body);
    row("Apple", "Begin forwarded message:\n\nFrom: Gil Orme <gil@orme.example>\nSubject: The hedge\n"
                 "Date: 4 March 2025 at 10:15:00 GMT\nTo: w@t.example\n" +
                     body);
    row("Apple, quoted",
        "Look.\n\nBegin forwarded message:\n\n> From: Gil Orme <gil@orme.example>\n> Subject: The hedge\n"
        "> Date: 4 March 2025 at 10:15:00 GMT\n>\n> My hedge grows.\n> \n> Gil\n\nWhat do you say?\n");
    row("Thunderbird",
        "-------- Forwarded Message --------\nSubject: \tThe hedge\nDate: \tTue, 4 Mar 2025 11:15:00 +0100\n"
        "From: \tGil Orme <gil@orme.example>\nTo: \tw@t.example\n\n" +
            body);
    row("Thunderbird, German", "-------- Weitergeleitete Nachricht --------\nBetreff: \tThe hedge\n"
                               "Datum: \tTue, 4 Mar 2025 11:15:00 +0100\nVon: \tGil Orme <gil@orme.example>\n" +
                                   body);
    row("Outlook", "-----Original Message-----\n" + fields + body, "Fwd: The hedge");
    row("Outlook, FW", "FYI\n\n________________________________\n" + fields + body, "FW: The hedge");
    row("Outlook, WG",
        "-----Ursprüngliche Nachricht-----\nVon: Gil Orme <gil@orme.example>\nGesendet: 4. März 2025 10:15\n"
        "An: W\nBetreff: The hedge\n" +
            body,
        "WG: The hedge");
    row("Outlook, TR",
        "De : Gil Orme <gil@orme.example>\nEnvoyé : mardi 4 mars 2025 10:15\nÀ : W\nObjet : The hedge\n" + body,
        "TR: The hedge");
    row("Outlook, VS", "Fra: Gil Orme <gil@orme.example>\nSendt: 4. marts 2025 10:15\nTil: W\nEmne: The hedge\n" + body,
        "VS: The hedge");
    row("Lotus", "----- Forwarded by Wilma Tansley/Hedges on 05.03.2025 -----\nFrom: Gil Orme <gil@orme.example>\n"
                 "To: W\nDate: 04.03.2025 10:15\nSubject: The hedge\n" +
                     body);
}

void TestForwarded::reads()
{
    QFETCH(QString, letter);
    QFETCH(QString, subject);
    const std::optional<Forwarded> found = forwardedIn(letter, subject);
    QVERIFY(found);
    QCOMPARE(found->writer.name, QStringLiteral("Gil Orme"));
    QCOMPARE(found->writer.address, QStringLiteral("gil@orme.example"));
    QCOMPARE(found->written, QDateTime({2025, 3, 4}, {10, 15}, Qt::UTC));
    QCOMPARE(found->subject, QStringLiteral("The hedge"));
    QCOMPARE(found->text, QStringLiteral("My hedge grows.\n\nGil"));
}

void TestForwarded::takesTheInnermost()
{
    const QByteArray outer = "---------- Forwarded message ---------\nFrom: Bo <bo@b.example>\nDate: 5 March 2025\n"
                             "Subject: Fwd: The hedge\n\n";
    const auto twice = forwardedIn(text(outer + gmail + "My hedge grows.\n"), {});
    QVERIFY(twice);
    QCOMPARE(twice->writer.name, QStringLiteral("Gil Orme"));
    QCOMPARE(twice->text, QStringLiteral("My hedge grows."));

    const QByteArray story = QByteArray("I must tell you of my friend, and of his hedge, at length. ").repeated(10);
    const auto told = forwardedIn(text(outer + story + "\n\n" + gmail + "My hedge grows.\n"), {});
    QVERIFY(told);
    QCOMPARE(told->writer.name, QStringLiteral("Bo"));
    QVERIFY(told->text.startsWith(QStringLiteral("I must tell you")));
}

void TestForwarded::leavesOutWhatTheLetterQuotes()
{
    const auto found =
        forwardedIn(text(gmail + QByteArray("My hedge grows.\n\n-- \nGil Orme\nTruro\n\n"
                                            "On 3 Mar 2025, at 10:15, Bo <bo@b.example> wrote:\n> How?\n")),
                    {});
    QVERIFY(found);
    QCOMPARE(found->text, QStringLiteral("My hedge grows."));
}

void TestForwarded::offersNothing_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("subject");
    const QString mail =
        QStringLiteral("It grows.\n\nFrom: Gil <g@o.example>\nSent: 4 March 2025\nTo: W\nSubject: s\n\nHow?\n");
    QTest::newRow("an answer") << mail << QStringLiteral("Re: s");
    QTest::newRow("a story") << mail << QStringLiteral("My boss");
    QTest::newRow("no subject") << mail << QString();
    QTest::newRow("original, an answer") << QString(QStringLiteral("-----Original Message-----\n") + mail)
                                         << QStringLiteral("Re: s");
    QTest::newRow("no block") << QStringLiteral("My hedge grows.\n") << QStringLiteral("Fwd: The hedge");
    QTest::newRow("empty") << QString() << QStringLiteral("Fwd: The hedge");
    QTest::newRow("nothing below") << text(gmail) << QString();
    QTest::newRow("words") << QStringLiteral("Forwarded message: there is none.\n") << QString();
}

void TestForwarded::offersNothing()
{
    QFETCH(QString, letter);
    QFETCH(QString, subject);
    QVERIFY(!forwardedIn(letter, subject));
}

void TestForwarded::readsAttachedMessages()
{
    const QByteArray inner = "Content-Type: message/rfc822\n\nFrom: Gil Orme <gil@orme.example>\nSubject: The hedge\n"
                             "Date: Tue, 4 Mar 2025 11:15:00 +0100\n\nMy hedge grows.\n-- \nGil Orme\n";
    const auto letter = [](const QByteArray &subject, const QByteArray &words, const QByteArray &parts) {
        return intake::readMessage("From: w@t.example\nSubject: " + subject +
                                   "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + words + "\n--b\n" +
                                   parts + "--b--\n")
            ->forwarded;
    };
    const auto found = letter("Fwd: The hedge", "For you.", inner);
    QVERIFY(found);
    QCOMPARE(found->writer.name, QStringLiteral("Gil Orme"));
    QCOMPARE(found->written, QDateTime({2025, 3, 4}, {10, 15}, Qt::UTC));
    QCOMPARE(found->subject, QStringLiteral("The hedge"));
    QCOMPARE(found->text, QStringLiteral("My hedge grows."));
    QVERIFY(!letter("The hedge", "For you.", inner));
    QVERIFY(!letter("Fwd: The hedge", QByteArray("My own story, at length. ").repeated(40), inner));
    QVERIFY(!letter("Fwd: The hedge", "For you.", inner + "--b\n" + inner)); // which of them?
}

void TestForwarded::staysWithinBounds()
{
    const QString many = text(QByteArray(gmail).repeated(2000) + "My hedge grows.\n");
    const auto found = forwardedIn(many, {});
    QVERIFY(found);
    QVERIFY(found->text.endsWith(QStringLiteral("My hedge grows.")));
    const QString deep = QString(QStringLiteral("Begin forwarded message:\n\n") + QStringLiteral("> ").repeated(5000) +
                                 QStringLiteral("From: x\n"));
    QVERIFY(!forwardedIn(deep, {}));
}

QTEST_APPLESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"
