#include "intake/post_addresses.h"

#include <QTest>

using intake::isSameFile;
using intake::PostAddresses;

class TestPostAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
    void findsFiles_data();
    void findsFiles();
    void comparesFiles_data();
    void comparesFiles();
};

void TestPostAddresses::links_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("destination");

    const auto row = [](const char *site, const char *address, const char *destination) {
        QTest::addRow("%s at %s", address, site)
            << QString::fromUtf8(site) << QString::fromUtf8(address) << QString::fromUtf8(destination);
    };
    const char *plain = "https://hazel.example";
    row(plain, "https://hazel.example/a/?b#c", "/a/?b#c");
    row(plain, "HTTP://WWW.Hazel.Example:80/A", "/A");
    row(plain, "https://hazel.example:8080/a", "https://hazel.example:8080/a");
    row(plain, "https://hazel.example", "/");
    row(plain, "https://hazel.example#a", "/#a");
    row(plain, "https://hazel.example.evil.example/", "https://hazel.example.evil.example/");
    row(plain, "https://blog.hazel.example/", "https://blog.hazel.example/");
    row(plain, "http:/\\hazel.example/a", "/a");
    row(plain, "//hazel.example/a", "/a");
    row(plain, "\\\\b.example/a", "https://b.example/a");
    row(plain, "http:", "");
    row(plain, "/a", "/a");
    row(plain, "a", "/a");
    row(plain, "../../a/./b/../c?d=../e", "/a/c?d=../e");
    row(plain, "/..//b.example", "/b.example");
    row(plain, "/.//b.example", "/b.example");
    row(plain, "?p=3", "/?p=3");
    row(plain, "#a", "");
    row(plain, "  /a\n b ", "/a b");
    row(plain, "mailto:w@t.example?subject=x", "mailto:w@t.example?subject=x");
    row(plain, "MailTo:w@t.example", "mailto:w@t.example");
    row(plain, "mailto:", "");
    row(plain, "javascript:alert(1)", "");
    row(plain, "java\tscript:alert(1)", "");
    row(plain, "data:text/html,x", "");
    row(plain, "tel:123", "");
    row(plain, "attachment:1", "");
    row(plain, "x-y+z:a", "");
    row(plain, "", "");
    row("https://hazel.example/blog/", "https://hazel.example/blog/a", "/a");
    row("https://hazel.example/blog/", "http://hazel.example/blog", "/");
    row("https://hazel.example/blog/", "/blog?p=1", "/?p=1");
    row("https://hazel.example/blog/", "/blogger", "https://hazel.example/blogger");
    row("", "https://hazel.example/a", "https://hazel.example/a");
    row("ftp://hazel.example", "https://hazel.example/a", "https://hazel.example/a");
    QTest::newRow("too long") << QString() << QString(QLatin1String("https://a.example/") + QString(2000, u'a'))
                              << QString();
}

void TestPostAddresses::links()
{
    QFETCH(QString, site);
    QFETCH(QString, address);
    QFETCH(QString, destination);
    QCOMPARE(PostAddresses(site).link(address), destination);
}

void TestPostAddresses::findsFiles_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("file");

    QTest::newRow("of the site") << "http://www.h.example"
                                 << "https://h.example/a.png"
                                 << "http://www.h.example/a.png";
    QTest::newRow("relative") << "https://h.example/blog"
                              << "/blog/a.png"
                              << "https://h.example/blog/a.png";
    QTest::newRow("beside the site") << "https://h.example/blog"
                                     << "/a.png"
                                     << "https://h.example/a.png";
    QTest::newRow("elsewhere") << "https://h.example"
                               << "//b.example/a.png"
                               << "https://b.example/a.png";
    QTest::newRow("no site") << ""
                             << "a.png"
                             << "/a.png";
    QTest::newRow("data") << "https://h.example"
                          << "data:image/png;base64,x"
                          << "";
    QTest::newRow("mail") << "https://h.example"
                          << "mailto:w@t.example"
                          << "";
    QTest::newRow("local") << "https://h.example"
                           << "file:///etc/passwd"
                           << "";
    QTest::newRow("nothing") << "https://h.example"
                             << ""
                             << "";
}

void TestPostAddresses::findsFiles()
{
    QFETCH(QString, site);
    QFETCH(QString, address);
    QFETCH(QString, file);
    QCOMPARE(PostAddresses(site).file(address), file);
}

void TestPostAddresses::comparesFiles_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");

    QTest::newRow("equal") << "https://a.example/x.jpg"
                           << "https://a.example/x.jpg" << true;
    QTest::newRow("in another size") << "https://a.example/x-300x200.jpg"
                                     << "http://www.a.example/x.jpg?w=3" << true;
    QTest::newRow("scaled") << "https://a.example/x-scaled.jpeg"
                            << "https://a.example/x-1x1.jpeg" << true;
    QTest::newRow("another") << "https://a.example/y.jpg"
                             << "https://a.example/x.jpg" << false;
    QTest::newRow("size within the name") << "https://a.example/x-3x2-y.jpg"
                                          << "https://a.example/x-y.jpg" << false;
    QTest::newRow("another host") << "https://a.example/x.jpg"
                                  << "https://b.example/x.jpg" << false;
}

void TestPostAddresses::comparesFiles()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, isSame);
    QCOMPARE(isSameFile(one, other), isSame);
    QCOMPARE(isSameFile(other, one), isSame);
}

QTEST_APPLESS_MAIN(TestPostAddresses)
#include "tst_post_addresses.moc"
