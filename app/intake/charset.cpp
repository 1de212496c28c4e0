#include "intake/charset.h"

#include "intake/charset_guess.h"
#include "intake/charset_names.h"
#include "intake/iconv_text.h"
#include "intake/iso2022jp.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace intake {

namespace {

constexpr std::array<char16_t, 32> windows1252Block = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                       0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

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

DecodedText guessed(QString text, const char *readAs)
{
    DecodedText result;
    result.text = std::move(text);
    result.guessed = true;
    result.readAs = readAs;
    return result;
}

// For bytes without a usable claim that are no UTF-8.
DecodedText decodeByGuess(const QByteArray &bytes)
{
    const QByteArray name = guessCharset(bytes);
    if (std::optional<DecodedText> decoded = name.isEmpty() ? std::nullopt : decodeByIconv(bytes, name)) {
        decoded->guessed = true;
        decoded->readAs = name;
        return *decoded;
    }
    return guessed(fromWindows1252(bytes), "windows-1252");
}

DecodedText decodeUtf8(const QByteArray &bytes)
{
    DecodedText result{QString::fromUtf8(bytes)};
    if (isAscii(bytes) || bytes.isValidUtf8())
        return result;
    if (result.text.count(QChar::ReplacementCharacter) > multibyteCount(result.text))
        return decodeByGuess(bytes);
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
    return decodeByGuess(bytes);
}

// Whether bytes that claim some other set are UTF-8 all the same: it is hardly ever so by chance.
bool isUtf8Instead(const QByteArray &bytes, const QByteArray &name, bool isDamaged)
{
    if (isAscii(bytes) || !bytes.isValidUtf8())
        return false;
    constexpr qsizetype certain = 8; // characters
    return isSingleByteCharset(name) || isDamaged || multibyteCount(QString::fromUtf8(bytes)) >= certain;
}

// Claims that the first look at the bytes shows to be wrong.
bool isImpossible(const QByteArray &bytes, const QByteArray &name)
{
    if (name == "windows-1252")
        return !isAscii(bytes) && !bytes.isValidUtf8() && !guessCharset(bytes).isEmpty();
    if (name == "utf-7")
        return !isAscii(bytes);
    return name.startsWith("utf-16") && isAscii(bytes) && !bytes.contains('\0');
}

DecodedText decodeClaimed(const QByteArray &bytes, const QByteArray &name)
{
    const bool isLatin = name == "windows-1252";
    std::optional<DecodedText> decoded = isLatin ? DecodedText{fromWindows1252(bytes)} : decodeByIconv(bytes, name);
    if (!decoded || isImpossible(bytes, name))
        return decodeUnlabelled(bytes);
    if (!name.startsWith("utf-") && !name.startsWith("ucs-") && isUtf8Instead(bytes, name, decoded->damaged))
        return guessed(QString::fromUtf8(bytes), "utf-8");
    return *decoded;
}

DecodedText decodeRaw(const QByteArray &bytes, const QByteArray &name)
{
    if (name == "iso-2022-jp")
        return isAscii(bytes) ? decodeIso2022Jp(bytes) : decodeUnlabelled(bytes);
    if (hasIso2022JpEscapes(bytes) && isAscii(bytes)) {
        const DecodedText japanese = decodeIso2022Jp(bytes);
        return guessed(japanese.text, "iso-2022-jp");
    }
    if (name.isEmpty() || name == "us-ascii")
        return decodeUnlabelled(bytes);
    return name == "utf-8" ? decodeUtf8(bytes) : decodeClaimed(bytes, name);
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
    DecodedText decoded = decodeRaw(bytes, canonicalCharset(label));
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
