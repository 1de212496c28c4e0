#include "intake/encoded_words.h"
#include "intake/mime.h"

#include <QElapsedTimer>
#include <QTest>

using intake::decodeHeaderText;
using intake::withoutEncodedWords;

class TestEncodedWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void keepsSyntaxOfAddresses_data();
    void keepsSyntaxOfAddresses();
    void takesLinearTime();
};

void TestEncodedWords::decodes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *value, const char *text) {
        QTest::newRow(tag) << QByteArray(value) << QString::fromUtf8(text);
    };
    row("Q", "=?utf-8?Q?Caf=C3=A9_society?=", "Café society");
    row("B", "=?UTF-8?b?Q2Fmw6kgc29jaWV0eQ==?=", "Café society");
    row("words beside text", "Re: =?utf-8?Q?Caf=C3=A9?= society", "Re: Café society");
    row("space between words", "=?utf-8?Q?a?=  =?utf-8?Q?b?=", "ab");
    row("no space between words", "=?utf-8?Q?a?==?utf-8?Q?b?=", "ab");
    row("no space around a word", "in=?utf-8?Q?_the_?=middle", "in the middle");
    row("split inside a character, Q", "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café");
    row("split inside a character, B", "=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=", "😀");
    row("split in two encodings", "=?utf-8?Q?caf=C3?= =?utf-8?B?qQ==?=", "café");
    row("split inside four letters", "=?utf-8?B?Q2Fmw6kgc29j?= =?utf-8?B?aW?= =?utf-8?B?V0eQ==?=", "Café society");
    row("B without padding", "=?utf-8?B?Q2Fmw6kgc29jaWV0eQ?=", "Café society");
    row("two of B without padding", "=?utf-8?B?Q2Fmw6k?= =?utf-8?B?IG5vdw?=", "Café now");
    row("B with spaces in it", "=?utf-8?B?Q2Fmw6kg c29jaWV0eQ==?=", "Café society");
    row("B with junk in it", "=?utf-8?B?Q2F*mw6kgc29jaWV0eQ==?=", "Café society");
    row("B that breaks off", "=?utf-8?B?Q2Fmw6kgc29jaWV0", "Café societ");
    row("Q that breaks off", "=?utf-8?Q?Caf=C3=A9_soc", "Café soc");
    row("Q with spaces", "=?utf-8?Q?Caf=C3=A9 society ?= x", "Café society x");
    row("Q with a question mark", "=?utf-8?Q?Why?_Caf=C3=A9?\?=", "Why? Café?");
    row("Q with a question mark before an escape", "=?utf-8?Q?Why?=C3=A9?=", "Why?é");
    row("Q with a broken escape", "=?utf-8?Q?50=ZZ_=?=", "50=ZZ =");
    row("Q with small letters", "=?utf-8?q?caf=c3=a9?=", "café");
    row("raw UTF-8 inside", "=?utf-8?Q?caf\xC3\xA9_a=C3=A9?=", "café aé");
    row("raw UTF-8 inside another set", "=?iso-8859-1?Q?caf\xC3\xA9_a=E9?=", "café aé");
    row("raw UTF-8 behind", "=?utf-8?Q?a?= caf\xC3\xA9", "a café");
    row("language", "=?utf-8*fr?Q?caf=C3=A9?=", "café");
    row("charset that is none", "=?x-nobody?Q?don=92t?=", "don’t");
    row("no charset", "=??Q?caf=C3=A9?=", "café");
    row("UTF-8 called latin 1", "=?iso-8859-1?Q?caf=C3=A9?=", "café");
    row("windows-1252 called latin 1", "=?iso-8859-1?Q?don=92t?=", "don’t");
    row("windows-1252 called UTF-8", "=?utf-8?Q?don=92t?=", "don’t");
    row("windows-1252 called ASCII", "=?us-ascii?Q?caf=E9?=", "café");
    row("koi8-r", "=?koi8-r?B?8NLJ18XU?=", "Привет");
    row("windows-1251", "=?Windows-1251?Q?=CF=F0=E8=E2=E5=F2?=", "Привет");
    row("iso-2022-jp", "=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=", "テスト");
    row("iso-2022-jp split between", "=?ISO-2022-JP?B?GyRCJUYlORsoQg==?= =?ISO-2022-JP?B?GyRCJUgbKEI=?=", "テスト");
    row("shift_jis split inside", "=?shift_jis?B?g2WD?= =?shift_jis?B?WINn?=", "テスト");
    row("gb2312", "=?gb2312?B?xOO6ww==?=", "你好");
    row("big5", "=?big5?B?p0GmbqdB?=", "你好你");
    row("ks_c_5601", "=?ks_c_5601-1987?B?x9Gx2w==?=", "한글");
    row("inside quotation marks", "\"=?utf-8?Q?caf=C3=A9?=\"", "\"café\"");
    row("words of different sets", "=?utf-8?Q?caf=C3=A9?= =?iso-8859-1?Q?=E9?=", "caféé");
    row("empty word", "a =?utf-8?Q?\?= b", "a b");
    row("line end inside", "=?utf-8?Q?a=0Ab=0D=0Ac?=", "a b c");
    row("control characters inside", "=?utf-8?Q?a=00=1Bb?=", "ab");
}

void TestEncodedWords::decodes()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(decodeHeaderText(value), text);
}

void TestEncodedWords::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {"=?", "=?=", "?=", "=?utf-8", "=?utf-8?", "=?utf-8?Q", "=?utf-8?Q?broken",
          "=?utf-8?X?a?=", "=?utf 8?Q?a?=", "Why =? and what?=", "a=?b?=c", "1=?2", "=?utf-8?B?abc"})
        QTest::newRow(value) << QByteArray(value);
}

void TestEncodedWords::leavesOrdinaryTextAlone()
{
    QFETCH(QByteArray, value);
    QCOMPARE(decodeHeaderText(value), QString::fromUtf8(value));
}

void TestEncodedWords::keepsSyntaxOfAddresses_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");

    const auto row = [](const char *tag, const char *value, const char *name, const char *address = "w@t.example") {
        QTest::newRow(tag) << QByteArray(value) << QString::fromUtf8(name) << QString::fromUtf8(address);
    };
    row("comma", "=?utf-8?Q?T=C3=A4nsley=2C_Wilma?= <w@t.example>", "Tänsley, Wilma");
    row("comma in quotation marks", "\"=?utf-8?Q?T=C3=A4nsley=2C_Wilma?=\" <w@t.example>", "Tänsley, Wilma");
    row("brackets", "=?utf-8?Q?W_=3Cx=40y.example=3E?= <w@t.example>", "W <x@y.example>");
    row("quotation mark", "=?utf-8?Q?Wilma_=22W=22_T=5C?= <w@t.example>", "Wilma \"W\" T\\");
    row("two words", "=?utf-8?Q?W=C3=AFlma?= =?utf-8?Q?_Tansley?= <w@t.example>", "Wïlma Tansley");
    row("word and atom", "=?utf-8?Q?W=C3=AFlma?= Tansley <w@t.example>", "Wïlma Tansley");
    row("no space before the bracket", "=?utf-8?Q?W=C3=AFlma?=<w@t.example>", "Wïlma");
    row("shift_jis", "=?shift_jis?B?g2WDWINn?= <w@t.example>", "テスト");
    row("all of it encoded", "=?utf-8?Q?W=C3=AFlma_=3Cw=40t.example=3E?=", "Wïlma");
    row("all of it in quotation marks", "\"Wilma <w@t.example>\"", "Wilma");
    row("address encoded", "Wilma <=?utf-8?Q?w=40t.example?=>", "Wilma");
    row("in a comment", "w@t.example (=?utf-8?Q?W=C3=AFlma?=)", "Wïlma");
    row("second of two", "=?utf-8?Q?W=C3=AFlma?= <w@t.example>, =?utf-8?Q?G=2C?= <g@o.example>", "Wïlma");
}

void TestEncodedWords::keepsSyntaxOfAddresses()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, name);
    QFETCH(QString, address);
    const intake::Sender sender = intake::decodeSender(value);
    QCOMPARE(sender.name, name);
    QCOMPARE(sender.address, address);
    QCOMPARE(withoutEncodedWords("Wilma <w@t.example>"), QByteArray("Wilma <w@t.example>"));
}

void TestEncodedWords::takesLinearTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const char *part : {"=?", "=?utf-8?Q?", "=?utf-8?Q?a?=", "=?utf-8?B?a?= ", "=?utf-8?Q?a?=C3"}) {
        const QByteArray value = QByteArray(part).repeated(30'000 / qsizetype(qstrlen(part)));
        QVERIFY(decodeHeaderText(value).size() <= value.size());
        QVERIFY(!withoutEncodedWords(value).isEmpty());
    }
    QVERIFY2(timer.elapsed() < 5000, "this takes milliseconds if it is linear");
}

QTEST_APPLESS_MAIN(TestEncodedWords)
#include "tst_encoded_words.moc"
