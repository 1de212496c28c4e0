// PenName: the name that somebody put under a letter to a column: "Sleepless in Somerset", "— Torn in Truro", "Yours,
// Worried". Found, and told from a real name, which is never printed on its own. Pure functions, any thread.
#pragma once

#include "intake/incoming_letter.h"

namespace intake {

// What stands as the sign-off in the last lines of `text`, a letter's own words; empty if nothing clearly does. May be
// a real name.
[[nodiscard]] QString penNameIn(const QString &text);

// Whether this is a pen name by its form: "Torn", "Sleepless in Somerset", "The Other Woman".
[[nodiscard]] bool isPenName(const QString &name);

// Whether the line is what people write before their name: "Yours sincerely,", "Thanks!".
[[nodiscard]] bool isClosing(QStringView line);

// Whether the words are written as a name is, real or not: few, the first with a capital and the others with one or
// small words between, no sentence, no address. "Wilma T.", "Mother of Three", "Torn in Truro".
[[nodiscard]] bool isWrittenAsName(QStringView words);

// The pen name in `text` if it is one by its form and has nothing of the sender's name or address; else empty.
[[nodiscard]] QString signatureIn(const QString &text, const Sender &sender);

} // namespace intake
