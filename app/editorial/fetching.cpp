#include "editorial/fetching.h"

#include "editorial/fetch_run.h"
#include "intake/imap_socket.h"

#include <QFile>

namespace editorial {

namespace {

using base::Result;
using intake::ImapClient;

intake::ImapServer serverOf(const desk::MailAccount &account, const MailTrust &trust)
{
    intake::ImapServer server;
    server.host = account.host;
    server.port = static_cast<quint16>(account.port);
    server.security = account.security == desk::MailSecurity::Tls ? intake::ImapServer::Security::Tls
                                                                  : intake::ImapServer::Security::StartTls;
    server.authorities = trust.authorities;
    return server;
}

// A connection to the server of an account.
struct Line {
    Line(const desk::MailAccount &account, const MailTrust &trust, const base::Progress &progress)
        : server(serverOf(account, trust)), socket(server, progress), client(socket, server, progress)
    {}

    intake::ImapServer server;
    intake::ImapSocket socket;
    ImapClient client;
};

} // namespace

MailTrust usualTrust()
{
    QFile file(qEnvironmentVariable("SSL_CERT_FILE"));
    return {file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly) ? QByteArray() : file.readAll()};
}

Result<FetchReport> fetchMail(Desk &desk, const desk::MailAccount &account, const QString &password,
                              base::Progress &progress, const MailTrust &trust)
{
    Line line(account, trust, progress);
    return FetchRun(desk, account, line.client, progress).run(password);
}

Result<QStringList> mailFolders(const desk::MailAccount &account, const QString &password, base::Progress &progress,
                                const MailTrust &trust)
{
    Line line(account, trust, progress);
    if (const auto signedIn = line.client.signIn(account.user, password); !signedIn)
        return signedIn.error();
    auto folders = line.client.folders();
    line.client.signOut();
    return folders;
}

Result<qint64> tryMailbox(const desk::MailAccount &account, const QString &password, base::Progress &progress,
                          const MailTrust &trust)
{
    Line line(account, trust, progress);
    if (const auto signedIn = line.client.signIn(account.user, password); !signedIn)
        return signedIn.error();
    const auto mailbox = line.client.open(account.folder, ImapClient::Access::Read);
    if (!mailbox)
        return mailbox.error();
    if (account.afterwards == desk::MailAfterwards::Move) {
        if (const auto target = line.client.open(account.moveTo, ImapClient::Access::Read); !target)
            return target.error();
    }
    line.client.signOut();
    return mailbox->messages;
}

} // namespace editorial
