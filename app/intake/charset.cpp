#include "intake/charset.h"

#include <QStringDecoder>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <optional>

namespace intake {

namespace {

constexpr std::array<char16_t, 32> windows1252Block = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

struct Alias {
    const char *label;
    const char *name;
};

// What labels mean in mail: old names, and sets whose users mean a larger one.
constexpr Alias aliases[] = {
    {"ansi_x3.4-1968", "us-ascii"},
    {"ascii", "us-ascii"},
    {"us", "us-ascii"},
    {"8859-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"x-ansi", "windows-1252"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"x-unicode-2-0-utf-7", "utf-7"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "cp874"},
    {"tis-620", "cp874"},
    {"windows-874", "cp874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"euc-kr", "cp949"},
    {"ks_c_5601-1987", "cp949"},
    {"ks_c_5601", "cp949"},
    {"windows-949", "cp949"},
    {"shift_jis", "cp932"},
    {"shift-jis", "cp932"},
    {"sjis", "cp932"},
    {"x-sjis", "cp932"},
    {"windows-31j", "cp932"},
    {"big5", "big5-hkscs"},
    {"x-mac-roman", "macintosh"},
    {"x-mac-cyrillic", "mac-cyrillic"},
};

QByteArray canonicalName(const QByteArray &label)
{
    QByteArray name = label.trimmed().toLower();
    name.replace('"', "").replace('\'', "");
    for (const Alias &alias : aliases) {
        if (name == alias.label)
            return alias.name;
    }
    // Anything else would be a path or an option of iconv, not a name.
    const bool plain = std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
    });
    return plain && name.size() <= 40 ? name : QByteArray();
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// How many characters of more than one byte are well formed.
qsizetype multibyteCount(const QString &decoded)
{
    return std::count_if(decoded.cbegin(), decoded.cend(),
                         [](QChar c) { return c.unicode() >= 0x80 && c != QChar::ReplacementCharacter; });
}

DecodedText decodeUtf8(const QByteArray &bytes)
{
    DecodedText result{QString::fromUtf8(bytes)};
    if (isAscii(bytes) || QByteArray(bytes).isValidUtf8())
        return result;
    if (multibyteCount(result.text) == 0)
        return {fromWindows1252(bytes), true};
    result.damaged = true;
    return result;
}

DecodedText decodeUnlabelled(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        DecodedText result{QString(decoder(bytes))};
        result.damaged = decoder.hasError();
        return result;
    }
    if (bytes.isValidUtf8())
        return {QString::fromUtf8(bytes)};
    return {fromWindows1252(bytes), true};
}

class Iconv
{
public:
    explicit Iconv(const QByteArray &name) : m_handle(iconv_open("UTF-8", name.constData())) {}
    ~Iconv()
    {
        if (isOpen())
            iconv_close(m_handle);
    }
    Iconv(const Iconv &) = delete;
    Iconv &operator=(const Iconv &) = delete;

    [[nodiscard]] bool isOpen() const
    {
        return m_handle != iconv_t(-1); // NOLINT(performance-no-int-to-ptr): POSIX says so
    }

    // Bytes that are nothing in the set become U+FFFD, one by one.
    DecodedText decode(QByteArray bytes)
    {
        char *from = bytes.data();
        size_t left = static_cast<size_t>(bytes.size());
        bool damaged = false;
        while (left > 0) {
            const size_t result = convert(&from, &left);
            if (result != size_t(-1) || errno == E2BIG)
                continue;
            m_utf8.append("\xEF\xBF\xBD");
            damaged = true;
            ++from;
            --left;
        }
        convert(nullptr, nullptr);
        return {QString::fromUtf8(m_utf8), false, damaged};
    }

private:
    size_t convert(char **from, size_t *left)
    {
        std::array<char, 4096> buffer;
        char *to = buffer.data();
        size_t room = buffer.size();
        errno = 0;
        const size_t result = iconv(m_handle, from, left, &to, &room);
        const int error = errno;
        m_utf8.append(buffer.data(), to - buffer.data());
        errno = error;
        return result;
    }

    iconv_t m_handle;
    QByteArray m_utf8;
};

DecodedText decodeRaw(const QByteArray &bytes, const QByteArray &name)
{
    if (name.isEmpty() || name == "us-ascii")
        return decodeUnlabelled(bytes);
    if (name == "utf-8")
        return decodeUtf8(bytes);
    if (name == "windows-1252")
        return {fromWindows1252(bytes)};
    Iconv iconv(name);
    return iconv.isOpen() ? iconv.decode(bytes) : decodeUnlabelled(bytes);
}

bool isC1(char16_t c)
{
    return c >= 0x80 && c < 0xA0;
}

// What clean() has to look at: controls, and characters that XML does not allow.
bool isUnwanted(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || c == 0x7F || isC1(c) || c == 0xFFFE || c == 0xFFFF;
}

void clean(DecodedText &decoded)
{
    QString &text = decoded.text;
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return isUnwanted(c.unicode()); }))
        return;
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                kept.append(u'\n');
        } else if (c == u'\f' || c == u'\v') {
            kept.append(u'\n');
        } else if (isC1(c)) {
            kept.append(QChar(windows1252Block[c - 0x80]));
        } else if (isUnwanted(c)) {
            decoded.dropped = true;
        } else {
            kept.append(QChar(c));
        }
    }
    text = kept;
}

} // namespace

DecodedText decodeText(const QByteArray &bytes, const QByteArray &label)
{
    DecodedText decoded = decodeRaw(bytes, canonicalName(label));
    clean(decoded);
    return decoded;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (isC1(c.unicode()))
            c = QChar(windows1252Block[c.unicode() - 0x80]);
    }
    return text;
}

bool looksBinary(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return false;
    for (const char *magic : {"%PDF-", "PK\x03\x04", "\x89PNG", "GIF8", "\xFF\xD8\xFF", "\xD0\xCF\x11\xE0", "{\\rtf",
                              "\x1F\x8B", "SQLite format 3", "\177ELF"}) {
        if (bytes.startsWith(magic))
            return true;
    }
    const QByteArrayView sample = bytes.first(qMin<qsizetype>(bytes.size(), 8192));
    const qsizetype controls = std::count_if(sample.cbegin(), sample.cend(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
    });
    return controls * 20 > sample.size();
}

} // namespace intake
