#include "ui/journal.h"
#include "writing_bench.h"

#include <QApplication>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

namespace {

constexpr int keyEveryMs = 15;
constexpr int keptAfterMs = 1000;
constexpr int together = 5; // programs that are typed into and killed at a time

QString journalBeside(const QString &path)
{
    return path + QStringLiteral(".typed"); // "-journal" is SQLite’s
}

// Somebody else changes the answer, so that no save of it is taken from then on.
void answerElsewhere(editorial::Session &session, const desk::ArticleId &id, QObject *context)
{
    session.run(
        context,
        [id](editorial::Desk &desk) {
            desk::Answer answer = editorial::article(desk, id)->article.answers.first();
            answer.text = QStringLiteral("Theirs.");
            return editorial::saveAnswer(desk, id, answer);
        },
        [](const base::Result<qint64> &) {});
}

// What the child does: answers a letter and types numbers for ever, telling each on its standard output.
int typeForEver(QApplication &application, const QString &path, bool isRefused)
{
    const base::SystemClock clock;
    QTemporaryDir folder;
    editorial::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setValue(editorial::Setting::JournalFolder, journalBeside(path));
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
    session.open([path](const base::Clock &now) { return editorial::Desk::open(path, now); }, &application,
                 [&](const base::Result<void> &opened) {
                     if (!opened)
                         QCoreApplication::exit(1);
                     room = std::make_unique<ui::WritingRoom>(workplace);
                     room->show();
                     QObject::connect(room.get(), &ui::WritingRoom::articleShown, &keys,
                                      [&, isRefused](const desk::ArticleId &id) {
                                          if (isRefused)
                                              answerElsewhere(session, id, &application);
                                          keys.start(keyEveryMs);
                                      });
                     session.run(
                         &application,
                         [](editorial::Desk &desk) { return editorial::letterNamed(desk, QStringLiteral("1")); },
                         [&room](const base::Result<desk::LetterId> &letter) { room->answerLetter(*letter); });
                 });
    return QApplication::exec();
}

// A program that is typed into, with what it told.
struct Child {
    QString path; // of its desk
    QElapsedTimer clock{};
    QList<std::pair<qint64, int>> told{}; // when, which number
    std::unique_ptr<QProcess> process = std::make_unique<QProcess>();

    void start(bool isRefused)
    {
        clock.start();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(process.get(), &QProcess::readyReadStandardOutput, process.get(), [this] {
            while (process->canReadLine())
                told.append({clock.elapsed(), process->readLine().trimmed().toInt()});
        });
        process->start(QCoreApplication::applicationFilePath(),
                       {isRefused ? QStringLiteral("--type-refused") : QStringLiteral("--type-into"), path});
    }

    // The last number that was told that long before `moment`; 0: none.
    [[nodiscard]] int toldBefore(qint64 moment) const
    {
        int last = 0;
        for (const auto &[when, number] : told) {
            if (when <= moment)
                last = number;
        }
        return last;
    }
};

// What whoever opens the desk again finds in the answer: from the journal, if it has something, else from the desk.
QStringList found(const QString &path)
{
    const QVector<ui::JournalEntry> left = ui::Journal(journalBeside(path), path).entries();
    QString text;
    if (!left.isEmpty()) {
        text = left.first().typed.value(QLatin1String("mine")).toObject().value(QLatin1String("text")).toString();
    } else {
        const base::SystemClock clock;
        auto desk = editorial::Desk::open(path, clock);
        if (!desk) {
            qWarning("%s", qPrintable(desk.error().message));
            return {};
        }
        const auto letter = editorial::letterNamed(**desk, QStringLiteral("1"));
        const auto article = editorial::startAnswer(**desk, *letter);
        text = editorial::article(**desk, *article)->article.answers.first().text;
    }
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

// Kills programs that are being typed into at random moments, a hundred in all, and looks at what is left: on desks
// that take what is typed, and on desks that refuse it.
class KeptWhileTypingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killLosesNoMoreThanASecond_data();
    void killLosesNoMoreThanASecond();
};

void KeptWhileTypingTest::killLosesNoMoreThanASecond_data()
{
    QTest::addColumn<bool>("isRefused");
    for (int round = 1; round <= 10; ++round) {
        QTest::addRow("kept %d", round) << false;
        QTest::addRow("refused %d", round) << true;
    }
}

void KeptWhileTypingTest::killLosesNoMoreThanASecond()
{
    QFETCH(bool, isRefused);
    OpenSession files;
    QVERIFY(files.open());
    QVERIFY(files.bringIn(1));
    files.session.reset();

    std::vector<Child> children;
    for (int number = 0; number < together; ++number) {
        children.push_back({files.folder.filePath(QStringLiteral("desk %1.postbag").arg(number))});
        QVERIFY(QFile::copy(files.path(), children.back().path));
    }
    for (Child &child : children)
        child.start(isRefused);
    for (const Child &child : children)
        QTRY_VERIFY_WITH_TIMEOUT(!child.told.isEmpty(), 30000);
    QTest::qWait(keptAfterMs);
    for (const Child &child : children) {
        QTest::qWait(QRandomGenerator::global()->bounded(50, 400));
        const qint64 killed = child.clock.elapsed();
        child.process->kill();
        QVERIFY(child.process->waitForFinished());
        const int safe = child.toldBefore(killed - keptAfterMs);
        QVERIFY(safe > 0);
        const QStringList kept = found(child.path);
        QVERIFY2(kept.size() >= safe, qPrintable(QStringLiteral("kept %1 of %2").arg(kept.size()).arg(safe)));
        for (int number = 1; number <= safe; ++number)
            QCOMPARE(kept.at(number - 1), QString::number(number));
    }
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool isRefused = arguments.value(1) == QLatin1String("--type-refused");
    if (isRefused || arguments.value(1) == QLatin1String("--type-into"))
        return typeForEver(application, arguments.value(2), isRefused);
    KeptWhileTypingTest test;
    return QTest::qExec(&test, arguments);
}

#include "tst_kept_while_typing.moc"
