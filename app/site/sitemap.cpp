#include "site/sitemap.h"

#include "site/address.h"
#include "site/feed.h"

namespace site {

namespace {

constexpr qsizetype largestPart = 50'000; // addresses, by the protocol

const char head[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const char space[] = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

struct Place {
    QString file;
    QDate newest;
};

QDate dateOf(const Outline &outline, const QList<qsizetype> &articles)
{
    return articles.isEmpty() ? QDate() : outline.articles().at(articles.first()).head->published.date();
}

QList<Place> placesOf(const Outline &outline, const QaIndex &index)
{
    const QDate newest = outline.articles().isEmpty() ? QDate() : dateOf(outline, {0});
    QList<Place> places{{frontFile, newest}, {indexFile, newest}};
    if (index.isSplit()) {
        for (const QaIndex::Group &group : index.groups())
            places.append({group.file, {}});
    }
    for (const Outline::Topic &topic : outline.topics())
        places.append({topic.file, dateOf(outline, topic.articles)});
    for (const Outline::Article &article : outline.articles())
        places.append({article.file, article.head->published.date()});
    return places;
}

qsizetype placeCount(const Outline &outline, const QaIndex &index)
{
    return 2 + (index.isSplit() ? index.groups().size() : 0) + outline.topics().size() + outline.articles().size();
}

QByteArray entry(const char *element, const QByteArray &address, const QDate &date)
{
    QByteArray xml = QByteArray("<") + element + "><loc>" + escaped(address) + "</loc>";
    if (date.isValid())
        xml += "<lastmod>" + date.toString(Qt::ISODate).toLatin1() + "</lastmod>";
    return xml + "</" + element + ">\n";
}

} // namespace

qsizetype sitemapParts(const Outline &outline, const QaIndex &index)
{
    const qsizetype count = placeCount(outline, index);
    return count <= largestPart ? 0 : (count + largestPart - 1) / largestPart;
}

QString sitemapPartFile(qsizetype part)
{
    return QStringLiteral("sitemap-%1.xml").arg(part);
}

std::string sitemap(const Outline &outline, const QaIndex &index, qsizetype part)
{
    const QString &baseUrl = outline.masthead().baseUrl;
    const qsizetype parts = sitemapParts(outline, index);
    QByteArray xml = head;
    if (part == 0 && parts > 0) {
        xml += QByteArray("<sitemapindex") + space;
        for (qsizetype one = 1; one <= parts; ++one)
            xml += entry("sitemap", absolute(baseUrl, sitemapPartFile(one)), {});
        xml += "</sitemapindex>\n";
    } else {
        const QList<Place> places = placesOf(outline, index);
        const qsizetype first = part == 0 ? 0 : (part - 1) * largestPart;
        xml += QByteArray("<urlset") + space;
        for (const Place &place : places.sliced(first, qMin(largestPart, places.size() - first)))
            xml += entry("url", absolute(baseUrl, place.file), place.newest);
        xml += "</urlset>\n";
    }
    return std::string(xml.constData(), size_t(xml.size()));
}

} // namespace site
