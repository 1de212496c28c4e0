// An export of WordPress of 10,000 posts from the file to articles that can be searched; what memory that takes; how
// fast a cancel answers; and how long the look beforehand takes.
#include "big_archive.h"
#include "big_desk.h"
#include "editorial/post_survey.h"
#include "editorial/writing.h"
#include "measuring.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

namespace {

constexpr int posts = 10'000;
constexpr int rounds = 3;
constexpr int cancels = 15;

std::unique_ptr<editorial::Desk> emptyDesk(const QString &path, const base::Clock &clock)
{
    auto desk = editorial::Desk::create(
        path, desk::newMasthead(QStringLiteral("Ask Ivy"), QStringLiteral("en-GB"), QStringLiteral("UTC")), clock);
    if (!desk)
        qFatal("desk: %s", qPrintable(desk.error().message));
    return std::move(*desk);
}

editorial::PostImportRequest requestFor(const QString &archive)
{
    using Part = desk::ColumnLabel::Part;
    editorial::PostImportRequest request;
    request.wish.files = {archive};
    request.labels = {{Part::Letter, desk::foldedLabel(QStringLiteral("DEAR IVY:"))},
                      {Part::Answer, desk::foldedLabel(QStringLiteral("IVY ANSWERS:"))}};
    return request;
}

// What a process of its own does, so that its memory is that of one import: prints the seconds and the memory.
int importAlone(const QString &path, const QString &archive)
{
    const base::SystemClock clock;
    base::NoProgress progress;
    const auto desk = emptyDesk(path, clock);
    QElapsedTimer timer;
    timer.start();
    const auto report = editorial::importPosts(*desk, requestFor(archive), progress);
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (!report || report->imported != posts || !report->doubts.isEmpty())
        qFatal("the archive did not come in whole");
    editorial::ArticleQuery query;
    query.search = QStringLiteral("quokka");
    const auto found = editorial::articleCount(*desk, query, posts);
    if (!found || *found == 0)
        qFatal("nothing can be found");
    QTextStream(stdout) << taken << ' ' << benchmarks::peakMemory() << '\n';
    return 0;
}

double surveySeconds(editorial::Desk &desk, const QString &archive)
{
    base::NoProgress progress;
    QElapsedTimer timer;
    timer.start();
    editorial::PostImportRequest request = requestFor(archive);
    request.labels.clear();
    const auto survey = editorial::surveyPosts(desk, request, progress);
    if (!survey || survey->parted != posts)
        qFatal("the labels were not found");
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

// The longest of many, in milliseconds.
double cancelAnswer(const QTemporaryDir &folder, const QString &archive)
{
    const base::SystemClock clock;
    double longest = 0;
    for (int round = 0; round < cancels; ++round) {
        const auto desk = emptyDesk(folder.filePath(QStringLiteral("cancel-%1.postbag").arg(round)), clock);
        benchmarks::Stopped progress(100 + 150 * round);
        const auto report = editorial::importPosts(*desk, requestFor(archive), progress);
        longest = std::max(longest, progress.answeredAfter());
        if (report && !report->cancelled)
            qFatal("the cancel came too late");
    }
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3)
        return importAlone(arguments.at(1), arguments.at(2));

    const QTemporaryDir folder;
    const QString archive = folder.filePath(QStringLiteral("archive.xml"));
    const qint64 bytes = benchmarks::writeArchive(archive, posts);
    QList<double> times;
    double memory = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {folder.filePath(QStringLiteral("%1.postbag").arg(round)), archive});
        process.waitForFinished(-1);
        const QByteArrayList said = process.readAllStandardOutput().simplified().split(' ');
        if (process.exitCode() != 0 || said.size() != 2)
            qFatal("the import did not run to its end");
        times.append(said.at(0).toDouble());
        memory = std::max(memory, said.at(1).toDouble());
    }
    const base::SystemClock clock;
    const auto desk = emptyDesk(folder.filePath(QStringLiteral("survey.postbag")), clock);
    benchmarks::printRow(QStringLiteral("archive of 10,000 posts to articles that can be searched"),
                         benchmarks::median(times), QStringLiteral("s"),
                         QStringLiteral("%1 MB; aim: under 10").arg(double(bytes) / 1e6, 0, 'f', 0));
    benchmarks::printRow(QStringLiteral("most memory while it comes in"), memory, QStringLiteral("MB"),
                         QStringLiteral("aim: under 200"));
    benchmarks::printRow(QStringLiteral("look beforehand: labels, splits, tags"), surveySeconds(*desk, archive),
                         QStringLiteral("s"));
    benchmarks::printRow(QStringLiteral("a cancel answers, the longest of %1").arg(cancels),
                         cancelAnswer(folder, archive), QStringLiteral("ms"), QStringLiteral("aim: within 100"));
    return 0;
}
