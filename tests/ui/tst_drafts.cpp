#include "open_session.h"
#include "ui/drafts.h"

using ui::AnswerDraft;
using ui::HeadDraft;
using ui::LetterDraft;

// How drafts from two places become one, and what stands on the desk afterwards.
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfBothAreJoined();
    void sameFieldOfBothIsAClash();
    void sameChangeOfBothIsNone();
    void letterThatOnlyMovedTakesTheText();
    void letterThatWasEditedElsewhereIsAConflict();
    void otherFieldsOfTheHeadAreKept();
    void emptySlugIsMade();
};

void DraftsTest::fieldsOfBothAreJoined()
{
    const LetterDraft base{QStringLiteral("text"), QStringLiteral("Wren"), {}, QStringLiteral("A wall")};
    LetterDraft mine = base;
    mine.edited = QStringLiteral("shorter");
    LetterDraft theirs = base;
    theirs.place = QStringLiteral("Truro");
    const auto joined = ui::join(base, mine, theirs);
    QVERIFY(!joined.clash);
    QCOMPARE(joined.draft.edited, QStringLiteral("shorter"));
    QCOMPARE(joined.draft.place, QStringLiteral("Truro"));
    QCOMPARE(joined.draft.signature, QStringLiteral("Wren"));
}

void DraftsTest::sameFieldOfBothIsAClash()
{
    const auto joined = ui::join(AnswerDraft{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("c")});
    QVERIFY(joined.clash);
    QCOMPARE(joined.draft.text, QStringLiteral("b"));
}

void DraftsTest::sameChangeOfBothIsNone()
{
    const auto joined = ui::join(AnswerDraft{QStringLiteral("a")}, {QStringLiteral("b")}, {QStringLiteral("b")});
    QVERIFY(!joined.clash);
    QCOMPARE(joined.draft.text, QStringLiteral("b"));
}

namespace {

struct Started {
    std::unique_ptr<editorial::Desk> desk;
    desk::ArticleId article;
    desk::LetterId letter;
};

// A desk with one letter that is being answered.
Started start(const OpenSession &files)
{
    auto created = editorial::Desk::create(
        files.path(), desk::newMasthead(QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), QStringLiteral("UTC")),
        files.clock);
    if (!created)
        return {};
    base::NoProgress progress;
    const auto report = editorial::importLetters(**created, {{files.mailbox(1)}, {}, false}, progress);
    if (!report || report->letters.isEmpty())
        return {};
    const auto article = editorial::startAnswer(**created, report->letters.first());
    return {std::move(*created), article.value_or(desk::ArticleId()), report->letters.first()};
}

} // namespace

void DraftsTest::letterThatOnlyMovedTakesTheText()
{
    const OpenSession files;
    const Started at = start(files);
    QVERIFY(at.desk);
    const auto base = ui::readDraft(*at.desk, ui::LetterSpot{at.letter});
    QVERIFY(base.has_value());
    QVERIFY(editorial::moveLetters(*at.desk, {at.letter}, desk::LetterStage::Shortlisted).has_value());
    LetterDraft mine = base->draft;
    mine.edited = QStringLiteral("cut");
    const auto saved = ui::saveDraft(*at.desk, ui::LetterSpot{at.letter}, *base, mine);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->draft.edited, QStringLiteral("cut"));
    QCOMPARE(editorial::letter(*at.desk, at.letter)->letter.edited, QStringLiteral("cut"));
}

void DraftsTest::letterThatWasEditedElsewhereIsAConflict()
{
    const OpenSession files;
    const Started at = start(files);
    QVERIFY(at.desk);
    const ui::LetterSpot place{at.letter};
    const auto base = ui::readDraft(*at.desk, place);
    LetterDraft theirs = base->draft;
    theirs.edited = QStringLiteral("theirs");
    QVERIFY(ui::saveDraft(*at.desk, place, *base, theirs).has_value());
    LetterDraft mine = base->draft;
    mine.edited = QStringLiteral("mine");
    const auto refused = ui::saveDraft(*at.desk, place, *base, mine);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, base::Error::Kind::Conflict);
    QCOMPARE(editorial::letter(*at.desk, at.letter)->letter.edited, QStringLiteral("theirs"));
}

void DraftsTest::otherFieldsOfTheHeadAreKept()
{
    const OpenSession files;
    const Started at = start(files);
    QVERIFY(at.desk);
    const ui::HeadSpot place{at.article};
    const auto base = ui::readDraft(*at.desk, place);
    HeadDraft dated = base->draft;
    dated.publishOn = QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC);
    QVERIFY(ui::saveDraft(*at.desk, place, *base, dated).has_value());
    HeadDraft titled = base->draft;
    titled.title = QStringLiteral("The wall");
    const auto saved = ui::saveDraft(*at.desk, place, *base, titled);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->draft.title, QStringLiteral("The wall"));
    QCOMPARE(saved->draft.publishOn, dated.publishOn);
}

void DraftsTest::emptySlugIsMade()
{
    const OpenSession files;
    const Started at = start(files);
    QVERIFY(at.desk);
    const ui::HeadSpot place{at.article};
    const auto base = ui::readDraft(*at.desk, place);
    HeadDraft titled = base->draft;
    titled.title = QStringLiteral("The Wall & the Cat");
    titled.slug.clear();
    const auto saved = ui::saveDraft(*at.desk, place, *base, titled);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->draft.slug, QStringLiteral("the-wall-and-the-cat"));
}

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
