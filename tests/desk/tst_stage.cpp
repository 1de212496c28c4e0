#include "desk/stage.h"

#include <QSet>
#include <QTest>

using desk::ArticleStage;
using desk::LetterStage;

class TestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesLetterStages_data();
    void namesLetterStages();
    void namesArticleStages_data();
    void namesArticleStages();
    void readsLeniently_data();
    void readsLeniently();
    void refusesOtherNames_data();
    void refusesOtherNames();
    void listsEachOnce();
    void hasTitles();
};

void TestStage::namesLetterStages_data()
{
    QTest::addColumn<LetterStage>("stage");
    QTest::addColumn<QString>("expected");
    QTest::newRow("new") << LetterStage::New << QStringLiteral("new");
    QTest::newRow("shortlisted") << LetterStage::Shortlisted << QStringLiteral("shortlisted");
    QTest::newRow("answering") << LetterStage::Answering << QStringLiteral("answering");
    QTest::newRow("answered") << LetterStage::Answered << QStringLiteral("answered");
    QTest::newRow("held") << LetterStage::Held << QStringLiteral("held");
    QTest::newRow("declined") << LetterStage::Declined << QStringLiteral("declined");
    QTest::newRow("not a letter") << LetterStage::NotALetter << QStringLiteral("not a letter");
}

void TestStage::namesLetterStages()
{
    QFETCH(LetterStage, stage);
    QFETCH(QString, expected);
    QCOMPARE(desk::name(stage), expected);
    QVERIFY(desk::letterStageNamed(expected) == stage);
}

void TestStage::namesArticleStages_data()
{
    QTest::addColumn<ArticleStage>("stage");
    QTest::addColumn<QString>("expected");
    QTest::newRow("draft") << ArticleStage::Draft << QStringLiteral("draft");
    QTest::newRow("in review") << ArticleStage::InReview << QStringLiteral("in review");
    QTest::newRow("approved") << ArticleStage::Approved << QStringLiteral("approved");
    QTest::newRow("withdrawn") << ArticleStage::Withdrawn << QStringLiteral("withdrawn");
}

void TestStage::namesArticleStages()
{
    QFETCH(ArticleStage, stage);
    QFETCH(QString, expected);
    QCOMPARE(desk::name(stage), expected);
    QVERIFY(desk::articleStageNamed(expected) == stage);
}

void TestStage::readsLeniently_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("hyphens") << QStringLiteral("not-a-letter");
    QTest::newRow("underscores") << QStringLiteral("not_a_letter");
    QTest::newRow("capitals") << QStringLiteral("Not A Letter");
    QTest::newRow("all of it") << QStringLiteral("  NOT-a__letter\t");
}

void TestStage::readsLeniently()
{
    QFETCH(QString, text);
    QVERIFY(desk::letterStageNamed(text) == LetterStage::NotALetter);
    QVERIFY(desk::articleStageNamed(QStringLiteral("In-Review")) == ArticleStage::InReview);
}

void TestStage::refusesOtherNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces") << QStringLiteral("  ");
    QTest::newRow("part") << QStringLiteral("not a");
    QTest::newRow("run together") << QStringLiteral("notaletter");
    QTest::newRow("longer") << QStringLiteral("newer");
    QTest::newRow("number") << QStringLiteral("0");
}

void TestStage::refusesOtherNames()
{
    QFETCH(QString, text);
    QVERIFY(!desk::letterStageNamed(text));
    QVERIFY(!desk::articleStageNamed(text));
    QVERIFY(!desk::letterStageNamed(QStringLiteral("draft")));
    QVERIFY(!desk::articleStageNamed(QStringLiteral("new")));
}

void TestStage::listsEachOnce()
{
    QSet<QString> names;
    for (const LetterStage stage : desk::letterStages())
        names.insert(desk::name(stage));
    QCOMPARE(desk::letterStages().size(), std::size_t(7));
    QCOMPARE(names.size(), 7);
    QVERIFY(desk::letterStages().front() == LetterStage::New);
    QCOMPARE(desk::articleStages().size(), std::size_t(4));
    QVERIFY(desk::articleStages().front() == ArticleStage::Draft);
}

void TestStage::hasTitles()
{
    QSet<QString> titles;
    for (const LetterStage stage : desk::letterStages())
        titles.insert(desk::title(stage));
    QCOMPARE(titles.size(), 7);
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(desk::title(ArticleStage::InReview), QStringLiteral("In review"));
}

QTEST_GUILESS_MAIN(TestStage)
#include "tst_stage.moc"
