// DeskLock: one Postbag at a time, and a lock whose holder is gone does not count.
#include "invented.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace invented;
using base::Error;
using storage::DeskLock;

class TestDeskLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAnotherProcessOut();
    void isLeftByAKilledProcess();
    void keepsThisProcessOut();
    void twoNamesAreOneDesk();
    void needsAFolder();

private:
    static void start(QProcess &holder, const QString &path);
};

// Another process that takes the lock and keeps it until it is told to end.
void TestDeskLock::start(QProcess &holder, const QString &path)
{
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("hold"), path});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readAllStandardOutput().trimmed(), QByteArray("held"));
}

void TestDeskLock::keepsAnotherProcessOut()
{
    Desk desk;
    QProcess holder;
    start(holder, desk.path());
    const auto refused = DeskLock::take(desk.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("Another Postbag")));
    QVERIFY(refused.error().message.contains(QString::number(holder.processId())));
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QVERIFY(DeskLock::take(desk.path()).has_value());
}

void TestDeskLock::isLeftByAKilledProcess()
{
    Desk desk;
    QProcess holder;
    start(holder, desk.path());
    holder.kill();
    QVERIFY(holder.waitForFinished());
    QVERIFY(QFile::exists(desk.path() + QStringLiteral(".lock")));
    auto lock = DeskLock::take(desk.path());
    QVERIFY(lock.has_value());
    *lock = nullptr;
    QVERIFY(!QFile::exists(desk.path() + QStringLiteral(".lock")));
}

void TestDeskLock::keepsThisProcessOut()
{
    Desk desk;
    auto first = taken(DeskLock::take(desk.path()));
    QCOMPARE(DeskLock::take(desk.path()).error().kind, Error::Kind::Refused);
    first.reset();
    QVERIFY(DeskLock::take(desk.path()).has_value());
}

void TestDeskLock::twoNamesAreOneDesk()
{
    Desk desk;
    const QString other = desk.folder.filePath(QStringLiteral("other.postbag"));
    QVERIFY(QFile::link(desk.path(), other));
    const auto first = taken(DeskLock::take(desk.path()));
    QCOMPARE(DeskLock::take(other).error().kind, Error::Kind::Refused);
}

void TestDeskLock::needsAFolder()
{
    QTemporaryDir folder;
    QCOMPARE(DeskLock::take(folder.filePath(QStringLiteral("no/such.postbag"))).error().kind, Error::Kind::NotFound);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto refused = DeskLock::take(folder.filePath(QStringLiteral("a.postbag")));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("read-only")));
    // A desk that is still to be made can be locked.
    QVERIFY(DeskLock::take(folder.filePath(QStringLiteral("new.postbag"))).has_value());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("hold")) {
        const auto lock = DeskLock::take(arguments.value(2));
        std::puts(lock ? "held" : "refused");
        std::fflush(stdout);
        std::getchar();
        return 0;
    }
    TestDeskLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desk_lock.moc"
