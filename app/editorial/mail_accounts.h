// Mail accounts: the mailboxes that letters are fetched from. Passwords are another matter: see mail_passwords.h.
#pragma once

#include "desk/mail_account.h"
#include "editorial/desk.h"

#include <QList>

namespace editorial {

[[nodiscard]] base::Result<QList<desk::MailAccount>> mailAccounts(Desk &desk); // by name
// The account of that name, without regard to case, or id; Kind::NotFound with those there are otherwise.
[[nodiscard]] base::Result<desk::MailAccount> mailAccountNamed(Desk &desk, const QString &name);

struct MailAccountEdits {
    QList<desk::MailAccount> saved; // as edited; version 0: new
    QList<desk::MailAccountId> removed;
};
// All edits or none. Fails with Kind::Unusable for an account that cannot be used as it is, and with Kind::Conflict for
// one that was changed meanwhile. Gives those that were saved, as they are kept.
[[nodiscard]] base::Result<QList<desk::MailAccount>> editMailAccounts(Desk &desk, const MailAccountEdits &edits);

} // namespace editorial
