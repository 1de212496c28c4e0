// Letters as readers hand them over, and what the desk makes of them: what is known, linked, flagged, sealed.
#include "desk_fixture.h"

#include "editorial/checking.h"
#include "editorial/reception.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"

#include <QDir>

using editorial::Received;
using editorial::Reception;
using intake::IncomingLetter;

namespace {

IncomingLetter incoming(const QString &id, const QString &text, const QString &address = QStringLiteral("a@b.example"))
{
    IncomingLetter letter;
    letter.messageId = id;
    letter.subject = QStringLiteral("About ") + id;
    letter.text = text;
    letter.channel = QStringLiteral("message");
    letter.sender = {QStringLiteral("Prudence Quill"), address};
    letter.raw = "raw " + id.toUtf8();
    return letter;
}

} // namespace

class TestReception : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linksAnAnswerToItsLetter();
    void linksWhenTheEarlierLetterComesLast();
    void linksLettersOfOneWriter();
    void linksWritersOfOlderDesks();
    void flagsWhatNeedsAttention();
    void flagsTheSameIdWithAnotherText();
    void takesNoLetterAsOne();
    void sealsBothOfAForwardedLetter();
    void takesAForwardingAndBack();
    void keepsARefusedConsentOffTheSite();
    void rollsBackWhatIsNotCommitted();

private:
    desk::Letter taken(const IncomingLetter &letter);

    std::unique_ptr<DeskFixture> m_fixture;
};

void TestReception::init()
{
    m_fixture = std::make_unique<DeskFixture>();
}

// The letter as it lies on the desk then; a null one where that failed.
desk::Letter TestReception::taken(const IncomingLetter &letter)
{
    Reception reception(*m_fixture->desk);
    const auto received = reception.take(letter);
    if (!received || !reception.commit())
        return {};
    const auto view = editorial::letter(*m_fixture->desk, received->letter);
    return view ? view->letter : desk::Letter();
}

void TestReception::linksAnAnswerToItsLetter()
{
    const desk::Letter first = taken(incoming(QStringLiteral("one"), QStringLiteral("First.")));
    const desk::Letter other =
        taken(incoming(QStringLiteral("two"), QStringLiteral("Other."), QStringLiteral("x@y.example")));
    QVERIFY(!first.id.isNull());
    QVERIFY(other.follows.isNull());
    IncomingLetter sequel =
        incoming(QStringLiteral("three"), QStringLiteral("It went well."), QStringLiteral("q@r.example"));
    sequel.references = {QStringLiteral("two"), QStringLiteral("one"), QStringLiteral("not-here")};
    QCOMPARE(taken(sequel).follows, first.id); // the nearest that is on the desk
}

void TestReception::linksWhenTheEarlierLetterComesLast()
{
    IncomingLetter sequel =
        incoming(QStringLiteral("two"), QStringLiteral("It went well."), QStringLiteral("q@r.example"));
    sequel.references = {QStringLiteral("one")};
    const desk::Letter second = taken(sequel);
    QVERIFY(second.follows.isNull());
    const desk::Letter first = taken(incoming(QStringLiteral("one"), QStringLiteral("First.")));
    TAKE(view, editorial::letter(*m_fixture->desk, second.id));
    QCOMPARE(view.letter.follows, first.id);
    QVERIFY(first.follows.isNull());
}

void TestReception::linksLettersOfOneWriter()
{
    const desk::Letter first =
        taken(incoming(QStringLiteral("one"), QStringLiteral("First."), QStringLiteral("Prue@Quill.example")));
    const desk::Letter second =
        taken(incoming(QStringLiteral("two"), QStringLiteral("Second."), QStringLiteral("prue@quill.example ")));
    const desk::Letter third = taken(incoming(QStringLiteral("three"), QStringLiteral("Third."), {}));
    const desk::Letter fourth = taken(incoming(QStringLiteral("four"), QStringLiteral("Fourth."), {}));
    QCOMPARE(second.follows, first.id);
    QVERIFY(third.follows.isNull());
    QVERIFY(fourth.follows.isNull()); // no address is no writer
}

void TestReception::linksWritersOfOlderDesks()
{
    const desk::Letter first = taken(incoming(QStringLiteral("one"), QStringLiteral("First.")));
    DO(m_fixture->desk->file().correspondents().setKey(first.correspondent, {}));
    QVERIFY(taken(incoming(QStringLiteral("two"), QStringLiteral("Second."))).follows.isNull());
    const QString path = m_fixture->folder.filePath(QStringLiteral("old.postbag"));
    QVERIFY(QFile::copy(QDir::cleanPath(QStringLiteral(TEST_FIXTURES "/../../data/desks/0001.postbag")), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    TAKE(old, editorial::Desk::open(path, m_fixture->clock));
    Reception reception(*old);
    TAKE(received, reception.take(incoming(QStringLiteral("two"), QStringLiteral("Second."))));
    DO(reception.commit());
    QVERIFY(!received.letter.isNull());
    TAKE(unkeyed, old->file().correspondents().withoutKey(10));
    QVERIFY(unkeyed.isEmpty());
}

void TestReception::flagsWhatNeedsAttention()
{
    IncomingLetter sealed = incoming(QStringLiteral("one"), {});
    sealed.attention = QStringLiteral("The letter is encrypted.");
    const desk::Letter letter = taken(sealed);
    QVERIFY(letter.needsAttention);
    QCOMPARE(letter.notice, sealed.attention);
    QCOMPARE(letter.stage, desk::LetterStage::New);
    taken(incoming(QStringLiteral("two"), QStringLiteral("Nothing is wrong."), QStringLiteral("x@y.example")));

    editorial::LetterQuery query;
    query.needsAttention = true;
    TAKE(rows, editorial::letters(*m_fixture->desk, query));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().row.id, letter.id);
    QVERIFY(rows.first().row.needsAttention);
    QCOMPARE(rows.first().row.notice, sealed.attention);
    TAKE(count, editorial::letterCount(*m_fixture->desk, query, 100));
    QCOMPARE(count, 1);
    TAKE(writer, editorial::writer(*m_fixture->desk, letter.id));
    QCOMPARE(writer.raw, sealed.raw); // at hand
}

void TestReception::flagsTheSameIdWithAnotherText()
{
    taken(incoming(QStringLiteral("one"), QStringLiteral("First.")));
    Reception reception(*m_fixture->desk);
    TAKE(again, reception.take(incoming(QStringLiteral("one"), QStringLiteral("first. "))));
    QVERIFY(!again.isNew); // but for case and white space it is the same
    TAKE(received, reception.take(incoming(QStringLiteral("one"), QStringLiteral("Another."))));
    DO(reception.commit());
    QVERIFY(received.isNew);
    QVERIFY(received.needsAttention);
    QCOMPARE(received.warnings.size(), 1);
    TAKE(view, editorial::letter(*m_fixture->desk, received.letter));
    QVERIFY(view.letter.needsAttention);
    QVERIFY(view.letter.notice.contains(QLatin1Char('1')));
}

void TestReception::takesNoLetterAsOne()
{
    IncomingLetter bounce = incoming(QStringLiteral("one"), QStringLiteral("Undelivered."));
    bounce.notALetter = QStringLiteral("It is a report that mail could not be delivered.");
    bounce.attention = QStringLiteral("There is no text.");
    const desk::Letter letter = taken(bounce);
    QCOMPARE(letter.stage, desk::LetterStage::NotALetter);
    QCOMPARE(letter.notice, bounce.notALetter);
    QVERIFY(!letter.needsAttention);
    DO(editorial::moveLetters(*m_fixture->desk, {letter.id}, desk::LetterStage::New));
    TAKE(view, editorial::letter(*m_fixture->desk, letter.id));
    QCOMPARE(view.letter.stage, desk::LetterStage::New);
}

void TestReception::sealsBothOfAForwardedLetter()
{
    IncomingLetter passedOn = incoming(QStringLiteral("one"), QStringLiteral("See below."));
    passedOn.forwarded = intake::Forwarded{{QStringLiteral("Ottoline Pym"), QStringLiteral("o@pym.example")},
                                           {},
                                           QStringLiteral("The hedge"),
                                           QStringLiteral("It grows.")};
    const desk::Letter letter = taken(passedOn);
    QCOMPARE(letter.original, passedOn.text); // nothing is decided
    TAKE(forwarding, m_fixture->desk->file().intake().forwarding(letter.id));
    QVERIFY(forwarding.has_value());
    QCOMPARE(forwarding->decision, desk::Forwarding::Decision::Open);
    QCOMPARE(forwarding->text, QStringLiteral("It grows."));
    QVERIFY(forwarding->other != letter.correspondent);
    TAKE(sealed, m_fixture->desk->file().correspondents().correspondent(forwarding->other));
    TAKE(writer, m_fixture->desk->vault().open(sealed));
    QCOMPARE(writer.name, QStringLiteral("Ottoline Pym"));

    // Neither of the two may be named by the article.
    TAKE(article, editorial::startAnswer(*m_fixture->desk, letter.id));
    TAKE(view, editorial::article(*m_fixture->desk, article));
    desk::Answer answer = view.article.answers.first();
    answer.text = QStringLiteral("Dear Ms Pym, ask Mrs Quill.");
    DO(editorial::saveAnswer(*m_fixture->desk, article, answer));
    base::NoProgress progress;
    TAKE(findings, editorial::check(*m_fixture->desk, article, progress));
    QStringList given;
    for (const desk::Finding &finding : findings) {
        if (finding.check == QLatin1String("identity"))
            given.append(finding.text);
    }
    QVERIFY(given.contains(QStringLiteral("Pym")));
    QVERIFY(given.contains(QStringLiteral("Quill")));
}

void TestReception::takesAForwardingAndBack()
{
    using Decision = desk::Forwarding::Decision;
    IncomingLetter passedOn = incoming(QStringLiteral("one"), QStringLiteral("See below."));
    passedOn.forwarded = intake::Forwarded{{}, {}, {}, QStringLiteral("It grows.")};
    const desk::Letter before = taken(passedOn);
    storage::IntakeStore &intake = m_fixture->desk->file().intake();
    TAKE(offered, intake.forwarding(before.id));
    const desk::CorrespondentId writer = offered->other;
    for (const Decision decision : {Decision::Taken, Decision::Taken, Decision::Kept, Decision::Open}) {
        DO(intake.decideForwarding(before.id, decision));
        TAKE(now, intake.forwarding(before.id));
        TAKE(view, editorial::letter(*m_fixture->desk, before.id));
        const bool isTaken = decision == Decision::Taken;
        QCOMPARE(now->decision, decision);
        QCOMPARE(view.letter.correspondent, isTaken ? writer : before.correspondent);
        QCOMPARE(now->other, isTaken ? before.correspondent : writer);
    }
    QVERIFY(!intake.decideForwarding(desk::LetterId::create(), Decision::Kept));
}

void TestReception::keepsARefusedConsentOffTheSite()
{
    IncomingLetter private_ = incoming(QStringLiteral("one"), QStringLiteral("This is for you alone."));
    private_.consent = false;
    const desk::Letter letter = taken(private_);
    QCOMPARE(letter.consent, desk::Consent::Refused);
    TAKE(article, editorial::startAnswer(*m_fixture->desk, letter.id));
    base::NoProgress progress;
    TAKE(findings, editorial::check(*m_fixture->desk, article, progress));
    QVERIFY(std::any_of(findings.cbegin(), findings.cend(), [](const desk::Finding &finding) {
        return finding.check == QLatin1String("consent") && finding.severity == desk::Finding::Severity::Blocker;
    }));
}

void TestReception::rollsBackWhatIsNotCommitted()
{
    {
        Reception reception(*m_fixture->desk);
        TAKE(received, reception.take(incoming(QStringLiteral("one"), QStringLiteral("First."))));
        QVERIFY(!received.letter.isNull());
    }
    TAKE(count, editorial::letterCount(*m_fixture->desk, {}, 10));
    QCOMPARE(count, 0);
}

QTEST_GUILESS_MAIN(TestReception)

#include "tst_reception.moc"
