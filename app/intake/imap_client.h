// ImapClient: talks with a mail server (IMAP4rev1, RFC 3501): signs in, names the folders, gives the messages that are
// new, and where a person wants it, marks or moves them. A password goes out only over an encrypted connection, and
// only reading is done (EXAMINE, BODY.PEEK) until somebody asks for more. Owned by a fetch, on its thread; every call
// waits.
#pragma once

#include "intake/imap_stream.h"

#include <QList>

#include <functional>

namespace intake {

struct ImapMailbox {
    qint64 messages = 0;
    qint64 uidValidity = 0; // 0: the server's numbers do not last
    qint64 uidNext = 0;     // 0: it does not say
    bool isReadOnly = false;
};

// A message that is there, before it is fetched.
struct ImapListed {
    qint64 uid = 0;
    qint64 size = 0; // bytes, as the server says
};

struct ImapMessage {
    qint64 uid = 0;
    QByteArray raw;
    qint64 size = 0; // more than there is of `raw` where it is only the beginning
    QString refusal; // why the server did not give it; empty: it did
};

class ImapClient
{
public:
    enum class Access { Read, Change };
    using Take = std::function<base::Result<void>(const ImapMessage &)>;

    // All must outlive it.
    ImapClient(ImapTransport &transport, const ImapServer &server, const base::Progress &progress);

    // Connects and signs in. Fails with Kind::Refused for a certificate, a server without TLS, or a password that is
    // not taken; with Kind::Io where there is no connection.
    [[nodiscard]] base::Result<void> signIn(const QString &user, const QString &password);
    // signIn() failed because of user name or password, so that another one may help.
    [[nodiscard]] bool isPasswordRefused() const { return m_passwordRefused; }

    // Those that can hold messages, in the order of the server.
    [[nodiscard]] base::Result<QStringList> folders();
    // Kind::NotFound, with the folders that exist, where there is no such folder.
    [[nodiscard]] base::Result<ImapMailbox> open(const QString &folder, Access access);

    // The messages of the open folder above `uid`, by UID.
    [[nodiscard]] base::Result<QList<ImapListed>> newerThan(qint64 uid);
    // Those of `uids` that are there, by UID.
    [[nodiscard]] base::Result<QList<ImapListed>> among(const QList<qint64> &uids);
    // Hands over each of the messages as it comes, in the order of the server; all are handed over, refused or not,
    // unless the connection or `take` fails.
    [[nodiscard]] base::Result<void> fetch(const QList<ImapListed> &listed, const Take &take);

    // What is no longer there is passed over. Needs Access::Change.
    [[nodiscard]] base::Result<void> markRead(const QList<qint64> &uids);
    [[nodiscard]] base::Result<void> move(const QList<qint64> &uids, const QString &folder);

    void signOut();

private:
    using Visit = std::function<base::Result<void>(const ImapResponse &)>;

    [[nodiscard]] base::Result<void> greet();
    [[nodiscard]] base::Result<void> startTls();
    [[nodiscard]] base::Result<void> askCapabilities();
    void noteCapabilities(const QByteArray &words);
    [[nodiscard]] bool can(const QByteArray &capability) const { return m_capabilities.contains(capability); }
    [[nodiscard]] base::Result<ImapResponse> sendPassword(const QString &user, const QString &password);
    // Sends a command and gives what ended it; `visit` sees everything before. Of several parts the later ones are sent
    // when the server asks for them.
    [[nodiscard]] base::Result<ImapResponse> run(QByteArrayList parts, const Visit &visit = {});
    [[nodiscard]] base::Result<QList<ImapListed>> list(const QByteArray &set);
    [[nodiscard]] base::Result<void> fetchTogether(QList<ImapListed> &waiting, const Take &take);
    [[nodiscard]] base::Result<void> fetchOne(const ImapListed &listed, const Take &take);
    [[nodiscard]] base::Result<void> moveByCopy(const QByteArray &set, const QString &folder);
    [[nodiscard]] base::Result<void> change(const QByteArray &command, const QString &moveTo = {});

    ImapTransport &m_transport;
    const ImapServer &m_server;
    ImapStream m_stream;
    QList<QByteArray> m_capabilities; // in capitals
    ImapMailbox m_mailbox;            // the open one, as it was opened
    QString m_farewell;               // what the server said when it ended the connection
    int m_commands = 0;
    bool m_passwordRefused = false;
    bool m_greeted = false;
};

} // namespace intake
