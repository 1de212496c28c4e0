// Flowed: text that a mail program broke into lines to be joined again (RFC 3676). Pure, any thread.
#pragma once

#include <QString>

namespace intake {

// Each paragraph on one line; quoted ones with "> " for each level. `deletesSpaces` is the DelSp parameter.
[[nodiscard]] QString unfoldFlowed(const QString &text, bool deletesSpaces);

} // namespace intake
