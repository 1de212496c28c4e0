// IconvText: the one place that knows iconv, the system's library of character sets. Pure functions, any thread.
#pragma once

#include "intake/charset.h"

#include <optional>

namespace intake {

// Bytes that are nothing in the set become U+FFFD, one by one. Nothing if the system does not know the set.
[[nodiscard]] std::optional<DecodedText> decodeByIconv(const QByteArray &bytes, const QByteArray &name);

[[nodiscard]] bool isIconvName(const QByteArray &name);

} // namespace intake
