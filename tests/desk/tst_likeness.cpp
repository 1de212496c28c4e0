// How much two texts are the same writing.
#include "desk/likeness.h"

#include <QTest>

using desk::likeness;
using desk::Wording;

namespace {

const QString letter =
    QStringLiteral("Dear Hazel, my sister borrowed my car and won’t bring it back. She says the café "
                   "where she works is too far to walk. What should I do?");

double between(const QString &a, const QString &b)
{
    return likeness(Wording(a), Wording(b));
}

// So many words that occur once only.
QString words(int from, int count)
{
    QStringList list;
    for (int word = from; word < from + count; ++word)
        list.append(QStringLiteral("word%1").arg(word));
    return list.join(u' ');
}

} // namespace

class TestLikeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhole_data();
    void isWhole();
    void isBetween_data();
    void isBetween();
    void hasNoWords_data();
    void hasNoWords();
    void isTheSameBothWays();
    void fallsWithEachChangedWord();
    void countsRepeatedWordsOnce();
    void takesTheFirstOfLongTexts();
    void knowsScriptsWithoutSpaces();
};

void TestLikeness::isWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("the same") << letter;
    QTest::newRow("capitals") << letter.toUpper();
    QTest::newRow("white space") << QString(letter).replace(u' ', QStringLiteral(" \r\n\t\u00a0"));
    QTest::newRow("punctuation") << (QStringLiteral("— ") +
                                     QString(letter).replace(u',', QStringLiteral(" …")).remove(u'?').remove(u'.'));
    QTest::newRow("straight apostrophe") << QString(letter).replace(u'’', u'\'');
    QTest::newRow("no apostrophe") << QString(letter).remove(u'’');
    QTest::newRow("accent behind the letter") << letter.normalized(QString::NormalizationForm_D);
    QTest::newRow("soft hyphen") << QString(letter).replace(QStringLiteral("sister"), QStringLiteral("sis\u00adter"));
}

void TestLikeness::isWhole()
{
    QFETCH(QString, text);
    QCOMPARE(between(text, letter), 1.0);
}

void TestLikeness::isBetween_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::newRow("one word of 26 another")
        << QString(letter).replace(QStringLiteral("car"), QStringLiteral("van")) << 0.95 << 0.97;
    QTest::newRow("a sentence more") << (letter + QStringLiteral(" I have asked her three times.")) << 0.85 << 0.95;
    QTest::newRow("the halves changed round")
        << QStringLiteral("She says the café where she works is too far to walk. What should I do? Dear Hazel, my "
                          "sister borrowed my car and won’t bring it back.")
        << 0.99 << 1.0;
    QTest::newRow("all words in another order")
        << QStringLiteral("do I should What walk to far too is works she where café the says She back it bring won’t "
                          "and car my borrowed sister my Hazel Dear")
        << 0.0 << 0.1;
    QTest::newRow("another letter") << QStringLiteral("Dear Hazel, my neighbour plays the trombone at night. I don’t "
                                                      "want to be rude, but I can’t sleep. What should I say to him?")
                                    << 0.01 << 0.35;
    QTest::newRow("another language") << QStringLiteral("Meine Schwester gibt mir mein Auto nicht zurück.") << 0.0
                                      << 0.0;
}

void TestLikeness::isBetween()
{
    QFETCH(QString, text);
    QFETCH(double, least);
    QFETCH(double, most);
    const double found = between(letter, text);
    QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
}

void TestLikeness::hasNoWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("white space") << QStringLiteral(" \n\t");
    QTest::newRow("punctuation") << QStringLiteral("… — !!! '");
    QTest::newRow("pictures") << QStringLiteral("🙂 🚲");
}

void TestLikeness::hasNoWords()
{
    QFETCH(QString, text);
    QCOMPARE(Wording(text).words(), 0);
    QCOMPARE(between(text, letter), 0.0);
    QCOMPARE(between(letter, text), 0.0);
    QCOMPARE(between(text, text), 0.0);
}

void TestLikeness::isTheSameBothWays()
{
    const QString longer = letter + QStringLiteral(" My sister borrowed my bicycle, too, and my ladder.");
    QCOMPARE(between(letter, longer), between(longer, letter));
    QCOMPARE(between(QStringLiteral("Help"), QStringLiteral("help!")), 1.0);
    QCOMPARE(between(QStringLiteral("Help"), QStringLiteral("Thanks")), 0.0);
}

// Words that are changed apart from one another take no neighbour with them.
void TestLikeness::fallsWithEachChangedWord()
{
    QStringList changed = words(0, 100).split(u' ');
    double last = 1;
    for (int word = 2; word < 100; word += 5) {
        changed[word] = QStringLiteral("other");
        const double now = between(words(0, 100), changed.join(u' '));
        QVERIFY(now < last);
        last = now;
    }
    QVERIFY(qAbs(last - 0.8) < 0.001);
    QVERIFY(between(words(0, 100), words(100, 100)) < 0.001);
}

void TestLikeness::countsRepeatedWordsOnce()
{
    const QString once = QStringLiteral("never again ") + words(0, 10);
    const QString often = QStringLiteral("never again ").repeated(30);
    QVERIFY2(between(once, often) < 0.1, qPrintable(QString::number(between(once, often))));
}

void TestLikeness::takesTheFirstOfLongTexts()
{
    const QString many = words(0, 3000);
    QCOMPARE(Wording(many).words(), Wording::mostWords);
    QCOMPARE(between(many, words(0, 2000) + QStringLiteral(" and something else")), 1.0);
    QVERIFY(Wording(QStringLiteral("x").repeated(5'000'000)).words() == 1);
    QVERIFY(Wording(QStringLiteral("x ").repeated(5'000'000)).words() == Wording::mostWords);
}

void TestLikeness::knowsScriptsWithoutSpaces()
{
    const QString chinese = QStringLiteral("我妹妹借了我的車，一直不還。我該怎麼辦？");
    QCOMPARE(Wording(chinese).words(), 17);
    QCOMPARE(between(chinese, QStringLiteral("我妹妹借了我的車 一直不還 我該怎麼辦")), 1.0);
    const double changed = between(chinese, QStringLiteral("我弟弟借了我的車，一直不還。我該怎麼辦？"));
    QVERIFY2(changed > 0.75 && changed < 0.95, qPrintable(QString::number(changed)));
    QVERIFY(between(QStringLiteral("ฉันควรทำอย่างไร"), QStringLiteral("ฉันควรทำอะไร")) > 0.6);
    QCOMPARE(Wording(QStringLiteral("मेरी बहन")).words(), 2);
}

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
