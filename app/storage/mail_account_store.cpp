#include "storage/mail_account_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

#include <QCoreApplication>

namespace storage {

namespace {

using base::Error;
using base::Result;
using desk::MailAccount;
using desk::MailAccountId;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::mail_accounts)
};

const auto columns =
    QStringLiteral("id, name, host, port, security, user, folder, minutes, afterwards, move_to, version");

MailAccount accountIn(const Row &row)
{
    return {row.id<MailAccountId>(0),
            row.text(1),
            row.text(2),
            static_cast<int>(row.number(3)),
            desk::mailSecurityNamed(row.text(4)).value_or(desk::MailSecurity::Tls),
            row.text(5),
            row.text(6),
            static_cast<int>(row.number(7)),
            desk::mailAfterwardsNamed(row.text(8)).value_or(desk::MailAfterwards::Leave),
            row.text(9),
            row.number(10)};
}

QString folded(const QString &name)
{
    return name.toCaseFolded().normalized(QString::NormalizationForm_C);
}

QString stored(MailAccountStore::Due kind)
{
    return kind == MailAccountStore::Due::Mark ? QStringLiteral("mark") : QStringLiteral("fetch");
}

QVariantList valuesOf(const MailAccount &account)
{
    return {account.name,
            folded(account.name),
            account.host,
            account.port,
            desk::name(account.security),
            account.user,
            account.folder,
            account.minutes,
            desk::name(account.afterwards),
            account.moveTo};
}

} // namespace

MailAccountStore::MailAccountStore(Connection &connection) : m_connection(connection) {}

Result<QList<MailAccount>> MailAccountStore::accounts()
{
    QList<MailAccount> accounts;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT %1 FROM mail_accounts ORDER BY folded").arg(columns), {},
                          [&accounts](const Row &row) { accounts.append(accountIn(row)); });
    if (!read)
        return read.error();
    return accounts;
}

Result<void> MailAccountStore::checkFree(const MailAccount &account)
{
    const Result<qint64> taken =
        m_connection.number(QStringLiteral("SELECT count(*) FROM mail_accounts WHERE folded = ? AND id <> ?"),
                            {folded(account.name), account.id.toString()});
    if (!taken)
        return taken.error();
    if (*taken == 0)
        return {};
    return Error{Error::Kind::Unusable,
                 Words::tr("There is a mail account “%1” already. Choose another name.").arg(account.name)};
}

Result<MailAccount> MailAccountStore::add(const MailAccount &account)
{
    Step step(m_connection);
    if (const Result<void> isFree = checkFree(account); !isFree)
        return isFree.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO mail_accounts (name, folded, host, port, security, user, folder, minutes, "
                       "afterwards, move_to, id, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"),
        valuesOf(account) + QVariantList{account.id.toString()});
    if (!added)
        return added.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    MailAccount stored = account;
    stored.version = 1;
    return stored;
}

Result<qint64> MailAccountStore::save(const MailAccount &account)
{
    Step step(m_connection);
    const auto before =
        m_connection.first(QStringLiteral("SELECT %1, number FROM mail_accounts WHERE id = ?").arg(columns),
                           {account.id.toString()}, [](const Row &row) {
                               return std::pair{accountIn(row), row.number(11)};
                           });
    if (!before)
        return before.error();
    if (!*before)
        return missingRow();
    if (const Result<void> isFree = checkFree(account); !isFree)
        return isFree.error();
    const auto &[old, number] = **before;
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE mail_accounts SET name = ?, folded = ?, host = ?, port = ?, security = ?, user = ?, "
                       "folder = ?, minutes = ?, afterwards = ?, move_to = ?, version = version + 1 WHERE number = ? "
                       "AND version = ?"),
        valuesOf(account) + QVariantList{number, account.version});
    if (!changed)
        return changed;
    if (*changed == 0)
        return staleRow();
    if (!desk::isSameMailbox(old, account)) {
        if (const Result<void> forgotten = forgetProgress(number); !forgotten)
            return forgotten.error();
    }
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return account.version + 1;
}

Result<void> MailAccountStore::forgetProgress(qint64 number)
{
    const Result<qint64> reset = m_connection.execute(
        QStringLiteral("UPDATE mail_accounts SET uid_validity = 0, last_uid = 0 WHERE number = ?"), {number});
    if (!reset)
        return reset.error();
    const Result<qint64> cleared =
        m_connection.execute(QStringLiteral("DELETE FROM mail_due WHERE account = ?"), {number});
    return cleared ? Result<void>() : Result<void>(cleared.error());
}

Result<void> MailAccountStore::remove(const MailAccountId &id)
{
    const Result<qint64> removed =
        m_connection.execute(QStringLiteral("DELETE FROM mail_accounts WHERE id = ?"), {id.toString()});
    if (!removed)
        return removed.error();
    return *removed > 0 ? Result<void>() : Result<void>(missingRow());
}

Result<desk::MailState> MailAccountStore::state(const MailAccountId &id)
{
    const auto state =
        m_connection.first(QStringLiteral("SELECT uid_validity, last_uid FROM mail_accounts WHERE id = ?"),
                           {id.toString()}, [](const Row &row) {
                               return desk::MailState{row.number(0), row.number(1)};
                           });
    if (!state)
        return state.error();
    if (!*state)
        return missingRow();
    return **state;
}

Result<void> MailAccountStore::saveState(const MailAccount &account, const desk::MailState &state)
{
    Step step(m_connection);
    const Result<desk::MailState> before = this->state(account.id);
    const Result<qint64> number = m_connection.numberOf("mail_accounts", account.id.toString());
    if (!before || !number)
        return before ? number.error() : before.error();
    if (before->uidValidity != state.uidValidity) {
        if (const Result<void> forgotten = forgetProgress(*number); !forgotten)
            return forgotten;
    }
    const Result<qint64> saved = m_connection.execute(
        QStringLiteral("UPDATE mail_accounts SET uid_validity = ?, last_uid = ? WHERE number = ? AND version = ?"),
        {state.uidValidity, state.lastUid, *number, account.version});
    if (!saved)
        return saved.error();
    return *saved > 0 ? step.commit() : Result<void>(staleRow());
}

Result<QList<qint64>> MailAccountStore::due(const MailAccountId &id, Due kind)
{
    QList<qint64> uids;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT uid FROM mail_due WHERE account = (SELECT number FROM mail_accounts WHERE id = ?) AND "
                       "kind = ? ORDER BY uid"),
        {id.toString(), stored(kind)}, [&uids](const Row &row) { uids.append(row.number(0)); });
    if (!read)
        return read.error();
    return uids;
}

Result<void> MailAccountStore::addDue(const MailAccountId &id, Due kind, const QList<qint64> &uids)
{
    return eachDue(QStringLiteral("INSERT OR IGNORE INTO mail_due (account, kind, uid) VALUES (?, ?, ?)"), id, kind,
                   uids);
}

Result<void> MailAccountStore::removeDue(const MailAccountId &id, Due kind, const QList<qint64> &uids)
{
    return eachDue(QStringLiteral("DELETE FROM mail_due WHERE account = ? AND kind = ? AND uid = ?"), id, kind, uids);
}

Result<void> MailAccountStore::eachDue(const QString &sql, const MailAccountId &id, Due kind, const QList<qint64> &uids)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("mail_accounts", id.toString());
    if (!number)
        return number.error();
    for (const qint64 uid : uids) {
        if (const Result<qint64> done = m_connection.execute(sql, {*number, stored(kind), uid}); !done)
            return done.error();
    }
    return step.commit();
}

} // namespace storage
