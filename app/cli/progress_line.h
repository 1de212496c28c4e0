// ProgressLine: the progress of long work on standard error: one line that is written over on a terminal, one line per
// second elsewhere. Ctrl+C asks the work to stop; a second Ctrl+C ends the program. The main thread.
#pragma once

#include "base/progress.h"

#include <QElapsedTimer>

namespace cli {

class ProgressLine final : public base::Progress
{
public:
    // Shows nothing unless standard error is a terminal or `always`.
    explicit ProgressLine(bool always);
    ~ProgressLine() override;

    void report(qint64 done, qint64 total, const QString &step) override;
    [[nodiscard]] bool isCancelled() const override;

private:
    bool m_onTerminal;
    bool m_isShown;
    bool m_hasLine = false;
    QElapsedTimer m_since; // the last line
};

} // namespace cli
