// What the pages of a whole site hold: well-formed, safe, complete, and every link between them leads somewhere.
#include "column.h"

#include "site/qa_index.h"
#include "site/sitemap.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>

using column::article;
using column::read;

namespace {

// One element of a page, with all text inside it.
struct Element {
    QString name;
    QXmlStreamAttributes attributes;
    QString text;
    QStringList within; // names and classes of the elements around it

    [[nodiscard]] bool is(const QString &wanted) const
    {
        return wanted.startsWith(QLatin1Char('.')) ? attributes.value(QStringLiteral("class"))
                                                         .toString()
                                                         .split(QLatin1Char(' '))
                                                         .contains(wanted.sliced(1))
                                                   : name == wanted;
    }
    [[nodiscard]] QString attribute(const char *of) const { return attributes.value(QLatin1String(of)).toString(); }
};

struct Parsed {
    QList<Element> elements;
    QString fault;

    // Those that match the last name or ".class", inside elements that match the ones before it.
    [[nodiscard]] QList<Element> all(const QString &path) const
    {
        QStringList steps = path.split(QLatin1Char(' '));
        const QString last = steps.takeLast();
        QList<Element> found;
        for (const Element &element : elements) {
            const bool isInside = std::all_of(steps.begin(), steps.end(),
                                              [&](const QString &step) { return element.within.contains(step); });
            if (isInside && element.is(last))
                found.append(element);
        }
        return found;
    }
    [[nodiscard]] QString text(const QString &path) const
    {
        const QList<Element> found = all(path);
        return found.isEmpty() ? QString() : found.first().text.simplified();
    }
};

Parsed parse(const QByteArray &bytes)
{
    Parsed parsed;
    QList<qsizetype> open;
    QStringList within;
    QList<qsizetype> added;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: {
            const Element element{xml.name().toString(), xml.attributes(), {}, within};
            open.append(parsed.elements.size());
            parsed.elements.append(element);
            QStringList names{element.name};
            for (const QString &one : element.attributes.value(QStringLiteral("class"))
                                          .toString()
                                          .split(QLatin1Char(' '), Qt::SkipEmptyParts))
                names.append(QLatin1Char('.') + one);
            within += names;
            added.append(names.size());
            break;
        }
        case QXmlStreamReader::Characters:
            for (const qsizetype at : std::as_const(open))
                parsed.elements[at].text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            open.removeLast();
            within.resize(within.size() - added.takeLast());
            break;
        default:
            break;
        }
    }
    parsed.fault = xml.hasError() ? xml.errorString() : QString();
    return parsed;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageIsWellFormed();
    void articleHasEverything();
    void articleOfTwoLetters();
    void structuredDataIsAnArticle();
    void undatedOrBareArticleStillRenders();
    void hostileTextsStayTexts();
    void everyRelativeLinkLeadsToAFile();
    void linksInTextsAreRelativeToTheSite();
    void feedIsAtom();
    void sitemapListsEveryPage();
    void withoutBaseAddressNothingIsAbsolute();
    void notFoundPageWorksAnywhere();
    void frontShowsTheLatest();
    void topicsHoldWhatIsBelowThem();
    void searchListHoldsAllArticles();
    void nothingOfOtherArticlesAppears();
    void relatedAndNeighbours();
    void longSitemapIsSplit();
    void previewIsTheExportedPage();

private:
    static void crawl(const QString &folder);

    QTemporaryDir m_folder{column::scratch()};
    column::Column m_column = column::sample();
};

void TestPages::initTestCase()
{
    const auto outcome = m_column.exportTo(m_folder.path());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(outcome->findings.isEmpty());
}

void TestPages::everyPageIsWellFormed()
{
    const auto files = column::files(m_folder.path());
    int pages = 0;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!file.key().endsWith(QStringLiteral(".html")) && !file.key().endsWith(QStringLiteral(".xml")))
            continue;
        ++pages;
        const Parsed page = parse(file.value());
        QVERIFY2(page.fault.isEmpty(), qPrintable(file.key() + QStringLiteral(": ") + page.fault));
        if (!file.key().endsWith(QStringLiteral(".html")))
            continue;
        QVERIFY(file.value().startsWith("<!DOCTYPE html>\n"));
        QCOMPARE(page.all(QStringLiteral("h1")).size(), 1);
        QCOMPARE(page.all(QStringLiteral("html")).first().attribute("lang"), QStringLiteral("en-GB"));
        QCOMPARE(page.all(QStringLiteral("main")).size(), 1);
        QVERIFY(page.elements.size() > 10);
        QSet<QString> ids;
        for (const Element &element : page.elements) {
            const QString id = element.attribute("id");
            QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(file.key() + QLatin1Char('#') + id));
            ids.insert(id);
        }
    }
    QCOMPARE(pages, 6 + 5 * 2 + 6);
}

void TestPages::articleHasEverything()
{
    const Parsed page = parse(read(m_folder.path(), "letters/the-borrowed-car.html"));
    QCOMPARE(page.text(QStringLiteral("h1")), QStringLiteral("The borrowed car"));
    QCOMPARE(page.text(QStringLiteral("title")), QStringLiteral("The borrowed car | Ask Juniper"));
    QVERIFY(page.text(QStringLiteral(".introduction")).contains(QStringLiteral("complete confidence")));
    QCOMPARE(page.text(QStringLiteral("section .letter .label")), QStringLiteral("DEAR JUNIPER"));
    QVERIFY(page.text(QStringLiteral(".letter .words"))
                .startsWith(QStringLiteral("My sister has my car. She says “soon”.")));
    QCOMPARE(page.text(QStringLiteral(".letter .signature")), QStringLiteral("Torn in Truro"));
    QCOMPARE(page.text(QStringLiteral("section .answer .label")), QStringLiteral("JUNIPER ANSWERS"));
    QCOMPARE(page.text(QStringLiteral(".answer em")), QStringLiteral("once"));
    QVERIFY(page.text(QStringLiteral(".call-to-action")).contains(QStringLiteral("forum")));
    QVERIFY(page.text(QStringLiteral(".about-author")).contains(QStringLiteral("Juniper Lathe mends chairs.")));
    QCOMPARE(page.all(QStringLiteral(".about-author img")).first().attribute("alt"),
             QStringLiteral("A woman on a chair"));
    QStringList tags;
    for (const Element &link : page.all(QStringLiteral("a"))) {
        if (link.attribute("rel") == QStringLiteral("tag"))
            tags.append(link.text + QLatin1Char(' ') + link.attribute("href"));
    }
    QCOMPARE(tags, QStringList({QStringLiteral("money ../topics/money.html"),
                                QStringLiteral("siblings ../topics/siblings.html")}));
    QCOMPARE(page.all(QStringLiteral("time")).first().attribute("datetime"), QStringLiteral("2026-03-02"));
    QCOMPARE(page.text(QStringLiteral("time")), QStringLiteral("2 March 2026"));
    QVERIFY(!page.all(QStringLiteral("nav .neighbours a")).isEmpty() ||
            !page.all(QStringLiteral(".neighbours a")).isEmpty());
    QCOMPARE(page.all(QStringLiteral("head link")).first().attribute("href"),
             QStringLiteral("https://askjuniper.example/column/letters/the-borrowed-car.html"));
}

void TestPages::articleOfTwoLetters()
{
    const Parsed page = parse(read(m_folder.path(), "letters/two-kitchens.html"));
    QCOMPARE(page.all(QStringLiteral("article .letter")).size(), 2);
    QCOMPARE(page.all(QStringLiteral("article .answer")).size(), 2);
    QCOMPARE(page.all(QStringLiteral("article .letter")).last().attribute("id"), QStringLiteral("letter-2"));
    QCOMPARE(page.all(QStringLiteral(".letter .signature")).last().text.trimmed(), QStringLiteral("Bland"));
    QCOMPARE(page.all(QStringLiteral("h1")).size(), 1);
}

void TestPages::structuredDataIsAnArticle()
{
    const Parsed page = parse(read(m_folder.path(), "letters/two-kitchens.html"));
    QCOMPARE(page.all(QStringLiteral("script")).size(), 1);
    const QJsonObject data = QJsonDocument::fromJson(page.text(QStringLiteral("script")).toUtf8()).object();
    QCOMPARE(data.value(QStringLiteral("@type")).toString(), QStringLiteral("Article"));
    QCOMPARE(data.value(QStringLiteral("headline")).toString(), QStringLiteral("Two letters about one kitchen"));
    QCOMPARE(data.value(QStringLiteral("datePublished")).toString(), QStringLiteral("2026-03-05T09:00:00+01:00"));
    const QJsonArray questions = data.value(QStringLiteral("mainEntity")).toArray();
    QCOMPARE(questions.size(), 2);
    const QJsonObject question = questions.last().toObject();
    QCOMPARE(question.value(QStringLiteral("@type")).toString(), QStringLiteral("Question"));
    QCOMPARE(question.value(QStringLiteral("text")).toString(), QStringLiteral("She hides the salt."));
    const QJsonObject answer = question.value(QStringLiteral("acceptedAnswer")).toObject();
    QCOMPARE(answer.value(QStringLiteral("@type")).toString(), QStringLiteral("Answer"));
    QCOMPARE(answer.value(QStringLiteral("text")).toString(), QStringLiteral("Ask for it."));
    QCOMPARE(answer.value(QStringLiteral("author")).toObject().value(QStringLiteral("name")).toString(),
             QStringLiteral("Juniper Lathe"));
}

void TestPages::undatedOrBareArticleStillRenders()
{
    column::Column bare = column::sample();
    bare.edition = {};
    bare.edition.masthead = desk::newMasthead(QStringLiteral("Bare"), QStringLiteral("xx"), QStringLiteral("UTC"));
    bare.add("one", "One", 1, {desk::TagId::fromName(QStringLiteral("no such tag"))}, {column::piece("x", "", "", "")});
    bare.head("one").published = QDateTime();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(bare.exportTo(folder.path()));
    const Parsed page = parse(read(folder.path(), "letters/one.html"));
    QVERIFY(page.fault.isEmpty());
    QVERIFY(page.all(QStringLiteral("time")).isEmpty());
    QVERIFY(page.all(QStringLiteral(".signature")).isEmpty());
    QVERIFY(page.all(QStringLiteral(".about-author")).isEmpty());
    QVERIFY(page.all(QStringLiteral(".introduction")).isEmpty());
    crawl(folder.path());
}

void TestPages::hostileTextsStayTexts()
{
    column::Column hostile = column::sample();
    const char *const attack =
        "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;{{siteName}}{{{x}}}\x01";
    const QString words = column::text(attack);
    hostile.edition.masthead.name = words;
    hostile.edition.masthead.letterLabel = words;
    hostile.edition.masthead.answerLabel = words;
    hostile.edition.masthead.introduction = words;
    hostile.edition.masthead.callToAction = words;
    hostile.edition.masthead.authors.first().name = words;
    hostile.edition.masthead.authors.first().bio = words;
    hostile.edition.masthead.authors.first().pictureAlt = words;
    hostile.edition.masthead.baseUrl = QStringLiteral("https://a.example/?\"><b>");
    for (desk::Tag &tag : hostile.edition.tags) {
        tag.name += words;
        tag.description = words;
    }
    for (desk::IndexHeading &heading : hostile.edition.index.headings)
        heading.text += words;
    for (desk::IndexEntry &entry : hostile.edition.index.entries)
        entry.text = words;
    site::Piece piece = column::piece("car", attack, attack, attack);
    piece.place = words;
    hostile.texts[article("the-borrowed-car")].pieces = {piece};
    hostile.head("the-borrowed-car").title = words;
    hostile.head("the-borrowed-car").summary = words;
    hostile.settle("the-borrowed-car");

    QTemporaryDir folder{column::scratch()};
    QVERIFY(hostile.exportTo(folder.path()));
    const auto files = column::files(folder.path());
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (file.key().endsWith(QStringLiteral(".js"))) {
            QVERIFY(!file.value().contains("</script"));
            continue;
        }
        if (!file.key().endsWith(QStringLiteral(".html")) && !file.key().endsWith(QStringLiteral(".xml")))
            continue;
        const Parsed page = parse(file.value());
        QVERIFY2(page.fault.isEmpty(), qPrintable(file.key() + page.fault));
        for (const Element &element : page.elements) {
            for (const QXmlStreamAttribute &attribute : element.attributes)
                QVERIFY2(!attribute.name().startsWith(QStringLiteral("on")), qPrintable(file.key()));
            QVERIFY(element.name != QStringLiteral("img") ||
                    !element.attributes.value(QStringLiteral("class")).isNull() ||
                    element.attribute("src").contains(QStringLiteral("assets/picture-")));
            if (element.name == QStringLiteral("script"))
                QVERIFY(!element.text.startsWith(QStringLiteral("alert")));
        }
    }
    const Parsed page = parse(read(folder.path(), "letters/the-borrowed-car.html"));
    QString shown = words;
    shown.remove(QChar(1));
    QCOMPARE(page.all(QStringLiteral("h1")).first().text, shown);
    QCOMPARE(page.all(QStringLiteral(".pen-name")).first().text, shown);
    const QJsonObject data = QJsonDocument::fromJson(page.all(QStringLiteral("script")).first().text.toUtf8()).object();
    QCOMPARE(data.value(QStringLiteral("headline")).toString(), shown);
}

// Follows every relative link and source of every page, anchors too.
void TestPages::crawl(const QString &folder)
{
    const auto files = column::files(folder);
    int followed = 0;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!file.key().endsWith(QStringLiteral(".html")))
            continue;
        const QUrl here(QStringLiteral("https://here.example/") + file.key());
        for (const Element &element : parse(file.value()).elements) {
            for (const char *name : {"href", "src"}) {
                const QUrl link(element.attribute(name));
                if (!element.attributes.hasAttribute(QLatin1String(name)) || !link.isRelative())
                    continue;
                const QUrl there = here.resolved(link);
                const QString target = there.path().sliced(1);
                const QString shown = file.key() + QStringLiteral(" -> ") + link.toString();
                QVERIFY2(!link.path().startsWith(QLatin1Char('/')), qPrintable(shown));
                QVERIFY2(files.contains(target), qPrintable(shown));
                ++followed;
                if (there.hasFragment())
                    QVERIFY2(files.value(target).contains(QByteArray("id=\"" + there.fragment().toUtf8() + '"')),
                             qPrintable(shown));
            }
        }
    }
    QVERIFY(followed > 20);
}

void TestPages::everyRelativeLinkLeadsToAFile()
{
    crawl(m_folder.path());
    column::Column folders = column::sample();
    for (site::ArticleHead &head : folders.edition.articles)
        head.path = head.path.replace(QStringLiteral("letters/"), QStringLiteral("2026/03/ä b/"))
                        .replace(QStringLiteral(".html"), QStringLiteral("/"));
    folders.texts[article("the-borrowed-car")].pieces.first().answerText =
        QStringLiteral("[x](/2026/03/ä%20b/eclair/) [y](</2026/03/ä b/eclair/>)");
    folders.settle("the-borrowed-car");
    QTemporaryDir folder{column::scratch()};
    const auto outcome = folders.exportTo(folder.path());
    QVERIFY(outcome);
    QVERIFY2(outcome->findings.isEmpty(),
             qPrintable(outcome->findings.isEmpty() ? QString() : outcome->findings.first().message));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("2026/03/ä b/eclair/index.html"))));
    crawl(folder.path());
}

void TestPages::linksInTextsAreRelativeToTheSite()
{
    const Parsed page = parse(read(m_folder.path(), "letters/eclair.html"));
    QCOMPARE(page.all(QStringLiteral(".answer a")).first().attribute("href"), QStringLiteral("../qa-index.html"));
    QCOMPARE(page.all(QStringLiteral(".introduction a")).last().attribute("href"), QStringLiteral("../qa-index.html"));
    const Parsed front = parse(read(m_folder.path(), "index.html"));
    QCOMPARE(front.all(QStringLiteral(".introduction a")).last().attribute("href"), QStringLiteral("qa-index.html"));
}

void TestPages::feedIsAtom()
{
    const Parsed feed = parse(read(m_folder.path(), "feed.xml"));
    QCOMPARE(feed.elements.first().name, QStringLiteral("feed"));
    QCOMPARE(feed.all(QStringLiteral("entry")).size(), 6);
    for (const char *needed : {"id", "title", "updated", "author"})
        QCOMPARE(feed.all(QStringLiteral("feed ") + QString::fromUtf8(needed)).size(), 7);
    QCOMPARE(feed.all(QStringLiteral("entry id")).last().text,
             QStringLiteral("urn:uuid:") + article("the-borrowed-car").toString());
    QCOMPARE(feed.all(QStringLiteral("entry updated")).first().text, QStringLiteral("2026-03-07T09:00:00+01:00"));
    QCOMPARE(feed.all(QStringLiteral("updated")).first().text, QStringLiteral("2026-03-07T09:00:00+01:00"));
    QCOMPARE(feed.all(QStringLiteral("link")).first().attribute("href"),
             QStringLiteral("https://askjuniper.example/column/feed.xml"));
    const Parsed content = parse("<div>" + feed.all(QStringLiteral("entry content")).last().text.toUtf8() + "</div>");
    QVERIFY2(content.fault.isEmpty(), qPrintable(content.fault));
    QCOMPARE(content.all(QStringLiteral("a")).first().attribute("href"),
             QStringLiteral("https://askjuniper.example/column/letters/late-thanks.html"));
    QVERIFY(content.elements.first().text.contains(QStringLiteral("Torn in Truro")));

    const Parsed topic = parse(read(m_folder.path(), "topics/family.xml"));
    QCOMPARE(topic.all(QStringLiteral("entry")).size(), 3);
    QVERIFY(topic.text(QStringLiteral("title")).contains(QStringLiteral("family")));
}

void TestPages::sitemapListsEveryPage()
{
    const Parsed map = parse(read(m_folder.path(), "sitemap.xml"));
    QStringList places;
    for (const Element &place : map.all(QStringLiteral("loc")))
        places.append(place.text);
    QCOMPARE(places.size(), 2 + 5 + 6);
    QVERIFY(places.contains(QStringLiteral("https://askjuniper.example/column/")));
    QVERIFY(places.contains(QStringLiteral("https://askjuniper.example/column/letters/eclair.html")));
    QVERIFY(places.contains(QStringLiteral("https://askjuniper.example/column/topics/siblings.html")));
    QVERIFY(!places.contains(QStringLiteral("https://askjuniper.example/column/404.html")));
    QCOMPARE(map.all(QStringLiteral("lastmod")).last().text, QStringLiteral("2026-03-02"));
}

void TestPages::withoutBaseAddressNothingIsAbsolute()
{
    column::Column local = column::sample();
    local.edition.masthead.baseUrl.clear();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(local.exportTo(folder.path()));
    const auto files = column::files(folder.path());
    QVERIFY(!files.contains(QStringLiteral("feed.xml")));
    QVERIFY(!files.contains(QStringLiteral("sitemap.xml")));
    QVERIFY(!files.contains(QStringLiteral("topics/family.xml")));
    for (auto file = files.begin(); file != files.end(); ++file) {
        QVERIFY(!file.value().contains("canonical"));
        QVERIFY(!file.value().contains("<base"));
        QVERIFY(!file.value().contains("atom+xml"));
    }
    crawl(folder.path());
}

void TestPages::notFoundPageWorksAnywhere()
{
    const Parsed page = parse(read(m_folder.path(), "404.html"));
    QCOMPARE(page.all(QStringLiteral("base")).first().attribute("href"),
             QStringLiteral("https://askjuniper.example/column/"));
    QVERIFY(page.all(QStringLiteral("link")).last().attribute("href").startsWith(QStringLiteral("assets/style-")));
}

void TestPages::frontShowsTheLatest()
{
    const Parsed page = parse(read(m_folder.path(), "index.html"));
    QCOMPARE(page.all(QStringLiteral(".articles h3")).size(), 6);
    QCOMPARE(page.text(QStringLiteral(".articles h3")), QStringLiteral("Éclairs at every meeting"));
    QCOMPARE(page.text(QStringLiteral(".articles .excerpt")), QStringLiteral("They are eaten before I come."));
    column::Column many = column::sample();
    for (int number = 0; number < 30; ++number)
        many.add(QByteArray("more-") + QByteArray::number(number), "More", 10 + number, {},
                 many.texts.value(article("eclair")).pieces);
    QTemporaryDir folder{column::scratch()};
    QVERIFY(many.exportTo(folder.path()));
    QCOMPARE(parse(read(folder.path(), "index.html")).all(QStringLiteral(".articles h3")).size(), 20);
    QCOMPARE(parse(read(folder.path(), "feed.xml")).all(QStringLiteral("entry")).size(), 20);
}

void TestPages::topicsHoldWhatIsBelowThem()
{
    const Parsed family = parse(read(m_folder.path(), "topics/family.html"));
    QCOMPARE(family.all(QStringLiteral(".articles h3")).size(), 3);
    QCOMPARE(family.all(QStringLiteral(".topics a")).first().attribute("href"),
             QStringLiteral("../topics/siblings.html"));
    QCOMPARE(family.text(QStringLiteral(".about em")), QStringLiteral("family"));
    const Parsed siblings = parse(read(m_folder.path(), "topics/siblings.html"));
    QCOMPARE(siblings.all(QStringLiteral(".articles h3")).size(), 1);
    QCOMPARE(siblings.text(QStringLiteral(".above a")), QStringLiteral("family"));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("topics/unused.html"))));
}

void TestPages::searchListHoldsAllArticles()
{
    QByteArray list = read(m_folder.path(), "assets/search.js");
    QVERIFY(list.startsWith("var postbagArticles = ["));
    list = list.sliced(list.indexOf('['), list.lastIndexOf(']') - list.indexOf('[') + 1);
    const QJsonArray articles = QJsonDocument::fromJson(list).array();
    QCOMPARE(articles.size(), 6);
    QCOMPARE(articles.last().toArray().at(0).toString(), QStringLiteral("The borrowed car"));
    QCOMPARE(articles.last().toArray().at(1).toString(), QStringLiteral("letters/the-borrowed-car.html"));
    QCOMPARE(articles.last().toArray().at(2).toString(), QStringLiteral("money, siblings"));
}

void TestPages::nothingOfOtherArticlesAppears()
{
    column::Column later = column::sample();
    later.edition.asOf = column::day(5);
    later.edition.index.entries.append({desk::EntryId::fromName(QStringLiteral("x")),
                                        desk::HeadingId::fromName(QStringLiteral("nobody")),
                                        article("eclair"),
                                        {},
                                        QStringLiteral("Who eats them?")});
    QTemporaryDir folder{column::scratch()};
    const auto outcome = later.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(outcome->articles.size(), 5);
    const auto files = column::files(folder.path());
    QVERIFY(!files.contains(QStringLiteral("letters/eclair.html")));
    for (auto file = files.begin(); file != files.end(); ++file) {
        for (const char *trace : {"clairs", "eaten before", "Who eats", "nobody", "unused"})
            QVERIFY2(!file.value().contains(trace), qPrintable(file.key()));
    }
}

void TestPages::relatedAndNeighbours()
{
    const Parsed page = parse(read(m_folder.path(), "letters/two-kitchens.html"));
    QStringList related;
    for (const Element &link : page.all(QStringLiteral(".related a")))
        related.append(link.text);
    QCOMPARE(related,
             QStringList({QStringLiteral("An aunt and a piano"), QStringLiteral("The borrowed car")}).first(2));
    QCOMPARE(page.text(QStringLiteral(".older .what")), QStringLiteral("An aunt and a piano"));
    QCOMPARE(page.text(QStringLiteral(".newer .what")), QStringLiteral("The quiet office"));
    const Parsed first = parse(read(m_folder.path(), "letters/the-borrowed-car.html"));
    QVERIFY(first.all(QStringLiteral(".older")).isEmpty());
    const Parsed last = parse(read(m_folder.path(), "letters/eclair.html"));
    QVERIFY(last.all(QStringLiteral(".newer")).isEmpty());
    QVERIFY(last.all(QStringLiteral(".related")).isEmpty());
}

void TestPages::longSitemapIsSplit()
{
    column::Column many = column::sample();
    const site::ArticleHead head = many.edition.articles.first();
    for (int number = 0; number < 50'010; ++number) {
        site::ArticleHead one = head;
        one.id = desk::ArticleId::fromName(QString::number(number));
        one.path = QStringLiteral("letters/n%1.html").arg(number);
        many.edition.articles.append(one);
    }
    QList<desk::Finding> findings;
    const site::Outline outline(many.edition, findings);
    const site::QaIndex index(outline);
    QCOMPARE(site::sitemapParts(outline, index), 2);
    const Parsed list = parse(QByteArray::fromStdString(site::sitemap(outline, index, 0)));
    QCOMPARE(list.elements.first().name, QStringLiteral("sitemapindex"));
    QCOMPARE(list.all(QStringLiteral("loc")).last().text,
             QStringLiteral("https://askjuniper.example/column/sitemap-2.xml"));
    QCOMPARE(QByteArray::fromStdString(site::sitemap(outline, index, 1)).count("<loc>"), 50'000);
    const qsizetype rest = QByteArray::fromStdString(site::sitemap(outline, index, 2)).count("<loc>");
    QCOMPARE(rest, 2 + index.groups().size() + 5 + 6 + 50'010 - 50'000);
}

void TestPages::previewIsTheExportedPage()
{
    const base::Result<site::Theme> theme = site::Theme::load({}, QStringLiteral("en-GB"));
    QVERIFY(theme);
    const site::ArticleHead head = m_column.head("two-kitchens");
    const auto page = site::renderArticle(m_column.edition, head, m_column.texts.value(head.id), *theme);
    QVERIFY(page);
    QCOMPARE(*page, read(m_folder.path(), "letters/two-kitchens.html"));

    site::ArticleHead draft = head;
    draft.id = desk::ArticleId::fromName(QStringLiteral("draft"));
    draft.path = QStringLiteral("letters/draft.html");
    draft.published = QDateTime();
    QVERIFY(site::renderArticle(m_column.edition, draft, m_column.texts.value(head.id), *theme));
    draft.path = QStringLiteral("../draft.html");
    QVERIFY(!site::renderArticle(m_column.edition, draft, m_column.texts.value(head.id), *theme));
    draft.path = QStringLiteral("index.html");
    const auto clash = site::renderArticle(m_column.edition, draft, m_column.texts.value(head.id), *theme);
    QVERIFY(!clash);
    QVERIFY(clash.error().message.contains(QStringLiteral("index.html")));
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
