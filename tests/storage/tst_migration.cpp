// Migrations: how their texts are parted, how an older desk is brought up, and that a failing one changes nothing.
// `tst_migration make FILE` writes the small desk of this version that is kept under tests/data/desks.
#include "invented.h"

#include "storage/connection.h"
#include "storage/intake_store.h"
#include "storage/mail_account_store.h"
#include "storage/migration.h"
#include "storage/opening.h"
#include "storage/sheet_map_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace invented;
using base::Error;
using storage::Connection;
using storage::Migration;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsStatements_data();
    void partsStatements();
    void numbersAreComplete();
    void bringsAnOlderDeskUp();
    void keepsAnEarlierCopy();
    void aFailingOneChangesNothing_data();
    void aFailingOneChangesNothing();
    void opensEveryReleasedDesk_data();
    void opensEveryReleasedDesk();
};

namespace {

QStringList filesOf(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

// The migrations of the program with invented ones behind them.
QList<Migration> longer(const QStringList &texts)
{
    QList<Migration> list = storage::migrations();
    for (const QString &text : texts)
        list.append({list.last().number + 1, text});
    return list;
}

QString columns(Connection &connection, const QString &table)
{
    QStringList names;
    taken(connection.each(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table},
                          [&names](const storage::Row &row) { names.append(row.text(0)); }));
    return names.join(QLatin1Char(' '));
}

const QString moods = QStringLiteral("ALTER TABLE letters ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'\n"
                                     "--;;\n"
                                     "CREATE INDEX letters_by_mood ON letters (mood)\n");

// What every released desk under tests/data/desks holds.
void fillReleased(storage::DeskFile &desk)
{
    desk::Masthead masthead =
        desk::newMasthead(QStringLiteral("Ask Hazel"), QStringLiteral("en-GB"), QStringLiteral("Europe/London"));
    taken(desk.masthead().save(masthead));
    const storage::Asset picture{desk::AssetId::fromName(QStringLiteral("picture")), QStringLiteral("hazel.svg"),
                                 QStringLiteral("image/svg+xml"), QByteArray("<svg/>")};
    taken(desk.assets().add(picture));
    taken(desk.masthead().saveAuthor({desk::AuthorId::fromName(QStringLiteral("hazel")), QStringLiteral("Hazel"),
                                      QStringLiteral("Hazel listens."), picture.id, QStringLiteral("Hazel"), 0}));
    const desk::Tag family = taken(desk.tags().add(tag(QStringLiteral("Family"))));
    desk::Tag sisters = tag(QStringLiteral("Sisters"), family.id);
    sisters.synonyms = {QStringLiteral("siblings")};
    taken(desk.tags().add(sisters));
    desk::Letter first = letter(QStringLiteral("one"), QStringLiteral("Dear Hazel, my sister borrows my café money."));
    first.edited = QStringLiteral("My sister borrows my money.");
    first.stage = desk::LetterStage::Answered;
    first.tags = {sisters.id};
    taken(desk.correspondents().add({first.correspondent, QStringLiteral("plain"), "identity", "message"}));
    taken(desk.letters().add(first));
    taken(desk.letters().addAttachment(
        first.id,
        {desk::AttachmentId::fromName(QStringLiteral("a")), QStringLiteral("a.txt"), QStringLiteral("text/plain"), 0},
        "attached"));
    desk::Letter second = letter(QStringLiteral("two"));
    second.stage = desk::LetterStage::Held;
    second.heldUntil = QDate(2026, 6, 1);
    second.follows = first.id;
    taken(desk.letters().add(second));
    desk::Article published = article(QStringLiteral("sisters"));
    published.stage = desk::ArticleStage::Approved;
    published.publishOn = moment(5);
    published.answers = {answer(QStringLiteral("one"), first.id)};
    published.tags = {sisters.id};
    taken(desk.articles().add(published));
    const desk::HeadingId heading = desk::HeadingId::fromName(QStringLiteral("heading"));
    taken(desk.index().addHeading({heading, {}, QStringLiteral("Sisters"), {}}));
    taken(
        desk.index().addEntry({desk::EntryId::fromName(QStringLiteral("entry")), heading, published.id, first.id, {}}));
    taken(desk.revisions().keep({desk::RevisionId::fromName(QStringLiteral("r")), desk::TextKind::Answer,
                                 QUuid(answer(QStringLiteral("one"), {}).id.toString()), QStringLiteral("Talk."),
                                 QStringLiteral("stage"), moment(4)}));
    taken(desk.publications().record(QStringLiteral("/site"),
                                     {{published.id, QStringLiteral("letters/on-sisters.html"), "d"}}, moment(6)));
}

// What those hold besides that have it since version 2.
void fillIntake(storage::DeskFile &desk)
{
    desk::Letter third = letter(QStringLiteral("three"));
    third.needsAttention = true;
    third.notice = QStringLiteral("It cannot be read.");
    third.consent = desk::Consent::Refused;
    taken(desk.letters().add(third));
    taken(desk.intake().addReferences(third.id, {QStringLiteral("key-of-another")}));
    taken(desk.intake().addForwarding(third.id, {desk::Forwarding::Decision::Open,
                                                 desk::CorrespondentId::fromName(QStringLiteral("writer")),
                                                 QStringLiteral("Passed on"), QStringLiteral("Dear Hazel, help.")}));
    desk::SheetMap map;
    map.name = QStringLiteral("Form");
    map.columns[desk::SheetRole::Letter] = {{QStringLiteral("Your letter"), 0}};
    taken(desk.sheetMaps().save(map));
    desk::MailAccount account;
    account.id = desk::MailAccountId::fromName(QStringLiteral("column"));
    account.name = QStringLiteral("Column");
    account.host = QStringLiteral("imap.hazel.example");
    account.user = QStringLiteral("hazel");
    account = taken(desk.mailAccounts().add(account));
    taken(desk.mailAccounts().saveState(account, {7, 42}));
}

QString releasedFolder()
{
    return QDir::cleanPath(QStringLiteral(TEST_FIXTURES "/../../data/desks"));
}

} // namespace

void TestMigration::partsStatements_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("comments alone") << QStringLiteral("-- a\n\n--;;\n-- b\n") << QStringList();
    QTest::newRow("one") << QStringLiteral("-- why\nSELECT 1;\n") << QStringList{QStringLiteral("SELECT 1;\n")};
    QTest::newRow("two") << QStringLiteral("SELECT 1\n  --;;  \nSELECT 2")
                         << QStringList{QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2")};
    QTest::newRow("semicolons within")
        << QStringLiteral("CREATE TRIGGER a BEGIN\n  SELECT 1;\n  -- c\n  SELECT 2;\nEND\n--;;\nSELECT ';'")
        << QStringList{QStringLiteral("CREATE TRIGGER a BEGIN\n  SELECT 1;\n  -- c\n  SELECT 2;\nEND"),
                       QStringLiteral("SELECT ';'")};
}

void TestMigration::partsStatements()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(storage::statements(text), expected);
}

void TestMigration::numbersAreComplete()
{
    const QList<Migration> list = storage::migrations();
    QVERIFY(!list.isEmpty());
    for (qsizetype at = 0; at < list.size(); ++at) {
        QCOMPARE(list.at(at).number, at + 1);
        QVERIFY(!storage::statements(list.at(at).text).isEmpty());
    }
}

void TestMigration::bringsAnOlderDeskUp()
{
    Desk desk;
    taken(desk->letters().add(letter(QStringLiteral("one"))));
    desk.close();
    const QList<Migration> list = longer(
        {moods, QStringLiteral("UPDATE letters SET mood = 'cross'\n--;;\nCREATE TABLE moods (name TEXT) STRICT")});
    const qint64 newest = list.last().number;
    for (int time = 0; time < 2; ++time) { // the second time there is nothing to do
        const auto connection = taken(storage::openDesk(desk.path(), list));
        QCOMPARE(taken(storage::deskVersion(*connection)), newest);
        QCOMPARE(taken(connection->number(QStringLiteral("SELECT count(*) FROM letters WHERE mood = 'cross'"))), 1);
        QCOMPARE(taken(connection->number(QStringLiteral("PRAGMA foreign_keys"))), 1);
    }
    const QString copy = QStringLiteral("column.postbag.before-%1").arg(newest);
    QCOMPARE(filesOf(desk.folder), (QStringList{QStringLiteral("column.postbag"), copy}));
    // The Postbag of before opens the copy, and refuses the desk.
    const auto before = taken(storage::DeskFile::open(desk.folder.filePath(copy)));
    QCOMPARE(taken(before->letters().count({}, 10)), 1);
    base::NoProgress progress;
    QCOMPARE(taken(before->verify(progress)), QStringList());
    QCOMPARE(storage::DeskFile::open(desk.path()).error().kind, Error::Kind::Refused);
}

void TestMigration::keepsAnEarlierCopy()
{
    Desk desk;
    desk.close();
    const QList<Migration> list = longer({moods});
    const QString copy = QStringLiteral("%1.before-%2").arg(desk.path()).arg(list.last().number);
    QFile earlier(copy);
    QVERIFY(earlier.open(QIODevice::WriteOnly));
    earlier.write("mine");
    earlier.close();
    taken(storage::openDesk(desk.path(), list));
    QVERIFY(earlier.open(QIODevice::ReadOnly));
    QCOMPARE(earlier.readAll(), QByteArray("mine"));
    QVERIFY(storage::DeskFile::open(copy + QStringLiteral("-2")).has_value());
}

void TestMigration::aFailingOneChangesNothing_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("its second statement") << QStringList{moods + QStringLiteral("--;;\nCREATE NONSENSE")};
    QTest::newRow("the second migration") << QStringList{moods, QStringLiteral("INSERT INTO no_table VALUES (1)")};
    QTest::newRow("what it leaves without its letter")
        << QStringList{moods + QStringLiteral("--;;\nDELETE FROM letters WHERE number = 1")};
    QTest::newRow("the original") << QStringList{moods + QStringLiteral("--;;\nUPDATE letters SET original = ''")};
}

void TestMigration::aFailingOneChangesNothing()
{
    QFETCH(QStringList, texts);
    Desk desk;
    fillReleased(*desk);
    desk.close();
    const auto opened = storage::openDesk(desk.path(), longer(texts));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Damaged);
    QVERIFY(opened.error().message.contains(QStringLiteral("left as it is")));
    QCOMPARE(filesOf(desk.folder), QStringList{QStringLiteral("column.postbag")});
    desk.file = taken(storage::DeskFile::open(desk.path()));
    QCOMPARE(taken(desk->letters().count({}, 10)), 2);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
    const auto connection = taken(Connection::open(desk.path(), Connection::Open::Existing));
    QVERIFY(!columns(*connection, QStringLiteral("letters")).contains(QStringLiteral("mood")));
}

void TestMigration::opensEveryReleasedDesk_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(releasedFolder()).entryList({QStringLiteral("*.postbag")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestMigration::opensEveryReleasedDesk()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(name);
    QVERIFY(QFile::copy(QDir(releasedFolder()).filePath(name), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const auto desk = taken(storage::DeskFile::open(path));
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
    const desk::Letter first = taken(desk->letters().letter(letter(QStringLiteral("one")).id));
    QCOMPARE(first.number, 1);
    QCOMPARE(first.edited, QStringLiteral("My sister borrows my money."));
    QCOMPARE(taken(desk->correspondents().correspondent(first.correspondent)).identity, QByteArray("identity"));
    storage::LetterQuery query;
    query.search = QStringLiteral("cafe");
    query.tag = tag(QStringLiteral("Family")).id;
    QCOMPARE(taken(desk->letters().rows(query)).size(), 1);
    const auto heads = taken(desk->articles().heads(desk::ArticleStage::Approved));
    QCOMPARE(heads.size(), 1);
    QCOMPARE(heads.first().published, moment(6));
    QCOMPARE(taken(desk->masthead().masthead()).name, QStringLiteral("Ask Hazel"));
    QCOMPARE(taken(desk->masthead().masthead()).authors.first().name, QStringLiteral("Hazel"));
    QCOMPARE(taken(desk->index().index()).entries.size(), 1);
    QCOMPARE(taken(desk->tags().tags()).last().synonyms, QStringList{QStringLiteral("siblings")});
    if (name == QLatin1String("0001.postbag"))
        return;
    const desk::LetterId third = letter(QStringLiteral("three")).id;
    QVERIFY(taken(desk->letters().letter(third)).needsAttention);
    QCOMPARE(taken(desk->letters().letter(third)).consent, desk::Consent::Refused);
    QCOMPARE(taken(desk->intake().linkFollowers(first.id, QStringLiteral("key-of-another"))), 1);
    QCOMPARE(taken(desk->intake().forwarding(third))->text, QStringLiteral("Dear Hazel, help."));
    QCOMPARE(taken(desk->sheetMaps().maps()).first().columns.value(desk::SheetRole::Letter).first().heading,
             QStringLiteral("Your letter"));
    const desk::MailAccount account = taken(desk->mailAccounts().accounts()).first();
    QCOMPARE(account.host, QStringLiteral("imap.hazel.example"));
    QCOMPARE(taken(desk->mailAccounts().state(account.id)).lastUid, 42);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("make")) {
        Desk desk;
        fillReleased(*desk);
        fillIntake(*desk);
        const auto connection = taken(Connection::open(desk.path(), Connection::Open::Existing));
        taken(connection->execute(QStringLiteral("PRAGMA page_size = 1024"))); // nearly every table has one page
        taken(connection->execute(QStringLiteral("VACUUM INTO ?"), {arguments.value(2)}));
        return 0;
    }
    TestMigration test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migration.moc"
