#include "site/manifest.h"

#include "site/address.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::manifest)
};

constexpr int format = 1;

base::Error damaged()
{
    return base::Error{
        base::Error::Kind::Damaged,
        Words::tr("The list of what was published, %1 in the folder of the site, cannot be read. Move it "
                  "away and try again: files that have not changed are taken over.")
            .arg(manifestName)};
}

bool isDigest(const QByteArray &text)
{
    return text.size() == 40 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

QStringList safeLinks(const QJsonArray &array)
{
    QStringList links;
    for (const QJsonValue link : array) {
        if (isFilePath(link.toString()))
            links.append(link.toString());
    }
    return links;
}

// The text as a JSON string, with its quotes.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

base::Result<Manifest> Manifest::fromJson(const QByteArray &json, QStringList &refused)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject top = document.object();
    if (!document.isObject() || !top.value(QLatin1String("files")).isArray())
        return damaged();
    if (top.value(QLatin1String("format")).toInt() > format)
        return base::Error{base::Error::Kind::Refused,
                           Words::tr("The site was published by a newer Postbag. Use that one, or choose another "
                                     "folder.")};

    Manifest manifest;
    if (const QByteArray frame = top.value(QLatin1String("frame")).toString().toLatin1(); isDigest(frame))
        manifest.m_frame = frame;
    const QJsonArray files = top.value(QLatin1String("files")).toArray();
    manifest.m_entries.reserve(files.size());
    for (const QJsonValue value : files) {
        const QJsonObject object = value.toObject();
        const QString path = object.value(QLatin1String("path")).toString();
        Entry entry;
        entry.digest = object.value(QLatin1String("digest")).toString().toLatin1();
        entry.key = object.value(QLatin1String("key")).toString().toLatin1();
        entry.size = object.value(QLatin1String("size")).toInteger(-1);
        entry.links = safeLinks(object.value(QLatin1String("links")).toArray());
        if (!isFilePath(path) || !isDigest(entry.digest) || !isDigest(entry.key) || entry.size < 0)
            refused.append(path);
        else
            manifest.m_entries.insert(path, entry);
    }
    return manifest;
}

QByteArray Manifest::toJson() const
{
    QByteArray json = "{\"format\":" + QByteArray::number(format);
    if (!m_frame.isEmpty())
        json += ",\"frame\":\"" + m_frame + '"';
    json += ",\"files\":[";
    json.reserve(m_entries.size() * 180 + 64);
    bool first = true;
    for (const QString &path : paths()) {
        const Entry &entry = m_entries.constFind(path).value();
        json += first ? "\n" : ",\n";
        first = false;
        json += "{\"path\":" + quoted(path) + ",\"digest\":\"" + entry.digest + "\",\"key\":\"" + entry.key +
                "\",\"size\":" + QByteArray::number(entry.size);
        if (!entry.links.isEmpty())
            json +=
                ",\"links\":" + QJsonDocument(QJsonArray::fromStringList(entry.links)).toJson(QJsonDocument::Compact);
        json += '}';
    }
    return json + "\n]}\n";
}

const Manifest::Entry *Manifest::entry(const QString &path) const
{
    const auto found = m_entries.constFind(path);
    return found == m_entries.constEnd() ? nullptr : &found.value();
}

QStringList Manifest::paths() const
{
    QStringList paths = m_entries.keys();
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace site
