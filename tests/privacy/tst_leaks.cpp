#include "privacy/leak.h"

#include <QElapsedTimer>
#include <QTest>

using privacy::Leak;
using privacy::leaks;

namespace {

QStringList ormerod()
{
    return privacy::tellingWords({{}, QStringLiteral("Jane Ormerod"), QStringLiteral("jane.o@mail.example"), {}, {}});
}

// The text of every leak, and a check that each stands where it says.
QString found(const QString &text, const QStringList &telling)
{
    QStringList texts;
    qsizetype end = 0;
    for (const Leak &leak : leaks(text, telling)) {
        if (leak.start < end || leak.length <= 0 || text.mid(leak.start, leak.length) != leak.text)
            return QStringLiteral("a leak stands in the wrong place");
        end = leak.start + leak.length;
        texts.append(leak.text);
    }
    return texts.join(QLatin1Char('|'));
}

} // namespace

class TestLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThem_data();
    void findsThem();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void comparesAcrossAlphabets_data();
    void comparesAcrossAlphabets();
    void tellsPlacesExactly();
    void joinsWhatOverlaps();
    void wantsCapitalsOfCommonWords_data();
    void wantsCapitalsOfCommonWords();
    void takesNothing();
    void takesHostileText();
    void isFast();
};

void TestLeaks::findsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QString &text, const QString &expected) {
        QTest::newRow(title) << text << expected;
    };
    row("family name", QStringLiteral("The Ormerod household"), QStringLiteral("Ormerod"));
    row("whole text", QStringLiteral("ormerod"), QStringLiteral("ormerod"));
    row("capitals", QStringLiteral("ORMEROD!"), QStringLiteral("ORMEROD"));
    row("whole name is one", QStringLiteral("I am Jane Ormerod."), QStringLiteral("Jane Ormerod"));
    row("two places", QStringLiteral("Ormerod and Ormerod"), QStringLiteral("Ormerod|Ormerod"));
    row("over the end of a line", QStringLiteral("I am Jane\r\nOrmerod."), QStringLiteral("Jane\r\nOrmerod"));
    row("non-breaking space", QStringLiteral("Jane\u00a0Ormerod"), QStringLiteral("Jane\u00a0Ormerod"));
    row("Markdown between", QStringLiteral("Jane **Ormerod**"), QStringLiteral("Jane **Ormerod"));
    row("underscores", QStringLiteral("_Ormerod_ and __Ormerod__"), QStringLiteral("Ormerod|Ormerod"));
    row("hyphen", QStringLiteral("an Ormerod-like silence"), QStringLiteral("Ormerod"));
    row("full stops", QStringLiteral("Yours.Ormerod."), QStringLiteral("Ormerod"));
    row("possessive", QStringLiteral("Ormerod's dog"), QStringLiteral("Ormerod"));
    row("typographic possessive", QStringLiteral("Jane Ormerod’s dog"), QStringLiteral("Jane Ormerod"));
    row("possessive in capitals", QStringLiteral("ORMEROD'S DOG"), QStringLiteral("ORMEROD"));
    row("possessive of many", QStringLiteral("the Ormerod’ dog"), QStringLiteral("Ormerod"));
    row("accents in the text", QStringLiteral("Madame Örmérôd"), QStringLiteral("Örmérôd"));
    row("accents behind letters", QStringLiteral("O\u0308rme\u0301rod's"), QStringLiteral("O\u0308rme\u0301rod"));
    row("soft hyphen", QStringLiteral("Orme\u00adrod"), QStringLiteral("Orme\u00adrod"));
    row("zero-width joiner", QStringLiteral("Orme\u200drod"), QStringLiteral("Orme\u200drod"));
    row("wide letters", QStringLiteral("Ｏｒｍｅｒｏｄ"), QStringLiteral("Ｏｒｍｅｒｏｄ"));
    row("mathematical letters", QStringLiteral("𝐎𝐫𝐦𝐞𝐫𝐨𝐝"), QStringLiteral("𝐎𝐫𝐦𝐞𝐫𝐨𝐝"));
    row("address", QStringLiteral("write to Jane.O@Mail.Example, soon"), QStringLiteral("Jane.O@Mail.Example"));
    row("link", QStringLiteral("[me](mailto:jane.o@mail.example)"), QStringLiteral("jane.o@mail.example"));
    row("spaced address", QStringLiteral("jane.o @ mail . example"), QStringLiteral("jane.o @ mail . example"));
    row("escaped address", QStringLiteral("jane.o\\@mail.example"), QStringLiteral("jane.o\\@mail.example"));
    row("part before @", QStringLiteral("my handle is jane.o there"), QStringLiteral("jane.o"));
    row("no article about names", QStringLiteral("Jane said no"), {});
}

void TestLeaks::findsThem()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(found(text, ormerod()), expected);
}

void TestLeaks::leavesOthersAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("longer") << QStringLiteral("Ormerods Ormerodian");
    QTest::newRow("inside") << QStringLiteral("Bormerod 1Ormerod Ormerod2");
    QTest::newRow("parts") << QStringLiteral("Orme rod, Ormero d");
    QTest::newRow("given name") << QStringLiteral("Jane, Jane's, Janet Ormerode");
    QTest::newRow("other address") << QStringLiteral("jane_o@mail.example jane.of@mail.example");
    QTest::newRow("another possessive") << QStringLiteral("Ormerod't");
    QTest::newRow("nothing") << QString();
}

void TestLeaks::leavesOthersAlone()
{
    QFETCH(QString, text);
    QCOMPARE(found(text, ormerod()), QString());
}

void TestLeaks::comparesAcrossAlphabets_data()
{
    QTest::addColumn<QString>("telling");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QString &telling, const QString &text, const QString &expected) {
        QTest::newRow(title) << telling << text << expected;
    };
    row("accents of the name", QStringLiteral("żurawska"), QStringLiteral("Pani Zurawska"), QStringLiteral("Zurawska"));
    row("Polish l", QStringLiteral("łaska"), QStringLiteral("Laska"), QStringLiteral("Laska"));
    row("Danish o", QStringLiteral("sørensen"), QStringLiteral("Sorensen"), QStringLiteral("Sorensen"));
    row("sharp s", QStringLiteral("weiß"), QStringLiteral("Frau WEISS"), QStringLiteral("WEISS"));
    row("apostrophe", QStringLiteral("o'hara"), QStringLiteral("O’Hara's"), QStringLiteral("O’Hara"));
    row("apostrophe in plain text", QStringLiteral("ohara"), QStringLiteral("Mr O'Hara - no"),
        QStringLiteral("O'Hara"));
    row("between dashes and quotes", QStringLiteral("ormerod"), QStringLiteral("a “Ormerod”—no…"),
        QStringLiteral("Ormerod"));
    row("Cyrillic", QStringLiteral("семёнов"), QStringLiteral("Семенов"), QStringLiteral("Семенов"));
    row("Cyrillic as Latin", QStringLiteral("иванов"), QStringLiteral("Mr Ivanov"), QStringLiteral("Ivanov"));
    row("Greek as Latin", QStringLiteral("παπαδόπουλος"), QStringLiteral("Papadopoulos"),
        QStringLiteral("Papadopoulos"));
    row("Chinese without spaces", QStringLiteral("李明"), QStringLiteral("我叫李明。"), QStringLiteral("李明"));
    row("another Chinese", QStringLiteral("李明"), QStringLiteral("李小明"), {});
    row("hyphens of another kind", QStringLiteral("ormerod-blythe"), QStringLiteral("Ormerod–Blythe"),
        QStringLiteral("Ormerod–Blythe"));
    row("Hebrew with points", QStringLiteral("שלום"), QStringLiteral("שָׁלוֹם"), QStringLiteral("שָׁלוֹם"));
    row("Indian vowel signs matter", QStringLiteral("राम"), QStringLiteral("रमा"), {});
    row("emoji has no words", QStringLiteral("😀"), QStringLiteral("😀 😀"), {});
}

void TestLeaks::comparesAcrossAlphabets()
{
    QFETCH(QString, telling);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(found(text, {telling}), expected);
}

void TestLeaks::tellsPlacesExactly()
{
    // Two units for each of the emoji and for each of the letters of the old alphabet.
    const QList<Leak> list = leaks(QStringLiteral("😀😀 𐐀𐐁 Ormerod’s 😀, jane ORMEROD"), ormerod());
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).start, 10);
    QCOMPARE(list.at(0).length, 7);
    QCOMPARE(list.at(0).text, QStringLiteral("Ormerod"));
    QCOMPARE(list.at(1).start, 24);
    QCOMPARE(list.at(1).length, 12);
    QCOMPARE(list.at(1).text, QStringLiteral("jane ORMEROD"));
}

void TestLeaks::joinsWhatOverlaps()
{
    const QStringList telling{QStringLiteral("anna ormerod"), QStringLiteral("ormerod blythe"),
                              QStringLiteral("ormerod")};
    QCOMPARE(found(QStringLiteral("Anna Ormerod Blythe Anna"), telling), QStringLiteral("Anna Ormerod Blythe"));
    QCOMPARE(found(QStringLiteral("Ormerod Ormerod"), telling), QStringLiteral("Ormerod|Ormerod"));
}

void TestLeaks::wantsCapitalsOfCommonWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *name, const char *text, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("in the middle", "Theresa May", "what may happen", "");
    row("with a capital", "Theresa May", "what May did", "May");
    row("possessive", "Theresa May", "that is May’s house, and may's not", "May");
    row("all capitals", "Theresa Young", "ASK YOUNG", "YOUNG");
    row("brown", "Ada Brown", "a long brown coat of Brown", "Brown");
    row("whole name in small letters", "Theresa May", "i am theresa may", "theresa may");
    row("both words are common", "Will Long", "he will long for it, said Will Long", "Will Long");
    row("a rare name in small letters", "Ada Ormerod", "ormerod", "ormerod");
}

void TestLeaks::wantsCapitalsOfCommonWords()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(found(text, privacy::tellingWords({{}, name, {}, {}, {}})), expected);
}

void TestLeaks::takesNothing()
{
    QCOMPARE(leaks(QStringLiteral("Ormerod"), {}).size(), 0);
    QCOMPARE(leaks(QString(), ormerod()).size(), 0);
    QCOMPARE(leaks(QStringLiteral("Ormerod"), {QString(), QStringLiteral("@"), QStringLiteral(" . ")}).size(), 0);
}

void TestLeaks::takesHostileText()
{
    const QString broken = QString(QChar(0xD800)) + QStringLiteral("Ormerod") + QChar(0xDC00) + QChar(0xD83D);
    QCOMPARE(found(broken, ormerod()), QStringLiteral("Ormerod"));
    QCOMPARE(found(QString(100000, QChar(0x0301)), ormerod()), QString());
    QCOMPARE(found(QString(100000, QLatin1Char('\'')), ormerod()), QString());
    QCOMPARE(found(QStringLiteral("jane ").repeated(50000), ormerod()), QString());
    QCOMPARE(leaks(QStringLiteral("ormerod ").repeated(50000), ormerod()).size(), 50000);
}

void TestLeaks::isFast()
{
    QString text;
    for (int i = 0; i < 20000; ++i)
        text += QStringLiteral("word%1 that a réader wrote, and Jane ").arg(i);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(found(text, ormerod()), QString());
    qInfo("%lld characters in %lld ms", static_cast<long long>(text.size()), static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 5000); // quadratic work would take far longer
}

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
