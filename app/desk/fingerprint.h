// Fingerprint: by what a letter that came before is known again. Pure function, any thread.
#pragma once

#include <QString>

namespace desk {

// Hexadecimal SHA-256 of the text without regard to case, white space and line ends.
[[nodiscard]] QString fingerprint(const QString &text);

} // namespace desk
