#include "base/read_ahead.h"

#include <QTest>

#include <atomic>

// What is made ahead comes in order and whole, holds no more than is allowed, and ends at once when it is dropped.
class TestReadAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void holdsNoMoreThanAllowed_data();
    void holdsNoMoreThanAllowed();
    void isDroppedOnTheWay();
    void endsAgainAndAgain();
};

namespace {

// -1 at the end.
int nextOf(base::ReadAhead<int> &numbers)
{
    const int *next = numbers.next();
    return next ? *next : -1;
}

// 1 to `last`, counting how many were made.
std::function<std::optional<int>()> numbersTo(int last, std::atomic_int &made)
{
    return [last, &made]() -> std::optional<int> {
        if (made == last)
            return std::nullopt;
        return ++made;
    };
}

std::function<qint64(const int &)> each(qint64 cost)
{
    return [cost](int) {
        return cost;
    };
}

} // namespace

void TestReadAhead::keepsTheOrder()
{
    constexpr int count = 20'000;
    std::atomic_int made = 0;
    base::ReadAhead<int> numbers(numbersTo(count, made), each(1), 16);
    for (int expected = 1; expected <= count; ++expected)
        QCOMPARE(nextOf(numbers), expected);
    QCOMPARE(nextOf(numbers), -1);
}

void TestReadAhead::holdsNoMoreThanAllowed_data()
{
    QTest::addColumn<qint64>("cost");
    QTest::addColumn<int>("held");
    QTest::newRow("as many as there is room for") << qint64(3) << 3;
    QTest::newRow("one that is larger than the room") << qint64(50) << 1;
}

void TestReadAhead::holdsNoMoreThanAllowed()
{
    QFETCH(qint64, cost);
    QFETCH(int, held);
    std::atomic_int made = 0;
    base::ReadAhead<int> numbers(numbersTo(100, made), each(cost), 10);
    for (int round = 0; round < 5; ++round) {
        // One more is made, and waits for room.
        const int most = round * held + held + 1;
        QTRY_COMPARE(made.load(), most);
        QTest::qWait(20);
        QCOMPARE(made.load(), most);
        for (int at = 1; at <= held; ++at)
            QCOMPARE(nextOf(numbers), round * held + at);
    }
}

void TestReadAhead::isDroppedOnTheWay()
{
    std::atomic_int made = 0;
    {
        base::ReadAhead<int> numbers(numbersTo(1'000'000, made), each(1), 10);
        QCOMPARE(nextOf(numbers), 1);
    }
    const int madeThen = made;
    QVERIFY(madeThen < 1'000'000);
    QTest::qWait(20);
    QCOMPARE(made.load(), madeThen);
}

void TestReadAhead::endsAgainAndAgain()
{
    std::atomic_int made = 0;
    base::ReadAhead<int> numbers(numbersTo(0, made), each(1), 10);
    QCOMPARE(nextOf(numbers), -1);
    QCOMPARE(nextOf(numbers), -1);
}

QTEST_GUILESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
