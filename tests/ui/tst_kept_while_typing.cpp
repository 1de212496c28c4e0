#include "writing_bench.h"

#include <QApplication>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

namespace {

constexpr int keyEveryMs = 15;
constexpr int keptAfterMs = 2000;

// What the child does: answers a letter and types numbers for ever, telling each on its standard output.
int typeForEver(QApplication &application, const QString &path)
{
    const base::SystemClock clock;
    QTemporaryDir folder;
    editorial::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    editorial::Session session(clock);
    ui::Notices notices;
    QUndoStack undo;
    ui::Actions actions;
    ui::Workplace workplace{session, settings, notices, undo, actions};
    std::unique_ptr<ui::WritingRoom> room;
    QTimer keys;
    int number = 0;
    QObject::connect(&keys, &QTimer::timeout, &application, [&] {
        QTest::keyClicks(room->findChild<ui::TextSheet *>(QStringLiteral("answerSheet")),
                         QStringLiteral("%1 ").arg(++number));
        std::printf("%d\n", number);
        std::fflush(stdout);
    });
    session.open(
        [path](const base::Clock &now) { return editorial::Desk::open(path, now); }, &application,
        [&](const base::Result<void> &opened) {
            if (!opened)
                QCoreApplication::exit(1);
            room = std::make_unique<ui::WritingRoom>(workplace);
            room->show();
            QObject::connect(room.get(), &ui::WritingRoom::articleShown, &keys, [&keys] { keys.start(keyEveryMs); });
            session.run(
                &application, [](editorial::Desk &desk) { return editorial::letterNamed(desk, QStringLiteral("1")); },
                [&room](const base::Result<desk::LetterId> &letter) { room->answerLetter(*letter); });
        });
    return QApplication::exec();
}

} // namespace

// Kills a program that is being typed into, and looks at what is left on the desk.
class KeptWhileTypingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killLosesNoMoreThanTwoSeconds_data();
    void killLosesNoMoreThanTwoSeconds();
};

void KeptWhileTypingTest::killLosesNoMoreThanTwoSeconds_data()
{
    QTest::addColumn<int>("kill");
    for (int run = 1; run <= 4; ++run)
        QTest::addRow("kill %d", run) << run;
}

void KeptWhileTypingTest::killLosesNoMoreThanTwoSeconds()
{
    OpenSession files;
    QVERIFY(files.open());
    QVERIFY(files.bringIn(1));
    files.session.reset();

    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QList<std::pair<qint64, int>> told; // when, which number
    QElapsedTimer clock;
    clock.start();
    connect(&child, &QProcess::readyReadStandardOutput, this, [&] {
        while (child.canReadLine())
            told.append({clock.elapsed(), child.readLine().trimmed().toInt()});
    });
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-into"), files.path()});
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 20000);
    QTest::qWait(keptAfterMs + QRandomGenerator::global()->bounded(300, 1800));
    const qint64 killed = clock.elapsed();
    child.kill();
    QVERIFY(child.waitForFinished());

    int safe = 0;
    for (const auto &[when, number] : std::as_const(told)) {
        if (when <= killed - keptAfterMs)
            safe = number;
    }
    QVERIFY(safe > 0);
    auto desk = editorial::Desk::open(files.path(), files.clock);
    QVERIFY2(desk.has_value(), desk ? "" : qPrintable(desk.error().message));
    const auto letter = editorial::letterNamed(**desk, QStringLiteral("1"));
    const auto article = editorial::startAnswer(**desk, *letter);
    const auto view = editorial::article(**desk, *article);
    const QStringList kept = view->article.answers.first().text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVERIFY2(kept.size() >= safe, qPrintable(QStringLiteral("kept %1 of %2").arg(kept.size()).arg(safe)));
    for (int number = 1; number <= safe; ++number)
        QCOMPARE(kept.at(number - 1), QString::number(number));
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--type-into"))
        return typeForEver(application, arguments.value(2));
    KeptWhileTypingTest test;
    return QTest::qExec(&test, arguments);
}

#include "tst_kept_while_typing.moc"
