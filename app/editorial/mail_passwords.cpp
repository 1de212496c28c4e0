#include "editorial/mail_passwords.h"

#include "privacy/keyring.h"

namespace editorial {

namespace {

QString entryOf(const desk::MailAccount &account)
{
    return QStringLiteral("imap %1@%2:%3").arg(account.user, account.host.toLower()).arg(account.port);
}

template <typename Then>
auto whileAlive(QObject *context, Then then)
{
    return [context = QPointer<QObject>(context), then = std::move(then)](const auto &result) {
        if (context)
            then(result);
    };
}

} // namespace

MailPasswords::MailPasswords(std::unique_ptr<privacy::Keyring> keyring) : m_keyring(std::move(keyring)) {}

MailPasswords::~MailPasswords() = default;

std::unique_ptr<MailPasswords> MailPasswords::ofSystem()
{
    return std::make_unique<MailPasswords>(std::make_unique<privacy::SystemKeyring>());
}

void MailPasswords::find(const desk::MailAccount &account, QObject *context, Found then)
{
    const QString entry = entryOf(account);
    if (!m_inMemory.contains(entry)) {
        m_keyring->read(entry, whileAlive(context, std::move(then)));
        return;
    }
    QMetaObject::invokeMethod(
        context,
        [then = std::move(then), password = m_inMemory.value(entry)] {
            then(base::Result<std::optional<QString>>(std::optional(password)));
        },
        Qt::QueuedConnection);
}

void MailPasswords::keep(const desk::MailAccount &account, const QString &password, QObject *context, Done then)
{
    keepInMemory(account, password);
    m_keyring->write(entryOf(account), password, whileAlive(context, std::move(then)));
}

void MailPasswords::keepInMemory(const desk::MailAccount &account, const QString &password)
{
    m_inMemory.insert(entryOf(account), password);
}

void MailPasswords::forgetInMemory(const desk::MailAccount &account)
{
    m_inMemory.remove(entryOf(account));
}

void MailPasswords::forget(const desk::MailAccount &account, QObject *context, Done then)
{
    forgetInMemory(account);
    m_keyring->remove(entryOf(account), whileAlive(context, std::move(then)));
}

} // namespace editorial
