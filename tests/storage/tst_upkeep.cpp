// Backing up and verifying: a copy that is whole or none, and faults that are found.
#include "invented.h"

#include "storage/connection.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace invented;
using base::Error;
using storage::Connection;

class TestUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesTheWholeDesk();
    void leavesAnExistingFile();
    void leavesNothingWhenCancelled();
    void leavesNothingWithoutAFolder();
    void refusesToCopyADamagedDesk();
    void copiesWhileAnotherWrites();
    void findsFaults_data();
    void findsFaults();
    void findsFlippedBytes();
    void findsALostPage();
};

namespace {

// Says it is cancelled from the n-th time it is asked.
class Impatient final : public base::Progress
{
public:
    explicit Impatient(int patience) : m_patience(patience) {}
    void report(qint64, qint64, const QString &step) override { steps.append(step); }
    [[nodiscard]] bool isCancelled() const override { return m_asked++ >= m_patience; }

    QStringList steps;

private:
    int m_patience;
    mutable int m_asked = 0;
};

QStringList filesOf(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void fill(Desk &desk)
{
    storage::Transaction transaction(*desk);
    for (int at = 0; at < 300; ++at)
        taken(desk->letters().add(
            letter(QString::number(at), QStringLiteral("Letter %1 ponders badgers. ").arg(at).repeated(40))));
    taken(transaction.commit());
}

QStringList faultsOf(const QString &path)
{
    base::NoProgress progress;
    return taken(taken(storage::DeskFile::open(path))->verify(progress));
}

} // namespace

void TestUpkeep::copiesTheWholeDesk()
{
    Desk desk;
    fill(desk);
    QTemporaryDir target;
    const QString path = target.filePath(QStringLiteral("copy of 1 é.postbag"));
    Impatient progress(100);
    taken(desk->backUp(path, progress));
    QVERIFY(progress.steps.size() > 2);
    QCOMPARE(filesOf(target).size(), 1);
    const auto copy = taken(storage::DeskFile::open(path));
    QCOMPARE(taken(copy->letters().count({}, 1000)), 300);
    storage::LetterQuery query;
    query.search = QStringLiteral("badgers 299");
    QCOMPARE(taken(copy->letters().rows(query)).size(), 1);
    QCOMPARE(faultsOf(path), QStringList());
    // The copy is a desk of its own.
    taken(copy->letters().add(letter(QStringLiteral("new"))));
    QCOMPARE(taken(desk->letters().count({}, 1000)), 300);
}

void TestUpkeep::leavesAnExistingFile()
{
    Desk desk;
    QTemporaryDir target;
    const QString path = target.filePath(QStringLiteral("copy.postbag"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    base::NoProgress progress;
    QCOMPARE(desk->backUp(path, progress).error().kind, Error::Kind::Unusable);
    QCOMPARE(desk->backUp(desk.path(), progress).error().kind, Error::Kind::Unusable);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    QCOMPARE(filesOf(target).size(), 1);
}

void TestUpkeep::leavesNothingWhenCancelled()
{
    Desk desk;
    fill(desk);
    QTemporaryDir target;
    int cancelled = 0;
    for (int patience = 0; patience < 20; ++patience) {
        Impatient progress(patience);
        const auto copied = desk->backUp(target.filePath(QStringLiteral("copy.postbag")), progress);
        if (copied)
            break;
        QCOMPARE(copied.error().kind, Error::Kind::Cancelled);
        QCOMPARE(filesOf(target), QStringList());
        ++cancelled;
    }
    QVERIFY(cancelled >= 3);
    QCOMPARE(filesOf(target).size(), 1);
    Impatient progress(1);
    QCOMPARE(desk->verify(progress).error().kind, Error::Kind::Cancelled);
}

void TestUpkeep::leavesNothingWithoutAFolder()
{
    Desk desk;
    QTemporaryDir target;
    base::NoProgress progress;
    QCOMPARE(desk->backUp(target.filePath(QStringLiteral("no/copy.postbag")), progress).error().kind, Error::Kind::Io);
    QVERIFY(QFile::setPermissions(target.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto refused = desk->backUp(target.filePath(QStringLiteral("copy.postbag")), progress);
    QVERIFY(QFile::setPermissions(target.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(refused.error().kind, Error::Kind::Io);
    QCOMPARE(filesOf(target), QStringList());
}

void TestUpkeep::refusesToCopyADamagedDesk()
{
    Desk desk;
    fill(desk);
    {
        const auto connection = taken(Connection::open(desk.path(), Connection::Open::Existing));
        taken(connection->execute(QStringLiteral("UPDATE letter_counts SET total = total + 1")));
    }
    QTemporaryDir target;
    base::NoProgress progress;
    const auto copied = desk->backUp(target.filePath(QStringLiteral("copy.postbag")), progress);
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, Error::Kind::Damaged);
    QCOMPARE(filesOf(target), QStringList());
}

void TestUpkeep::copiesWhileAnotherWrites()
{
    Desk desk;
    fill(desk);
    const auto other = taken(storage::DeskFile::open(desk.path()));
    storage::Transaction transaction(*other);
    taken(other->letters().add(letter(QStringLiteral("late"))));
    QTemporaryDir target;
    const QString path = target.filePath(QStringLiteral("copy.postbag"));
    base::NoProgress progress;
    taken(desk->backUp(path, progress));
    taken(transaction.commit());
    QCOMPARE(taken(taken(storage::DeskFile::open(path))->letters().count({}, 1000)), 300);
    QCOMPARE(taken(desk->letters().count({}, 1000)), 301);
}

void TestUpkeep::findsFaults_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    QTest::newRow("a wrong count") << QStringLiteral("UPDATE letter_counts SET unread = 0") << QStringLiteral("“new”");
    QTest::newRow("a count of nothing") << QStringLiteral("INSERT INTO letter_counts VALUES ('held', 1, 0)")
                                        << QStringLiteral("“held”");
    QTest::newRow("no count") << QStringLiteral("DELETE FROM letter_counts") << QStringLiteral("“new”");
    QTest::newRow("an answer that says otherwise")
        << QStringLiteral("UPDATE answers SET letter_excerpt = 'x'") << QStringLiteral("1 answers");
    QTest::newRow("an orphan") << QStringLiteral("INSERT INTO letter_tags (letter, tag) VALUES (1, 77)")
                               << QStringLiteral("letter_tags");
    QTest::newRow("a text out of the search index")
        << QStringLiteral("INSERT INTO letters_fts (letters_fts) VALUES ('delete-all')")
        << QStringLiteral("letters_fts");
    QTest::newRow("a text of nobody in the search index")
        << QStringLiteral("INSERT INTO answers_fts (rowid, text) VALUES (9, 'ghost')") << QStringLiteral("answers_fts");
}

void TestUpkeep::findsFaults()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    desk::Article cats = article(QStringLiteral("cats"));
    cats.answers = {answer(QStringLiteral("one"), one)};
    taken(desk->articles().add(cats));
    desk.close();
    QCOMPARE(faultsOf(desk.path()), QStringList());
    {
        const auto connection = taken(Connection::open(desk.path(), Connection::Open::Existing));
        taken(connection->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
        taken(connection->execute(sql));
    }
    const QStringList faults = faultsOf(desk.path());
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().contains(named), qPrintable(faults.first()));
}

// A byte of a text that rots on the disk is no fault of any page, but no longer what the search index holds.
void TestUpkeep::findsFlippedBytes()
{
    Desk desk;
    fill(desk);
    desk.close();
    QFile file(desk.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.lastIndexOf("ponders");
    QVERIFY(at > 0);
    file.seek(at);
    file.write("pXnders");
    file.close();
    const QStringList faults = faultsOf(desk.path());
    QVERIFY(!faults.isEmpty());
    QVERIFY(faults.first().contains(QStringLiteral("letters_fts")));
}

void TestUpkeep::findsALostPage()
{
    Desk desk;
    fill(desk);
    desk.close();
    QFile file(desk.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() / 2 / 4096 * 4096);
    file.write(QByteArray(3 * 4096, '\x5a'));
    file.close();
    const QStringList faults = faultsOf(desk.path());
    QVERIFY(!faults.isEmpty());
    base::NoProgress progress;
    QTemporaryDir target;
    const auto copied =
        taken(storage::DeskFile::open(desk.path()))->backUp(target.filePath(QStringLiteral("copy.postbag")), progress);
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, Error::Kind::Damaged);
    QCOMPARE(filesOf(target), QStringList());
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
