// What several benchmarks measure alike: memory, and how fast a cancel answers.
#pragma once

#include "base/progress.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <atomic>
#include <memory>

namespace benchmarks {

[[nodiscard]] inline double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

// The most memory that this process ever had, in MB.
[[nodiscard]] inline double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

// Is told to stop by another thread, and knows when.
class Stopped final : public base::Progress
{
public:
    explicit Stopped(int afterMs)
        : m_thread(QThread::create([this, afterMs] {
            QThread::msleep(static_cast<unsigned long>(afterMs));
            m_since.start();
            m_cancelled = true;
        }))
    {
        m_thread->start();
    }
    ~Stopped() override { m_thread->wait(); }
    void report(qint64, qint64, const QString &) override {}
    [[nodiscard]] bool isCancelled() const override { return m_cancelled; }
    [[nodiscard]] double answeredAfter() const { return seconds(m_since) * 1000; }

private:
    QElapsedTimer m_since;
    std::atomic_bool m_cancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace benchmarks
