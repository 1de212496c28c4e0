// PlainText: a file of plain text into one letter. Pure function, any thread.
#pragma once

#include "base/result.h"
#include "intake/incoming_letter.h"

namespace intake {

// `name` is the file's name, for messages. A short first line that stands alone and is no salutation is the subject; it
// stays in the text as well, as a pen name at its end does. Fails with Kind::Unusable for an empty file, one of more
// than letterLimit bytes, and one that is not text.
[[nodiscard]] base::Result<IncomingLetter> readText(const QByteArray &raw, const QString &name);

} // namespace intake
