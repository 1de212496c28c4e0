// What was committed outlives a killed process and a full disk. The program starts itself as the process that dies.
#include "invented.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <functional>

#include <sys/resource.h>

using namespace invented;
using base::Error;

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKillLosesNothingCommitted_data();
    void aKillLosesNothingCommitted();
    void aKillWhileMakingLeavesNoDesk();
    void aFullDiskLosesNothingCommitted();
    void aFileAtItsLimitLosesNothingCommitted();
};

namespace {

constexpr int batch = 10;

QString filler(int at)
{
    return QStringLiteral("Letter %1 tells of badgers. ").arg(at).repeated(60);
}

// Adds letters in batches until it is killed, and says after each batch how many are committed.
int writeForEver(const QString &path)
{
    const auto desk = taken(storage::DeskFile::open(path));
    for (int at = 0;; at += batch) {
        storage::Transaction transaction(*desk);
        for (int each = at; each < at + batch; ++each)
            taken(desk->letters().add(letter(QString::number(each), filler(each))));
        taken(transaction.commit());
        std::printf("%d\n", at + batch);
        std::fflush(stdout);
    }
}

// Saves one answer over and over, as typing does, and says after each save which text is committed.
int typeForEver(const QString &path)
{
    const auto desk = taken(storage::DeskFile::open(path));
    desk::Answer typed =
        taken(desk->articles().article(desk::ArticleId::fromName(QStringLiteral("article typed")))).answers.first();
    for (int at = 1;; ++at) {
        typed.text = QStringLiteral("Sentence %1. ").arg(at).repeated(200);
        typed.version = taken(desk->articles().saveAnswer(typed));
        std::printf("%d\n", at);
        std::fflush(stdout);
    }
}

// Adds letters until the desk file takes no more; gives 0 if that ends as it should. Run where space is short.
int writeUntilFull(const QString &folder, bool mustSayFull)
{
    const QString path = folder + QStringLiteral("/full.postbag");
    QFile ballast(folder + QStringLiteral("/ballast"));
    if (!ballast.open(QIODevice::WriteOnly) || ballast.write(QByteArray(100000, 'x')) != 100000 || !ballast.flush())
        return 10;
    auto desk = taken(storage::DeskFile::create(path));
    int added = 0;
    while (added < 100000) {
        const auto result = desk->letters().add(letter(QString::number(added), filler(added)));
        if (!result) {
            std::puts(qPrintable(result.error().message));
            if (result.error().kind != Error::Kind::Io)
                return 11;
            if (mustSayFull && !result.error().message.contains(QStringLiteral("disk is full")))
                return 12;
            break;
        }
        ++added;
    }
    if (added < 10 || added == 100000)
        return 13;
    if (taken(desk->letters().count({}, 100000)) != added)
        return 14;
    ballast.remove();
    desk.reset();
    const auto again = storage::DeskFile::open(path);
    if (!again)
        std::puts(qPrintable(again.error().message));
    if (!again || taken((*again)->letters().count({}, 100000)) != added)
        return 15;
    base::NoProgress progress;
    if (!taken((*again)->verify(progress)).isEmpty())
        return 16;
    return 0;
}

int makeForEver(const QString &folder)
{
    for (int at = 0;; ++at) {
        std::printf("%d\n", at);
        std::fflush(stdout);
        taken(storage::DeskFile::create(QStringLiteral("%1/%2.postbag").arg(folder).arg(at)));
    }
}

// The last number that the process said before it was killed.
int killed(QProcess &process, const QString &job, const QString &path, int after)
{
    process.start(QCoreApplication::applicationFilePath(), {job, path});
    int said = 0;
    QByteArray output;
    while (said < after && process.waitForReadyRead(20000)) {
        output += process.readAllStandardOutput();
        const qsizetype end = output.lastIndexOf('\n');
        if (end > 0)
            said = output.first(end).split('\n').constLast().toInt();
    }
    process.kill();
    process.waitForFinished();
    output += process.readAllStandardOutput();
    const qsizetype end = output.lastIndexOf('\n');
    return end > 0 ? output.first(end).split('\n').constLast().toInt() : 0;
}

} // namespace

void TestCrash::aKillLosesNothingCommitted_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<int>("after");
    for (const int after : {1, 30, 150, 400})
        QTest::addRow("importing %d", after) << QStringLiteral("write") << after;
    for (const int after : {1, 20})
        QTest::addRow("typing %d", after) << QStringLiteral("type") << after;
}

void TestCrash::aKillLosesNothingCommitted()
{
    QFETCH(QString, job);
    QFETCH(int, after);
    Desk desk;
    desk::Article typed = article(QStringLiteral("typed"));
    typed.answers = {answer(QStringLiteral("typed"), taken(desk->letters().add(letter(QStringLiteral("typed")))).id)};
    taken(desk->articles().add(typed));
    desk.close();

    QProcess process;
    const int said = killed(process, job, desk.path(), after);
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(said >= after);
    desk.file = taken(storage::DeskFile::open(desk.path()));
    const qint64 letters = taken(desk->letters().count({}, 1000000)) - 1;
    if (job == QLatin1String("write")) {
        QVERIFY(letters >= said);
        QCOMPARE(letters % batch, 0); // whole batches
    } else {
        const QString text = taken(desk->articles().article(typed.id)).answers.first().text;
        const int kept = text.section(QLatin1Char(' '), 1, 1).chopped(1).toInt();
        QVERIFY(kept == said || kept == said + 1);
        QCOMPARE(text, QStringLiteral("Sentence %1. ").arg(kept).repeated(200));
    }
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestCrash::aKillWhileMakingLeavesNoDesk()
{
    for (int after = 1; after <= 3; ++after) {
        QTemporaryDir folder;
        QProcess process;
        const int last = killed(process, QStringLiteral("make"), folder.path(), after);
        for (int at = 0; at <= last; ++at) {
            const QString path = QStringLiteral("%1/%2.postbag").arg(folder.path()).arg(at);
            QVERIFY(at == last || QFile::exists(path));
            if (QFile::exists(path))
                QVERIFY(storage::DeskFile::open(path).has_value());
        }
    }
}

// A small file system in memory, seen by the child process alone and gone with it.
void TestCrash::aFullDiskLosesNothingCommitted()
{
    QTemporaryDir folder;
    const QString script = QStringLiteral("mount -t tmpfs -o size=2m none \"$2\" || exit 77; exec \"$1\" fill \"$2\"");
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-r"), QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                   QStringLiteral("sh"), QCoreApplication::applicationFilePath(), folder.path()});
    if (!process.waitForStarted() || !process.waitForFinished(60000))
        QSKIP("no unshare program to make a small disk with");
    const QByteArray output = process.readAllStandardOutput() + process.readAllStandardError();
    if (process.exitCode() == 77 || output.contains("unshare:"))
        QSKIP("no right to make a small disk");
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output.constData());
}

void TestCrash::aFileAtItsLimitLosesNothingCommitted()
{
    QTemporaryDir folder;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("limit"), folder.path()});
    QVERIFY(process.waitForFinished(60000));
    const QByteArray output = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, output.constData());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString job = arguments.value(1);
    if (job == QLatin1String("write"))
        return writeForEver(arguments.value(2));
    if (job == QLatin1String("type"))
        return typeForEver(arguments.value(2));
    if (job == QLatin1String("make"))
        return makeForEver(arguments.value(2));
    if (job == QLatin1String("fill"))
        return writeUntilFull(arguments.value(2), true);
    if (job == QLatin1String("limit")) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{2'000'000, 2'000'000};
        return setrlimit(RLIMIT_FSIZE, &limit) == 0 ? writeUntilFull(arguments.value(2), false) : 20;
    }
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
