#include "desk_fixture.h"

#include "editorial/session.h"

#include <QSignalSpy>

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndRunsInOrder();
    void tellsWhatChanged();
    void aFailedOpeningIsTold();
    void nothingIsCalledOnceTheContextIsGone();
    void jobsReportAndAreCancelled();
    void destructionWaitsForWhatWasHandedOver();

private:
    static editorial::Session::Opener opener(const QString &path)
    {
        return [path](const base::Clock &clock) {
            return editorial::Desk::open(path, clock);
        };
    }
    // A session over the fixture's desk, which is closed for it.
    static std::unique_ptr<editorial::Session> sessionOver(DeskFixture &fixture)
    {
        fixture.desk.reset();
        auto session = std::make_unique<editorial::Session>(fixture.clock);
        bool opened = false;
        session->open(opener(fixture.path()), session.get(),
                      [&](const base::Result<void> &result) { opened = result.has_value(); });
        return QTest::qWaitFor([&] { return opened; }) ? std::move(session) : nullptr;
    }
};

void TestSession::opensAndRunsInOrder()
{
    DeskFixture fixture;
    const auto session = sessionOver(fixture);
    QVERIFY(session);
    QCOMPARE(session->path(), fixture.path());
    QList<int> order;
    for (int number = 0; number < 20; ++number)
        session->run(
            session.get(), [number](editorial::Desk &) { return number; }, [&](int value) { order.append(value); });
    QVERIFY(session->isBusy());
    QTRY_COMPARE(order.size(), 20);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(!session->isBusy());
}

void TestSession::tellsWhatChanged()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    const auto session = sessionOver(fixture);
    QVERIFY(session);
    QSignalSpy changed(session.get(), &editorial::Session::changed);
    bool done = false;
    session->run(
        session.get(),
        [id](editorial::Desk &desk) { return editorial::moveLetters(desk, {id}, desk::LetterStage::Declined); },
        [&](const base::Result<editorial::Change> &result) { done = result.has_value(); });
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(done);
    QVERIFY(changed.first().first().value<editorial::Areas>().testFlag(editorial::Area::Letters));
}

void TestSession::aFailedOpeningIsTold()
{
    DeskFixture fixture; // holds the lock
    editorial::Session session(fixture.clock);
    std::optional<base::Error> error;
    session.open(opener(fixture.path()), &session, [&](const base::Result<void> &result) {
        if (!result)
            error = result.error();
    });
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->kind, base::Error::Kind::Refused);
    QVERIFY(session.path().isEmpty());
}

void TestSession::nothingIsCalledOnceTheContextIsGone()
{
    DeskFixture fixture;
    const auto session = sessionOver(fixture);
    QVERIFY(session);
    bool called = false;
    auto context = std::make_unique<QObject>();
    session->run(
        context.get(), [](editorial::Desk &) { return 1; }, [&](int) { called = true; });
    context.reset();
    QTRY_VERIFY(!session->isBusy());
    QVERIFY(!called);
}

void TestSession::jobsReportAndAreCancelled()
{
    DeskFixture fixture;
    const auto session = sessionOver(fixture);
    QVERIFY(session);
    std::optional<int> reached;
    editorial::Job *job = session->start(
        QStringLiteral("Counting"), session.get(),
        [](editorial::Desk &, base::Progress &progress) -> base::Result<int> {
            int number = 0;
            for (; !progress.isCancelled(); ++number) {
                progress.report(number, 0, QStringLiteral("counting"));
                QThread::msleep(1);
            }
            return number;
        },
        [&](const base::Result<int> &result) { reached = *result; });
    QSignalSpy progressed(job, &editorial::Job::progressed);
    QSignalSpy finished(job, &editorial::Job::finished);
    QCOMPARE(session->jobs().size(), 1);
    QTRY_VERIFY(!progressed.isEmpty());
    QVERIFY(!reached);
    job->cancel();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(reached.value_or(0) > 0);
    QVERIFY(session->jobs().isEmpty());
}

void TestSession::destructionWaitsForWhatWasHandedOver()
{
    DeskFixture fixture;
    const auto id = fixture.letter("Ducks", "They follow me.");
    auto session = sessionOver(fixture);
    QVERIFY(session);
    session->run(
        session.get(),
        [id](editorial::Desk &desk) {
            QThread::msleep(50);
            return editorial::moveLetters(desk, {id}, desk::LetterStage::Declined).has_value();
        },
        [](bool) {});
    session.reset();
    auto opened = editorial::Desk::open(fixture.path(), fixture.clock);
    QVERIFY(opened);
    TAKE(view, editorial::letter(**opened, id));
    QCOMPARE(view.letter.stage, desk::LetterStage::Declined);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
