// One dictionary, asked about words and texts; and dictionaries that are broken on purpose.
#include "small_dictionary.h"
#include "spelling/checker.h"

#include <QTemporaryDir>
#include <QTest>

using spelling::Checker;
using spelling::Dictionary;
using spelling::Misspelling;

class TestChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void misspellingsAreFound();
    void apostrophes();
    void hyphenatedWords();
    void suggestions();
    void personalWords();
    void personalWordsGoAgain();
    void latin1Dictionary();
    void otherEncodings_data();
    void otherEncodings();
    void brokenDictionaries_data();
    void brokenDictionaries();
    void missingDictionary();
    void unknownEncoding();
    void realEnglish();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Checker> m_checker;
};

namespace {

QStringList wordsOf(const QVector<Misspelling> &misspellings)
{
    QStringList words;
    for (const Misspelling &misspelling : misspellings)
        words.append(misspelling.word);
    return words;
}

} // namespace

void TestChecker::init()
{
    auto loaded = Checker::load(tests::makeEnglish(m_folder.path()));
    QVERIFY(loaded);
    m_checker = std::move(loaded).value();
}

void TestChecker::misspellingsAreFound()
{
    const QVector<Misspelling> found = m_checker->check(u"The lettr, `wrod` a desk. Wrod lettr");
    const QVector<Misspelling> expected{
        {4, 5, QStringLiteral("lettr")}, {26, 4, QStringLiteral("Wrod")}, {31, 5, QStringLiteral("lettr")}};
    QCOMPARE(found, expected);
    QCOMPARE(m_checker->check(u"The lettr, `wrod` a desk. Wrod lettr"), expected);
    QVERIFY(m_checker->check(u"").isEmpty());
    QVERIFY(m_checker->check(u"The letters, A DESK, 1234 maud@desk.example").isEmpty());
    QVERIFY(!m_checker->isCorrect(u"maud"));
    QVERIFY(m_checker->isCorrect(u"Maud"));
}

void TestChecker::apostrophes()
{
    QVERIFY(m_checker->isCorrect(u"don't"));
    QVERIFY(m_checker->isCorrect(u"don’t"));
    QVERIFY(!m_checker->isCorrect(u"desk’t"));
    QVERIFY(m_checker->check(u"‘Don’t’ 'desk' ’twas 'Twas").isEmpty());
    QCOMPARE(wordsOf(m_checker->check(u"twas")), QStringList(QStringLiteral("twas")));
    QVERIFY(m_checker->isCorrect(u"let\u00ADter"));
    QCOMPARE(m_checker->check(u"let\u00ADtr"), (QVector<Misspelling>{{0, 6, QStringLiteral("let\u00ADtr")}}));
}

void TestChecker::hyphenatedWords()
{
    QVERIFY(m_checker->isCorrect(u"well-being"));
    QVERIFY(m_checker->isCorrect(u"well‑being"));
    QVERIFY(!m_checker->isCorrect(u"well-bing"));
    QCOMPARE(m_checker->check(u"a well-bing"), (QVector<Misspelling>{{7, 4, QStringLiteral("bing")}}));
    QCOMPARE(wordsOf(m_checker->check(u"wel-bing-desk")), QStringList({QStringLiteral("wel"), QStringLiteral("bing")}));
}

void TestChecker::suggestions()
{
    QVERIFY(m_checker->suggestions(u"lettr").contains(QStringLiteral("letter")));
    QCOMPARE(m_checker->suggestions(u"dont"), QStringList(QStringLiteral("don't")));
    QCOMPARE(m_checker->suggestions(u"don’z").first(), QStringLiteral("don’t"));
    QCOMPARE(m_checker->suggestions(u"lettr", 1).size(), 1);
    QVERIFY(m_checker->suggestions(u"lettr", 0).isEmpty());
    QVERIFY(m_checker->suggestions(u"").isEmpty());
    QVERIFY(m_checker->suggestions(QString(41, u'x')).isEmpty());
}

void TestChecker::personalWords()
{
    QVERIFY(!m_checker->isCorrect(u"agony"));
    m_checker->add(QStringLiteral("agony"));
    m_checker->add(QStringLiteral("O’Brien"));
    for (const char16_t *word : {u"agony", u"Agony", u"AGONY", u"agony's", u"agony’s", u"O'Brien", u"O’Brien’s"})
        QVERIFY(m_checker->isCorrect(word));
    QVERIFY(!m_checker->isCorrect(u"o'brien"));
    QVERIFY(!m_checker->isCorrect(u"desk's"));
    QVERIFY(m_checker->suggestions(u"agny").contains(QStringLiteral("agony")));
    m_checker->add(QString());
    QVERIFY(!m_checker->isCorrect(u"agny"));
}

void TestChecker::personalWordsGoAgain()
{
    m_checker->setPersonalWords({QStringLiteral("agony"), QStringLiteral("desk")});
    QVERIFY(m_checker->isCorrect(u"agony"));
    m_checker->setPersonalWords({QStringLiteral("aunt")});
    QVERIFY(!m_checker->isCorrect(u"agony"));
    QVERIFY(m_checker->isCorrect(u"aunt"));
    QVERIFY(m_checker->isCorrect(u"desk"));
    m_checker->setPersonalWords({QStringLiteral("agony")});
    QVERIFY(m_checker->isCorrect(u"agony"));
}

void TestChecker::latin1Dictionary()
{
    const Dictionary french = tests::makeDictionary(m_folder.path(), QStringLiteral("fr_FR"),
                                                    "SET ISO8859-1\nTRY \xe9"
                                                    "esianrtolcdug'\n",
                                                    {"caf\xe9", "\xe9t\xe9", "aujourd'hui"});
    auto loaded = Checker::load(french);
    QVERIFY(loaded);
    Checker &checker = **loaded;
    QVERIFY(checker.isCorrect(u"café"));
    QVERIFY(checker.isCorrect(u"cafe\u0301"));
    QVERIFY(checker.isCorrect(u"Été"));
    QVERIFY(checker.isCorrect(u"aujourd’hui"));
    QVERIFY(!checker.isCorrect(u"cafe"));
    QVERIFY(!checker.isCorrect(u"cafł"));
    QVERIFY(!checker.isCorrect(u"猫"));
    QVERIFY(checker.suggestions(u"cafe").contains(QStringLiteral("café")));
    QVERIFY(checker.suggestions(u"cafł猫").isEmpty());
    checker.add(QStringLiteral("thé"));
    QVERIFY(checker.isCorrect(u"thé"));
}

void TestChecker::otherEncodings_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("Polish") << QByteArray("ISO8859-2") << QByteArray("\xb3ysy") << QStringLiteral("łysy");
    QTest::newRow("with the euro") << QByteArray("ISO8859-15") << QByteArray("c\xbdur") << QStringLiteral("cœur");
    QTest::newRow("Russian") << QByteArray("KOI8-R") << QByteArray("\xcb\xcf\xd4") << QStringLiteral("кот");
    QTest::newRow("Bulgarian") << QByteArray("microsoft-cp1251") << QByteArray("\xea\xee\xf2") << QStringLiteral("кот");
}

void TestChecker::otherEncodings()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    auto loaded = Checker::load(
        tests::makeDictionary(m_folder.path(), QStringLiteral("xx"), QByteArray("SET " + name + "\n"), {bytes, "b"}));
    QVERIFY(loaded);
    QVERIFY((*loaded)->isCorrect(word));
    QVERIFY(!(*loaded)->isCorrect(QString(word + u'b')));
}

void TestChecker::brokenDictionaries_data()
{
    QTest::addColumn<QByteArray>("affixes");
    QTest::addColumn<QByteArray>("words");
    const QByteArray good = "SET UTF-8\n";
    QTest::newRow("empty") << good << QByteArray();
    QTest::newRow("no count") << good << QByteArray("a\nb\n");
    QTest::newRow("count alone") << good << QByteArray("2\n\n");
    QTest::newRow("count without a line end") << good << QByteArray("2");
    QTest::newRow("count of nothing") << good << QByteArray("0\na\n");
    QTest::newRow("binary words") << good << QByteArray("2\na\n\0\0\0\n", 8);
    QTest::newRow("binary affixes") << QByteArray("\x7f"
                                                  "ELF\0\0\1",
                                                  7)
                                    << QByteArray("1\na\n");
}

void TestChecker::brokenDictionaries()
{
    QFETCH(QByteArray, affixes);
    QFETCH(QByteArray, words);
    const QString base = m_folder.filePath(QStringLiteral("broken"));
    QVERIFY(tests::write(base + QStringLiteral(".aff"), affixes));
    QVERIFY(tests::write(base + QStringLiteral(".dic"), words));
    const auto loaded =
        Checker::load({QStringLiteral("xx"), base + QStringLiteral(".aff"), base + QStringLiteral(".dic")});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, base::Error::Kind::Damaged);
    QVERIFY(loaded.error().message.contains(u"broken."));
}

void TestChecker::missingDictionary()
{
    Dictionary dictionary = tests::makeEnglish(m_folder.path());
    dictionary.dicPath += QStringLiteral(".gone");
    const auto noWords = Checker::load(dictionary);
    QVERIFY(!noWords);
    QCOMPARE(noWords.error().kind, base::Error::Kind::NotFound);
    QVERIFY(!Checker::load({QStringLiteral("en-GB"), QStringLiteral("/nowhere.aff"), dictionary.dicPath}));
}

void TestChecker::unknownEncoding()
{
    const auto loaded =
        Checker::load(tests::makeDictionary(m_folder.path(), QStringLiteral("xx"), "SET EBCDIC-OF-OLD\n", {"a", "b"}));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().message.contains(u"EBCDIC-OF-OLD"));
}

void TestChecker::realEnglish()
{
    const auto dictionary = spelling::dictionaryFor(QStringLiteral("en-GB"), spelling::findDictionaries());
    if (!dictionary || dictionary->tag != QLatin1String("en-GB"))
        QSKIP("The package hunspell-en-gb is not installed");
    auto loaded = Checker::load(*dictionary);
    QVERIFY(loaded);
    const QString right = QStringLiteral("Dear Maud,\n\nMy neighbour’s cat doesn’t colour within the lines; she’s "
                                         "a well-meaning, grey, 12-year-old mother-in-law’s favourite. ’Twas ever "
                                         "thus! *Isn’t* it? See [the page](http://wrod.example/colr) or `wrod`.");
    QCOMPARE(wordsOf((*loaded)->check(right)).join(u' '), QString());
    QCOMPARE(wordsOf((*loaded)->check(u"She recieved teh color-blind letter.")),
             QStringList({QStringLiteral("recieved"), QStringLiteral("teh"), QStringLiteral("color")}));
}

QTEST_GUILESS_MAIN(TestChecker)
#include "tst_checker.moc"
