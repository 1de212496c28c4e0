#include "desk_fixture.h"

#include "editorial/masthead.h"
#include "editorial/publishing.h"

#include <QDir>

namespace {

QByteArray fileOf(const QString &site, const QString &path)
{
    QFile file(QDir(site).filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool reports(const editorial::ExportReport &report, editorial::PageChange::Kind kind, const QString &path)
{
    for (const editorial::PageChange &page : report.pages) {
        if (page.kind == kind && page.path == path)
            return true;
    }
    return false;
}

bool blocks(const QList<desk::Finding> &findings, const QString &check)
{
    for (const desk::Finding &finding : findings) {
        if (finding.severity == desk::Finding::Severity::Blocker && finding.check == check)
            return true;
    }
    return false;
}

} // namespace

using Kind = editorial::PageChange::Kind;

class TestPublishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsWhatIsApprovedAndDue();
    void leavesOutWhatIsNotDue();
    void aWriterNamedInTheAnswerBlocks();
    void theSecondExportChangesNothing();
    void aWithdrawnArticleDisappears();
    void anEditBackIntoALeakBlocksAgain();
    void aDryRunWritesNothing();
    void previewIsTheVeryHtmlOfThePage();
    void theCheckCoversAllStages();
};

void TestPublishing::exportsWhatIsApprovedAndDue()
{
    DeskFixture fixture;
    DO(editorial::setMastheadValue(*fixture.desk, QStringLiteral("column.base-url"),
                                   QStringLiteral("https://j.example")));
    const auto id = fixture.article("ladder", QStringLiteral("Leave it *there*."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(report.blocked.isEmpty());
    QVERIFY(reports(report, Kind::Added, QStringLiteral("letters/ladder.html")));
    QVERIFY(fileOf(site, QStringLiteral("letters/ladder.html")).contains("<em>there</em>"));
    for (const char *path : {"index.html", "qa-index.html", "feed.xml", "sitemap.xml", "404.html", "search.html"})
        QVERIFY2(!fileOf(site, QLatin1String(path)).isEmpty(), path);
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.published, fixture.clock.now());
    TAKE(last, editorial::lastSite(*fixture.desk));
    QCOMPARE(last, site);
}

void TestPublishing::leavesOutWhatIsNotDue()
{
    DeskFixture fixture;
    TAKE(draft, editorial::startAnswer(*fixture.desk, fixture.letter("draftling", "Text.")));
    const auto later = fixture.article("tomorrow", QStringLiteral("Answer."));
    TAKE(view, editorial::article(*fixture.desk, later));
    DO(editorial::saveArticle(
        *fixture.desk,
        {later, view.article.version, view.article.title, view.article.slug, {}, fixture.clock.now().addSecs(1)}));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(!QFile::exists(QDir(site).filePath(QStringLiteral("letters/tomorrow.html"))));
    QVERIFY(!QFile::exists(QDir(site).filePath(QStringLiteral("letters/draftling.html"))));
    QVERIFY(!fileOf(site, QStringLiteral("qa-index.html")).contains("tomorrow"));
    DO(editorial::exportSite(*fixture.desk, {site, fixture.clock.now().addSecs(1), {}, false}, progress));
    QVERIFY(QFile::exists(QDir(site).filePath(QStringLiteral("letters/tomorrow.html"))));
    QVERIFY(!draft.isNull());
}

void TestPublishing::aWriterNamedInTheAnswerBlocks()
{
    DeskFixture fixture;
    fixture.article("safe", QStringLiteral("Nothing to see."));
    fixture.article("unsafe", QStringLiteral("Dear Prudence Quill, sit down."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(blocks(report.blocked, QStringLiteral("identity")));
    QVERIFY(QFile::exists(QDir(site).filePath(QStringLiteral("letters/safe.html"))));
    QVERIFY(!QFile::exists(QDir(site).filePath(QStringLiteral("letters/unsafe.html"))));
}

void TestPublishing::theSecondExportChangesNothing()
{
    DeskFixture fixture;
    fixture.article("ladder", QStringLiteral("Leave it."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    TAKE(first, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    TAKE(second, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(second.pages.isEmpty());
    QCOMPARE(second.unchanged, first.pages.size() + first.unchanged);
}

void TestPublishing::aWithdrawnArticleDisappears()
{
    DeskFixture fixture;
    fixture.article("ladder", QStringLiteral("Leave it."));
    const auto gone = fixture.article("stilts", QStringLiteral("Climb down."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    DO(editorial::moveArticles(*fixture.desk, {gone}, desk::ArticleStage::Withdrawn));
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(reports(report, Kind::Removed, QStringLiteral("letters/stilts.html")));
    for (const char *path : {"index.html", "qa-index.html", "letters/ladder.html", "assets/search.js"})
        QVERIFY2(!fileOf(site, QLatin1String(path)).contains("stilts"), path);
}

void TestPublishing::anEditBackIntoALeakBlocksAgain()
{
    DeskFixture fixture;
    const auto id = fixture.article("ladder", QStringLiteral("Leave it."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    TAKE(view, editorial::article(*fixture.desk, id));
    desk::Answer answer = view.article.answers.first();
    answer.text = QStringLiteral("Write to prue@quill.example instead.");
    DO(editorial::saveAnswer(*fixture.desk, id, answer));
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(blocks(report.blocked, QStringLiteral("identity")));
    QVERIFY(!fileOf(site, QStringLiteral("letters/ladder.html")).contains("quill.example"));
}

void TestPublishing::aDryRunWritesNothing()
{
    DeskFixture fixture;
    const auto id = fixture.article("ladder", QStringLiteral("Leave it."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, true}, progress));
    QVERIFY(reports(report, Kind::Added, QStringLiteral("letters/ladder.html")));
    QVERIFY(!QFile::exists(site) || QDir(site).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    TAKE(view, editorial::article(*fixture.desk, id));
    QVERIFY(!view.article.published.isValid());
}

void TestPublishing::previewIsTheVeryHtmlOfThePage()
{
    DeskFixture fixture;
    const QString answer =
        QStringLiteral("# Heading\n\n“So” *there*, [look](https://x.example) -- now.\n\n- one\n- two\n");
    fixture.article("ladder", answer);
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    const QByteArray page = fileOf(site, QStringLiteral("letters/ladder.html"));
    QVERIFY(page.contains(editorial::answerHtml(answer).trimmed().toUtf8()));
    QVERIFY(page.contains(
        editorial::letterHtml(QStringLiteral("Something is the matter with my ladder.")).trimmed().toUtf8()));
}

void TestPublishing::theCheckCoversAllStages()
{
    DeskFixture fixture;
    TAKE(draft, editorial::startAnswer(*fixture.desk, fixture.letter("draftling", "Text.")));
    base::NoProgress progress;
    TAKE(all, editorial::check(*fixture.desk, {}, progress));
    QVERIFY(blocks(all, QStringLiteral("answer")));
    DO(editorial::moveArticles(*fixture.desk, {draft}, desk::ArticleStage::Withdrawn));
    TAKE(without, editorial::check(*fixture.desk, {}, progress));
    QVERIFY(!desk::hasBlocker(without));
    TAKE(one, editorial::check(*fixture.desk, draft, progress));
    QVERIFY(desk::hasBlocker(one));
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "tst_publishing.moc"
