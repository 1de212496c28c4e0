#include "privacy/byte_reader.h"
#include "privacy/clean_formats.h"
#include "privacy/colour_profile.h"

#include <QByteArrayList>

namespace privacy {

namespace {

// T.81, table B.1.
enum Marker : quint8 {
    StartOfFrame = 0xC0,
    HuffmanTables = 0xC4,
    ArithmeticTables = 0xCC,
    FirstRestart = 0xD0,
    LastRestart = 0xD7,
    StartOfImage = 0xD8,
    EndOfImage = 0xD9,
    StartOfScan = 0xDA,
    QuantisationTables = 0xDB,
    RestartInterval = 0xDD,
    FirstApplication = 0xE0,
    Exif = 0xE1,
    Profile = 0xE2,
    Adobe = 0xEE,
    LastApplication = 0xEF,
    Comment = 0xFE,
};

constexpr quint8 escape = 0xFF;
constexpr QByteArrayView density("JFIF\0", 5);
constexpr QByteArrayView profile("ICC_PROFILE\0", 12);
constexpr QByteArrayView exif("Exif\0\0", 6);

// Baseline, extended and progressive; what else there is, browsers do not show.
bool isFrame(quint8 marker)
{
    return marker == 0xC0 || marker == 0xC1 || marker == 0xC2 || marker == 0xC9 || marker == 0xCA;
}

bool isRestart(quint8 marker)
{
    return marker >= FirstRestart && marker <= LastRestart;
}

bool isApplication(quint8 marker)
{
    return marker >= FirstApplication && marker <= LastApplication;
}

// Tables hold exactly what they say, so that nothing travels behind them.
bool areTables(quint8 marker, QByteArrayView payload)
{
    ByteReader in(payload);
    while (!in.atEnd()) {
        const quint8 kind = in.byte();
        if (marker == QuantisationTables) {
            if (kind >> 4U > 1 || (kind & 0xFU) > 3)
                return false;
            in.take(kind >> 4U ? 128 : 64);
        } else if (marker == HuffmanTables) {
            if (kind >> 4U > 1 || (kind & 0xFU) > 3)
                return false;
            qint64 values = 0;
            for (const char count : in.take(16))
                values += quint8(count);
            in.take(values);
        } else {
            in.take(1);
        }
    }
    return !payload.isEmpty() && !in.isBroken();
}

// The orientation in an EXIF segment; 1 where it says nothing that can be understood.
int orientationOf(QByteArrayView tiff)
{
    constexpr quint16 orientationTag = 0x0112;
    constexpr qsizetype entrySize = 12;
    const bool isLittle = tiff.startsWith("II");
    const auto read16 = [isLittle](ByteReader &in) {
        return isLittle ? in.little16() : in.big16();
    };
    ByteReader start(tiff);
    start.take(4);
    const quint32 directory = isLittle ? start.little32() : start.big32();
    ByteReader in(tiff);
    in.take(directory);
    const quint16 entries = read16(in);
    for (quint16 entry = 0; entry < entries && !in.isBroken(); ++entry) {
        ByteReader field(in.take(entrySize));
        if (read16(field) != orientationTag)
            continue;
        field.take(6);
        const int value = read16(field);
        return value >= 1 && value <= 8 && !field.isBroken() ? value : 1;
    }
    return 1;
}

class JpegCleaner
{
public:
    explicit JpegCleaner(QByteArrayView bytes) : m_in(bytes) { m_clean.content.reserve(bytes.size()); }

    CleanedPicture clean()
    {
        if (m_in.big16() != (escape << 8U | StartOfImage))
            return std::nullopt;
        addMarker(StartOfImage);
        m_next = findMarker();
        while (m_next != EndOfImage) {
            if (m_in.isBroken() || !takeSegment())
                return std::nullopt;
        }
        if (!m_hasScan)
            return std::nullopt;
        addMarker(EndOfImage);
        return std::move(m_clean);
    }

private:
    // Skips what is no marker; decoders do too.
    quint8 findMarker()
    {
        quint8 last = 0;
        while (!m_in.isBroken()) {
            const quint8 next = m_in.byte();
            if (last == escape && next != escape && next != 0)
                return next;
            last = next;
        }
        return 0;
    }

    bool takeSegment()
    {
        const quint8 marker = m_next;
        const quint16 length = m_in.big16();
        const QByteArrayView payload = m_in.take(qint64(length) - 2);
        if (m_in.isBroken() || !takeSegment(marker, payload))
            return false;
        m_next = marker == StartOfScan ? takeScan() : findMarker();
        return true;
    }

    bool takeSegment(quint8 marker, QByteArrayView payload)
    {
        if (isApplication(marker)) {
            takeApplication(marker, payload);
            return true;
        }
        if (isFrame(marker))
            return takeFrame(marker, payload);
        bool isRight = false;
        switch (marker) {
        case Comment:
            return true;
        case HuffmanTables:
        case ArithmeticTables:
        case QuantisationTables:
            isRight = areTables(marker, payload);
            break;
        case RestartInterval:
            isRight = payload.size() == 2;
            break;
        case StartOfScan:
            isRight = !m_clean.size.isEmpty() && !payload.isEmpty() && payload.front() >= 1 && payload.front() <= 4 &&
                      payload.size() == 4 + 2 * payload.front();
            m_hasScan = true;
            break;
        default:
            break;
        }
        if (isRight)
            add(marker, payload);
        return isRight;
    }

    void takeApplication(quint8 marker, QByteArrayView payload)
    {
        constexpr qsizetype densityUpToThumbnail = 12;
        constexpr qsizetype adobeSize = 12;
        if (marker == FirstApplication && payload.startsWith(density) && payload.size() >= densityUpToThumbnail)
            add(marker, QByteArray(payload.first(densityUpToThumbnail).toByteArray() + QByteArray(2, '\0')));
        else if (marker == Profile && payload.startsWith(profile))
            takeProfile(payload);
        else if (marker == Adobe && payload.startsWith("Adobe") && payload.size() >= adobeSize)
            add(marker, payload.first(adobeSize));
        else if (marker == Exif && payload.startsWith(exif) && m_clean.orientation == 1)
            m_clean.orientation = orientationOf(payload.sliced(exif.size()));
    }

    // A profile may be in several segments, each with its number and their count.
    void takeProfile(QByteArrayView payload)
    {
        constexpr qsizetype headSize = 14;
        if (payload.size() < headSize)
            return;
        m_profileParts.append(payload.toByteArray());
        m_profile += payload.sliced(headSize);
    }

    bool takeFrame(quint8 marker, QByteArrayView payload)
    {
        ByteReader in(payload);
        in.take(1);
        const quint16 height = in.big16();
        const quint16 width = in.big16();
        const quint8 components = in.byte();
        const bool isFirst = m_clean.size.isEmpty();
        if (!isFirst || in.isBroken() || width == 0 || height == 0 || components == 0 || components > 4 ||
            payload.size() != 6 + 3 * components)
            return false;
        m_clean.size = QSize(width, height);
        if (isColourProfile(m_profile)) {
            for (const QByteArray &part : std::as_const(m_profileParts))
                add(Profile, part);
        }
        add(marker, payload);
        return true;
    }

    // The compressed pixels up to the next marker, which is given.
    quint8 takeScan()
    {
        while (!m_in.isBroken()) {
            const quint8 next = m_in.byte();
            if (next != escape) {
                m_clean.content += char(next);
                continue;
            }
            quint8 code = m_in.byte();
            while (code == escape)
                code = m_in.byte();
            if (code != 0 && !isRestart(code))
                return code;
            m_clean.content += char(escape);
            m_clean.content += char(code);
        }
        return 0;
    }

    void addMarker(quint8 marker)
    {
        m_clean.content += char(escape);
        m_clean.content += char(marker);
    }

    void add(quint8 marker, QByteArrayView payload)
    {
        const auto length = quint16(payload.size() + 2);
        addMarker(marker);
        m_clean.content += char(length >> 8U);
        m_clean.content += char(length & 0xFFU);
        m_clean.content += payload;
    }

    ByteReader m_in;
    CleanPicture m_clean;
    QByteArrayList m_profileParts;
    QByteArray m_profile;
    quint8 m_next = 0;
    bool m_hasScan = false;
};

} // namespace

CleanedPicture cleanJpeg(QByteArrayView bytes)
{
    return JpegCleaner(bytes).clean();
}

} // namespace privacy
