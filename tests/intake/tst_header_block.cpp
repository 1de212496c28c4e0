#include "intake/encoded_words.h"
#include "intake/header_block.h"
#include "intake/mime.h"

#include <QTest>

using intake::HeaderBlock;
using intake::readHeaderBlock;

class TestHeaderBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFoldedFields();
    void passesOverForeignLines();
    void endsWhereTheTextBegins();
    void needsOneFieldOfMail();
    void skipsWhatStandsBefore();
    void decodesRawBytes_data();
    void decodesRawBytes();
    void isBounded();
    void decodesSubjects_data();
    void decodesSubjects();
    void decodesSenders_data();
    void decodesSenders();
    void decodesDates_data();
    void decodesDates();
};

void TestHeaderBlock::readsFoldedFields()
{
    const QByteArray raw = "Subject: one\r\n two\r\n\tthree\r\nTo   : x@y.example\r\n\r\nBody";
    const HeaderBlock block = readHeaderBlock(raw);
    QCOMPARE(block.value("subject"), QByteArray("one two three"));
    QCOMPARE(block.value("to"), QByteArray("x@y.example"));
    QCOMPARE(raw.sliced(block.end), QByteArray("Body"));
    QVERIFY(!block.hasForeignLines);
    QCOMPARE(block.value("cc"), QByteArray());
}

void TestHeaderBlock::passesOverForeignLines()
{
    const HeaderBlock block = readHeaderBlock("From: a@b.example\n**junk**\n  more junk\nSubject: s\n\nBody");
    QVERIFY(block.hasForeignLines);
    QCOMPARE(block.fields.size(), 2);
    QCOMPARE(block.value("from"), QByteArray("a@b.example"));
    QCOMPARE(block.value("subject"), QByteArray("s"));
}

void TestHeaderBlock::endsWhereTheTextBegins()
{
    const QByteArray raw = "Subject: s\nDear Column,\nNote: he lies.\n\nW.";
    const HeaderBlock block = readHeaderBlock(raw);
    QCOMPARE(raw.sliced(block.end), QByteArray("Dear Column,\nNote: he lies.\n\nW."));

    const QByteArray spaces = "Subject: s\n \nDear Column";
    QCOMPARE(spaces.sliced(readHeaderBlock(spaces).end), QByteArray("Dear Column"));
}

void TestHeaderBlock::needsOneFieldOfMail()
{
    QVERIFY(readHeaderBlock("Help: my sister sings\n\nall day").fields.isEmpty());
    QVERIFY(readHeaderBlock("No headers here.\nSubject: not one\n\n").fields.isEmpty());
    QVERIFY(readHeaderBlock("").fields.isEmpty());
    QVERIFY(readHeaderBlock("\n\n\n").fields.isEmpty());
    QCOMPARE(readHeaderBlock("Content-Type: text/plain\n\nx").fields.size(), 1);
}

void TestHeaderBlock::skipsWhatStandsBefore()
{
    QCOMPARE(readHeaderBlock("\xEF\xBB\xBFSubject: s\n\n").value("subject"), QByteArray("s"));
    QCOMPARE(readHeaderBlock("\r\n\r\nSubject: s\n\n").value("subject"), QByteArray("s"));
    QCOMPARE(readHeaderBlock("From w@t.example Mon May  2 16:07:05 2005\nSubject: s\n\n").value("subject"),
             QByteArray("s"));
    QCOMPARE(readHeaderBlock("From  : w@t.example\nSubject: s\n\n").value("from"), QByteArray("w@t.example"));
}

void TestHeaderBlock::decodesRawBytes_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("guessed");

    const auto row = [](const char *tag, const char *subject, const char *type, const char *text, bool guessed) {
        QTest::newRow(tag) << QByteArray(subject) << QByteArray(type) << QString::fromUtf8(text) << guessed;
    };
    row("UTF-8", "caf\xC3\xA9", "text/plain; charset=iso-8859-1", "café", false);
    row("as the text", "\xF0\xD2\xC9\xD7\xC5\xD4", "text/plain; charset=koi8-r", "Привет", false);
    row("as the text, latin 1", "caf\xE9", "text/plain; charset=\"ISO-8859-1\"", "café", false);
    row("without a word of it", "don\x92t", "text/plain", "don’t", true);
    row("other than the text", "don\x92t", "text/plain; charset=utf-8", "don’t", true);
    row("iso-2022-jp", "\x1B$B%F%9%H\x1B(B", "text/plain; charset=iso-2022-jp", "テスト", false);
    row("encoded words beside", "=?utf-8?Q?caf=C3=A9?= caf\xE9", "text/plain; charset=iso-8859-1", "café café", false);
}

void TestHeaderBlock::decodesRawBytes()
{
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, text);
    QFETCH(bool, guessed);
    const QByteArray raw = "Subject: " + subject + "\nContent-Type: " + contentType + "\n\nx";
    const HeaderBlock block = readHeaderBlock(raw);
    QCOMPARE(intake::decodeHeaderText(block.value("subject")), text);
    QCOMPARE(block.hasGuessedText, guessed);
}

void TestHeaderBlock::isBounded()
{
    QByteArray raw;
    for (int i = 0; i < 10'000; ++i)
        raw.append("X-Field: v\n");
    raw.append("Subject: " + QByteArray(1'000'000, 's') + "\n\n");
    const HeaderBlock block = readHeaderBlock(raw);
    QVERIFY(block.fields.size() <= 2000);
    QCOMPARE(block.end, raw.size());
}

void TestHeaderBlock::decodesSubjects_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("subject");

    const auto row = [](const char *tag, const char *value, const QString &subject) {
        QTest::newRow(tag) << QByteArray(value) << subject;
    };
    row("plain", "Fwd: Re: My neighbour", QStringLiteral("Fwd: Re: My neighbour"));
    row("quoted", "=?utf-8?Q?Caf=C3=A9_society?=", QStringLiteral("Café society"));
    row("emoji split over two words", "=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=", QStringLiteral("😀"));
    row("raw UTF-8 behind a word", "=?utf-8?Q?a?= caf\xC3\xA9", QStringLiteral("a café"));
    row("windows-1252 called latin 1", "=?iso-8859-1?Q?don=92t?=", QStringLiteral("don’t"));
    row("broken word", "=?utf-8?Q?broken", QStringLiteral("=?utf-8?Q?broken"));
    row("spaces in a word", "=?utf-8?Q?has space?=", QStringLiteral("has space"));
    row("much white space", " a \t  b ", QStringLiteral("a b"));
    row("empty", "", QString());
}

void TestHeaderBlock::decodesSubjects()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, subject);
    QCOMPARE(intake::decodeHeaderText(value), subject);
}

void TestHeaderBlock::decodesSenders_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");

    const auto row = [](const char *tag, const char *value, const QString &name, const QString &address) {
        QTest::newRow(tag) << QByteArray(value) << name << address;
    };
    const QString wilma = QStringLiteral("Wilma Tansley");
    const QString at = QStringLiteral("w@t.example");
    row("usual", "Wilma Tansley <w@t.example>", wilma, at);
    row("quoted", "\"Tansley, Wilma\" <w@t.example>", QStringLiteral("Tansley, Wilma"), at);
    row("encoded", "=?utf-8?Q?W=C3=AFlma?= <w@t.example>", QStringLiteral("Wïlma"), at);
    row("encoded in quotes", "\"=?utf-8?Q?W=C3=AFlma?=\" <w@t.example>", QStringLiteral("Wïlma"), at);
    row("address alone", "w@t.example", QString(), at);
    row("comment as name", "w@t.example (Wilma Tansley)", wilma, at);
    row("two", "Wilma Tansley <w@t.example>, Gil <g@o.example>", wilma, at);
    row("group", "Family: Wilma Tansley <w@t.example>, g@o.example;", wilma, at);
    row("empty group", "Undisclosed recipients:;", QString(), QString());
    row("no brackets", "Wilma Tansley w@t.example", wilma, at);
    row("unclosed", "Wilma Tansley <w@t.example", wilma, at);
    row("name alone", "Wilma Tansley", wilma, QString());
    row("word alone", "Wilma", QStringLiteral("Wilma"), QString());
    row("obsolete route", "Wilma Tansley <@relay.example:w@t.example>", wilma, at);
    row("nothing", "", QString(), QString());
}

void TestHeaderBlock::decodesSenders()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, name);
    QFETCH(QString, address);
    const intake::Sender sender = intake::decodeSender(value);
    QCOMPARE(sender.name, name);
    QCOMPARE(sender.address, address);
}

void TestHeaderBlock::decodesDates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("utc");

    const auto row = [](const char *tag, const char *value, const char *utc) {
        QTest::newRow(tag) << QByteArray(value) << QString::fromLatin1(utc);
    };
    row("usual", "Tue, 4 Mar 2025 21:14:09 +0100", "2025-03-04T20:14:09Z");
    row("zone in letters", "Tue, 4 Mar 2025 21:14:09 EST", "2025-03-05T02:14:09Z");
    row("comment", "Tue, 4 Mar 2025 21:14:09 +0100 (CET)", "2025-03-04T20:14:09Z");
    row("two digits", "21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z");
    row("no seconds", "4 Mar 2025 21:14 +0000", "2025-03-04T21:14:00Z");
    row("obsolete spaces", "Tue, 4 Mar 2025 21(x):  14 : 09 +0000", "2025-03-04T21:14:09Z");
    row("leap second", "Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z");
    row("before 1970", "Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-14T03:02:54Z");
    row("after 2038", "Wed, 20 Jan 2038 04:00:00 +0000", "2038-01-20T04:00:00Z");
    row("no such day", "Sat, 31 Feb 2015 10:00:00 +0000", "");
    row("far future", "Mon, 30 Jun 3609 15:33:50 +0600", "");
    row("words", "last Tuesday", "");
    row("nothing", "", "");
}

void TestHeaderBlock::decodesDates()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, utc);
    const QDateTime moment = intake::decodeDate(value);
    QCOMPARE(moment.toString(Qt::ISODate), utc);
    QVERIFY(utc.isEmpty() || moment.timeSpec() == Qt::UTC);
}

QTEST_APPLESS_MAIN(TestHeaderBlock)
#include "tst_header_block.moc"
