// Session: an open desk as the window uses it. It runs use cases on a thread of their own, so that the window never
// waits, and tells who shows the desk what has changed. Lives in the window's thread; there is one per open desk.
#pragma once

#include "base/progress.h"
#include "editorial/desk.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <optional>

namespace editorial {

// One piece of long work: import, export, backup, check. Made by Session::start, which it belongs to; deleted by itself
// after finished(). Lives in the window's thread.
class Job final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] QString title() const { return m_title; }
    // Asks the work to stop; it does so at the next item.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    // At most about every 50 ms, and once at the end.
    void progressed(qint64 done, qint64 total, const QString &step);
    void finished();

private:
    friend class Session;
    friend class JobProgress;
    explicit Job(const QString &title, QObject *parent) : QObject(parent), m_title(title) {}

    QString m_title;
    std::atomic<bool> m_cancelled = false;
};

class Session final : public QObject
{
    Q_OBJECT

public:
    // The clock must outlive the session.
    explicit Session(const base::Clock &clock, QObject *parent = nullptr);
    // Waits until what was handed to run() is done; cancels jobs and waits for them.
    ~Session() override;

    // Opens a desk by calling `opener` on the desk's thread, and then tells how that went. Once per session, before
    // anything else.
    using Opener = std::function<base::Result<std::unique_ptr<Desk>>(const base::Clock &)>;
    void open(Opener opener, QObject *context, std::function<void(base::Result<void>)> then);
    [[nodiscard]] QString path() const { return m_path; } // empty until a desk is open

    // Runs `work(Desk &)` on the desk's thread, in the order of the calls, and then `then(result)` in this thread,
    // unless `context` is gone by then.
    template <typename Work, typename Then>
    void run(QObject *context, Work work, Then then);

    // As run(), for long work: `work(Desk &, base::Progress &)` on a thread and a connection of its own.
    template <typename Work, typename Then>
    Job *start(const QString &title, QObject *context, Work work, Then then);

    [[nodiscard]] QList<Job *> jobs() const { return m_jobs; }
    // Whether run() still has work that is not done.
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void changed(editorial::Areas areas);
    void jobStarted(editorial::Job *job);
    // All that was handed to run() is done.
    void idle();

private:
    void post(std::function<void(Desk &)> work, std::function<void()> then);
    Job *launch(const QString &title, std::function<void(Desk &, base::Progress &)> work, std::function<void()> then,
                std::function<void(const base::Error &)> fail);

    const base::Clock &m_clock;
    QString m_path;
    std::unique_ptr<Desk> m_desk; // made, used and destroyed on m_thread
    QThread m_thread;
    QObject *m_worker = nullptr; // lives in m_thread
    QList<Job *> m_jobs;
    int m_pending = 0;
};

template <typename Work, typename Then>
void Session::run(QObject *context, Work work, Then then)
{
    using Outcome = std::invoke_result_t<Work, Desk &>;
    auto outcome = std::make_shared<std::optional<Outcome>>();
    post([work = std::move(work), outcome](Desk &desk) mutable { outcome->emplace(work(desk)); },
         [context = QPointer<QObject>(context), outcome, then = std::move(then)]() mutable {
             if (context && outcome->has_value())
                 then(std::move(**outcome));
         });
}

template <typename Work, typename Then>
Job *Session::start(const QString &title, QObject *context, Work work, Then then)
{
    using Outcome = std::invoke_result_t<Work, Desk &, base::Progress &>;
    auto outcome = std::make_shared<std::optional<Outcome>>();
    return launch(
        title,
        [work = std::move(work), outcome](Desk &desk, base::Progress &progress) mutable {
            outcome->emplace(work(desk, progress));
        },
        [context = QPointer<QObject>(context), outcome, then = std::move(then)]() mutable {
            if (context && outcome->has_value())
                then(std::move(**outcome));
        },
        [outcome](const base::Error &error) { outcome->emplace(error); });
}

} // namespace editorial
