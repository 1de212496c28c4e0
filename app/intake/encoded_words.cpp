#include "intake/encoded_words.h"

#include "intake/charset.h"
#include "intake/hex_escapes.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace intake {

namespace {

// "=?charset?B?payload?="
struct EncodedWord {
    QByteArrayView charset;
    bool isBase64 = false;
    QByteArrayView payload;
    qsizetype begin = 0;
    qsizetype end = 0;
};

constexpr qsizetype longestCharset = 60;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Where the "?=" of a word stands; a question mark before an escaped byte is none if another end follows. Negative if
// there is no end.
qsizetype endOfPayload(QByteArrayView value, qsizetype from, bool isBase64)
{
    const qsizetype at = value.indexOf("?=", from);
    if (isBase64 || at < 0 || !isHexEscape(value, at + 1, '='))
        return at;
    const qsizetype later = value.indexOf("?=", at + 2);
    const QByteArrayView between = value.sliced(at, qMax(later, at) - at);
    return later < 0 || std::any_of(between.cbegin(), between.cend(), isSpace) ? at : later;
}

// A word that the line ends before is read if something was encoded in it.
bool isWorthReading(const EncodedWord &word)
{
    return word.isBase64 ? word.payload.size() >= 4 && !word.payload.contains(' ')
                         : word.payload.contains('=') && !word.payload.contains(' ');
}

std::optional<EncodedWord> wordAt(QByteArrayView value, qsizetype at)
{
    const qsizetype charsetEnd = value.indexOf('?', at + 2);
    if (charsetEnd < 0 || charsetEnd - at - 2 > longestCharset || charsetEnd + 2 >= value.size() ||
        value.at(charsetEnd + 2) != '?')
        return std::nullopt;
    EncodedWord word;
    word.charset = value.sliced(at + 2, charsetEnd - at - 2);
    const char encoding = value.at(charsetEnd + 1);
    word.isBase64 = encoding == 'b' || encoding == 'B';
    if ((!word.isBase64 && encoding != 'q' && encoding != 'Q') ||
        std::any_of(word.charset.cbegin(), word.charset.cend(), isSpace))
        return std::nullopt;
    if (const qsizetype star = word.charset.indexOf('*'); star >= 0) // a language (RFC 2231, 5)
        word.charset = word.charset.first(star);
    word.begin = at;
    const qsizetype payload = charsetEnd + 3;
    const qsizetype end = endOfPayload(value, payload, word.isBase64);
    word.payload = value.sliced(payload, (end < 0 ? value.size() : end) - payload);
    word.end = end < 0 ? value.size() : end + 2;
    return end < 0 && !isWorthReading(word) ? std::nullopt : std::optional(word);
}

// The words from `at` on that nothing but white space stands between.
QList<EncodedWord> wordsAt(QByteArrayView value, qsizetype at)
{
    QList<EncodedWord> words;
    while (at + 1 < value.size() && value.at(at) == '=' && value.at(at + 1) == '?') {
        const std::optional<EncodedWord> word = wordAt(value, at);
        if (!word)
            break;
        words.append(*word);
        at = word->end;
        while (at < value.size() && isSpace(value.at(at)))
            ++at;
    }
    return words;
}

QByteArray fromQ(QByteArrayView payload)
{
    return decodeHexEscapes(payload.toByteArray().replace('_', ' '), '=');
}

bool hasRawBytes(QByteArrayView payload)
{
    return std::any_of(payload.cbegin(), payload.cend(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool isFlawed(const DecodedText &text)
{
    return text.damaged || text.guessed;
}

// Some programs encode first and cut into words then, inside a character or inside a group of four letters.
QString decodeRun(const QList<EncodedWord> &words)
{
    QByteArray bytes;
    QByteArray letters; // of base64, of all the words
    for (const EncodedWord &word : words) {
        bytes.append(word.isBase64 ? QByteArray::fromBase64(word.payload.toByteArray()) : fromQ(word.payload));
        letters.append(word.isBase64 ? word.payload.toByteArray() : QByteArray());
    }
    const QByteArray charset = words.first().charset.toByteArray();
    const DecodedText text = decodeText(bytes, charset);
    if (words.size() > 1 && words.first().isBase64 && isFlawed(text)) {
        const DecodedText joined = decodeText(QByteArray::fromBase64(letters), charset);
        if (!isFlawed(joined))
            return joined.text;
    }
    return text.text;
}

// HeaderBlock has made UTF-8 of raw bytes already, so they cannot be decoded together with the escaped ones.
QString decodeRaw(const EncodedWord &word)
{
    QString text;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= word.payload.size(); ++i) {
        const bool isRaw = i < word.payload.size() && hasRawBytes(word.payload.sliced(i, 1));
        if (i < word.payload.size() && !isRaw)
            continue;
        text.append(decodeText(fromQ(word.payload.sliced(begin, i - begin)), word.charset.toByteArray()).text);
        begin = i;
        while (i < word.payload.size() && hasRawBytes(word.payload.sliced(i, 1)))
            ++i;
        text.append(QString::fromUtf8(word.payload.sliced(begin, i - begin)));
        begin = i;
    }
    return text;
}

bool goesWith(const EncodedWord &word, const EncodedWord &previous)
{
    return word.charset.compare(previous.charset, Qt::CaseInsensitive) == 0 && !hasRawBytes(word.payload) &&
           !hasRawBytes(previous.payload);
}

QString decode(const QList<EncodedWord> &words)
{
    QString text;
    for (qsizetype i = 0; i < words.size();) {
        QList<EncodedWord> run{words.at(i)};
        while (++i < words.size() && goesWith(words.at(i), run.last()))
            run.append(words.at(i));
        const bool isRaw = !run.first().isBase64 && hasRawBytes(run.first().payload);
        text.append(isRaw ? decodeRaw(run.first()) : decodeRun(run));
    }
    return text;
}

QByteArray quoted(const QString &text, bool isInQuotes)
{
    QByteArray result = text.simplified().toUtf8();
    result.replace('\\', "\\\\").replace('"', "\\\"");
    return isInQuotes ? result : QByteArray(" \"" + result + "\" ");
}

} // namespace

QString decodeHeaderText(const QByteArray &value)
{
    QString text;
    qsizetype begin = 0;
    for (qsizetype at = value.indexOf("=?"); at >= 0; at = value.indexOf("=?", at)) {
        const QList<EncodedWord> words = wordsAt(value, at);
        if (words.isEmpty()) {
            at += 2;
            continue;
        }
        text.append(QString::fromUtf8(QByteArrayView(value).sliced(begin, at - begin))).append(decode(words));
        begin = at = words.last().end;
    }
    text.append(QString::fromUtf8(QByteArrayView(value).sliced(begin)));
    return text.simplified();
}

QByteArray withoutEncodedWords(const QByteArray &addresses)
{
    if (!addresses.contains("=?"))
        return addresses;
    QByteArray result;
    bool isInQuotes = false;
    for (qsizetype i = 0; i < addresses.size();) {
        const QList<EncodedWord> words = wordsAt(addresses, i);
        if (!words.isEmpty()) {
            result.append(quoted(decode(words), isInQuotes));
            i = words.last().end;
            continue;
        }
        const char c = addresses.at(i);
        if (c == '"')
            isInQuotes = !isInQuotes;
        if (c == '\\' && i + 1 < addresses.size())
            result.append(addresses.at(i++));
        result.append(addresses.at(i++));
    }
    return result;
}

} // namespace intake
