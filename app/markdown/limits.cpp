#include "markdown/limits.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace markdown {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// How far the blanks and the marks of lists and quotes reach that open a line. A line end stops them.
qsizetype indentLength(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size()) {
        const char c = line[at];
        if (isBlank(c) || c == '>') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < line.size() && line[end] >= '0' && line[end] <= '9')
            ++end;
        const bool numbered = end > at;
        if (end == line.size() || std::strchr(numbered ? ".)" : "-+*", line[end]) == nullptr || line[end] == '\0')
            return at;
        ++end;
        if (end == line.size() || !isBlank(line[end]))
            return at;
        at = end;
    }
    return at;
}

// A byte with which something may begin that XML forbids.
bool isSuspect(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte >= 0xef;
}

// The length of what XML forbids at the beginning of `rest`: a control character, U+FFFE or U+FFFF, also as the single
// bytes FE and FF that cmark makes of "&#xfffe;". 0 for anything else.
qsizetype forbiddenLength(QByteArrayView rest)
{
    if (rest.startsWith("\xef\xbf\xbe") || rest.startsWith("\xef\xbf\xbf"))
        return 3;
    const auto byte = static_cast<unsigned char>(rest[0]);
    return byte >= 0xfe || (byte < 0xef && isSuspect(rest[0])) ? 1 : 0;
}

} // namespace

bool isWithinLimits(QByteArrayView utf8)
{
    if (utf8.size() > maximumSize)
        return false;
    if (utf8.count("![") > maximumImages)
        return false;
    const char *at = utf8.data();
    const char *const end = at + utf8.size();
    const bool hasReturns = utf8.contains('\r');
    while (at != end) {
        if (indentLength(QByteArrayView(at, end)) > maximumIndent)
            return false;
        const auto *lineEnd = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        const char *next = lineEnd ? lineEnd + 1 : end;
        if (hasReturns)
            next = std::min(next, std::find(at, end - 1, '\r') + 1);
        at = next;
    }
    return true;
}

QByteArray withoutForbidden(const QByteArray &output)
{
    // Without a way out of the loop, so that it runs over many bytes at once.
    bool found = false;
    for (const char c : output)
        found |= isSuspect(c);
    if (!found)
        return output;
    QByteArray result;
    result.reserve(output.size());
    const char *at = output.constData();
    const char *const end = at + output.size();
    while (at != end) {
        const qsizetype length = forbiddenLength(QByteArrayView(at, end));
        result += length > 0 ? QByteArrayView("\uFFFD") : QByteArrayView(at, 1);
        at += std::max<qsizetype>(1, length);
    }
    return result;
}

QByteArray preformatted(const QByteArray &utf8)
{
    return QByteArray("<pre>" + withoutForbidden(QString::fromUtf8(utf8).toHtmlEscaped().toUtf8()) + "</pre>\n");
}

} // namespace markdown
