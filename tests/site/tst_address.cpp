// Which addresses may name files of a site, and what a manifest may say.
#include "site/address.h"
#include "site/manifest.h"

#include <QTest>

using site::Manifest;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsFilesBelowTheSite_data();
    void acceptsFilesBelowTheSite();
    void folderStyleMeansItsIndex();
    void leadsUpOncePerFolder();
    void encodesForLinks();
    void absoluteAddressOfFolder();
    void capitalsAndComposedLettersClash();
    void manifestComesBackAsWritten();
    void manifestRefusesPathsOutside();
    void damagedAndNewerManifests();
};

void TestAddress::acceptsFilesBelowTheSite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *path, bool accepted) {
        QTest::newRow(path) << QString::fromUtf8(path) << accepted;
    };
    row("letters/a.html", true);
    row("2019/03/éclair.html", true);
    row("a", true);
    row("", false);
    row("/etc/passwd", false);
    row("../a.html", false);
    row("a/../../b.html", false);
    row("a/./b.html", false);
    row("a//b.html", false);
    row("a/", false);
    row("a\\b.html", false);
    row(".htaccess", false);
    row("a/.git/config", false);
    row(".postbag-manifest.json", false);
    row("C:/a.html", false);
    row("con/a.html", false);
    row("a/nul.html", false);
    row("a?.html", false);
    row("a. /b.html", false);
    row("a\nb.html", false);
}

void TestAddress::acceptsFilesBelowTheSite()
{
    QFETCH(QString, path);
    QFETCH(bool, accepted);
    QCOMPARE(site::isFilePath(path), accepted);
    if (!path.isEmpty())
        QVERIFY(!site::isFilePath(path + QString(1001, QLatin1Char('a'))));
}

void TestAddress::folderStyleMeansItsIndex()
{
    QCOMPARE(*site::fileOf(QStringLiteral("letters/a/")), QStringLiteral("letters/a/index.html"));
    QCOMPARE(*site::fileOf(QStringLiteral("letters/a.html")), QStringLiteral("letters/a.html"));
    const auto refused = site::fileOf(QStringLiteral("../a/"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("../a/")));
}

void TestAddress::leadsUpOncePerFolder()
{
    QCOMPARE(site::wayUp(QStringLiteral("index.html")), QByteArray());
    QCOMPARE(site::wayUp(QStringLiteral("2019/03/a.html")), QByteArray("../../"));
}

void TestAddress::encodesForLinks()
{
    QCOMPARE(site::encoded(QStringLiteral("a b/c&d\"<é:.html")), QByteArray("a%20b/c%26d%22%3C%C3%A9%3A.html"));
}

void TestAddress::absoluteAddressOfFolder()
{
    const QString base = QStringLiteral("https://a.example/column");
    QCOMPARE(site::absolute(base, QStringLiteral("x/index.html")), QByteArray("https://a.example/column/x/"));
    QCOMPARE(site::absolute(base, QStringLiteral("index.html")), QByteArray("https://a.example/column/"));
    QCOMPARE(site::absolute(base, QStringLiteral("my-index.html")),
             QByteArray("https://a.example/column/my-index.html"));
}

void TestAddress::capitalsAndComposedLettersClash()
{
    QCOMPARE(site::clashKey(QStringLiteral("A/\u00e9.html")), site::clashKey(QStringLiteral("a/e\u0301.HTML")));
    QVERIFY(site::clashKey(QStringLiteral("a")) != site::clashKey(QStringLiteral("b")));
}

void TestAddress::manifestComesBackAsWritten()
{
    const QByteArray digest(40, 'a');
    Manifest manifest;
    manifest.setFrame(digest);
    manifest.insert(QStringLiteral("z \"quoted\" \\ é.html"), {digest, digest, 7, {}});
    manifest.insert(QStringLiteral("b.html"), {digest, digest, 1, {QStringLiteral("c.html")}});
    manifest.remove(QStringLiteral("z \"quoted\" \\ é.html"));
    manifest.insert(QStringLiteral("é.html"), {digest, digest, 7, {}});
    QStringList refused;
    const QByteArray json = manifest.toJson();
    const base::Result<Manifest> read = Manifest::fromJson(json, refused);
    QVERIFY(read);
    QVERIFY(refused.isEmpty());
    QVERIFY(*read == manifest);
    QCOMPARE(read->toJson(), json);
    QCOMPARE(json.count('\n'), 4); // a line for each file, so that a change of one shows as one
    QVERIFY(json.indexOf("b.html") < json.indexOf("é.html"));
}

void TestAddress::manifestRefusesPathsOutside()
{
    QByteArray files;
    for (const char *path : {"/etc/passwd", "../x", "a/../../x", "a\\\\..\\\\x", ".ssh/id", "", "ok.html"})
        files += QByteArray(files.isEmpty() ? "" : ",") + R"({"path":")" + path + R"(","digest":")" +
                 QByteArray(40, '0') + R"(","key":")" + QByteArray(40, '0') + R"(","size":1})";
    files += R"(,{"path":"short.html","digest":"00","key":"","size":1},17,null,{"path":{}})";
    QStringList refused;
    const auto read = Manifest::fromJson("{\"format\":1,\"files\":[" + files + "]}", refused);
    QVERIFY(read);
    QCOMPARE(read->paths(), QStringList{QStringLiteral("ok.html")});
    QCOMPARE(refused.size(), 10);
}

void TestAddress::damagedAndNewerManifests()
{
    QStringList refused;
    for (const char *json : {"", "{", "[]", "{\"format\":1}", "{\"format\":1,\"files\":{}}", "\xff\xfe"}) {
        const auto read = Manifest::fromJson(json, refused);
        QVERIFY2(!read, json);
        QVERIFY(read.error().kind == base::Error::Kind::Damaged);
    }
    const auto newer = Manifest::fromJson("{\"format\":2,\"files\":[]}", refused);
    QVERIFY(!newer);
    QVERIFY(newer.error().kind == base::Error::Kind::Refused);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
