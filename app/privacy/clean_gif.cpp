#include "privacy/byte_reader.h"
#include "privacy/clean_formats.h"

#include <array>

namespace privacy {

namespace {

// GIF89a, appendix A and B.
enum Label : quint8 {
    Trailer = 0x3B,
    Extension = 0x21,
    Image = 0x2C,
    GraphicControl = 0xF9,
    Application = 0xFF,
};

constexpr qsizetype longestSubBlock = 255;

// Counts the pixels that LZW codes stand for and where the codes end, without drawing any (GIF89a, appendix F).
class LzwWalk
{
public:
    LzwWalk(QByteArrayView codes, quint8 codeSize, quint64 pixels)
        : m_codes(codes), m_clear(1U << codeSize), m_due(pixels), m_codeSize(codeSize)
    {
        for (quint32 literal = 0; literal < m_clear; ++literal)
            m_lengths[literal] = 1;
        restart();
    }

    // Bytes that the picture takes; -1 where it is not exactly as many pixels as are due.
    qsizetype run()
    {
        for (quint32 code = next(); code != m_clear + 1; code = next()) {
            if (code == m_clear)
                restart();
            else if (m_isAtEnd)
                return m_pixels == m_due ? m_codes.size() : -1;
            else if (!add(code))
                return -1;
        }
        return m_pixels == m_due ? (m_bit + 7) / 8 : -1;
    }

private:
    static constexpr quint32 mostCodes = 4096;
    static constexpr int widest = 12;

    void restart()
    {
        m_next = m_clear + 2;
        m_width = m_codeSize + 1;
        m_lastLength = 0;
    }

    quint32 next()
    {
        m_isAtEnd = m_bit + m_width > m_codes.size() * 8;
        quint32 code = 0;
        for (int i = 0; i < m_width && !m_isAtEnd; ++i, ++m_bit)
            code |= quint32(quint8(m_codes.at(m_bit / 8)) >> unsigned(m_bit % 8) & 1U) << unsigned(i);
        return code;
    }

    bool add(quint32 code)
    {
        const bool isNew = code == m_next && m_lastLength > 0;
        if (code > m_clear + 1 ? code >= m_next && !isNew : code >= m_clear)
            return false;
        const quint32 length = isNew ? m_lastLength + 1 : m_lengths[code];
        if (m_lastLength > 0 && m_next < mostCodes) {
            m_lengths[m_next++] = m_lastLength + 1;
            if (m_next == 1U << unsigned(m_width) && m_width < widest)
                ++m_width;
        }
        m_lastLength = length;
        m_pixels += length;
        return m_pixels <= m_due;
    }

    QByteArrayView m_codes;
    std::array<quint32, mostCodes> m_lengths{};
    quint32 m_clear;
    quint32 m_next = 0;
    quint32 m_lastLength = 0;
    quint64 m_due;
    quint64 m_pixels = 0;
    qsizetype m_bit = 0;
    int m_width = 0;
    int m_codeSize;
    bool m_isAtEnd = false;
};

class GifCleaner
{
public:
    explicit GifCleaner(QByteArrayView bytes) : m_in(bytes) { m_clean.content.reserve(bytes.size()); }

    CleanedPicture clean()
    {
        if (!takeScreen())
            return std::nullopt;
        for (quint8 label = m_in.byte(); label != Trailer; label = m_in.byte()) {
            const bool isRight = label == Extension ? takeExtension() : label == Image && takeImage();
            if (!isRight || m_in.isBroken())
                return std::nullopt;
        }
        m_clean.content += char(Trailer);
        return m_hasImage ? CleanedPicture(std::move(m_clean)) : std::nullopt;
    }

private:
    bool takeScreen()
    {
        const QByteArrayView version = keep(6);
        const QByteArrayView screen = keep(7);
        if (m_in.isBroken() || (version != QByteArrayView("GIF87a") && version != QByteArrayView("GIF89a")))
            return false;
        ByteReader in(screen);
        const quint16 width = in.little16();
        const quint16 height = in.little16();
        m_clean.size = QSize(width, height);
        keepColours(in.byte());
        return !m_in.isBroken() && !m_clean.size.isEmpty();
    }

    void keepColours(quint8 flags)
    {
        if (flags & 0x80U)
            keep(3LL << ((flags & 7U) + 1));
    }

    // The data of a row of sub-blocks.
    QByteArray takeSubBlocks()
    {
        QByteArray data;
        for (quint8 size = m_in.byte(); size > 0; size = m_in.byte())
            data += m_in.take(size);
        return data;
    }

    bool takeExtension()
    {
        const quint8 label = m_in.byte();
        if (label == GraphicControl) {
            const QByteArray control = takeSubBlocks();
            addExtension(label, {control});
            return control.size() == 4;
        }
        if (label != Application) {
            takeSubBlocks();
            return true;
        }
        const QByteArrayView name = m_in.take(m_in.byte());
        const QByteArray data = takeSubBlocks();
        const bool loops = name == QByteArrayView("NETSCAPE2.0") || name == QByteArrayView("ANIMEXTS1.0");
        if (loops && data.size() >= 3 && data.front() == 1)
            addExtension(label, {name, QByteArrayView(data).first(3)});
        return true;
    }

    void addExtension(quint8 label, std::initializer_list<QByteArrayView> blocks)
    {
        m_clean.content += char(Extension);
        m_clean.content += char(label);
        for (const QByteArrayView block : blocks)
            addSubBlock(block);
        m_clean.content += '\0';
    }

    void addSubBlock(QByteArrayView block)
    {
        m_clean.content += char(block.size());
        m_clean.content += block;
    }

    bool takeImage()
    {
        m_clean.content += char(Image);
        ByteReader place(keep(9));
        place.take(4);
        const quint16 width = place.little16();
        const quint16 height = place.little16();
        keepColours(place.byte());
        const quint8 codeSize = m_in.byte();
        const QByteArray codes = takeSubBlocks();
        if (m_in.isBroken() || width == 0 || height == 0 || codeSize < 1 || codeSize > 8)
            return false;
        const qsizetype used = LzwWalk(codes, codeSize, quint64(width) * height).run();
        m_clean.content += char(codeSize);
        for (qsizetype at = 0; at < used; at += longestSubBlock)
            addSubBlock(QByteArrayView(codes).sliced(at, qMin(longestSubBlock, used - at)));
        m_clean.content += '\0';
        m_hasImage = true;
        return used > 0;
    }

    QByteArrayView keep(qint64 count)
    {
        const QByteArrayView kept = m_in.take(count);
        m_clean.content += kept;
        return kept;
    }

    ByteReader m_in;
    CleanPicture m_clean;
    bool m_hasImage = false;
};

} // namespace

CleanedPicture cleanGif(QByteArrayView bytes)
{
    return GifCleaner(bytes).clean();
}

} // namespace privacy
