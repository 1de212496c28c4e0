#include "intake/label_census.h"

#include <QTest>

using desk::ColumnLabel;
using intake::LabelCensus;
using intake::LabelProposal;

class TestLabelCensus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesLabels_data();
    void proposesLabels();
    void proposesNoSentences();
    void proposesNothingOfNothing();
    void countsFewAndMany();
    void staysSmall();
};

namespace {

// A proposal as "L dear hazel DEAR HAZEL: 3/3", with its part, count and posts.
QString shown(const LabelProposal &proposal)
{
    const bool isLetter = proposal.label.part == ColumnLabel::Part::Letter;
    return QStringLiteral("%1 %2 | %3 | %4/%5")
        .arg(isLetter ? QStringLiteral("L") : QStringLiteral("A"), proposal.label.phrase, proposal.shown)
        .arg(proposal.count)
        .arg(proposal.posts);
}

QStringList shown(const LabelCensus &census)
{
    QStringList all;
    for (const LabelProposal &proposal : census.proposals())
        all.append(shown(proposal));
    return all;
}

QStringList texts(const QList<const char *> &utf8)
{
    QStringList all;
    for (const char *text : utf8)
        all.append(QString::fromUtf8(text));
    return all;
}

} // namespace

void TestLabelCensus::proposesLabels_data()
{
    QTest::addColumn<QStringList>("posts");
    QTest::addColumn<QStringList>("proposals");
    const auto row = [](const char *name, const QList<const char *> &posts, const QList<const char *> &proposals) {
        QTest::newRow(name) << texts(posts) << texts(proposals);
    };
    row("a label of each kind",
        {"Intro.\n\n**DEAR HAZEL:** One.\n\n**HAZEL ANSWERS:** Two.",
         "Intro.\n\n**DEAR HAZEL**: Three.\n\n**HAZEL ANSWERS:** Four.",
         "D E A R  H A Z E L:\n\nFive.\n\nHazel answers:\n\nSix."},
        {"L dear hazel | DEAR HAZEL: | 3/3", "A hazel answers | HAZEL ANSWERS: | 3/3"});
    row("single letters",
        {"Q: One.\n\nA: Two.\n\nQ: Three.\n\nA: Four.", "Q. One.\n\nA. Two.", "## Q:\n\nOne.\n\n## A:\n\nTwo."},
        {"A a | A: | 4/3", "L q | Q: | 4/3"});
    row("numbers", {"Q1: One.\n\nA1: Two.\n\nQ2: Three.\n\nA2: Four.", "Q1: One.\n\nA1: Two."},
        {"A a | A1: | 3/2", "L q | Q1: | 3/2"});
    row("salutations of answers vary",
        {"Dear Hazel, one.\n\nDear Torn, two.", "Dear Hazel, one.\n\nDear Worried,\n\ntwo.",
         "Dear Hazel, one.\n\nDear Lost in Leeds, two.", "Dear Hazel,\n\none."},
        {"L dear hazel | Dear Hazel, | 4/4", "A dear … | Dear … | 3/3"});
    row("one salutation comes often",
        {"Dear Hazel, one.\n\nDear Anonymous, two.", "Dear Hazel, one.\n\nDear Anonymous, two.",
         "Dear Hazel, one.\n\nDear Torn, two."},
        {"L dear hazel | Dear Hazel, | 3/3", "A dear … | Dear … | 3/3"});
    row("salutations below labels of letters",
        {"**Question**\n\nDear Hazel,\n\nOne.\n\n**Answer**\n\nTwo.",
         "**Question**\n\nDear Hazel,\n\nOne.\n\n**Answer**\n\nTwo."},
        {"A answer | Answer | 2/2", "L dear hazel | Dear Hazel, | 2/2", "L question | Question | 2/2"});
    row("salutations behind labels of letters", {"Q: One.\n\nDear Torn, two.", "Q: One.\n\nDear Lost, two."},
        {"A dear … | Dear … | 2/2", "L q | Q: | 2/2"});
    row("unknown words by their place",
        {"**Over the hedge**\n\nOne.\n\n**The verdict**\n\nTwo.",
         "**Over the hedge**\n\nOne.\n\n**The verdict**\n\nTwo."},
        {"L over the hedge | Over the hedge | 2/2", "A the verdict | The verdict | 2/2"});
    row("headings",
        {"### Your hedges\n\nOne.\n\n### Hazel says\n\nTwo.", "## Your hedges\n\nOne.\n\n### Hazel says\n\nTwo."},
        {"A hazel says | Hazel says | 2/2", "L your hedges | Your hedges | 2/2"});
    row("other languages",
        {"CHÈRE HÉLÈNE : Un.\n\nHÉLÈNE RÉPOND : Deux.", "Chère Hélène, un.\n\n**Hélène répond :** deux."},
        {"L chere helene | CHÈRE HÉLÈNE : | 2/2", "A helene repond | HÉLÈNE RÉPOND : | 2/2"});
    row("behind hard breaks", {"Q: One.\\\nA: Two.", "Q: One.\\\nA: Two."}, {"A a | A: | 2/2", "L q | Q: | 2/2"});
    row("quotations", {"> Dear Hazel,\n>\n> One.\n\nA: Two.", "> Dear Hazel, one.\n\nA: Two."},
        {"A a | A: | 2/2", "L dear hazel | Dear Hazel, | 2/2"});
    row("once is not often", {"Q: One.\n\nA: Two.", "Letter: One.\n\nAnswer: Two."}, {});
    row("twice in one post is once", {"Q: One.\n\nQ: Two.", "Three."}, {});
    row("code and lists", {"```\nQ: One.\n```\n\n- A: Two.", "```\nQ: One.\n```\n\n- A: Two."}, {});
}

void TestLabelCensus::proposesLabels()
{
    QFETCH(QStringList, posts);
    QFETCH(QStringList, proposals);
    LabelCensus census;
    for (const QString &post : posts)
        census.add(post);
    QCOMPARE(census.posts(), posts.size());
    QCOMPARE(shown(census), proposals);
}

void TestLabelCensus::proposesNoSentences()
{
    LabelCensus census;
    for (int i = 0; i < 100; ++i)
        census.add(QStringLiteral(
            "Dear Hazel,\n\nMy husband snores. I think: he must stop.\n\nI think, therefore.\n\nI think: no.\n\n"
            "My husband - a good man.\n\nMy husband: he snores.\n\nWell, yes. No.\n\nHowever, no.\n\n"
            "Yes! No.\n\nYes. No.\n\nHelp.\n\nThank you\n\nHe says, \"no\".\n\nShe says: no.\n\n"
            "**But** no.\n\n**Well,** no.\n\n*A* hedge.\n\nIs it? No.\n\nHAZEL ANSWERS: No."));
    QCOMPARE(shown(census), QStringList({QStringLiteral("L dear hazel | Dear Hazel, | 100/100"),
                                         QStringLiteral("A hazel answers | HAZEL ANSWERS: | 100/100")}));
}

void TestLabelCensus::proposesNothingOfNothing()
{
    LabelCensus census;
    QCOMPARE(shown(census), QStringList());
    QCOMPARE(census.posts(), 0);
    census.add(QString());
    QCOMPARE(shown(census), QStringList());
    QCOMPARE(census.posts(), 1);
}

// A style that a column had for a while stays visible; what comes by chance does not.
void TestLabelCensus::countsFewAndMany()
{
    LabelCensus census;
    for (int i = 0; i < 1000; ++i) {
        const bool isOld = i % 50 == 0;
        const QString note = i % 500 == 0 ? QStringLiteral("\n\n**Update:** Three.") : QString();
        const QString weak = i % 10 == 0 ? QStringLiteral("\n\nThe hedge: four.") : QString();
        census.add(
            (isOld ? QStringLiteral("Q: One.\n\nA: Two.") : QStringLiteral("DEAR HAZEL: One.\n\nHAZEL ANSWERS: Two.")) +
            note + weak);
    }
    QCOMPARE(shown(census), QStringList({QStringLiteral("L dear hazel | DEAR HAZEL: | 980/980"),
                                         QStringLiteral("A hazel answers | HAZEL ANSWERS: | 980/980"),
                                         QStringLiteral("A a | A: | 20/20"), QStringLiteral("L q | Q: | 20/20")}));
}

// More phrases than are known at a time, with labels among them.
void TestLabelCensus::staysSmall()
{
    LabelCensus census;
    constexpr int posts = 500;
    for (int i = 0; i < posts; ++i) {
        QString post = QStringLiteral("Q: One.\n\n");
        for (int j = 0; j < 100; ++j)
            post += QStringLiteral("HEDGE %1X%2Y: tall.\n\n").arg(i).arg(j);
        census.add(post + u"A: Two.");
    }
    QCOMPARE(shown(census).first(2),
             QStringList({QStringLiteral("A a | A: | 500/500"), QStringLiteral("L q | Q: | 500/500")}));
}

QTEST_APPLESS_MAIN(TestLabelCensus)
#include "tst_label_census.moc"
