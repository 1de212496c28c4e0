// The entry that libFuzzer calls with one input after another.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace fuzz {

// A copy of exactly these bytes, so that reading beyond them is found.
inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

// Ends the program, which is a find, where something does not hold that must.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace fuzz
