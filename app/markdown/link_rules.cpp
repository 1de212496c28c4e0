#include "markdown/link_rules.h"

namespace markdown {

namespace {

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

// What stands before the first colon, if no "/", "?" or "#" comes first; null if there is no such colon.
QByteArrayView scheme(QByteArrayView url)
{
    for (qsizetype at = 0; at < url.size(); ++at) {
        const char c = url[at];
        if (c == ':')
            return url.first(at);
        if (c == '/' || c == '?' || c == '#')
            break;
    }
    return {};
}

bool isSame(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

} // namespace

bool hasAllowedScheme(QByteArrayView url)
{
    const QByteArrayView name = scheme(url);
    return isSame(name, "http") || isSame(name, "https") || isSame(name, "mailto");
}

bool isRelative(QByteArrayView url)
{
    const bool hasHost = url.size() > 1 && isSlash(url[0]) && isSlash(url[1]);
    return scheme(url).isNull() && !hasHost;
}

QByteArrayView attachmentId(QByteArrayView url)
{
    const QByteArrayView name = scheme(url);
    return isSame(name, "attachment") ? url.sliced(name.size() + 1) : QByteArrayView();
}

} // namespace markdown
