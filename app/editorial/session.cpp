#include "editorial/session.h"

#include "base/progress.h"

#include <QElapsedTimer>

namespace editorial {

namespace {

constexpr int reportEveryMs = 50;

} // namespace

// Carries progress from the thread of the work to that of the job.
class JobProgress final : public base::Progress
{
public:
    explicit JobProgress(Job *job) : m_job(job) { m_sinceReport.start(); }

    void report(qint64 done, qint64 total, const QString &step) override
    {
        if (done < total && m_sinceReport.elapsed() < reportEveryMs)
            return;
        m_sinceReport.restart();
        QMetaObject::invokeMethod(
            m_job, [job = m_job, done, total, step] { Q_EMIT job->progressed(done, total, step); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool isCancelled() const override { return m_job->m_cancelled; }

private:
    Job *m_job;
    QElapsedTimer m_sinceReport;
};

Session::Session(const base::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, [this] {
        m_desk.reset();
        m_worker->deleteLater();
    });
    m_thread.start();
}

Session::~Session()
{
    for (Job *job : std::as_const(m_jobs))
        job->cancel();
    const QList<QThread *> threads = findChildren<QThread *>();
    for (QThread *thread : threads)
        thread->wait();
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection); // what was handed to run() is done
    m_thread.quit();
    m_thread.wait();
}

void Session::open(Opener opener, QObject *context, std::function<void(base::Result<void>)> then)
{
    auto outcome = std::make_shared<base::Result<void>>();
    auto path = std::make_shared<QString>();
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, opener = std::move(opener), outcome, path, context = QPointer(context),
                                         then = std::move(then)]() mutable {
        auto opened = opener(m_clock);
        if (opened) {
            m_desk = std::move(*opened);
            *path = m_desk->path();
        } else {
            *outcome = opened.error();
        }
        QMetaObject::invokeMethod(this, [this, outcome, path, context, then = std::move(then)] {
            --m_pending;
            m_path = *path;
            if (context)
                then(*outcome);
        });
    });
}

void Session::post(std::function<void(Desk &)> work, std::function<void()> then)
{
    ++m_pending;
    QMetaObject::invokeMethod(m_worker, [this, work = std::move(work), then = std::move(then)]() mutable {
        Areas areas;
        if (m_desk) {
            work(*m_desk);
            areas = m_desk->takeChanges();
        }
        QMetaObject::invokeMethod(this, [this, areas, then = std::move(then)] {
            --m_pending;
            then();
            if (areas)
                Q_EMIT changed(areas);
            if (m_pending == 0)
                Q_EMIT idle();
        });
    });
}

Job *Session::launch(const QString &title, std::function<void(Desk &, base::Progress &)> work,
                     std::function<void()> then, std::function<void(const base::Error &)> fail)
{
    auto *job = new Job(title, this);
    m_jobs.append(job);
    auto areas = std::make_shared<Areas>();
    QThread *thread = QThread::create([this, job, work = std::move(work), fail = std::move(fail), areas] {
        // A job opens the desk once more for its own thread; m_desk itself is only read for its path and lock.
        auto desk = m_desk->openAgain();
        if (!desk) {
            fail(desk.error());
            return;
        }
        JobProgress progress(job);
        work(**desk, progress);
        *areas = (*desk)->takeChanges();
    });
    thread->setParent(this);
    connect(thread, &QThread::finished, this, [this, job, thread, areas, then = std::move(then)] {
        m_jobs.removeOne(job);
        then();
        if (*areas)
            Q_EMIT changed(*areas);
        Q_EMIT job->finished();
        job->deleteLater();
        thread->deleteLater();
    });
    thread->start();
    Q_EMIT jobStarted(job);
    return job;
}

} // namespace editorial
