// Progress: what long work is handed, to tell how far it is and to ask whether it should stop. The work calls it from
// its own thread; whoever made it sees to it that the calls are safe there.
#pragma once

#include <QString>

namespace base {

class Progress
{
public:
    Progress() = default;
    virtual ~Progress() = default;
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    // `done` of `total` units (total 0: not known) of what `step` names for people. Cheap enough to call per item.
    virtual void report(qint64 done, qint64 total, const QString &step) = 0;
    [[nodiscard]] virtual bool isCancelled() const = 0;
};

// Progress for work that nobody watches.
class NoProgress final : public Progress
{
public:
    void report(qint64, qint64, const QString &) override {}
    [[nodiscard]] bool isCancelled() const override { return false; }
};

} // namespace base
