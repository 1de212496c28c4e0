// ImapTransport: the wire to a mail server, as the client of the protocol sees it: bytes out, bytes in, and whether
// anybody else can read them. A socket for real; a script in tests. Used by one thread, which may wait.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace intake {

class ImapTransport
{
public:
    ImapTransport() = default;
    virtual ~ImapTransport() = default;
    ImapTransport(const ImapTransport &) = delete;
    ImapTransport &operator=(const ImapTransport &) = delete;

    // Connects; with TLS from the first byte on, where the server is to have it so.
    [[nodiscard]] virtual base::Result<void> open() = 0;
    // Goes on with TLS (RFC 3501, 6.2.1). A certificate that cannot be trusted ends the connection: Kind::Refused.
    [[nodiscard]] virtual base::Result<void> encrypt() = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
    [[nodiscard]] virtual base::Result<void> write(const QByteArray &bytes) = 0;
    // What has come, or comes within `ms` milliseconds; empty: nothing did. Fails with Kind::Io once the connection is
    // gone.
    [[nodiscard]] virtual base::Result<QByteArray> read(int ms) = 0;
};

} // namespace intake
