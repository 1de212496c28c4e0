#include "privacy/byte_reader.h"
#include "privacy/clean_formats.h"

#include <algorithm>
#include <array>
#include <limits>

namespace privacy {

namespace {

constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype longest = std::numeric_limits<qint32>::max();

// The chunks that are kept, with the sizes that the specification gives them.
struct Kept {
    QByteArrayView type;
    qsizetype least;
    qsizetype most;
};

constexpr std::array chunks{
    Kept{"IHDR", 13, 13}, Kept{"PLTE", 3, 768},     Kept{"IDAT", 0, longest}, Kept{"IEND", 0, 0},
    Kept{"tRNS", 1, 256}, Kept{"gAMA", 4, 4},       Kept{"cHRM", 32, 32},     Kept{"sRGB", 1, 1},
    Kept{"sBIT", 1, 4},   Kept{"bKGD", 1, 6},       Kept{"pHYs", 9, 9},       Kept{"acTL", 8, 8},
    Kept{"fcTL", 26, 26}, Kept{"fdAT", 4, longest}, Kept{"iCCP", 4, longest},
};

// CRC-32 (ISO 3309), as every chunk ends with it.
quint32 checksum(QByteArrayView bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> sums{};
        for (quint32 i = 0; i < sums.size(); ++i) {
            quint32 sum = i;
            for (int bit = 0; bit < 8; ++bit)
                sum = sum & 1U ? 0xEDB88320U ^ (sum >> 1U) : sum >> 1U;
            sums[i] = sum;
        }
        return sums;
    }();
    quint32 sum = 0xFFFFFFFFU;
    for (const char byte : bytes)
        sum = table[(sum ^ quint8(byte)) & 0xFFU] ^ (sum >> 8U);
    return ~sum;
}

void add32(QByteArray &out, quint32 number)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out += char(number >> shift & 0xFFU);
}

void add(QByteArray &out, QByteArrayView typeAndBody)
{
    add32(out, quint32(typeAndBody.size() - 4));
    out += typeAndBody;
    add32(out, checksum(typeAndBody));
}

// The name of a colour profile is free text; every profile gets the same. A profile without the end of its name is
// nothing but a name.
void addProfile(QByteArray &out, QByteArrayView profile)
{
    if (const qsizetype end = profile.indexOf('\0'); end >= 0)
        add(out, QByteArray("iCCPprofile" + profile.sliced(end).toByteArray()));
}

QSize sizeOf(QByteArrayView header)
{
    ByteReader in(header);
    const quint32 width = in.big32();
    const quint32 height = in.big32();
    return width > quint32(longest) || height > quint32(longest) ? QSize() : QSize(int(width), int(height));
}

bool isCritical(QByteArrayView type)
{
    return type.front() >= 'A' && type.front() <= 'Z';
}

} // namespace

CleanedPicture cleanPng(QByteArrayView bytes)
{
    ByteReader in(bytes);
    if (in.take(signature.size()) != signature)
        return std::nullopt;
    CleanPicture clean{signature.toByteArray(), {}};
    clean.content.reserve(bytes.size());
    bool hasPixels = false;
    for (QByteArrayView type; type != QByteArrayView("IEND");) {
        const quint32 length = in.big32();
        const QByteArrayView whole = in.take(qint64(length) + 4);
        const quint32 sum = in.big32();
        if (in.isBroken() || sum != checksum(whole))
            return std::nullopt;
        type = whole.first(4);
        const QByteArrayView body = whole.sliced(4);
        const auto *kept = std::ranges::find(chunks, type, &Kept::type);
        const bool isHeader = type == QByteArrayView("IHDR");
        if (kept == chunks.end() ? isCritical(type) : body.size() < kept->least || body.size() > kept->most)
            return std::nullopt;
        if (isHeader != clean.size.isEmpty())
            return std::nullopt;
        if (isHeader)
            clean.size = sizeOf(body);
        if (kept == chunks.end())
            continue;
        hasPixels |= type == QByteArrayView("IDAT");
        if (type == QByteArrayView("iCCP"))
            addProfile(clean.content, body);
        else
            add(clean.content, whole);
    }
    return hasPixels && !clean.size.isEmpty() ? CleanedPicture(std::move(clean)) : std::nullopt;
}

} // namespace privacy
