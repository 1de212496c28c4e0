// A key press in answers of 10,000 and of 100,000 words until it is painted, with spelling and preview on, in the real
// window.
#include "big_desk.h"
#include "desk/article.h"
#include "editorial/writing.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/text_sheet.h"
#include "ui/writing_room.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int presses = 1000;

void fillAnswer(editorial::Desk &desk, const desk::ArticleId &id, int words)
{
    const auto view = editorial::article(desk, id);
    desk::Answer answer = view->article.answers.first();
    answer.text = benchmarks::text(words, 5);
    if (!editorial::saveAnswer(desk, id, answer))
        qFatal("answer");
}

void measure(int words, const QString &aim)
{
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const QString path = folder.filePath(QStringLiteral("writing.postbag"));
    auto desk = benchmarks::deskOfArticles(path, 1, clock);
    const auto id = editorial::articleNamed(**desk, QStringLiteral("question-0"));
    fillAnswer(**desk, *id, words);
    desk->reset();

    editorial::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setValue(editorial::Setting::JournalFolder, folder.filePath(QStringLiteral("journal")));
    settings.setValue(editorial::Setting::PersonalWords, folder.filePath(QStringLiteral("words.txt")));
    ui::MainWindow window(settings, clock);
    window.resize(1280, 800);
    window.show();
    QSignalSpy opened(&window, &ui::MainWindow::deskOpened);
    window.openDesk(path);
    if (opened.isEmpty() && !opened.wait(20'000))
        qFatal("the desk did not open");
    auto *room = window.findChild<ui::WritingRoom *>();
    window.workbench()->go(ui::ArticlesPlace{{}, false, {}, {}});
    auto *list = window.findChild<ui::RowView *>();
    if (!QTest::qWaitFor([list] { return list->model()->rowCount() > 0 && list->step(1); }, 20'000) ||
        !QTest::qWaitFor([&window] { return window.actions().isAvailable(ui::Need::Article); }, 20'000))
        qFatal("the article was not shown");
    window.actions().action(ui::ActionId::PreviewRight)->trigger();
    auto *sheet = room->findChild<ui::TextSheet *>(QStringLiteral("answerSheet"));
    QTest::qWait(2000);
    sheet->setFocus();
    QTextCursor caret = sheet->textCursor();
    caret.setPosition(sheet->document()->characterCount() / 2);
    sheet->setTextCursor(caret);
    QTest::qWait(500);

    const int before = sheet->document()->characterCount();
    QList<double> figures;
    const QString typed = QStringLiteral("and then she said that it was hers ");
    for (int press = 0; press < presses; ++press) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(sheet, typed.at(press % typed.size()).toLatin1());
        sheet->viewport()->repaint();
        figures.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(5);
    }
    if (sheet->document()->characterCount() != before + presses)
        qFatal("the keys did not reach the answer, so nothing was measured");
    const QString ms = QStringLiteral("ms");
    benchmarks::printRow(QStringLiteral("key press in an answer of %1 words, painted, median")
                             .arg(QLocale(QLocale::English).toString(words)),
                         benchmarks::median(figures), ms);
    benchmarks::printRow(QStringLiteral("the same, 99th percentile"), benchmarks::percentile99(figures), ms, aim);
    QSignalSpy closed(&window, &ui::MainWindow::deskClosed);
    window.close();
    if (closed.isEmpty())
        closed.wait();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    measure(10'000, QStringLiteral("aim: under 8"));
    measure(100'000, QStringLiteral("aim: under 16"));
    return 0;
}
