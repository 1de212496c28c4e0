// What the printed text of a letter begins without, and how it comes back.
#include "desk_fixture.h"

#include "editorial/arrival.h"
#include "editorial/reception.h"
#include "storage/desk_file.h"
#include "storage/revision_store.h"

using editorial::FoldedPart;
using Kind = editorial::FoldedPart::Kind;

namespace {

const QString subject = QStringLiteral("Re: The hedge");
const QString own = QStringLiteral("Dear Juniper,\n\nIt grows on.\nHe cuts it still.");
const QString quotation = QStringLiteral("On 3 May 2026, Ask Juniper <ask@juniper.example> wrote:\n> Does it grow?\n> "
                                         "Let me know.");
const QString signature = QStringLiteral("-- \nPrudence Quill\nHedges and Sons Ltd.\n12 Fence Street");
const QString whole = own + QStringLiteral("\n\n") + quotation + QStringLiteral("\n\n") + signature;

QList<Kind> kinds(const QList<FoldedPart> &parts)
{
    QList<Kind> all;
    for (const FoldedPart &part : parts)
        all.append(part.kind);
    return all;
}

} // namespace

class TestFolded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsALetterWithoutWhatItsWriterDidNotWrite();
    void keepsALetterThatHasNothingElse();
    void tellsWhatIsFolded();
    void tellsWhatIsStillFolded();
    void givesTheOriginalBack();
    void putsPartsWhereTheyStood();
    void putsPartsBeforeWhatFollowedThem();
    void putsPartsAtTheEndWhenInDoubt();
    void bringsPartsBackOnlyOnce();
    void isBoundedForLongLetters();
    void bringsBackOnTheDesk();
    void takesItBackUnlessTheTextWasEdited();
    void foldsNothingOfOlderLetters();
    void foldsNothingThatWasTaken();

private:
    desk::LetterId taken(const QString &text, const QString &id = QStringLiteral("one"));
    desk::Letter letter(const desk::LetterId &id);
    void edit(const desk::LetterId &id, const QString &text);

    std::unique_ptr<DeskFixture> m_fixture;
};

void TestFolded::init()
{
    m_fixture = std::make_unique<DeskFixture>();
}

desk::LetterId TestFolded::taken(const QString &text, const QString &id)
{
    intake::IncomingLetter incoming;
    incoming.messageId = id;
    incoming.subject = subject;
    incoming.text = text;
    incoming.channel = QStringLiteral("message");
    editorial::Reception reception(*m_fixture->desk);
    const auto received = reception.take(incoming);
    return received && reception.commit() ? received->letter : desk::LetterId();
}

desk::Letter TestFolded::letter(const desk::LetterId &id)
{
    const auto view = editorial::letter(*m_fixture->desk, id);
    return view ? view->letter : desk::Letter();
}

void TestFolded::edit(const desk::LetterId &id, const QString &text)
{
    const desk::Letter before = letter(id);
    QVERIFY(editorial::saveLetter(*m_fixture->desk,
                                  {id, before.version, before.subject, text, before.signature, before.place}));
}

void TestFolded::printsALetterWithoutWhatItsWriterDidNotWrite()
{
    QCOMPARE(editorial::printedText(whole, subject), own);
    const desk::Letter stored = letter(taken(whole));
    QCOMPARE(stored.edited, own);
    QCOMPARE(stored.original, whole);
}

void TestFolded::keepsALetterThatHasNothingElse()
{
    for (const QString &text : {quotation, signature, QString()})
        QCOMPARE(editorial::printedText(text, subject), text);
    QVERIFY(editorial::foldedParts(own, subject, own).isEmpty());
}

void TestFolded::tellsWhatIsFolded()
{
    const QList<FoldedPart> parts = editorial::foldedParts(whole, subject, own);
    QCOMPARE(kinds(parts), (QList{Kind::Quoted, Kind::Signature}));
    QCOMPARE(parts.first().lines, 3);
    QCOMPARE(parts.last().lines, 4);
    QVERIFY(editorial::foldedParts(whole, subject, whole).isEmpty());
    TAKE(arrival, editorial::arrival(*m_fixture->desk, taken(whole)));
    QCOMPARE(arrival.folded, parts);
}

void TestFolded::tellsWhatIsStillFolded()
{
    // The quotation was put back by hand and cut, and words were changed.
    const QString edited = QStringLiteral("Dear Juniper,\n\nIt grows.\n\n") + quotation;
    QCOMPARE(kinds(editorial::foldedParts(whole, subject, edited)), QList{Kind::Signature});
    QCOMPARE(kinds(editorial::foldedParts(whole, subject, QStringLiteral("Something else."))),
             (QList{Kind::Quoted, Kind::Signature}));
}

void TestFolded::givesTheOriginalBack()
{
    QCOMPARE(editorial::withFoldedParts(whole, subject, own), whole);
    QCOMPARE(editorial::withFoldedParts(whole, subject, whole), whole);
}

void TestFolded::putsPartsWhereTheyStood()
{
    // The first line was edited, the last of the writer's own words were not.
    const QString edited = QStringLiteral("Dear Juniper!\n\nIt grows on.\nHe cuts it still.\n\nAdded below.");
    const QString back = editorial::withFoldedParts(whole, subject, edited);
    QCOMPARE(back, QStringLiteral("Dear Juniper!\n\nIt grows on.\nHe cuts it still.\n\n") + quotation +
                       QStringLiteral("\n\n") + signature + QStringLiteral("\n\nAdded below."));
}

void TestFolded::putsPartsBeforeWhatFollowedThem()
{
    const QString answered = quotation + QStringLiteral("\n\nIt does grow.\nAnd he cuts it.");
    QCOMPARE(editorial::printedText(answered, subject), QStringLiteral("It does grow.\nAnd he cuts it."));
    const QString back =
        editorial::withFoldedParts(answered, subject, QStringLiteral("New first.\nIt does grow.\nAnd he sees it."));
    QCOMPARE(back, QStringLiteral("New first.\n\n") + quotation + QStringLiteral("\n\nIt does grow.\nAnd he sees it."));
}

void TestFolded::putsPartsAtTheEndWhenInDoubt()
{
    for (const QString &edited : {QStringLiteral("Quite another text."),
                                  // the line above stands twice
                                  QStringLiteral("He cuts it still.\nHe cuts it still.")}) {
        QCOMPARE(editorial::withFoldedParts(whole, subject, edited),
                 QString(edited + QStringLiteral("\n\n") + quotation + QStringLiteral("\n\n") + signature));
    }
    QCOMPARE(editorial::withFoldedParts(whole, subject, QString()),
             QString(quotation + QStringLiteral("\n\n") + signature));
}

void TestFolded::bringsPartsBackOnlyOnce()
{
    const QString edited = QStringLiteral("Quite another text.");
    const QString back = editorial::withFoldedParts(whole, subject, edited);
    QCOMPARE(editorial::withFoldedParts(whole, subject, back), back);
    QVERIFY(editorial::foldedParts(whole, subject, back).isEmpty());
}

// As many parts as a letter can have, each with an answer below it.
void TestFolded::isBoundedForLongLetters()
{
    QString lengthy = QStringLiteral("On 3 May 2026, Ask Juniper <ask@juniper.example> wrote:\n");
    for (int n = 0; n < 30'000; ++n)
        lengthy += QStringLiteral("> Why %1?\nBecause %1.\n").arg(n);
    const QString printed = editorial::printedText(lengthy, subject);
    QVERIFY(editorial::foldedParts(lengthy, subject, printed).size() > 20'000);
    const QString edited = QString(printed).replace(QStringLiteral("Because 7."), QStringLiteral("I do not know."));
    QElapsedTimer timer;
    timer.start();
    const QString back = editorial::withFoldedParts(lengthy, subject, edited);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(back.contains(QStringLiteral("Because 6.\n\n> Why 7?\n\nI do not know.\n\n> Why 8?\n")));
}

void TestFolded::bringsBackOnTheDesk()
{
    const desk::LetterId id = taken(whole);
    (void)m_fixture->desk->takeChanges();
    TAKE(change, editorial::bringBackFolded(*m_fixture->desk, id));
    QVERIFY(m_fixture->desk->takeChanges().testFlag(editorial::Area::Letters));
    QVERIFY(!change.text.isEmpty());
    QCOMPARE(letter(id).edited, whole);
    TAKE(kept, m_fixture->desk->file().revisions().revisions(desk::TextKind::EditedLetter, QUuid(id.toString())));
    QCOMPARE(kept.value(0).text, own);

    const auto again = editorial::bringBackFolded(*m_fixture->desk, id);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, base::Error::Kind::Unusable);
    QVERIFY(!editorial::bringBackFolded(*m_fixture->desk, desk::LetterId::create()));
}

void TestFolded::takesItBackUnlessTheTextWasEdited()
{
    const desk::LetterId id = taken(whole);
    TAKE(change, editorial::bringBackFolded(*m_fixture->desk, id));
    for (int round = 0; round < 2; ++round) {
        DO(change.undo(*m_fixture->desk));
        QCOMPARE(letter(id).edited, own);
        DO(change.undo(*m_fixture->desk)); // it is so already
        DO(change.redo(*m_fixture->desk));
        QCOMPARE(letter(id).edited, whole);
    }
    const QString typed = whole + QStringLiteral("\nAnd this.");
    edit(id, typed);
    const auto refused = change.undo(*m_fixture->desk);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Conflict);
    QCOMPARE(letter(id).edited, typed);
}

// Letters of a desk from before there was folding are printed whole.
void TestFolded::foldsNothingOfOlderLetters()
{
    const desk::LetterId id = taken(whole);
    edit(id, whole);
    TAKE(arrival, editorial::arrival(*m_fixture->desk, id));
    QVERIFY(arrival.folded.isEmpty());
}

// The writer's own words were taken without what they quote.
void TestFolded::foldsNothingThatWasTaken()
{
    intake::IncomingLetter incoming;
    incoming.messageId = QStringLiteral("fwd");
    incoming.subject = QStringLiteral("Fwd: The hedge");
    incoming.text = QStringLiteral("See below.\n\n---------- Forwarded message ---------\nFrom: Ottoline Pym "
                                   "<o@pym.example>\nDate: Fri, 1 May 2026\nSubject: The hedge\nTo: "
                                   "<prue@quill.example>\n\nIt grows.\n\n— Hedged in Harrogate");
    incoming.channel = QStringLiteral("message");
    incoming.forwarded = intake::Forwarded{{QStringLiteral("Ottoline Pym"), QStringLiteral("o@pym.example")},
                                           {},
                                           QStringLiteral("The hedge"),
                                           QStringLiteral("It grows.\n\n— Hedged in Harrogate")};
    editorial::Reception reception(*m_fixture->desk);
    TAKE(received, reception.take(incoming));
    DO(reception.commit());
    const QString sent = letter(received.letter).edited;
    QVERIFY(!sent.contains(QLatin1String("pym.example"))); // the head is folded, nothing is decided
    TAKE(open, editorial::arrival(*m_fixture->desk, received.letter));
    QCOMPARE(kinds(open.folded), QList{Kind::ForwardHead});

    DO(editorial::takeForwarding(*m_fixture->desk, received.letter));
    QCOMPARE(letter(received.letter).signature, QStringLiteral("Hedged in Harrogate"));
    TAKE(decided, editorial::arrival(*m_fixture->desk, received.letter));
    QVERIFY(decided.folded.isEmpty());
    DO(editorial::keepForwarding(*m_fixture->desk, received.letter));
    QCOMPARE(letter(received.letter).edited, sent);
}

QTEST_GUILESS_MAIN(TestFolded)

#include "tst_folded.moc"
