// WordPressReader: exports as WordPress writes them, and as plugins break them.
#include "wordpress_sample.h"

#include <QTest>

using intake::WordPressItem;
using intake::WordPressTerm;
using intake::XmlRepair;
using namespace wordpress_sample;

namespace {

// The only item of an export that is sound.
WordPressItem itemOf(const QByteArray &item, const QByteArray &declared = namespaces)
{
    const Export all = read(exportOf(item, declared));
    return all.items.size() == 1 && !all.error && all.repairs.isEmpty() ? all.items.first() : WordPressItem();
}

// "c love=Love; t moths=Moths"
QString shown(const QList<WordPressTerm> &terms)
{
    QStringList all;
    for (const WordPressTerm &term : terms)
        all.append(QLatin1String(term.kind == WordPressTerm::Kind::Tag ? "t " : "c ") + term.slug + QLatin1Char('=') +
                   term.name);
    return all.join(QLatin1String("; "));
}

} // namespace

class TestWordPressExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThePostOfAColumn();
    void readsTheSite_data();
    void readsTheSite();
    void readsAuthors_data();
    void readsAuthors();
    void readsTermsOfTheSite();
    void readsTermsOfItems_data();
    void readsTermsOfItems();
    void tellsElementsApart_data();
    void tellsElementsApart();
    void readsDates_data();
    void readsDates();
    void decodesTitles_data();
    void decodesTitles();
    void readsAttachments();
    void keepsNothingPrivate();
    void tellsWhereItemsBegin();
    void mendsAsItReads();
    void holdsLittleOfLargeFiles();
};

void TestWordPressExport::readsThePostOfAColumn()
{
    const WordPressItem item = itemOf(
        "<item>\n"
        "<title>The moth &amp; the lamp</title>\n"
        "<link>https://column.example/2013/06/the-moth/</link>\n"
        "<pubDate>Fri, 07 Jun 2013 03:00:44 +0000</pubDate>\n"
        "<dc:creator><![CDATA[hazel]]></dc:creator>\n"
        "<guid isPermaLink=\"false\">https://column.example/?p=31</guid>\n"
        "<description></description>\n"
        "<content:encoded><![CDATA[\n<p>DEAR HAZEL: it <b>hums</b> &amp; hums.</p>\r\n\r\n[gallery ids=\"1\"]\n]]>"
        "</content:encoded>\n"
        "<excerpt:encoded><![CDATA[ It hums. ]]></excerpt:encoded>\n"
        "<wp:post_id>31</wp:post_id>\n"
        "<wp:post_date><![CDATA[2013-06-07 05:00:44]]></wp:post_date>\n"
        "<wp:post_date_gmt><![CDATA[2013-06-07 03:00:45]]></wp:post_date_gmt>\n"
        "<wp:post_name><![CDATA[ the-moth ]]></wp:post_name>\n"
        "<wp:status><![CDATA[ Publish ]]></wp:status>\n"
        "<wp:post_parent>0</wp:post_parent>\n"
        "<wp:post_type><![CDATA[post]]></wp:post_type>\n"
        "<wp:post_password><![CDATA[]]></wp:post_password>\n"
        "<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>\n"
        "<wp:postmeta><wp:meta_value><![CDATA[77]]></wp:meta_value><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key>"
        "</wp:postmeta>\n"
        "</item>\n");
    QCOMPARE(item.line, 4);
    QCOMPARE(item.problem, QString());
    QCOMPARE(item.type, QStringLiteral("post"));
    QCOMPARE(item.status, QStringLiteral("publish"));
    QCOMPARE(item.guid, QStringLiteral("https://column.example/?p=31"));
    QCOMPARE(item.id, QStringLiteral("31"));
    QCOMPARE(item.title, QStringLiteral("The moth & the lamp"));
    QCOMPARE(item.link, QStringLiteral("https://column.example/2013/06/the-moth/"));
    QCOMPARE(item.slug, QStringLiteral("the-moth"));
    QCOMPARE(item.date, QDateTime(QDate(2013, 6, 7), QTime(3, 0, 45), Qt::UTC));
    QCOMPARE(item.localDate, QDateTime(QDate(2013, 6, 7), QTime(5, 0, 44), Qt::UTC));
    QCOMPARE(item.author, QStringLiteral("hazel"));
    QCOMPARE(item.content, QStringLiteral("\n<p>DEAR HAZEL: it <b>hums</b> &amp; hums.</p>\n\n[gallery ids=\"1\"]\n"));
    QCOMPARE(item.excerpt, QStringLiteral(" It hums. "));
    QCOMPARE(item.parent, QStringLiteral("0"));
    QCOMPARE(item.thumbnail, QStringLiteral("77"));
    QVERIFY(item.attachmentUrl.isEmpty() && item.imageAlt.isEmpty() && item.terms.isEmpty() && !item.hasPassword);
    QCOMPARE(item.comments, 0);
}

void TestWordPressExport::readsTheSite_data()
{
    QTest::addColumn<QByteArray>("channel");
    QTest::addColumn<QString>("link");
    QTest::newRow("its link") << QByteArray("<link>https://column.example//</link>")
                              << QStringLiteral("https://column.example");
    QTest::newRow("the blog's") << QByteArray("<link>https://column.example</link>"
                                              "<wp:base_site_url>https://sites.example/</wp:base_site_url>"
                                              "<wp:base_blog_url> https://column.example/blog/ </wp:base_blog_url>")
                                << QStringLiteral("https://column.example/blog");
    QTest::newRow("before the link") << QByteArray("<wp:base_blog_url>https://a.example/</wp:base_blog_url>"
                                                   "<link>https://b.example</link>")
                                     << QStringLiteral("https://a.example");
    QTest::newRow("of the feed") << QByteArray("<atom:link href='https://feed.example'>x</atom:link>"
                                               "<image><link>https://c.example</link><title>no</title></image>"
                                               "<link>https://a.example</link>")
                                 << QStringLiteral("https://a.example");
    QTest::newRow("none") << QByteArray("<link/>") << QString();
}

void TestWordPressExport::readsTheSite()
{
    QFETCH(QByteArray, channel);
    QFETCH(QString, link);
    const Export all = read(exportOf("<title> Hazel &amp;amp; Co </title>" + channel +
                                     "<language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>"));
    QVERIFY(!all.error);
    QCOMPARE(all.site.title, QStringLiteral("Hazel & Co"));
    QCOMPARE(all.site.link, link);
    QCOMPARE(all.site.language, QStringLiteral("en-GB"));
    QVERIFY(all.items.isEmpty());
}

void TestWordPressExport::readsAuthors_data()
{
    QTest::addColumn<QByteArray>("author");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const char *login, const char *shown, const char *first, const char *last,
                        const char *expectedName) {
        QTest::newRow(name) << "<wp:author>\n<wp:author_id>1</wp:author_id>\n<wp:author_login>" + QByteArray(login) +
                                   "</wp:author_login>\n<wp:author_email>h@column.example</wp:author_email>\n"
                                   "<wp:author_display_name><![CDATA[" +
                                   shown + "]]></wp:author_display_name>\n<wp:author_first_name>" + first +
                                   "</wp:author_first_name><wp:author_last_name>" + last +
                                   "</wp:author_last_name>\n</wp:author>\n"
                            << QString::fromUtf8(login) << QString::fromUtf8(expectedName);
    };
    row("shown", "hazel", "Hazel O&#8217;Dell", "H", "O", "Hazel O\u2019Dell");
    row("first and last", "hazel", "", "Hazel", "Dell", "Hazel Dell");
    row("only first", "hazel", " ", "Hazel", "", "Hazel");
    row("an address is shown", "hazel", "h@column.example", "Hazel", "Dell", "Hazel Dell");
    row("addresses all over", "hazel", "h@column.example", "h@column.example", "", "");
    row("nothing", "hazel", "", "", "", "");
}

void TestWordPressExport::readsAuthors()
{
    QFETCH(QByteArray, author);
    QFETCH(QString, login);
    QFETCH(QString, name);
    const Export all = read(exportOf(author));
    QCOMPARE(all.authors.size(), 1);
    QCOMPARE(all.authors.first().login, login);
    QCOMPARE(all.authors.first().name, name);
}

void TestWordPressExport::readsTermsOfTheSite()
{
    const Export all = read(
        exportOf("<category>of the feed</category>"
                 "<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>love</wp:category_nicename>"
                 "<wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Love &amp; Loss]]></wp:cat_name>"
                 "<wp:category_description><![CDATA[All of it]]></wp:category_description></wp:category>\n"
                 "<wp:category><wp:category_nicename>moths</wp:category_nicename><wp:category_parent>love"
                 "</wp:category_parent><wp:cat_name>Moths</wp:cat_name></wp:category>\n"
                 "<wp:tag><wp:tag_slug>%d0%bc</wp:tag_slug><wp:tag_name><![CDATA[М]]></wp:tag_name></wp:tag>\n"
                 "<wp:term><wp:term_taxonomy>post_tag</wp:term_taxonomy><wp:term_slug>lamps</wp:term_slug>"
                 "<wp:term_name>Lamps</wp:term_name><wp:termmeta><wp:meta_key>a</wp:meta_key></wp:termmeta></wp:term>\n"
                 "<wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>m</wp:term_slug></wp:term>\n"));
    QCOMPARE(shown(all.terms), QStringLiteral("c love=Love & Loss; c moths=Moths; t %d0%bc=М; t lamps=Lamps"));
    QCOMPARE(all.terms.at(0).description, QStringLiteral("All of it"));
    QCOMPARE(all.terms.at(1).parent, QStringLiteral("love"));
}

void TestWordPressExport::readsTermsOfItems_data()
{
    QTest::addColumn<QByteArray>("terms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both kinds") << QByteArray("<category domain=\"post_tag\" nicename=\"moths\"><![CDATA[Moths]]>"
                                              "</category><category domain=\"category\" nicename=\"love\">"
                                              "<![CDATA[Love &amp; Loss]]></category>")
                                << QStringLiteral("t moths=Moths; c love=Love & Loss");
    QTest::newRow("old exports") << QByteArray(
                                        "<category>Love</category><category domain=\"category\" nicename=\"love\">"
                                        "Love</category><category>Moths</category>"
                                        "<category domain=\"tag\" nicename=\"moths\">Moths</category>")
                                 << QStringLiteral("c love=Love; t moths=Moths");
    QTest::newRow("of no kind") << QByteArray("<category>Love</category><category>Love</category>")
                                << QStringLiteral("c =Love");
    QTest::newRow("of other kinds") << QByteArray("<category domain=\"author\" nicename=\"cap-x\">x</category>"
                                                  "<category domain=\"post_format\" nicename=\"y\">y</category>")
                                    << QString();
    QTest::newRow("empty") << QByteArray("<category domain=\"category\" nicename=\"\"></category><category/>")
                           << QString();
    QTest::newRow("an ampersand in a slug")
        << QByteArray("<category domain='category' nicename='a&amp;b'>x</category>") << QStringLiteral("c a&b=x");
}

void TestWordPressExport::readsTermsOfItems()
{
    QFETCH(QByteArray, terms);
    QFETCH(QString, expected);
    const WordPressItem item = itemOf(post(terms));
    QCOMPARE(item.type, QStringLiteral("post"));
    QCOMPARE(shown(item.terms), expected);
}

void TestWordPressExport::tellsElementsApart_data()
{
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("prefixes"); // of wp, content, excerpt, dc
    const QByteArray usual = "wp content excerpt dc";
    QTest::newRow("as usual") << namespaces << usual;
    QTest::newRow("not declared") << QByteArray(" ") << usual;
    QTest::newRow("1.0") << QByteArray(namespaces).replace("1.2", "1.0") << usual;
    QTest::newRow("2.0 and https") << QByteArray(namespaces).replace("1.2", "2.0").replace("http:", "https:") << usual;
    QTest::newRow("wrong") << QByteArray(" xmlns:wp='urn:a' xmlns:content='urn:b' xmlns:excerpt='' xmlns:dc='urn:c'")
                           << usual;
    QTest::newRow("other prefixes") << QByteArray(namespaces)
                                           .replace(":wp=", ":a=")
                                           .replace(":content", ":b")
                                           .replace(":excerpt", ":c")
                                           .replace(":dc=", ":d=")
                                    << QByteArray("a b c d");
    QTest::newRow("exchanged") << QByteArray(namespaces)
                                      .replace(":content=", ":x=")
                                      .replace(":excerpt=", ":content=")
                                      .replace(":x=", ":excerpt=")
                               << QByteArray("wp excerpt content dc");
}

void TestWordPressExport::tellsElementsApart()
{
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, prefixes);
    const QList<QByteArray> p = prefixes.split(' ');
    QByteArray item = "<item>"
                      "<itunes:title>no</itunes:title><media:title>no</media:title><WP:title>no</WP:title>"
                      "<title>Moths</title><atom:link>no</atom:link><link>https://a.example/m</link>"
                      "<author>no@a.example</author><DC:creator>hazel</DC:creator><DC:title>no</DC:title>"
                      "<itunes:author>no</itunes:author><encoded>no</encoded><WP:encoded>no</WP:encoded>"
                      "<EXCERPT:encoded>short</EXCERPT:encoded><CONTENT:encoded>long</CONTENT:encoded>"
                      "<description>no</description><WP:link>no</WP:link>"
                      "<status>no</status><WP:status>draft</WP:status><WP:post_type>page</WP:post_type></item>";
    const char *const names[] = {"WP:", "CONTENT:", "EXCERPT:", "DC:"};
    for (qsizetype at = 0; at < p.size(); ++at)
        item.replace(names[at], QByteArray(p.at(at) + ':'));
    const WordPressItem read = itemOf(item, declared);
    QCOMPARE(read.title, QStringLiteral("Moths"));
    QCOMPARE(read.link, QStringLiteral("https://a.example/m"));
    QCOMPARE(read.author, QStringLiteral("hazel"));
    QCOMPARE(read.content, QStringLiteral("long"));
    QCOMPARE(read.excerpt, QStringLiteral("short"));
    QCOMPARE(read.status, QStringLiteral("draft"));
    QCOMPARE(read.type, QStringLiteral("page"));
}

void TestWordPressExport::readsDates_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<QString>("date"); // ISO 8601; empty: invalid
    QTest::addColumn<QString>("localDate");
    const auto row = [](const char *name, const char *utc, const char *feed, const char *local, const char *date,
                        const char *localDate) {
        QTest::newRow(name) << "<wp:post_date_gmt>" + QByteArray(utc) + "</wp:post_date_gmt><pubDate>" + feed +
                                   "</pubDate><wp:post_date>" + local + "</wp:post_date>"
                            << QString::fromLatin1(date) << QString::fromLatin1(localDate);
    };
    const char *zero = "0000-00-00 00:00:00";
    const char *june = "2013-06-07T03:00:44Z";
    row("all", "2013-06-07 03:00:44", "Sat, 08 Jun 2013 03:00:44 +0000", "2013-06-07 05:00:44", june,
        "2013-06-07T05:00:44Z");
    row("of the feed", zero, "Fri, 07 Jun 2013 05:00:44 +0200", zero, june, "");
    row("a wrong day of the week", "", "Mon, 07 Jun 2013 03:00:44 +0000", "", june, "");
    row("GMT", "", "Fri, 07 Jun 2013 03:00:44 GMT", "", june, "");
    row("no day of the week", "", "7 Jun 2013 03:00:44 +0000", "", june, "");
    row("of a draft", zero, "Mon, 30 Nov -0001 00:00:00 +0000", "2013-06-07 05:00:44", "", "2013-06-07T05:00:44Z");
    row("none", zero, "", zero, "", "");
    row("no dates at all", "soon", "later", "2013-02-30 01:00:00", "", "");
    row("in a gap of a zone with summer time", "2013-03-31 02:30:00", "", "2013-03-31 02:30:00", "2013-03-31T02:30:00Z",
        "2013-03-31T02:30:00Z");
}

void TestWordPressExport::readsDates()
{
    QFETCH(QByteArray, dates);
    const auto shownDate = [](const QDateTime &date) {
        return date.isValid() ? date.toString(Qt::ISODate) : QString();
    };
    qputenv("TZ", "Europe/Berlin");
    const WordPressItem item = itemOf(post(dates));
    qputenv("TZ", "UTC");
    QCOMPARE(item.type, QStringLiteral("post"));
    QTEST(shownDate(item.date), "date");
    QTEST(shownDate(item.localDate), "localDate");
}

void TestWordPressExport::decodesTitles_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *written, const char *title) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(title);
    };
    row("Moths &amp; lamps", "Moths & lamps");
    row("Moths &amp;amp; lamps", "Moths & lamps");
    row("Moths &amp;amp;amp; lamps", "Moths &amp; lamps");
    row("<![CDATA[Moths &amp; lamps]]>", "Moths & lamps");
    row("<![CDATA[It&#8217;s &hellip; &#x2014;]]>", "It\u2019s \u2026 \u2014");
    row("<![CDATA[Caf&#233; &eacute; &#150;]]>", "Café é \u2013");
    row("<![CDATA[Q&A & <em>moths</em> &; &#; &#1; &nonesuch;]]>", "Q&A & <em>moths</em> &; &#; &#1; &nonesuch;");
    row("<![CDATA[ a & b &verylongnameofnothing; c&amp;]]>", "a & b &verylongnameofnothing; c&");
    row("a <b>bold</b> one", "a bold one");
    row("Moths&#13;\nand&#13;lamps", "Moths\nand\nlamps");
    row(" \n ", "");
}

void TestWordPressExport::decodesTitles()
{
    QFETCH(QByteArray, written);
    const WordPressItem item = itemOf(post("<title>" + written + "</title><wp:post_id>7</wp:post_id>"));
    QCOMPARE(item.id, QStringLiteral("7"));
    QTEST(item.title, "title");
}

void TestWordPressExport::readsAttachments()
{
    const WordPressItem item = itemOf(
        "<item><title>moth</title><wp:post_id>5</wp:post_id><wp:post_parent>4</wp:post_parent>"
        "<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://a.example/wp-content/uploads/m.jpg?a=1&amp;b=2</wp:attachment_url>"
        "<wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key><wp:meta_value>m.jpg</wp:meta_value></wp:postmeta>"
        "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[A moth]]>"
        "</wp:meta_value></wp:postmeta></item>");
    QCOMPARE(item.attachmentUrl, QStringLiteral("https://a.example/wp-content/uploads/m.jpg?a=1&b=2"));
    QCOMPARE(item.parent, QStringLiteral("4"));
    QCOMPARE(item.imageAlt, QStringLiteral("A moth"));
    QCOMPARE(item.thumbnail, QString());
}

void TestWordPressExport::keepsNothingPrivate()
{
    const QByteArray comment = "<wp:comment><wp:comment_id>1</wp:comment_id>"
                               "<wp:comment_author><![CDATA[Sealed Sam]]></wp:comment_author>"
                               "<wp:comment_author_email>sealed@a.example</wp:comment_author_email>"
                               "<wp:comment_author_IP>192.0.2.77</wp:comment_author_IP>"
                               "<wp:comment_content><![CDATA[sealed words]]></wp:comment_content>"
                               "<title>sealed</title><content:encoded>sealed</content:encoded>"
                               "<wp:status>sealed</wp:status><item><title>sealed</title></item>"
                               "<wp:commentmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
                               "<wp:meta_value>sealed</wp:meta_value></wp:commentmeta></wp:comment>";
    const Export all = read(exportOf("<wp:author><wp:author_login>Sealed@a.example</wp:author_login>"
                                     "<wp:author_email>sealed@a.example</wp:author_email></wp:author>" +
                                     post(comment +
                                          "<dc:creator>sealed@a.example</dc:creator>"
                                          "<wp:post_password>sealed</wp:post_password>" +
                                          comment) +
                                     post("<wp:post_password><![CDATA[ ]]></wp:post_password>" + comment)));
    QVERIFY(!all.error);
    QCOMPARE(all.items.size(), 2);
    QCOMPARE(all.items.at(0).comments, 2);
    QCOMPARE(all.items.at(1).comments, 1);
    QCOMPARE(all.comments, 3);
    QVERIFY(all.items.at(0).hasPassword);
    QVERIFY(!all.items.at(1).hasPassword);
    // The author of the item is still known to be the author of the list.
    QCOMPARE(all.items.at(0).author, all.authors.first().login);
    QVERIFY(all.authors.first().login.startsWith(QLatin1String("author-")));
    for (const WordPressItem &item : all.items) {
        for (const QString &text : {item.type, item.status, item.guid, item.id, item.title, item.link, item.slug,
                                    item.author, item.content, item.excerpt, item.thumbnail, item.problem})
            QVERIFY2(!text.contains(QLatin1String("sealed"), Qt::CaseInsensitive), qPrintable(text));
    }
}

void TestWordPressExport::tellsWhereItemsBegin()
{
    for (const char *end : {"\n", "\r\n", "\r"}) {
        const QByteArray file = "\n<!-- made\n by -->" +
                                exportOf(post("<title>a\n\nb</title>") + "\n<wp:x/>\n" + post("<!--\n-->")) +
                                "<!-- behind -->";
        const Export all = read(QByteArray(file).replace('\n', end));
        QVERIFY(!all.error);
        QCOMPARE(all.items.size(), 2);
        QCOMPARE(all.items.at(0).line, 6);
        QCOMPARE(all.items.at(0).title, QStringLiteral("a\n\nb"));
        QCOMPARE(all.items.at(1).line, 13);
    }
}

void TestWordPressExport::mendsAsItReads()
{
    const Export all = read(exportOf(
        post("<title>a\x02 & b&nbsp;\xE9</title>\n<content:encoded><![CDATA[<p>]]> & <p>]]></content:encoded>\n") +
        post("<title>c</title>\n<content:encoded><![CDATA[<p>d</p></content:encoded>\n"
             "<excerpt:encoded><![CDATA[e]]></excerpt:encoded>\n<wp:post_id>9</wp:post_id>\n")));
    QVERIFY(!all.error);
    QCOMPARE(all.items.size(), 2);
    QCOMPARE(all.items.at(0).title, QStringLiteral("a & b\u00A0é"));
    QCOMPARE(all.items.at(0).content, QStringLiteral("<p>]]> & <p>"));
    QCOMPARE(all.items.at(1).content, QStringLiteral("<p>d</p>"));
    QCOMPARE(all.items.at(1).excerpt, QStringLiteral("e"));
    QCOMPARE(all.items.at(1).id, QStringLiteral("9"));
    QStringList repairs;
    for (const XmlRepair &repair : all.repairs)
        repairs.append(QStringLiteral("%1:%2@%3").arg(int(repair.kind)).arg(repair.count).arg(repair.firstLine));
    QCOMPARE(repairs.join(QLatin1Char(' ')), QStringLiteral("0:1@6 1:1@6 2:1@6 3:2@7 4:1@6"));
}

void TestWordPressExport::holdsLittleOfLargeFiles()
{
    const QByteArray words = QByteArray("Liebe Hazel, é &amp; ü. ").repeated(100000);
    const Export all = read(exportOf("<x>" + words + "</x>" +
                                     post("<content:encoded><![CDATA[" + words +
                                          "]]></content:encoded>"
                                          "<excerpt:encoded>" +
                                          words + "</excerpt:encoded>")));
    QVERIFY(!all.error);
    QCOMPARE(all.items.first().content, QString::fromUtf8(words));
    QCOMPARE(all.items.first().excerpt, QString::fromUtf8(words).replace(QLatin1String("&amp;"), QLatin1String("&")));
    QVERIFY(all.repairs.isEmpty());
}

QTEST_APPLESS_MAIN(TestWordPressExport)
#include "tst_wordpress_export.moc"
