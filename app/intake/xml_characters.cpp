#include "intake/xml_characters.h"

#include "intake/charset.h"
#include "intake/charset_names.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <utility>

namespace intake {

namespace {

constexpr qsizetype longestSequence = 4;
constexpr char32_t replacement = 0xFFFD;

// What a file begins with that tells the encoding without a declaration.
struct Start {
    const char *bytes;
    qsizetype length;
    qsizetype marks; // how many of the bytes are no text
    bool isWide;     // UTF-16
    bool isBigEndian;
};

constexpr Start starts[] = {
    {"\xEF\xBB\xBF", 3, 3, false, false}, {"\xFF\xFE", 2, 2, true, false}, {"\xFE\xFF", 2, 2, true, true},
    {"<\0?\0", 4, 0, true, false},        {"\0<\0?", 4, 0, true, true},
};

uchar byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<uchar>(bytes[at]);
}

bool isSurrogate(char32_t code)
{
    return code >= 0xD800 && code <= 0xDFFF;
}

void appendUtf8(QByteArray &text, char32_t code)
{
    text.append(QString::fromUcs4(&code, 1).toUtf8());
}

// A character of UTF-8 (RFC 3629), or half of a surrogate pair written the same way.
struct Sequence {
    char32_t code = 0;
    qsizetype length = 0;   // 0: it is none
    bool isPartial = false; // it may become one
};

Sequence sequenceIn(QByteArrayView bytes)
{
    const uchar lead = byteAt(bytes, 0);
    const qsizetype length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
    if (length == 0)
        return {};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (qsizetype at = 1; at < length; ++at) {
        if (at == bytes.size())
            return {0, 0, true};
        if ((byteAt(bytes, at) & 0xC0U) != 0x80U)
            return {};
        code = (code << 6U) | (byteAt(bytes, at) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSound = code >= smallest.at(static_cast<size_t>(length)) && code <= 0x10FFFF;
    return isSound ? Sequence{code, length, false} : Sequence{};
}

bool isUtf8(QByteArrayView bytes)
{
    for (qsizetype chopped = 0; chopped < longestSequence && chopped <= bytes.size(); ++chopped) {
        if (bytes.chopped(chopped).isValidUtf8())
            return true;
    }
    return false;
}

std::array<QByteArray, 128> upperHalf(const QByteArray &charset)
{
    std::array<QByteArray, 128> characters;
    for (size_t at = 0; at < characters.size(); ++at) {
        const QByteArray byte(1, static_cast<char>(at + 128));
        const QString text = charset.isEmpty() ? fromWindows1252(byte) : decodeText(byte, charset).text;
        characters.at(at) = text.isEmpty() ? QString(QChar(replacement)).toUtf8() : text.toUtf8();
    }
    return characters;
}

bool isBeyondAscii(char c)
{
    return static_cast<uchar>(c) >= 0x80;
}

} // namespace

QByteArray XmlCharacters::take(QByteArrayView piece, bool isLast)
{
    m_held.append(piece);
    if (!m_isBegun && m_held.size() < beginning && !isLast)
        return {};
    if (!m_isBegun)
        begin();
    settle();
    m_text.clear();
    m_text.reserve(m_held.size());
    const QByteArray bytes = std::exchange(m_held, {});
    if (m_form == Form::Utf8 || m_form == Form::SingleByte)
        takeBytes(bytes, isLast);
    else
        takeUnits(bytes, isLast);
    return m_text;
}

void XmlCharacters::begin()
{
    m_isBegun = true;
    m_upper = upperHalf({});
    const auto *const start = std::ranges::find_if(
        starts, [this](const Start &known) { return m_held.startsWith(QByteArrayView(known.bytes, known.length)); });
    if (start == std::end(starts)) {
        readDeclaration();
        return;
    }
    m_form = start->isWide ? (start->isBigEndian ? Form::Utf16BigEndian : Form::Utf16LittleEndian) : Form::Utf8;
    m_held.remove(0, start->marks);
}

void XmlCharacters::readDeclaration()
{
    static const QRegularExpression declaration(
        QStringLiteral(R"(<\?xml\s[^>]{0,200}\bencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["'])"));
    const QString start = QString::fromLatin1(QByteArrayView(m_held).first(std::min(m_held.size(), beginning)));
    const QByteArray name = canonicalCharset(declaration.match(start).captured(1).toLatin1());
    if (isCharsetName(name) && name != "us-ascii" && !name.startsWith("utf"))
        m_declared = name;
}

// What the file says of itself counts from the first piece on in which it makes a difference.
void XmlCharacters::settle()
{
    if (m_declared.isEmpty() || std::none_of(m_held.cbegin(), m_held.cend(), isBeyondAscii))
        return;
    const QByteArray name = std::exchange(m_declared, {});
    if (isUtf8(m_held))
        return;
    if (isSingleByteCharset(name)) {
        m_form = Form::SingleByte;
        m_upper = upperHalf(name);
    } else {
        m_unreadable = name;
    }
}

void XmlCharacters::takeBytes(QByteArrayView bytes, bool isLast)
{
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = at;
        while (end < bytes.size() && ((bytes[end] >= 0x20 && !isBeyondAscii(bytes[end])) || bytes[end] == '\t'))
            ++end;
        if (end > at) {
            m_text.append(bytes.sliced(at, end - at));
            m_afterReturn = false;
            at = end;
        } else if (!isBeyondAscii(bytes[at])) {
            takeControl(byteAt(bytes, at));
            ++at;
        } else {
            const qsizetype taken = takeBeyondAscii(bytes.sliced(at), isLast);
            if (taken == 0) {
                m_held = bytes.sliced(at).toByteArray();
                return;
            }
            at += taken;
        }
    }
}

// How many bytes were taken; 0 where it depends on what follows.
qsizetype XmlCharacters::takeBeyondAscii(QByteArrayView bytes, bool isLast)
{
    m_afterReturn = false;
    if (m_form == Form::SingleByte) {
        m_text.append(m_upper.at(byteAt(bytes, 0) - 128U));
        return 1;
    }
    const Sequence sequence = sequenceIn(bytes);
    if (sequence.isPartial && !isLast)
        return 0;
    if (sequence.length == 0) {
        takeReplaced(bytes[0]);
        return 1;
    }
    takeCharacter(sequence.code, bytes.first(sequence.length));
    return sequence.length;
}

void XmlCharacters::takeReplaced(char byte)
{
    m_tally.note(XmlRepair::Kind::Encoding, m_line);
    m_text.append(m_upper.at(static_cast<uchar>(byte) - 128U));
}

void XmlCharacters::takeUnits(QByteArrayView bytes, bool isLast)
{
    const qsizetype high = m_form == Form::Utf16BigEndian ? 0 : 1;
    const auto unitAt = [bytes, high](qsizetype at) -> char32_t {
        return (char32_t(byteAt(bytes, at + high)) << 8U) | byteAt(bytes, at + 1 - high);
    };
    qsizetype at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t unit = unitAt(at);
        if (QChar::isHighSurrogate(unit) && at + 3 >= bytes.size() && !isLast)
            break;
        const bool isPair =
            QChar::isHighSurrogate(unit) && at + 3 < bytes.size() && QChar::isLowSurrogate(unitAt(at + 2));
        const char32_t code = isPair ? QChar::surrogateToUcs4(char16_t(unit), char16_t(unitAt(at + 2))) : unit;
        if (code < 0x20 && code != '\t') {
            takeControl(code);
        } else {
            QByteArray utf8;
            if (!isSurrogate(code))
                appendUtf8(utf8, code);
            m_afterReturn = false;
            takeCharacter(code, utf8);
        }
        at += isPair ? 4 : 2;
    }
    m_held = bytes.sliced(at).toByteArray();
    if (isLast && !m_held.isEmpty())
        m_tally.note(XmlRepair::Kind::Encoding, m_line);
}

void XmlCharacters::takeControl(char32_t code)
{
    const bool isEnd = code == '\n' || code == '\r';
    if (!isEnd) {
        m_tally.note(XmlRepair::Kind::ControlCharacter, m_line);
    } else if (code == '\r' || !m_afterReturn) {
        m_text.append('\n');
        ++m_line;
    }
    m_afterReturn = code == '\r';
}

void XmlCharacters::takeCharacter(char32_t code, QByteArrayView utf8)
{
    if (isSurrogate(code) || code == 0xFFFE || code == 0xFFFF)
        m_tally.note(XmlRepair::Kind::ControlCharacter, m_line);
    else
        m_text.append(utf8);
}

} // namespace intake
