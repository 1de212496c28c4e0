// A mailbox of 10,000 ordinary messages from the file to a searchable desk, and one of 100,000; what memory that takes;
// how fast a cancel answers; and, where it is installed, what notmuch needs to index the same messages as a Maildir.
#include "big_desk.h"
#include "big_mailbox.h"
#include "editorial/importing.h"
#include "editorial/inbox.h"
#include "measuring.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace {

constexpr int few = 10'000;
constexpr int many = 100'000;
constexpr int rounds = 3;
constexpr int cancels = 15;

using benchmarks::seconds;

std::unique_ptr<editorial::Desk> emptyDesk(const QString &path, const base::Clock &clock)
{
    auto desk = editorial::Desk::create(
        path, desk::newMasthead(QStringLiteral("Ask Nobody"), QStringLiteral("en-GB"), QStringLiteral("UTC")), clock);
    if (!desk)
        qFatal("desk: %s", qPrintable(desk.error().message));
    return std::move(*desk);
}

editorial::ImportReport importMailbox(editorial::Desk &desk, const QString &mailbox, base::Progress &progress)
{
    auto report = editorial::importLetters(desk, {{mailbox}, {}, false}, progress);
    if (!report)
        qFatal("import: %s", qPrintable(report.error().message));
    return std::move(*report);
}

struct Figures {
    double perSecond = 0;
    double memory = 0; // MB
};

// What a process of its own does, so that its memory is that of one import: prints the seconds and the memory.
int importAlone(const QString &desk, const QString &mailbox, int count)
{
    const base::SystemClock clock;
    base::NoProgress progress;
    const auto open = emptyDesk(desk, clock);
    QElapsedTimer timer;
    timer.start();
    const auto report = importMailbox(*open, mailbox, progress);
    const double taken = seconds(timer);
    if (report.imported != count || !report.refused.isEmpty() || report.needAttention > 0)
        qFatal("%lld letters, %lld refused", report.imported, report.refused.size());
    QTextStream(stdout) << taken << ' ' << benchmarks::peakMemory() << '\n';
    return 0;
}

Figures importInAProcess(const QString &desk, const QString &mailbox, int count)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {desk, mailbox, QString::number(count)});
    process.waitForFinished(-1);
    const QByteArrayList said = process.readAllStandardOutput().simplified().split(' ');
    if (process.exitCode() != 0 || said.size() != 2)
        qFatal("the import did not run to its end");
    return {count / said.at(0).toDouble(), said.at(1).toDouble()};
}

Figures importOften(const QTemporaryDir &folder, const QString &mailbox, int count)
{
    QList<double> speeds;
    Figures figures;
    for (int round = 0; round < (count > few ? 1 : rounds); ++round) {
        const QString desk = folder.filePath(QStringLiteral("%1-%2.postbag").arg(count).arg(round));
        const Figures once = importInAProcess(desk, mailbox, count);
        speeds.append(once.perSecond);
        figures.memory = std::max(figures.memory, once.memory);
    }
    figures.perSecond = benchmarks::median(speeds);
    return figures;
}

// The longest time from the cancel to the report, in ms.
double cancelAnswer(const QTemporaryDir &folder, const QString &mailbox)
{
    const base::SystemClock clock;
    double longest = 0;
    for (int round = 0; round < cancels; ++round) {
        const auto desk = emptyDesk(folder.filePath(QStringLiteral("cancel-%1.postbag").arg(round)), clock);
        benchmarks::Stopped progress(50 + 61 * round);
        const auto report = importMailbox(*desk, mailbox, progress);
        longest = std::max(longest, progress.answeredAfter());
        const auto kept = editorial::letterCount(*desk, {}, few);
        if (!report.cancelled || report.imported == 0 || !kept || *kept != report.imported)
            qFatal("what was read until the cancel is not on the desk");
    }
    return longest;
}

// Messages a second; 0 without the program.
double notmuch(const QTemporaryDir &folder)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("notmuch"));
    if (program.isEmpty())
        return 0;
    QList<double> speeds;
    for (int round = 0; round < rounds; ++round) {
        const QString mail = folder.filePath(QStringLiteral("maildir-%1").arg(round));
        benchmarks::writeMaildir(mail, few);
        QFile settings(folder.filePath(QStringLiteral("notmuch-settings")));
        if (!settings.open(QIODevice::WriteOnly))
            qFatal("settings");
        settings.write("[database]\npath=" + QFile::encodeName(mail) + "\n[user]\nname=Nobody\n" +
                       "primary_email=nobody@column.example\n[new]\ntags=new\n");
        settings.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTMUCH_CONFIG"), settings.fileName());
        QProcess process;
        process.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        process.start(program, {QStringLiteral("new"), QStringLiteral("--quiet")});
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            return 0;
        speeds.append(few / seconds(timer));
        QDir(mail).removeRecursively();
    }
    return benchmarks::median(speeds);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4)
        return importAlone(arguments.at(1), arguments.at(2), arguments.at(3).toInt());

    const QTemporaryDir folder;
    const QString small = folder.filePath(QStringLiteral("small.mbox"));
    const QString large = folder.filePath(QStringLiteral("large.mbox"));
    const qint64 bytes = benchmarks::writeMailbox(small, few);
    const Figures first = importOften(folder, small, few);
    const double other = notmuch(folder);
    const double cancel = cancelAnswer(folder, small);
    benchmarks::writeMailbox(large, many);
    const Figures second = importOften(folder, large, many);

    const QString speed = QStringLiteral("/s");
    const QString megabytes = QStringLiteral("MB");
    benchmarks::printRow(QStringLiteral("mailbox of 10,000 messages to a searchable desk"), first.perSecond, speed,
                         QStringLiteral("of %1 kB each; aim 5,000").arg(double(bytes) / few / 1000, 0, 'f', 1));
    benchmarks::printRow(QStringLiteral("mailbox of 100,000 messages to a searchable desk"), second.perSecond, speed);
    benchmarks::printRow(QStringLiteral("most memory while 10,000 are read"), first.memory, megabytes,
                         QStringLiteral("aim: under 150"));
    benchmarks::printRow(QStringLiteral("most memory while 100,000 are read"), second.memory, megabytes,
                         QStringLiteral("aim: the same"));
    benchmarks::printRow(QStringLiteral("a cancel answers, the longest of %1").arg(cancels), cancel,
                         QStringLiteral("ms"), QStringLiteral("aim: within 100"));
    if (other > 0)
        benchmarks::printRow(QStringLiteral("notmuch new on the same 10,000 as a Maildir"), other, speed,
                             QStringLiteral("Postbag reads %1 times as many").arg(first.perSecond / other, 0, 'f', 2));
    return 0;
}
