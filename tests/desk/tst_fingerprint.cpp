#include "desk/fingerprint.h"

#include <QTest>

using desk::fingerprint;

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSame_data();
    void isTheSame();
    void differs_data();
    void differs();
    void isHexadecimal();
};

void TestFingerprint::isTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("line ends") << QStringLiteral("Dear Hazel,\r\n\r\nWhy is the café shut?\r\n");
    QTest::newRow("old line ends") << QStringLiteral("Dear Hazel,\rWhy is the café shut?");
    QTest::newRow("wrapped") << QStringLiteral("Dear\nHazel, Why is\nthe café\nshut?");
    QTest::newRow("spaces") << QStringLiteral("  Dear Hazel,\t Why is the\u00a0café  shut? ");
    QTest::newRow("capitals") << QStringLiteral("DEAR HAZEL, WHY IS THE CAFÉ SHUT?");
    QTest::newRow("accent behind the letter") << QStringLiteral("Dear Hazel, Why is the cafe\u0301 shut?");
    QTest::newRow("both") << QStringLiteral("Dear Hazel, Why is the CAFE\u0301 shut?");
}

void TestFingerprint::isTheSame()
{
    QFETCH(QString, text);
    QCOMPARE(fingerprint(text), fingerprint(QStringLiteral("Dear Hazel, Why is the café shut?")));
}

void TestFingerprint::differs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("another mark") << QStringLiteral("Dear Hazel, Why is the café shut!");
    QTest::newRow("no accent") << QStringLiteral("Dear Hazel, Why is the cafe shut?");
    QTest::newRow("one word more") << QStringLiteral("Dear Hazel, Why is the café shut? Why");
    QTest::newRow("another order") << QStringLiteral("Hazel Dear, Why is the café shut?");
}

void TestFingerprint::differs()
{
    QFETCH(QString, text);
    QVERIFY(fingerprint(text) != fingerprint(QStringLiteral("Dear Hazel, Why is the café shut?")));
}

void TestFingerprint::isHexadecimal()
{
    // SHA-256 of nothing and of "abc", FIPS 180-4 examples.
    QCOMPARE(fingerprint(QStringLiteral(" \n")),
             QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(fingerprint(QStringLiteral("A b C")),
             QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
