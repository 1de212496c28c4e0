// Message: one e-mail message into one letter (RFC 5322, MIME). However broken the message, its text is found if it has
// any. Nothing in it is run or fetched. Pure function, any thread.
#pragma once

#include "base/result.h"
#include "intake/incoming_letter.h"

namespace intake {

// `raw` is the whole message; a separator line of a mailbox may stand before it. Bytes without any headers are read as
// text, with a warning. Fails with Kind::Unusable for nothing at all, for more than letterLimit bytes, and for bytes
// that are neither a message nor text.
[[nodiscard]] base::Result<IncomingLetter> readMessage(const QByteArray &raw);

} // namespace intake
