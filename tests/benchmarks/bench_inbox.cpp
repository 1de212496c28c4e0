// Opening a desk of 100,000 letters to a painted inbox, and searches over it, beside the same with 100 letters.
#include "big_desk.h"
#include "editorial/inbox.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int rounds = 7;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

bool showsRows(const ui::MainWindow &window)
{
    const auto *list = window.findChild<ui::RowView *>(QStringLiteral("rowView"));
    return list && list->model() && list->model()->rowCount() > 0 &&
           !list->model()->index(0, 0).data(Qt::DisplayRole).toString().isEmpty();
}

// From the call that opens the desk until its first rows are painted.
double openOnce(const QString &path, const QString &settingsFile, const base::Clock &clock)
{
    editorial::Settings settings(settingsFile);
    ui::MainWindow window(settings, clock);
    window.resize(1280, 800);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    QElapsedTimer timer;
    timer.start();
    window.openDesk(path);
    while (!showsRows(window)) {
        if (timer.hasExpired(60'000))
            qFatal("the desk did not show its letters");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    window.repaint();
    const double taken = milliseconds(timer);
    QSignalSpy closed(&window, &ui::MainWindow::deskClosed);
    window.close();
    if (closed.isEmpty())
        closed.wait();
    return taken;
}

double openMedian(const QString &path, const QString &settingsFile, const base::Clock &clock)
{
    QList<double> figures;
    for (int round = 0; round < rounds; ++round)
        figures.append(openOnce(path, settingsFile, clock));
    return benchmarks::median(figures);
}

// The first page of what is found, and how many there are, counted to 1,000.
double searchMedian(editorial::Desk &desk, const QString &words)
{
    QList<double> figures;
    for (int round = 0; round < 4 * rounds; ++round) {
        editorial::LetterQuery query;
        query.search = words;
        QElapsedTimer timer;
        timer.start();
        const auto rows = editorial::letters(desk, query);
        const auto count = editorial::letterCount(desk, query, 1000);
        figures.append(rows && count ? milliseconds(timer) : -1);
    }
    return benchmarks::median(figures);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const QString settings = folder.filePath(QStringLiteral("settings.ini"));
    double opening[2] = {};
    double searches[2][2] = {};
    const int sizes[2] = {100, 100'000};
    for (int at = 0; at < 2; ++at) {
        const QString path = folder.filePath(QStringLiteral("%1.postbag").arg(sizes[at]));
        auto desk = benchmarks::deskOfLetters(path, sizes[at], clock);
        if (!desk)
            qFatal("desk: %s", qPrintable(desk.error().message));
        searches[at][0] = searchMedian(**desk, QStringLiteral("quokka"));
        searches[at][1] = searchMedian(**desk, QStringLiteral("sister money"));
        desk->reset();
        opening[at] = openMedian(path, settings, clock);
    }
    const QString ms = QStringLiteral("ms");
    benchmarks::printRow(QStringLiteral("desk of 100 letters to a painted inbox"), opening[0], ms);
    benchmarks::printRow(QStringLiteral("desk of 100,000 letters to a painted inbox"), opening[1], ms,
                         QStringLiteral("aim: the same"));
    benchmarks::printRow(QStringLiteral("search for a rare word in 100 letters"), searches[0][0], ms);
    benchmarks::printRow(QStringLiteral("search for a rare word in 100,000 letters"), searches[1][0], ms,
                         QStringLiteral("aim: the same"));
    benchmarks::printRow(QStringLiteral("search for two common words in 100 letters"), searches[0][1], ms);
    benchmarks::printRow(QStringLiteral("search for two common words in 100,000 letters"), searches[1][1], ms,
                         QStringLiteral("aim: the same"));
    return 0;
}
