// Message: one e-mail message into one letter (RFC 5322, MIME). However broken the message, its text is found if it has
// any; what has none, or cannot be read, becomes a letter that asks for attention. Nothing in it is run or fetched.
// Pure function, any thread.
#pragma once

#include "base/result.h"
#include "intake/incoming_letter.h"

namespace intake {

// `raw` is the whole message; a separator line of a mailbox may stand before it. Fails with Kind::Unusable for empty or
// blank bytes alone. Everything else is a letter with its raw bytes: without headers, with more than letterLimit bytes,
// or with bytes that are no text, it says so in `attention`.
[[nodiscard]] base::Result<IncomingLetter> readMessage(const QByteArray &raw);

} // namespace intake
