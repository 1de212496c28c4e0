// Colour profiles (ICC.1:2022) as pictures carry them. They are kept, since without one the colours are others; so they
// are looked at to be what they say and nothing more. Pure, any thread.
#pragma once

#include "privacy/byte_reader.h"

namespace privacy {

// Whether the bytes are one whole profile by its own size and signature (section 7.2).
[[nodiscard]] inline bool isColourProfile(QByteArrayView bytes)
{
    constexpr qsizetype signatureAt = 36;
    ByteReader in(bytes);
    const quint32 size = in.big32();
    in.take(signatureAt - qsizetype(sizeof size));
    return in.take(4) == QByteArrayView("acsp") && size == quint64(bytes.size());
}

} // namespace privacy
