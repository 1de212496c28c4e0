// A letter that a person types or pastes at the desk.
#include "desk_fixture.h"

#include "editorial/arrival.h"
#include "editorial/new_letter.h"

using editorial::NewLetter;
using editorial::offeredLetter;

class TestNewLetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheTitleAsSubject();
    void offersTheFirstLineAsSubject();
    void readsHtml();
    void offersThePenNameAtTheEnd();
    void offersNothingOfNothing();
    void refusesWhatIsNoText();
    void takesALetterIn();
    void takesALetterOfAnotherDay();
    void refusesALetterWithoutWords();
    void refusesWhatIsOnTheDesk();
};

void TestNewLetter::offersTheTitleAsSubject()
{
    TAKE(letter, offeredLetter(QStringLiteral("The hedge\r\n\r\nDear Juniper,\r\nIt grows.\r\n"), {}));
    QCOMPARE(letter.subject, QStringLiteral("The hedge"));
    QCOMPARE(letter.text, QStringLiteral("The hedge\n\nDear Juniper,\nIt grows."));
    QCOMPARE(letter.raw, QByteArray("The hedge\r\n\r\nDear Juniper,\r\nIt grows.\r\n"));
}

void TestNewLetter::offersTheFirstLineAsSubject()
{
    TAKE(letter, offeredLetter(QStringLiteral("Dear Juniper,\n\nMy hedge grows over the fence.\nHe cuts it."), {}));
    QCOMPARE(letter.subject, QStringLiteral("My hedge grows over the fence."));
    TAKE(lengthy, offeredLetter(QStringLiteral("Dear Juniper:\n") + QStringLiteral("and on ").repeated(40), {}));
    QVERIFY(lengthy.subject.size() <= 61);
    QVERIFY(lengthy.subject.endsWith(QChar(0x2026)));
    TAKE(greeting, offeredLetter(QStringLiteral("Dear Juniper,"), {}));
    QCOMPARE(greeting.subject, QString());
}

void TestNewLetter::readsHtml()
{
    const QString html = QStringLiteral("<style>p{}</style><p>My hedge</p><script>alert(1)</script><p>It <b>grows</b>."
                                        "<img src='https://track.example/1'></p>");
    TAKE(letter, offeredLetter(QStringLiteral("as text"), html));
    QCOMPARE(letter.text, QStringLiteral("My hedge\n\nIt grows."));
    QCOMPARE(letter.raw, html.toUtf8());
    // Where nothing can be read in it, the text counts.
    TAKE(text, offeredLetter(QStringLiteral("as text"), QStringLiteral("<img src='a.png'>")));
    QCOMPARE(text.text, QStringLiteral("as text"));
}

void TestNewLetter::offersThePenNameAtTheEnd()
{
    TAKE(letter, offeredLetter(QStringLiteral("Dear Juniper,\n\nIt grows.\n\n— Torn in Truro\n"), {}));
    QCOMPARE(letter.signature, QStringLiteral("Torn in Truro"));
    QVERIFY(letter.text.endsWith(QStringLiteral("Torn in Truro")));
}

void TestNewLetter::offersNothingOfNothing()
{
    for (const QString &words : {QString(), QStringLiteral(" \n\t\n")}) {
        TAKE(letter, offeredLetter(words, {}));
        QCOMPARE(letter, NewLetter());
    }
}

void TestNewLetter::refusesWhatIsNoText()
{
    const auto junk = offeredLetter(QString(5000, QChar(u'\u0001')), {});
    QVERIFY(!junk);
    QCOMPARE(junk.error().kind, base::Error::Kind::Unusable);
}

void TestNewLetter::takesALetterIn()
{
    DeskFixture fixture;
    NewLetter typed;
    typed.subject = QStringLiteral(" The  hedge ");
    typed.text = QStringLiteral("\n\nIt grows.\r\nHe cuts it.\n \n");
    typed.signature = QStringLiteral("Hedged in");
    typed.place = QStringLiteral("Truro");
    typed.name = QStringLiteral("Prudence Quill");
    typed.address = QStringLiteral("prue@quill.example");
    TAKE(id, editorial::newLetter(*fixture.desk, typed));
    QVERIFY(fixture.desk->takeChanges().testFlag(editorial::Area::Letters));
    TAKE(view, editorial::letter(*fixture.desk, id));
    QCOMPARE(view.letter.subject, QStringLiteral("The hedge"));
    QCOMPARE(view.letter.original, QStringLiteral("It grows.\nHe cuts it."));
    QCOMPARE(view.letter.signature, typed.signature);
    QCOMPARE(view.letter.place, typed.place);
    QCOMPARE(view.letter.channel, QStringLiteral("text"));
    QCOMPARE(view.letter.received, fixture.clock.now());
    QVERIFY(!view.deskName.contains(QLatin1String("Quill")));
    TAKE(writer, editorial::writer(*fixture.desk, id));
    QCOMPARE(writer.name, typed.name);
    QCOMPARE(writer.address, typed.address);
    TAKE(raw, editorial::rawMessage(*fixture.desk, id));
    QVERIFY(raw.isEmpty());
}

void TestNewLetter::takesALetterOfAnotherDay()
{
    DeskFixture fixture;
    NewLetter typed;
    typed.text = QStringLiteral("It came on paper.");
    typed.day = QDate(2026, 5, 20);
    TAKE(id, editorial::newLetter(*fixture.desk, typed));
    TAKE(view, editorial::letter(*fixture.desk, id));
    QCOMPARE(view.letter.received, QDateTime(QDate(2026, 5, 19), QTime(23, 0), Qt::UTC)); // midnight in London
    typed.text = QStringLiteral("It came today.");
    typed.day = QDate(2026, 6, 1);
    TAKE(today, editorial::newLetter(*fixture.desk, typed));
    TAKE(todaysView, editorial::letter(*fixture.desk, today));
    QCOMPARE(todaysView.letter.received, fixture.clock.now());
}

void TestNewLetter::refusesALetterWithoutWords()
{
    DeskFixture fixture;
    NewLetter empty;
    empty.subject = QStringLiteral("The hedge");
    empty.text = QStringLiteral(" \n ");
    const auto refused = editorial::newLetter(*fixture.desk, empty);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Unusable);
    TAKE(count, editorial::letterCount(*fixture.desk, {}, 10));
    QCOMPARE(count, 0);
}

void TestNewLetter::refusesWhatIsOnTheDesk()
{
    DeskFixture fixture;
    NewLetter typed;
    typed.text = QStringLiteral("It grows.");
    DO(editorial::newLetter(*fixture.desk, typed));
    const auto again = editorial::newLetter(*fixture.desk, typed);
    QVERIFY(!again);
    QVERIFY(again.error().message.contains(QLatin1String("letter 1")));
    TAKE(count, editorial::letterCount(*fixture.desk, {}, 10));
    QCOMPARE(count, 1);
}

QTEST_GUILESS_MAIN(TestNewLetter)

#include "tst_new_letter.moc"
