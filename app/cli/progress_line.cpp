#include "cli/progress_line.h"

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void onInterrupt(int)
{
    interrupted = 1;
    std::signal(SIGINT, SIG_DFL);
}

} // namespace

ProgressLine::ProgressLine(bool always) : m_onTerminal(isatty(STDERR_FILENO) != 0), m_isShown(always || m_onTerminal)
{
    std::signal(SIGINT, onInterrupt);
}

ProgressLine::~ProgressLine()
{
    std::signal(SIGINT, SIG_DFL);
    if (m_hasLine && m_onTerminal)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::report(qint64 done, qint64 total, const QString &step)
{
    const qint64 pause = m_onTerminal ? 100 : 1000; // ms
    if (!m_isShown || (m_since.isValid() && m_since.elapsed() < pause && done != total))
        return;
    m_since.start();
    QString line = step + QLatin1String(": ") + QString::number(done);
    if (total > 0)
        line += QLatin1Char('/') + QString::number(total);
    const QByteArray bytes = line.toUtf8();
    std::fprintf(stderr, m_onTerminal ? "\r\033[K%s" : "%s\n", bytes.constData());
    std::fflush(stderr);
    m_hasLine = true;
}

bool ProgressLine::isCancelled() const
{
    return interrupted != 0;
}

} // namespace cli
