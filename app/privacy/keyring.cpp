#include "privacy/keyring.h"

#include <QCoreApplication>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

namespace privacy {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(privacy::keyring)
};

const auto service = QStringLiteral("Postbag");

Error locked()
{
    return {Error::Kind::Refused, Words::tr("The keyring of this computer is locked. Unlock it and try again.")};
}

// What the error means; nothing where there is none.
std::optional<Error> errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return std::nullopt;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return locked();
    default:
        return Error{
            Error::Kind::NotFound,
            Words::tr(
                "This computer has no keyring that Postbag can use, such as GNOME Keyring, KWallet or KeePassXC."),
            QStringLiteral("keyring error %1").arg(job.error())};
    }
}

// Starts the job, which deletes itself when it is done. One that takes too long goes on, but nobody hears of it.
template <typename Job, typename Then, typename Outcome>
void start(Job *job, const QString &entry, int timeoutMs, Then then, Outcome outcome)
{
    job->setKey(entry);
    const auto once = std::make_shared<Then>(std::move(then));
    const auto answer = [once](const auto &result) {
        if (*once)
            std::exchange(*once, nullptr)(result);
    };
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer, outcome] { answer(outcome(*job)); });
    QTimer::singleShot(timeoutMs, job, [answer] { answer(std::invoke_result_t<Outcome, const Job &>(locked())); });
    job->start();
}

Result<void> doneOf(const QKeychain::Job &job)
{
    const auto error = errorOf(job);
    return error ? Result<void>(*error) : Result<void>();
}

} // namespace

void SystemKeyring::read(const QString &entry, Found then)
{
    start(new QKeychain::ReadPasswordJob(service), entry, m_timeoutMs, std::move(then),
          [](const QKeychain::ReadPasswordJob &job) -> Result<std::optional<QString>> {
              if (const auto error = errorOf(job))
                  return *error;
              return job.error() == QKeychain::NoError ? std::optional(job.textData()) : std::nullopt;
          });
}

void SystemKeyring::write(const QString &entry, const QString &password, Done then)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(password);
    start(job, entry, m_timeoutMs, std::move(then), [](const QKeychain::Job &ended) { return doneOf(ended); });
}

void SystemKeyring::remove(const QString &entry, Done then)
{
    start(new QKeychain::DeletePasswordJob(service), entry, m_timeoutMs, std::move(then),
          [](const QKeychain::Job &ended) { return doneOf(ended); });
}

} // namespace privacy
