// Pictures and papers that tell who made them, in every place where their formats can: built here byte by byte, so that
// a test knows what must be gone from the clean copy. Whoever is named in them is invented.
#pragma once

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QtEndian>

#include <array>

namespace telling {

// Stands in every place; what comes behind it says which.
inline const QByteArray canary("Quillfeather");

inline QByteArray told(const char *place)
{
    return canary + " of " + place;
}

inline QByteArray big16(quint16 number)
{
    const quint16 swapped = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 2);
}

inline QByteArray big32(quint32 number)
{
    const quint32 swapped = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 4);
}

inline QByteArray little16(quint16 number)
{
    const quint16 swapped = qToLittleEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 2);
}

inline QByteArray little32(quint32 number)
{
    const quint32 swapped = qToLittleEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&swapped), 4);
}

// No two rows or columns alike, so that a turned picture is seen to be turned.
inline QImage picture(QSize size = {24, 16})
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / size.width(), y * 255 / size.height(), 90));
    }
    return image;
}

inline QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return bytes;
}

inline QByteArray segment(int marker, const QByteArray &payload)
{
    return QByteArray("\xff") + char(marker) + big16(quint16(payload.size() + 2)) + payload;
}

// An entry of a TIFF directory, big endian: text that lies at an offset, or one number.
inline QByteArray entry(quint16 tag, const QByteArray &text, quint32 offset)
{
    return big16(tag) + big16(2) + big32(quint32(text.size())) + big32(offset);
}

// The payload of an EXIF segment with artist, owner of the camera, place and, behind all, a small picture.
inline QByteArray exif(int orientation)
{
    const QByteArray artist = told("the artist");
    const QByteArray place = told("the place");
    const QByteArray thumbnail = encoded(picture({4, 4}), "JPG");
    constexpr quint32 directory = 8;
    constexpr quint32 behind = directory + 2 + 4 * 12 + 4;
    QByteArray tiff = "MM" + big16(42) + big32(directory) + big16(4);
    tiff += entry(0x010E, artist, behind);
    tiff += big16(0x0112) + big16(3) + big32(1) + big16(quint16(orientation)) + big16(0);
    tiff += entry(0x013B, artist, behind);
    tiff += entry(0x001B, place, behind + quint32(artist.size()));
    tiff += big32(0) + artist + place;
    return QByteArray("Exif\0\0", 6) + tiff + thumbnail.first(2) + segment(0xFE, told("the small picture")) +
           thumbnail.sliced(2);
}

inline QByteArray profile()
{
    return QColorSpace(QColorSpace::SRgb).iccProfile();
}

inline QByteArray jpeg(int orientation = 1, QSize size = {24, 16})
{
    const QByteArray plain = encoded(picture(size), "JPG");
    const qsizetype firstTable = plain.indexOf("\xff\xdb");
    const qsizetype scan = plain.indexOf("\xff\xda");
    QByteArray bytes = plain.first(2);
    bytes += segment(0xE0, QByteArray("JFIF\0\1\1\0\0\1\0\1\4\1", 14) + canary);
    bytes += segment(0xE0, QByteArray("JFXX\0\x10", 6) + told("an extension"));
    bytes += segment(0xE1, exif(orientation));
    bytes += segment(0xE1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + told("XMP"));
    bytes += segment(0xE2, QByteArray("ICC_PROFILE\0\1\1", 14) + profile());
    bytes += segment(0xE2, QByteArray("MPF\0", 4) + told("many pictures"));
    bytes += segment(0xEC, "Ducky" + told("a program"));
    bytes += segment(0xED, QByteArray("Photoshop 3.0\0", 14) + "8BIM" + told("IPTC"));
    bytes += segment(0xEE, QByteArray("Adobe\0\x64\0\0\0\0\1", 12) + told("Adobe"));
    bytes += segment(0xFE, told("a comment"));
    bytes += plain.sliced(firstTable, scan - firstTable);
    bytes += segment(0xFE, told("a comment before the scan"));
    return bytes + plain.sliced(scan) + told("what lies behind");
}

inline quint32 crc(const QByteArray &bytes)
{
    quint32 sum = ~0U;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1U ? (sum >> 1U) ^ 0xEDB88320U : sum >> 1U;
    }
    return ~sum;
}

inline QByteArray chunk(const QByteArray &type, const QByteArray &body)
{
    return big32(quint32(body.size())) + type + body + big32(crc(type + body));
}

inline QByteArray png()
{
    const QByteArray plain = encoded(picture(), "PNG");
    const qsizetype behindHeader = 8 + 25;
    const qsizetype end = plain.size() - 12;
    QByteArray bytes = plain.first(behindHeader);
    bytes += chunk("iCCP", told("a profile's name") + QByteArray(2, '\0') + qCompress(profile()).sliced(4));
    bytes += chunk("tEXt", QByteArray("Author\0", 7) + told("text"));
    bytes += chunk("zTXt", QByteArray("Comment\0\0", 9) + told("packed text"));
    bytes += chunk("iTXt", QByteArray("XML:com.adobe.xmp\0\0\0\0\0", 22) + told("XMP"));
    bytes += chunk("eXIf", exif(6).sliced(6));
    bytes += chunk("tIME", canary.first(7));
    bytes += chunk("prVt", told("a program"));
    bytes += plain.sliced(behindHeader, end - behindHeader);
    bytes += chunk("tEXt", QByteArray("Source\0", 7) + told("text behind the pixels"));
    return bytes + plain.sliced(end) + told("what lies behind");
}

inline QByteArray subBlocks(const QByteArray &data)
{
    return QByteArray(1, char(data.size())) + data + QByteArray(1, '\0');
}

// One frame of 4 x 3 pixels in four colours; each code of the compression is one pixel, or begins anew.
inline QByteArray gifFrame()
{
    constexpr quint32 clear = 4;
    constexpr quint32 end = 5;
    QList<quint32> codes;
    for (quint32 pixel = 0; pixel < 12; ++pixel) {
        if (pixel % 2 == 0)
            codes.append(clear);
        codes.append(pixel % 4);
    }
    codes.append(end);
    QByteArray packed(QByteArray::size_type((codes.size() * 3 + 7) / 8), '\0');
    qsizetype bit = 0;
    for (const quint32 code : std::as_const(codes)) {
        for (unsigned i = 0; i < 3; ++i, ++bit)
            packed[bit / 8] = char(quint8(packed[bit / 8]) | ((code >> i & 1U) << unsigned(bit % 8)));
    }
    return "," + little16(0) + little16(0) + little16(4) + little16(3) + QByteArray("\0\2", 2) + subBlocks(packed);
}

inline QByteArray gif()
{
    QByteArray bytes = "GIF89a" + little16(4) + little16(3) + QByteArray("\x81\0\0", 3);
    bytes += QByteArray("\0\0\0\xff\xff\xff\xc0\x20\x20\x20\xc0\x20", 12);
    bytes += QByteArray("!\xff\x0b", 3) + "NETSCAPE2.0" + subBlocks(QByteArray("\1\0\0", 3));
    bytes += QByteArray("!\xff\x0b", 3) + "XMP DataXMP" + subBlocks(told("XMP"));
    bytes += QByteArray("!\xfe", 2) + subBlocks(told("a comment"));
    bytes += QByteArray("!\xf9", 2) + subBlocks(QByteArray("\0\5\0\0", 4)) + gifFrame();
    bytes += QByteArray("!\1", 2) + subBlocks(told("drawn text"));
    bytes += QByteArray("!\xf9", 2) + subBlocks(QByteArray("\0\5\0\0", 4)) + gifFrame();
    bytes += QByteArray("!\xfe", 2) + subBlocks(told("a last comment"));
    return bytes + ";" + told("what lies behind");
}

inline QByteArray riffChunk(const QByteArray &type, const QByteArray &body)
{
    return type + little32(quint32(body.size())) + body + QByteArray(body.size() % 2, '\0');
}

// A lossless bitstream of one colour: each of the five codes has a single symbol.
inline QByteArray webpPixels(QSize size)
{
    QByteArray bytes;
    unsigned used = 8;
    const auto add = [&](quint32 value, unsigned count) {
        for (unsigned i = 0; i < count; ++i, ++used) {
            if (used % 8 == 0)
                bytes += '\0';
            bytes.back() = char(quint8(bytes.back()) | ((value >> i & 1U) << (used % 8)));
        }
    };
    add(0x2F, 8);
    add(quint32(size.width() - 1), 14);
    add(quint32(size.height() - 1), 14);
    add(0, 4); // no transparency, version 0
    add(0, 3); // no transform, no cache of colours, one group of codes
    for (const quint32 symbol : {120U, 200U, 40U, 255U}) {
        add(0b101, 3); // simple, one symbol, of eight bits
        add(symbol, 8);
    }
    add(0b0001, 4); // simple, one symbol, of one bit: 0
    return bytes;
}

inline QByteArray webp()
{
    const QByteArray extended = QByteArray("\x2c\0\0\0", 4) + QByteArray("\x07\0\0\x05\0\0", 6);
    const QByteArray chunks = "WEBP" + riffChunk("VP8X", extended) + riffChunk("ICCP", profile()) +
                              riffChunk("VP8L", webpPixels({8, 6})) + riffChunk("EXIF", exif(1)) +
                              riffChunk("XMP ", told("XMP")) + riffChunk("note", told("a program"));
    return "RIFF" + little32(quint32(chunks.size())) + chunks + told("what lies behind");
}

inline QByteArray animatedWebp()
{
    const QByteArray extended = QByteArray("\x0a\0\0\0", 4) + QByteArray("\x07\0\0\x05\0\0", 6);
    const QByteArray frame = QByteArray(6, '\0') + QByteArray("\x07\0\0\x05\0\0", 6) + QByteArray("\x64\0\0\0", 4) +
                             riffChunk("VP8L", webpPixels({8, 6})) + riffChunk("note", told("a frame"));
    const QByteArray chunks = "WEBP" + riffChunk("VP8X", extended) + riffChunk("ANIM", QByteArray(6, '\0')) +
                              riffChunk("ANMF", frame) + riffChunk("ANMF", frame) + riffChunk("EXIF", exif(1));
    return "RIFF" + little32(quint32(chunks.size())) + chunks;
}

inline QByteArray stream(const QByteArray &entries, const QByteArray &content)
{
    return "<< " + entries + " /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content +
           "\nendstream";
}

// A document of these objects, numbered from 1; the first is the catalogue.
inline QByteArray document(const QByteArrayList &objects, const QByteArray &trailer)
{
    QByteArray bytes = "%PDF-1.7\n%" + told("the first lines") + "\n";
    QList<qsizetype> offsets;
    for (const QByteArray &object : objects) {
        offsets.append(bytes.size());
        bytes += QByteArray::number(offsets.size()) + " 0 obj\n" + object + "\nendobj\n%" + told("a comment") + "\n";
    }
    const qsizetype table = bytes.size();
    const QByteArray count = QByteArray::number(objects.size() + 1);
    bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype offset : std::as_const(offsets))
        bytes += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    bytes += "trailer\n<< /Root 1 0 R /Size " + count + " " + trailer + " >>\nstartxref\n" + QByteArray::number(table) +
             "\n%%EOF\n";
    return bytes + "% " + told("what lies behind") + "\n";
}

inline const QByteArray pageContent("q 100 0 0 80 10 10 cm /Im0 Do Q BT /F0 12 Tf 20 120 Td (The hedge) Tj ET");

inline QByteArray pdf()
{
    const auto text = [](const char *place) -> QByteArray {
        return "(" + told(place) + ")";
    };
    const QByteArray image = "/Type /XObject /Subtype /Image /Width 24 /Height 16 /ColorSpace /DeviceRGB "
                             "/BitsPerComponent 8 /Filter /DCTDecode /Metadata 6 0 R /Maker " +
                             text("a picture");
    return document(
        {
            "<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OpenAction 7 0 R /AA << /WC 7 0 R >> /PieceInfo << /Pen "
            "<< "
            "/Private " +
                text("a program") + " >> >> /Names << /EmbeddedFiles << /Names [" + text("a file's name") +
                " 8 0 R] >> /JavaScript << /Names [(x) 7 0 R] >> >> /AF [8 0 R] /AcroForm << /Fields [12 0 R] >> "
                "/StructTreeRoot << /Alt " +
                text("a description") + " >> /Lang (en) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 150] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [11 0 R 12 0 R] /LastModified " + text("a time") +
                " /PieceInfo << /X " + text("the page") +
                " >> /Thumb 6 0 R /AA << /O 7 0 R >> /Resources << /XObject << "
                "/Im0 5 0 R /Fm0 13 0 R >> /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> "
                ">>",
            stream("/Metadata 6 0 R", pageContent),
            stream(image, jpeg()),
            stream("/Type /Metadata /Subtype /XML", told("XMP")),
            "<< /Type /Action /S /JavaScript /JS " + text("a script") + " >>",
            "<< /Type /Filespec /F " + text("a file") + " /EF << /F 9 0 R >> >>",
            stream("/Type /EmbeddedFile", told("a file inside")),
            "<< /Title " + text("the title") + " /Author " + text("the author") + " /Producer " + text("a printer") +
                " >>",
            "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T " + text("a note's author") + " /Contents " +
                text("a note") + " >>",
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [10 100 90 120] /F 4 /T " + text("a field") +
                " /V (Privet) "
                "/AP << /N 13 0 R >> >>",
            stream("/Type /XObject /Subtype /Form /BBox [0 0 80 20] /LastModified " + text("a form") +
                       " /PTEX.FileName " + text("a path"),
                   "BT /F0 10 Tf (Privet) Tj ET"),
        },
        "/Info 10 0 R /Note " + text("the trailer") + " /ID [" + text("an id") + text("another id") + "]");
}

// A document whose objects are packed, as programs of today write them; `padding` is packed with them.
inline QByteArray packedPdf(const QByteArray &padding = {}, const QByteArray &filter = "/FlateDecode")
{
    const QByteArray catalogue("<< /Type /Catalog /Pages 2 0 R >> ");
    const QByteArray pages("<< /Type /Pages /Kids [3 0 R] /Count 1 >> ");
    const QByteArray page("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >> ");
    const QByteArray numbers = "1 0 2 " + QByteArray::number(catalogue.size()) + " 3 " +
                               QByteArray::number(catalogue.size() + pages.size()) + " ";
    const QByteArray packed = qCompress(numbers + catalogue + pages + page + padding).sliced(4);
    QByteArray bytes = "%PDF-1.5\n";
    const qsizetype objects = bytes.size();
    bytes += "4 0 obj\n" +
             stream("/Type /ObjStm /N 3 /First " + QByteArray::number(numbers.size()) + " /Filter " + filter, packed) +
             "\nendobj\n";
    const qsizetype table = bytes.size();
    QByteArray rows(4, '\0');
    for (char index = 0; index < 3; ++index)
        rows += QByteArray("\2\0\4", 3) + index;
    for (const qsizetype offset : {objects, table})
        rows += '\1' + big16(quint16(offset)) + '\0';
    bytes += "5 0 obj\n" +
             stream("/Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode", qCompress(rows).sliced(4)) +
             "\nendobj\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return bytes;
}

} // namespace telling
