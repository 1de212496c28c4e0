// Checking on another thread: answers come back, old ones do not, and nothing waits.
#include "small_dictionary.h"
#include "spelling/background_checker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using spelling::BackgroundChecker;
using spelling::Misspelling;

class TestBackgroundChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void textsAreChecked();
    void signalsComeOnTheOwnersThread();
    void newestRequestWins();
    void everyKeyIsAnswered();
    void forgottenTextsAreNotAnswered();
    void withoutALanguageEverythingIsRight();
    void missingLanguageFails();
    void brokenDictionaryFails();
    void languageCanBeTurnedOff();
    void suggestionsAreMade();
    void addedWordsAreKept();
    void wordsThatCannotBeKeptAreAcceptedAnyway();
    void requestsDoNotWait();
    void destructionDropsWhatWaits();

private:
    void start();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BackgroundChecker> m_checker;
};

void TestBackgroundChecker::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    tests::makeEnglish(m_folder->path());
    m_checker = std::make_unique<BackgroundChecker>(
        BackgroundChecker::Places{{m_folder->path()}, m_folder->filePath(QStringLiteral("words.txt"))});
}

void TestBackgroundChecker::cleanup()
{
    m_checker.reset();
}

void TestBackgroundChecker::start()
{
    QSignalSpy ready(m_checker.get(), &BackgroundChecker::languageReady);
    m_checker->setLanguage(QStringLiteral("en"));
    QVERIFY(ready.wait());
    QCOMPARE(ready.first().first().toString(), QStringLiteral("en-GB"));
}

void TestBackgroundChecker::textsAreChecked()
{
    start();
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    m_checker->requestCheck(7, 3, QStringLiteral("the lettr"));
    QVERIFY(checked.wait());
    QCOMPARE(checked.first().at(0).toULongLong(), 7u);
    QCOMPARE(checked.first().at(1).toInt(), 3);
    QCOMPARE(checked.first().at(2).value<QVector<Misspelling>>(),
             (QVector<Misspelling>{{4, 5, QStringLiteral("lettr")}}));
}

void TestBackgroundChecker::signalsComeOnTheOwnersThread()
{
    QThread *thread = nullptr;
    connect(
        m_checker.get(), &BackgroundChecker::checked, this, [&] { thread = QThread::currentThread(); },
        Qt::DirectConnection);
    m_checker->requestCheck(1, 1, QStringLiteral("the"));
    QTRY_COMPARE(thread, QThread::currentThread());
}

void TestBackgroundChecker::newestRequestWins()
{
    start();
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    for (int revision = 1; revision <= 1000; ++revision)
        m_checker->requestCheck(1, revision, QStringLiteral("the desk ").repeated(revision % 7));
    m_checker->requestCheck(1, 2000, QStringLiteral("wrod"));
    QTRY_VERIFY(!checked.isEmpty());
    QTest::qWait(50);
    QCOMPARE(checked.size(), 1);
    QCOMPARE(checked.first().at(1).toInt(), 2000);
    QCOMPARE(checked.first().at(2).value<QVector<Misspelling>>().size(), 1);
}

void TestBackgroundChecker::everyKeyIsAnswered()
{
    start();
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    for (quint64 key = 0; key < 500; ++key)
        m_checker->requestCheck(key, 1, QStringLiteral("the lettr"));
    QTRY_COMPARE(checked.size(), 500);
    for (int at = 0; at < 500; ++at)
        QCOMPARE(checked.at(at).at(0).toULongLong(), quint64(at));
}

void TestBackgroundChecker::forgottenTextsAreNotAnswered()
{
    start();
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    m_checker->requestCheck(1, 1, QStringLiteral("the"));
    m_checker->requestCheck(2, 1, QStringLiteral("the"));
    m_checker->forgetAll();
    m_checker->requestCheck(3, 1, QStringLiteral("the"));
    m_checker->forget(3);
    m_checker->requestCheck(4, 1, QStringLiteral("the"));
    m_checker->requestCheck(3, 2, QStringLiteral("the"));
    QTRY_COMPARE(checked.size(), 2);
    QCOMPARE(QSet<quint64>({checked.at(0).at(0).toULongLong(), checked.at(1).at(0).toULongLong()}),
             QSet<quint64>({3, 4}));
    QTest::qWait(50);
    QCOMPARE(checked.size(), 2);
}

void TestBackgroundChecker::withoutALanguageEverythingIsRight()
{
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    QSignalSpy suggested(m_checker.get(), &BackgroundChecker::suggested);
    m_checker->requestCheck(1, 1, QStringLiteral("wrod"));
    QVERIFY(checked.wait());
    QVERIFY(checked.first().at(2).value<QVector<Misspelling>>().isEmpty());
    m_checker->requestSuggestions(QStringLiteral("wrod"));
    QVERIFY(suggested.wait());
    QVERIFY(suggested.first().at(1).toStringList().isEmpty());
}

void TestBackgroundChecker::missingLanguageFails()
{
    start();
    QSignalSpy failed(m_checker.get(), &BackgroundChecker::failed);
    QSignalSpy ready(m_checker.get(), &BackgroundChecker::languageReady);
    m_checker->setLanguage(QStringLiteral("fr"));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<base::Error>().kind, base::Error::Kind::NotFound);
    QVERIFY(ready.isEmpty());
}

void TestBackgroundChecker::brokenDictionaryFails()
{
    QVERIFY(tests::write(m_folder->filePath(QStringLiteral("fr.aff")), "SET UTF-8\n"));
    QVERIFY(tests::write(m_folder->filePath(QStringLiteral("fr.dic")), "not a dictionary\n"));
    QSignalSpy failed(m_checker.get(), &BackgroundChecker::failed);
    m_checker->setLanguage(QStringLiteral("fr"));
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<base::Error>().kind, base::Error::Kind::Damaged);
    start();
}

void TestBackgroundChecker::languageCanBeTurnedOff()
{
    start();
    QSignalSpy ready(m_checker.get(), &BackgroundChecker::languageReady);
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    m_checker->setLanguage(QString());
    m_checker->requestCheck(1, 1, QStringLiteral("wrod"));
    QVERIFY(checked.wait());
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready.first().first().toString(), QString());
    QVERIFY(checked.first().at(2).value<QVector<Misspelling>>().isEmpty());
}

void TestBackgroundChecker::suggestionsAreMade()
{
    start();
    QSignalSpy suggested(m_checker.get(), &BackgroundChecker::suggested);
    for (int times = 0; times < 100; ++times)
        m_checker->requestSuggestions(QStringLiteral("desl"));
    m_checker->requestSuggestions(QStringLiteral("lettr"));
    QVERIFY(suggested.wait());
    QTest::qWait(50);
    QCOMPARE(suggested.size(), 1);
    QCOMPARE(suggested.first().at(0).toString(), QStringLiteral("lettr"));
    QVERIFY(suggested.first().at(1).toStringList().contains(QStringLiteral("letter")));
}

void TestBackgroundChecker::addedWordsAreKept()
{
    start();
    QSignalSpy added(m_checker.get(), &BackgroundChecker::wordAdded);
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    m_checker->addWord(QStringLiteral("wrod"));
    m_checker->addWord(QStringLiteral("agony"));
    m_checker->requestCheck(1, 1, QStringLiteral("wrod agony agonee"));
    QVERIFY(checked.wait());
    QCOMPARE(added.size(), 2);
    QCOMPARE(checked.first().at(2).value<QVector<Misspelling>>().size(), 1);

    init();
    start();
    QSignalSpy again(m_checker.get(), &BackgroundChecker::checked);
    m_checker->requestCheck(1, 1, QStringLiteral("wrod agony"));
    QVERIFY(again.wait());
    QCOMPARE(again.first().at(2).value<QVector<Misspelling>>().size(), 2);
}

void TestBackgroundChecker::wordsThatCannotBeKeptAreAcceptedAnyway()
{
    m_checker = std::make_unique<BackgroundChecker>(
        BackgroundChecker::Places{{m_folder->path()}, m_folder->filePath(QStringLiteral("en_GB.dic/words.txt"))});
    start();
    QSignalSpy failed(m_checker.get(), &BackgroundChecker::failed);
    QSignalSpy checked(m_checker.get(), &BackgroundChecker::checked);
    m_checker->addWord(QStringLiteral("wrod"));
    m_checker->requestCheck(1, 1, QStringLiteral("wrod"));
    QVERIFY(checked.wait());
    QCOMPARE(failed.size(), 1);
    QVERIFY(checked.first().at(2).value<QVector<Misspelling>>().isEmpty());
}

void TestBackgroundChecker::requestsDoNotWait()
{
    start();
    const QString large = QStringLiteral("the desk lettr ").repeated(20'000);
    QElapsedTimer timer;
    qint64 longest = 0;
    for (int times = 0; times < 200; ++times) {
        timer.start();
        m_checker->requestCheck(quint64(times % 3), times, large);
        m_checker->requestSuggestions(QStringLiteral("lettr"));
        longest = qMax(longest, timer.elapsed());
    }
    // A request takes microseconds; the machine may be busy with something else.
    QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
}

void TestBackgroundChecker::destructionDropsWhatWaits()
{
    start();
    const QString large = QStringLiteral("the desk lettr ").repeated(20'000);
    for (quint64 key = 0; key < 1000; ++key)
        m_checker->requestCheck(key, 1, large);
    QElapsedTimer timer;
    timer.start();
    m_checker.reset();
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestBackgroundChecker)
#include "tst_background_checker.moc"
