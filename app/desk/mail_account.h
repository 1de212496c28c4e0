// MailAccount: a mailbox on a server from which letters are fetched, and what becomes of them there. The password is no
// part of it: it never comes onto the desk. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QStringList>

#include <optional>

namespace desk {

using MailAccountId = Id<struct MailAccountKey>;

enum class MailSecurity {
    Tls,      // encrypted from the first byte on
    StartTls, // encrypted before anything is said that matters
};

// What becomes of a letter on the server once it is on the desk.
enum class MailAfterwards { Leave, MarkRead, Move };

struct MailAccount {
    MailAccountId id;
    QString name; // for people
    QString host;
    int port = 993;
    MailSecurity security = MailSecurity::Tls;
    QString user;
    QString folder = QStringLiteral("INBOX");
    int minutes = 0; // between two fetches; 0: only when asked
    MailAfterwards afterwards = MailAfterwards::Leave;
    QString moveTo; // a folder, for MailAfterwards::Move
    qint64 version = 0;

    friend bool operator==(const MailAccount &, const MailAccount &) = default;
};

// The account as it is kept: without spaces around its words. Fails with Kind::Unusable, saying which field and why.
[[nodiscard]] base::Result<MailAccount> accepted(const MailAccount &account);

// Another mailbox than before, so that nothing of it was fetched yet.
[[nodiscard]] bool isSameMailbox(const MailAccount &a, const MailAccount &b);

[[nodiscard]] int usualPort(MailSecurity security);

// The names of the desk file and the command line: "tls", "starttls"; "leave", "mark-read", "move".
[[nodiscard]] QString name(MailSecurity security);
[[nodiscard]] QString name(MailAfterwards afterwards);
[[nodiscard]] std::optional<MailSecurity> mailSecurityNamed(const QString &name);
[[nodiscard]] std::optional<MailAfterwards> mailAfterwardsNamed(const QString &name);
[[nodiscard]] QStringList mailSecurityNames();
[[nodiscard]] QStringList mailAfterwardsNames();

// How far a mailbox is fetched (RFC 3501, 2.3.1.1). Numbers hold only for one UIDVALIDITY; 0: nothing was fetched yet.
struct MailState {
    qint64 uidValidity = 0;
    qint64 lastUid = 0;
};

} // namespace desk
