#include "desk_fixture.h"

#include "editorial/masthead.h"
#include "storage/desk_file.h"
#include "storage/revision_store.h"

using desk::ArticleStage;
using desk::LetterStage;

class TestWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOneAnswerPerLetter();
    void answersTwoLettersInOneArticle();
    void keepsSlugsApart();
    void approvingDatesAndAnswers();
    void savesAnswersAndRefusesStaleOnes();
    void keepsWhatIsReplacedButNotEveryKey();
    void keepsTheOtherTextWhenSomebodyInsists();
    void readsDatesInTheTimeZoneOfTheDesk();
    void findsArticlesBySlugAndId();
};

void TestWriting::startsOneAnswerPerLetter()
{
    DeskFixture fixture;
    const auto letter = fixture.letter("The borrowed ladder", "It never came back.");
    TAKE(first, editorial::startAnswer(*fixture.desk, letter));
    TAKE(second, editorial::startAnswer(*fixture.desk, letter));
    QCOMPARE(first, second);
    TAKE(view, editorial::article(*fixture.desk, first));
    QCOMPARE(view.article.title, QStringLiteral("The borrowed ladder"));
    QCOMPARE(view.article.slug, QStringLiteral("the-borrowed-ladder"));
    QCOMPARE(view.path, QStringLiteral("letters/the-borrowed-ladder.html"));
    QCOMPARE(view.article.stage, ArticleStage::Draft);
    QCOMPARE(view.letters.size(), 1);
    QCOMPARE(view.letters.first().letter.stage, LetterStage::Answering);
    QCOMPARE(view.letters.first().article, first);
}

void TestWriting::answersTwoLettersInOneArticle()
{
    DeskFixture fixture;
    const auto first = fixture.letter("Ladders", "One.");
    const auto second = fixture.letter("Ladders again", "Two.");
    TAKE(article, editorial::startAnswer(*fixture.desk, first));
    DO(editorial::addLetter(*fixture.desk, article, second));
    TAKE(view, editorial::article(*fixture.desk, article));
    QCOMPARE(view.letters.size(), 2);
    QCOMPARE(view.letters.at(1).letter.id, second);
    const auto twice = editorial::addLetter(*fixture.desk, article, second);
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, base::Error::Kind::Unusable);
}

void TestWriting::keepsSlugsApart()
{
    DeskFixture fixture;
    TAKE(first, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "One.")));
    TAKE(second, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "Two.")));
    TAKE(view, editorial::article(*fixture.desk, second));
    QCOMPARE(view.article.slug, QStringLiteral("ladders-2"));

    const auto taken = editorial::saveArticle(
        *fixture.desk, {second, view.article.version, QStringLiteral("x"), QStringLiteral("ladders"), {}, {}});
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, base::Error::Kind::Unusable);
    const auto hostile = editorial::saveArticle(
        *fixture.desk, {second, view.article.version, QStringLiteral("x"), QStringLiteral("../x"), {}, {}});
    QVERIFY(!hostile);

    TAKE(saved, editorial::saveArticle(*fixture.desk,
                                       {second, view.article.version, QStringLiteral("Step by step"), {}, {}, {}}));
    QCOMPARE(saved.slug, QStringLiteral("step-by-step"));
    TAKE(firstView, editorial::article(*fixture.desk, first));
    QCOMPARE(firstView.article.slug, QStringLiteral("ladders"));
}

void TestWriting::approvingDatesAndAnswers()
{
    DeskFixture fixture;
    const auto letter = fixture.letter("Ladders", "One.");
    TAKE(article, editorial::startAnswer(*fixture.desk, letter));
    TAKE(change, editorial::moveArticles(*fixture.desk, {article}, ArticleStage::Approved));
    TAKE(approved, editorial::article(*fixture.desk, article));
    QCOMPARE(approved.article.stage, ArticleStage::Approved);
    QCOMPARE(approved.article.publishOn, fixture.clock.now());
    QCOMPARE(approved.letters.first().letter.stage, LetterStage::Answered);

    DO(change.undo(*fixture.desk));
    TAKE(back, editorial::article(*fixture.desk, article));
    QCOMPARE(back.article.stage, ArticleStage::Draft);
    QVERIFY(!back.article.publishOn.isValid());
    QCOMPARE(back.letters.first().letter.stage, LetterStage::Answering);

    const QDateTime chosen(QDate(2026, 12, 24), QTime(6, 0), Qt::UTC);
    DO(editorial::saveArticle(
        *fixture.desk,
        {article, back.article.version, QStringLiteral("Ladders"), QStringLiteral("ladders"), {}, chosen}));
    DO(editorial::moveArticles(*fixture.desk, {article}, ArticleStage::Approved));
    TAKE(dated, editorial::article(*fixture.desk, article));
    QCOMPARE(dated.article.publishOn, chosen);
}

void TestWriting::savesAnswersAndRefusesStaleOnes()
{
    DeskFixture fixture;
    TAKE(article, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "One.")));
    TAKE(view, editorial::article(*fixture.desk, article));
    desk::Answer answer = view.article.answers.first();
    answer.text = QStringLiteral("Climb *down*.");
    TAKE(version, editorial::saveAnswer(*fixture.desk, article, answer));
    desk::Answer stale = answer;
    stale.text = QStringLiteral("Climb up.");
    const auto refused = editorial::saveAnswer(*fixture.desk, article, stale);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Conflict);
    TAKE(after, editorial::article(*fixture.desk, article));
    QCOMPARE(after.article.answers.first().text, answer.text);
    QCOMPARE(after.article.answers.first().version, version);
}

namespace {

QStringList keptTexts(editorial::Desk &desk, const desk::AnswerId &answer)
{
    const auto revisions = desk.file().revisions().revisions(desk::TextKind::Answer, QUuid(answer.toString()));
    QStringList texts;
    if (revisions) {
        for (const desk::Revision &revision : *revisions)
            texts.append(revision.text);
    }
    return texts;
}

} // namespace

void TestWriting::keepsWhatIsReplacedButNotEveryKey()
{
    DeskFixture fixture;
    TAKE(article, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "One.")));
    TAKE(view, editorial::article(*fixture.desk, article));
    desk::Answer answer = view.article.answers.first();
    const QString sentence = QStringLiteral("A ladder is a promise, and this one was never kept by anybody.");
    const QStringList typed{QStringLiteral("A"), QStringLiteral("A ladder"), sentence,
                            QString(sentence).replace(QStringLiteral("anybody"), QStringLiteral("a soul"))};
    for (const QString &text : typed) {
        answer.text = text;
        TAKE(version, editorial::saveAnswer(*fixture.desk, article, answer));
        answer.version = version;
    }
    QCOMPARE(keptTexts(*fixture.desk, answer.id), QStringList{QStringLiteral("A")}); // one for the sitting

    answer.text = QStringLiteral("No.");
    TAKE(replaced, editorial::saveAnswer(*fixture.desk, article, answer));
    QCOMPARE(keptTexts(*fixture.desk, answer.id).first(), typed.last());

    answer.version = replaced;
    answer.text = QStringLiteral("No!");
    fixture.clock.set(fixture.clock.now().addSecs(11 * 60));
    DO(editorial::saveAnswer(*fixture.desk, article, answer));
    QCOMPARE(keptTexts(*fixture.desk, answer.id).first(), QStringLiteral("No."));
}

void TestWriting::keepsTheOtherTextWhenSomebodyInsists()
{
    DeskFixture fixture;
    TAKE(article, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "One.")));
    TAKE(view, editorial::article(*fixture.desk, article));
    desk::Answer mine = view.article.answers.first();
    desk::Answer theirs = mine;
    theirs.text = QStringLiteral("Theirs.");
    TAKE(version, editorial::saveAnswer(*fixture.desk, article, theirs));
    theirs.version = version;
    theirs.text = QStringLiteral("Theirs, too.");
    TAKE(later, editorial::saveAnswer(*fixture.desk, article, theirs));
    QCOMPARE(keptTexts(*fixture.desk, mine.id), QStringList{QStringLiteral("Theirs.")}); // within one sitting from here

    mine.text = QStringLiteral("Mine.");
    const auto refused = editorial::saveAnswer(*fixture.desk, article, mine);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Conflict);
    mine.version = later;
    DO(editorial::saveAnswer(*fixture.desk, article, mine));
    QVERIFY(keptTexts(*fixture.desk, mine.id).contains(QStringLiteral("Theirs, too.")));
}

void TestWriting::readsDatesInTheTimeZoneOfTheDesk()
{
    DeskFixture fixture;
    TAKE(head, editorial::masthead(*fixture.desk));
    TAKE(day, editorial::dateNamed(QStringLiteral("2026-07-01"), head));
    QCOMPARE(day, QDateTime(QDate(2026, 6, 30), QTime(23, 0), Qt::UTC));
    TAKE(local, editorial::dateNamed(QStringLiteral("2026-07-01T08:00"), head));
    QCOMPARE(local, QDateTime(QDate(2026, 7, 1), QTime(7, 0), Qt::UTC));
    TAKE(offset, editorial::dateNamed(QStringLiteral("2026-07-01T08:00:00+05:00"), head));
    QCOMPARE(offset, QDateTime(QDate(2026, 7, 1), QTime(3, 0), Qt::UTC));
    for (const QString &text : {QStringLiteral("tomorrow"), QStringLiteral("2026-13-01"), QString()})
        QVERIFY2(!editorial::dateNamed(text, head), qPrintable(text));
}

void TestWriting::findsArticlesBySlugAndId()
{
    DeskFixture fixture;
    TAKE(article, editorial::startAnswer(*fixture.desk, fixture.letter("Ladders", "One.")));
    TAKE(bySlug, editorial::articleNamed(*fixture.desk, QStringLiteral("ladders")));
    QCOMPARE(bySlug, article);
    TAKE(byId, editorial::articleNamed(*fixture.desk, article.toString()));
    QCOMPARE(byId, article);
    const auto none = editorial::articleNamed(*fixture.desk, QStringLiteral("stilts"));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, base::Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
