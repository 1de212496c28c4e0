// What there is to say of how a letter came, and what a person makes of it.
#include "desk_fixture.h"

#include "editorial/arrival.h"
#include "editorial/reception.h"
#include "privacy/correspondent.h"
#include "storage/desk_file.h"
#include "storage/revision_store.h"

using Decision = desk::Forwarding::Decision;
using intake::IncomingLetter;

namespace {

const QString sentText = QStringLiteral("My niece wrote this.\n\nIt grows over the fence.");
const QString ownText = QStringLiteral("It grows over the fence.");

IncomingLetter incoming(const QString &id)
{
    IncomingLetter letter;
    letter.messageId = id;
    letter.subject = QStringLiteral("Fwd: The hedge");
    letter.text = sentText;
    letter.channel = QStringLiteral("message");
    letter.signature = QStringLiteral("Aunt in Ambleside");
    letter.sender = {QStringLiteral("Prudence Quill"), QStringLiteral("prue@quill.example")};
    letter.raw = "raw of " + id.toUtf8();
    return letter;
}

IncomingLetter passedOn(const QString &id)
{
    IncomingLetter letter = incoming(id);
    letter.forwarded = intake::Forwarded{
        {QStringLiteral("Ottoline Pym"), QStringLiteral("o@pym.example")}, {}, QStringLiteral("The hedge"), ownText};
    return letter;
}

} // namespace

class TestArrival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhyALetterNeedsAttention();
    void seesToLettersAndTakesItBack();
    void saysWhyThereIsNoLetter();
    void tellsForwardingsByDeskNames();
    void takesTheWritersWords();
    void takesTheWritersWordsBack();
    void keepsWhatWasEditedSince();
    void keepsALetterAsItWasSent();
    void refusesToDecideWhatWasNotPassedOn();
    void keepsTheRawMessageAtHand();

private:
    desk::LetterId taken(const IncomingLetter &letter);
    desk::Letter letter(const desk::LetterId &id);

    std::unique_ptr<DeskFixture> m_fixture;
};

void TestArrival::init()
{
    m_fixture = std::make_unique<DeskFixture>();
}

desk::LetterId TestArrival::taken(const IncomingLetter &letter)
{
    editorial::Reception reception(*m_fixture->desk);
    const auto received = reception.take(letter);
    return received && reception.commit() ? received->letter : desk::LetterId();
}

desk::Letter TestArrival::letter(const desk::LetterId &id)
{
    const auto view = editorial::letter(*m_fixture->desk, id);
    return view ? view->letter : desk::Letter();
}

void TestArrival::saysWhyALetterNeedsAttention()
{
    IncomingLetter broken = incoming(QStringLiteral("one"));
    broken.attention = QStringLiteral("Its end is missing.");
    const desk::LetterId id = taken(broken);
    TAKE(arrival, editorial::arrival(*m_fixture->desk, id));
    QVERIFY(arrival.needsAttention);
    QCOMPARE(arrival.notice, broken.attention);
    QCOMPARE(arrival.letter, id);
    QCOMPARE(arrival.number, 1);
    QVERIFY(!arrival.passedOn);
    TAKE(places, editorial::places(*m_fixture->desk));
    QCOMPARE(places.needAttention, 1);
    QVERIFY(!editorial::arrival(*m_fixture->desk, desk::LetterId::create()));
}

void TestArrival::seesToLettersAndTakesItBack()
{
    IncomingLetter broken = incoming(QStringLiteral("one"));
    broken.attention = QStringLiteral("Its end is missing.");
    const desk::LetterId first = taken(broken);
    const desk::LetterId sound = m_fixture->letter("Ducks", "They follow me.");
    (void)m_fixture->desk->takeChanges();

    TAKE(change, editorial::seeTo(*m_fixture->desk, {first, sound}));
    QVERIFY(m_fixture->desk->takeChanges().testFlag(editorial::Area::Letters));
    QVERIFY(!letter(first).needsAttention);
    QCOMPARE(letter(first).notice, broken.attention);
    DO(change.undo(*m_fixture->desk));
    QVERIFY(letter(first).needsAttention);
    QVERIFY(!letter(sound).needsAttention);
    DO(change.redo(*m_fixture->desk));
    QVERIFY(!letter(first).needsAttention);
    TAKE(places, editorial::places(*m_fixture->desk));
    QCOMPARE(places.needAttention, 0);
}

void TestArrival::saysWhyThereIsNoLetter()
{
    IncomingLetter bounce = incoming(QStringLiteral("one"));
    bounce.notALetter = QStringLiteral("It says that a mail could not be delivered.");
    const desk::LetterId id = taken(bounce);
    TAKE(arrival, editorial::arrival(*m_fixture->desk, id));
    QCOMPARE(arrival.stage, desk::LetterStage::NotALetter);
    QVERIFY(!arrival.needsAttention);
    QCOMPARE(arrival.notice, bounce.notALetter);
}

void TestArrival::tellsForwardingsByDeskNames()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    TAKE(open, editorial::arrival(*m_fixture->desk, id));
    QVERIFY(open.passedOn.has_value());
    QCOMPARE(open.passedOn->decision, Decision::Open);
    QCOMPARE(open.passedOn->sender, privacy::deskName(letter(id).correspondent));
    QVERIFY(open.passedOn->sender != open.passedOn->writer);
    for (const QString &name : {open.passedOn->sender, open.passedOn->writer})
        QVERIFY(!name.contains(QLatin1String("Quill")) && !name.contains(QLatin1String("Pym")));

    // They stay who they are, whoever's letter it is.
    DO(editorial::takeForwarding(*m_fixture->desk, id));
    TAKE(decided, editorial::arrival(*m_fixture->desk, id));
    QCOMPARE(decided.passedOn->decision, Decision::Taken);
    QCOMPARE(decided.passedOn->sender, open.passedOn->sender);
    QCOMPARE(decided.passedOn->writer, open.passedOn->writer);
}

void TestArrival::takesTheWritersWords()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    const desk::Letter before = letter(id);
    (void)m_fixture->desk->takeChanges();
    DO(editorial::takeForwarding(*m_fixture->desk, id));
    QVERIFY(m_fixture->desk->takeChanges().testFlag(editorial::Area::Letters));
    const desk::Letter after = letter(id);
    QCOMPARE(after.subject, QStringLiteral("The hedge"));
    QCOMPARE(after.edited, ownText);
    QCOMPARE(after.original, sentText);
    QCOMPARE(after.signature, QString()); // that was the pen name of who sent it
    QVERIFY(after.correspondent != before.correspondent);
    TAKE(writer, editorial::writer(*m_fixture->desk, id));
    QCOMPARE(writer.name, QStringLiteral("Ottoline Pym"));
    TAKE(kept, m_fixture->desk->file().revisions().revisions(desk::TextKind::EditedLetter, QUuid(id.toString())));
    QCOMPARE(kept.value(0).text, sentText);
}

void TestArrival::takesTheWritersWordsBack()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    const desk::Letter before = letter(id);
    TAKE(change, editorial::takeForwarding(*m_fixture->desk, id));
    for (int round = 0; round < 2; ++round) {
        DO(change.undo(*m_fixture->desk));
        const desk::Letter back = letter(id);
        QCOMPARE(back.subject, before.subject);
        QCOMPARE(back.edited, before.edited);
        QCOMPARE(back.signature, before.signature);
        QCOMPARE(back.correspondent, before.correspondent);
        TAKE(arrival, editorial::arrival(*m_fixture->desk, id));
        QCOMPARE(arrival.passedOn->decision, Decision::Open);
        DO(change.redo(*m_fixture->desk));
        QCOMPARE(letter(id).edited, ownText);
        QVERIFY(letter(id).correspondent != before.correspondent);
    }
    // A second time changes nothing.
    TAKE(again, editorial::takeForwarding(*m_fixture->desk, id));
    QCOMPARE(letter(id).edited, ownText);
    DO(again.undo(*m_fixture->desk));
    QCOMPARE(letter(id).edited, ownText);
}

void TestArrival::keepsWhatWasEditedSince()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    const desk::Letter before = letter(id);
    TAKE(change, editorial::takeForwarding(*m_fixture->desk, id));
    const desk::Letter taken = letter(id);
    const QString typed = QStringLiteral("It grows over my fence, and then some.");
    DO(editorial::saveLetter(*m_fixture->desk,
                             {id, taken.version, taken.subject, typed, QStringLiteral("Hedged in"), taken.place}));
    DO(change.undo(*m_fixture->desk));
    const desk::Letter after = letter(id);
    QCOMPARE(after.edited, typed);
    QCOMPARE(after.signature, QStringLiteral("Hedged in"));
    QCOMPARE(after.subject, before.subject);
    QCOMPARE(after.correspondent, before.correspondent);
}

void TestArrival::keepsALetterAsItWasSent()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    const desk::Letter before = letter(id);
    TAKE(kept, editorial::keepForwarding(*m_fixture->desk, id));
    QCOMPARE(letter(id).edited, sentText);
    QCOMPARE(letter(id).signature, before.signature);
    TAKE(arrival, editorial::arrival(*m_fixture->desk, id));
    QCOMPARE(arrival.passedOn->decision, Decision::Kept);
    DO(kept.undo(*m_fixture->desk));
    TAKE(open, editorial::arrival(*m_fixture->desk, id));
    QCOMPARE(open.passedOn->decision, Decision::Open);

    // Also after the other decision.
    DO(editorial::takeForwarding(*m_fixture->desk, id));
    DO(editorial::keepForwarding(*m_fixture->desk, id));
    QCOMPARE(letter(id).edited, sentText);
    QCOMPARE(letter(id).correspondent, before.correspondent);
}

void TestArrival::refusesToDecideWhatWasNotPassedOn()
{
    const desk::LetterId id = m_fixture->letter("Ducks", "They follow me.");
    for (const auto &outcome :
         {editorial::takeForwarding(*m_fixture->desk, id), editorial::keepForwarding(*m_fixture->desk, id)}) {
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, base::Error::Kind::Unusable);
    }
    QCOMPARE(letter(id).edited, QStringLiteral("They follow me."));
}

void TestArrival::keepsTheRawMessageAtHand()
{
    const desk::LetterId id = taken(passedOn(QStringLiteral("one")));
    TAKE(sent, editorial::rawMessage(*m_fixture->desk, id));
    QCOMPARE(sent, QByteArray("raw of one"));
    DO(editorial::takeForwarding(*m_fixture->desk, id));
    TAKE(stillThere, editorial::rawMessage(*m_fixture->desk, id));
    QCOMPARE(stillThere, QByteArray("raw of one"));
    QVERIFY(!editorial::rawMessage(*m_fixture->desk, desk::LetterId::create()));
}

QTEST_GUILESS_MAIN(TestArrival)

#include "tst_arrival.moc"
