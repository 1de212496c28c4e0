#include "intake/post_embedded.h"

#include "intake/html_node.h"

#include <algorithm>
#include <initializer_list>

namespace intake {

namespace {

QString firstOf(const GumboElement &element, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString value = attribute(element, name).trimmed();
        if (!value.isEmpty() && !value.startsWith(QLatin1String("data:"), Qt::CaseInsensitive))
            return value;
    }
    return {};
}

bool isAt(const QString &address, std::initializer_list<const char *> hosts)
{
    const QString host = address.section(u'/', 2, 2).toLower();
    return std::any_of(hosts.begin(), hosts.end(), [&host](const char *one) {
        const QLatin1String name(one);
        return host == name || (host.endsWith(name) && host.at(host.size() - name.size() - 1) == u'.');
    });
}

// Of a child that says where the file is.
QString addressOfChild(const GumboElement &child)
{
    const QString tag = QString::fromLatin1(gumbo_normalized_tagname(child.tag));
    if (tag == QLatin1String("source") || tag == QLatin1String("embed"))
        return firstOf(child, {"src"});
    const QString name = attribute(child, "name").toLower();
    const bool isAddress = name == QLatin1String("movie") || name == QLatin1String("src");
    return child.tag == GUMBO_TAG_PARAM && isAddress ? firstOf(child, {"value"}) : QString();
}

} // namespace

PostPicture pictureIn(const GumboElement &image)
{
    return {firstOf(image, {"src", "data-src", "data-lazy-src", "data-original"}),
            attribute(image, "alt").simplified()};
}

bool isSignPicture(const GumboElement &image)
{
    const QStringList classes = attribute(image, "class").split(u' ');
    return classes.contains(QLatin1String("emoji")) || classes.contains(QLatin1String("wp-smiley"));
}

QString embeddedAddress(const GumboElement &element)
{
    const QString own = firstOf(element, {"src", "data-src", "data-lazy-src", "data"});
    if (!own.isEmpty())
        return own;
    for (unsigned i = 0; i < element.children.length; ++i) {
        const GumboNode &child = *childAt(element.children, i);
        const QString address = child.type == GUMBO_NODE_ELEMENT ? addressOfChild(child.v.element) : QString();
        if (!address.isEmpty())
            return address;
    }
    return {};
}

Loss embeddedKind(const GumboElement &element, const QString &address)
{
    if (element.tag == GUMBO_TAG_AUDIO || isAt(address, {"soundcloud.com", "spotify.com", "anchor.fm", "libsyn.com"}))
        return Loss::Sound;
    const bool isVideo = element.tag == GUMBO_TAG_VIDEO ||
                         isAt(address, {"youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com",
                                        "dailymotion.com", "dai.ly", "wistia.com", "wistia.net", "videopress.com"});
    return isVideo ? Loss::Video : Loss::Embedded;
}

} // namespace intake
