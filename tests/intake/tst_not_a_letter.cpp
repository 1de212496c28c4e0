#include "intake/message.h"

#include <QTest>

namespace {

QString reasonFor(const QByteArray &headers, const QByteArray &body = "My hedge grows.\n")
{
    const auto letter = intake::readMessage("Date: Tue, 4 Mar 2025 21:14:09 +0100\n" + headers + "\n" + body);
    return letter ? letter->notALetter : QStringLiteral("unreadable");
}

} // namespace

class TestNotALetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhy_data();
    void saysWhy();
    void takesLettersForLetters_data();
    void takesLettersForLetters();
    void keepsTheText();
};

void TestNotALetter::saysWhy_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("sign"); // named in the reason

    const auto row = [](const char *tag, const char *headers, const char *sign, const QByteArray &body = "Text.\n") {
        QTest::newRow(tag) << QByteArray(QByteArray("From: w@t.example\nSubject: s\n") + headers) << body
                           << QString::fromLatin1(sign);
    };
    row("delivery report", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
        "delivery-status",
        "--b\n\nIt could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n");
    row("report without a type", "Content-Type: multipart/report; boundary=b\n", "multipart/report",
        "--b\n\nx\n--b--\n");
    row("read receipt", "Content-Type: multipart/report; boundary=b; report-type=\"disposition-notification\"\n",
        "disposition-notification", "--b\n\nIt was read.\n--b--\n");
    row("failed recipients", "X-Failed-Recipients: g@o.example\n", "X-Failed-Recipients");
    row("no way back", "Return-Path: <>\n", "Return-Path");
    row("no way back, with a space", "Return-Path: < >\n", "Return-Path");
    row("automatic", "Auto-Submitted: auto-replied\n", "Auto-Submitted");
    row("automatic, with a comment", "Auto-Submitted: auto-generated; owner=x (away)\n", "Auto-Submitted");
    row("X-Autoreply", "X-Autoreply: yes\n", "x-autoreply");
    row("X-Autorespond", "X-Autorespond: I am away\n", "x-autorespond");
    row("Precedence", "Precedence: auto_reply\n", "Precedence");
    row("list", "List-Id: Hedges <hedges.lists.example>\nPrecedence: list\n", "List-Id");
    row("list to leave", "List-Unsubscribe: <mailto:x@y.example>\nPrecedence: bulk\n", "List-Unsubscribe");
    row("newsletter", "List-Unsubscribe: <https://y.example>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n",
        "List-Unsubscribe-Post");
    row("invitation", "Content-Type: text/calendar; method=REQUEST\n", "calendar", "BEGIN:VCALENDAR\n");
    row("invitation beside text", "Content-Type: multipart/alternative; boundary=b\n", "calendar",
        "--b\n\nCome.\n--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--b--\n");

    const auto from = [](const char *tag, const char *headers, const char *sign) {
        QTest::newRow(tag) << QByteArray(headers) << QByteArray("Text.\n") << QString::fromLatin1(sign);
    };
    from("daemon", "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>\nSubject: Returned mail\n",
         "Mailer-Daemon");
    for (const char *subject :
         {"Automatic reply: Hedge", "Out of Office: Hedge", "Abwesenheitsnotiz", "Automatische Antwort: x",
          "=?utf-8?Q?R=C3=A9ponse_automatique?= : x", "Respuesta automática: x", "Risposta automatica: x",
          "Automatisch antwoord: x", "Resposta automática: x", "Autosvar: x", "Automatisk svar: x",
          "Odpowiedź automatyczna: x", "Automaattinen vastaus: x"})
        QTest::newRow(subject) << QByteArray(QByteArray("From: w@t.example\nX-Auto-Response-Suppress: All\nSubject: ") +
                                             subject + "\n")
                               << QByteArray("Text.\n") << QStringLiteral("subject");
}

void TestNotALetter::saysWhy()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QString, sign);
    const QString reason = reasonFor(headers, body);
    QVERIFY2(reason.contains(sign), qPrintable(reason));
}

void TestNotALetter::takesLettersForLetters_data()
{
    QTest::addColumn<QByteArray>("headers");

    const auto row = [](const char *tag, const char *headers) {
        QTest::newRow(tag) << QByteArray(QByteArray("From: Wilma <w@t.example>\n") + headers);
    };
    row("a letter", "Subject: The hedge\n");
    row("not automatic", "Subject: s\nAuto-Submitted: no\n");
    row("through a group", "Subject: s\nList-Post: <mailto:group@lists.example>\n");
    row("through a group with an id",
        "Subject: s\nList-Id: g.lists.example\nList-Post: <mailto:group@lists.example>\n");
    row("of low precedence", "Subject: s\nPrecedence: bulk\n");
    row("of first class", "Subject: s\nList-Id: x\nPrecedence: first-class\n");
    row("about an office", "Subject: Out of office romance\n");
    row("about replies", "Subject: Automatic reply: is it rude?\n");
    row("suppresses answers", "Subject: The hedge\nX-Auto-Response-Suppress: All\n");
    row("usual way back", "Subject: s\nReturn-Path: <w@t.example>\n");
    row("no answer wanted", "Subject: s\nX-Autoreply: no\n");
    row("about the postmaster", "Subject: My postmaster\nReply-To: postmaster@t.example\n");
    row("with a calendar file", "Subject: s\nContent-Type: multipart/mixed; "
                                "boundary=b\n\n--b\n\nSee.\n--b\nContent-Type: text/calendar; name=a.ics\n\n"
                                "BEGIN:VCALENDAR\n--b--\n");
    row("with a receipt wanted", "Subject: s\nDisposition-Notification-To: w@t.example\n");
}

void TestNotALetter::takesLettersForLetters()
{
    QFETCH(QByteArray, headers);
    QCOMPARE(reasonFor(headers), QString());
}

void TestNotALetter::keepsTheText()
{
    const auto letter = intake::readMessage("From: w@t.example\nSubject: s\nReturn-Path: <>\n\nMy hedge grows.\n");
    QVERIFY(letter.has_value());
    QVERIFY(!letter->notALetter.isEmpty());
    QVERIFY(letter->attention.isEmpty());
    QCOMPARE(letter->text, QStringLiteral("My hedge grows."));
}

QTEST_APPLESS_MAIN(TestNotALetter)
#include "tst_not_a_letter.moc"
