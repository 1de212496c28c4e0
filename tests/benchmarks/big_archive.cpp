#include "big_archive.h"

#include "big_desk.h"

#include <QDateTime>
#include <QFile>

namespace benchmarks {

namespace {

constexpr int letterWords = 105;
constexpr int answerWords = 155;

QByteArray paragraphs(int words, int seed)
{
    return text(words, static_cast<quint32>(seed)).toUtf8().replace("\n\n", "</p>\n\n<p>");
}

QByteArray term(const char *domain, const QByteArray &name)
{
    return "<category domain=\"" + QByteArray(domain) + "\" nicename=\"" + name.toLower() + "\"><![CDATA[" + name +
           "]]></category>\n";
}

QByteArray post(int number)
{
    const QByteArray id = QByteArray::number(number + 1);
    const QByteArray date = QDateTime(QDate(2001, 1, 1), QTime(8, 0), Qt::UTC)
                                .addSecs(number * 40'000LL)
                                .toString(Qt::ISODate)
                                .left(19)
                                .toLatin1()
                                .replace('T', ' ');
    QByteArray xml =
        "<item>\n<title>A letter of the number " + id + "</title>\n<link>https://old.example/letters/" + id +
        "/</link>\n<guid isPermaLink=\"false\">https://old.example/?p=" + id +
        "</guid>\n<dc:creator><![CDATA[ivy]]></dc:creator>\n<content:encoded><![CDATA[<!-- wp:paragraph -->\n"
        "<p><strong>DEAR IVY:</strong> " +
        paragraphs(letterWords, number) + "</p>\n<p><em>&#8212; Torn in Truro &amp; away</em></p>\n" +
        "<p><strong>IVY ANSWERS:</strong> " + paragraphs(answerWords, number + 1'000'000) +
        "</p>\n<!-- /wp:paragraph -->]]></content:encoded>\n<wp:post_id>" + id + "</wp:post_id>\n<wp:post_date_gmt>" +
        date + "</wp:post_date_gmt>\n<wp:post_name>letter-" + id +
        "</wp:post_name>\n<wp:status>publish</wp:status>\n<wp:post_type>post</wp:post_type>\n" +
        term("category", "Family");
    for (int tag = 0; tag < 3; ++tag)
        xml += term("post_tag", "Topic" + QByteArray::number((number * 7 + tag * 13) % 40));
    return xml + "</item>\n";
}

} // namespace

qint64 writeArchive(const QString &path, int posts)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the archive cannot be written");
    file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
               "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n"
               "<channel>\n<title>Ask Ivy</title>\n<link>https://old.example</link>\n"
               "<wp:wxr_version>1.2</wp:wxr_version>\n<wp:author><wp:author_login>ivy</wp:author_login>"
               "<wp:author_display_name>Ivy Nobody</wp:author_display_name></wp:author>\n");
    for (int number = 0; number < posts; ++number)
        file.write(post(number));
    file.write("</channel>\n</rss>\n");
    if (!file.flush())
        qFatal("the archive cannot be written");
    return file.size();
}

} // namespace benchmarks
