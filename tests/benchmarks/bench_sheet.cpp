// A sheet of 20,000 rows of about 250 words: read alone, beside a bare walk over its lines, and brought in whole; and
// what memory the reader needs for ten times as many.
#include "big_desk.h"
#include "editorial/importing.h"
#include "intake/sheet.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace {

constexpr int rowCount = 20'000;
constexpr int rounds = 3;

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void writeSheet(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the sheet cannot be written");
    file.write("Submitted,Subject,Your question,Name,E-mail,May we print it?\r\n");
    for (int n = 0; n < rows; ++n) {
        const QByteArray number = QByteArray::number(n);
        QByteArray text = benchmarks::text(250, static_cast<quint32>(n)).toUtf8();
        file.write("3/14/2026 9:26,\"Number " + number + ", so far\",\"" + text.replace('"', "\"\"") + "\",Reader " +
                   number + ",reader" + number + "@mail.example,Yes\r\n");
    }
}

double walkLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sheet cannot be read");
    QElapsedTimer timer;
    timer.start();
    qint64 characters = 0;
    while (!file.atEnd())
        characters += QString::fromUtf8(file.readLine()).size();
    return characters > 0 ? seconds(timer) : -1;
}

double readRows(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    intake::SheetReader reader;
    if (!reader.open(path))
        qFatal("the sheet cannot be read");
    int rows = 0;
    while (const auto row = reader.next())
        rows += row->cells.size() == 6 ? 1 : 0;
    return rows > 0 ? seconds(timer) : -1;
}

double bringIn(const QString &path, const QString &deskPath, const base::Clock &clock)
{
    auto desk = editorial::Desk::create(
        deskPath, desk::newMasthead(QStringLiteral("Sheet"), QStringLiteral("en-US"), QStringLiteral("UTC")), clock);
    if (!desk)
        qFatal("desk: %s", qPrintable(desk.error().message));
    base::NoProgress progress;
    QElapsedTimer timer;
    timer.start();
    const auto report = editorial::importLetters(**desk, {{path}, {}, false}, progress);
    if (!report || report->imported != rowCount)
        qFatal("not all rows became letters");
    return seconds(timer);
}

// The most memory that the program has had, in MB; 0 where it cannot be told.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return at < 0 ? 0 : all.mid(at + 6).trimmed().split(' ').first().toDouble() / 1024;
}

template <typename Run>
double rate(int rows, Run run)
{
    QList<double> figures;
    for (int round = 0; round < rounds; ++round)
        figures.append(rows / run(round));
    return benchmarks::median(figures);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const QString sheet = folder.filePath(QStringLiteral("sheet.csv"));
    const QString large = folder.filePath(QStringLiteral("large.csv"));
    writeSheet(sheet, rowCount);
    writeSheet(large, 10 * rowCount);
    const QString perSecond = QStringLiteral("rows/s");
    const double walk = rate(rowCount, [&](int) { return walkLines(sheet); });
    const double read = rate(rowCount, [&](int) { return readRows(sheet); });
    const double memory = peakMemory();
    const double readLarge = rate(10 * rowCount, [&](int) { return readRows(large); });
    const double memoryLarge = peakMemory();
    const double import = rate(rowCount, [&](int round) {
        return bringIn(sheet, folder.filePath(QStringLiteral("%1.postbag").arg(round)), clock);
    });
    benchmarks::printRow(QStringLiteral("sheet of 20,000 rows, its lines decoded alone"), walk, perSecond);
    benchmarks::printRow(QStringLiteral("sheet of 20,000 rows, read"), read, perSecond);
    benchmarks::printRow(QStringLiteral("sheet of 200,000 rows, read"), readLarge, perSecond,
                         QStringLiteral("aim: the same"));
    benchmarks::printRow(QStringLiteral("memory after 20,000 rows"), memory, QStringLiteral("MB"));
    benchmarks::printRow(QStringLiteral("memory after 200,000 rows"), memoryLarge, QStringLiteral("MB"),
                         QStringLiteral("aim: the same"));
    benchmarks::printRow(QStringLiteral("sheet of 20,000 rows to letters on the desk"), import, perSecond);
    return 0;
}
