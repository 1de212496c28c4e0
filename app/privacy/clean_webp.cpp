#include "privacy/byte_reader.h"
#include "privacy/clean_formats.h"
#include "privacy/colour_profile.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

// Flags of the chunk VP8X.
constexpr quint8 hasExif = 0x08;
constexpr quint8 hasXmp = 0x04;

constexpr qsizetype animationSize = 6;

constexpr std::array frameChunks{QByteArrayView("ALPH"), QByteArrayView("VP8 "), QByteArrayView("VP8L")};
constexpr std::array fileChunks{QByteArrayView("VP8X"), QByteArrayView("ICCP"), QByteArrayView("ANIM"),
                                QByteArrayView("ANMF"), QByteArrayView("ALPH"), QByteArrayView("VP8 "),
                                QByteArrayView("VP8L")};

struct Chunk {
    QByteArrayView type;
    QByteArrayView body;
};

Chunk nextChunk(ByteReader &in)
{
    const QByteArrayView type = in.take(4);
    const quint32 size = in.little32();
    const QByteArrayView body = in.take(size);
    if (size % 2 == 1 && !in.atEnd())
        in.take(1);
    return {type, body};
}

void add32(QByteArray &out, quint32 number)
{
    for (const unsigned shift : {0U, 8U, 16U, 24U})
        out += char(number >> shift & 0xFFU);
}

void add(QByteArray &out, QByteArrayView type, QByteArrayView body)
{
    out += type;
    add32(out, quint32(body.size()));
    out += body;
    if (body.size() % 2 == 1)
        out += '\0';
}

// The size in a bitstream: RFC 6386, section 9.1, or the specification of lossless WebP, section 3.
QSize sizeOf(const Chunk &chunk)
{
    constexpr quint32 mask = 0x3FFF;
    ByteReader in(chunk.body);
    if (chunk.type == QByteArrayView("VP8L")) {
        in.take(1);
        const quint32 packed = in.little32();
        return in.isBroken() ? QSize() : QSize(int(packed & mask) + 1, int(packed >> 14U & mask) + 1);
    }
    in.take(6);
    const quint32 width = in.little16() & mask;
    const quint32 height = in.little16() & mask;
    return {int(width), int(height)};
}

// An animation's frame without chunks that nobody knows; nothing where it is broken.
std::optional<QByteArray> cleanFrame(QByteArrayView body)
{
    constexpr qsizetype headSize = 16;
    ByteReader in(body);
    QByteArray clean = in.take(headSize).toByteArray();
    bool hasPixels = false;
    while (!in.atEnd()) {
        const Chunk chunk = nextChunk(in);
        if (!in.isBroken() && std::ranges::find(frameChunks, chunk.type) != frameChunks.end()) {
            add(clean, chunk.type, chunk.body);
            hasPixels |= chunk.type.startsWith("VP8");
        }
    }
    return hasPixels && !in.isBroken() ? std::optional(clean) : std::nullopt;
}

class WebpCleaner
{
public:
    explicit WebpCleaner(QByteArrayView bytes) : m_bytes(bytes) {}

    CleanedPicture clean()
    {
        ByteReader file(m_bytes);
        const QByteArrayView riff = file.take(4);
        ByteReader in(file.take(file.little32()));
        if (riff != QByteArrayView("RIFF") || in.take(4) != QByteArrayView("WEBP"))
            return std::nullopt;
        m_chunks = "WEBP";
        while (!in.atEnd()) {
            const Chunk chunk = nextChunk(in);
            if (in.isBroken() || !take(chunk))
                return std::nullopt;
        }
        // Flags that promise a chunk which is not there: the sizes are wrong, and it lies inside another.
        if (m_size.isEmpty() || !m_hasPixels || (m_promised & ~unsigned(m_dropped)) != 0)
            return std::nullopt;
        QByteArray content("RIFF");
        add32(content, quint32(m_chunks.size()));
        return CleanPicture{QByteArray(content + m_chunks), m_size};
    }

private:
    bool take(const Chunk &chunk)
    {
        if (chunk.type == QByteArrayView("EXIF"))
            m_dropped |= hasExif;
        if (chunk.type == QByteArrayView("XMP "))
            m_dropped |= hasXmp;
        if (std::ranges::find(fileChunks, chunk.type) == fileChunks.end())
            return true;
        if (chunk.type == QByteArrayView("VP8X"))
            return takeExtended(chunk);
        if (chunk.type == QByteArrayView("ICCP") && !isColourProfile(chunk.body))
            return false;
        if (chunk.type == QByteArrayView("ANIM") && chunk.body.size() != animationSize)
            return false;
        if (chunk.type == QByteArrayView("ANMF")) {
            const auto frame = cleanFrame(chunk.body);
            add(m_chunks, chunk.type, frame.value_or(QByteArray()));
            m_hasPixels = true;
            return frame.has_value();
        }
        if (chunk.type.startsWith("VP8")) {
            m_hasPixels = true;
            if (m_size.isEmpty())
                m_size = sizeOf(chunk);
        }
        add(m_chunks, chunk.type, chunk.body);
        return true;
    }

    bool takeExtended(const Chunk &chunk)
    {
        constexpr qsizetype extendedSize = 10;
        if (chunk.body.size() != extendedSize || !m_size.isEmpty())
            return false;
        ByteReader in(chunk.body);
        const quint8 flags = in.byte();
        m_promised = flags & (hasExif | hasXmp);
        in.take(3);
        const int width = int(in.little24()) + 1;
        const int height = int(in.little24()) + 1;
        m_size = QSize(width, height);
        QByteArray body = chunk.body.toByteArray();
        body[0] = char(flags & ~unsigned(hasExif | hasXmp));
        add(m_chunks, chunk.type, body);
        return true;
    }

    QByteArrayView m_bytes;
    QByteArray m_chunks;
    QSize m_size;
    quint8 m_promised = 0; // by the flags
    quint8 m_dropped = 0;
    bool m_hasPixels = false;
};

} // namespace

CleanedPicture cleanWebp(QByteArrayView bytes)
{
    return WebpCleaner(bytes).clean();
}

} // namespace privacy
