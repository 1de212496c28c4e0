// What an export does to the folder when nothing goes wrong: only what changed is written, and it is the same however
// one gets there.
#include "column.h"

#include "site/manifest.h"

#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

using column::article;
using column::files;
using column::paths;
using Kind = site::Change::Kind;

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAllAndTellsIt();
    void dryRunWritesNothingAndTellsTheSame();
    void secondExportTouchesNoFile();
    void oneEditChangesFewPages();
    void withdrawnArticleIsGoneEverywhere();
    void movedArticleLeavesItsOldPlace();
    void earlierAddressesLeadOn();
    void earlierAddressesThatAreTakenAreTold();
    void incrementalEqualsFresh();
    void sameBytesInAnyZoneAndLocale();
    void missingFileIsWrittenAgain();
    void reasonsTellThemeFromText();
    void lostManifestIsTakenOver();
    void brokenLinksAreTold();
    void clashingPathsAreTold();
    void textsAreLoadedOnlyWhereNeeded();
};

void TestExport::writesAllAndTellsIt()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    const QString site = folder.filePath(QStringLiteral("new/site"));
    const auto outcome = column.exportTo(site);
    QVERIFY(outcome);
    QStringList written = files(site).keys();
    QVERIFY(written.removeOne(site::manifestName));
    QCOMPARE(paths(*outcome, Kind::Added), written);
    QCOMPARE(outcome->changes.size(), written.size());
    QCOMPARE(outcome->articles.size(), 6);
    QVERIFY(written.contains(QStringLiteral("letters/the-borrowed-car.html")));
    QVERIFY(written.contains(QStringLiteral("topics/siblings.xml")));
    const auto page = std::find_if(outcome->changes.begin(), outcome->changes.end(), [](const site::Change &change) {
        return change.path == QStringLiteral("letters/eclair.html");
    });
    QCOMPARE(page->article, article("eclair"));

    QStringList refused;
    const auto manifest = site::Manifest::fromJson(files(site).value(site::manifestName), refused);
    QVERIFY(manifest);
    QCOMPARE(manifest->paths(), written);
}

void TestExport::dryRunWritesNothingAndTellsTheSame()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    const QString site = folder.filePath(QStringLiteral("site"));
    const auto tellsTheSame = [&] {
        const auto before = files(folder.path());
        const auto dry = column.exportTo(site, site::Mode::DryRun);
        QVERIFY(dry);
        QCOMPARE(files(folder.path()), before);
        const auto wet = column.exportTo(site);
        QVERIFY(wet);
        QCOMPARE(dry->changes.size(), wet->changes.size());
        for (qsizetype at = 0; at < dry->changes.size(); ++at) {
            QCOMPARE(dry->changes.at(at).path, wet->changes.at(at).path);
            QCOMPARE(dry->changes.at(at).kind, wet->changes.at(at).kind);
            QCOMPARE(dry->changes.at(at).reason, wet->changes.at(at).reason);
        }
        QCOMPARE(dry->findings.size(), wet->findings.size());
        QCOMPARE(dry->articles.size(), wet->articles.size());
    };
    tellsTheSame();
    QVERIFY(!QFile::exists(site + QStringLiteral("/.postbag-staging")));
    column.head("eclair").title = QStringLiteral("Buns");
    column.withdraw("quiet-office");
    column::write(site, "letters/two-kitchens.html", "mine");
    tellsTheSame();
    tellsTheSame();
}

void TestExport::secondExportTouchesNoFile()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const QDateTime past = QDateTime::fromSecsSinceEpoch(1'000'000'000);
    QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(past, QFileDevice::FileModificationTime));
    }
    const QDateTime stamp = QFileInfo(folder.path()).lastModified();
    column.loads = 0;
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Unchanged).size(), outcome->changes.size());
    QCOMPARE(column.loads, 0);
    QCOMPARE(QFileInfo(folder.path()).lastModified(), stamp);
    QDirIterator again(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (again.hasNext())
        QCOMPARE(QFileInfo(again.next()).lastModified(), past);
}

void TestExport::oneEditChangesFewPages()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    column.texts[article("quiet-office")].pieces.first().answerText = QStringLiteral("Say it *three* times.");
    column.settle("quiet-office");
    column.loads = 0;
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Changed),
             QStringList({QStringLiteral("feed.xml"), QStringLiteral("letters/quiet-office.html"),
                          QStringLiteral("topics/work.xml")}));
    QVERIFY(paths(*outcome, Kind::Added).isEmpty());
    QVERIFY(column.loads <= 6);
    QVERIFY(column::read(folder.path(), "letters/quiet-office.html").contains("<em>three</em>"));
    QVERIFY(column::read(folder.path(), "feed.xml").contains("&lt;em&gt;three&lt;/em&gt;"));
}

void TestExport::withdrawnArticleIsGoneEverywhere()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    column.withdraw("quiet-office");
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Removed),
             QStringList({QStringLiteral("letters/quiet-office.html"), QStringLiteral("topics/work.html"),
                          QStringLiteral("topics/work.xml")}));
    const auto left = files(folder.path());
    QVERIFY(!left.contains(QStringLiteral("letters/quiet-office.html")));
    for (auto file = left.begin(); file != left.end(); ++file) {
        for (const char *trace : {"quiet office", "quiet-office", "good morning", "Early Bird", "topics/work"})
            QVERIFY2(!file.value().contains(trace), qPrintable(file.key()));
    }
}

void TestExport::movedArticleLeavesItsOldPlace()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    column::write(folder.path(), "letters/notes.txt", "mine");
    for (site::ArticleHead &head : column.edition.articles)
        head.path.replace(QStringLiteral("letters/"), QStringLiteral("2026/"));
    QVERIFY(column.exportTo(folder.path()));
    QCOMPARE(QDir(folder.filePath(QStringLiteral("letters"))).entryList(QDir::Files),
             QStringList{QStringLiteral("notes.txt")});
    column.edition.articles.first().path = QStringLiteral("a/b/c/");
    QVERIFY(column.exportTo(folder.path()));
    column.edition.articles.first().path = QStringLiteral("a/d.html");
    QVERIFY(column.exportTo(folder.path()));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a/b"))));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a/d.html"))));
}

// Whatever is edited in whatever order: the folder is what a first export into an empty one would have made.
void TestExport::earlierAddressesLeadOn()
{
    column::Column column = column::sample();
    column.edition.masthead.baseUrl = QStringLiteral("https://askhazel.example");
    column.edition.redirects = {{QStringLiteral("2019/05/the-borrowed-car/"), article("the-borrowed-car")},
                                {QStringLiteral("Letters/The-Borrowed-Car.html"), article("the-borrowed-car")},
                                {QStringLiteral("gone.html"), article("never-written")}};
    QTemporaryDir folder{column::scratch()};
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    const QString file = QStringLiteral("2019/05/the-borrowed-car/index.html");
    const QByteArray page = files(folder.path()).value(file);
    QVERIFY(page.contains("<title>The borrowed car</title>"));
    QVERIFY(page.contains("content=\"0; url=../../../letters/the-borrowed-car.html\""));
    QVERIFY(page.contains("<a href=\"../../../letters/the-borrowed-car.html\">The borrowed car</a>"));
    QVERIFY(page.contains("<link rel=\"canonical\" href=\"https://askhazel.example/letters/the-borrowed-car.html\"/>"));
    QVERIFY(!files(folder.path()).value(QStringLiteral("sitemap.xml")).contains("2019/05"));
    // Its own address in other capitals is the article, and nothing leads to what is not on the site.
    QVERIFY(outcome->findings.isEmpty());
    QVERIFY(!files(folder.path()).contains(QStringLiteral("gone.html")));

    QCOMPARE(paths(*column.exportTo(folder.path()), Kind::Changed), QStringList());
    column.withdraw("the-borrowed-car");
    QVERIFY(paths(*column.exportTo(folder.path()), Kind::Removed).contains(file));
    QVERIFY(!files(folder.path()).contains(file));
}

void TestExport::earlierAddressesThatAreTakenAreTold()
{
    column::Column column = column::sample();
    column.edition.redirects = {{QStringLiteral("letters/late-thanks.html"), article("the-borrowed-car")},
                                {QStringLiteral("assets/old.html"), article("the-borrowed-car")},
                                {QStringLiteral("../outside.html"), article("the-borrowed-car")}};
    QTemporaryDir folder{column::scratch()};
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(outcome->findings.size(), 3);
    for (const desk::Finding &finding : outcome->findings) {
        QCOMPARE(finding.severity, desk::Finding::Severity::Warning);
        QCOMPARE(finding.check, QStringLiteral("redirect"));
    }
    QVERIFY(files(folder.path()).value(QStringLiteral("letters/late-thanks.html")).contains("ten years"));
    QCOMPARE(outcome->articles.size(), 6);
}

void TestExport::incrementalEqualsFresh()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const QList<std::function<void()>> edits{
        [&] { column.head("eclair").title = QStringLiteral("Buns at every meeting"); },
        [&] { column.head("eclair").summary = QStringLiteral("Who eats them?"); },
        [&] {
            column.head("two-kitchens").tags = {column::tag("work"), column::tag("unused")};
        },
        [&] { column.edition.tags.first().name = QStringLiteral("relations"); },
        [&] { column.edition.tags[1].parent = column::tag("money"); },
        [&] { column.edition.tags[2].description = QStringLiteral("Coins"); },
        [&] { column.edition.tags[3].slug = QStringLiteral("politeness"); },
        [&] { column.head("late-thanks").published = column::day(9); },
        [&] { column.head("late-thanks").published = column::day(9, 0); },
        [&] { column.head("aunt-and-piano").path = QStringLiteral("old/piano/"); },
        [&] { column.edition.index.headings[2].text = QStringLiteral("pepper"); },
        [&] { column.edition.index.entries.removeFirst(); },
        [&] { column.edition.index.references.clear(); },
        [&] { column.withdraw("the-borrowed-car"); },
        [&] {
            column.add("new-one", "A new one", 12, {column::tag("family")}, {column::piece("n", "New.", "N", "Yes.")});
        },
        [&] {
            column.texts[article("new-one")].pieces.first().signature = QStringLiteral("M");
            column.settle("new-one");
        },
        [&] { column.edition.masthead.introduction += QStringLiteral(" More."); },
        [&] { column.edition.masthead.authors.first().bio = QStringLiteral("Retired."); },
        [&] { column.edition.masthead.authors.first().pictureAlt = QStringLiteral("A chair"); },
        [&] { column.edition.pictures.first().content.replace("M1", "M2"); },
        [&] {
            column.edition.masthead.authors.append(
                {desk::AuthorId::fromName(QStringLiteral("B")), QStringLiteral("Bo"), {}, {}, {}});
        },
        [&] { column.head("new-one").author = desk::AuthorId::fromName(QStringLiteral("B")); },
        [&] { column.edition.masthead.baseUrl.clear(); },
        [&] { column.edition.masthead.baseUrl = QStringLiteral("https://elsewhere.example"); },
        [&] { column.edition.masthead.letterLabel = QStringLiteral("DEAR BO"); },
        [&] { column.edition.masthead.language = QStringLiteral("fr"); },
        [&] {
            for (int number = 0; number < 420; ++number)
                column.add(QByteArray("m") + QByteArray::number(number), QByteArray(1, char('a' + number % 9)) + "m",
                           20 + number, {column::tag("money")}, {column::piece("n", "New.", "N", "Yes.")});
        },
        [&] { column.head("m7").title = QStringLiteral("zebras"); },
        [&] { column.withdraw("m400"); },
    };
    for (qsizetype edit = 0; edit < edits.size(); ++edit) {
        edits.at(edit)();
        const auto outcome = column.exportTo(folder.path());
        QVERIFY(outcome);
        QTemporaryDir fresh{column::scratch()};
        QVERIFY(column.exportTo(fresh.path()));
        const auto left = files(folder.path());
        const auto expected = files(fresh.path());
        QCOMPARE(left.keys(), expected.keys());
        for (const QString &file : left.keys())
            QVERIFY2(left.value(file) == expected.value(file),
                     qPrintable(QStringLiteral("after edit %1: %2").arg(edit).arg(file)));
    }
}

void TestExport::sameBytesInAnyZoneAndLocale()
{
    column::Column column = column::sample();
    QTemporaryDir here{column::scratch()};
    QVERIFY(column.exportTo(here.path()));

    const QByteArray zone = qgetenv("TZ");
    const QLocale locale;
    qputenv("TZ", "Pacific/Kiritimati");
    tzset();
    QLocale::setDefault(QLocale(QStringLiteral("ar-EG")));
    column::Column same = column::sample();
    std::reverse(same.edition.articles.begin(), same.edition.articles.end());
    std::reverse(same.edition.tags.begin(), same.edition.tags.end());
    QTemporaryDir there{column::scratch()};
    const auto outcome = same.exportTo(there.path());
    qputenv("TZ", zone);
    tzset();
    QLocale::setDefault(locale);
    QVERIFY(outcome);
    QCOMPARE(files(there.path()), files(here.path()));
    for (const QByteArray &content : files(here.path()))
        QVERIFY(!content.contains(here.path().toUtf8()));
}

void TestExport::missingFileIsWrittenAgain()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const auto before = files(folder.path());
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("letters/eclair.html"))));
    QVERIFY(QDir(folder.filePath(QStringLiteral("topics"))).removeRecursively());
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Added).size(), 11);
    QCOMPARE(files(folder.path()), before);
}

void TestExport::reasonsTellThemeFromText()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const auto reasonOf = [&](const char *path) {
        const auto outcome = column.exportTo(folder.path());
        for (const site::Change &change : outcome->changes) {
            if (change.path == QString::fromUtf8(path) && change.kind == Kind::Changed)
                return change.reason;
        }
        return QString();
    };
    column.head("eclair").title = QStringLiteral("Buns");
    const QString text = reasonOf("letters/eclair.html");
    QVERIFY(!text.isEmpty());
    column.edition.masthead.callToAction = QStringLiteral("Write.");
    const QString masthead = reasonOf("letters/eclair.html");
    QVERIFY(!masthead.isEmpty());
    QVERIFY(text != masthead);
}

void TestExport::lostManifestIsTakenOver()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const auto before = files(folder.path());
    QVERIFY(QFile::remove(folder.filePath(site::manifestName)));
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QVERIFY(outcome->findings.isEmpty());
    QCOMPARE(paths(*outcome, Kind::Unchanged).size(), outcome->changes.size());
    QCOMPARE(files(folder.path()), before);
}

void TestExport::brokenLinksAreTold()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path())->findings.isEmpty());
    column.withdraw("late-thanks"); // the borrowed car links to it; its own page has not changed
    for (int round = 0; round < 2; ++round) {
        const auto outcome = column.exportTo(folder.path());
        QVERIFY(outcome);
        QCOMPARE(outcome->findings.size(), 1);
        const desk::Finding finding = outcome->findings.first();
        QCOMPARE(finding.check, QStringLiteral("link"));
        QVERIFY(finding.severity == desk::Finding::Severity::Warning);
        QCOMPARE(finding.article, article("the-borrowed-car"));
        QVERIFY(finding.message.contains(QStringLiteral("letters/late-thanks.html")));
    }
    column::write(folder.path(), "letters/late-thanks.html", "a page of somebody's own");
    QVERIFY(column.exportTo(folder.path())->findings.isEmpty());
}

void TestExport::clashingPathsAreTold()
{
    column::Column column = column::sample();
    column.head("eclair").path = QStringLiteral("Letters/THE-borrowed-car.HTML");
    column.head("quiet-office").path = QStringLiteral("letters/late-thanks.html/");
    column.head("two-kitchens").path = QStringLiteral("../../etc/cron.d/x");
    column.head("aunt-and-piano").path = QStringLiteral("Topics/family.html");
    QTemporaryDir folder{column::scratch()};
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QHash<desk::ArticleId, QString> checks;
    for (const desk::Finding &finding : outcome->findings) {
        QVERIFY(finding.severity == desk::Finding::Severity::Blocker);
        checks.insert(finding.article, finding.check);
    }
    QCOMPARE(checks.value(article("eclair")), QStringLiteral("path-clash"));
    QCOMPARE(checks.value(article("quiet-office")), QStringLiteral("path-clash"));
    QCOMPARE(checks.value(article("two-kitchens")), QStringLiteral("path"));
    QCOMPARE(checks.value(article("aunt-and-piano")), QStringLiteral("path"));
    QCOMPARE(outcome->articles.size(), 2); // who was there first keeps the place
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("letters/the-borrowed-car.html"))));
    QCOMPARE(QDir(folder.filePath(QStringLiteral("letters"))).entryList(QDir::Files).size(), 2);
}

void TestExport::textsAreLoadedOnlyWhereNeeded()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    QCOMPARE(column.loads, 6); // once each, for the page and all feeds
    column.loads = 0;
    column.edition.index.headings[2].text = QStringLiteral("pepper");
    QVERIFY(column.exportTo(folder.path()));
    QCOMPARE(column.loads, 0);
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
