#include "editorial/desk.h"

#include "privacy/correspondent.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"
#include "storage/masthead_store.h"

#include <QTimeZone>

namespace editorial {

Desk::Desk(std::shared_ptr<storage::DeskLock> lock, std::unique_ptr<storage::DeskFile> file, QByteArray secret,
           const base::Clock &clock)
    : m_lock(std::move(lock))
    , m_file(std::move(file))
    , m_vault(std::make_unique<privacy::PlainVault>(std::move(secret)))
    , m_clock(clock)
{}

Desk::~Desk() = default;

base::Result<std::unique_ptr<Desk>> Desk::withFile(std::shared_ptr<storage::DeskLock> lock,
                                                   std::unique_ptr<storage::DeskFile> file, const base::Clock &clock)
{
    auto secret = file->correspondents().secret();
    if (!secret)
        return secret.error();
    return std::unique_ptr<Desk>(new Desk(std::move(lock), std::move(file), *std::move(secret), clock));
}

base::Result<std::unique_ptr<Desk>> Desk::create(const QString &path, const desk::Masthead &masthead,
                                                 const base::Clock &clock)
{
    auto lock = storage::DeskLock::take(path);
    if (!lock)
        return lock.error();
    auto file = storage::DeskFile::create(path);
    if (!file)
        return file.error();
    desk::Masthead first = masthead;
    const auto empty = (*file)->masthead().masthead();
    if (!empty)
        return empty.error();
    first.version = empty->version;
    if (const auto saved = (*file)->masthead().save(first); !saved)
        return saved.error();
    return withFile(std::move(*lock), std::move(*file), clock);
}

base::Result<std::unique_ptr<Desk>> Desk::open(const QString &path, const base::Clock &clock)
{
    auto lock = storage::DeskLock::take(path);
    if (!lock)
        return lock.error();
    auto file = storage::DeskFile::open(path);
    if (!file)
        return file.error();
    const auto masthead = (*file)->masthead().masthead();
    if (!masthead)
        return masthead.error();
    const QTimeZone zone(masthead->timeZone.toLatin1());
    const QDate today = clock.now().toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).date();
    if (const auto released = (*file)->letters().release(today); !released)
        return released.error();
    return withFile(std::move(*lock), std::move(*file), clock);
}

base::Result<std::unique_ptr<Desk>> Desk::openAgain() const
{
    auto file = storage::DeskFile::open(m_file->path());
    if (!file)
        return file.error();
    return withFile(m_lock, std::move(*file), m_clock);
}

QString Desk::path() const
{
    return m_file->path();
}

} // namespace editorial
