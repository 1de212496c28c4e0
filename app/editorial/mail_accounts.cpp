#include "editorial/mail_accounts.h"

#include "storage/desk_file.h"
#include "storage/mail_account_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace editorial {

namespace {

using desk::MailAccount;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::mail_accounts)
};

base::Result<MailAccount> saved(storage::MailAccountStore &store, const MailAccount &account)
{
    auto kept = desk::accepted(account);
    if (!kept)
        return kept;
    if (kept->version == 0) {
        if (kept->id.isNull())
            kept->id = desk::MailAccountId::create();
        return store.add(*kept);
    }
    const auto version = store.save(*kept);
    if (!version)
        return version.error();
    kept->version = *version;
    return kept;
}

} // namespace

base::Result<QList<MailAccount>> mailAccounts(Desk &desk)
{
    return desk.file().mailAccounts().accounts();
}

base::Result<MailAccount> mailAccountNamed(Desk &desk, const QString &name)
{
    const auto accounts = mailAccounts(desk);
    if (!accounts)
        return accounts.error();
    const QString wanted = name.simplified();
    const auto found = std::find_if(accounts->begin(), accounts->end(), [&wanted](const MailAccount &account) {
        return account.name.compare(wanted, Qt::CaseInsensitive) == 0 || account.id.toString() == wanted;
    });
    if (found != accounts->end())
        return *found;
    QStringList names;
    for (const MailAccount &account : *accounts)
        names.append(account.name);
    return base::Error{base::Error::Kind::NotFound,
                       names.isEmpty()
                           ? Words::tr("There is no mail account “%1” on this desk, nor any other.").arg(wanted)
                           : Words::tr("There is no mail account “%1” on this desk. There are: %2.")
                                 .arg(wanted, names.join(QLatin1String(", ")))};
}

base::Result<QList<MailAccount>> editMailAccounts(Desk &desk, const MailAccountEdits &edits)
{
    storage::MailAccountStore &store = desk.file().mailAccounts();
    storage::Transaction transaction(desk.file());
    for (const desk::MailAccountId &id : edits.removed) {
        if (const auto removed = store.remove(id); !removed)
            return removed.error();
    }
    QList<MailAccount> all;
    for (const MailAccount &account : edits.saved) {
        const auto kept = saved(store, account);
        if (!kept)
            return kept.error();
        all.append(*kept);
    }
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return all;
}

} // namespace editorial
