#include "intake/hex_escapes.h"

namespace intake {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char upper = c >= 'a' && c <= 'f' ? char(c - 'a' + 'A') : c;
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

} // namespace

bool isHexEscape(QByteArrayView text, qsizetype at, char mark)
{
    return at + 2 < text.size() && text.at(at) == mark && digit(text.at(at + 1)) >= 0 && digit(text.at(at + 2)) >= 0;
}

QByteArray decodeHexEscapes(QByteArrayView text, char mark)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHexEscape(text, i, mark)) {
            bytes.append(char(digit(text.at(i + 1)) * 16 + digit(text.at(i + 2))));
            i += 2;
        } else {
            bytes.append(text.at(i));
        }
    }
    return bytes;
}

} // namespace intake
