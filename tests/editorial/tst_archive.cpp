// The whole desk as an open archive and back.
#include "archive_fixture.h"
#include "editorial/checking.h"
#include "editorial/post_import.h"
#include "invented_archive.h"
#include "letter_with_files.h"
#include "telling_files.h"

#include <QFileInfo>

using base::Error;

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleComesBack();
    void everythingComesBack();
    void importsCanBeTakenBackAfterwards();
    void numbersAreNotGivenAgain();
    void saysWhatGoesOut_data();
    void saysWhatGoesOut();
    void lettersNeverGoOut();
    void whatIsHeldBackIsADraft();
    void picturesGoOutClean();
    void addressesOfATextStay();
    void handEditsAreTaken();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void refusesLinks_data();
    void refusesLinks();
    void refusesNewerArchives();
    void replacesNothing_data();
    void replacesNothing();
    void needsAFolderToWriteTo();
    void needsAnArchive();
    void leavesNothingWhenCancelled_data();
    void leavesNothingWhenCancelled();
    void tellsNothingOfCorrespondents();
    void worksWithoutCorrespondents();
    void correspondentsComeBack();
    void wantsALongPassphrase();
    void wrongPassphrase();
    void manyArticlesComeBack();
};

namespace {

// Cancels after so many reports.
class Impatient final : public base::Progress
{
public:
    explicit Impatient(int patience) : m_patience(patience) {}
    void report(qint64, qint64, const QString &) override { --m_patience; }
    [[nodiscard]] bool isCancelled() const override { return m_patience < 0; }

private:
    int m_patience;
};

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

void TestArchive::theSampleComesBack()
{
    ArchiveFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    const auto before = fixture.tables(fixture.path());
    TAKE(written, fixture.archive());
    const Files archive = filesBelow(fixture.archiveFolder());
    QVERIFY(written.articles >= 8 && written.letters >= 12 && !written.correspondents);
    QCOMPARE(written.files, archive.size());
    TAKE(read, fixture.restore());
    QCOMPARE(read.articles, written.articles);
    QCOMPARE(read.letters, written.letters);
    QCOMPARE(read.revisions, written.revisions);
    QCOMPARE(fixture.tables(fixture.restoredPath()), before);

    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    base::NoProgress progress;
    TAKE(faults, restored->file().verify(progress));
    QCOMPARE(faults, QStringList());
    DO(editorial::archiveDesk(*restored, {fixture.in(QStringLiteral("again"))}, progress));
    QCOMPARE(difference(archive, filesBelow(fixture.in(QStringLiteral("again")))), QString());
    const Files site = fixture.siteOf(*fixture.desk, QStringLiteral("site"));
    QVERIFY(site.size() > 30);
    QCOMPARE(difference(site, fixture.siteOf(*restored, QStringLiteral("site of restored"))), QString());
}

void TestArchive::everythingComesBack()
{
    ArchiveFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    fixture.addEverything();
    DO(fixture.archive());
    DO(fixture.restore());
    const auto before = fixture.tables(fixture.path());
    const auto after = fixture.tables(fixture.restoredPath());
    QVERIFY(before.size() > 20);
    for (auto table = before.begin(); table != before.end(); ++table) {
        QVERIFY2(!table->isEmpty() || table.key() == QLatin1String("unindexed"), qPrintable(table.key()));
        QCOMPARE(after.value(table.key()), table.value());
    }
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    base::NoProgress progress;
    TAKE(faults, restored->file().verify(progress));
    QCOMPARE(faults, QStringList());
    DO(editorial::archiveDesk(*restored, {fixture.in(QStringLiteral("again"))}, progress));
    QCOMPARE(difference(filesBelow(fixture.archiveFolder()), filesBelow(fixture.in(QStringLiteral("again")))),
             QString());
}

// What an import brought can still be told from what somebody did to it.
void TestArchive::importsCanBeTakenBackAfterwards()
{
    ArchiveFixture fixture;
    invented::ArchiveItem gate = invented::column("gate");
    gate.content = "<p>It is open.</p>";
    base::NoProgress progress;
    editorial::PostImportRequest request;
    request.wish.files = QStringList{fixture.writeFile(
        QStringLiteral("old.xml"), invented::archive({invented::column("hedge"), invented::column("fence"), gate}))};
    request.labels = {{desk::ColumnLabel::Part::Letter, QStringLiteral("dear juniper")},
                      {desk::ColumnLabel::Part::Answer, QStringLiteral("juniper answers")}};
    TAKE(imported, editorial::importPosts(*fixture.desk, request, progress));
    QCOMPARE(imported.imported, 2);
    QCOMPARE(imported.waiting, 1);
    const auto articleOf = [&fixture](const char *guid) {
        const auto post = fixture.desk->file().posts().post(QString::fromLatin1(guid));
        return post && *post ? (*post)->article : desk::ArticleId();
    };
    TAKE(edited, editorial::article(*fixture.desk, articleOf("https://old.example/?p=fence")));
    desk::Answer answer = edited.article.answers.first();
    answer.text = QStringLiteral("Mend it well.");
    DO(editorial::saveAnswer(*fixture.desk, edited.article.id, answer));

    DO(fixture.archive());
    DO(fixture.restore());
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    TAKE(again, editorial::importPosts(*restored, request, progress));
    QCOMPARE(again.imported + again.updated, 0);
    QCOMPARE(again.already, 3);
    TAKE(batches, restored->file().posts().batches());
    QCOMPARE(batches.size(), 1);
    TAKE(taken, editorial::takeBackPosts(*restored, batches.first().id));
    QCOMPARE(taken.removed, 1);
    QCOMPARE(taken.kept, 1);
    QCOMPARE(taken.posts, 1);
}

void TestArchive::numbersAreNotGivenAgain()
{
    ArchiveFixture fixture;
    fixture.letter("One", "A first letter.");
    DO(fixture.desk->file().letters().raiseHighestNumber(41));
    DO(fixture.archive());
    DO(fixture.restore());
    TAKE(file, storage::DeskFile::open(fixture.restoredPath()));
    desk::Letter next;
    next.id = desk::LetterId::create();
    TAKE(added, file->letters().add(next));
    QCOMPARE(added.number, 42);
}

void TestArchive::saysWhatGoesOut_data()
{
    QTest::addColumn<desk::ArticleStage>("stage");
    QTest::addColumn<bool>("goesOut");
    for (const desk::ArticleStage stage : desk::articleStages())
        QTest::newRow(qPrintable(desk::name(stage))) << stage << (stage == desk::ArticleStage::Approved);
}

void TestArchive::saysWhatGoesOut()
{
    QFETCH(desk::ArticleStage, stage);
    QFETCH(bool, goesOut);
    ArchiveFixture fixture;
    fixture.clock.set(QDateTime(QDate(2026, 6, 30), QTime(23, 30), Qt::UTC));
    const desk::ArticleId article = fixture.article("hedge", QStringLiteral("Cut it."));
    TAKE(view, editorial::article(*fixture.desk, article));
    const desk::Letter letterNow = view.letters.first().letter;
    DO(editorial::saveLetter(*fixture.desk, {letterNow.id, letterNow.version, letterNow.subject, letterNow.edited,
                                             QStringLiteral("Hedged*"), QStringLiteral("Łódź")}));
    DO(editorial::moveArticles(*fixture.desk, {article}, stage));
    DO(fixture.archive());
    const QByteArray page = filesBelow(fixture.archiveFolder()).value(QStringLiteral("articles/hedge.md"));
    QCOMPARE(page.contains("\ndraft: true\n"), !goesOut);
    QCOMPARE(page.contains("\npublished: false\n"), !goesOut);
    QVERIFY(page.contains("\ntitle: \"hedge\"\n"));
    QVERIFY(page.contains("\ndate: \"2026-07-01T00:30:00+01:00\"\n"));
    QVERIFY(page.contains("\nurl: \"/letters/hedge.html\"\npermalink: \"/letters/hedge.html\"\n"));
    QVERIFY(page.contains("\nrender_with_liquid: false\n"));
    const qsizetype letter = page.indexOf("\n## LETTER\n");
    const qsizetype signature = page.indexOf("\n— Hedged\\*, Łódź\n", letter);
    QVERIFY(letter > 0 && signature > page.indexOf("Something is the matter with my hedge.", letter));
    QVERIFY(page.indexOf("\n## ANSWER\n", signature) < page.indexOf("Cut it."));
}

void TestArchive::lettersNeverGoOut()
{
    ArchiveFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    fixture.addEverything();
    DO(fixture.archive());
    const Files files = filesBelow(fixture.archiveFolder());
    int letters = 0;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!file.key().startsWith(QLatin1String("letters/")))
            continue;
        ++letters;
        QVERIFY(file.key().endsWith(QLatin1String(".md")));
        QVERIFY(file.value().contains("\ndraft: true\npublished: false\n"));
    }
    QVERIFY(letters > 12);
}

// What an export keeps back must not go out by another program.
void TestArchive::whatIsHeldBackIsADraft()
{
    ArchiveFixture fixture;
    fixture.article("hedge", QStringLiteral("Cut it, Prudence Quill."));
    DO(fixture.archive());
    const QByteArray page = filesBelow(fixture.archiveFolder()).value(QStringLiteral("articles/hedge.md"));
    QVERIFY(page.contains("\ndraft: true\npublished: false\n"));
    QVERIFY(page.contains("\npostbag_stage: \"approved\"\n"));
}

void TestArchive::picturesGoOutClean()
{
    ArchiveFixture fixture;
    const QByteArray telling = telling::jpeg();
    const QString file =
        fixture.writeFile(QStringLiteral("m.eml"), telling::letterWith({{"hedge.jpg", "image/jpeg", telling}}));
    base::NoProgress progress;
    TAKE(brought, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    const desk::LetterId letter = brought.letters.value(0);
    TAKE(view, editorial::letter(*fixture.desk, letter));
    const QString id = view.attachments.first().id.toString();
    TAKE(article, editorial::startAnswer(*fixture.desk, letter));
    TAKE(written, editorial::article(*fixture.desk, article));
    desk::Answer answer = written.article.answers.first();
    answer.text = QStringLiteral("See ![it](attachment:%1) and [it](attachment:%1).").arg(id);
    DO(editorial::saveAnswer(*fixture.desk, article, answer));
    DO(editorial::moveArticles(*fixture.desk, {article}, desk::ArticleStage::Approved));
    DO(fixture.archive());
    const Files files = filesBelow(fixture.archiveFolder());
    const QByteArray page = files.value(QStringLiteral("articles/%1.md").arg(written.article.slug));
    const QString address = QStringLiteral("/enclosures/%1.jpg").arg(id);
    QVERIFY(page.contains(QStringLiteral("![it](%1) and [it](%1).").arg(address).toUtf8()));
    QVERIFY(!page.contains("attachment:"));
    QCOMPARE(files.value(QStringLiteral("attachments/%1.jpg").arg(id)), telling);
    QVERIFY(!files.value(address.mid(1)).isEmpty());
    QVERIFY(!files.value(address.mid(1)).contains(telling::canary));
    DO(fixture.restore());
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    TAKE(back, editorial::article(*restored, article));
    QCOMPARE(back.article.answers.first().text, answer.text);
    QCOMPARE(difference(fixture.siteOf(*fixture.desk, QStringLiteral("site")),
                        fixture.siteOf(*restored, QStringLiteral("site of restored"))),
             QString());

    // Nor does the clean copy stand among what may be put online while the article may not.
    DO(editorial::moveArticles(*fixture.desk, {article}, desk::ArticleStage::InReview));
    QVERIFY(QDir(fixture.archiveFolder()).removeRecursively());
    DO(fixture.archive());
    QVERIFY(!QFileInfo::exists(fixture.in(QStringLiteral("archive/enclosures"))));
}

// An address that a person wrote must not become that of an attachment.
void TestArchive::addressesOfATextStay()
{
    ArchiveFixture fixture;
    const QString file =
        fixture.writeFile(QStringLiteral("m.eml"), telling::letterWith({{"hedge.jpg", "image/jpeg", telling::jpeg()}}));
    base::NoProgress progress;
    TAKE(brought, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    TAKE(view, editorial::letter(*fixture.desk, brought.letters.value(0)));
    const QString id = view.attachments.first().id.toString();
    TAKE(article, editorial::startAnswer(*fixture.desk, view.letter.id));
    TAKE(written, editorial::article(*fixture.desk, article));
    desk::Answer answer = written.article.answers.first();
    answer.text = QStringLiteral("![a](attachment:%1) ![b](/enclosures/%1.jpg)").arg(id);
    DO(editorial::saveAnswer(*fixture.desk, article, answer));
    DO(editorial::moveArticles(*fixture.desk, {article}, desk::ArticleStage::Approved));
    DO(fixture.archive());
    DO(fixture.restore());
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    TAKE(back, editorial::article(*restored, article));
    QCOMPARE(back.article.answers.first().text, answer.text);
}

void TestArchive::handEditsAreTaken()
{
    ArchiveFixture fixture;
    const desk::ArticleId article = fixture.article("hedge", QStringLiteral("Cut it."));
    DO(fixture.archive());
    const QString page = QStringLiteral("articles/hedge.md");
    fixture.replaceIn(page, "Cut it.", "Let it <i>grow</i>.\n\n&lt;b>Really.");
    fixture.replaceIn(page, "Something is the matter", "Much is the matter");
    fixture.replaceIn(page, "title: \"hedge\"", "layout: post\ntitle: \"A hedge\"");
    fixture.replaceIn(QStringLiteral("letters/1.md"),
                      "postbag_letter:", "postbag_signature: \"Hedged\"\npostbag_letter:");
    DO(fixture.restore());
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    TAKE(back, editorial::article(*restored, article));
    QCOMPARE(back.article.title, QStringLiteral("A hedge"));
    QCOMPARE(back.article.answers.first().text, QStringLiteral("Let it <i>grow</i>.\n\n<b>Really."));
    QCOMPARE(back.letters.first().letter.edited, QStringLiteral("Much is the matter with my hedge."));
    QCOMPARE(back.letters.first().letter.original, QStringLiteral("Something is the matter with my hedge."));
    QCOMPARE(back.letters.first().letter.signature, QStringLiteral("Hedged"));
}

void TestArchive::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const char *file, const char *before, const char *after, const char *where) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(before) << QByteArray(after)
                            << QString::fromLatin1(where);
    };
    const char *article = "articles/hedge.md";
    const char *letter = "letters/1.md";
    row("a bare title", article, "title: \"hedge\"", "title: hedge", "articles/hedge.md, line 2:");
    row("a title that is a number", article, "title: \"hedge\"", "title: 7", "articles/hedge.md, line 2:");
    row("a slug that climbs", article, "slug: \"hedge\"", "slug: \"../hedge\"", "articles/hedge.md, line 4:");
    row("a path that climbs", article, "postbag_stage", "postbag_path: \"../../etc/passwd\"\npostbag_stage",
        "articles/hedge.md, line");
    row("an absolute path", article, "postbag_stage", "postbag_path: \"/etc/x.html\"\npostbag_stage",
        "articles/hedge.md, line");
    row("a stage of nobody", article, "\"approved\"", "\"perfect\"", "articles/hedge.md, line");
    row("a date of nobody", article, "date: \"2026-", "date: \"2026-99-", "articles/hedge.md, line 3:");
    row("no id", article, "postbag_article:", "postbag_old:", "articles/hedge.md, line 1:");
    row("an unknown tag", article, "slug:", "tags: [\"garden\"]\nslug:", "articles/hedge.md, line 4:");
    row("an unknown author", article, "postbag_stage",
        "postbag_author: \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"\npostbag_stage", "articles/hedge.md:");
    row("an unknown letter", article, "postbag:letter 1", "postbag:letter 7", "articles/hedge.md, line");
    row("no letter", article, "postbag:letter 1", "postbag:text", "articles/hedge.md, line");
    row("no answer", article, "postbag:answer", "postbag:letter", "articles/hedge.md, line");
    row("a marker lost", article, "<!-- /postbag -->", "", "articles/hedge.md, line");
    row("enclosures of nobody", article, "postbag_stage", "postbag_enclosures: [\"a\"]\npostbag_stage",
        "articles/hedge.md, line");
    row("the slug of another", "articles/fence.md", "slug: \"fence\"", "slug: \"hedge\"", "articles/hedge.md:");
    row("a letter without its text", letter, "postbag:original", "postbag:words", "letters/1.md:");
    row("a letter without an id", letter, "postbag_letter:", "old_letter:", "letters/1.md, line 1:");
    row("held until never", letter, "postbag_stage: \"answered\"",
        "postbag_stage: \"held\"\npostbag_held_until: \"soon\"", "letters/1.md, line");
    row("following nobody", letter, "postbag_stage", "postbag_follows: 99\npostbag_stage", "letters/1.md:");
    row("following backwards", letter, "postbag_stage", "postbag_follows: -1\npostbag_stage", "letters/1.md, line");
    row("a decision of nobody", letter, "postbag_stage", "postbag_forwarding: {\"decision\": \"so\"}\npostbag_stage",
        "letters/1.md, line");
    row("a file that climbs", letter, "postbag_stage",
        "postbag_files: [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"file\": "
        "\"../../etc/passwd\"}]\npostbag_stage",
        "letters/1.md, line");
    row("an absolute file", letter, "postbag_stage",
        "postbag_files: [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"file\": \"/etc/passwd\"}]\npostbag_stage",
        "letters/1.md, line");
    row("a file that is missing", letter, "postbag_stage",
        "postbag_files: [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"file\": "
        "\"attachments/x\"}]\npostbag_stage",
        "attachments/x:");
    row("an id of another", "letters/2.md", "postbag_stage", "postbag_note: 1\npostbag_stage", "letters/2.md:");
    row("a number too high", "desk.json", "\"highestLetterNumber\": 2", "\"highestLetterNumber\": 9007199254740993",
        "desk.json:");
    row("an article's number too high", article, "postbag_number: 1", "postbag_number: 9007199254740993",
        "articles/hedge.md, line");
    row("an enclosure without an address", article, "postbag_stage", "postbag_enclosures: {\"a\": \"\"}\npostbag_stage",
        "articles/hedge.md, line");
    row("no JSON", "desk.json", "\"format\"", "format", "desk.json, line");
    row("another JSON", "desk.json", "postbag-archive", "postcard-archive", "desk.json:");
    row("no version", "desk.json", "\"version\": 1", "\"version\": 0", "desk.json:");
    row("a field of nobody", "desk.json", "column.name", "column.colour", "desk.json:");
    row("a pattern that climbs", "desk.json", "letters/{slug}.html", "../{slug}.html",
        "desk.json, column.article-path:");
    row("a tag below nobody", "desk.json", "\"tags\": [\n",
        "\"tags\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"name\": \"a\", \"slug\": \"a\", \"parent\": "
        "\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b11\"}\n",
        "desk.json, tags, row 1:");
    row("a tag below itself", "desk.json", "\"tags\": [\n",
        "\"tags\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"name\": \"a\", \"slug\": \"a\", \"parent\": "
        "\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"}\n",
        "desk.json, tags, row 1:");
    row("a tag without a slug", "desk.json", "\"tags\": [\n",
        "\"tags\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"name\": \"a\"}\n", "desk.json, tags, row 1:");
    row("a picture that climbs", "desk.json", "\"pictures\": [\n",
        "\"pictures\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"file\": \"../x\"}\n",
        "desk.json, pictures, row 1:");
    row("an address that climbs", article, "postbag_stage", "postbag_redirects: [\"../x\"]\npostbag_stage",
        "articles/hedge.md, line");
    row("a label of nothing", "desk.json", "\"columnLabels\": [\n",
        "\"columnLabels\": [{\"part\": \"words\", \"phrase\": \"q\"}\n", "desk.json, columnLabels, row 1:");
    row("a post of no import", "desk.json", "\"posts\": [\n",
        "\"posts\": [{\"guid\": \"1\", \"state\": \"dropped\", \"import\": "
        "\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"}\n",
        "desk.json, posts, row 1:");
    row("a post in no state", "desk.json", "\"posts\": [\n",
        "\"posts\": [{\"guid\": \"1\", \"state\": \"lost\", \"import\": "
        "\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"}\n",
        "desk.json, posts, row 1:");
    row("an import of a tag of nobody", "desk.json", "\"imports\": [\n",
        "\"imports\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"imported\": \"2026-04-01T08:00:00Z\", "
        "\"tags\": [\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"]}\n",
        "desk.json, imports, row 1:");
    row("an entry of nobody", "desk.json", "\"indexEntries\": [\n",
        "\"indexEntries\": [{\"id\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"heading\": "
        "\"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\", \"article\": \"6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10\"}\n",
        "desk.json, indexEntries, row 1:");
    row("revisions that are no JSON", "revisions/answer-6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10.json", "[", "",
        "revisions/answer-6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10.json, line");
    row("a revision without a text", "revisions/answer-6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10.json", "\"text\"",
        "\"words\"", "revisions/answer-6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10.json, row 1:");
}

void TestArchive::refusesWhatIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, where);
    ArchiveFixture fixture;
    fixture.article("hedge", QStringLiteral("Cut it."));
    fixture.article("fence", QStringLiteral("Mend it."));
    const QUuid owner(QStringLiteral("6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10"));
    DO(fixture.desk->file().revisions().keep(
        {desk::RevisionId::create(), desk::TextKind::Answer, owner, QStringLiteral("x"), {}, fixture.clock.now()}));
    DO(fixture.archive());
    const QString first = QStringLiteral("letters/1.md");
    fixture.replaceIn(file, before, after);
    if (QTest::currentDataTag() == QByteArray("an id of another"))
        fixture.writeFile(QStringLiteral("archive/letters/2.md"), filesBelow(fixture.archiveFolder()).value(first));
    const QStringList there = namesIn(fixture.folder.path());
    const auto restored = fixture.restore();
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.contains(where), qPrintable(restored.error().message));
    QCOMPARE(restored.error().kind, Error::Kind::Damaged);
    QCOMPARE(namesIn(fixture.folder.path()), there);
}

void TestArchive::refusesLinks_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"letters", "letters/1.md", "articles/hedge.md", "desk.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestArchive::refusesLinks()
{
    QFETCH(QString, name);
    ArchiveFixture fixture;
    fixture.article("hedge", QStringLiteral("Cut it."));
    DO(fixture.archive());
    const QString path = fixture.archiveFolder() + QLatin1Char('/') + name;
    QVERIFY(QDir().rename(path, fixture.in(QStringLiteral("elsewhere"))));
    QVERIFY(QFile::link(fixture.in(QStringLiteral("elsewhere")), path));
    const auto restored = fixture.restore();
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.startsWith(name), qPrintable(restored.error().message));
    QVERIFY(!QFileInfo::exists(fixture.restoredPath()));
}

void TestArchive::refusesNewerArchives()
{
    ArchiveFixture fixture;
    DO(fixture.archive());
    fixture.replaceIn(QStringLiteral("desk.json"), "\"version\": 1", "\"version\": 2");
    const auto restored = fixture.restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Refused);
    QVERIFY(restored.error().message.contains(QLatin1String("newer Postbag")));
}

void TestArchive::replacesNothing_data()
{
    QTest::addColumn<QString>("file"); // that stands where the archive goes to
    QTest::newRow("a file") << QStringLiteral("archive");
    QTest::newRow("a folder with a file") << QStringLiteral("archive/x");
    QTest::newRow("a folder with a hidden file") << QStringLiteral("archive/.x");
    QTest::newRow("an earlier archive") << QStringLiteral("archive/desk.json");
}

void TestArchive::replacesNothing()
{
    QFETCH(QString, file);
    ArchiveFixture fixture;
    if (file.contains(QLatin1Char('/')))
        QVERIFY(QDir().mkpath(fixture.archiveFolder()));
    fixture.writeFile(file, "mine");
    const auto there = filesBelow(fixture.folder.path());
    const auto archived = fixture.archive();
    QVERIFY(!archived);
    QCOMPARE(archived.error().kind, Error::Kind::Unusable);
    QCOMPARE(filesBelow(fixture.folder.path()).value(file), QByteArray("mine"));
    QCOMPARE(filesBelow(fixture.folder.path()).keys(), there.keys());

    QVERIFY(QFile::remove(fixture.in(file)));
    DO(fixture.archive());
    fixture.writeFile(QStringLiteral("restored.postbag"), "mine");
    const auto restored = fixture.restore();
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Unusable);
    QCOMPARE(filesBelow(fixture.folder.path()).value(QStringLiteral("restored.postbag")), QByteArray("mine"));
}

void TestArchive::needsAFolderToWriteTo()
{
    ArchiveFixture fixture;
    base::NoProgress progress;
    for (const char *folder : {"no/such/folder", "test.postbag/archive"}) {
        const auto archived =
            editorial::archiveDesk(*fixture.desk, {fixture.in(QString::fromLatin1(folder))}, progress);
        QVERIFY(!archived);
        QCOMPARE(archived.error().kind, Error::Kind::Io);
    }
    DO(fixture.archive());
    const auto restored =
        editorial::restoreDesk({fixture.archiveFolder(), fixture.in(QStringLiteral("no/such.postbag")), {}}, progress);
    QVERIFY(!restored);
    // Where not even the system's administrator may write.
    const auto archived = editorial::archiveDesk(*fixture.desk, {QStringLiteral("/proc/archive")}, progress);
    QVERIFY(!archived);
    QCOMPARE(archived.error().kind, Error::Kind::Io);
}

void TestArchive::needsAnArchive()
{
    ArchiveFixture fixture;
    const auto missing = fixture.restore();
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    QVERIFY(QDir().mkdir(fixture.archiveFolder()));
    const auto empty = fixture.restore();
    QVERIFY(!empty);
    QVERIFY(empty.error().message.startsWith(QLatin1String("desk.json")));
}

void TestArchive::leavesNothingWhenCancelled_data()
{
    QTest::addColumn<int>("patience");
    for (const int patience : {0, 1, 5, 20, 30})
        QTest::addRow("%d", patience) << patience;
}

void TestArchive::leavesNothingWhenCancelled()
{
    QFETCH(int, patience);
    ArchiveFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    fixture.addEverything();
    const QStringList before = namesIn(fixture.folder.path());
    Impatient archiving(patience);
    const auto archived = editorial::archiveDesk(
        *fixture.desk, {fixture.archiveFolder(), QStringLiteral("heron heron"), {1, 8192}}, archiving);
    QVERIFY(!archived);
    QCOMPARE(archived.error().kind, Error::Kind::Cancelled);
    QCOMPARE(namesIn(fixture.folder.path()), before);

    DO(fixture.archive());
    const QStringList between = namesIn(fixture.folder.path());
    Impatient restoring(patience);
    const auto restored = editorial::restoreDesk({fixture.archiveFolder(), fixture.restoredPath(), {}}, restoring);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Cancelled);
    QCOMPARE(namesIn(fixture.folder.path()), between);
}

void TestArchive::tellsNothingOfCorrespondents()
{
    for (const auto &passphrase : {std::optional<QString>(), std::optional<QString>(QStringLiteral("heron heron"))}) {
        ArchiveFixture fixture;
        fixture.article("hedge", QStringLiteral("Cut it."));
        fixture.letter("Fence", "It fell.", "Zebedee Quackenthorpe <zq-7731@postillon.example>");
        DO(fixture.archive(passphrase));
        const Files files = filesBelow(fixture.archiveFolder());
        QCOMPARE(files.contains(QStringLiteral("correspondents.sealed")), passphrase.has_value());
        for (auto file = files.begin(); file != files.end(); ++file) {
            const QByteArray bytes = file.key().toUtf8() + file.value().toLower();
            for (const char *word :
                 {"prudence", "quill", "zebedee", "quackenthorpe", "zq-7731", "postillon", "fixture.example"})
                QVERIFY2(!bytes.contains(word), qPrintable(file.key()));
        }
    }
}

void TestArchive::worksWithoutCorrespondents()
{
    ArchiveFixture fixture;
    const desk::ArticleId article = fixture.article("hedge", QStringLiteral("Cut it."));
    TAKE(original, editorial::article(*fixture.desk, article));
    DO(fixture.archive());
    DO(fixture.restore());
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    base::NoProgress progress;
    TAKE(findings, editorial::check(*restored, article, progress));
    int unknownWriters = 0;
    for (const desk::Finding &finding : findings) {
        QCOMPARE(finding.severity, desk::Finding::Severity::Warning);
        unknownWriters += finding.check == QLatin1String("writer") ? 1 : 0;
    }
    QCOMPARE(unknownWriters, 1);
    const desk::LetterId letter = original.letters.first().letter.id;
    TAKE(view, editorial::letter(*restored, letter));
    QCOMPARE(view.deskName, original.letters.first().deskName);
    const auto writer = editorial::writer(*restored, letter);
    QVERIFY(!writer);
    QVERIFY2(writer.error().message.contains(QLatin1String("is not kept")), qPrintable(writer.error().message));
    QCOMPARE(difference(fixture.siteOf(*fixture.desk, QStringLiteral("site")),
                        fixture.siteOf(*restored, QStringLiteral("site of restored"))),
             QString());
}

void TestArchive::correspondentsComeBack()
{
    ArchiveFixture fixture;
    const desk::LetterId letter =
        fixture.letter("Fence", "It fell.", "Zebedee Quackenthorpe <zq-7731@postillon.example>");
    for (int number = 0; number < 3; ++number)
        fixture.letter("More", "More of it: " + QByteArray::number(number));
    const QString passphrase = QStringLiteral("seven grey herons");
    TAKE(written, fixture.archive(passphrase));
    QCOMPARE(written.correspondents, std::optional<qint64>(4));
    QVERIFY(editorial::holdsCorrespondents(fixture.archiveFolder()));
    TAKE(read, fixture.restore(passphrase));
    QCOMPARE(read.correspondents, std::optional<qint64>(4));
    const desk_tables::LeftOut own{{}, {QStringLiteral("number"), QStringLiteral("writer_key")}};
    QCOMPARE(desk_tables::of(fixture.restoredPath(), own).value(QStringLiteral("correspondents")),
             desk_tables::of(fixture.path(), own).value(QStringLiteral("correspondents")));
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    TAKE(before, editorial::writer(*fixture.desk, letter));
    TAKE(after, editorial::writer(*restored, letter));
    QCOMPARE(after.name, QStringLiteral("Zebedee Quackenthorpe"));
    QCOMPARE(after.raw, before.raw);
    // The writer is known by the secret of the new desk.
    TAKE(known, restored->file().correspondents().latestLetterBy(
                    restored->vault().writerKey(QStringLiteral("ZQ-7731@postillon.example"))));
    QCOMPARE(known.value_or(desk::LetterId()), letter);
}

void TestArchive::wantsALongPassphrase()
{
    ArchiveFixture fixture;
    const auto archived = fixture.archive(QStringLiteral("herons!"));
    QVERIFY(!archived);
    QCOMPARE(archived.error().kind, Error::Kind::Unusable);
    QVERIFY(!QFileInfo::exists(fixture.archiveFolder()));
}

void TestArchive::wrongPassphrase()
{
    ArchiveFixture fixture;
    fixture.letter("Fence", "It fell.");
    DO(fixture.archive(QStringLiteral("seven grey herons")));
    const QStringList there = namesIn(fixture.folder.path());
    const auto restored = fixture.restore(QStringLiteral("six grey herons"));
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Refused);
    QCOMPARE(namesIn(fixture.folder.path()), there);
    TAKE(without, fixture.restore());
    QVERIFY(!without.correspondents);
}

void TestArchive::manyArticlesComeBack()
{
    constexpr int many = 1000;
    ArchiveFixture fixture;
    storage::DeskFile &file = fixture.desk->file();
    {
        storage::Transaction transaction(file, storage::Indexing::AtCommit);
        for (int number = 1; number <= many; ++number) {
            desk::Letter letter;
            letter.id = desk::LetterId::fromName(QStringLiteral("l%1").arg(number));
            letter.correspondent = desk::CorrespondentId::fromName(QStringLiteral("c%1").arg(number));
            letter.subject = QStringLiteral("Hedge %1").arg(number);
            letter.original = QStringLiteral("My hedge, number %1, has grown.\n\nIs it *mine*?").arg(number);
            letter.edited =
                number % 3 == 0 ? QStringLiteral("My hedge has grown %1 feet.").arg(number) : letter.original;
            letter.signature = QStringLiteral("Hedged %1").arg(number);
            letter.received = fixture.clock.now().addSecs(-number);
            DO(file.letters().add(letter));
        }
        for (int number = 1; number <= many; ++number) {
            desk::Article article;
            article.id = desk::ArticleId::fromName(QStringLiteral("a%1").arg(number));
            article.title = QStringLiteral("Hedge number %1").arg(number);
            article.slug = QStringLiteral("hedge-%1").arg(number);
            article.stage = desk::ArticleStage::Approved;
            article.publishOn = fixture.clock.now().addSecs(-3600LL * (number % 500));
            article.answers = {{desk::AnswerId::fromName(QStringLiteral("x%1").arg(number)),
                                desk::LetterId::fromName(QStringLiteral("l%1").arg(number)),
                                QStringLiteral("Measure it **%1** times.\n\n- once\n- again").arg(number), 0}};
            DO(file.articles().add(article));
        }
        DO(transaction.commit());
    }
    TAKE(written, fixture.archive());
    QCOMPARE(written.articles, many);
    TAKE(read, fixture.restore());
    QCOMPARE(read.articles, many);
    qInfo("%d articles: archived in %.1f s, restored in %.1f s", many, written.seconds, read.seconds);
    TAKE(restored, editorial::Desk::open(fixture.restoredPath(), fixture.clock));
    QCOMPARE(difference(fixture.siteOf(*fixture.desk, QStringLiteral("site")),
                        fixture.siteOf(*restored, QStringLiteral("site of restored"))),
             QString());
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
