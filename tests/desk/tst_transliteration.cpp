#include "desk/transliteration.h"

#include <QTest>

using desk::inBasicLetters;

class TestTransliteration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void leavesNoLetterOfTheThreeAlphabets();
};

void TestTransliteration::writes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(expected) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("Plain Text, 1!", "plain text, 1!");
    row("Straße ÆØÅ Łódź Þórður Œuvre", "strasse aeoa lodz thordur oeuvre");
    row("İstanbul ılık", "istanbul ilik");
    row("ﬁne ½", "fine 1⁄2");
    row("Щука ест йод и ёлку", "shchuka est yod i elku");
    row("Объявление, подъезд, мышь", "obyavlenie, podezd, mysh");
    row("Київ, Єва, ґанок, їжа", "kiyiv, yeva, ganok, yizha");
    row("Љубав њена џеп ђак", "ljubav njena dzep djak");
    row("Ο ουρανός και η αυγή", "o ouranos kai i avgi");
    row("Ευχαριστώ, μαΐου, ψυχή, ξένος", "evcharisto, maiou, psychi, xenos");
    row("προϋπόθεση", "proypothesi");
    row("愛 😀 שלום", "愛 😀 שלום");
}

void TestTransliteration::writes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(inBasicLetters(text), expected);
    QCOMPARE(inBasicLetters(text.normalized(QString::NormalizationForm_D)), expected);
}

void TestTransliteration::leavesNoLetterOfTheThreeAlphabets()
{
    const QString letters = QStringLiteral("абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґўђѓѕјљњћќџ"
                                           "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
                                           "áàâäãåāăąçćčďđéèêëēęěğíìîïīįłľĺñńňóòôöõőøŕřśšşţťúùûüūůűųýÿźżžæœßþð");
    for (const QString &text : {letters, letters.toUpper()}) {
        for (const QChar c : inBasicLetters(text))
            QVERIFY2(c >= QLatin1Char('a') && c <= QLatin1Char('z'), qPrintable(QString(c)));
    }
}

QTEST_GUILESS_MAIN(TestTransliteration)
#include "tst_transliteration.moc"
