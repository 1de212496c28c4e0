#include "command_line.h"
#include "page.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <QUrl>

namespace {

const QString deskFile = QStringLiteral("juniper.postbag");
const QString pagePath = QStringLiteral("letters/the-borrowed-ladder.html");

QStringList withDesk(const char *command, const QStringList &words = {})
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

const QByteArray picture =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>)";

const QByteArray message = "From: =?utf-8?q?Th=C3=A9odora_Kestrelmann?= <theo@kestrelmann.example>\r\n"
                           "To: juniper@juniper.example\r\n"
                           "Subject: =?utf-8?q?A_ladder=2C_and_a_d=C3=A9tente?=\r\n"
                           "Date: Mon, 2 Feb 2026 18:30:00 +0100\r\n"
                           "Message-ID: <1@kestrelmann.example>\r\n"
                           "MIME-Version: 1.0\r\n"
                           "Content-Type: text/plain; charset=utf-8\r\n"
                           "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                           "Dear Juniper,\r\n\r\n"
                           "My neighbour borrowed my ladder in June =E2=80=93 and painted his house with it.\r\n\r\n"
                           "It is <b>November</b> & my gutters are full. How do I ask?\r\n\r\n"
                           "Gutted in Galashiels\r\n";

const QByteArray answer = "You ask *on a dry day*.\n\n"
                          "> The ladder is yours.\n\n"
                          "1. Knock.\n2. Say \"gutters\".\n\n"
                          "See [the gutter guild](https://gutters.example/join).\n";

} // namespace

// The whole way of one letter, from a file to a published page, by the real program.
class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageIsWellFormed();
    void everyLinkLeadsSomewhere();
    void articleHasTitleAndIntroduction();
    void articleHasLetterAndAnswer();
    void articleHasWhatStandsAround();
    void indexListsTheArticle();
    void topicPageListsTheArticle();
    void feedsCarryTheArticle();
    void sitemapNamesTheArticle();
    void nothingIsLeftToDo();

private:
    void setMasthead();
    std::unique_ptr<Element> page(const QString &path);

    CommandLine m_line;
};

void TestWalk::setMasthead()
{
    m_line.write(QStringLiteral("introduction.md"),
                 "Ask Juniper answers every week. Write to juniper@juniper.example in complete confidence.\n");
    m_line.write(QStringLiteral("call.md"), "Talk about it in [the forum](https://forum.juniper.example/).\n");
    m_line.write(QStringLiteral("juniper.svg"), picture);
    const std::pair<const char *, const char *> fields[] = {
        {"column.letter-label", "DEAR JUNIPER"},
        {"column.answer-label", "JUNIPER ANSWERS"},
        {"column.base-url", "https://juniper.example"},
        {"column.time-zone", "Europe/London"},
        {"author.name", "Juniper Vale"},
        {"author.bio", "Juniper has kept a ladder since 1998."},
        {"author.picture", "juniper.svg"},
        {"author.picture-alt", "A drawn circle"},
    };
    for (const auto &[key, value] : fields)
        QCOMPARE(m_line.call(withDesk("set", {QLatin1String(key), QLatin1String(value)})).status, 0);
    const std::pair<const char *, const char *> files[] = {{"column.introduction", "introduction.md"},
                                                           {"column.call-to-action", "call.md"}};
    for (const auto &[key, file] : files)
        QCOMPARE(
            m_line.call(withDesk("set", {QLatin1String(key), QStringLiteral("--text"), QLatin1String(file)})).status,
            0);
}

void TestWalk::initTestCase()
{
    QCOMPARE(m_line
                 .call({QStringLiteral("new"), deskFile, QStringLiteral("--column"), QStringLiteral("Ask Juniper"),
                        QStringLiteral("--language"), QStringLiteral("en-GB")})
                 .status,
             0);
    setMasthead();
    m_line.write(QStringLiteral("letter.eml"), message);
    const Called imported = m_line.callJson(withDesk("import", {QStringLiteral("letter.eml")}));
    QCOMPARE(imported.status, 0);
    QCOMPARE(imported.json.value(u"imported").toInt(), 1);

    m_line.write(QStringLiteral("answer.md"), answer);
    const QString number = QStringLiteral("1");
    QCOMPARE(m_line
                 .call(withDesk("edit", {number, QStringLiteral("--stage"), QStringLiteral("shortlisted"),
                                         QStringLiteral("--signature"), QStringLiteral("Gutted in Galashiels"),
                                         QStringLiteral("--text"), QStringLiteral("-")}),
                       "My neighbour borrowed my ladder in June \xe2\x80\x93 and painted his house with it.\n\n"
                       "It is <b>November</b> & my gutters are full. How do I ask?\n")
                 .status,
             0);
    QCOMPARE(m_line
                 .call(withDesk("answer",
                                {number, QStringLiteral("--title"), QStringLiteral("The borrowed ladder"),
                                 QStringLiteral("--text"), QStringLiteral("answer.md"), QStringLiteral("--tag"),
                                 QStringLiteral("Good neighbours"), QStringLiteral("--tag"), QStringLiteral("Lending"),
                                 QStringLiteral("--publish-on"), QStringLiteral("2026-03-01")}))
                 .status,
             0);
    QCOMPARE(m_line.call(withDesk("check", {QStringLiteral("the-borrowed-ladder")})).status, 0);
    QCOMPARE(m_line.call(withDesk("answer", {number, QStringLiteral("--stage"), QStringLiteral("approved")})).status,
             0);
    const Called exported = m_line.callJson(withDesk("export", {QStringLiteral("site")}));
    QCOMPARE(exported.status, 0);
    QVERIFY(exported.json.value(u"added").toArray().contains(pagePath));
}

std::unique_ptr<Element> TestWalk::page(const QString &path)
{
    QString error;
    auto root = readPage(m_line.read(QLatin1String("site/") + path), &error);
    if (!root)
        qWarning("%s: %s", qPrintable(path), qPrintable(error));
    return root;
}

void TestWalk::everyPageIsWellFormed()
{
    const QStringList files = m_line.filesBelow(QStringLiteral("site"));
    for (const char *file :
         {"index.html", "qa-index.html", "404.html", "search.html", "feed.xml", "sitemap.xml",
          "topics/good-neighbours.html", "topics/good-neighbours.xml", "topics/lending.html", ".postbag-manifest.json"})
        QVERIFY2(files.contains(QLatin1String(file)), file);
    for (const QString &file : files) {
        if (file.endsWith(QLatin1String(".html")) || file.endsWith(QLatin1String(".xml")))
            QVERIFY2(page(file), qPrintable(file));
    }
}

void TestWalk::everyLinkLeadsSomewhere()
{
    const QStringList files = m_line.filesBelow(QStringLiteral("site"));
    int links = 0;
    for (const QString &file : files.filter(QStringLiteral(".html"))) {
        const auto root = page(file);
        const QDir folder = QFileInfo(m_line.path(QLatin1String("site/") + file)).dir();
        for (const char *selector : {"a", "link", "img", "script"}) {
            for (const Element *element : root->all(QLatin1String(selector))) {
                const QUrl url(element->attribute(
                    QLatin1String(element->attributes.contains(QStringLiteral("src")) ? "src" : "href")));
                if (!url.scheme().isEmpty() || url.path().isEmpty())
                    continue;
                ++links;
                QVERIFY2(!url.path().startsWith(QLatin1Char('/')), qPrintable(file + url.toString()));
                const QFileInfo target(folder.filePath(url.path()));
                QVERIFY2(target.isFile() ||
                             QFileInfo(QDir(target.filePath()).filePath(QStringLiteral("index.html"))).isFile(),
                         qPrintable(file + QLatin1String(": ") + url.toString()));
            }
        }
    }
    QVERIFY(links > 30);
}

void TestWalk::articleHasTitleAndIntroduction()
{
    const auto root = page(pagePath);
    QVERIFY(root);
    QVERIFY(root->only(QStringLiteral("h1")));
    QCOMPARE(root->only(QStringLiteral("h1"))->text(), QStringLiteral("The borrowed ladder"));
    QVERIFY(root->only(QStringLiteral(".introduction")));
    QVERIFY(root->only(QStringLiteral(".introduction"))->text().contains(QLatin1String("in complete confidence")));
    const Element *time = root->all(QStringLiteral("time")).value(0);
    QVERIFY(time);
    QVERIFY(time->attribute(QStringLiteral("datetime")).startsWith(QLatin1String("2026-03-01")));
    QCOMPARE(root->only(QStringLiteral("html"))->attribute(QStringLiteral("lang")), QStringLiteral("en-GB"));
}

void TestWalk::articleHasLetterAndAnswer()
{
    const auto root = page(pagePath);
    const Element *letter = root->only(QStringLiteral("section.letter"));
    QVERIFY(letter);
    QCOMPARE(letter->only(QStringLiteral(".label"))->text(), QStringLiteral("DEAR JUNIPER"));
    QCOMPARE(letter->only(QStringLiteral(".signature"))->text(), QStringLiteral("Gutted in Galashiels"));
    QVERIFY(letter->text().contains(QStringLiteral("in June – and painted his house with it.")));
    QVERIFY(letter->text().contains(QLatin1String("<b>November</b> & my gutters are full.")));
    QVERIFY(letter->all(QStringLiteral("b")).isEmpty());

    const Element *answered = root->only(QStringLiteral("section.answer"));
    QVERIFY(answered);
    QCOMPARE(answered->only(QStringLiteral(".label"))->text(), QStringLiteral("JUNIPER ANSWERS"));
    QCOMPARE(answered->only(QStringLiteral("em"))->text(), QStringLiteral("on a dry day"));
    QCOMPARE(answered->only(QStringLiteral("blockquote"))->text(), QStringLiteral("The ladder is yours."));
    QCOMPARE(answered->all(QStringLiteral("li")).size(), 2);
    QVERIFY(answered->only(QStringLiteral("a[href=https://gutters.example/join]")));
}

void TestWalk::articleHasWhatStandsAround()
{
    const auto root = page(pagePath);
    const Element *call = root->only(QStringLiteral(".call-to-action"));
    QVERIFY(call);
    QVERIFY(call->only(QStringLiteral("a[href=https://forum.juniper.example/]")));
    const Element *author = root->only(QStringLiteral(".about-author"));
    QVERIFY(author);
    QVERIFY(author->text().contains(QLatin1String("Juniper Vale")));
    QVERIFY(author->text().contains(QLatin1String("since 1998")));
    const Element *image = author->only(QStringLiteral("img"));
    QVERIFY(image);
    QCOMPARE(image->attribute(QStringLiteral("alt")), QStringLiteral("A drawn circle"));
    const QString file = QDir::cleanPath(QLatin1String("site/letters/") + image->attribute(QStringLiteral("src")));
    QVERIFY(!m_line.read(file).isEmpty());
    QStringList topics;
    for (const Element *topic : root->all(QStringLiteral("a[rel=tag]")))
        topics.append(topic->text());
    QCOMPARE(topics, (QStringList{QStringLiteral("Good neighbours"), QStringLiteral("Lending")}));
    QVERIFY(!root->all(QStringLiteral("a[href=../qa-index.html]")).isEmpty());
}

void TestWalk::indexListsTheArticle()
{
    const auto index = page(QStringLiteral("qa-index.html"));
    QVERIFY(index);
    const auto entries = index->all(QStringLiteral("a[href=%1]").arg(pagePath));
    QVERIFY(!entries.isEmpty());
    QCOMPARE(entries.first()->text(), QStringLiteral("The borrowed ladder"));
    const auto front = page(QStringLiteral("index.html"));
    QVERIFY(!front->all(QStringLiteral("a[href=%1]").arg(pagePath)).isEmpty());
}

void TestWalk::topicPageListsTheArticle()
{
    const auto topic = page(QStringLiteral("topics/good-neighbours.html"));
    QVERIFY(topic);
    QVERIFY(topic->only(QStringLiteral("h1"))->text().contains(QLatin1String("Good neighbours")));
    QVERIFY(!topic->all(QStringLiteral("a[href=../%1]").arg(pagePath)).isEmpty());
}

void TestWalk::feedsCarryTheArticle()
{
    for (const char *path : {"feed.xml", "topics/good-neighbours.xml"}) {
        const auto feed = page(QLatin1String(path));
        QVERIFY2(feed, path);
        const Element *entry = feed->only(QStringLiteral("entry"));
        QVERIFY2(entry, path);
        QCOMPARE(entry->only(QStringLiteral("title"))->text(), QStringLiteral("The borrowed ladder"));
        QCOMPARE(entry->all(QStringLiteral("link")).value(0)->attribute(QStringLiteral("href")),
                 QLatin1String("https://juniper.example/") + pagePath);
        for (const char *name : {"id", "updated"})
            QVERIFY2(entry->only(QLatin1String(name)), name);
    }
}

void TestWalk::sitemapNamesTheArticle()
{
    const auto sitemap = page(QStringLiteral("sitemap.xml"));
    QVERIFY(sitemap);
    QStringList places;
    for (const Element *place : sitemap->all(QStringLiteral("loc")))
        places.append(place->text());
    QVERIFY(places.contains(QLatin1String("https://juniper.example/") + pagePath));
}

void TestWalk::nothingIsLeftToDo()
{
    const Called letter = m_line.callJson(withDesk("letter", {QStringLiteral("1")}));
    QCOMPARE(letter.json.value(u"stage").toString(), QStringLiteral("answered"));
    QCOMPARE(letter.json.value(u"subject").toString(), QStringLiteral("A ladder, and a détente"));
    QCOMPARE(letter.json.value(u"received").toString(), QStringLiteral("2026-02-02T17:30:00.000Z"));
    const Called again = m_line.callJson(withDesk("export", {QStringLiteral("site")}));
    QCOMPARE(again.status, 0);
    QVERIFY(again.json.value(u"added").toArray().isEmpty());
    QVERIFY(again.json.value(u"changed").toArray().isEmpty());
    QVERIFY(again.json.value(u"removed").toArray().isEmpty());
    QCOMPARE(m_line.call(withDesk("verify")).status, 0);
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
