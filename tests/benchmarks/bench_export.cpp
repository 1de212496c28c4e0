// A full export of 10,000 articles, one more after a single edit, and one with nothing to do, beside a bare loop that
// renders the same Markdown with cmark and writes as many files.
#include "big_desk.h"
#include "editorial/publishing.h"
#include "editorial/writing.h"

#include <cmark.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

namespace {

constexpr int articleCount = 10'000;
constexpr int rounds = 3;

double seconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

// Renders the texts of all articles and writes one file for each.
double bareLoop(const QString &folder, const QList<QByteArray> &texts)
{
    QDir().mkpath(folder);
    QElapsedTimer timer;
    timer.start();
    for (qsizetype number = 0; number < texts.size(); ++number) {
        const QByteArray &text = texts.at(number);
        char *html = cmark_markdown_to_html(text.constData(), static_cast<size_t>(text.size()), CMARK_OPT_SMART);
        QFile file(folder + QLatin1Char('/') + QString::number(number) + QLatin1String(".html"));
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write(html);
        cmark_get_default_mem_allocator()->free(html);
    }
    return seconds(timer);
}

double exportOnce(editorial::Desk &desk, const QString &site)
{
    base::NoProgress progress;
    QElapsedTimer timer;
    timer.start();
    const auto report = editorial::exportSite(desk, {site, {}, {}, false}, progress);
    if (!report)
        qFatal("export: %s", qPrintable(report.error().message));
    return seconds(timer);
}

void editOne(editorial::Desk &desk, int round)
{
    const auto id = editorial::articleNamed(desk, QStringLiteral("question-5000"));
    const auto view = editorial::article(desk, *id);
    auto answer = view->article.answers.first();
    answer.text += QStringLiteral("\n\nOne more sentence, the %1.").arg(round);
    if (!editorial::saveAnswer(desk, *id, answer))
        qFatal("edit");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const base::SystemClock clock;
    auto desk = benchmarks::deskOfArticles(folder.filePath(QStringLiteral("big.postbag")), articleCount, clock);
    if (!desk)
        qFatal("desk: %s", qPrintable(desk.error().message));
    QList<QByteArray> texts;
    for (int number = 0; number < articleCount; ++number)
        texts.append(benchmarks::text(300, static_cast<quint32>(number)).toUtf8() + "\n\n" +
                     benchmarks::text(500, static_cast<quint32>(number) + 99).toUtf8());

    QList<double> bare;
    QList<double> full;
    QList<double> again;
    QList<double> idle;
    for (int round = 0; round < rounds; ++round) {
        const QString name = QString::number(round);
        bare.append(bareLoop(folder.filePath(QLatin1String("bare") + name), texts));
        const QString site = folder.filePath(QLatin1String("site") + name);
        full.append(exportOnce(**desk, site));
        editOne(**desk, round);
        again.append(exportOnce(**desk, site));
        idle.append(exportOnce(**desk, site));
    }
    const double one = benchmarks::median(bare);
    const double whole = benchmarks::median(full);
    benchmarks::printRow(QStringLiteral("bare loop of cmark and write(), 10,000 files"), one, QStringLiteral("s"));
    benchmarks::printRow(QStringLiteral("full export of 10,000 articles"), whole, QStringLiteral("s"),
                         QStringLiteral("%1 times the bare loop; aim 4").arg(whole / one, 0, 'f', 1));
    benchmarks::printRow(
        QStringLiteral("export after one edit"), benchmarks::median(again), QStringLiteral("s"),
        QStringLiteral("1/%1 of the full one; aim 1/10").arg(whole / benchmarks::median(again), 0, 'f', 0));
    benchmarks::printRow(QStringLiteral("export with nothing to do"), benchmarks::median(idle), QStringLiteral("s"));
    return 0;
}
