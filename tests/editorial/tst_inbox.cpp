#include "desk_fixture.h"

using desk::LetterStage;

class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesLettersAndTakesItBack();
    void holdsOnlyUntilADayToCome();
    void heldLettersComeBackByThemselves();
    void findsLettersByNumberAndId();
    void neverNamesTheWriterInTheList();
    void savesEditsAndKeepsWhatWasThere();
    void refusesAStaleEdit();
    void tagsWithoutTouchingOtherTags();
};

void TestInbox::movesLettersAndTakesItBack()
{
    DeskFixture fixture;
    const auto first = fixture.letter("Ducks", "They follow me.");
    const auto second = fixture.letter("Geese", "They too.");
    DO(editorial::moveLetters(*fixture.desk, {second}, LetterStage::Shortlisted));

    TAKE(change, editorial::moveLetters(*fixture.desk, {first, second}, LetterStage::Declined));
    TAKE(moved, editorial::places(*fixture.desk));
    QCOMPARE(moved.letters.value(LetterStage::Declined).total, 2);

    DO(change.undo(*fixture.desk));
    TAKE(firstView, editorial::letter(*fixture.desk, first));
    TAKE(secondView, editorial::letter(*fixture.desk, second));
    QCOMPARE(firstView.letter.stage, LetterStage::New);
    QCOMPARE(secondView.letter.stage, LetterStage::Shortlisted);

    DO(change.redo(*fixture.desk));
    TAKE(again, editorial::places(*fixture.desk));
    QCOMPARE(again.letters.value(LetterStage::Declined).total, 2);
    QVERIFY(fixture.desk->takeChanges().testFlag(editorial::Area::Letters));
    QCOMPARE(fixture.desk->takeChanges(), editorial::Areas());
}

void TestInbox::holdsOnlyUntilADayToCome()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    const auto past = editorial::moveLetters(*fixture.desk, {id}, LetterStage::Held, QDate(2026, 6, 1));
    QVERIFY(!past);
    QCOMPARE(past.error().kind, base::Error::Kind::Unusable);
    TAKE(view, editorial::letter(*fixture.desk, id));
    QCOMPARE(view.letter.stage, LetterStage::New);
}

void TestInbox::heldLettersComeBackByThemselves()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    DO(editorial::moveLetters(*fixture.desk, {id}, LetterStage::Held, QDate(2026, 6, 3)));
    const auto reopenAt = [&](int day) {
        fixture.desk.reset();
        fixture.clock.set(QDateTime(QDate(2026, 6, day), QTime(0, 30), Qt::UTC));
        auto opened = editorial::Desk::open(fixture.path(), fixture.clock);
        if (opened)
            fixture.desk = std::move(*opened);
        return opened.has_value();
    };
    QVERIFY(reopenAt(2));
    TAKE(held, editorial::letter(*fixture.desk, id));
    QCOMPARE(held.letter.stage, LetterStage::Held);
    QVERIFY(reopenAt(3));
    TAKE(released, editorial::letter(*fixture.desk, id));
    QCOMPARE(released.letter.stage, LetterStage::New);
    QVERIFY(released.letter.unread);
}

void TestInbox::findsLettersByNumberAndId()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    TAKE(byNumber, editorial::letterNamed(*fixture.desk, QStringLiteral("1")));
    QCOMPARE(byNumber, id);
    TAKE(byId, editorial::letterNamed(*fixture.desk, id.toString()));
    QCOMPARE(byId, id);
    for (const QString &name : {QStringLiteral("2"), QStringLiteral("ducks"), QString(), QStringLiteral("-1"),
                                desk::LetterId::create().toString()}) {
        const auto none = editorial::letterNamed(*fixture.desk, name);
        QVERIFY2(!none, qPrintable(name));
        QCOMPARE(none.error().kind, base::Error::Kind::NotFound);
    }
}

void TestInbox::neverNamesTheWriterInTheList()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.", "Barnaby Oakhanger <b.oakhanger@mail.example>");
    TAKE(items, editorial::letters(*fixture.desk, {}));
    QCOMPARE(items.size(), 1);
    QVERIFY(!items.first().shownName.isEmpty());
    QVERIFY(!items.first().shownName.contains(QLatin1String("Barnaby")));
    QVERIFY(!items.first().shownName.contains(QLatin1String("Oakhanger")));
    TAKE(writer, editorial::writer(*fixture.desk, id));
    QCOMPARE(writer.name, QStringLiteral("Barnaby Oakhanger"));
    QCOMPARE(writer.address, QStringLiteral("b.oakhanger@mail.example"));
}

void TestInbox::savesEditsAndKeepsWhatWasThere()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    TAKE(before, editorial::letter(*fixture.desk, id));
    TAKE(version, editorial::saveLetter(*fixture.desk, {id, before.letter.version, QStringLiteral("Birds"),
                                                        QStringLiteral("Birds follow me."),
                                                        QStringLiteral("Flocked in Fowey"), QStringLiteral("Fowey")}));
    TAKE(after, editorial::letter(*fixture.desk, id));
    QCOMPARE(after.letter.version, version);
    QCOMPARE(after.letter.edited, QStringLiteral("Birds follow me."));
    QCOMPARE(after.letter.original, before.letter.original);
    QCOMPARE(after.letter.signature, QStringLiteral("Flocked in Fowey"));
}

void TestInbox::refusesAStaleEdit()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    TAKE(view, editorial::letter(*fixture.desk, id));
    const editorial::LetterEdit edit{id, view.letter.version, {}, QStringLiteral("One."), {}, {}};
    DO(editorial::saveLetter(*fixture.desk, edit));
    const auto stale =
        editorial::saveLetter(*fixture.desk, {id, view.letter.version, {}, QStringLiteral("Two."), {}, {}});
    QVERIFY(!stale);
    QCOMPARE(stale.error().kind, base::Error::Kind::Conflict);
    TAKE(after, editorial::letter(*fixture.desk, id));
    QCOMPARE(after.letter.edited, QStringLiteral("One."));
}

void TestInbox::tagsWithoutTouchingOtherTags()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    DO(editorial::tagLetters(*fixture.desk, {id}, {QStringLiteral("animals"), QStringLiteral("fear")}, {}));
    TAKE(change, editorial::tagLetters(*fixture.desk, {id}, {QStringLiteral("ponds")}, {QStringLiteral("Fear")}));
    TAKE(tagged, editorial::letter(*fixture.desk, id));
    QCOMPARE(tagged.letter.tags.size(), 2);
    DO(change.undo(*fixture.desk));
    TAKE(back, editorial::letter(*fixture.desk, id));
    QCOMPARE(back.letter.tags.size(), 2);
    TAKE(fears, editorial::letterCount(*fixture.desk, {}, 10));
    QCOMPARE(fears, 1);
    const auto unknown = editorial::tagLetters(*fixture.desk, {id}, {}, {QStringLiteral("nothing")});
    QVERIFY(!unknown);
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
