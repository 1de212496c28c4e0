// ForwardedLetter: a letter that somebody passed on, read out of the text of the one who did. What it says is offered
// to a person, never taken for certain. Pure functions, any thread.
#pragma once

#include "intake/incoming_letter.h"

namespace intake {

// The letter that `text` passes on, by what a mail program put above it; of several within one another the innermost
// that came with few words. Nothing if there is none. `subject` is of the whole: "Fwd: ..." makes an original message
// one that was passed on.
[[nodiscard]] std::optional<Forwarded> forwardedIn(const QString &text, const QString &subject);

// Whether so few of the sender's own words stand beside it that an attached message is what was sent.
[[nodiscard]] bool isMereNote(const QString &ownText);

} // namespace intake
