// Transaction: everything or nothing, also when they nest, when a part fails and when they cannot begin.
#include "invented.h"

#include "storage/connection.h"

#include <QTest>

using namespace invented;
using base::Error;
using storage::Connection;
using storage::Transaction;

class TestTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverything();
    void takesNothingWithoutCommit();
    void nests();
    void aLostInnerOneLosesAll();
    void aRefusedRowLeavesTheRest();
    void cannotBeginWhileAnotherWrites();
    void readingSeesOneMoment();

private:
    static qint64 count(const QString &path);
};

// What another connection sees.
qint64 TestTransaction::count(const QString &path)
{
    return taken(taken(storage::DeskFile::open(path))->letters().count({}, 100));
}

void TestTransaction::takesEverything()
{
    Desk desk;
    Transaction transaction(*desk);
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    taken(desk->letters().add(letter(QStringLiteral("two"))));
    QCOMPARE(count(desk.path()), 0);
    taken(transaction.commit());
    QCOMPARE(count(desk.path()), 2);
}

void TestTransaction::takesNothingWithoutCommit()
{
    Desk desk;
    {
        const Transaction transaction(*desk);
        taken(desk->letters().add(letter(QStringLiteral("one"))));
    }
    QCOMPARE(count(desk.path()), 0);
    QCOMPARE(taken(desk->letters().stageCounts()).value(desk::LetterStage::New).total, 0);
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    QCOMPARE(count(desk.path()), 1);
}

void TestTransaction::nests()
{
    Desk desk;
    Transaction outer(*desk);
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    {
        Transaction inner(*desk);
        taken(desk->letters().add(letter(QStringLiteral("two"))));
        taken(inner.commit());
    }
    QCOMPARE(count(desk.path()), 0);
    taken(outer.commit());
    QCOMPARE(count(desk.path()), 2);
}

void TestTransaction::aLostInnerOneLosesAll()
{
    Desk desk;
    {
        Transaction outer(*desk);
        taken(desk->letters().add(letter(QStringLiteral("one"))));
        {
            const Transaction inner(*desk);
            taken(desk->letters().add(letter(QStringLiteral("two"))));
        }
        QVERIFY(!desk->letters().add(letter(QStringLiteral("three"))));
        const auto committed = outer.commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, Error::Kind::Refused);
    }
    QCOMPARE(count(desk.path()), 0);
    // The next one starts afresh.
    Transaction next(*desk);
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    taken(next.commit());
    QCOMPARE(count(desk.path()), 1);
}

void TestTransaction::aRefusedRowLeavesTheRest()
{
    Desk desk;
    Transaction transaction(*desk);
    const desk::Letter one = letter(QStringLiteral("one"));
    taken(desk->letters().add(one));
    QVERIFY(!desk->letters().add(one));
    desk::Letter tagged = letter(QStringLiteral("two"));
    tagged.tags = {desk::TagId::create()}; // fails behind the letter itself
    QVERIFY(!desk->letters().add(tagged));
    taken(desk->letters().add(letter(QStringLiteral("three"))));
    taken(transaction.commit());
    QCOMPARE(count(desk.path()), 2);
}

void TestTransaction::cannotBeginWhileAnotherWrites()
{
    Desk desk;
    const auto other = taken(Connection::open(desk.path(), Connection::Open::Existing));
    other->begin();
    taken(other->execute(QStringLiteral("UPDATE masthead_version SET version = version")));
    {
        Transaction transaction(*desk); // waits, and gives up
        taken(other->commit());
        // Even though the way is free now: what was meant to be one change must not become two.
        const auto added = desk->letters().add(letter(QStringLiteral("one")));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Error::Kind::Refused);
        QVERIFY(!transaction.commit());
    }
    QCOMPARE(count(desk.path()), 0);
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    QCOMPARE(count(desk.path()), 1);
}

void TestTransaction::readingSeesOneMoment()
{
    Desk desk;
    const auto other = taken(storage::DeskFile::open(desk.path()));
    taken(other->letters().add(letter(QStringLiteral("one"))));
    {
        const storage::Reading reading(*desk);
        QCOMPARE(taken(desk->letters().count({}, 10)), 1);
        taken(other->letters().add(letter(QStringLiteral("two"))));
        QCOMPARE(taken(desk->letters().count({}, 10)), 1);
    }
    QCOMPARE(taken(desk->letters().count({}, 10)), 2);
    taken(desk->letters().add(letter(QStringLiteral("three")))); // writing is possible again
}

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
