#include "intake/iso2022jp.h"

#include <QTest>

using intake::decodeIso2022Jp;
using intake::hasIso2022JpEscapes;

class TestIso2022Jp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void marksDamage();
    void knowsItsEscapes();
};

void TestIso2022Jp::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *bytes, const char *text) {
        QTest::newRow(tag) << QByteArray(bytes) << QString::fromUtf8(text);
    };
    row("usual", "a \x1B$B%F%9%H\x1B(B b", "a テスト b");
    row("1978", "\x1B$@%F%9%H\x1B(J", "テスト");
    row("long escape", "\x1B$(B%F%9%H\x1B(B", "テスト");
    row("half-width katakana", "\x1B(I121\x1B(B", "ｱｲｱ");
    row("characters of Windows", "\x1B$B-!-\"\x1B(B", "①②");
    row("does not return at the end", "\x1B$B%F%9%H", "テスト");
    row("does not return at the line's end", "\x1B$B%F%9%H\nabc", "テスト\nabc");
    row("space inside", "\x1B$B%F %9\x1B(B", "テ ス");
    row("escapes lost", "a $B%F%9%H(B b", "a テスト b");
    row("no escape at all", "costs $5 (B)", "costs $5 (B)");
    row("unknown escape", "\x1B[1mx", "\x1B[1mx");
    row("empty", "", "");
}

void TestIso2022Jp::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const intake::DecodedText decoded = decodeIso2022Jp(bytes);
    QCOMPARE(decoded.text, text);
    QVERIFY(!decoded.damaged);
}

void TestIso2022Jp::marksDamage()
{
    const intake::DecodedText half = decodeIso2022Jp("\x1B$B%F%9%\x1B(Bx");
    QVERIFY(half.damaged);
    QCOMPARE(half.text, QStringLiteral("テス\uFFFDx"));
}

void TestIso2022Jp::knowsItsEscapes()
{
    QVERIFY(hasIso2022JpEscapes("a \x1B$B%F\x1B(B"));
    QVERIFY(!hasIso2022JpEscapes("a $B%F(B"));
    QVERIFY(!hasIso2022JpEscapes("\x1B[1mbold\x1B[0m \x1B"));
    QVERIFY(!hasIso2022JpEscapes(""));
}

QTEST_APPLESS_MAIN(TestIso2022Jp)
#include "tst_iso2022jp.moc"
