// ImapSocket: the wire to a real mail server. The certificate must be one that the system trusts and must be made out
// to the server's name; any other ends the connection with the reason, before anything is said. While it waits, it runs
// the events of its thread: a job's, never the window's.
#pragma once

#include "base/progress.h"
#include "intake/imap_server.h"
#include "intake/imap_transport.h"

#include <memory>

class QSslSocket;

namespace intake {

class ImapSocket final : public ImapTransport
{
public:
    // Both must outlive it. Waiting ends soon after the progress says that it is cancelled.
    ImapSocket(const ImapServer &server, const base::Progress &progress);
    ~ImapSocket() override;

    [[nodiscard]] base::Result<void> open() override;
    [[nodiscard]] base::Result<void> encrypt() override;
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] base::Result<void> write(const QByteArray &bytes) override;
    [[nodiscard]] base::Result<QByteArray> read(int ms) override;

private:
    // Until the socket is `done`, it fails, or it is too late.
    template <typename Done>
    [[nodiscard]] base::Result<void> waitUntil(Done done);
    void wait(int ms);
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] base::Error failure() const;

    const ImapServer &m_server;
    const base::Progress &m_progress;
    std::unique_ptr<QSslSocket> m_socket;
};

} // namespace intake
