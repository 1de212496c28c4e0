// Iso2022Jp: the seven-bit Japanese of mail (RFC 1468) as programs really write it: with half-width katakana and the
// characters of Windows, with escapes that were lost on the way, and lines that do not return to ASCII. Pure, any
// thread.
#pragma once

#include "intake/charset.h"

namespace intake {

[[nodiscard]] DecodedText decodeIso2022Jp(const QByteArray &bytes);

// Whether the bytes switch to Japanese by an escape that nothing else uses.
[[nodiscard]] bool hasIso2022JpEscapes(QByteArrayView bytes);

} // namespace intake
