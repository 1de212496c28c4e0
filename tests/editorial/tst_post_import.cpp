// Archives of past columns from the file to articles, again, and back.
#include "desk_fixture.h"
#include "invented_archive.h"

#include "editorial/masthead.h"
#include "editorial/post_decisions.h"
#include "editorial/post_survey.h"
#include "editorial/publishing.h"
#include "editorial/tags.h"
#include "storage/article_store.h"
#include "storage/desk_file.h"
#include "storage/revision_store.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QImage>

using editorial::PostImportReport;
using editorial::PostImportRequest;
using invented::archive;
using invented::ArchiveItem;
using invented::column;
using Part = desk::ColumnLabel::Part;

namespace {

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

PostImportRequest requestFor(const QString &file)
{
    PostImportRequest request;
    request.wish.files = {file};
    request.labels = {{Part::Letter, desk::foldedLabel(text("DEAR JUNIPER:"))},
                      {Part::Answer, desk::foldedLabel(text("JUNIPER ANSWERS:"))}};
    return request;
}

// Cancels once so many steps were reported.
class StopsAfter final : public base::Progress
{
public:
    explicit StopsAfter(int steps) : m_left(steps) {}
    void report(qint64, qint64, const QString &) override { --m_left; }
    [[nodiscard]] bool isCancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

QByteArray png()
{
    QImage picture(8, 6, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class TestPostImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsBecomeArticles();
    void onlyWhatWasPublishedIsApproved_data();
    void onlyWhatWasPublishedIsApproved();
    void aPasswordKeepsAPostOffTheSite();
    void addressesStay();
    void addressesLeadOn();
    void takenAddressesAreTold();
    void topicsBecomeATree();
    void picturesComeFromTheFolder();
    void noPictureFromOutsideTheFolder();
    void postsWithoutALabelWait();
    void doubtfulOnesWaitInReview();
    void againBringsNothingTwice();
    void againBringsWhatChanged();
    void aPostThatStandsTwiceIsOneArticle();
    void againLeavesWhatWasEdited();
    void aConflictIsSettled_data();
    void aConflictIsSettled();
    void againPartsWhatWaitedByNewLabels();
    void takesItBack();
    void aPersonPartsAPost();
    void takesBackWhatAPersonParted();
    void aPersonDropsAPost();
    void wrongMarksAreRefused_data();
    void wrongMarksAreRefused();
    void commonPartsBecomeTheMastheads();
    void surveyWritesNothing();
    void surveyCountsWhatTheImportBrings();
    void severalFilesAreOneArchive();
    void aBrokenArchiveBringsNothing();
    void cancelKeepsWhatCame();
    void privateWordsStayOut();
};

void TestPostImport::postsBecomeArticles()
{
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.tags = {"Cars"};
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                        progress));
    QCOMPARE(report.imported, 1);
    QVERIFY(report.leftOut.isEmpty());
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.title, text("On the car"));
    QCOMPARE(view.article.stage, desk::ArticleStage::Approved);
    QCOMPARE(view.article.publishOn, QDateTime(QDate(2019, 5, 3), QTime(8, 0), Qt::UTC));
    QCOMPARE(view.article.published, view.article.publishOn);
    QCOMPARE(view.path, text("2019/05/on-the-car/"));
    QCOMPARE(view.article.answers.first().text, text("Let it sulk."));
    const desk::Letter &letter = view.letters.first().letter;
    QCOMPARE(letter.edited, text("My cat sulks."));
    QCOMPARE(letter.signature, text("Torn in Truro"));
    QCOMPARE(letter.stage, desk::LetterStage::Answered);
    QVERIFY(!letter.unread);
    TAKE(head, editorial::masthead(*fixture.desk));
    QCOMPARE(head.authors.first().name, text("Hazel Thorne"));
    TAKE(tag, editorial::tagNamed(*fixture.desk, text("cars")));
    QCOMPARE(view.article.tags, QList<desk::TagId>{tag.id});
    // The labels are kept for the next time.
    TAKE(grammar, editorial::columnGrammar(*fixture.desk));
    QCOMPARE(grammar.labels.size(), 2);
    editorial::LetterQuery query;
    query.search = text("sulks");
    TAKE(found, editorial::letters(*fixture.desk, query));
    QCOMPARE(found.size(), 1);
}

void TestPostImport::onlyWhatWasPublishedIsApproved_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("comes");
    QTest::addColumn<bool>("approved");
    for (const char *status : {"draft", "pending", "future", "private", "something-new", ""})
        QTest::newRow(status) << QByteArray(status) << true << false;
    for (const char *status : {"trash", "inherit", "auto-draft"})
        QTest::newRow(status) << QByteArray(status) << false << false;
    QTest::newRow("publish") << QByteArray("publish") << true << true;
}

void TestPostImport::onlyWhatWasPublishedIsApproved()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, comes);
    QFETCH(bool, approved);
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.status = status;
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                        progress));
    QCOMPARE(report.imported, comes ? 1 : 0);
    QCOMPARE(report.leftOut.size(), comes ? 0 : 1);
    editorial::ArticleQuery query;
    query.stage = desk::ArticleStage::Approved;
    TAKE(rows, editorial::articles(*fixture.desk, query));
    QCOMPARE(rows.size(), approved ? 1 : 0);
    // Whatever a later date does to it, an export holds it only if it was published.
    TAKE(site,
         editorial::exportSite(
             *fixture.desk,
             {fixture.folder.filePath(text("site")), QDateTime(QDate(2090, 1, 1), QTime(0, 0), Qt::UTC), {}, true},
             progress));
    const auto isPage = [](const editorial::PageChange &page) {
        return !page.article.isNull();
    };
    QCOMPARE(std::count_if(site.pages.begin(), site.pages.end(), isPage), approved ? 1 : 0);
}

void TestPostImport::aPasswordKeepsAPostOffTheSite()
{
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.more = "<wp:post_password>" + invented::cdata("open sesame") + "</wp:post_password>\n";
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                        progress));
    QCOMPARE(report.notes.size(), 1);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.stage, desk::ArticleStage::Draft);
    QVERIFY(!view.article.published.isValid());
}

void TestPostImport::addressesStay()
{
    DeskFixture fixture;
    QList<ArchiveItem> items{column("a"), column("b"), column("c"), column("d")};
    items[0].link = "https://old.example/letters/2019/a.html";
    items[1].link = "https://old.example/b";
    items[2].link = "https://old.example/?p=3";
    items[3].link = "https://old.example/caf%C3%A9/d/";
    base::NoProgress progress;
    TAKE(report,
         editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive(items))), progress));
    QCOMPARE(report.imported, 4);
    const QByteArrayList paths{"letters/2019/a.html", "b/", "letters/on-the-c.html", "café/d/"};
    const QByteArrayList slugs{"on-the-a", "on-the-b", "on-the-c", "on-the-d"};
    for (qsizetype at = 0; at < slugs.size(); ++at) {
        TAKE(id, editorial::articleNamed(*fixture.desk, text(slugs.at(at))));
        TAKE(view, editorial::article(*fixture.desk, id));
        QCOMPARE(view.path, text(paths.at(at)));
    }
}

void TestPostImport::addressesLeadOn()
{
    DeskFixture fixture;
    PostImportRequest request = requestFor(fixture.writeFile(text("a.xml"), archive({column("car")})));
    request.wish.addresses = editorial::PostAddresses::Redirect;
    base::NoProgress progress;
    DO(editorial::importPosts(*fixture.desk, request, progress));
    const QString site = fixture.folder.filePath(text("site"));
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(QFile::exists(site + text("/letters/on-the-car.html")));
    QFile old(site + text("/2019/05/on-the-car/index.html"));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QVERIFY(old.readAll().contains("url=../../../letters/on-the-car.html"));
}

void TestPostImport::takenAddressesAreTold()
{
    DeskFixture fixture;
    QList<ArchiveItem> items{column("a"), column("b"), column("c")};
    items[1].link = items[0].link;
    items[2].link = "https://old.example/feed.xml";
    base::NoProgress progress;
    TAKE(report,
         editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive(items))), progress));
    QCOMPARE(report.imported, 3);
    QCOMPARE(report.notes.size(), 2);
    TAKE(site, editorial::exportSite(*fixture.desk, {fixture.folder.filePath(text("site")), {}, {}, true}, progress));
    QVERIFY(site.blocked.isEmpty());
}

void TestPostImport::topicsBecomeATree()
{
    DeskFixture fixture;
    DO(editorial::addTag(*fixture.desk, text("Money"), {}));
    TAKE(money, editorial::tagNamed(*fixture.desk, text("Money")));
    DO(editorial::describeTag(*fixture.desk, money.id, {}, {text("cash")}));
    const auto category = [](const QByteArray &name, const QByteArray &parent) -> QByteArray {
        return "<wp:category><wp:category_nicename>" + name.toLower() + "</wp:category_nicename><wp:category_parent>" +
               parent.toLower() + "</wp:category_parent><wp:cat_name>" + invented::cdata(name) +
               "</wp:cat_name></wp:category>\n";
    };
    ArchiveItem item = column("car");
    item.categories = {"Deepest", "Uncategorized", "Round"};
    item.tags = {"CASH"};
    const QByteArray channel = category("Top", "") + category("Middle", "Top") + category("Low", "Middle") +
                               category("Deepest", "Low") + category("Round", "Circle") + category("Circle", "Round");
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(
                     *fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}, channel))), progress));
    QCOMPARE(report.imported, 1);
    TAKE(tree, editorial::tags(*fixture.desk));
    QHash<desk::TagId, desk::Tag> byId;
    for (const desk::Tag &tag : tree.tags)
        byId.insert(tag.id, tag);
    TAKE(deepest, editorial::tagNamed(*fixture.desk, text("Deepest")));
    int depth = 1;
    for (desk::TagId above = deepest.parent; !above.isNull(); above = byId.value(above).parent)
        ++depth;
    QCOMPARE(depth, desk::maximumTagDepth);
    QVERIFY(!editorial::tagNamed(*fixture.desk, text("Uncategorized")));
    DO(editorial::tagNamed(*fixture.desk, text("Round")));
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QVERIFY(view.article.tags.contains(money.id)); // by its synonym
}

void TestPostImport::picturesComeFromTheFolder()
{
    DeskFixture fixture;
    QDir(fixture.folder.path()).mkpath(text("old/wp-content/uploads/2019/05"));
    fixture.writeFile(text("old/wp-content/uploads/2019/05/car.png"), png());
    QList<ArchiveItem> items{
        column("car", "My cat sulks.",
               "Look: <img src=\"https://old.example/wp-content/uploads/2019/05/car-300x200.png\" alt=\"A car\" /> "
               "<img src=\"https://old.example/wp-content/uploads/2019/05/gone.png\" alt=\"Gone\" />")};
    PostImportRequest request = requestFor(fixture.writeFile(text("a.xml"), archive(items)));
    request.wish.uploads = fixture.folder.filePath(text("old"));
    base::NoProgress progress;
    TAKE(survey, editorial::surveyPosts(*fixture.desk, request, progress));
    QCOMPARE(survey.picturesFound, 1);
    QCOMPARE(survey.picturesMissing, 1);
    DO(editorial::importPosts(*fixture.desk, request, progress));
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.letters.first().attachments.size(), 1);
    const QString shown = text("![A car](attachment:") + view.letters.first().attachments.first().id.toString();
    QVERIFY2(view.article.answers.first().text.contains(shown), qPrintable(view.article.answers.first().text));
    const QString site = fixture.folder.filePath(text("site"));
    TAKE(exported, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(exported.blocked.isEmpty());
    QFile page(site + text("/2019/05/on-the-car/index.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("alt=\"A car\""));
}

void TestPostImport::noPictureFromOutsideTheFolder()
{
    DeskFixture fixture;
    QDir(fixture.folder.path()).mkpath(text("uploads"));
    fixture.writeFile(text("secret.png"), png());
    QFile::link(fixture.folder.filePath(text("secret.png")), fixture.folder.filePath(text("uploads/linked.png")));
    const editorial::PictureFolder folder(fixture.folder.filePath(text("uploads")));
    for (const char *address :
         {"https://old.example/uploads/../secret.png", "../secret.png", "/uploads/%2e%2e/secret.png",
          "https://old.example/wp-content/uploads/linked.png", "", "/"})
        QVERIFY2(folder.find(QString::fromLatin1(address)).isEmpty(), address);
    fixture.writeFile(text("uploads/mine.png"), png());
    QVERIFY(!folder.find(text("https://old.example/wp-content/uploads/mine.png?w=3")).isEmpty());
}

void TestPostImport::postsWithoutALabelWait()
{
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.content = "<p>No label here.</p><p>None at all.</p>";
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                        progress));
    QCOMPARE(report.imported, 0);
    QCOMPARE(report.waiting, 1);
    TAKE(posts, editorial::undecidedPosts(*fixture.desk));
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first().title, text("On the car"));
    TAKE(post, editorial::undecidedPost(*fixture.desk, posts.first().guid));
    QCOMPARE(post.text, text("No label here.\n\nNone at all."));
    TAKE(rows, editorial::articles(*fixture.desk, {}));
    QVERIFY(rows.isEmpty());
}

void TestPostImport::doubtfulOnesWaitInReview()
{
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.content = "<p><strong>DEAR JUNIPER:</strong> A letter that nobody answers.</p>";
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                        progress));
    QCOMPARE(report.imported, 1);
    QCOMPARE(report.doubts.size(), 1);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.stage, desk::ArticleStage::InReview);
}

void TestPostImport::againBringsNothingTwice()
{
    DeskFixture fixture;
    ArchiveItem without = column("without");
    without.content = "<p>No label.</p>";
    const auto request = requestFor(fixture.writeFile(text("a.xml"), archive({column("car"), column("cat"), without})));
    base::NoProgress progress;
    DO(editorial::importPosts(*fixture.desk, request, progress));
    TAKE(again, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(again.already, 3);
    QCOMPARE(again.imported + again.updated + again.waiting + again.conflicts, 0);
    QVERIFY(again.batch.isNull());
    TAKE(batches, editorial::postBatches(*fixture.desk));
    QCOMPARE(batches.size(), 1);
    TAKE(rows, editorial::articles(*fixture.desk, {}));
    QCOMPARE(rows.size(), 2);
}

void TestPostImport::againBringsWhatChanged()
{
    DeskFixture fixture;
    base::NoProgress progress;
    DO(editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({column("car")}))),
                              progress));
    ArchiveItem changed = column("car", "My cat sulks more.", "Let it sulk longer.");
    changed.title = "On the new car";
    TAKE(again, editorial::importPosts(*fixture.desk,
                                       requestFor(fixture.writeFile(text("b.xml"), archive({changed, column("cat")}))),
                                       progress));
    QCOMPARE(again.updated, 1);
    QCOMPARE(again.imported, 1);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.title, text("On the new car"));
    QCOMPARE(view.article.answers.first().text, text("Let it sulk longer."));
    QCOMPARE(view.letters.first().letter.edited, text("My cat sulks more."));
    QCOMPARE(view.letters.first().letter.original, text("My cat sulks."));
    // And once more: what the archive changed does not count as somebody's edit.
    changed.title = "On the newest car";
    TAKE(third, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("c.xml"), archive({changed}))),
                                       progress));
    QCOMPARE(third.updated, 1);
}

// An article that was edited here, and another text of it in the archive.
static QString editAndChange(DeskFixture &fixture, PostImportReport &again)
{
    base::NoProgress progress;
    const auto first = editorial::importPosts(
        *fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({column("car")}))), progress);
    const auto id = *editorial::articleNamed(*fixture.desk, text("on-the-car"));
    desk::Answer answer = editorial::article(*fixture.desk, id)->article.answers.first();
    answer.text = text("My own words.");
    (void)editorial::saveAnswer(*fixture.desk, id, answer);
    again = *editorial::importPosts(
        *fixture.desk,
        requestFor(fixture.writeFile(text("b.xml"), archive({column("car", "Other letter.", "Other answer.")}))),
        progress);
    return first ? text("https://old.example/?p=car") : QString();
}

void TestPostImport::aPostThatStandsTwiceIsOneArticle()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QByteArray twice = archive({column("car"), column("car", "My cat sulks more.", "Let it sulk longer.")});
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), twice)), progress));
    QCOMPARE(report.imported, 1);
    QCOMPARE(report.updated, 1);
    for (const auto &[word, count] : {std::pair{"longer", 1}, std::pair{"sulk", 1}}) {
        editorial::ArticleQuery query;
        query.search = QString::fromLatin1(word);
        TAKE(found, editorial::articles(*fixture.desk, query));
        QCOMPARE(found.size(), count);
    }
    TAKE(faults, fixture.desk->file().verify(progress));
    QCOMPARE(faults, QStringList());
}

void TestPostImport::againLeavesWhatWasEdited()
{
    DeskFixture fixture;
    PostImportReport again;
    const QString guid = editAndChange(fixture, again);
    QCOMPARE(again.conflicts, 1);
    QCOMPARE(again.updated, 0);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.answers.first().text, text("My own words."));
    TAKE(posts, editorial::undecidedPosts(*fixture.desk));
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first().guid, guid);
    QCOMPARE(posts.first().state, editorial::PostState::Conflict);
    QCOMPARE(posts.first().article, id);
}

void TestPostImport::aConflictIsSettled_data()
{
    QTest::addColumn<bool>("take");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("kept") << false << QByteArray("My own words.");
    QTest::newRow("taken") << true << QByteArray("Other answer.");
}

void TestPostImport::aConflictIsSettled()
{
    QFETCH(bool, take);
    QFETCH(QByteArray, answer);
    DeskFixture fixture;
    PostImportReport again;
    const QString guid = editAndChange(fixture, again);
    DO(take ? editorial::takePost(*fixture.desk, guid) : editorial::keepArticle(*fixture.desk, guid));
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.answers.first().text, text(answer));
    TAKE(posts, editorial::undecidedPosts(*fixture.desk));
    QVERIFY(posts.isEmpty());
    // The same archive does not ask again.
    base::NoProgress progress;
    TAKE(third, editorial::importPosts(*fixture.desk, requestFor(fixture.folder.filePath(text("b.xml"))), progress));
    QCOMPARE(third.already, 1);
    const auto revisions = fixture.desk->file().revisions().revisions(
        desk::TextKind::Answer, QUuid(view.article.answers.first().id.toString()));
    QVERIFY(revisions.has_value());
    const bool isKept = std::any_of(revisions->begin(), revisions->end(), [](const desk::Revision &revision) {
        return revision.text == text("My own words.");
    });
    QCOMPARE(isKept, take);
}

void TestPostImport::againPartsWhatWaitedByNewLabels()
{
    DeskFixture fixture;
    const QString file = fixture.writeFile(text("a.xml"), archive({column("car")}));
    PostImportRequest request = requestFor(file);
    request.labels.clear();
    base::NoProgress progress;
    TAKE(first, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(first.waiting, 1);
    TAKE(second, editorial::importPosts(*fixture.desk, requestFor(file), progress));
    QCOMPARE(second.imported, 1);
    TAKE(posts, editorial::undecidedPosts(*fixture.desk));
    QVERIFY(posts.isEmpty());
}

void TestPostImport::takesItBack()
{
    DeskFixture fixture;
    const auto own = fixture.article("own", text("Mine."));
    ArchiveItem item = column("car");
    item.tags = {"Cars"};
    ArchiveItem doubtful = column("doubt");
    doubtful.content = "<p>A word before.</p><p><strong>DEAR JUNIPER:</strong> Nobody answers.</p>";
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(
                     *fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item, doubtful}))), progress));
    const auto isTold = [](const editorial::PostNote &note) {
        return note.text.contains(text("a remark"));
    };
    QVERIFY(std::any_of(report.notes.begin(), report.notes.end(), isTold));
    fixture.clock.set(fixture.clock.now().addSecs(60));
    TAKE(back, editorial::takeBackPosts(*fixture.desk, report.batch));
    QCOMPARE(back.removed, 2);
    QCOMPARE(back.kept, 0);
    TAKE(rows, editorial::articles(*fixture.desk, {}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().id, own);
    QVERIFY(!editorial::tagNamed(*fixture.desk, text("Cars")));
    TAKE(faults, fixture.desk->file().verify(progress));
    QCOMPARE(faults, QStringList());
    // And it can come again.
    TAKE(again, editorial::importPosts(*fixture.desk, requestFor(fixture.folder.filePath(text("a.xml"))), progress));
    QCOMPARE(again.imported, 2);
}

static QString waitingPost(DeskFixture &fixture)
{
    ArchiveItem item = column("car");
    item.tags = {"Cats"};
    item.content = "<p>A word before.</p><p>Reader writes: My cat sulks.</p><p>Torn in Truro</p><p>We say: Let it.</p>";
    base::NoProgress progress;
    (void)editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({item}))),
                                 progress);
    return text("https://old.example/?p=car");
}

void TestPostImport::aPersonPartsAPost()
{
    DeskFixture fixture;
    const QString guid = waitingPost(fixture);
    TAKE(post, editorial::undecidedPost(*fixture.desk, guid));
    const QList<editorial::PostMark> marks{{Part::Letter, post.text.indexOf(text("My cat"))},
                                           {Part::Answer, post.text.indexOf(text("Let it"))}};
    QCOMPARE(editorial::labelBefore(post.text, marks.first()), desk::foldedLabel(text("Reader writes:")));
    TAKE(id,
         editorial::partPost(*fixture.desk, guid, marks, {{Part::Letter, desk::foldedLabel(text("Reader writes:"))}}));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.letters.first().letter.edited, text("My cat sulks."));
    QCOMPARE(view.letters.first().letter.signature, text("Torn in Truro"));
    QCOMPARE(view.article.answers.first().text, text("Let it."));
    QCOMPARE(view.article.stage, desk::ArticleStage::Approved);
    TAKE(posts, editorial::undecidedPosts(*fixture.desk));
    QVERIFY(posts.isEmpty());
    const auto remarks = fixture.desk->file().revisions().remarks(desk::TextKind::Answer,
                                                                  QUuid(view.article.answers.first().id.toString()));
    QVERIFY(remarks.has_value());
    QVERIFY(remarks->first().text.contains(text("A word before.")));
    TAKE(grammar, editorial::columnGrammar(*fixture.desk));
    QCOMPARE(grammar.labels.size(), 3);
    QVERIFY(!editorial::partPost(*fixture.desk, guid, marks));
}

// It is still of the import that brought it, and so are the tags that it needed.
void TestPostImport::takesBackWhatAPersonParted()
{
    DeskFixture fixture;
    const QString guid = waitingPost(fixture);
    TAKE(post, editorial::undecidedPost(*fixture.desk, guid));
    fixture.clock.set(fixture.clock.now().addDays(1));
    DO(editorial::partPost(
        *fixture.desk, guid,
        {{Part::Letter, post.text.indexOf(text("My cat"))}, {Part::Answer, post.text.indexOf(text("Let it"))}}));
    QVERIFY(editorial::tagNamed(*fixture.desk, text("Cats")));
    TAKE(batches, editorial::postBatches(*fixture.desk));
    TAKE(back, editorial::takeBackPosts(*fixture.desk, batches.first().id));
    QCOMPARE(back.removed, 1);
    QVERIFY(!editorial::tagNamed(*fixture.desk, text("Cats")));
}

void TestPostImport::aPersonDropsAPost()
{
    DeskFixture fixture;
    const QString guid = waitingPost(fixture);
    TAKE(change, editorial::dropPost(*fixture.desk, guid));
    TAKE(none, editorial::undecidedPostCount(*fixture.desk));
    QCOMPARE(none, 0);
    base::NoProgress progress;
    TAKE(again, editorial::importPosts(*fixture.desk, requestFor(fixture.folder.filePath(text("a.xml"))), progress));
    QCOMPARE(again.waiting, 0);
    DO(change.undo(*fixture.desk));
    TAKE(one, editorial::undecidedPostCount(*fixture.desk));
    QCOMPARE(one, 1);
    DO(change.redo(*fixture.desk));
}

void TestPostImport::wrongMarksAreRefused_data()
{
    QTest::addColumn<QList<editorial::PostMark>>("marks");
    using Marks = QList<editorial::PostMark>;
    QTest::newRow("none") << Marks{};
    QTest::newRow("a letter alone") << Marks{{Part::Letter, 0}};
    QTest::newRow("an answer alone") << Marks{{Part::Answer, 0}};
    QTest::newRow("the answer first") << Marks{{Part::Answer, 0}, {Part::Letter, 20}};
    QTest::newRow("two letters") << Marks{{Part::Letter, 0}, {Part::Letter, 20}};
    QTest::newRow("an empty letter") << Marks{{Part::Letter, 0}, {Part::Answer, 0}};
}

void TestPostImport::wrongMarksAreRefused()
{
    QFETCH(QList<editorial::PostMark>, marks);
    DeskFixture fixture;
    const QString guid = waitingPost(fixture);
    const auto refused = editorial::partPost(*fixture.desk, guid, marks);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Unusable);
    TAKE(one, editorial::undecidedPostCount(*fixture.desk));
    QCOMPARE(one, 1);
}

void TestPostImport::commonPartsBecomeTheMastheads()
{
    DeskFixture fixture;
    QList<ArchiveItem> items;
    for (const char *name : {"a", "b", "c", "d"}) {
        ArchiveItem item = column(name, "My cat sulks.", "Let it sulk, says " + QByteArray(name) + '.');
        item.content =
            "<p>Juniper answers your letters every week.</p>" + item.content + "<p>Write to us in the forum.</p>";
        items.append(item);
    }
    PostImportRequest request = requestFor(fixture.writeFile(text("a.xml"), archive(items)));
    base::NoProgress progress;
    TAKE(survey, editorial::surveyPosts(*fixture.desk, request, progress));
    QCOMPARE(survey.common.introduction, text("Juniper answers your letters every week."));
    QCOMPARE(survey.common.introductionPosts, 4);
    QVERIFY(!survey.hasIntroduction);
    QCOMPARE(survey.common.callToAction, text("Write to us in the forum."));
    request.common = survey.common;
    TAKE(report, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(report.imported, 4);
    TAKE(head, editorial::masthead(*fixture.desk));
    QCOMPARE(head.introduction, survey.common.introduction);
    QCOMPARE(head.callToAction, survey.common.callToAction);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-a")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QCOMPARE(view.article.answers.first().text, text("Let it sulk, says a."));
    TAKE(later, editorial::surveyPosts(*fixture.desk, request, progress));
    QVERIFY(later.hasIntroduction);
    QVERIFY(later.hasCallToAction);
    QCOMPARE(later.common.introduction, QString()); // it is left out already
    // The next import knows them without being told.
    ArchiveItem next = column("later");
    next.content = items.first().content;
    DO(editorial::importPosts(*fixture.desk, requestFor(fixture.writeFile(text("b.xml"), archive({next}))), progress));
    TAKE(second, editorial::articleNamed(*fixture.desk, text("on-the-later")));
    TAKE(other, editorial::article(*fixture.desk, second));
    QCOMPARE(other.article.answers.first().text, text("Let it sulk, says a."));
}

void TestPostImport::surveyWritesNothing()
{
    DeskFixture fixture;
    base::NoProgress progress;
    (void)fixture.desk->takeChanges();
    DO(editorial::surveyPosts(*fixture.desk, requestFor(fixture.writeFile(text("a.xml"), archive({column("car")}))),
                              progress));
    QVERIFY(!fixture.desk->takeChanges());
    TAKE(grammar, editorial::columnGrammar(*fixture.desk));
    QVERIFY(grammar.labels.isEmpty());
    TAKE(batches, editorial::postBatches(*fixture.desk));
    QVERIFY(batches.isEmpty());
}

void TestPostImport::surveyCountsWhatTheImportBrings()
{
    DeskFixture fixture;
    QList<ArchiveItem> items{column("a"), column("b"), column("c"), column("d"), column("e")};
    items[1].content = "<p>No label.</p>";
    items[2].content = "<p><strong>DEAR JUNIPER:</strong> Nobody answers.</p>";
    items[3].status = "trash";
    items[4].type = "page";
    PostImportRequest request = requestFor(fixture.writeFile(text("a.xml"), archive(items)));
    base::NoProgress progress;
    TAKE(survey, editorial::surveyPosts(*fixture.desk, request, progress));
    QCOMPARE(survey.types.value(text("post")), 4);
    QCOMPARE(survey.types.value(text("page")), 1);
    QCOMPARE(survey.statuses.value(text("publish")), 3);
    QCOMPARE(survey.statuses.value(text("trash")), 1);
    QCOMPARE(survey.posts, 3);
    QCOMPARE(survey.parted, 1);
    QCOMPARE(survey.doubtful, 1);
    QCOMPARE(survey.waiting, 1);
    QCOMPARE(survey.leftOut.size(), 1);
    TAKE(report, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(report.imported, survey.parted + survey.doubtful);
    QCOMPARE(report.waiting, survey.waiting);
    TAKE(after, editorial::surveyPosts(*fixture.desk, request, progress));
    QCOMPARE(after.already, 3);
    request.wish.types.append(text("page"));
    TAKE(pages, editorial::surveyPosts(*fixture.desk, request, progress));
    QCOMPARE(pages.posts, 4);
}

void TestPostImport::severalFilesAreOneArchive()
{
    DeskFixture fixture;
    QDir(fixture.folder.path()).mkpath(text("uploads"));
    fixture.writeFile(text("uploads/top.png"), png());
    ArchiveItem picture;
    picture.guid = "https://old.example/top.png";
    picture.title = "top";
    picture.type = "attachment";
    picture.status = "inherit";
    picture.more = "<wp:attachment_url>https://old.example/wp-content/uploads/top.png</wp:attachment_url>\n";
    ArchiveItem item = column("car");
    item.more = "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>" +
                invented::cdata(QByteArray::number(qChecksum(picture.guid))) + "</wp:meta_value></wp:postmeta>\n";
    PostImportRequest request = requestFor(fixture.writeFile(text("posts.xml"), archive({item})));
    request.wish.files.append(fixture.writeFile(text("pictures.xml"), archive({picture})));
    request.wish.uploads = fixture.folder.filePath(text("uploads"));
    base::NoProgress progress;
    TAKE(report, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(report.imported, 1);
    TAKE(id, editorial::articleNamed(*fixture.desk, text("on-the-car")));
    TAKE(view, editorial::article(*fixture.desk, id));
    QVERIFY(view.article.answers.first().text.startsWith(text("![](attachment:")));
    QVERIFY(view.article.answers.first().text.endsWith(text("\n\nLet it sulk.")));
}

void TestPostImport::aBrokenArchiveBringsNothing()
{
    DeskFixture fixture;
    const QByteArray whole = archive({column("car"), column("cat")});
    base::NoProgress progress;
    const auto refused = editorial::importPosts(
        *fixture.desk, requestFor(fixture.writeFile(text("a.xml"), whole.first(whole.size() - 60))), progress);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Damaged);
    QVERIFY2(refused.error().message.contains(text("line")), qPrintable(refused.error().message));
    TAKE(rows, editorial::articles(*fixture.desk, {}));
    QVERIFY(rows.isEmpty());
    TAKE(batches, editorial::postBatches(*fixture.desk));
    QVERIFY(batches.isEmpty());
}

void TestPostImport::cancelKeepsWhatCame()
{
    DeskFixture fixture;
    QList<ArchiveItem> items;
    for (int number = 0; number < 30; ++number)
        items.append(column("car-" + QByteArray::number(number)));
    const auto request = requestFor(fixture.writeFile(text("a.xml"), archive(items)));
    StopsAfter early(5);
    QCOMPARE(editorial::importPosts(*fixture.desk, request, early).error().kind, base::Error::Kind::Cancelled);
    StopsAfter progress(40); // 30 for the first look
    TAKE(report, editorial::importPosts(*fixture.desk, request, progress));
    QVERIFY(report.cancelled);
    QCOMPARE(report.imported, 10);
    TAKE(rows, editorial::articles(*fixture.desk, {}));
    QCOMPARE(rows.size(), 10);
    base::NoProgress all;
    TAKE(rest, editorial::importPosts(*fixture.desk, request, all));
    QCOMPARE(rest.already, 10);
    QCOMPARE(rest.imported, 20);
    TAKE(faults, fixture.desk->file().verify(all));
    QCOMPARE(faults, QStringList());
}

// Who wrote comments, passwords and the addresses of authors are in no byte of the desk.
void TestPostImport::privateWordsStayOut()
{
    const QByteArrayList canaries{"canary-commenter",     "canary@comment.example", "203.0.113.77",
                                  "canary-comment-words", "canary-password",        "hazel@private.example"};
    DeskFixture fixture;
    ArchiveItem item = column("car");
    item.more = "<wp:post_password>" + invented::cdata(canaries.at(4)) +
                "</wp:post_password>\n<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>" +
                invented::cdata(canaries.at(0)) + "</wp:comment_author><wp:comment_author_email>" + canaries.at(1) +
                "</wp:comment_author_email><wp:comment_author_IP>" + canaries.at(2) +
                "</wp:comment_author_IP><wp:comment_content>" + invented::cdata(canaries.at(3)) +
                "</wp:comment_content></wp:comment>\n";
    ArchiveItem waits = item;
    waits.guid += "2";
    waits.content = "<p>No label.</p>";
    base::NoProgress progress;
    const QString file = fixture.writeFile(text("a.xml"), archive({item, waits}));
    TAKE(report, editorial::importPosts(*fixture.desk, requestFor(file), progress));
    QVERIFY(std::any_of(report.warnings.begin(), report.warnings.end(),
                        [](const QString &warning) { return warning.contains(text("comment")); }));
    QFile::remove(file);
    fixture.desk.reset();
    for (QDirIterator all(fixture.folder.path(), QDir::Files, QDirIterator::Subdirectories); all.hasNext();) {
        QFile written(all.next());
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        for (const QByteArray &canary : canaries)
            QVERIFY2(!bytes.contains(canary), qPrintable(written.fileName() + text(": ") + text(canary)));
    }
}

QTEST_GUILESS_MAIN(TestPostImport)
#include "tst_post_import.moc"
