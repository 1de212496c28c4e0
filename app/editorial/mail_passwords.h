// MailPasswords: the passwords of mail accounts: in the system's keyring, or, where there is none or the person does
// not want it, in memory until the program ends. Never on the desk, in a log or on a command line. A password is known
// by server and user, so it is sent to no other server than the one it was given for, whatever a desk says. Answers
// come through the events of the application's thread.
#pragma once

#include "base/result.h"
#include "desk/mail_account.h"

#include <QHash>
#include <QPointer>

#include <functional>
#include <memory>

namespace privacy {
class Keyring;
}

namespace editorial {

class MailPasswords
{
public:
    explicit MailPasswords(std::unique_ptr<privacy::Keyring> keyring);
    ~MailPasswords();
    MailPasswords(const MailPasswords &) = delete;
    MailPasswords &operator=(const MailPasswords &) = delete;

    [[nodiscard]] static std::unique_ptr<MailPasswords> ofSystem();

    // Nothing where none is kept; an error where the keyring is locked or missing. `then` is called only while
    // `context` lives.
    using Found = std::function<void(const base::Result<std::optional<QString>> &)>;
    void find(const desk::MailAccount &account, QObject *context, Found then);

    // In memory at once, and then in the keyring; an error says that it is in memory only.
    using Done = std::function<void(const base::Result<void> &)>;
    void keep(const desk::MailAccount &account, const QString &password, QObject *context, Done then);
    void keepInMemory(const desk::MailAccount &account, const QString &password);

    void forgetInMemory(const desk::MailAccount &account);
    void forget(const desk::MailAccount &account, QObject *context, Done then);

private:
    std::unique_ptr<privacy::Keyring> m_keyring;
    QHash<QString, QString> m_inMemory;
};

} // namespace editorial
