// Which words of a text are looked up, and where they stand.
#include "spelling/exempt_ranges.h"
#include "spelling/words.h"

#include <QElapsedTimer>
#include <QTest>

using spelling::splitWords;
using spelling::Word;
using spelling::WordOptions;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void plainTextHasNoMarkup();
    void capitalsCanBeSkipped();
    void positions();
    void hyphenParts();
    void lookupForm_data();
    void lookupForm();
    void hostileTextEndsInTime_data();
    void hostileTextEndsInTime();

private:
    static QString joined(QStringView text, const WordOptions &options = {});
};

QString TestWords::joined(QStringView text, const WordOptions &options)
{
    QStringList words;
    for (const Word &word : splitWords(text, options))
        words.append(text.sliced(word.start, word.length).toString());
    return words.join(u'|');
}

void TestWords::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QStringView text, QStringView expected) {
        QTest::newRow(name) << text.toString() << expected.toString();
    };
    row("nothing", u"", u"");
    row("spaces alone", u" \n\t ", u"");
    row("sentence", u"Dear Maud, help!", u"Dear|Maud|help");
    row("straight apostrophes", u"don't 'quoted words' dogs' 'twas", u"don't|quoted|words|dogs|twas");
    row("curly apostrophes", u"don’t ‘quoted words’ dogs’ ’twas", u"don’t|quoted|words|dogs|twas");
    row("double quotes", u"\"one\" “two” «three» „four“", u"one|two|three|four");
    row("hyphens", u"a well-being, mother-in-law - and -this- one-", u"well-being|mother-in-law|and|this|one");
    row("other hyphens", u"well‐being co‑op", u"well‐being|co‑op");
    row("dashes part", u"one—two three–four five--six", u"one|two|three|four|five|six");
    row("ellipsis parts", u"one...two three…four", u"one|two|three|four");
    row("soft hyphen stays", u"let\u00ADter", u"let\u00ADter");
    row("accents", u"naïve café u\u0308ber", u"naïve|café|u\u0308ber");
    row("digits", u"3rd b4 19-year-old 1,000.50 2026", u"year|old");
    row("single letters", u"I a x-ray x", u"x-ray");
    row("forgotten space", u"the end.Then", u"the|end|Then");
    row("abbreviations", u"e.g. i.e. U.S. yes", u"yes");
    row("mail address", u"write to maud.bell@desk.example now", u"write|to|now");
    row("mail address in brackets", u"(maud@desk.example)", u"");
    row("web addresses", u"see https://a.example/wrods?x=(y),z and www.exmaple.org/a.", u"see|and");
    row("web address in quotes", u"“http://exmaple.org” wrod", u"wrod");
    row("domain", u"at exmaple.org today", u"at|today");
    row("file names", u"open lettre.txt and /home/mauud/fiel or C:\\fiel\\b ~/fiel ../fiel", u"open|and|or");
    row("alternatives", u"his/her and/or", u"his|her|and|or");
    row("handles", u"@mauud #hlep ask", u"ask");
    row("identifier", u"snake_case", u"snake|case");
    row("too long", u"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde",
        u"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd");
    row("long compound", u"aaaaaaaaaabbbbbbbbbb-ccccccccccdddddddddd", u"aaaaaaaaaabbbbbbbbbb|ccccccccccdddddddddd");
    row("capitals", u"NATO met", u"NATO|met");
    row("no spaces in the script", u"猫が好き yes ไทย", u"yes");
    row("other letters", u"Москва αβγ", u"Москва|αβγ");
    row("beyond the basic plane", u"𝐀𝐁 🐈 cat", u"𝐀𝐁|cat");
    row("emphasis", u"*one* __two__ **th**ree _four_", u"one|two|th|ree|four");
    row("code span", u"use `wrod one` and ``a ` wrod`` here", u"use|and|here");
    row("unclosed code span", u"use `wrod here", u"use|wrod|here");
    row("escaped backquote", u"one \\`two\\` three", u"one|two|three");
    row("fenced code", u"one\n```\nwrod\n~~~\nwrod\n```\ntwo", u"one|two");
    row("unclosed fence", u"one\n~~~\nwrod\n\nwrod", u"one");
    row("fence with a language", u"```wrod\nwrod\n```\ntwo", u"two");
    row("inline triple is no fence", u"```wrod``` two\nthree", u"two|three");
    row("link", u"[words here](wrods/here.html \"tilte\") end", u"words|here|end");
    row("link with brackets", u"[one](a_(wrod)) two", u"one|two");
    row("reference link", u"[one][wrod] two\n\n[wrod]: wrods/x.html", u"one|two|wrod");
    row("unclosed link", u"[one](two three", u"one|two|three");
    row("picture", u"![an old dog](dgo.png)", u"an|old|dog");
    row("autolink and tag", u"<https://wrod.example/a b> <b clas=\"x\">one</b> two", u"one|two");
    row("hearts", u"I <3 him > her", u"him|her");
    row("entities", u"one&nbsp;two &eacute; &#233; AT&T", u"one|two|AT");
}

void TestWords::words()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(joined(text), expected);
}

void TestWords::plainTextHasNoMarkup()
{
    QCOMPARE(joined(u"one `two` [three](four) <five> &six;", {.markdown = false}),
             QStringLiteral("one|two|three|four|five|six"));
    QCOMPARE(joined(u"see http://wrod.example now", {.markdown = false}), QStringLiteral("see|now"));
}

void TestWords::capitalsCanBeSkipped()
{
    QCOMPARE(joined(u"NATO met Nato ÉÜ", {.skipCapitals = true}), QStringLiteral("met|Nato"));
}

void TestWords::positions()
{
    const QString text = QStringLiteral("🐈 ‘don’t’ — well-being");
    QCOMPARE(splitWords(text), (QVector<Word>{{4, 5}, {13, 10}}));
}

void TestWords::hyphenParts()
{
    const QString text = QStringLiteral("a well--being- b");
    QCOMPARE(spelling::hyphenParts(text, {2, 12}), (QVector<Word>{{2, 4}, {8, 5}}));
    QCOMPARE(spelling::hyphenParts(text, {2, 4}), (QVector<Word>{{2, 4}}));
}

void TestWords::lookupForm_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("desk") << QStringLiteral("desk");
    QTest::newRow("curly") << QStringLiteral("don’t") << QStringLiteral("don't");
    QTest::newRow("soft hyphen") << QStringLiteral("let\u00ADter") << QStringLiteral("letter");
    QTest::newRow("hard hyphen") << QStringLiteral("co\u2011op") << QStringLiteral("co-op");
    QTest::newRow("decomposed") << QStringLiteral("cafe\u0301") << QStringLiteral("café");
}

void TestWords::lookupForm()
{
    QFETCH(QString, word);
    QFETCH(QString, expected);
    QCOMPARE(spelling::lookupForm(word), expected);
}

void TestWords::hostileTextEndsInTime_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"](", "][", "<a",   "`a``", "``` ", "```\n", "~~~\n", "&a", "a-", "-",
                              "'",  "a.", "a://", "]: ",  "\\",   "@",     "a_",    "(",  "/a", "\u00AD"})
        QTest::newRow(QByteArray(piece).replace('\n', '|').constData()) << QString::fromUtf8(piece);
}

void TestWords::hostileTextEndsInTime()
{
    QFETCH(QString, piece);
    const QString text = piece.repeated(60'000 / piece.size());
    QElapsedTimer timer;
    timer.start();
    const QVector<Word> words = splitWords(text);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    for (const Word &word : words)
        QVERIFY(word.start + word.length <= text.size() && word.length <= spelling::longestWord);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
