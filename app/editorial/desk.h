// Desk: an open desk with all that the use cases need: the desk file, the vault, the clock. The use cases are the
// functions of the other headers of this layer; each takes the Desk first. A Desk belongs to one thread. Session
// (session.h) runs them for the window; the command line calls them straight.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/masthead.h"

#include <QFlags>

#include <functional>
#include <memory>

namespace privacy {
class Vault;
}
namespace storage {
class DeskFile;
class DeskLock;
} // namespace storage

namespace editorial {

// What a use case may have changed, for those who show it.
enum class Area { Letters = 1, Articles = 2, Tags = 4, Masthead = 8, Index = 16, Publications = 32 };
Q_DECLARE_FLAGS(Areas, Area)
Q_DECLARE_OPERATORS_FOR_FLAGS(Areas)

class Desk
{
public:
    // Makes a new desk with this masthead and opens it. The clock must outlive the desk.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> create(const QString &path, const desk::Masthead &masthead,
                                                                    const base::Clock &clock);
    // Opens a desk for this process alone; errors as storage::DeskLock::take and storage::DeskFile::open. Letters held
    // until today or before are new again.
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> open(const QString &path, const base::Clock &clock);
    // The same desk once more, for another thread, which must make this call; shares the lock.
    [[nodiscard]] base::Result<std::unique_ptr<Desk>> openAgain() const;

    ~Desk();
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    [[nodiscard]] QString path() const;
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const privacy::Vault &vault() const { return *m_vault; }
    [[nodiscard]] storage::DeskFile &file() { return *m_file; }

    void noteChange(Areas areas) { m_changed |= areas; }
    // What changed since this was last asked.
    [[nodiscard]] Areas takeChanges() { return std::exchange(m_changed, {}); }

private:
    Desk(std::shared_ptr<storage::DeskLock> lock, std::unique_ptr<storage::DeskFile> file, QByteArray secret,
         const base::Clock &clock);
    [[nodiscard]] static base::Result<std::unique_ptr<Desk>> withFile(std::shared_ptr<storage::DeskLock> lock,
                                                                      std::unique_ptr<storage::DeskFile> file,
                                                                      const base::Clock &clock);

    std::shared_ptr<storage::DeskLock> m_lock;
    std::unique_ptr<storage::DeskFile> m_file;
    std::unique_ptr<privacy::Vault> m_vault;
    const base::Clock &m_clock;
    Areas m_changed;
};

// Something a person did that can be taken back. `undo` and `redo` may be called in turn any number of times, on the
// desk's thread.
struct Change {
    QString text; // for people, translated: "Decline 3 letters"
    std::function<base::Result<void>(Desk &)> undo;
    std::function<base::Result<void>(Desk &)> redo;
};

} // namespace editorial
