// Pictures and papers that came with letters, on the site: where they lie, how pages refer to them, and that an export
// looks into them only where it must.
#include "column.h"

#include "site/body.h"
#include "site/manifest.h"

#include <QTemporaryDir>
#include <QTest>

using base::Error;
using column::files;
using column::paths;
using Kind = site::Change::Kind;

class TestEnclosures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picturesAreFilesOfTheirOwn();
    void pagesReferToThem();
    void feedsReferToThemFromAnywhere();
    void nothingIsLoadedTwice();
    void aMissingFileIsWrittenAgain();
    void whatNoTextShowsIsTakenAway();
    void anotherKindOfCopyIsAnotherFile();
    void twoFoldersAreTheSame();
    void aDryRunWritesNothing();
    void whatCannotGoOutBlocksItsArticle();
    void aFailingDeskLeavesTheSite();
    void cancelledBeforeAnythingIsWritten();
    void thePreviewIsTheVeryPage();
    void bodiesLeadToFiles();

private:
    [[nodiscard]] QStringList enclosed(const char *ending = "") const
    {
        QStringList found;
        for (const QString &file : files(m_folder->path()).keys()) {
            if (file.startsWith(QStringLiteral("assets/letters/")) && file.endsWith(QLatin1String(ending)))
                found.append(file);
        }
        return found;
    }
    [[nodiscard]] QByteArray page() const { return column::read(m_folder->path(), "letters/quiet-office.html"); }

    column::Column m_column;
    desk::AttachmentId m_picture;
    desk::AttachmentId m_paper;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEnclosures::init()
{
    m_column = column::sample();
    m_folder = std::make_unique<QTemporaryDir>(column::scratch());
    m_picture = desk::AttachmentId::fromName(QStringLiteral("hedge.jpg"));
    m_paper = desk::AttachmentId::fromName(QStringLiteral("form.pdf"));
    m_column.enclosures = {{m_picture, {"JPEG", QStringLiteral("jpg"), QSize(40, 30)}},
                           {m_paper, {"PDF", QStringLiteral("pdf"), {}}}};
    site::ArticleHead &head = m_column.head("quiet-office");
    site::Piece &piece = m_column.texts[head.id].pieces.first();
    piece.letterText += QStringLiteral(" Not one of them.").repeated(12); // so that no list says more of it
    piece.letterText += QStringLiteral("\n\n![The office](attachment:%1)").arg(m_picture.toString());
    piece.answerText += QStringLiteral("\n\nFill in [the form](attachment:%1).").arg(m_paper.toString());
    m_column.settle("quiet-office");
    head.enclosures = {m_picture, m_paper};
}

void TestEnclosures::picturesAreFilesOfTheirOwn()
{
    const auto outcome = m_column.exportTo(m_folder->path());
    QVERIFY(outcome && outcome->findings.isEmpty());
    QCOMPARE(enclosed().size(), 2);
    QCOMPARE(column::read(m_folder->path(), enclosed(".jpg").first().toUtf8()), QByteArray("JPEG"));
    QCOMPARE(column::read(m_folder->path(), enclosed(".pdf").first().toUtf8()), QByteArray("PDF"));
    QStringList refused;
    const auto manifest =
        site::Manifest::fromJson(column::read(m_folder->path(), site::manifestName.toUtf8()), refused);
    QVERIFY(manifest && refused.isEmpty());
    for (const QString &file : enclosed())
        QVERIFY(manifest->entry(file));
    for (const QByteArray &content : files(m_folder->path()))
        QVERIFY(!content.contains("attachment:") && !content.contains(m_picture.toString().toUtf8()));
}

void TestEnclosures::pagesReferToThem()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const QByteArray picture("<img src=\"../" + enclosed(".jpg").first().toUtf8() +
                             "\" width=\"40\" height=\"30\" alt=\"The office\" />");
    const QByteArray paper("<a href=\"../" + enclosed(".pdf").first().toUtf8() + "\">the form</a>");
    QVERIFY(page().contains(picture));
    QVERIFY(page().contains(paper));
}

void TestEnclosures::feedsReferToThemFromAnywhere()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const QByteArray address("https://askjuniper.example/column/" + enclosed(".jpg").first().toUtf8());
    QVERIFY(column::read(m_folder->path(), "feed.xml").contains(address));
}

void TestEnclosures::nothingIsLoadedTwice()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    m_column.enclosureLoads = 0;
    const auto again = m_column.exportTo(m_folder->path());
    QVERIFY(again);
    QCOMPARE(m_column.enclosureLoads, 0);
    QCOMPARE(paths(*again, Kind::Unchanged).size(), again->changes.size());
}

void TestEnclosures::aMissingFileIsWrittenAgain()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const auto before = files(m_folder->path());
    QVERIFY(QFile::remove(m_folder->filePath(enclosed(".jpg").first())));
    QVERIFY(m_column.exportTo(m_folder->path()));
    QCOMPARE(files(m_folder->path()), before);
}

void TestEnclosures::whatNoTextShowsIsTakenAway()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const QString paper = enclosed(".pdf").first();
    site::ArticleHead &head = m_column.head("quiet-office");
    m_column.texts[head.id].pieces.first().answerText = QStringLiteral("Say it twice.");
    m_column.settle("quiet-office");
    head.enclosures = {m_picture};
    const auto outcome = m_column.exportTo(m_folder->path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Removed), QStringList(paper));
    QCOMPARE(enclosed().size(), 1);
    QVERIFY(paths(*outcome, Kind::Changed).contains(QStringLiteral("letters/quiet-office.html")));
}

void TestEnclosures::anotherKindOfCopyIsAnotherFile()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const QStringList before = enclosed();
    m_column.edition.copying = 2;
    m_column.enclosures[m_picture].content = "JPEG, cleaner";
    const auto outcome = m_column.exportTo(m_folder->path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Removed), before);
    QVERIFY(page().contains(enclosed(".jpg").first().toUtf8()));
    QCOMPARE(column::read(m_folder->path(), enclosed(".jpg").first().toUtf8()), QByteArray("JPEG, cleaner"));
}

void TestEnclosures::twoFoldersAreTheSame()
{
    QTemporaryDir other{column::scratch()};
    QVERIFY(m_column.exportTo(other.path()));
    m_column.enclosures.remove(m_paper);
    m_column.head("quiet-office").enclosures = {m_picture};
    QVERIFY(m_column.exportTo(m_folder->path()));
    init();
    m_folder = std::make_unique<QTemporaryDir>(column::scratch());
    QVERIFY(m_column.exportTo(m_folder->path()));
    QCOMPARE(files(m_folder->path()), files(other.path()));
}

void TestEnclosures::aDryRunWritesNothing()
{
    const auto outcome = m_column.exportTo(m_folder->path(), site::Mode::DryRun);
    QVERIFY(outcome);
    QVERIFY(files(m_folder->path()).isEmpty());
    QCOMPARE(paths(*outcome, Kind::Added).filter(QStringLiteral("assets/letters/")).size(), 2);
}

void TestEnclosures::whatCannotGoOutBlocksItsArticle()
{
    m_column.enclosures.remove(m_paper);
    const auto outcome = m_column.exportTo(m_folder->path());
    QVERIFY(outcome);
    QCOMPARE(paths(*outcome, Kind::Blocked), QStringList(QStringLiteral("letters/quiet-office.html")));
    QCOMPARE(outcome->findings.first().check, QStringLiteral("attachment"));
    QCOMPARE(outcome->findings.first().message, QStringLiteral("There is no such attachment."));
    QVERIFY(page().isEmpty());
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("letters/eclair.html"))));
}

void TestEnclosures::aFailingDeskLeavesTheSite()
{
    QVERIFY(column::sample().exportTo(m_folder->path()));
    const auto before = files(m_folder->path());
    const auto theme = site::Theme::load({}, QStringLiteral("en-GB"));
    base::NoProgress progress;
    const auto outcome = site::exportSite(m_column.edition, *theme, m_folder->path(),
                                          {m_column.loader(),
                                           [](const desk::AttachmentId &) -> base::Result<site::Enclosure> {
                                               return Error{Error::Kind::Io, QStringLiteral("gone")};
                                           }},
                                          site::Mode::Write, progress);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, QStringLiteral("gone"));
    QCOMPARE(files(m_folder->path()), before);
}

void TestEnclosures::cancelledBeforeAnythingIsWritten()
{
    class Cancelled final : public base::Progress
    {
    public:
        void report(qint64, qint64, const QString &) override {}
        [[nodiscard]] bool isCancelled() const override { return true; }
    } progress;
    const auto outcome = m_column.exportTo(m_folder->path(), site::Mode::Write, progress);
    QVERIFY(!outcome);
    QCOMPARE(int(outcome.error().kind), int(Error::Kind::Cancelled));
    QVERIFY(enclosed().isEmpty());
}

void TestEnclosures::thePreviewIsTheVeryPage()
{
    QVERIFY(m_column.exportTo(m_folder->path()));
    const auto theme = site::Theme::load({}, QStringLiteral("en-GB"));
    const site::ArticleHead head = m_column.head("quiet-office");
    const auto shown =
        site::renderArticle(m_column.edition, head, m_column.texts.value(head.id), *theme, m_column.enclosureLoader());
    QVERIFY(shown);
    QCOMPARE(*shown, page());
    m_column.enclosures.clear();
    const auto words =
        site::renderArticle(m_column.edition, head, m_column.texts.value(head.id), *theme, m_column.enclosureLoader());
    QVERIFY(words && words->contains("The office") && !words->contains("attachment:"));
}

void TestEnclosures::bodiesLeadToFiles()
{
    const QList<site::EnclosedFile> known{{QStringLiteral("1"), QStringLiteral("assets/letters/a.jpg"), QSize(4, 3)},
                                          {QStringLiteral("2"), QStringLiteral("assets/letters/b.pdf"), {}}};
    QCOMPARE(site::answerBody(QStringLiteral("![x](attachment:1) [y](attachment:2) `src=\"attachment:1\"`"), known),
             QByteArray("<p><img src=\"assets/letters/a.jpg\" width=\"4\" height=\"3\" alt=\"x\" /> "
                        "<a href=\"assets/letters/b.pdf\">y</a> <code>src=&quot;attachment:1&quot;</code></p>"));
    QCOMPARE(site::letterBody(QStringLiteral("![x](attachment:1) ![z](attachment:3)"), known),
             QByteArray("<p><img src=\"assets/letters/a.jpg\" width=\"4\" height=\"3\" alt=\"x\" /> z</p>"));
    QCOMPARE(site::letterBody(QStringLiteral("![x](attachment:1)")), QByteArray("<p>x</p>"));
}

QTEST_GUILESS_MAIN(TestEnclosures)
#include "tst_enclosures.moc"
