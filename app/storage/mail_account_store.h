// MailAccountStore: mailboxes on servers, and how far each is fetched. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/mail_account.h"

#include <QList>

namespace storage {

class Connection;

class MailAccountStore
{
public:
    explicit MailAccountStore(Connection &connection);

    [[nodiscard]] base::Result<QList<desk::MailAccount>> accounts(); // by name
    // Kind::Unusable if another account has the name, also in other case. Gives version 1.
    [[nodiscard]] base::Result<desk::MailAccount> add(const desk::MailAccount &account);
    // Kind::Conflict if the version is not the row's, Kind::Unusable as add(). Of another mailbox than before nothing
    // counts as fetched. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::MailAccount &account);
    [[nodiscard]] base::Result<void> remove(const desk::MailAccountId &id);

    [[nodiscard]] base::Result<desk::MailState> state(const desk::MailAccountId &id);
    // Kind::Conflict if somebody has changed the account since it had that version. The row version stays. With another
    // UIDVALIDITY than before, nothing is due any more.
    [[nodiscard]] base::Result<void> saveState(const desk::MailAccount &account, const desk::MailState &state);

    // What the server is still needed for.
    enum class Due {
        Mark, // on the desk, but not yet marked or moved on the server
        Fetch // passed over, since the server did not give it
    };
    [[nodiscard]] base::Result<QList<qint64>> due(const desk::MailAccountId &id, Due kind); // ascending UIDs
    [[nodiscard]] base::Result<void> addDue(const desk::MailAccountId &id, Due kind, const QList<qint64> &uids);
    [[nodiscard]] base::Result<void> removeDue(const desk::MailAccountId &id, Due kind, const QList<qint64> &uids);

private:
    [[nodiscard]] base::Result<void> checkFree(const desk::MailAccount &account);
    [[nodiscard]] base::Result<void> forgetProgress(qint64 number);
    [[nodiscard]] base::Result<void> eachDue(const QString &sql, const desk::MailAccountId &id, Due kind,
                                             const QList<qint64> &uids);

    Connection &m_connection;
};

} // namespace storage
