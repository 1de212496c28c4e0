// What is wrong with the certificate of a server, in words. Internal to this layer, since it shows Qt Network. Pure
// function, any thread.
#pragma once

#include "intake/imap_server.h"

#include <QSslError>

namespace intake {

// `faults` are those that Qt found; not empty.
[[nodiscard]] QString certificateFault(const ImapServer &server, const QList<QSslError> &faults);

} // namespace intake
