// Fetching: letters out of mailboxes on servers. Only what is new is taken; letters and how far they go are on disk
// together, so that the next fetch goes on where this one ended, however it ended.
#pragma once

#include "desk/mail_account.h"
#include "editorial/importing.h"

namespace editorial {

// Whose signatures on certificates count.
struct MailTrust {
    QByteArray authorities; // PEM; empty: those that the system trusts
};

// Those of the file that the environment names in SSL_CERT_FILE, as with other programs; else those of the system.
[[nodiscard]] MailTrust usualTrust();

struct FetchReport {
    ImportReport letters;              // their source is the name of the account
    qint64 marked = 0;                 // marked or moved on the server
    QStringList troubles;              // for people: what could not be marked or moved; the next fetch tries again
    std::optional<base::Error> broken; // why it ended before its end; what came until then is on the desk
    bool passwordRefused = false;      // that is why: another password may help
};

// Fails only where the desk cannot be read or written, or the account was changed meanwhile. Waits for the network, and
// runs the events of its thread meanwhile: not for the window's thread.
[[nodiscard]] base::Result<FetchReport> fetchMail(Desk &desk, const desk::MailAccount &account, const QString &password,
                                                  base::Progress &progress, const MailTrust &trust = usualTrust());

// The folders of the mailbox that can hold letters.
[[nodiscard]] base::Result<QStringList> mailFolders(const desk::MailAccount &account, const QString &password,
                                                    base::Progress &progress, const MailTrust &trust = usualTrust());

// How many messages the folder of the account holds; fails where letters could not be fetched from it, or not be moved
// as the account wants it.
[[nodiscard]] base::Result<qint64> tryMailbox(const desk::MailAccount &account, const QString &password,
                                              base::Progress &progress, const MailTrust &trust = usualTrust());

} // namespace editorial
