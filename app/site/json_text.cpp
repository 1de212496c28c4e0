#include "site/json_text.h"

#include <array>

namespace site {

namespace {

constexpr char hex[] = "0123456789abcdef";

// Whether each byte may stand in a string as it is.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table = {};
    for (size_t byte = 0x20; byte < table.size(); ++byte)
        table[byte] = true;
    for (const unsigned char other : {'"', '\\', '<', '>', '&', '\x7f', '\xe2'})
        table[other] = false;
    return table;
}();

} // namespace

void appendJsonString(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    qsizetype done = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const char c = utf8.at(at);
        if (plain[static_cast<unsigned char>(c)])
            continue;
        // U+2028 and U+2029 end a line in older JavaScript.
        const QByteArrayView three = utf8.sliced(at, qMin<qsizetype>(3, utf8.size() - at));
        const bool isLineEnd = three == QByteArrayView("\xe2\x80\xa8") || three == QByteArrayView("\xe2\x80\xa9");
        if (static_cast<unsigned char>(c) == 0xe2 && !isLineEnd)
            continue;
        json.append(utf8.data() + done, at - done);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (isLineEnd) {
            json += three.at(2) == '\xa8' ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            json += "\\u00";
            json += hex[(c >> 4) & 0xf];
            json += hex[c & 0xf];
        }
        done = at + 1;
    }
    json.append(utf8.data() + done, utf8.size() - done);
    json += '"';
}

} // namespace site
