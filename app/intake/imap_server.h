// ImapServer: where a mailbox is and how patient to be with it. A value.
#pragma once

#include "intake/incoming_letter.h"

#include <QString>

namespace intake {

struct ImapServer {
    enum class Security {
        Tls,     // from the first byte on
        StartTls // asked for before anything is said that others must not read (RFC 3501, 6.2.1)
    };

    QString host;
    quint16 port = 993;
    Security security = Security::Tls;
    QByteArray authorities = {}; // PEM; whose signatures count instead of those that the system trusts
    int connectMs = 30'000;
    int silenceMs = 60'000;               // how long the server may take to say anything
    qint64 largestLetter = letterLimit;   // bytes; of a larger one only the beginning is fetched
    qint64 beginning = 4LL * 1024 * 1024; // bytes; how much that is
};

} // namespace intake
