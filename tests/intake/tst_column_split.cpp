#include "intake/column_split.h"

#include <QElapsedTimer>
#include <QTest>

using desk::ColumnLabel;
using intake::ColumnGrammar;
using intake::ColumnPiece;
using intake::ColumnSplit;
using Part = desk::ColumnLabel::Part;

namespace {

// The labels of invented columns. A row may name others.
QList<ColumnLabel> usualLabels()
{
    QList<ColumnLabel> labels;
    for (const char *phrase : {"dear hazel", "q", "question", "the letter"})
        labels.append({Part::Letter, QString::fromUtf8(phrase)});
    for (const char *phrase : {"hazel answers", "hazel answer", "a", "answer", "our answer"})
        labels.append({Part::Answer, QString::fromUtf8(phrase)});
    return labels;
}

QList<ColumnLabel> lettersOnly()
{
    return {{Part::Letter, QStringLiteral("dear hazel")}};
}

ColumnGrammar grammarOf(const QList<ColumnLabel> &labels)
{
    ColumnGrammar grammar{labels, {}};
    grammar.common.introduction =
        QStringLiteral("Hazel reads **all** your letters.\n\nWrite to her in complete confidence.");
    grammar.common.callToAction = QStringLiteral("Have a question? Write to Hazel.\n\nJoin the [forum](/forum).");
    return grammar;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : QString(text + u' ')) {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    words.sort();
    return words;
}

QString allOf(const ColumnSplit &split)
{
    QStringList all{split.introduction, split.closing};
    for (const ColumnPiece &piece : split.pieces)
        all << piece.letter << piece.signature << piece.place << piece.answer << piece.letterLabel << piece.answerLabel;
    return all.join(u'\n');
}

QStringList texts(const QList<const char *> &utf8)
{
    QStringList all;
    for (const char *text : utf8)
        all.append(QString::fromUtf8(text));
    return all;
}

// Named by the beginning of the text on one line.
QTestData &newRow(const char *text, const char *before = "")
{
    return QTest::addRow("%s%s", before, QByteArray(text).left(200).replace('\n', "¶").constData());
}

// One piece as a row of a table has it.
QString shown(const ColumnPiece &piece)
{
    return QStringList{piece.letterLabel, piece.letter, piece.signature, piece.place, piece.answerLabel, piece.answer}
        .join(QStringLiteral(" | "));
}

constexpr const char *sound = "";
constexpr const char *noLabel = "No label of the column was found.";
constexpr const char *noAnswer = "A letter has no answer.";
constexpr const char *noLetter = "An answer has no letter; what stands before it may be the letter.";
constexpr const char *emptyAnswer = "The answer is empty.";
constexpr const char *emptyLetter = "A letter is empty.";
constexpr const char *sharedAnswer = "Several letters have one answer.";
constexpr const char *twoAnswers = "A letter has two answers.";
constexpr const char *afterRule = "The answer’s label is missing; the text after a rule was taken.";
constexpr const char *afterQuotation = "The answer’s label is missing; the text after the quotation was taken.";
constexpr const char *quotedLabel = "A label stands in a quotation and was left there.";

} // namespace

class TestColumnSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOneLetter_data();
    void partsOneLetter();
    void findsSignatures_data();
    void findsSignatures();
    void partsSeveral_data();
    void partsSeveral();
    void findsUnlabelledAnswers_data();
    void findsUnlabelledAnswers();
    void leavesWholeWhatHasNoLabel_data();
    void leavesWholeWhatHasNoLabel();
    void cutsCommonParts_data();
    void cutsCommonParts();
    void takesTaughtLabels_data();
    void takesTaughtLabels();
    void survivesHostileText_data();
    void survivesHostileText();

private:
    static void compare(const QString &markdown, const ColumnGrammar &grammar, const QStringList &pieces,
                        const QStringList &doubts);
};

// Beside what is expected: no word is lost and none comes twice.
void TestColumnSplit::compare(const QString &markdown, const ColumnGrammar &grammar, const QStringList &pieces,
                              const QStringList &doubts)
{
    const ColumnSplit split = intake::splitColumn(markdown, grammar);
    QStringList found;
    for (const ColumnPiece &piece : split.pieces)
        found.append(shown(piece));
    QCOMPARE(found, pieces);
    QCOMPARE(split.doubts, doubts);
    QCOMPARE(wordsOf(allOf(split)), wordsOf(markdown));
}

// Each way in which a label may be written. What is expected: label, letter, label, answer.
void TestColumnSplit::partsOneLetter_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("piece");
    const auto row = [](const char *markdown, const char *piece) {
        newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(piece);
    };
    // Signs and type
    row("DEAR HAZEL: My hedge.\n\nHAZEL ANSWERS: Cut it.", "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("DEAR HAZEL:\n\nMy hedge.\n\nIt grows.\n\nHAZEL ANSWERS:\n\nCut it.\n\nNow.",
        "DEAR HAZEL: | My hedge.\n\nIt grows. |  |  | HAZEL ANSWERS: | Cut it.\n\nNow.");
    row("**DEAR HAZEL:** My hedge.\n\n**HAZEL ANSWERS:** Cut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("**DEAR HAZEL**: My hedge.\n\n**HAZEL ANSWERS**: Cut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("**DEAR HAZEL: My hedge** grows.\n\n**HAZEL ANSWERS: Cut** it.",
        "DEAR HAZEL: | **My hedge** grows. |  |  | HAZEL ANSWERS: | **Cut** it.");
    row("**DEAR HAZEL:** **My hedge** grows.\n\n__HAZEL ANSWERS:__ *Cut* it.",
        "DEAR HAZEL: | **My hedge** grows. |  |  | HAZEL ANSWERS: | *Cut* it.");
    row("***DEAR HAZEL:** my hedge.*\n\n***HAZEL ANSWERS:*** Cut it.",
        "DEAR HAZEL: | *my hedge.* |  |  | HAZEL ANSWERS: | Cut it.");
    row("*Dear Hazel,* my hedge.\n\n_Hazel answers:_ Cut it.",
        "Dear Hazel, | my hedge. |  |  | Hazel answers: | Cut it.");
    row("**Dear** **Hazel,**\n\nMy hedge.\n\nHAZEL **ANSWERS**: Cut it.",
        "Dear Hazel, | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("**Q** My hedge.\n\n**A** Cut it.", "Q | My hedge. |  |  | A | Cut it.");
    row("**DEAR HAZEL**\n\nMy hedge.\n\n**HAZEL ANSWERS**\n\nCut it.",
        "DEAR HAZEL | My hedge. |  |  | HAZEL ANSWERS | Cut it.");
    row("DEAR HAZEL\n\nMy hedge.\n\nHAZEL ANSWERS\n\nCut it.",
        "DEAR HAZEL | My hedge. |  |  | HAZEL ANSWERS | Cut it.");
    row("DEAR HAZEL - My hedge.\n\nHAZEL ANSWERS - Cut it.",
        "DEAR HAZEL - | My hedge. |  |  | HAZEL ANSWERS - | Cut it.");
    row("DEAR HAZEL – My hedge.\n\nHAZEL ANSWERS—Cut it.", "DEAR HAZEL – | My hedge. |  |  | HAZEL ANSWERS— | Cut it.");
    row("**Q** — My hedge.\n\n**A** — Cut it.", "Q — | My hedge. |  |  | A — | Cut it.");
    row("Q: My hedge.\n\nA: Cut it.", "Q: | My hedge. |  |  | A: | Cut it.");
    row("Q. My hedge.\n\nA. Cut it.", "Q. | My hedge. |  |  | A. | Cut it.");
    row("Q.: My hedge.\n\nA.: Cut it.", "Q.: | My hedge. |  |  | A.: | Cut it.");
    row("q. my hedge.\n\na. cut it.", "q. | my hedge. |  |  | a. | cut it.");
    row("Q:My hedge.\n\nA:Cut it.", "Q: | My hedge. |  |  | A: | Cut it.");
    row("Question: My hedge.\n\nAnswer: Cut it.", "Question: | My hedge. |  |  | Answer: | Cut it.");
    row("QUESTION\n\nMy hedge.\n\nOUR ANSWER\n\nCut it.", "QUESTION | My hedge. |  |  | OUR ANSWER | Cut it.");
    row("Dear Hazel! My hedge.\n\nHazel answer. Cut it.", "Dear Hazel! | My hedge. |  |  | Hazel answer. | Cut it.");
    // Headings
    row("## Q: My hedge\n\nIt grows.\n\n### A:\n\nCut it.", "Q: | My hedge\n\nIt grows. |  |  | A: | Cut it.");
    row("# Dear Hazel\n\nMy hedge.\n\n###### Hazel answers\n\nCut it.",
        "Dear Hazel | My hedge. |  |  | Hazel answers | Cut it.");
    row("### **Question**\n\nMy hedge.\n\n### **Answer**\n\nCut it.", "Question | My hedge. |  |  | Answer | Cut it.");
    row("DEAR HAZEL:\n---\n\nMy hedge.\n\nHAZEL ANSWERS:\n===\n\nCut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    // Letters and white space
    row("D E A R  H A Z E L: My hedge.\n\nH A Z E L  A N S W E R S: Cut it.",
        "D E A R  H A Z E L: | My hedge. |  |  | H A Z E L  A N S W E R S: | Cut it.");
    row("**D E A R H A Z E L**\n\nMy hedge.\n\n**A N S W E R**\n\nCut it.",
        "D E A R H A Z E L | My hedge. |  |  | A N S W E R | Cut it.");
    row("DEAR\u00a0HAZEL:\u00a0My hedge.\n\nHAZEL\u00a0ANSWERS:\n\nCut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("Dear HAZEL :  My hedge.\n\nHazel  Answers :  Cut it.",
        "Dear HAZEL : | My hedge. |  |  | Hazel  Answers : | Cut it.");
    row("Q1: My hedge.\n\nA1: Cut it.", "Q1: | My hedge. |  |  | A1: | Cut it.");
    row("Q. 1. My hedge.\n\nA. 1. Cut it.", "Q. 1. | My hedge. |  |  | A. 1. | Cut it.");
    row("Q. 2 hedges.\n\nA. 2 cuts.", "Q. | 2 hedges. |  |  | A. | 2 cuts.");
    row("Question II: My hedge.\n\nAnswer two: Cut it.", "Question II: | My hedge. |  |  | Answer two: | Cut it.");
    row("Question #3:\n\nMy hedge.\n\nAnswer (3):\n\nCut it.",
        "Question #3: | My hedge. |  |  | Answer (3): | Cut it.");
    row("1. Q: My hedge.\n\n1\\. A: Cut it.", "1. Q: | My hedge. |  |  | 1. A: | Cut it.");
    // Marks of speech
    row("“DEAR HAZEL: My hedge.”\n\nHAZEL ANSWERS: Cut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("“**DEAR HAZEL:** My “green” hedge.\n\n“It grows.\n\n“What now?”\n\nHAZEL ANSWERS: “Cut” it.",
        "DEAR HAZEL: | My “green” hedge.\n\nIt grows.\n\nWhat now? |  |  | HAZEL ANSWERS: | “Cut” it.");
    row("\"Dear Hazel, my hedge.\n\nHe said \"no\".\"\n\nHAZEL ANSWERS: Cut it.",
        "Dear Hazel, | my hedge.\n\nHe said \"no\". |  |  | HAZEL ANSWERS: | Cut it.");
    row("‘Dear Hazel, it’s my hedge.’\n\nA: Cut it.", "Dear Hazel, | it’s my hedge. |  |  | A: | Cut it.");
    row("«Q: My hedge.»\n\nA: Cut it.", "Q: | My hedge. |  |  | A: | Cut it.");
    row("“Dear Hazel”: my hedge.\n\nA: Cut it.", "Dear Hazel”: | my hedge. |  |  | A: | Cut it.");
    // Quotations
    row("> Dear Hazel,\n>\n> My hedge.\n>\n> It grows.\n\nHAZEL ANSWERS: Cut it.",
        "Dear Hazel, | My hedge.\n\nIt grows. |  |  | HAZEL ANSWERS: | Cut it.");
    row("> Dear Hazel, my hedge.\n>\n> > He said no.\n>\n> It grows.\n\nA: Cut it.",
        "Dear Hazel, | my hedge.\n\n> He said no.\n\nIt grows. |  |  | A: | Cut it.");
    row("> **DEAR HAZEL:** My hedge.\n>\n> **HAZEL ANSWERS:** Cut it.",
        "DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("DEAR HAZEL:\n\n> My hedge.\n>\n> It grows.\n\nA: Cut it.",
        "DEAR HAZEL: | My hedge.\n\nIt grows. |  |  | A: | Cut it.");
    row("Q: He wrote this.\n\n> My hedge.\n>\n> It grows.\n\nA: Cut it.\n\n> Hedges grow.\n\nSo.",
        "Q: | He wrote this.\n\n> My hedge.\n>\n> It grows. |  |  | A: | Cut it.\n\n> Hedges grow.\n\nSo.");
    // Hard breaks
    row("Dear Hazel,\\\nMy hedge.\n\nHAZEL ANSWERS:  \nCut it.",
        "Dear Hazel, | My hedge. |  |  | HAZEL ANSWERS: | Cut it.");
    row("DEAR HAZEL\\\nMy hedge.\n\nHAZEL ANSWERS\\\nCut it.",
        "DEAR HAZEL | My hedge. |  |  | HAZEL ANSWERS | Cut it.");
    row("Q: My hedge.\\\nIt grows.\\\nA: Cut it.\\\nNow.", "Q: | My hedge.\\\nIt grows. |  |  | A: | Cut it.\\\nNow.");
    row("Dear Hazel,\\\nmy hedge.\\\n**HAZEL ANSWERS**\\\nCut it.",
        "Dear Hazel, | my hedge. |  |  | HAZEL ANSWERS | Cut it.");
    // Rules and other blocks
    row("---\n\nQ: My hedge.\n\n* * *\n\nA: Cut it.\n\n***", "Q: | My hedge. |  |  | A: | Cut it.");
    row("Q: My hedge.\n\n---\n\nIt grows.\n\nA: Cut it.\n\n---\n\nNow.",
        "Q: | My hedge.\n\n---\n\nIt grows. |  |  | A: | Cut it.\n\n---\n\nNow.");
    row("Q: My hedge.\n\n- Q: no\n- A: no\n\nA: Cut it.\n\n```\nQ: no\n\nA: no\n```",
        "Q: | My hedge.\n\n- Q: no\n- A: no |  |  | A: | Cut it.\n\n```\nQ: no\n\nA: no\n```");
    row("Q: My hedge.\r\n\r\nA: Cut it.\r\n", "Q: | My hedge. |  |  | A: | Cut it.");
    row("**THE LETTER**\n\nDear Hazel,\n\nMy hedge.\n\n**Answer**\n\nCut it.",
        "THE LETTER Dear Hazel, | My hedge. |  |  | Answer | Cut it.");
    row("Q: Dear Hazel, my hedge.\n\nA: Dear Torn, cut it.",
        "Q: | Dear Hazel, my hedge. |  |  | A: | Dear Torn, cut it.");
}

void TestColumnSplit::partsOneLetter()
{
    QFETCH(QString, markdown);
    QFETCH(QString, piece);
    compare(markdown, grammarOf(usualLabels()), {piece}, {});
}

// The end of a letter; its letter, signature and place.
void TestColumnSplit::findsSignatures_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("letter");
    const auto row = [](const char *end, const char *letter) {
        newRow(end) << QString::fromUtf8(end) << QString::fromUtf8(letter);
    };
    row("\n\nMatthew M., Somerset", " | Matthew M. | Somerset");
    row("\n\nMatthew M.", " | Matthew M. | ");
    row("\n\n**Matthew M., Somerset**", " | Matthew M. | Somerset");
    row("\n\n— Torn in Truro", " | Torn in Truro | ");
    row("\n\nTorn in Truro", " | Torn in Truro | ");
    row("\n\n*Sleepless, Leeds*", " | Sleepless | Leeds");
    row("\n\n*Sleepless*, Leeds", " | Sleepless | Leeds");
    row("\n\n***— Sleepless, Leeds***", " | Sleepless | Leeds");
    row("\n\n*Sleepless in Leeds.*", " | Sleepless in Leeds | ");
    row("\n\nYours, Worried", "\n\nYours, | Worried | ");
    row("\n\nYours,\\\nWorried", "\n\nYours, | Worried | ");
    row("\n\nYours sincerely,\n\nWorried in Wigan", "\n\nYours sincerely, | Worried in Wigan | ");
    row("\n\nWith love,\\\nWilma, Wigan", "\n\nWith love, | Wilma | Wigan");
    row("\n\n– Name withheld", " | Name withheld | ");
    row("\n\nName and address supplied", " | Name and address supplied | ");
    row("\n\n(Name withheld by request)", " | Name withheld by request | ");
    row("\n\nSIGNED, CONFUSED IN CARDIFF", "\n\nSIGNED, | CONFUSED IN CARDIFF | ");
    row("\n\nSigned: Confused", "\n\nSigned: | Confused | ");
    row("\n\nTorn\\\nTruro", " | Torn | Truro");
    row("\n\n*Torn,*\\\n*Truro*", " | Torn | Truro");
    row("\n\n*Torn*  \n*Truro, Cornwall*", " | Torn | Truro, Cornwall");
    row("\\\nTorn in Truro", " | Torn in Truro | ");
    row("\\\n*Sleepless, Leeds*", " | Sleepless | Leeds");
    row("\\\n— Torn", " | Torn | ");
    row("\\\nTorn\\\nTruro", " | Torn | Truro");
    row(" — TORN IN TRURO", " | TORN IN TRURO | ");
    row(" – Matthew M., Somerset", " | Matthew M. | Somerset");
    row("—Torn", " | Torn | ");
    row(" *Sleepless, Leeds*", " | Sleepless | Leeds");
    row(" *— Sleepless, Leeds*", " | Sleepless | Leeds");
    row("\n\nWilma", " | Wilma | ");
    row("\n\nMrs. J. Tansley, Leeds", " | Mrs. J. Tansley | Leeds");
    row("\n\nWilma (Leeds)", " | Wilma | Leeds");
    row("\n\nWilma – Leeds", " | Wilma | Leeds");
    row("\n\nWilma, 34, Bath, Somerset", " | Wilma, 34 | Bath, Somerset");
    row("\n\nSad, Tired and Blue in Leeds", " | Sad, Tired and Blue in Leeds | ");
    row("\n\nMother of Three, Stoke-on-Trent", " | Mother of Three | Stoke-on-Trent");
    row("\n\n\\- Torn", " | Torn | ");
    row("\n\nÉlodie, Liège", " | Élodie | Liège");
    row("\n\nVerzweifelt aus Ulm", " | Verzweifelt aus Ulm | ");
    // None
    row("\n\nPlease help.", "\n\nPlease help. |  | ");
    row("\n\nHelp.", "\n\nHelp. |  | ");
    row("\n\nHelp!", "\n\nHelp! |  | ");
    row("\n\nWhat Now?", "\n\nWhat Now? |  | ");
    row("\n\nThank you", "\n\nThank you |  | ");
    row("\n\nMany Thanks,", "\n\nMany Thanks, |  | ");
    row("\n\nI am lost", "\n\nI am lost |  | ");
    row("\n\n— I give up", "\n\n— I give up |  | ");
    row(" I like *Vogue*", " I like *Vogue* |  | ");
    row(" He said — no.", " He said — no. |  | ");
    row("\n\nWe Went Home And Then We Came Back To See The Hedge",
        "\n\nWe Went Home And Then We Came Back To See The Hedge |  | ");
    row("\n\nHe lives in Leeds, and his hedge grows from year to year, and nobody cuts it, whatever I say to him.",
        "\n\nHe lives in Leeds, and his hedge grows from year to year, and nobody cuts it, whatever I say to him. |  "
        "| ");
    row("\n\n- Peace\n- Quiet", "\n\n- Peace\n- Quiet |  | ");
}

void TestColumnSplit::findsSignatures()
{
    QFETCH(QString, end);
    QFETCH(QString, letter);
    const QString markdown = u"DEAR HAZEL: My hedge grows." + end + u"\n\nHAZEL ANSWERS: Cut it.";
    const QString piece = u"DEAR HAZEL: | My hedge grows." + letter + u" | HAZEL ANSWERS: | Cut it.";
    compare(markdown, grammarOf(usualLabels()), {piece}, {});
}

void TestColumnSplit::partsSeveral_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<QStringList>("doubts");
    const auto row = [](const char *markdown, const QList<const char *> &pieces, const QList<const char *> &doubts) {
        newRow(markdown) << QString::fromUtf8(markdown) << texts(pieces) << texts(doubts);
    };
    row("Q1: One.\n\nA1: Two.\n\nQ2: Three.\n\nA2: Four.",
        {"Q1: | One. |  |  | A1: | Two.", "Q2: | Three. |  |  | A2: | Four."}, {});
    row("Q I. One.\n\nA I. Two.\n\nQ II. Three.\n\nA II. Four.",
        {"Q I. | One. |  |  | A I. | Two.", "Q II. | Three. |  |  | A II. | Four."}, {});
    row("**Question one**\n\nOne.\n\n**Answer one**\n\nTwo.\n\n**Question two**\n\nThree.\n\n**Answer two**\n\nFour.",
        {"Question one | One. |  |  | Answer one | Two.", "Question two | Three. |  |  | Answer two | Four."}, {});
    row("DEAR HAZEL: One.\n\nTorn, Truro\n\nHAZEL ANSWERS: Two.\n\n---\n\nDEAR HAZEL: Three. — LOST\n\nHAZEL ANSWERS: "
        "Four.",
        {"DEAR HAZEL: | One. | Torn | Truro | HAZEL ANSWERS: | Two.",
         "DEAR HAZEL: | Three. | LOST |  | HAZEL ANSWERS: | Four."},
        {});
    row("DEAR HAZEL: One.\n\nDEAR HAZEL: Two.\n\nHAZEL ANSWERS: Three.",
        {"DEAR HAZEL: | One. |  |  |  | ", "DEAR HAZEL: | Two. |  |  | HAZEL ANSWERS: | Three."}, {sharedAnswer});
    row("Q: One.\n\nQ: Two.\n\nQ: Three.\n\nA: Four.\n\nQ: Five.",
        {"Q: | One. |  |  |  | ", "Q: | Two. |  |  |  | ", "Q: | Three. |  |  | A: | Four.", "Q: | Five. |  |  |  | "},
        {sharedAnswer, noAnswer});
    row("Q: One.\n\nA: Two.\n\nA: Three.", {"Q: | One. |  |  | A: | Two.\n\n**A:**\n\nThree."}, {twoAnswers});
    row("Q: One.\n\nHAZEL ANSWERS: Two.\n\nOUR ANSWER: Three.",
        {"Q: | One. |  |  | HAZEL ANSWERS: | Two.\n\n**OUR ANSWER:**\n\nThree."}, {twoAnswers});
    row("A: One.\n\nQ: Two.", {" |  |  |  | A: | One.", "Q: | Two. |  |  |  | "}, {noLetter, noAnswer});
    row("My hedge.\n\nA: Cut it.", {" |  |  |  | A: | Cut it."}, {noLetter});
    row("Q: My hedge.", {"Q: | My hedge. |  |  |  | "}, {noAnswer});
    row("Q:", {"Q: |  |  |  |  | "}, {emptyLetter, noAnswer});
    row("DEAR HAZEL:\n\nHAZEL ANSWERS: Cut it.", {"DEAR HAZEL: |  |  |  | HAZEL ANSWERS: | Cut it."}, {emptyLetter});
    row("DEAR HAZEL: My hedge.\n\nHAZEL ANSWERS:", {"DEAR HAZEL: | My hedge. |  |  | HAZEL ANSWERS: | "},
        {emptyAnswer});
    row("Q: My hedge.\n\n**HAZEL ANSWERS:**\n\n---", {"Q: | My hedge. |  |  | HAZEL ANSWERS: | "}, {emptyAnswer});
    row("Q1:\n\nQ2: My hedge.\n\nA: Cut it.", {"Q1: |  |  |  |  | ", "Q2: | My hedge. |  |  | A: | Cut it."},
        {emptyLetter, sharedAnswer});
    row("Q: My hedge.\n\nA: You wrote this.\n\n> Q: My hedge.\n\nCut it.",
        {"Q: | My hedge. |  |  | A: | You wrote this.\n\n> Q: My hedge.\n\nCut it."}, {quotedLabel});
    row("> Q: One.\n\nA: Two.\n\n> Q: Three.\n\nA: Four.",
        {"Q: | One. |  |  | A: | Two.", "Q: | Three. |  |  | A: | Four."}, {});
}

void TestColumnSplit::partsSeveral()
{
    QFETCH(QString, markdown);
    QFETCH(QStringList, pieces);
    QFETCH(QStringList, doubts);
    compare(markdown, grammarOf(usualLabels()), pieces, doubts);
}

void TestColumnSplit::findsUnlabelledAnswers_data()
{
    QTest::addColumn<bool>("knowsAnswers"); // whether the grammar has labels of answers
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<QString>("doubt");
    const auto row = [](bool knowsAnswers, const char *markdown, const QList<const char *> &pieces, const char *doubt) {
        newRow(markdown, knowsAnswers ? "knows answers: " : "")
            << knowsAnswers << QString::fromUtf8(markdown) << texts(pieces) << QString::fromUtf8(doubt);
    };
    // A rule
    row(false, "Dear Hazel, my hedge.\n\n---\n\nCut it.", {"Dear Hazel, | my hedge. |  |  |  | Cut it."}, sound);
    row(true, "Dear Hazel, my hedge.\n\n---\n\nCut it.", {"Dear Hazel, | my hedge. |  |  |  | Cut it."}, afterRule);
    row(true, "Dear Hazel,\n\nMy hedge.\n\nWilma, Leeds\n\n* * *\n\nCut it.",
        {"Dear Hazel, | My hedge. | Wilma | Leeds |  | Cut it."}, sound);
    row(false, "Dear Hazel, my hedge.\n\n\\*\\*\\*\n\nCut it.", {"Dear Hazel, | my hedge. |  |  |  | Cut it."}, sound);
    row(false, "Dear Hazel, my hedge.\n\n---\n\nCut it.\n\n---\n\nNow.",
        {"Dear Hazel, | my hedge. |  |  |  | Cut it.\n\n---\n\nNow."}, afterRule);
    row(false, "Dear Hazel, one.\n\n---\n\nTwo.\n\n---\n\nDear Hazel, three.\n\n---\n\nFour.",
        {"Dear Hazel, | one. |  |  |  | Two.", "Dear Hazel, | three. |  |  |  | Four."}, sound);
    row(false, "Dear Hazel, my hedge.\n\n---", {"Dear Hazel, | my hedge. |  |  |  | "}, noAnswer);
    row(false, "Dear Hazel, my hedge.\n\n---\n\nHave a question?  Write to Hazel.",
        {"Dear Hazel, | my hedge. |  |  |  | "}, noAnswer);
    row(false, "Dear Hazel,\n\n---\n\nCut it.", {"Dear Hazel, | Cut it. |  |  |  | "}, noAnswer);
    // Whoever signed is addressed
    row(true, "Dear Hazel, my hedge.\n\nTorn in Truro\n\nDear Torn,\n\nCut it.",
        {"Dear Hazel, | my hedge. | Torn in Truro |  |  | Dear Torn,\n\nCut it."}, sound);
    row(true, "DEAR HAZEL: My hedge. What now? — TORN IN TRURO\n\nDEAR TORN: Cut it.",
        {"DEAR HAZEL: | My hedge. What now? | TORN IN TRURO |  |  | DEAR TORN: Cut it."}, sound);
    row(true, "Dear Hazel, my hedge.\n\nMatthew M., Somerset\n\n---\n\n**Dear Matthew,** cut it.\n\n---\n\nNow.",
        {"Dear Hazel, | my hedge. | Matthew M. | Somerset |  | **Dear Matthew,** cut it.\n\n---\n\nNow."}, sound);
    row(true, "Dear Hazel, my hedge.\n\n*Sleepless*\\\n*Leeds*\n\nMy dear Sleepless, cut it.",
        {"Dear Hazel, | my hedge. | Sleepless | Leeds |  | My dear Sleepless, cut it."}, sound);
    row(true, "Dear Hazel, my hedge.\n\n— The Other Woman\n\nDear Other Woman — cut it.",
        {"Dear Hazel, | my hedge. | The Other Woman |  |  | Dear Other Woman — cut it."}, sound);
    row(true, "Dear Hazel, my hedge.\n\nTorn in Truro\n\nTorn, cut it.",
        {"Dear Hazel, | my hedge. | Torn in Truro |  |  | Torn, cut it."}, sound);
    row(true, "Dear Hazel, my hedge.\n\nTorn in Truro\n\nDear Tor, cut it.",
        {"Dear Hazel, | my hedge.\n\nTorn in Truro\n\nDear Tor, cut it. |  |  |  | "}, noAnswer);
    row(true, "Dear Hazel, my hedge.\n\nTorn in Truro\n\nDear Worried, cut it.",
        {"Dear Hazel, | my hedge.\n\nTorn in Truro\n\nDear Worried, cut it. |  |  |  | "}, noAnswer);
    row(true, "Dear Hazel, my hedge.\n\nDear Torn, cut it.",
        {"Dear Hazel, | my hedge.\n\nDear Torn, cut it. |  |  |  | "}, noAnswer);
    row(true, "Dear Hazel, one.\n\nTorn\n\nDear Torn, two.\n\nDear Hazel, three.\n\nA: Four.",
        {"Dear Hazel, | one. | Torn |  |  | Dear Torn, two.", "Dear Hazel, | three. |  |  | A: | Four."}, sound);
    // The end of a quotation
    row(false, "> Dear Hazel,\n>\n> My hedge.\n\nCut it.\n\nNow.",
        {"Dear Hazel, | My hedge. |  |  |  | Cut it.\n\nNow."}, sound);
    row(true, "> Dear Hazel, my hedge.\n\nCut it.", {"Dear Hazel, | my hedge. |  |  |  | Cut it."}, afterQuotation);
    row(true, "> Dear Hazel, my hedge.\n>\n> Torn in Truro\n\nCut it.",
        {"Dear Hazel, | my hedge. | Torn in Truro |  |  | Cut it."}, sound);
    row(true, "> Dear Hazel, my hedge.\n\nTorn in Truro\n\nCut it.",
        {"Dear Hazel, | my hedge. | Torn in Truro |  |  | Cut it."}, sound);
    row(false, "> Dear Hazel, my hedge.\n\nCut it.\n\n> Or not.\n\nNow.",
        {"Dear Hazel, | my hedge. |  |  |  | Cut it.\n\n> Or not.\n\nNow."}, afterQuotation);
}

void TestColumnSplit::findsUnlabelledAnswers()
{
    QFETCH(bool, knowsAnswers);
    QFETCH(QString, markdown);
    QFETCH(QStringList, pieces);
    QFETCH(QString, doubt);
    const QStringList doubts = doubt.isEmpty() ? QStringList() : QStringList(doubt);
    compare(markdown, grammarOf(knowsAnswers ? usualLabels() : lettersOnly()), pieces, doubts);
}

void TestColumnSplit::leavesWholeWhatHasNoLabel_data()
{
    QTest::addColumn<QString>("markdown");
    for (const char *markdown : {
             "",
             "\n\n",
             "---",
             "My hedge.\n\n---\n\nCut it.",
             "My hedge says Q: what? A: none.",
             "He wrote: Dear Hazel, my hedge.\n\nI said that Hazel answers: never.",
             "Dear Hazel’s sister: my hedge.",
             "Dear Hazel's sister, my hedge.",
             "Dear Hazel Tansley, my hedge.",
             "Dear Hazel and Tom: my hedge.",
             "Dear Hazelnut, my hedge.",
             "DEARHAZEL: my hedge.",
             "Dear Hazel my hedge grows.",
             "My dear Hazel, my hedge.",
             "Hazel answers letters: she does.",
             "Hazel answers nobody.",
             "A hedge grows.",
             "A. J. Tansley cut it.",
             "A.M. is early.",
             "A-level results.",
             "A... hedge.",
             "*A* hedge, not the hedge.",
             "Question, my dear, everything.",
             "Questions: many.",
             "Answer me!",
             "Q? A? Who knows.",
             "Q:30 is no time.",
             "- Q: My hedge.\n- A: Cut it.",
             "* Dear Hazel,\n* A: Cut it.",
             "+ Q: My hedge.",
             "    Q: My hedge.",
             "```\nQ: My hedge.\n```",
             "| Q: | A: |",
             "[Dear Hazel](/hazel): my hedge.",
             "#Q: no heading.",
             "My hedge\nQ: grows.", // no hard break
             "My hedge\\\nQ. Grows.",
             "My hedge\\\nDear Hazel, grows.",
             "Dear Torn, cut it.",
         })
        newRow(markdown) << QString::fromUtf8(markdown);
}

void TestColumnSplit::leavesWholeWhatHasNoLabel()
{
    QFETCH(QString, markdown);
    compare(markdown, grammarOf(usualLabels()), {}, {QString::fromUtf8(noLabel)});
    compare(markdown, {}, {}, {QString::fromUtf8(noLabel)});
    // In a post that has labels it is a part of the text that it stands in.
    const ColumnSplit split =
        intake::splitColumn(u"Q: My hedge.\n\nA: Cut it.\n\n" + markdown, grammarOf(usualLabels()));
    QCOMPARE(split.pieces.size(), 1);
    QCOMPARE(split.doubts, QStringList());
    QCOMPARE(wordsOf(split.pieces.first().answer), wordsOf(u"Cut it. " + markdown));
}

void TestColumnSplit::cutsCommonParts_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("introduction");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("closing");
    const auto row = [](const char *markdown, const char *introduction, const char *answer, const char *closing) {
        newRow(markdown) << QString::fromUtf8(markdown) << QString::fromUtf8(introduction) << QString::fromUtf8(answer)
                         << QString::fromUtf8(closing);
    };
    row("Q: My hedge.\n\nA: Cut it.", "", "Cut it.", "");
    row("Hazel reads **all** your letters.\n\nWrite to her in complete confidence.\n\nQ: My hedge.\n\nA: Cut it.", "",
        "Cut it.", "");
    row("Hazel reads\u00a0**all**  your letters.\n\nThis week: hedges.\n\n---\n\nQ: My hedge.\n\nA: Cut it.",
        "This week: hedges.", "Cut it.", "");
    row("## Hedges\n\n![A hedge](attachment:1)\n\nQ: My hedge.\n\nA: Cut it.", "## Hedges\n\n![A hedge](attachment:1)",
        "Cut it.", "");
    row("Q: My hedge.\n\nA: Cut it.\n\n---\n\nHave a question?\\\nWrite to Hazel.\n\nJoin the [forum](/forum).", "",
        "Cut it.", "Have a question?\\\nWrite to Hazel.\n\nJoin the [forum](/forum).");
    row("Q: My hedge.\n\nA: Cut it.\n\nJoin the [forum](/forum).", "", "Cut it.", "Join the [forum](/forum).");
    row("Q: My hedge.\n\nA: Cut it.\n\nJoin the [forum](/forum).\n\nNow.", "",
        "Cut it.\n\nJoin the [forum](/forum).\n\nNow.", ""); // not at the end
    row("Q: My hedge.\n\nA: Cut it. Join the [forum](/forum).", "", "Cut it. Join the [forum](/forum).", "");
}

void TestColumnSplit::cutsCommonParts()
{
    QFETCH(QString, markdown);
    QFETCH(QString, introduction);
    QFETCH(QString, answer);
    QFETCH(QString, closing);
    const ColumnSplit split = intake::splitColumn(markdown, grammarOf(usualLabels()));
    QCOMPARE(split.pieces.size(), 1);
    QCOMPARE(split.introduction, introduction);
    QCOMPARE(split.pieces.first().letter, QStringLiteral("My hedge."));
    QCOMPARE(split.pieces.first().answer, answer);
    QCOMPARE(split.closing, closing);
    QCOMPARE(split.doubts, QStringList());
}

void TestColumnSplit::takesTaughtLabels_data()
{
    QTest::addColumn<QString>("letterLabel");
    QTest::addColumn<QString>("answerLabel");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("piece");
    const auto row = [](const char *letter, const char *answer, const char *markdown, const char *piece) {
        newRow(markdown) << QString::fromUtf8(letter) << QString::fromUtf8(answer) << QString::fromUtf8(markdown)
                         << QString::fromUtf8(piece);
    };
    row("CHÈRE HÉLÈNE :", "HÉLÈNE RÉPOND :", "**CHÈRE\u00a0HÉLÈNE\u00a0:** Ma haie.\n\n*Hélène répond :*\n\nCoupez-la.",
        "CHÈRE HÉLÈNE : | Ma haie. |  |  | Hélène répond : | Coupez-la.");
    row("Chère Hélène,", "Hélène répond", "CHERE HELENE,\n\nMa haie.\n\nPerdue à Paris\n\nHELENE REPOND\n\nCoupez-la.",
        "CHERE HELENE, | Ma haie. | Perdue à Paris |  | HELENE REPOND | Coupez-la.");
    row("LIEBE HANNA!", "HANNA ANTWORTET", "LIEBE HANNA! Meine Hecke.\n\nHanna antwortet: Schneiden.",
        "LIEBE HANNA! | Meine Hecke. |  |  | Hanna antwortet: | Schneiden.");
    row("ДОРОГАЯ АННА!", "Ответ:", "Дорогая Анна! Забор.\n\nОТВЕТ: Да.", "Дорогая Анна! | Забор. |  |  | ОТВЕТ: | Да.");
    row("問：", "答：", "問：垣根。\n\n答：切る。", "問： | 垣根。 |  |  | 答： | 切る。");
    row("Your hedges", "Hazel's view", "### Your Hedges\n\nMine.\n\n**HAZEL’S VIEW** Cut it.",
        "Your Hedges | Mine. |  |  | HAZEL’S VIEW | Cut it.");
    row("DEAR HAZEL", "Dear …", "DEAR HAZEL: My hedge.\n\nDEAR WORRIED IN WIGAN: Cut it.",
        "DEAR HAZEL: | My hedge. |  |  | DEAR WORRIED IN WIGAN: | Cut it.");
    row("DEAR HAZEL", "Dear …", "Dear Hazel, my hedge.\n\nDear Worried,\n\nCut it.\n\nDear readers, do not.",
        "Dear Hazel, | my hedge. |  |  |  | Dear Worried,\n\nCut it.\n\nDear readers, do not.");
    row("q", "dear …", "Dear readers, hello.\n\nQ: My hedge.\n\nDear Worried, cut it.",
        "Q: | My hedge. |  |  |  | Dear Worried, cut it.");
}

void TestColumnSplit::takesTaughtLabels()
{
    QFETCH(QString, letterLabel);
    QFETCH(QString, answerLabel);
    QFETCH(QString, markdown);
    QFETCH(QString, piece);
    compare(markdown,
            grammarOf({{Part::Letter, desk::foldedLabel(letterLabel)}, {Part::Answer, desk::foldedLabel(answerLabel)}}),
            {piece}, {});
}

void TestColumnSplit::survivesHostileText_data()
{
    QTest::addColumn<QString>("unit");
    for (const char *unit : {"a",
                             "*",
                             "_",
                             "> ",
                             ">",
                             "\\",
                             "\n",
                             "\\\n",
                             "  \n",
                             "Q:",
                             "Q: ",
                             "Q:\n\n",
                             "A:\n\n",
                             "**Q:",
                             "“",
                             "Q:\\\n",
                             "1. ",
                             "# ",
                             "---\n\n",
                             "```\n\n",
                             "Dear Hazel, ",
                             "> Q:\n\n",
                             "*a* ",
                             "D E A R ",
                             "— Torn ",
                             "\t",
                             "\u00a0",
                             "Torn\n\n",
                             "Dear Torn,\n\n",
                             "\xF0\x9F\x92\x8C"})
        newRow(unit) << QString::fromUtf8(unit);
}

void TestColumnSplit::survivesHostileText()
{
    QFETCH(QString, unit);
    const QString text = unit.repeated(60'000 / unit.size());
    QElapsedTimer timer;
    timer.start();
    for (const QString &markdown : {text, QString(u"Q: My hedge.\n\n" + text), QString(u"Dear Hazel, " + text),
                                    QString(u"> “Dear Hazel,\n>\n> Torn\n\n" + text)}) {
        const ColumnSplit split = intake::splitColumn(markdown, grammarOf(usualLabels()));
        QCOMPARE(wordsOf(allOf(split)), wordsOf(markdown));
    }
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestColumnSplit)
#include "tst_column_split.moc"
