// DeskFile: making and opening desks, and everything that can be wrong with a file that somebody opens.
#include "invented.h"

#include "storage/connection.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace invented;
using base::Error;
using storage::Connection;
using storage::DeskFile;

class TestDeskFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAndOpens();
    void makesNothingOverAFile();
    void makesNothingWhereItMayNotWrite();
    void opensBesideAnother();
    void refusesWhatIsNoDesk_data();
    void refusesWhatIsNoDesk();
    void refusesANewerDesk();
    void refusesADamagedDesk_data();
    void refusesADamagedDesk();
    void refusesAReadOnlyDesk_data();
    void refusesAReadOnlyDesk();
    void refusesALockedDesk();
    void everyFailureHasItsOwnMessage();
};

namespace {

// Names and contents of all files of a folder.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("a file of the test cannot be read");
        contents.insert(name, file.readAll());
    }
    return contents;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("a file of the test cannot be written");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("a file of the test cannot be read");
    return file.readAll();
}

// A closed desk with a few letters in it.
QByteArray someDesk()
{
    Desk desk;
    for (int at = 0; at < 50; ++at)
        taken(desk->letters().add(letter(QString::number(at), QStringLiteral("Dear Hazel. ").repeated(100))));
    desk.close();
    return read(desk.path());
}

// Opens `path`, expects the refusal, and that nothing of the folder changed.
Error refusal(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto before = contents(folder);
    const auto opened = DeskFile::open(path);
    if (opened)
        throw std::runtime_error("the file was opened");
    if (contents(folder) != before)
        throw std::runtime_error("the folder was changed");
    return opened.error();
}

// Runs `sql` on the database at `path`, which need not be a desk.
void run(const QString &path, const QStringList &sql)
{
    const auto connection = taken(Connection::open(path, Connection::Open::New));
    for (const QString &each : sql)
        taken(connection->execute(each));
}

} // namespace

void TestDeskFile::makesAndOpens()
{
    QTemporaryDir folder;
    // Names that a URI or a shell would trip over.
    const QString path = folder.filePath(QStringLiteral("a column? #1 100% é;&'.postbag"));
    taken(taken(DeskFile::create(path))->letters().add(letter(QStringLiteral("one"))));
    QCOMPARE(contents(folder.path()).size(), 1);
    const auto desk = taken(DeskFile::open(path));
    QCOMPARE(desk->path(), path);
    QCOMPARE(taken(desk->letters().count({}, 10)), 1);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());

    const auto connection = taken(Connection::open(path, Connection::Open::Existing));
    QCOMPARE(taken(connection->number(QStringLiteral("PRAGMA application_id"))), 0x506F7374);
    QCOMPARE(taken(connection->number(QStringLiteral("PRAGMA foreign_keys"))), 1);
    QCOMPARE(taken(connection->number(QStringLiteral("PRAGMA synchronous"))), 2);
    const auto mode = taken(connection->first(QStringLiteral("PRAGMA journal_mode"), {},
                                              [](const storage::Row &row) { return row.text(0); }));
    QCOMPARE(mode.value(), QStringLiteral("wal"));
}

void TestDeskFile::makesNothingOverAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("there.postbag"));
    write(path, "mine");
    QCOMPARE(DeskFile::create(path).error().kind, Error::Kind::Unusable);
    QCOMPARE(contents(folder.path()), (QMap<QString, QByteArray>{{QStringLiteral("there.postbag"), "mine"}}));
    QCOMPARE(DeskFile::create(folder.path()).error().kind, Error::Kind::Unusable);
}

void TestDeskFile::makesNothingWhereItMayNotWrite()
{
    QTemporaryDir folder;
    QCOMPARE(DeskFile::create(folder.filePath(QStringLiteral("no/such/new.postbag"))).error().kind,
             Error::Kind::NotFound);
    const QString closed = folder.filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(closed));
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner));
    const Error error = DeskFile::create(closed + QStringLiteral("/new.postbag")).error();
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(error.kind, Error::Kind::Io);
    QVERIFY(error.message.contains(QStringLiteral("read-only")));
    QVERIFY(contents(closed).isEmpty());
}

void TestDeskFile::opensBesideAnother()
{
    Desk desk;
    const auto second = taken(DeskFile::open(desk.path()));
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    QCOMPARE(taken(second->letters().count({}, 10)), 1);
    taken(second->letters().add(letter(QStringLiteral("two"))));
    QCOMPARE(taken(desk->letters().count({}, 10)), 2);
}

void TestDeskFile::refusesWhatIsNoDesk_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("text") << QByteArray("Dear Hazel,\n").repeated(100);
    QTest::newRow("the beginning of a header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(8192, '\0');

    QTemporaryDir folder;
    const QString other = folder.filePath(QStringLiteral("other"));
    run(other, {QStringLiteral("CREATE TABLE letters (a)"), QStringLiteral("PRAGMA user_version = 1")});
    QTest::newRow("a database without a mark") << read(other);
    run(other, {QStringLiteral("PRAGMA application_id = 252006674")});
    QTest::newRow("a database of another program") << read(other);
    run(other, {QStringLiteral("PRAGMA application_id = 1349481332"), QStringLiteral("PRAGMA user_version = 0")});
    QTest::newRow("a mark without a version") << read(other);
}

void TestDeskFile::refusesWhatIsNoDesk()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("strange.postbag"));
    write(path, bytes);
    const Error error = refusal(path);
    QCOMPARE(error.kind, Error::Kind::Unusable);
    QVERIFY(error.message.contains(QStringLiteral("no Postbag desk")));
}

void TestDeskFile::refusesANewerDesk()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("newer.postbag"));
    write(path, someDesk());
    run(path, {QStringLiteral("PRAGMA user_version = 99"), QStringLiteral("DROP TABLE answers")});
    const Error error = refusal(path);
    QCOMPARE(error.kind, Error::Kind::Refused);
    QVERIFY(error.message.contains(QStringLiteral("newer Postbag")));
    QVERIFY(error.message.contains(QStringLiteral("99")));
}

void TestDeskFile::refusesADamagedDesk_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = someDesk();
    QTest::newRow("half") << whole.first(whole.size() / 2);
    QTest::newRow("one page less") << whole.first(whole.size() - 4096);
    QTest::newRow("the header alone") << whole.first(100);
    QByteArray torn = whole;
    torn.replace(100, 3996, QByteArray(3996, '\xa5'));
    QTest::newRow("noise behind the header") << torn;
    torn = whole;
    torn.replace(100, 3996, QByteArray(3996, '\0'));
    QTest::newRow("zeros behind the header") << torn;
    torn = whole;
    torn[16] = '\x03'; // no power of two
    QTest::newRow("an impossible page size") << torn;
    torn = whole;
    torn.replace("CREATE TABLE letters", "CREATE TABLE l\xfft\xfft\xff\xff\xff");
    QTest::newRow("a broken schema") << torn;
}

void TestDeskFile::refusesADamagedDesk()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("damaged.postbag"));
    write(path, bytes);
    const Error error = refusal(path);
    QCOMPARE(error.kind, Error::Kind::Damaged);
    QVERIFY2(error.message.contains(QStringLiteral("is damaged")), qPrintable(error.message));
    QVERIFY(error.message.contains(QStringLiteral("backup")));
}

void TestDeskFile::refusesAReadOnlyDesk_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("file") << false;
    QTest::newRow("folder") << true;
}

void TestDeskFile::refusesAReadOnlyDesk()
{
    QFETCH(bool, isFolder);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fixed.postbag"));
    write(path, someDesk());
    const QString fixed = isFolder ? folder.path() : path;
    QVERIFY(QFile::setPermissions(fixed, QFile::ReadOwner | QFile::ExeOwner));
    const Error error = refusal(path);
    QVERIFY(QFile::setPermissions(fixed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(error.kind, Error::Kind::Io);
    QVERIFY(error.message.contains(QStringLiteral("read-only")));
    QVERIFY(DeskFile::open(path).has_value());
}

void TestDeskFile::refusesALockedDesk()
{
    Desk desk;
    desk.close();
    auto holder = taken(Connection::open(desk.path(), Connection::Open::Existing));
    taken(holder->execute(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")));
    taken(holder->execute(QStringLiteral("UPDATE masthead_version SET version = version")));
    const auto opened = DeskFile::open(desk.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Refused);
    QVERIFY(opened.error().message.contains(QStringLiteral("locked by another program")));
    holder.reset();
    QVERIFY(DeskFile::open(desk.path()).has_value());
}

void TestDeskFile::everyFailureHasItsOwnMessage()
{
    QTemporaryDir folder;
    const Error missing = refusal(folder.filePath(QStringLiteral("missing.postbag")));
    QCOMPARE(missing.kind, Error::Kind::NotFound);
    QVERIFY(missing.message.contains(QStringLiteral("missing.postbag")));
    const QString within = folder.filePath(QStringLiteral("within"));
    QVERIFY(QDir().mkdir(within));
    const Error isFolder = refusal(within);
    QCOMPARE(isFolder.kind, Error::Kind::Unusable);
    QVERIFY(isFolder.message.contains(QStringLiteral("is a folder")));
    const QString gone = folder.filePath(QStringLiteral("gone.postbag"));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere")), gone));
    QCOMPARE(DeskFile::open(gone).error().kind, Error::Kind::NotFound);
    QCOMPARE(DeskFile::open(QString()).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestDeskFile)
#include "tst_desk_file.moc"
