// Password source: where a command takes a password or passphrase from: standard input, the system's keyring, or the
// person at the terminal, who does not see it. Never an argument. Waits.
#pragma once

#include "base/result.h"
#include "desk/mail_account.h"

namespace cli {

class Invocation;

// For an account: from standard input with --password-stdin, else from the keyring, else from the terminal. Fails with
// Kind::Unusable where none of them has one.
[[nodiscard]] base::Result<QString> passwordFor(const Invocation &invocation, const desk::MailAccount &account);

// One that the person gives anew: the first line of standard input, typed unseen on a terminal.
[[nodiscard]] base::Result<QString> passwordGiven(const desk::MailAccount &account);

// The first line of standard input, typed unseen on a terminal, behind the prompt. A new one is typed twice there.
[[nodiscard]] base::Result<QString> passphraseGiven(const QString &prompt);
[[nodiscard]] base::Result<QString> newPassphrase(const QString &prompt);

// In the keyring of the system; an error where that cannot be.
[[nodiscard]] base::Result<void> keepPassword(const desk::MailAccount &account, const QString &password);
[[nodiscard]] base::Result<void> forgetPassword(const desk::MailAccount &account);

} // namespace cli
