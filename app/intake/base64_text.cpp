#include "intake/base64_text.h"

#include "intake/header_block.h"

#include <algorithm>

namespace intake {

namespace {

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

// A line of letters, with padding at most.
bool isEncoded(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return isLetter(c) || c == '='; });
}

// What a mailing list puts behind a text without looking at its encoding: lines that are none.
struct Division {
    QByteArray letters;
    QByteArrayView plain; // from the first line after the padding that is not encoded
};

Division divided(QByteArrayView encoded)
{
    Division result;
    bool isPadded = false;
    for (qsizetype at = 0; at < encoded.size();) {
        const LineSpan line = lineAt(encoded, at);
        const QByteArrayView text = encoded.sliced(line.begin, line.end - line.begin);
        if (isPadded && !isEncoded(text)) {
            result.plain = encoded.sliced(at);
            break;
        }
        for (const char c : text) {
            isPadded = isPadded || c == '=';
            if (isLetter(c))
                result.letters.append(c);
        }
        at = line.next;
    }
    return result;
}

} // namespace

Base64Text readBase64(const QByteArray &encoded)
{
    const auto foreign = std::count_if(encoded.cbegin(), encoded.cend(),
                                       [](char c) { return !isLetter(c) && c != '=' && c != '\n' && c != '\r'; });
    const Division parts = divided(encoded);
    if (foreign * 10 > encoded.size() && (parts.plain.isEmpty() || parts.letters.isEmpty()))
        return {encoded};
    Base64Text result{QByteArray::fromBase64(parts.letters)};
    const bool isPadded = encoded.contains('=');
    result.isBrokenOff = !isPadded && parts.letters.size() % 4 != 0;
    result.content.append(parts.plain);
    return result;
}

} // namespace intake
