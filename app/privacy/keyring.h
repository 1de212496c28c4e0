// Keyring: where the system keeps the person's passwords (Secret Service, KWallet), so that none is on the desk. It may
// have to be unlocked first, so answers come later, through the events of the thread that asked, which must be that of
// the application.
#pragma once

#include "base/result.h"

#include <functional>
#include <optional>

namespace privacy {

class Keyring
{
public:
    using Found = std::function<void(const base::Result<std::optional<QString>> &)>;
    using Done = std::function<void(const base::Result<void> &)>;

    Keyring() = default;
    virtual ~Keyring() = default;
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;

    // `entry` is by what a password is known. Each call is answered once. Errors are Kind::NotFound where the system
    // has no keyring, and Kind::Refused where it stays locked.
    virtual void read(const QString &entry, Found then) = 0;
    virtual void write(const QString &entry, const QString &password, Done then) = 0;
    // Well done also where there was none.
    virtual void remove(const QString &entry, Done then) = 0;
};

// The keyring of the system. One that is locked, and that nobody unlocks, never answers: it is waited for that long.
class SystemKeyring final : public Keyring
{
public:
    static constexpr int usualMs = 5000;

    explicit SystemKeyring(int timeoutMs = usualMs) : m_timeoutMs(timeoutMs) {}

    void read(const QString &entry, Found then) override;
    void write(const QString &entry, const QString &password, Done then) override;
    void remove(const QString &entry, Done then) override;

private:
    int m_timeoutMs;
};

} // namespace privacy
