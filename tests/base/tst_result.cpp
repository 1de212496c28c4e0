// A value or an error, never both; and the clock and progress that stand still.
#include "base/clock.h"
#include "base/progress.h"
#include "base/result.h"

#include <QTest>

#include <memory>

using base::Error;
using base::Result;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value();
    void error();
    void valueOr();
    void movesWhatCannotBeCopied();
    void withoutAValue();
    void resultOfAString();
    void fixedClockStandsStill();
    void systemClockIsUtc();
    void noProgressIsNeverCancelled();
};

namespace {

Error refusal()
{
    return {Error::Kind::Refused, QStringLiteral("The desk is locked."), QStringLiteral("lock 3")};
}

struct Point {
    int x = 0;
};

} // namespace

void TestResult::value()
{
    Result<Point> result(Point{3});
    QVERIFY(result.has_value());
    QVERIFY(bool(result));
    QCOMPARE(result->x, 3);
    QCOMPARE((*result).x, 3);
    QCOMPARE(result.value().x, 3);
    result->x = 4;
    const Result<Point> copy = result;
    QCOMPARE(copy->x, 4);
    QCOMPARE((*copy).x, 4);
}

void TestResult::error()
{
    const Result<Point> result(refusal());
    QVERIFY(!result.has_value());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Refused);
    QCOMPARE(result.error().message, QStringLiteral("The desk is locked."));
    QCOMPARE(result.error().detail, QStringLiteral("lock 3"));
    QVERIFY_THROWS_EXCEPTION(std::bad_variant_access, (void)result.value());
}

void TestResult::valueOr()
{
    QCOMPARE(Result<int>(3).value_or(4), 3);
    QCOMPARE(Result<int>(refusal()).value_or(4), 4);
}

void TestResult::movesWhatCannotBeCopied()
{
    Result<std::unique_ptr<Point>> result(std::make_unique<Point>(Point{5}));
    QCOMPARE((*result)->x, 5);
    const std::unique_ptr<Point> taken = std::move(result).value();
    QCOMPARE(taken->x, 5);
    QVERIFY(*result == nullptr);
    Result<std::unique_ptr<Point>> other(std::make_unique<Point>());
    const std::unique_ptr<Point> starred = *std::move(other);
    QVERIFY(starred);
}

void TestResult::withoutAValue()
{
    const Result<void> done;
    QVERIFY(done.has_value());
    QVERIFY(bool(done));
    const Result<void> failed(refusal());
    QVERIFY(!failed.has_value());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, Error::Kind::Refused);
}

// An error is never taken for its message, nor a text for an error.
void TestResult::resultOfAString()
{
    QCOMPARE(*Result<QString>(QStringLiteral("text")), QStringLiteral("text"));
    QVERIFY(!Result<QString>(refusal()));
    QVERIFY(Result<QString>(QString()));
}

void TestResult::fixedClockStandsStill()
{
    const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    base::FixedClock clock(noon);
    QCOMPARE(clock.now(), noon);
    QCOMPARE(clock.now(), noon);
    clock.set(noon.addDays(1));
    QCOMPARE(clock.now(), noon.addDays(1));
}

void TestResult::systemClockIsUtc()
{
    const base::SystemClock clock;
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
    QVERIFY(qAbs(clock.now().secsTo(QDateTime::currentDateTimeUtc())) < 10);
}

void TestResult::noProgressIsNeverCancelled()
{
    base::NoProgress progress;
    progress.report(1, 2, QStringLiteral("Reading letters"));
    QVERIFY(!progress.isCancelled());
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
