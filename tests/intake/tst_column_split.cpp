// A post of a column parted into letters and answers by its labels. All letters are invented.
#include "intake/column_split.h"
#include "intake/label_census.h"

#include <QRegularExpression>
#include <QTest>

using desk::ColumnLabel;
using intake::ColumnGrammar;
using intake::ColumnSplit;
using Part = ColumnLabel::Part;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

ColumnGrammar grammar(const QList<std::pair<Part, const char *>> &labels)
{
    ColumnGrammar grammar;
    for (const auto &[part, label] : labels)
        grammar.labels.append({part, desk::foldedLabel(text(label))});
    return grammar;
}

// What most rows below are parted by.
ColumnGrammar usual()
{
    return grammar({{Part::Letter, "DEAR HAZEL:"},
                    {Part::Answer, "HAZEL ANSWERS:"},
                    {Part::Letter, "Q:"},
                    {Part::Answer, "A:"},
                    {Part::Letter, "Question:"},
                    {Part::Answer, "Answer:"},
                    {Part::Letter, "CHÈRE HÉLÈNE :"},
                    {Part::Answer, "HÉLÈNE RÉPOND :"}});
}

QString wordsOf(const QString &markdown)
{
    static const QRegularExpression marks(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words =
        QString(markdown).replace(marks, QStringLiteral(" ")).simplified().split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

} // namespace

class TestColumnSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data();
    void parts();
    void signs_data();
    void signs();
    void severalLetters();
    void doubts_data();
    void doubts();
    void withoutALabelThereIsNothing_data();
    void withoutALabelThereIsNothing();
    void commonPartsComeOff();
    void findsLabels();
    void findsNoCommonBeginnings();
    void findsWhatIsCommon();
    void losesNoWord_data();
    void losesNoWord();
    void isQuick();
};

void TestColumnSplit::parts_data()
{
    QTest::addColumn<QString>("post");
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *name, const char *post, const char *letter = "My cat sulks.",
                        const char *answer = "Let it sulk.") {
        QTest::newRow(name) << text(post) << text(letter) << text(answer);
    };
    row("at the start", "DEAR HAZEL: My cat sulks.\n\nHAZEL ANSWERS: Let it sulk.");
    row("alone", "DEAR HAZEL:\n\nMy cat sulks.\n\nHAZEL ANSWERS:\n\nLet it sulk.");
    row("alone without a sign", "DEAR HAZEL\n\nMy cat sulks.\n\nHAZEL ANSWERS\n\nLet it sulk.");
    row("bold", "**DEAR HAZEL:** My cat sulks.\n\n**HAZEL ANSWERS:** Let it sulk.");
    row("bold, colon outside", "**DEAR HAZEL**: My cat sulks.\n\n**HAZEL ANSWERS**: Let it sulk.");
    row("bold goes on", "**DEAR HAZEL: My cat** sulks.\n\n**HAZEL ANSWERS: Let** it sulk.", "**My cat** sulks.",
        "**Let** it sulk.");
    row("italic", "*Dear Hazel:* My cat sulks.\n\n_Hazel answers:_ Let it sulk.");
    row("bold italic", "***Dear Hazel,*** My cat sulks.\n\n***Hazel answers.*** Let it sulk.");
    row("headings", "## Dear Hazel\n\nMy cat sulks.\n\n### Hazel answers\n\nLet it sulk.");
    row("bold headings", "## **DEAR HAZEL:**\n\nMy cat sulks.\n\n## **HAZEL ANSWERS:**\n\nLet it sulk.");
    row("small letters", "dear hazel: My cat sulks.\n\nhazel answers: Let it sulk.");
    row("spaced letters", "D E A R   H A Z E L : My cat sulks.\n\nH A Z E L   A N S W E R S : Let it sulk.");
    row("dashes", "Dear Hazel – My cat sulks.\n\nHazel answers — Let it sulk.");
    row("a hyphen apart", "Dear Hazel - My cat sulks.\n\nHazel answers - Let it sulk.");
    row("full stops", "Q. My cat sulks.\n\nA. Let it sulk.");
    row("letters alone", "Q: My cat sulks.\n\nA: Let it sulk.");
    row("numbered", "Q1: My cat sulks.\n\nA1: Let it sulk.");
    row("in words", "Question: My cat sulks.\n\nAnswer: Let it sulk.");
    row("no-break spaces", "DEAR\u00A0HAZEL:\u00A0My cat sulks.\n\nHAZEL\u00A0ANSWERS: Let it sulk.");
    row("curly quotation marks", "“DEAR HAZEL: My cat sulks.\n\n**HAZEL ANSWERS:** Let it sulk.");
    row("in other capitals", "Dear HAZEL: My cat sulks.\n\nHazel Answers: Let it sulk.");
    row("another language", "CHÈRE HÉLÈNE : Mon chat boude.\n\nHélène répond : Laissez-le.", "Mon chat boude.",
        "Laissez-le.");
    row("accents lost in capitals", "CHERE HELENE : Mon chat boude.\n\nHELENE REPOND : Laissez-le.", "Mon chat boude.",
        "Laissez-le.");
    row("a line of its own in the paragraph", "**DEAR HAZEL**\\\nMy cat sulks.\n\n**HAZEL ANSWERS**\\\nLet it sulk.");
    row("the letter quoted", "> DEAR HAZEL: My cat sulks.\n>\n> And sulks.\n\nHAZEL ANSWERS: Let it sulk.",
        "My cat sulks.\n\nAnd sulks.");
    row("rules between", "DEAR HAZEL: My cat sulks.\n\n---\n\nHAZEL ANSWERS: Let it sulk.\n\n***");
    row("under a rule", "Dear Hazel, My cat sulks.\n\n---\n\nLet it sulk.");
    row("under stars", "Dear Hazel, My cat sulks.\n\n* * *\n\nDear you, let it sulk.", "My cat sulks.",
        "Dear you, let it sulk.");
    row("greeted by the signature", "Dear Hazel, My cat sulks.\n\nTorn in Truro\n\nDear Torn, let it sulk.",
        "My cat sulks.", "Dear Torn, let it sulk.");
    row("several paragraphs", "DEAR HAZEL: One.\n\nTwo is here.\n\nHAZEL ANSWERS: Three.\n\nFour is there.",
        "One.\n\nTwo is here.", "Three.\n\nFour is there.");
    row("lists and quotations in the answer", "Q: My cat sulks.\n\nA: Do this:\n\n- feed it\n- pet it\n\n> Cats sulk.",
        "My cat sulks.", "Do this:\n\n- feed it\n- pet it\n\n> Cats sulk.");
    row("the label in the middle of a paragraph", "Q: I wrote HAZEL ANSWERS: on a card.\n\nA: Good.",
        "I wrote HAZEL ANSWERS: on a card.", "Good.");
    row("a longer phrase", "Q: My cat sulks.\n\nDear Hazel's sister sulks too.\n\nA: Let it sulk.",
        "My cat sulks.\n\nDear Hazel's sister sulks too.");
    row("a word that begins alike", "Q: My cat sulks.\n\nA cat sulks.\n\nA: Let it sulk.",
        "My cat sulks.\n\nA cat sulks.");
    row("line ends of Windows", "Q: My cat sulks.\r\n\r\nA: Let it sulk.");
}

void TestColumnSplit::parts()
{
    QFETCH(QString, post);
    QFETCH(QString, letter);
    QFETCH(QString, answer);
    const ColumnSplit split = intake::splitColumn(post, usual());
    QCOMPARE(split.pieces.size(), 1);
    QCOMPARE(split.pieces.first().letter, letter);
    QCOMPARE(split.pieces.first().answer, answer);
    QCOMPARE(split.doubts, QStringList());
    QCOMPARE(split.introduction, QString());
}

void TestColumnSplit::signs_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *end, const char *signature, const char *place = "") {
        QTest::newRow(end) << text(end) << text(signature) << text(place);
    };
    row("Matthew M., Somerset", "Matthew M.", "Somerset");
    row("— Torn in Truro", "Torn in Truro");
    row("Torn in Truro", "Torn in Truro");
    row("*Sleepless, Leeds*", "Sleepless", "Leeds");
    row("**Sleepless in Leeds**", "Sleepless in Leeds");
    row("Yours, Worried", "Worried");
    row("– Name withheld", "Name withheld");
    row("SIGNED, CONFUSED IN CARDIFF", "CONFUSED IN CARDIFF");
    row("*— Wide Awake, Whitby*", "Wide Awake", "Whitby");
    row("Torn\\\nTruro", "Torn", "Truro");
    row("Torn,\\\nTruro", "Torn", "Truro");
    row("The Other Woman", "The Other Woman");
    row("J. B.", "J. B.");
    row("I do not know what to do.", "");
    row("Please help", "");
    row("What should I do?", "");
    row("My sister says that I should let her have the car for good", "");
    row("[Here](https://example.org)", "");
}

void TestColumnSplit::signs()
{
    QFETCH(QString, end);
    QFETCH(QString, signature);
    QFETCH(QString, place);
    const ColumnSplit split =
        intake::splitColumn(text("DEAR HAZEL: My cat sulks.\n\n") + end + text("\n\nHAZEL ANSWERS: Let it."), usual());
    QCOMPARE(split.pieces.first().signature, signature);
    QCOMPARE(split.pieces.first().place, place);
    QCOMPARE(split.pieces.first().letter,
             signature.isEmpty() ? QString(text("My cat sulks.\n\n") + end) : text("My cat sulks."));
}

void TestColumnSplit::severalLetters()
{
    const ColumnSplit split = intake::splitColumn(
        text("Two letters today.\n\n**Q1.** One?\n\nTorn, Truro\n\n**A1.** Yes.\n\n**Q2.** Two?\n\n**A2.** No."),
        usual());
    QCOMPARE(split.pieces.size(), 2);
    QCOMPARE(split.introduction, text("Two letters today."));
    QCOMPARE(split.pieces.at(0).letter, text("One?"));
    QCOMPARE(split.pieces.at(0).signature, text("Torn"));
    QCOMPARE(split.pieces.at(0).answer, text("Yes."));
    QCOMPARE(split.pieces.at(1).letter, text("Two?"));
    QCOMPARE(split.pieces.at(1).answer, text("No."));
    QVERIFY(split.doubts.isEmpty());
}

void TestColumnSplit::doubts_data()
{
    QTest::addColumn<QString>("post");
    QTest::addColumn<int>("pieces");
    QTest::newRow("no answer") << text("Q: My cat sulks.") << 1;
    QTest::newRow("an empty answer") << text("Q: My cat sulks.\n\nA:") << 1;
    QTest::newRow("an empty letter") << text("Q:\n\nA: Let it sulk.") << 1;
    QTest::newRow("no label before the letter") << text("My cat sulks.\n\nA: Let it sulk.") << 1;
    QTest::newRow("the answer first") << text("A: Let it sulk.\n\nQ: My cat sulks.") << 2;
    QTest::newRow("two answers") << text("Q: My cat sulks.\n\nA: Let it.\n\nA: Or not.") << 1;
    QTest::newRow("two letters and one answer") << text("Q: One?\n\nQ: Two?\n\nA: Yes.") << 2;
    QTest::newRow("only a label") << text("**DEAR HAZEL**") << 1;
}

void TestColumnSplit::doubts()
{
    QFETCH(QString, post);
    QFETCH(int, pieces);
    const ColumnSplit split = intake::splitColumn(post, usual());
    QCOMPARE(split.pieces.size(), pieces);
    QVERIFY(!split.doubts.isEmpty());
}

void TestColumnSplit::withoutALabelThereIsNothing_data()
{
    QTest::addColumn<QString>("post");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << text("My cat sulks.\n\nLet it sulk.");
    QTest::newRow("another column") << text("DEAR IVY: My cat sulks.\n\nIVY ANSWERS: Let it sulk.");
    QTest::newRow("in the middle") << text("I say: DEAR HAZEL: My cat sulks.");
    QTest::newRow("in code") << text("    DEAR HAZEL: My cat sulks.");
    QTest::newRow("look-alikes") << text("DEARHAZEL: one\n\nDEAR HAZELNUT: two\n\nHAZEL ANSWERS NOTHING: three");
}

void TestColumnSplit::withoutALabelThereIsNothing()
{
    QFETCH(QString, post);
    QVERIFY(intake::splitColumn(post, usual()).pieces.isEmpty());
}

void TestColumnSplit::commonPartsComeOff()
{
    ColumnGrammar with = usual();
    with.common.introduction = text("Hazel answers letters every week.");
    with.common.callToAction = text("Write to Hazel.\n\nOr talk in the [forum](/forum).");
    const ColumnSplit split = intake::splitColumn(text("Hazel  answers letters\nevery week.\n\nA word of today.\n\nQ: "
                                                       "My cat sulks.\n\nA: Let it.\n\n---\n\nWrite to "
                                                       "Hazel.\n\nOr talk in the [forum](/forum)."),
                                                  with);
    QCOMPARE(split.introduction, text("A word of today."));
    QCOMPARE(split.pieces.first().answer, text("Let it."));
    QCOMPARE(split.closing, with.common.callToAction);
}

void TestColumnSplit::findsLabels()
{
    intake::LabelCensus census;
    for (const char *name : {"Torn", "Worried", "Cross", "Tired"})
        census.add(text("Welcome: to the column of the week\n\n**DEAR HAZEL:** My cat sulks.\n\n") + text(name) +
                   text("\n\n**HAZEL ANSWERS:** Dear ") + text(name) + text(", let it.\n\nThen: rest."));
    census.add(text("A notice without a label."));
    QCOMPARE(census.posts(), 5);
    QStringList phrases;
    for (const intake::LabelProposal &proposal : census.proposals()) {
        phrases.append(proposal.label.phrase);
        if (proposal.label.phrase == text("dear hazel")) {
            QCOMPARE(proposal.label.part, Part::Letter);
            QCOMPARE(proposal.posts, 4);
            QCOMPARE(proposal.shown, text("DEAR HAZEL:"));
        }
        if (proposal.label.phrase == text("hazel answers"))
            QCOMPARE(proposal.label.part, Part::Answer);
    }
    QVERIFY(phrases.contains(text("dear hazel")));
    QVERIFY(phrases.contains(text("hazel answers")));
}

void TestColumnSplit::findsNoCommonBeginnings()
{
    intake::LabelCensus census;
    for (int post = 0; post < 50; ++post)
        census.add(text("I think that my husband lies.\n\nMy husband says no.\n\nWhen we met, he did.\n\nSo what?"));
    QVERIFY(census.proposals().isEmpty());
}

void TestColumnSplit::findsWhatIsCommon()
{
    intake::CommonPartsCensus census;
    for (const char *word : {"one", "two", "three", "four"})
        census.add(text("Hazel answers.\n\nToday: ") + text(word), text(word) + text("\n\nWrite to us."));
    census.add({}, text("five"));
    const intake::CommonParts parts = census.result();
    QCOMPARE(parts.introduction, text("Hazel answers."));
    QCOMPARE(parts.introductionPosts, 4);
    QCOMPARE(parts.callToAction, text("Write to us."));
    QCOMPARE(parts.callPosts, 4);
}

void TestColumnSplit::losesNoWord_data()
{
    parts_data();
    for (const char *post :
         {"Before.\n\nQ: One?\n\nYours, Torn\n\nA: Yes.\n\nA: No.\n\nQ: Left alone.", "A: Only this.",
          "**DEAR HAZEL: all *of it** is odd*\n\nHAZEL ANSWERS: `code`\n\n```\nQ: no\n```"})
        QTest::newRow(post) << text(post) << QString() << QString();
}

void TestColumnSplit::losesNoWord()
{
    QFETCH(QString, post);
    const ColumnSplit split = intake::splitColumn(post, usual());
    QString all = split.introduction + u' ' + split.closing;
    for (const intake::ColumnPiece &piece : split.pieces)
        all += u' ' + piece.letterLabel + u' ' + piece.letter + u' ' + piece.signature + u' ' + piece.place + u' ' +
               piece.answerLabel + u' ' + piece.answer;
    // The words of closings such as "Yours," are no part of a name.
    QCOMPARE(wordsOf(all), wordsOf(QString(post).remove(text("Yours, "))));
}

void TestColumnSplit::isQuick()
{
    for (const QString &hostile :
         {QString(200'000, u'*'), text("Q: ").repeated(60'000), text("**Q:** x\n\n").repeated(20'000),
          QString(text("> ").repeated(50'000) + u'x'), QString(300'000, u'\n'), text("a, ").repeated(60'000)}) {
        QElapsedTimer timer;
        timer.start();
        (void)intake::splitColumn(hostile, usual());
        intake::LabelCensus census;
        census.add(hostile);
        QVERIFY2(timer.elapsed() < 8000, qPrintable(hostile.left(20)));
    }
}

QTEST_GUILESS_MAIN(TestColumnSplit)
#include "tst_column_split.moc"
