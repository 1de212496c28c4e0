// Exports of WordPress of an invented column, for the tests of what brings in past columns.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace invented {

// One item of an export; what is left empty is not in it.
struct ArchiveItem {
    QByteArray guid;
    QByteArray title;
    QByteArray content;
    QByteArray status = "publish";
    QByteArray link;
    QByteArray type = "post";
    QByteArray date = "2019-05-03 08:00:00";
    QByteArray author = "hazel";
    QByteArrayList categories = {};
    QByteArrayList tags = {};
    QByteArray more = {}; // further elements
};

inline QByteArray cdata(const QByteArray &text)
{
    return "<![CDATA[" + text + "]]>";
}

inline QByteArray element(const ArchiveItem &item)
{
    QByteArray slug = item.title.toLower().replace(' ', '-');
    QByteArray xml = "<item>\n<title>" + cdata(item.title) + "</title>\n<link>" + item.link +
                     "</link>\n<guid isPermaLink=\"false\">" + item.guid + "</guid>\n<dc:creator>" +
                     cdata(item.author) + "</dc:creator>\n<content:encoded>" + cdata(item.content) +
                     "</content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n<wp:post_id>" +
                     QByteArray::number(qChecksum(item.guid)) + "</wp:post_id>\n<wp:post_date>" + item.date +
                     "</wp:post_date>\n<wp:post_date_gmt>" + item.date + "</wp:post_date_gmt>\n<wp:post_name>" + slug +
                     "</wp:post_name>\n<wp:status>" + item.status + "</wp:status>\n<wp:post_type>" + item.type +
                     "</wp:post_type>\n";
    for (const QByteArray &category : item.categories)
        xml += "<category domain=\"category\" nicename=\"" + category.toLower().replace(' ', '-') + "\">" +
               cdata(category) + "</category>\n";
    for (const QByteArray &tag : item.tags)
        xml += "<category domain=\"post_tag\" nicename=\"" + tag.toLower().replace(' ', '-') + "\">" + cdata(tag) +
               "</category>\n";
    return xml + item.more + "</item>\n";
}

inline QByteArray archive(const QList<ArchiveItem> &items, const QByteArray &channel = {})
{
    QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
        "xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n<title>Ask Juniper</title>\n"
        "<link>https://old.example</link>\n<language>en-GB</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n"
        "<wp:base_blog_url>https://old.example</wp:base_blog_url>\n"
        "<wp:author><wp:author_login>hazel</wp:author_login><wp:author_email>hazel@private.example</wp:author_email>"
        "<wp:author_display_name><![CDATA[Hazel Thorne]]></wp:author_display_name></wp:author>\n";
    xml += channel;
    for (const ArchiveItem &item : items)
        xml += element(item);
    return xml + "</channel>\n</rss>\n";
}

// A post of the column: its letter and its answer behind their labels.
inline ArchiveItem column(const QByteArray &name, const QByteArray &letter = "My cat sulks.",
                          const QByteArray &answer = "Let it sulk.")
{
    ArchiveItem item;
    item.guid = "https://old.example/?p=" + name;
    item.title = "On the " + name;
    item.link = "https://old.example/2019/05/on-the-" + name + "/";
    item.content = "<p><strong>DEAR JUNIPER:</strong> " + letter +
                   "</p>\n<p>Torn in Truro</p>\n<p><strong>JUNIPER ANSWERS:</strong> " + answer + "</p>";
    return item;
}

} // namespace invented
