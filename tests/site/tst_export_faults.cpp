// What an export does when something is in its way: other people's files, hostile manifests, links out of the folder,
// a full disk, a folder that is read-only, a kill at the worst moment.
#include "column.h"

#include "site/inventory.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using base::Error;
using column::article;
using column::files;
using column::paths;
using column::read;
using column::write;
using Kind = site::Change::Kind;

namespace {

// Progress that does something when a step has been reported so often.
class Watching final : public base::Progress
{
public:
    Watching(const char *step, int times, std::function<void()> then)
        : m_step(QString::fromUtf8(step)), m_times(times), m_then(std::move(then))
    {}
    void report(qint64, qint64, const QString &step) override
    {
        if (step == m_step && --m_times == 0)
            m_then();
    }
    [[nodiscard]] bool isCancelled() const override { return m_isCancelled; }
    void cancel() { m_isCancelled = true; }

private:
    QString m_step;
    int m_times;
    std::function<void()> m_then;
    bool m_isCancelled = false;
};

// As long as it lives, files of this process are no larger than `bytes`.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileLimit)

private:
    rlimit m_before = {};
    void (*m_handler)(int);
};

QString staging(const QTemporaryDir &folder)
{
    return folder.filePath(site::stagingFolder);
}

// A column whose every page differs from that of sample().
column::Column changed()
{
    column::Column column = column::sample();
    column.edition.masthead.callToAction = QStringLiteral("Sing along.");
    column.withdraw("quiet-office");
    column.add("brand-new", "Brand new", 20, {column::tag("money")}, {column::piece("b", "Letter.", "B", "Answer.")});
    return column;
}

} // namespace

class TestExportFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignFilesStay();
    void filesChangedByHandStay();
    void removedFileChangedByHandStays();
    void hostileManifestReachesNothing();
    void linkedFoldersAreNotFollowed();
    void damagedOrNewerManifestStopsEverything();
    void folderThatIsAFile();
    void readOnlyFolder();
    void readOnlySubfolder();
    void fullDisk();
    void failingTexts();
    void cancelledWhileMaking();
    void cancelledWhileMoving();
    void killedAtAnyMoment_data();
    void killedAtAnyMoment();
    void twoAtOnce();
    void stagingThatIsALink();
};

void TestExportFaults::foreignFilesStay()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    write(folder.path(), "about.html", "mine");
    write(folder.path(), "letters/eclair.html", "mine too");
    write(folder.path(), "assets/photo.jpg", "photo");
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("search.html")));
    for (int round = 0; round < 2; ++round) {
        const auto outcome = column.exportTo(folder.path());
        QVERIFY(outcome);
        QCOMPARE(paths(*outcome, Kind::Blocked),
                 QStringList({QStringLiteral("letters/eclair.html"), QStringLiteral("search.html")}));
        QCOMPARE(outcome->findings.size(), 2);
        for (const desk::Finding &finding : outcome->findings) {
            QVERIFY(finding.severity == desk::Finding::Severity::Blocker);
            QCOMPARE(finding.check, QStringLiteral("foreign-file"));
            QVERIFY(finding.message.contains(finding.where));
        }
        QCOMPARE(outcome->findings.first().article, article("eclair"));
        QCOMPARE(outcome->articles.size(), 5);
        QCOMPARE(read(folder.path(), "letters/eclair.html"), QByteArray("mine too"));
        QVERIFY(QFileInfo(folder.filePath(QStringLiteral("search.html"))).isDir());
    }
    column.withdraw("eclair");
    QVERIFY(column.exportTo(folder.path()));
    for (const char *file : {"about.html", "letters/eclair.html", "assets/photo.jpg"})
        QVERIFY2(!read(folder.path(), file).isEmpty(), file);
}

void TestExportFaults::filesChangedByHandStay()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const QByteArray page = read(folder.path(), "letters/eclair.html");
    QByteArray sameSize = page;
    sameSize.replace("Crumbs", "CRUMBS");
    write(folder.path(), "letters/eclair.html", sameSize);
    write(folder.path(), "index.html", "my own front page");
    for (int round = 0; round < 2; ++round) {
        column.edition.masthead.callToAction += QStringLiteral(" Sing.");
        const auto outcome = column.exportTo(folder.path());
        QVERIFY(outcome);
        QCOMPARE(paths(*outcome, Kind::Blocked),
                 QStringList({QStringLiteral("index.html"), QStringLiteral("letters/eclair.html")}));
        QCOMPARE(outcome->findings.first().check, QStringLiteral("hand-changed"));
        QCOMPARE(outcome->articles.size(), 6); // the article is on the site, though not as the desk has it
        QCOMPARE(read(folder.path(), "letters/eclair.html"), sameSize);
        QCOMPARE(read(folder.path(), "index.html"), QByteArray("my own front page"));
        QVERIFY(read(folder.path(), "letters/two-kitchens.html").contains("Sing."));
    }
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("index.html"))));
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("letters/eclair.html"))));
    const auto outcome = column.exportTo(folder.path());
    QVERIFY(outcome);
    QVERIFY(outcome->findings.isEmpty());
    QCOMPARE(paths(*outcome, Kind::Added).size(), 2);
}

void TestExportFaults::removedFileChangedByHandStays()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    write(folder.path(), "letters/eclair.html", "kept by hand");
    column.withdraw("eclair");
    for (int round = 0; round < 2; ++round) {
        const auto outcome = column.exportTo(folder.path());
        QVERIFY(outcome);
        QCOMPARE(paths(*outcome, Kind::Blocked), QStringList{QStringLiteral("letters/eclair.html")});
        QVERIFY(outcome->findings.first().severity == desk::Finding::Severity::Blocker);
        QCOMPARE(read(folder.path(), "letters/eclair.html"), QByteArray("kept by hand"));
    }
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("letters/eclair.html"))));
    QVERIFY(column.exportTo(folder.path())->findings.isEmpty());
    QVERIFY(!read(folder.path(), ".postbag-manifest.json").contains("eclair"));
}

void TestExportFaults::hostileManifestReachesNothing()
{
    column::Column column = column::sample();
    QTemporaryDir outer{column::scratch()};
    const QString site = outer.filePath(QStringLiteral("site"));
    QVERIFY(column.exportTo(site));
    write(outer.path(), "victim.txt", "precious");
    write(site, ".hidden", "precious");
    QByteArray manifest = read(site, ".postbag-manifest.json");
    QByteArray hostile;
    for (const QString &path : {QStringLiteral("../victim.txt"), outer.filePath(QStringLiteral("victim.txt")),
                                QStringLiteral("letters/../../victim.txt"), QStringLiteral(".hidden")})
        hostile += "{\"path\":\"" + path.toUtf8() + "\",\"digest\":\"" + QByteArray(40, '1') + "\",\"key\":\"" +
                   QByteArray(40, '1') + "\",\"size\":8},";
    manifest.replace("\"files\":[", QByteArray("\"files\":[" + hostile));
    write(site, ".postbag-manifest.json", manifest);
    const auto outcome = column.exportTo(site);
    QVERIFY(outcome);
    QCOMPARE(outcome->findings.size(), 4);
    QCOMPARE(outcome->findings.first().check, QStringLiteral("manifest"));
    QCOMPARE(read(outer.path(), "victim.txt"), QByteArray("precious"));
    QCOMPARE(read(site, ".hidden"), QByteArray("precious"));
    QVERIFY(column.exportTo(site)->findings.isEmpty()); // written without them
}

void TestExportFaults::linkedFoldersAreNotFollowed()
{
    column::Column column = column::sample();
    QTemporaryDir outer{column::scratch()};
    const QString site = outer.filePath(QStringLiteral("site"));
    QVERIFY(column.exportTo(site));
    // The folder of the letters moves away and a link takes its place: what it leads to is not ours.
    QVERIFY(QDir().rename(site + QStringLiteral("/letters"), outer.filePath(QStringLiteral("elsewhere"))));
    QVERIFY(QFile::link(outer.filePath(QStringLiteral("elsewhere")), site + QStringLiteral("/letters")));
    QVERIFY(QFile::remove(site + QStringLiteral("/index.html")));
    QVERIFY(QFile::link(outer.filePath(QStringLiteral("nowhere")), site + QStringLiteral("/index.html")));
    const auto before = files(outer.filePath(QStringLiteral("elsewhere")));
    column::Column edited = changed();
    const auto outcome = edited.exportTo(site);
    QVERIFY(outcome);
    QCOMPARE(files(outer.filePath(QStringLiteral("elsewhere"))), before);
    QVERIFY(!QFile::exists(outer.filePath(QStringLiteral("nowhere"))));
    const QStringList blocked = paths(*outcome, Kind::Blocked);
    QVERIFY(blocked.contains(QStringLiteral("index.html")));
    QVERIFY(blocked.contains(QStringLiteral("letters/brand-new.html")));
    QVERIFY(blocked.contains(QStringLiteral("letters/quiet-office.html")));
    QVERIFY(QFileInfo(site + QStringLiteral("/letters")).isSymLink());
    QVERIFY(QFileInfo(site + QStringLiteral("/index.html")).isSymLink());
}

void TestExportFaults::damagedOrNewerManifestStopsEverything()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    for (const char *json : {"not json", "{\"format\":99,\"files\":[]}"}) {
        write(folder.path(), ".postbag-manifest.json", json);
        const auto before = files(folder.path());
        for (const site::Mode mode : {site::Mode::DryRun, site::Mode::Write}) {
            const auto outcome = changed().exportTo(folder.path(), mode);
            QVERIFY(!outcome);
            QVERIFY(!outcome.error().message.isEmpty());
            QCOMPARE(files(folder.path()), before);
        }
    }
    QVERIFY(QFile::remove(folder.filePath(site::manifestName)));
    QVERIFY(QDir(folder.path()).mkpath(site::manifestName));
    QVERIFY(!column.exportTo(folder.path()));
}

void TestExportFaults::folderThatIsAFile()
{
    QTemporaryDir folder{column::scratch()};
    write(folder.path(), "site", "a file");
    for (const site::Mode mode : {site::Mode::DryRun, site::Mode::Write}) {
        const auto outcome = column::sample().exportTo(folder.filePath(QStringLiteral("site")), mode);
        QVERIFY(!outcome);
        QVERIFY(outcome.error().kind == Error::Kind::Io);
        QVERIFY(outcome.error().message.contains(QStringLiteral("site")));
        QVERIFY(!column::sample().exportTo(folder.filePath(QStringLiteral("site/below")), mode));
    }
    QCOMPARE(read(folder.path(), "site"), QByteArray("a file"));
}

// What everybody may read and enter, and nobody may write to.
const QFile::Permissions readOnly =
    QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

// Runs `work` as somebody who is not root, since root may write anywhere.
template <typename Work>
void asOther(Work work)
{
    const uid_t before = geteuid();
    if (before == 0)
        QCOMPARE(seteuid(65534), 0);
    work();
    if (before == 0)
        QCOMPARE(seteuid(before), 0);
}

void TestExportFaults::readOnlyFolder()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    QVERIFY(QFile::setPermissions(folder.path(), readOnly));
    const auto before = files(folder.path());
    asOther([&folder] {
        const auto outcome = changed().exportTo(folder.path());
        QVERIFY(!outcome);
        QVERIFY(outcome.error().kind == Error::Kind::Io);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("read-only")), qPrintable(outcome.error().message));
        QVERIFY(!changed().exportTo(folder.filePath(QStringLiteral("new"))));
        QVERIFY(changed().exportTo(folder.path(), site::Mode::DryRun));
    });
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(files(folder.path()), before);
}

void TestExportFaults::readOnlySubfolder()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const QFile::Permissions all(0x7777);
    QVERIFY(QFile::setPermissions(folder.path(), all));
    for (const QString &below : QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY(QFile::setPermissions(folder.filePath(below), all));
    const QString topics = folder.filePath(QStringLiteral("topics"));
    QVERIFY(QFile::setPermissions(topics, readOnly));
    const auto before = files(folder.path());
    asOther([&folder] {
        const auto outcome = changed().exportTo(folder.path());
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("topics")), qPrintable(outcome.error().message));
    });
    QFile::setPermissions(topics, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(files(folder.path()), before);
}

void TestExportFaults::fullDisk()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const auto before = files(folder.path());
    // Not even a page fits; then pages fit but the manifest does not.
    for (const rlim_t bytes : {rlim_t(100), rlim_t(before.value(site::manifestName).size() / 2)}) {
        const FileLimit limit(bytes);
        const auto outcome = changed().exportTo(folder.path());
        QVERIFY(!outcome);
        QVERIFY(outcome.error().kind == Error::Kind::Io);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("room")), qPrintable(outcome.error().message));
        QCOMPARE(files(folder.path()), before);
        QVERIFY(!QFile::exists(staging(folder)));
    }
    QVERIFY(changed().exportTo(folder.path()));
}

void TestExportFaults::failingTexts()
{
    column::Column column = column::sample();
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column.exportTo(folder.path()));
    const auto before = files(folder.path());
    const column::Column edited = changed();
    const auto theme = site::Theme::load({}, QStringLiteral("en"));
    base::NoProgress progress;
    const auto outcome = site::exportSite(edited.edition, *theme, folder.path(),
                                          {[](const QList<desk::ArticleId> &) -> base::Result<QList<site::Texts>> {
                                               return Error{Error::Kind::Damaged, QStringLiteral("gone")};
                                           },
                                           {}},
                                          site::Mode::Write, progress);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, QStringLiteral("gone"));
    QCOMPARE(files(folder.path()), before);
    QVERIFY(!QFile::exists(staging(folder)));
}

void TestExportFaults::cancelledWhileMaking()
{
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column::sample().exportTo(folder.path()));
    const auto before = files(folder.path());
    Watching progress("Making pages", 1, [&progress] { progress.cancel(); });
    const auto outcome = changed().exportTo(folder.path(), site::Mode::Write, progress);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().kind == Error::Kind::Cancelled);
    QCOMPARE(files(folder.path()), before);
    QVERIFY(!QFile::exists(staging(folder)));
}

void TestExportFaults::cancelledWhileMoving()
{
    QTemporaryDir folder{column::scratch()};
    QVERIFY(column::sample().exportTo(folder.path()));
    column::Column many = changed();
    for (int number = 0; number < 200; ++number)
        many.add(QByteArray("n") + QByteArray::number(number), "N", 30 + number, {},
                 many.texts.value(article("eclair")).pieces);
    const auto before = files(folder.path());
    for (const int times : {1, 2, 4}) {
        Watching progress("Putting files into place", times, [&progress] { progress.cancel(); });
        const auto outcome = many.exportTo(folder.path(), site::Mode::Write, progress);
        QVERIFY(!outcome);
        QVERIFY(outcome.error().kind == Error::Kind::Cancelled);
        QCOMPARE(files(folder.path()), before);
        QVERIFY(!QFile::exists(staging(folder)));
    }
}

void TestExportFaults::killedAtAnyMoment_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<int>("times");
    QTest::newRow("making") << QByteArray("Making pages") << 2;
    QTest::newRow("before the first move") << QByteArray("Putting files into place") << 1;
    QTest::newRow("some moves") << QByteArray("Putting files into place") << 2;
    QTest::newRow("more moves") << QByteArray("Putting files into place") << 4;
}

// A child is killed in the midst of an export. No page is ever half a page, and the next export, of yet another
// edition, takes what was left for what it is.
void TestExportFaults::killedAtAnyMoment()
{
    QFETCH(QByteArray, step);
    QFETCH(int, times);
    QTemporaryDir folder{column::scratch()};
    column::Column old = column::sample();
    QVERIFY(old.exportTo(folder.path()));
    const auto before = files(folder.path());
    column::Column next = changed();
    for (int number = 0; number < 250; ++number)
        next.add(QByteArray("n") + QByteArray::number(number), "N", 30 + number, {},
                 next.texts.value(article("eclair")).pieces);

    const pid_t child = fork();
    if (child == 0) {
        Watching progress(step.constData(), times, [] { std::raise(SIGKILL); });
        (void)next.exportTo(folder.path(), site::Mode::Write, progress).has_value();
        _exit(0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));

    QTemporaryDir whole{column::scratch()};
    QVERIFY(next.exportTo(whole.path()));
    const auto after = files(whole.path());
    const auto left = files(folder.path());
    for (auto file = left.begin(); file != left.end(); ++file) {
        if (!file.key().startsWith(site::stagingFolder))
            QVERIFY2(file.value() == before.value(file.key()) || file.value() == after.value(file.key()),
                     qPrintable(file.key()));
    }
    const auto dry = old.exportTo(folder.path(), site::Mode::DryRun);
    QVERIFY(dry);
    QVERIFY(dry->findings.isEmpty());
    QCOMPARE(files(folder.path()), left);

    column::Column third = changed();
    third.edition.masthead.callToAction = QStringLiteral("Third.");
    const auto outcome = third.exportTo(folder.path());
    QVERIFY(outcome);
    QVERIFY2(outcome->findings.isEmpty(),
             qPrintable(outcome->findings.isEmpty() ? QString() : outcome->findings.first().message));
    QTemporaryDir fresh{column::scratch()};
    QVERIFY(third.exportTo(fresh.path()));
    QCOMPARE(files(folder.path()), files(fresh.path()));
}

void TestExportFaults::twoAtOnce()
{
    QTemporaryDir folder{column::scratch()};
    column::Column column = column::sample();
    bool isRefused = false;
    Watching progress("Making pages", 1, [&] {
        const auto second = column::sample().exportTo(folder.path());
        isRefused = !second && second.error().kind == Error::Kind::Conflict;
    });
    QVERIFY(column.exportTo(folder.path(), site::Mode::Write, progress));
    QVERIFY(isRefused);
    QVERIFY(column.exportTo(folder.path()));
}

void TestExportFaults::stagingThatIsALink()
{
    QTemporaryDir outer{column::scratch()};
    const QString site = outer.filePath(QStringLiteral("site"));
    QVERIFY(column::sample().exportTo(site));
    write(outer.path(), "victim/0", "precious");
    QVERIFY(QFile::link(outer.filePath(QStringLiteral("victim")), site + QLatin1Char('/') + site::stagingFolder));
    const auto outcome = changed().exportTo(site);
    QVERIFY(!outcome);
    QCOMPARE(read(outer.path(), "victim/0"), QByteArray("precious"));
}

QTEST_GUILESS_MAIN(TestExportFaults)
#include "tst_export_faults.moc"
