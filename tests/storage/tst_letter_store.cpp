// LetterStore: adding, reading, saving, stages, attachments, and what must never happen to a letter.
#include "invented.h"

#include "storage/connection.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::LetterStage;

class TestLetterStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAdded();
    void keepsOddTextsExactly();
    void numbersAreNeverReused();
    void refusesWhatItCannotHold();
    void knowsALetterAgain();
    void savesTheEditedText();
    void refusesAStaleSave();
    void theOriginalStays();
    void movesAndHolds();
    void countsStages();
    void tagsByName();
    void indexesABatchTogether();
    void aBatchRolledBackLeavesNothing();
    void keepsAttachments();
    void errorsKeepQuiet();
};

namespace {

// How many letters a search for the word finds.
qint64 found(Desk &desk, const QString &word)
{
    storage::LetterQuery query;
    query.search = word;
    return taken(desk->letters().count(query, 100));
}

} // namespace

void TestLetterStore::givesBackWhatWasAdded()
{
    Desk desk;
    const desk::Tag cats = taken(desk->tags().add(tag(QStringLiteral("Cats"))));
    desk::Letter first = letter(QStringLiteral("one"));
    taken(desk->letters().add(first));
    desk::Letter second = letter(QStringLiteral("two"), QStringLiteral("One two three — four"));
    second.edited = QStringLiteral("One two");
    second.stage = LetterStage::Held;
    second.heldUntil = QDate(2026, 5, 1);
    second.unread = false;
    second.channel = QStringLiteral("message");
    second.messageKey = QStringLiteral("k2");
    second.follows = first.id;
    second.tags = {cats.id};
    const desk::Letter added = taken(desk->letters().add(second));
    QCOMPARE(added.number, 2);
    QCOMPARE(added.version, 1);

    desk.reopen();
    const desk::Letter read = taken(desk->letters().letter(second.id));
    QCOMPARE(read.number, 2);
    QVERIFY(read.correspondent == second.correspondent);
    QCOMPARE(read.subject, second.subject);
    QCOMPARE(read.original, second.original);
    QCOMPARE(read.edited, second.edited);
    QCOMPARE(read.signature, second.signature);
    QCOMPARE(read.place, second.place);
    QCOMPARE(read.stage, LetterStage::Held);
    QCOMPARE(read.heldUntil, second.heldUntil);
    QCOMPARE(read.unread, false);
    QCOMPARE(read.channel, second.channel);
    QCOMPARE(read.received, second.received);
    QCOMPARE(read.fingerprint, second.fingerprint);
    QCOMPARE(read.messageKey, second.messageKey);
    QVERIFY(read.follows == first.id);
    QVERIFY(read.tags == QList{cats.id});
    QVERIFY(taken(desk->letters().idOfNumber(1)) == first.id);

    const auto rows = taken(desk->letters().rows({}));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().number, 2);
    QCOMPARE(rows.first().words, 2);
    QCOMPARE(rows.first().excerpt, QStringLiteral("One two"));
    QVERIFY(rows.first().tags == QList{cats.id});
    QCOMPARE(rows.first().heldUntil, second.heldUntil);
}

void TestLetterStore::keepsOddTextsExactly()
{
    Desk desk;
    QString odd = QStringLiteral("né \U0001F600 '; DROP TABLE letters; -- \"%1\" \r\n\t");
    odd += QChar(u'\0') + QStringLiteral("after");
    desk::Letter strange = letter(QStringLiteral("odd"), odd);
    strange.subject = QString();
    strange.signature = QString();
    strange.received = QDateTime();
    taken(desk->letters().add(strange));
    const desk::Letter read = taken(desk->letters().letter(strange.id));
    QCOMPARE(read.original, odd);
    QCOMPARE(read.edited, odd);
    QCOMPARE(read.subject, QString());
    QVERIFY(!read.received.isValid());
    QVERIFY(read.follows.isNull());
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterStore::numbersAreNeverReused()
{
    Desk desk;
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    taken(desk->letters().add(letter(QStringLiteral("two"))));
    desk.close();
    {
        auto connection = taken(storage::Connection::open(desk.path(), storage::Connection::Open::Existing));
        taken(connection->execute(QStringLiteral("DELETE FROM letters WHERE number = 2")));
    }
    desk.reopen();
    QCOMPARE(taken(desk->letters().add(letter(QStringLiteral("three")))).number, 3);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterStore::refusesWhatItCannotHold()
{
    Desk desk;
    const desk::Letter one = letter(QStringLiteral("one"));
    taken(desk->letters().add(one));
    QCOMPARE(desk->letters().add(one).error().kind, Error::Kind::Unusable);

    desk::Letter follower = letter(QStringLiteral("two"));
    follower.follows = desk::LetterId::create();
    QCOMPARE(desk->letters().add(follower).error().kind, Error::Kind::NotFound);

    desk::Letter tagged = letter(QStringLiteral("three"));
    tagged.tags = {desk::TagId::create()};
    QCOMPARE(desk->letters().add(tagged).error().kind, Error::Kind::NotFound);
    // Nothing of a refused letter stays.
    QCOMPARE(taken(desk->letters().count({}, 10)), 1);

    QCOMPARE(desk->letters().letter(desk::LetterId::create()).error().kind, Error::Kind::NotFound);
    QCOMPARE(desk->letters().idOfNumber(99).error().kind, Error::Kind::NotFound);
    QVERIFY(desk->letters().idOfNumber(99).error().message.contains(QStringLiteral("99")));
    QCOMPARE(desk->letters().setStage(desk::LetterId::create(), LetterStage::New, {}).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(desk->letters().setUnread(desk::LetterId::create(), true).error().kind, Error::Kind::NotFound);
}

void TestLetterStore::knowsALetterAgain()
{
    Desk desk;
    desk::Letter mail = letter(QStringLiteral("mail"));
    mail.messageKey = QStringLiteral("key");
    taken(desk->letters().add(mail));
    QVERIFY(taken(desk->letters().known(mail.fingerprint, QStringLiteral("key"))) == mail.id);
    QVERIFY(!taken(desk->letters().known(mail.fingerprint, QStringLiteral("other"))));
    QVERIFY(!taken(desk->letters().known(mail.fingerprint, QString())));
    QVERIFY(taken(desk->letters().withMessageKey(QStringLiteral("key"))) == mail.id);
    QVERIFY(!taken(desk->letters().withMessageKey(QStringLiteral("other"))));

    const desk::Letter pasted = letter(QStringLiteral("pasted"), QStringLiteral("Another text"));
    taken(desk->letters().add(pasted));
    QVERIFY(taken(desk->letters().known(pasted.fingerprint, QString())) == pasted.id);
    QVERIFY(!taken(desk->letters().withMessageKey(QString())));
}

void TestLetterStore::savesTheEditedText()
{
    Desk desk;
    desk::Letter edited = taken(desk->letters().add(letter(QStringLiteral("one"))));
    const desk::Letter other = taken(desk->letters().add(letter(QStringLiteral("two"))));
    edited.edited = QStringLiteral("Shorter.");
    edited.subject = QStringLiteral("Cat");
    edited.signature = QStringLiteral("Sleepless in Somerset");
    edited.place = QStringLiteral("Somerset");
    edited.follows = other.id;
    edited.version = taken(desk->letters().save(edited));
    QCOMPARE(edited.version, 2);
    const desk::Letter read = taken(desk->letters().letter(edited.id));
    QCOMPARE(read.edited, edited.edited);
    QCOMPARE(read.subject, edited.subject);
    QCOMPARE(read.signature, edited.signature);
    QCOMPARE(read.place, edited.place);
    QVERIFY(read.follows == other.id);
    QCOMPARE(read.version, 2);
    QCOMPARE(taken(desk->letters().rows({})).last().excerpt, QStringLiteral("Shorter."));

    // Back to the original, and to nothing at all, which is not the same.
    edited.edited = edited.original;
    edited.version = taken(desk->letters().save(edited));
    QCOMPARE(taken(desk->letters().letter(edited.id)).edited, edited.original);
    edited.edited = QString();
    edited.version = taken(desk->letters().save(edited));
    QCOMPARE(taken(desk->letters().letter(edited.id)).edited, QString());
}

void TestLetterStore::refusesAStaleSave()
{
    Desk desk;
    desk::Letter mine = taken(desk->letters().add(letter(QStringLiteral("one"))));
    desk::Letter theirs = mine;
    theirs.edited = QStringLiteral("Theirs.");
    taken(desk->letters().save(theirs));
    mine.edited = QStringLiteral("Mine.");
    QCOMPARE(desk->letters().save(mine).error().kind, Error::Kind::Conflict);
    QCOMPARE(taken(desk->letters().letter(mine.id)).edited, QStringLiteral("Theirs."));
    mine.id = desk::LetterId::create();
    QCOMPARE(desk->letters().save(mine).error().kind, Error::Kind::NotFound);
}

void TestLetterStore::theOriginalStays()
{
    Desk desk;
    desk::Letter changed = taken(desk->letters().add(letter(QStringLiteral("one"))));
    const QString original = changed.original;
    changed.original = QStringLiteral("Something else");
    taken(desk->letters().save(changed));
    QCOMPARE(taken(desk->letters().letter(changed.id)).original, original);

    const auto connection = taken(storage::Connection::open(desk.path(), storage::Connection::Open::Existing));
    const auto forced = connection->execute(QStringLiteral("UPDATE letters SET original = 'x'"));
    QVERIFY(!forced);
    QVERIFY(forced.error().detail.contains(QStringLiteral("never changes")));
    QCOMPARE(taken(desk->letters().letter(changed.id)).original, original);
}

void TestLetterStore::movesAndHolds()
{
    Desk desk;
    const desk::Letter one = taken(desk->letters().add(letter(QStringLiteral("one"))));
    taken(desk->letters().setUnread(one.id, false));
    taken(desk->letters().setStage(one.id, LetterStage::Held, QDate(2026, 4, 10)));
    desk::Letter held = taken(desk->letters().letter(one.id));
    QCOMPARE(held.stage, LetterStage::Held);
    QCOMPARE(held.heldUntil, QDate(2026, 4, 10));
    QCOMPARE(held.version, 2);
    const desk::Letter open = taken(desk->letters().add(letter(QStringLiteral("two"))));
    taken(desk->letters().setStage(open.id, LetterStage::Held, {}));

    QCOMPARE(taken(desk->letters().release(QDate(2026, 4, 9))), 0);
    QCOMPARE(taken(desk->letters().release(QDate(2026, 4, 10))), 1);
    held = taken(desk->letters().letter(one.id));
    QCOMPARE(held.stage, LetterStage::New);
    QVERIFY(!held.heldUntil.isValid());
    QVERIFY(held.unread);
    QCOMPARE(held.version, 3);
    QCOMPARE(taken(desk->letters().letter(open.id)).stage, LetterStage::Held);

    // A date without being held is no date.
    taken(desk->letters().setStage(one.id, LetterStage::Declined, QDate(2026, 4, 10)));
    QVERIFY(!taken(desk->letters().letter(one.id)).heldUntil.isValid());
}

void TestLetterStore::countsStages()
{
    Desk desk;
    for (int at = 0; at < 5; ++at)
        taken(desk->letters().add(letter(QString::number(at))));
    const auto id = [](int at) {
        return letter(QString::number(at)).id;
    };
    taken(desk->letters().setUnread(id(0), false));
    taken(desk->letters().setUnread(id(0), false));
    taken(desk->letters().setStage(id(1), LetterStage::Shortlisted, {}));
    taken(desk->letters().setStage(id(2), LetterStage::Shortlisted, {}));
    taken(desk->letters().setUnread(id(2), false));
    const auto counts = taken(desk->letters().stageCounts());
    QCOMPARE(counts.value(LetterStage::New).total, 3);
    QCOMPARE(counts.value(LetterStage::New).unread, 2);
    QCOMPARE(counts.value(LetterStage::Shortlisted).total, 2);
    QCOMPARE(counts.value(LetterStage::Shortlisted).unread, 1);
    QCOMPARE(counts.value(LetterStage::Declined).total, 0);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterStore::tagsByName()
{
    Desk desk;
    const desk::TagId zebras = taken(desk->tags().add(tag(QStringLiteral("zebras")))).id;
    const desk::TagId apes = taken(desk->tags().add(tag(QStringLiteral("Apes")))).id;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    taken(desk->letters().setTags(one, {zebras, apes, zebras}));
    QVERIFY((taken(desk->letters().letter(one)).tags == QList{apes, zebras}));
    QCOMPARE(desk->letters().setTags(one, {desk::TagId::create()}).error().kind, Error::Kind::NotFound);
    QCOMPARE(taken(desk->letters().letter(one)).tags.size(), 2);
    taken(desk->letters().setTags(one, {}));
    QVERIFY(taken(desk->letters().letter(one)).tags.isEmpty());
}

void TestLetterStore::indexesABatchTogether()
{
    Desk desk;
    taken(desk->letters().add(letter(QStringLiteral("before"), QStringLiteral("a walnut"))));
    for (int batch = 0; batch < 2; ++batch) {
        storage::Transaction transaction(*desk, storage::Indexing::AtCommit);
        for (int at = 0; at < 3; ++at) {
            const QString name = QStringLiteral("%1-%2").arg(batch).arg(at);
            taken(desk->letters().add(letter(name, QStringLiteral("a walnut and a quince ") + name)));
        }
        QCOMPARE(found(desk, QStringLiteral("quince")), batch * 3);
        taken(transaction.commit());
        QCOMPARE(found(desk, QStringLiteral("quince")), batch * 3 + 3);
    }
    taken(desk->letters().add(letter(QStringLiteral("after"), QStringLiteral("a quince"))));
    QCOMPARE(found(desk, QStringLiteral("quince")), 7);
    QCOMPARE(found(desk, QStringLiteral("walnut")), 7);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterStore::aBatchRolledBackLeavesNothing()
{
    Desk desk;
    {
        const storage::Transaction transaction(*desk, storage::Indexing::AtCommit);
        taken(desk->letters().add(letter(QStringLiteral("gone"), QStringLiteral("a quince"))));
    }
    taken(desk->letters().add(letter(QStringLiteral("after"), QStringLiteral("another quince"))));
    QCOMPARE(found(desk, QStringLiteral("quince")), 1);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterStore::keepsAttachments()
{
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    const QByteArray content("\0\x01\xff binary", 10);
    const desk::Attachment picture{desk::AttachmentId::create(), QStringLiteral("cat.jpg"),
                                   QStringLiteral("image/jpeg"), 0};
    const desk::Attachment empty{desk::AttachmentId::create(), QString(), QStringLiteral("text/plain"), 0};
    taken(desk->letters().addAttachment(one, picture, content));
    taken(desk->letters().addAttachment(one, empty, QByteArray()));
    const auto attachments = taken(desk->letters().attachments(one));
    QCOMPARE(attachments.size(), 2);
    QCOMPARE(attachments.first().name, QStringLiteral("cat.jpg"));
    QCOMPARE(attachments.first().mediaType, QStringLiteral("image/jpeg"));
    QCOMPARE(attachments.first().size, content.size());
    QCOMPARE(taken(desk->letters().attachmentContent(picture.id)), content);
    QCOMPARE(taken(desk->letters().attachment(picture.id)).mediaType, QStringLiteral("image/jpeg"));
    QCOMPARE(taken(desk->letters().attachment(picture.id)).size, content.size());
    QCOMPARE(desk->letters().attachment(desk::AttachmentId::create()).error().kind, Error::Kind::NotFound);
    QCOMPARE(taken(desk->letters().attachmentContent(empty.id)), QByteArray());
    QCOMPARE(desk->letters().attachmentContent(desk::AttachmentId::create()).error().kind, Error::Kind::NotFound);
    QCOMPARE(desk->letters().addAttachment(desk::LetterId::create(), picture, content).error().kind,
             Error::Kind::NotFound);
}

void TestLetterStore::errorsKeepQuiet()
{
    Desk desk;
    desk::Letter secret = letter(QStringLiteral("one"), QStringLiteral("Mordaunt Fennimore-Quayle wrote this"));
    taken(desk->letters().add(secret));
    const Error error = desk->letters().add(secret).error();
    QVERIFY(!error.detail.isEmpty());
    const QString told = QStringLiteral("%1 %2").arg(error.message, error.detail);
    QVERIFY(!told.contains(QStringLiteral("Mordaunt")));
    QVERIFY(!told.contains(secret.id.toString()));
}

QTEST_GUILESS_MAIN(TestLetterStore)
#include "tst_letter_store.moc"
