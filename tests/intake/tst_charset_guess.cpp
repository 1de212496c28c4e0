#include "intake/charset.h"
#include "intake/charset_guess.h"

#include <QTest>

using intake::DecodedText;
using intake::decodeText;
using intake::guessCharset;

class TestCharsetGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void leavesWesternTextAlone_data();
    void leavesWesternTextAlone();
    void correctsWrongClaims_data();
    void correctsWrongClaims();
    void believesClaimsThatMayBeTrue_data();
    void believesClaimsThatMayBeTrue();
};

void TestCharsetGuess::guesses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("text");

    QTest::newRow("Russian, windows-1251")
        << QByteArray("\xC4\xEE\xF0\xEE\xE3\xE0\xFF \xF0\xE5\xE4\xE0\xEA\xF6\xE8\xFF, \xEC\xEE\xE9 "
                      "\xF1\xEE\xF1\xE5\xE4 \xE1\xE5\xF0\xE5\xF2 \xE2\xF1\xE5 \xE8 \xED\xE5 \xEE\xF2\xE4\xE0\xE5\xF2.")
        << QByteArray("windows-1251") << QStringLiteral("Дорогая редакция, мой сосед берет все и не отдает.");
    QTest::newRow("Russian, koi8-r")
        << QByteArray("\xE4\xCF\xD2\xCF\xC7\xC1\xD1 \xD2\xC5\xC4\xC1\xCB\xC3\xC9\xD1, \xCD\xCF\xCA "
                      "\xD3\xCF\xD3\xC5\xC4 \xC2\xC5\xD2\xC5\xD4 \xD7\xD3\xC5 \xC9 \xCE\xC5 \xCF\xD4\xC4\xC1\xC5\xD4.")
        << QByteArray("koi8-r") << QStringLiteral("Дорогая редакция, мой сосед берет все и не отдает.");
    QTest::newRow("Japanese, shift_jis")
        << QByteArray("\x82\xCD\x82\xB6\x82\xDF\x82\xDC\x82\xB5\x82\xC4\x81\x42\x95v\x82\xCC\x82\xB1\x82\xC6\x82\xC5"
                      "\x91\x8A\x92k\x82\xAA\x82\xA0\x82\xE8\x82\xDC\x82\xB7\x81\x42")
        << QByteArray("cp932") << QStringLiteral("はじめまして。夫のことで相談があります。");
    QTest::newRow("Japanese, euc-jp")
        << QByteArray("\xA4\xCF\xA4\xB8\xA4\xE1\xA4\xDE\xA4\xB7\xA4\xC6\xA1\xA3\xC9\xD7\xA4\xCE\xA4\xB3\xA4\xC8\xA4\xC7"
                      "\xC1\xEA\xC3\xCC\xA4\xAC\xA4\xA2\xA4\xEA\xA4\xDE\xA4\xB9\xA1\xA3")
        << QByteArray("euc-jp-ms") << QStringLiteral("はじめまして。夫のことで相談があります。");
    QTest::newRow("Chinese, gb18030")
        << QByteArray(
               "\xC4\xE3\xBA\xC3\xA3\xAC\xCE\xD2\xB5\xC4\xD5\xC9\xB7\xF2\xB2\xBB\xCB\xB5\xBB\xB0\xA3\xAC\xCE\xD2\xD2"
               "\xAA\xD4\xF5\xC3\xB4\xB0\xEC\xA3\xBF\xCB\xFB\xCA\xC7\xCE\xD2\xB5\xC4\xC5\xF3\xD3\xD1\xA1\xA3")
        << QByteArray("gb18030") << QStringLiteral("你好，我的丈夫不说话，我要怎么办？他是我的朋友。");
    QTest::newRow("Chinese, big5")
        << QByteArray("\xA7\x41\xA6n\xA1\x41\xA7\xDA\xAA\xBA\xA4V\xA4\xD2\xA4\xA3\xBB\xA1\xB8\xDC\xA1\x41\xA7\xDA\xADn"
                      "\xAB\xE7\xBB\xF2\xBF\xEC\xA1H\xA5L\xACO\xA7\xDA\xAA\xBA\xAA\x42\xA4\xCD\xA1\x43")
        << QByteArray("big5-hkscs") << QStringLiteral("你好，我的丈夫不說話，我要怎麼辦？他是我的朋友。");
    QTest::newRow("Korean, euc-kr")
        << QByteArray("\xBE\xC8\xB3\xE7\xC7\xCF\xBC\xBC\xBF\xE4. \xB3\xB2\xC6\xED \xB6\xA7\xB9\xAE\xBF\xA1 "
                      "\xB0\xED\xB9\xCE\xC0\xCC \xC0\xD6\xBE\xEE\xBF\xE4.")
        << QByteArray("cp949") << QStringLiteral("안녕하세요. 남편 때문에 고민이 있어요.");
}

void TestCharsetGuess::guesses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, charset);
    QFETCH(QString, text);
    QCOMPARE(guessCharset(bytes), charset);
    for (const char *label : {"", "x-nobody", "us-ascii", "iso-8859-1", "windows-1252", "utf-8"}) {
        const DecodedText decoded = decodeText(bytes, label);
        QCOMPARE(decoded.text, text);
        QVERIFY(decoded.guessed);
        QCOMPARE(decoded.readAs, charset);
    }
    const QByteArray page = "<p class=\"MsoNormal\" style=\"margin:0\">" + bytes + "</p>";
    QCOMPARE(guessCharset(page), charset);
    // A sample that ends inside a character.
    QCOMPARE(guessCharset(bytes.repeated(200)), charset);
    QCOMPARE(guessCharset(bytes.chopped(3)), charset);
}

void TestCharsetGuess::leavesWesternTextAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("French") << QByteArray("\xAB\xA0\x44\xE9j\xE0 vu\xA0\xBB, dit-elle, \xAB\xA0\xE7\x61 va \xEAtre "
                                          "tr\xE8s g\xEAnant \xE0 No\xEBl, o\xF9 l\x92\xE9t\xE9\x85\xA0\xBB");
    QTest::newRow("German") << QByteArray("Gr\xF6\xDF\x65, F\xFC\xDF\x65, s\xFC\xDF: \x84\xDC\x62\x65r\x93 \x96 "
                                          "\xE4u\xDF\x65rst h\xFC\x62sch. \xD6l, \xDC\x62\x65rmut, \xC4pfel");
    QTest::newRow("dashes") << QByteArray(
        "\x93\x97\x94 \x93\x97\x94 \x93\x97\x94 and nothing more, he said, and left the house");
    QTest::newRow("shouting") << QByteArray("\xA1\xA1\xA1NO!!! \xBF\xBF\xBFQu\xE9\x3F\x3F\x3F \xA1\xA1\xA1S\xED!!!");
    QTest::newRow("short") << QByteArray("\xE9");
    QTest::newRow("noise") << QByteArray("\x81\x8D\xF0\x90\x81\x8D\xF0\x90\x81\x8D\xF0\x90\x81\x8D\xF0\x90");
    QTest::newRow("empty") << QByteArray();
}

void TestCharsetGuess::leavesWesternTextAlone()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(guessCharset(bytes), QByteArray());
}

void TestCharsetGuess::correctsWrongClaims_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *bytes, const char *label, const QString &text) {
        QTest::newRow(tag) << QByteArray(bytes) << QByteArray(label) << text;
    };
    row("UTF-8 called latin 1", "don\xE2\x80\x99t", "iso-8859-1", QStringLiteral("don’t"));
    row("UTF-8 called windows-1251", "don\xE2\x80\x99t", "windows-1251", QStringLiteral("don’t"));
    row("UTF-8 called shift_jis", "caf\xC3\xA9 \xE2\x80\x94 caf\xC3\xA9", "shift_jis", QStringLiteral("café — café"));
    row("UTF-8 called gb2312",
        "\xE4\xBD\xA0\xE5\xA5\xBD\xEF\xBC\x8C\xE6\x88\x91\xE7\x9A\x84\xE4\xB8\x88\xE5\xA4\xAB\xE4\xB8\x8D\xE8\xAF\xB4"
        "\xE8\xAF\x9D\xEF\xBC\x8C\xE6\x88\x91\xE8\xA6\x81\xE6\x80\x8E\xE4\xB9\x88\xE5\x8A\x9E\xEF\xBC\x9F\xE4\xBB\x96"
        "\xE6\x98\xAF\xE6\x88\x91\xE7\x9A\x84\xE6\x9C\x8B\xE5\x8F\x8B\xE3\x80\x82",
        "gb2312", QStringLiteral("你好，我的丈夫不说话，我要怎么办？他是我的朋友。"));
    row("latin 1 called utf-7", "caf\xE9", "utf-7", QStringLiteral("café"));
    row("ASCII called utf-16", "Dear Column", "utf-16", QStringLiteral("Dear Column"));
    row("iso-2022-jp called ASCII", "\x1B$B%F%9%H\x1B(B", "us-ascii", QStringLiteral("テスト"));
    row("iso-2022-jp called UTF-8", "\x1B$B%F%9%H\x1B(B", "utf-8", QStringLiteral("テスト"));
    row("shift_jis called iso-2022-jp",
        "\x82\xCD\x82\xB6\x82\xDF\x82\xDC\x82\xB5\x82\xC4\x81\x42\x95v\x82\xCC\x82\xB1\x82\xC6\x82\xC5\x91\x8A\x92k\x82"
        "\xAA\x82\xA0\x82\xE8\x82\xDC\x82\xB7\x81\x42",
        "iso-2022-jp", QStringLiteral("はじめまして。夫のことで相談があります。"));
}

void TestCharsetGuess::correctsWrongClaims()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, label);
    QFETCH(QString, text);
    const DecodedText decoded = decodeText(bytes, label);
    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.damaged);
    QVERIFY(decoded.guessed || text == QString::fromUtf8(bytes));
}

void TestCharsetGuess::believesClaimsThatMayBeTrue_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("label");
    QTest::addColumn<QString>("text");

    QTest::newRow("Russian, windows-1251")
        << QByteArray("\xC4\xEE\xF0\xEE\xE3\xE0\xFF \xF0\xE5\xE4\xE0\xEA\xF6\xE8\xFF, \xEC\xEE\xE9 "
                      "\xF1\xEE\xF1\xE5\xE4 \xE1\xE5\xF0\xE5\xF2 \xE2\xF1\xE5 \xE8 \xED\xE5 \xEE\xF2\xE4\xE0\xE5\xF2.")
        << QByteArray("windows-1251") << QStringLiteral("Дорогая редакция, мой сосед берет все и не отдает.");
    QTest::newRow("Russian, koi8-r")
        << QByteArray("\xE4\xCF\xD2\xCF\xC7\xC1\xD1 \xD2\xC5\xC4\xC1\xCB\xC3\xC9\xD1, \xCD\xCF\xCA "
                      "\xD3\xCF\xD3\xC5\xC4 \xC2\xC5\xD2\xC5\xD4 \xD7\xD3\xC5 \xC9 \xCE\xC5 \xCF\xD4\xC4\xC1\xC5\xD4.")
        << QByteArray("koi8-r") << QStringLiteral("Дорогая редакция, мой сосед берет все и не отдает.");
    QTest::newRow("Japanese, shift_jis")
        << QByteArray("\x82\xCD\x82\xB6\x82\xDF\x82\xDC\x82\xB5\x82\xC4\x81\x42\x95v\x82\xCC\x82\xB1\x82\xC6\x82\xC5"
                      "\x91\x8A\x92k\x82\xAA\x82\xA0\x82\xE8\x82\xDC\x82\xB7\x81\x42")
        << QByteArray("cp932") << QStringLiteral("はじめまして。夫のことで相談があります。");
    QTest::newRow("Japanese, euc-jp")
        << QByteArray("\xA4\xCF\xA4\xB8\xA4\xE1\xA4\xDE\xA4\xB7\xA4\xC6\xA1\xA3\xC9\xD7\xA4\xCE\xA4\xB3\xA4\xC8\xA4\xC7"
                      "\xC1\xEA\xC3\xCC\xA4\xAC\xA4\xA2\xA4\xEA\xA4\xDE\xA4\xB9\xA1\xA3")
        << QByteArray("euc-jp-ms") << QStringLiteral("はじめまして。夫のことで相談があります。");
    QTest::newRow("Chinese, gb18030")
        << QByteArray(
               "\xC4\xE3\xBA\xC3\xA3\xAC\xCE\xD2\xB5\xC4\xD5\xC9\xB7\xF2\xB2\xBB\xCB\xB5\xBB\xB0\xA3\xAC\xCE\xD2\xD2"
               "\xAA\xD4\xF5\xC3\xB4\xB0\xEC\xA3\xBF\xCB\xFB\xCA\xC7\xCE\xD2\xB5\xC4\xC5\xF3\xD3\xD1\xA1\xA3")
        << QByteArray("gb18030") << QStringLiteral("你好，我的丈夫不说话，我要怎么办？他是我的朋友。");
    QTest::newRow("Chinese, big5")
        << QByteArray("\xA7\x41\xA6n\xA1\x41\xA7\xDA\xAA\xBA\xA4V\xA4\xD2\xA4\xA3\xBB\xA1\xB8\xDC\xA1\x41\xA7\xDA\xADn"
                      "\xAB\xE7\xBB\xF2\xBF\xEC\xA1H\xA5L\xACO\xA7\xDA\xAA\xBA\xAA\x42\xA4\xCD\xA1\x43")
        << QByteArray("big5-hkscs") << QStringLiteral("你好，我的丈夫不說話，我要怎麼辦？他是我的朋友。");
    QTest::newRow("Korean, euc-kr")
        << QByteArray("\xBE\xC8\xB3\xE7\xC7\xCF\xBC\xBC\xBF\xE4. \xB3\xB2\xC6\xED \xB6\xA7\xB9\xAE\xBF\xA1 "
                      "\xB0\xED\xB9\xCE\xC0\xCC \xC0\xD6\xBE\xEE\xBF\xE4.")
        << QByteArray("cp949") << QStringLiteral("안녕하세요. 남편 때문에 고민이 있어요.");
    QTest::newRow("gb2312 that looks like UTF-8")
        << QByteArray("\xC1\xAA\xCD\xA8") << QByteArray("gb2312") << QStringLiteral("联通");
    QTest::newRow("utf-7") << QByteArray("caf+AOk- +AGM-") << QByteArray("utf-7") << QStringLiteral("café c");
}

void TestCharsetGuess::believesClaimsThatMayBeTrue()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, label);
    QFETCH(QString, text);
    const DecodedText decoded = decodeText(bytes, label);
    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.guessed);
    QVERIFY(!decoded.damaged);
}

QTEST_APPLESS_MAIN(TestCharsetGuess)
#include "tst_charset_guess.moc"
