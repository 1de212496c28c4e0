#include "intake/post_addresses.h"

#include <QRegularExpression>
#include <QStringList>

namespace intake {

namespace {

constexpr qsizetype longestAddress = 2000;

// As browsers read it. Empty if it is too long.
QString cleaned(const QString &address)
{
    QString clean = address.trimmed();
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return clean.size() > longestAddress ? QString() : clean;
}

bool isSlash(QChar c)
{
    return c == u'/' || c == u'\\';
}

QString withoutLeadingSlashes(QString text)
{
    while (!text.isEmpty() && isSlash(text.front()))
        text.remove(0, 1);
    return text;
}

// Of the characters in `ends`, where the first stands; the size if none does.
qsizetype indexOfAny(const QString &text, QLatin1String ends)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (ends.contains(text.at(at)))
            return at;
    }
    return text.size();
}

// Lower case; null if there is none.
QString schemeOf(const QString &address)
{
    const qsizetype end = indexOfAny(address, QLatin1String(":/?#\\"));
    return end > 0 && end < address.size() && address.at(end) == u':' ? address.first(end).toLower() : QString();
}

struct Parts {
    QString host;
    QString path; // with query and fragment
};

// Of "//host/path".
Parts partsOf(const QString &address)
{
    const QString rest = withoutLeadingSlashes(address);
    const qsizetype end = indexOfAny(rest, QLatin1String("/?#\\"));
    return {rest.first(end), rest.sliced(end)};
}

QString comparable(const QString &host)
{
    QString name = host.toLower();
    if (name.startsWith(QLatin1String("www.")))
        name.remove(0, 4);
    for (const QLatin1String port : {QLatin1String(":80"), QLatin1String(":443")}) {
        if (name.endsWith(port))
            name.chop(port.size());
    }
    return name;
}

// "/path" with one slash in front and without "." and ".." (RFC 3986, 5.2.4).
QString rooted(const QString &path)
{
    const qsizetype end = indexOfAny(path, QLatin1String("?#"));
    const QString route = withoutLeadingSlashes(path.first(end));
    if (!QString(QLatin1Char('/') + route).contains(QLatin1String("/.")))
        return QString(QLatin1Char('/') + route + path.sliced(end));
    QStringList kept;
    const QStringList segments = route.split(u'/');
    for (const QString &segment : segments) {
        if (segment == QLatin1String("..") && !kept.isEmpty())
            kept.removeLast();
        else if (segment != QLatin1String("..") && segment != QLatin1String("."))
            kept.append(segment);
    }
    return QString(QLatin1Char('/') + withoutLeadingSlashes(kept.join(u'/')) + path.sliced(end));
}

QString bareFile(const QString &address)
{
    static const QRegularExpression size(QStringLiteral(R"((-\d{1,5}x\d{1,5}|-scaled)(?=\.[A-Za-z0-9]{1,5}$))"));
    const QString scheme = schemeOf(address);
    QString file = scheme.isEmpty() ? address : address.sliced(scheme.size() + 1);
    file = withoutLeadingSlashes(file.first(indexOfAny(file, QLatin1String("?#"))));
    if (file.startsWith(QLatin1String("www."), Qt::CaseInsensitive))
        file.remove(0, 4);
    return file.remove(size);
}

} // namespace

PostAddresses::PostAddresses(const QString &site)
{
    const QString clean = cleaned(site);
    const QString scheme = schemeOf(clean);
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return;
    const Parts parts = partsOf(clean.sliced(scheme.size() + 1));
    m_origin = QString(scheme + QLatin1String("://") + parts.host);
    m_host = comparable(parts.host);
    m_base = parts.path.first(indexOfAny(parts.path, QLatin1String("?#")));
    while (m_base.endsWith(u'/'))
        m_base.chop(1);
}

QString PostAddresses::link(const QString &address) const
{
    const QString clean = cleaned(address);
    if (clean.isEmpty() || clean.startsWith(u'#'))
        return {};
    const QString scheme = schemeOf(clean);
    if (scheme == QLatin1String("mailto"))
        return clean.size() > 7 ? QString(QLatin1String("mailto:") + clean.sliced(7)) : QString();
    const bool namesHost = clean.size() > 1 && isSlash(clean.at(0)) && isSlash(clean.at(1));
    if (scheme.isNull() && !namesHost)
        return onSite(rooted(clean));
    if (!scheme.isNull() && scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return {};
    const Parts parts = partsOf(scheme.isNull() ? clean : clean.sliced(scheme.size() + 1));
    if (parts.host.isEmpty())
        return {};
    if (!m_host.isEmpty() && comparable(parts.host) == m_host)
        return onSite(rooted(parts.path));
    const QString used = scheme.isNull() ? QStringLiteral("https") : scheme;
    return QString(used + QLatin1String("://") + parts.host + parts.path);
}

QString PostAddresses::file(const QString &address) const
{
    const QString scheme = schemeOf(cleaned(address));
    if (!scheme.isNull() && scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return {};
    const QString leads = link(address);
    return leads.startsWith(u'/') && !m_origin.isEmpty() ? QString(m_origin + m_base + leads) : leads;
}

// What lies beside the folder of the site is not on it.
QString PostAddresses::onSite(const QString &path) const
{
    if (m_base.isEmpty())
        return path;
    const QString below =
        path.startsWith(m_base, Qt::CaseInsensitive) ? path.sliced(m_base.size()) : QStringLiteral("-");
    const bool isBelow = below.isEmpty() || below.front() == u'/' || below.front() == u'?' || below.front() == u'#';
    return isBelow ? rooted(below) : QString(m_origin + path);
}

bool isSameFile(const QString &one, const QString &other)
{
    return bareFile(one) == bareFile(other);
}

} // namespace intake
