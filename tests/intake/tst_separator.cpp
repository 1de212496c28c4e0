#include "intake/separator.h"

#include <QTest>

using intake::isQuotedSeparator;
using intake::isSeparator;
using intake::startsHeaders;
using intake::startsMessage;

class TestSeparator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSeparators_data();
    void knowsSeparators();
    void knowsWhatStartsAMessage_data();
    void knowsWhatStartsAMessage();
    void knowsHeaders_data();
    void knowsHeaders();
    void knowsQuotedSeparators();
};

void TestSeparator::knowsSeparators_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("is");

    for (const char *line : {
             "From w@t.example Mon May  2 16:07:05 2005",
             "From - Sat Jun 01 10:00:00 2013",
             "From w at t.example  Mon Aug 22 09:45:15 2011",
             "From ???@??? Sat Jan 03 01:05:34 1996",
             "From w@t.example Mon May  2 16:07:05 PDT 2005",
             "From 1520443@xxx Mon May 02 16:07:05 +0000 2016",
             "From w@t.example Mon May  2 16:07 2005",
             "From w@t.example Mon May  2 16:07:05 2005 +0200",
             "From w@t.example Mon, 2 May 2005 16:07:05 +0200",
             "From \"W T\"@t.example Mon May  2 16:07:05 2005 remote from far",
         })
        QTest::newRow(line) << QByteArray(line) << true;
    for (const char *line : {
             "From the moment I met him, he hummed.",
             "From May to June 2019 he was away",
             "From 10:00 to 12:30 on 3 May he hums",
             "From 2005 on, at 16:07:05 every day",
             "From 2 May 2005 16:07 on he hummed",
             "From: w@t.example Mon May  2 16:07:05 2005",
             "from w@t.example Mon May  2 16:07:05 2005",
             "From w@t.example Mon May  2 16:07:05 05",
             "From w@t.example",
             "From ",
             "From",
             ">From w@t.example Mon May  2 16:07:05 2005",
             "",
         })
        QTest::newRow(line) << QByteArray(line) << false;
    QTest::newRow("endless") << QByteArray("From " + QByteArray(100'000, 'x') + " Mon May  2 16:07:05 2005") << false;
}

void TestSeparator::knowsSeparators()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, is);
    QCOMPARE(isSeparator(line), is);
}

void TestSeparator::knowsWhatStartsAMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("afterBlank");
    QTest::addColumn<bool>("afterText");

    const QByteArray plain = "From w@t.example Mon May  2 16:07:05 2005\n";
    const QByteArray odd = "From w@t.example 2 May 2005 16:07\n";
    QTest::newRow("with headers") << plain + "Subject: s\n" << true << true;
    QTest::newRow("with headers, DOS") << plain.chopped(1) + "\r\nSubject: s\r\n" << true << true;
    QTest::newRow("with headers, Mac") << plain.chopped(1) + "\rSubject: s\r" << true << true;
    QTest::newRow("passed on") << plain + ">From x@y.example Sun May  1 16:07:05 2005\nSubject: s\n" << true << true;
    QTest::newRow("with text") << plain + "Dear Column,\n" << true << false;
    QTest::newRow("with nothing") << plain << true << false;
    QTest::newRow("cut off") << plain.chopped(1) << true << false;
    QTest::newRow("UUCP") << plain.chopped(1) + " remote from far\nSubject: s\n" << true << true;
    QTest::newRow("two zones") << plain.chopped(5) + "PDT 2005 (-0700)\nSubject: s\n" << true << false;
    QTest::newRow("date of mail") << QByteArray("From w@t.example Mon, 2 May 2005 16:07:05 +0200\nSubject: s\n") << true
                                  << true;
    QTest::newRow("odd with headers") << odd + "Subject: s\n" << true << false;
    QTest::newRow("odd with text") << odd + "Dear Column,\n" << false << false;
    QTest::newRow("a sentence") << QByteArray("From 2 May 2005 16:07 onwards he hums.\nSubject to change\n") << false
                                << false;
    QTest::newRow("a day in a sentence") << QByteArray("From then, Mon May 2 16:07 2005, he hums\nand hums\n") << false
                                         << false;
    QTest::newRow("no date") << QByteArray("From w@t.example\nSubject: s\n") << false << false;
    QTest::newRow("nothing") << QByteArray() << false << false;
}

void TestSeparator::knowsWhatStartsAMessage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, afterBlank);
    QFETCH(bool, afterText);
    QCOMPARE(startsMessage(bytes, true), afterBlank);
    QCOMPARE(startsMessage(bytes, false), afterText);
}

void TestSeparator::knowsHeaders_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("are");
    QTest::newRow("a header") << QByteArray("Subject: s\n") << true;
    QTest::newRow("no value") << QByteArray("X-Empty:") << true;
    QTest::newRow("after what was passed on") << QByteArray(">From a\n>From b\nTo: c\n") << true;
    QTest::newRow("a sentence") << QByteArray("He said: no.\n") << false;
    QTest::newRow("no name") << QByteArray(": no\n") << false;
    QTest::newRow("later") << QByteArray("\nSubject: s\n") << false;
    QTest::newRow("a long name") << QByteArray(QByteArray(200, 'x') + ": y") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestSeparator::knowsHeaders()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, are);
    QCOMPARE(startsHeaders(bytes), are);
}

void TestSeparator::knowsQuotedSeparators()
{
    QVERIFY(isQuotedSeparator(">From here"));
    QVERIFY(isQuotedSeparator(">>>From here"));
    QVERIFY(!isQuotedSeparator("From here"));
    QVERIFY(!isQuotedSeparator("> From here"));
    QVERIFY(!isQuotedSeparator(">from here"));
    QVERIFY(!isQuotedSeparator(">"));
    QVERIFY(!isQuotedSeparator({}));
}

QTEST_APPLESS_MAIN(TestSeparator)
#include "tst_separator.moc"
