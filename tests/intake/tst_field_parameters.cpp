#include "intake/field_parameters.h"

#include <QElapsedTimer>
#include <QTest>

using intake::FieldParameters;
using intake::readParameters;

class TestFieldParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFileNames_data();
    void readsFileNames();
    void readsPlainValues_data();
    void readsPlainValues();
    void readsTheValue();
    void isBounded();
};

void TestFieldParameters::readsFileNames_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *tag, const char *parameters, const char *name) {
        QTest::newRow(tag) << QByteArray(parameters) << QString::fromUtf8(name);
    };
    row("plain", "filename=a.txt", "a.txt");
    row("quoted", "filename=\"a b.txt\"", "a b.txt");
    row("spaces without quotation marks", "filename=a b.txt; size=3", "a b.txt");
    row("brackets without quotation marks", "filename=a (1).txt", "a (1).txt");
    row("semicolon in quotation marks", "filename=\"a;b.txt\"", "a;b.txt");
    row("escaped quotation mark", R"(filename="a \"b\".txt")", "a \"b\".txt");
    row("backslashes of a path", R"(filename="C:\My\a.txt")", "C:\\My\\a.txt");
    row("unclosed", "filename=\"a b.txt; size=3", "a b.txt");
    row("spaces around the mark", "filename = \"a.txt\"", "a.txt");
    row("folded", "filename=\r\n\t\"a\r\n b.txt\"", "a b.txt");
    row("in capitals", "FileName=a.txt", "a.txt");
    row("twice", "filename=a.txt; filename=b.txt", "a.txt");
    row("no semicolon before", " filename=a.txt", "a.txt");
    row("too many semicolons", ";; ; filename=a.txt;;", "a.txt");
    row("apostrophes", "filename=\"it's Wilma's.txt\"", "it's Wilma's.txt");

    row("percented", "filename*=UTF-8''na%C3%AFve%20a.txt", "naïve a.txt");
    row("percented, latin 1", "filename*=iso-8859-1'en'na%EFve.txt", "naïve.txt");
    row("percented, windows-1252 called latin 1", "filename*=iso-8859-1''don%92t.txt", "don’t.txt");
    row("percented, quoted", "filename*=\"UTF-8''na%C3%AFve.txt\"", "naïve.txt");
    row("percented, no charset", "filename*=''na%C3%AFve.txt", "naïve.txt");
    row("percented, no apostrophes", "filename*=na%C3%AFve.txt", "naïve.txt");
    row("percented, unknown charset", "filename*=x-nobody''na%EFve.txt", "naïve.txt");
    row("percented, broken escapes", "filename*=UTF-8''50%25%2.txt%", "50%%2.txt%");
    row("percented without the star", "filename=\"UTF-8''na%C3%AFve.txt\"", "naïve.txt");
    row("percented beside plain", "filename=naive.txt; filename*=UTF-8''na%C3%AFve.txt", "naïve.txt");

    row("continued", "filename*0=\"a very \"; filename*1=\"long.txt\"", "a very long.txt");
    row("continued, out of order", "filename*1=b; filename*2=\"c.txt\"; filename*0=a", "abc.txt");
    row("continued, more than ten",
        "filename*0=a; filename*1=b; filename*2=c; filename*3=d; filename*4=e; filename*5=f; filename*6=g; "
        "filename*7=h; filename*8=i; filename*9=j; filename*10=k; filename*11=.txt",
        "abcdefghijk.txt");
    row("continued, with apostrophes", "filename*0=\"it's Wi\"; filename*1=\"lma's.txt\"", "it's Wilma's.txt");
    row("continued, percented", "filename*0*=UTF-8''na%C3; filename*1*=%AFve%20; filename*2=\"50%.txt\"",
        "naïve 50%.txt");
    row("continued, percented later only", "filename*0=\"it's na\"; filename*1*=%C3%AFve.txt", "it's naïve.txt");
    row("continued, without a beginning", "filename*1=\"b.txt\"", "b.txt");
    row("continued, section twice", "filename*0=a; filename*0=x; filename*1=b", "ab");

    row("encoded word", "filename=\"=?utf-8?Q?na=C3=AFve?= a.txt\"", "naïve a.txt");
    row("encoded word without quotation marks", "filename==?utf-8?B?bmHDr3ZlLnR4dA==?=", "naïve.txt");
    row("encoded words, continued", "filename*0=\"=?utf-8?Q?na=C3\"; filename*1=\"=AFve?=.txt\"", "naïve.txt");
    row("encoded words, folded", "filename=\"=?utf-8?Q?na=C3?=\r\n =?utf-8?Q?=AFve.txt?=\"", "naïve.txt");
    row("shift_jis", "filename=\"=?shift_jis?B?g2WDWINn?=.txt\"", "テスト.txt");
    row("raw UTF-8", "filename=\"na\xC3\xAFve.txt\"", "naïve.txt");
    row("raw latin 1", "filename=\"na\xEFve.txt\"", "naïve.txt");
    row("nothing", "filename=", "");
    row("no name", "size=3", "");
}

void TestFieldParameters::readsFileNames()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QString, name);
    QCOMPARE(readParameters(QByteArray("attachment;" + parameters)).text("filename"), name);
}

void TestFieldParameters::readsPlainValues_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("charset");

    const auto row = [](const char *tag, const char *field, const char *charset) {
        QTest::newRow(tag) << QByteArray(field) << QByteArray(charset);
    };
    row("plain", "text/plain; charset=utf-8", "utf-8");
    row("quoted", "text/plain; charset=\"utf-8\"", "utf-8");
    row("comment", "text/plain; charset=us-ascii (Plain text)", "us-ascii (Plain text)");
    row("comment before", "text/plain (nothing; more); charset=utf-8", "utf-8");
    row("percented", "text/plain; charset*=us-ascii'en'utf%2D8", "utf-8");
    row("continued", "text/plain; charset*0=utf; charset*1=-8", "utf-8");
    row("no value", "text/plain; charset; format=flowed", "");
    row("two", "text/plain; charset=utf-8; charset=koi8-r", "utf-8");
}

void TestFieldParameters::readsPlainValues()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, charset);
    QCOMPARE(readParameters(field).plain("charset"), charset);
}

void TestFieldParameters::readsTheValue()
{
    QCOMPARE(readParameters("Text/HTML").value, QByteArray("text/html"));
    QCOMPARE(readParameters(" text/html ;charset=x").value, QByteArray("text/html"));
    QCOMPARE(readParameters("text(comment)/plain").value, QByteArray("text/plain"));
    QCOMPARE(readParameters(":-(").value, QByteArray(":-("));
    QCOMPARE(readParameters("").value, QByteArray());
}

void TestFieldParameters::isBounded()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readParameters(QByteArray("a;" + QByteArray("x*0=y;").repeated(20'000))).parameters.size() <= 200);
    QVERIFY(readParameters(QByteArray(30'000, '(')).parameters.isEmpty());
    QVERIFY(readParameters(QByteArray(30'000, '"')).parameters.isEmpty());
    QVERIFY(readParameters(QByteArray("a;b=" + QByteArray("\\\"").repeated(15'000))).parameters.size() == 1);
    QVERIFY(readParameters("a; x*99999999999=b; x*-1=c; *=d; **=e").text("x").size() <= 2);
    QVERIFY2(timer.elapsed() < 5000, "this takes milliseconds if it is linear");
}

QTEST_APPLESS_MAIN(TestFieldParameters)
#include "tst_field_parameters.moc"
