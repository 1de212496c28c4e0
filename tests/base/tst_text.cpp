// Small functions over text.
#include "base/text.h"

#include <QTest>

#include <QTimeZone>

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineEnds_data();
    void lineEnds();
    void words_data();
    void words();
    void excerpts_data();
    void excerpts();
    void excerptsNeverExceedTheirLength();
    void digests();
    void moments();
    void brokenMoments_data();
    void brokenMoments();
};

void TestText::lineEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("already") << QStringLiteral("a\nb\n") << QStringLiteral("a\nb\n");
    QTest::newRow("of mail") << QStringLiteral("a\r\n\r\nb\r\n") << QStringLiteral("a\n\nb\n");
    QTest::newRow("of old") << QStringLiteral("a\rb\r") << QStringLiteral("a\nb\n");
    QTest::newRow("mixed") << QStringLiteral("\r\r\n\n\r") << QStringLiteral("\n\n\n\n");
}

void TestText::lineEnds()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(base::withUnixLineEnds(text), expected);
}

void TestText::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("spaces") << QStringLiteral(" \n\t\u00A0") << 0;
    QTest::newRow("sentence") << QStringLiteral("Dear Maud, help me.") << 4;
    QTest::newRow("marks alone") << QStringLiteral("a - b … !") << 2;
    QTest::newRow("joined") << QStringLiteral("mother-in-law’s isn't") << 2;
    QTest::newRow("numbers") << QStringLiteral("in 2026, 3.5") << 3;
    QTest::newRow("opening quote") << QStringLiteral("“well” (yes)") << 2;
    QTest::newRow("lines") << QStringLiteral("a\nb\r\nc\u2029d") << 4;
    QTest::newRow("other letters") << QStringLiteral("Привет мир") << 2;
}

void TestText::words()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    QCOMPARE(base::wordCount(text), expected);
}

void TestText::excerpts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("characters");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QStringView text, int characters, QStringView expected) {
        QTest::newRow(name) << text.toString() << characters << expected.toString();
    };
    row("nothing", u"", 10, u"");
    row("spaces alone", u" \n ", 10, u"");
    row("short", u"a  b\n\nc", 10, u"a b c");
    row("exact", u"abcde fghi", 10, u"abcde fghi");
    row("cut between words", u"abcde fghi jklm", 12, u"abcde fghi…");
    row("cut in a long word", u"abcdefghijklmnop", 10, u"abcdefghi…");
    row("no half characters", u"abcdefgh🐈ijkl", 10, u"abcdefgh…");
    row("spaces at the beginning", u"                                                            abc", 10, u"abc");
    row("many spaces inside", u"abc                                                         def", 10, u"abc def");
    row("many spaces inside and more", u"abc                                           defg hij klm", 10, u"abc defg…");
}

void TestText::excerpts()
{
    QFETCH(QString, text);
    QFETCH(int, characters);
    QFETCH(QString, expected);
    QCOMPARE(base::excerpt(text, characters), expected);
}

void TestText::excerptsNeverExceedTheirLength()
{
    const QString text = QStringLiteral("Dear Maud,\n\nmy 🐈 sings all night, andwhatisworse off key.").repeated(3);
    for (qsizetype characters = 2; characters < text.size(); ++characters) {
        const QString excerpt = base::excerpt(text, characters);
        QVERIFY2(excerpt.size() <= characters, qPrintable(excerpt));
        QVERIFY(excerpt.isValidUtf16());
    }
}

// FIPS 180-4: the digests of nothing and of "abc".
void TestText::digests()
{
    QCOMPARE(base::sha256({}), QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(base::sha256("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void TestText::moments()
{
    const QDateTime moment(QDate(2026, 11, 22), QTime(21, 8, 44, 5), Qt::UTC);
    QCOMPARE(base::toIso(moment), QStringLiteral("2026-11-22T21:08:44.005Z"));
    QCOMPARE(base::fromIso(base::toIso(moment)), moment);
    QCOMPARE(base::fromIso(base::toIso(moment)).timeSpec(), Qt::UTC);
    const QDateTime elsewhere(QDate(2026, 11, 22), QTime(23, 8, 44, 5), QTimeZone(2 * 3600));
    QCOMPARE(base::toIso(elsewhere), base::toIso(moment));
    QCOMPARE(base::fromIso(QStringLiteral("2026-11-22T23:08:44.005+02:00")), moment);
    QCOMPARE(base::fromIso(QStringLiteral("2026-11-22T21:08:44Z")), moment.addMSecs(-5));
}

void TestText::brokenMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << QStringLiteral("yesterday");
    QTest::newRow("no such day") << QStringLiteral("2026-02-30T10:00:00.000Z");
    QTest::newRow("no such hour") << QStringLiteral("2026-02-03T25:00:00.000Z");
    QTest::newRow("more behind") << QStringLiteral("2026-02-03T10:00:00.000Z!");
}

void TestText::brokenMoments()
{
    QFETCH(QString, text);
    QVERIFY(!base::fromIso(text).isValid());
    QCOMPARE(base::toIso(base::fromIso(text)), QString());
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
