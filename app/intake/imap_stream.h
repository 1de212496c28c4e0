// ImapStream: the responses of a mail server, one after another, out of what a transport brings, and the way for
// commands. Waits, but no longer than the server may be silent, and asks every few moments whether it should go on.
// What a server sends is bounded: the lines of a response, and of a literal what is kept. Owned by an ImapClient.
#pragma once

#include "base/progress.h"
#include "intake/imap_response.h"
#include "intake/imap_server.h"
#include "intake/imap_transport.h"

namespace intake {

class ImapStream
{
public:
    // All must outlive it.
    ImapStream(ImapTransport &transport, const ImapServer &server, const base::Progress &progress);

    [[nodiscard]] base::Result<void> send(const QByteArray &bytes) { return m_transport.write(bytes); }
    // Fails with Kind::Io once the connection is gone or the server silent, Kind::Cancelled, and Kind::Unusable for
    // what is no response.
    [[nodiscard]] base::Result<ImapResponse> next();
    // More has come than was taken.
    [[nodiscard]] bool hasMore() const { return m_at < m_buffer.size(); }

private:
    [[nodiscard]] base::Result<QByteArray> line(qsizetype most);
    [[nodiscard]] base::Result<ImapLiteral> literal(qint64 size);
    [[nodiscard]] base::Result<void> fill();

    ImapTransport &m_transport;
    const ImapServer &m_server;
    const base::Progress &m_progress;
    QByteArray m_buffer;
    qsizetype m_at = 0; // what is not taken yet of the buffer
};

} // namespace intake
