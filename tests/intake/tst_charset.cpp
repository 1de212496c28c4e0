#include "intake/charset.h"
#include "intake/flowed.h"

#include <QTest>

using intake::DecodedText;
using intake::decodeText;

class TestCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void guessesOnlyWhereNothingIsKnown();
    void marksDamage();
    void dropsControlCharacters();
    void takesNoPathForAName();
    void knowsBinaryFiles();
    void unfoldsFlowedText_data();
    void unfoldsFlowedText();
};

void TestCharset::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *bytes, const char *label, const QString &text) {
        QTest::newRow(tag) << QByteArray(bytes) << QByteArray(label) << text;
    };
    row("utf-8", "caf\xC3\xA9", "UTF-8", QStringLiteral("café"));
    row("utf-8 in quotation marks", "caf\xC3\xA9", "\"utf8\"", QStringLiteral("café"));
    row("byte order mark", "\xEF\xBB\xBFhello", "utf-8", QStringLiteral("hello"));
    row("latin 1 is windows-1252", "\x93no\x94 \x96 d\xE9j\xE0", "ISO-8859-1", QStringLiteral("“no” – déjà"));
    row("ascii with windows-1252", "don\x92t", "us-ascii", QStringLiteral("don’t"));
    row("ascii with UTF-8", "don\xE2\x80\x99t", "us-ascii", QStringLiteral("don’t"));
    row("no label, UTF-8", "don\xE2\x80\x99t", "", QStringLiteral("don’t"));
    row("no label, windows-1252", "don\x92t", "", QStringLiteral("don’t"));
    row("unknown label", "don\x92t", "x-unknown", QStringLiteral("don’t"));
    row("UTF-8 label on windows-1252", "don\x92t", "utf-8", QStringLiteral("don’t"));
    row("windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", QStringLiteral("Привет"));
    row("koi8-r", "\xF0\xD2\xC9\xD7\xC5\xD4", "KOI8-R", QStringLiteral("Привет"));
    row("iso-8859-2",
        "\xB3\xF3"
        "d\xBC",
        "iso-8859-2", QStringLiteral("łódź"));
    row("iso-8859-15", "\xA4", "iso-8859-15", QStringLiteral("€"));
    row("shift_jis", "\x83\x65\x83\x58\x83\x67", "Shift_JIS", QStringLiteral("テスト"));
    row("iso-2022-jp", "\x1B$B%F%9%H\x1B(B", "iso-2022-jp", QStringLiteral("テスト"));
    row("euc-kr", "\xC7\xD1\xB1\xDB", "euc-kr", QStringLiteral("한글"));
    row("gb2312", "\xC4\xE3\xBA\xC3", "gb2312", QStringLiteral("你好"));
    row("big5", "\xA7\x41\xA6\x6E", "big5", QStringLiteral("你好"));
    row("utf-7", "caf+AOk-", "utf-7", QStringLiteral("café"));
    row("C1 that was windows-1252", "don\xC2\x92t", "utf-8", QStringLiteral("don’t"));
    row("line ends", "a\r\nb\rc\nd\fe", "utf-8", QStringLiteral("a\nb\nc\nd\ne"));
    QTest::newRow("utf-16 by its mark") << QByteArray("\xFF\xFEh\0i\0", 6) << QByteArray() << QStringLiteral("hi");
    QTest::newRow("utf-16le") << QByteArray("h\0i\0", 4) << QByteArray("utf-16le") << QStringLiteral("hi");
}

void TestCharset::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, label);
    QFETCH(QString, text);
    const DecodedText decoded = decodeText(bytes, label);
    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.damaged);
    QVERIFY(!decoded.dropped);
}

void TestCharset::guessesOnlyWhereNothingIsKnown()
{
    QVERIFY(decodeText("don\x92t", {}).guessed);
    QVERIFY(decodeText("don\x92t", "klingon-8").guessed);
    QVERIFY(decodeText("don\x92t", "utf-8").guessed);
    QVERIFY(!decodeText("don\x92t", "iso-8859-1").guessed);
    QVERIFY(!decodeText("plain", "klingon-8").guessed);
    QVERIFY(!decodeText("don\xE2\x80\x99t", {}).guessed);
}

void TestCharset::marksDamage()
{
    const DecodedText cut = decodeText("caf\xC3\xA9 and caf\xC3", "utf-8");
    QVERIFY(cut.damaged);
    QCOMPARE(cut.text, QStringLiteral("café and caf\uFFFD"));

    const DecodedText half = decodeText("\x83\x65\x83\x58\x83", "shift_jis");
    QVERIFY(half.damaged);
    QCOMPARE(half.text, QStringLiteral("テス\uFFFD"));
}

void TestCharset::dropsControlCharacters()
{
    const DecodedText decoded = decodeText(QByteArray("a\0b\x1Bz\tc\x7F", 8), "utf-8");
    QVERIFY(decoded.dropped);
    QCOMPARE(decoded.text, QStringLiteral("abz\tc"));
}

void TestCharset::takesNoPathForAName()
{
    QCOMPARE(decodeText("ok", "../../tmp/evil").text, QStringLiteral("ok"));
    QCOMPARE(decodeText("ok", "utf-16//TRANSLIT").text, QStringLiteral("ok"));
    QCOMPARE(decodeText("ok", QByteArray(5000, 'x')).text, QStringLiteral("ok"));
}

void TestCharset::knowsBinaryFiles()
{
    QVERIFY(intake::looksBinary("%PDF-1.7 and much text after it"));
    QVERIFY(intake::looksBinary(QByteArray("PK\x03\x04....")));
    QVERIFY(intake::looksBinary(QByteArray(200, '\0')));
    QVERIFY(!intake::looksBinary("A letter, with a\ttab and\r\nlines."));
    QVERIFY(!intake::looksBinary(QByteArray("\xFF\xFEh\0i\0", 6)));
    QVERIFY(!intake::looksBinary(QByteArray()));
}

void TestCharset::unfoldsFlowedText_data()
{
    QTest::addColumn<QString>("flowed");
    QTest::addColumn<bool>("deletesSpaces");
    QTest::addColumn<QString>("text");

    QTest::newRow("joined") << QStringLiteral("one \ntwo \nthree\nfour") << false
                            << QStringLiteral("one two three\nfour");
    QTest::newRow("delsp") << QStringLiteral("Donau \ndampf \nschiff") << true << QStringLiteral("Donaudampfschiff");
    QTest::newRow("stuffed") << QStringLiteral(" From here\n > no quotation") << false
                             << QStringLiteral("From here\n> no quotation");
    QTest::newRow("quoted") << QStringLiteral("> a \n> b\nc") << false << QStringLiteral("> a b\nc");
    QTest::newRow("deeper") << QStringLiteral("> a \n>> b\n>> \nc") << false << QStringLiteral("> a \n>> b\n>>\nc");
    QTest::newRow("signature mark") << QStringLiteral("bye \n-- \nWilma \nTansley") << false
                                    << QStringLiteral("bye \n-- \nWilma Tansley");
    QTest::newRow("blank lines") << QStringLiteral("a\n\nb") << false << QStringLiteral("a\n\nb");
    QTest::newRow("ends open") << QStringLiteral("a \nb ") << false << QStringLiteral("a b ");
    QTest::newRow("empty") << QString() << false << QString();
}

void TestCharset::unfoldsFlowedText()
{
    QFETCH(QString, flowed);
    QFETCH(bool, deletesSpaces);
    QFETCH(QString, text);
    QCOMPARE(intake::unfoldFlowed(flowed, deletesSpaces), text);
}

QTEST_APPLESS_MAIN(TestCharset)
#include "tst_charset.moc"
