// Fetching from a real server: what is new, breaks, other numbers, certificates, and what stays as it was.
#include "desk_fixture.h"

#include "editorial/fetching.h"
#include "editorial/mail_accounts.h"
#include "mail/cutting_proxy.h"
#include "mail/dovecot.h"

#include <QDirIterator>
#include <QElapsedTimer>

using base::Error;

namespace {

QByteArrayList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text.toUtf8());
}

class Watch final : public base::Progress
{
public:
    void report(qint64 done, qint64 total, const QString &step) override
    {
        steps.append(QStringLiteral("%1 %2 %3").arg(done).arg(total).arg(step));
        if (done >= m_cancelAt && !m_since.isValid())
            m_since.start();
    }
    [[nodiscard]] bool isCancelled() const override { return m_since.isValid(); }
    void cancelAt(qint64 done) { m_cancelAt = done; }
    [[nodiscard]] qint64 sinceCancel() const { return m_since.elapsed(); }

    QStringList steps;

private:
    qint64 m_cancelAt = std::numeric_limits<qint64>::max();
    QElapsedTimer m_since;
};

QByteArray message(int number, qsizetype bytes = 0)
{
    return "From: Reader " + QByteArray::number(number) + " <reader" + QByteArray::number(number) +
           "@mail.example>\r\nSubject: Question " + QByteArray::number(number) + "\r\nMessage-ID: <" +
           QByteArray::number(number) + "@mail.example>\r\n\r\nWhy is number " + QByteArray::number(number) +
           " so odd?\r\n" + QByteArray("A line of forty characters, more or less\r\n").repeated(bytes / 42);
}

} // namespace

class TestFetching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesAllAndThenOnlyWhatIsNew();
    void leavesTheServerAsItWas();
    void aCutInTheMiddleIsContinued();
    void anotherUidValidityReadsAllAgain();
    void aCertificateThatIsNoneIsRefused_data();
    void aCertificateThatIsNoneIsRefused();
    void aWrongPasswordIsTold();
    void aMissingFolderIsTold();
    void marksAsRead();
    void movesToAFolder();
    void movingToAMissingFolderIsToldAndTriedAgain();
    void cancelKeepsWhatIsThere();
    void whatCannotBeReadDoesNotStopTheRest();
    void manyLetters();
    void triesTheConnection();
    void thePasswordIsNowhere();

private:
    // The server runs from here on.
    void start(Dovecot::Certificate certificate = Dovecot::Certificate::Good)
    {
        QVERIFY(m_server->start(certificate));
        m_account.port = m_server->tlsPort();
        keep();
    }
    void keep()
    {
        const auto kept = editorial::editMailAccounts(*m_fixture->desk, {{m_account}, {}});
        QVERIFY2(kept.has_value(), qPrintable(errorText(kept)));
        m_account = kept->first();
    }
    base::Result<editorial::FetchReport> fetch(base::Progress &progress, const QString &password = Dovecot::password())
    {
        return editorial::fetchMail(*m_fixture->desk, m_account, password, progress, {m_server->authority()});
    }
    base::Result<editorial::FetchReport> fetch()
    {
        base::NoProgress progress;
        return fetch(progress);
    }
    qint64 letters()
    {
        const auto count = editorial::letterCount(*m_fixture->desk, {}, 100'000);
        return count.value_or(-1);
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<Dovecot> m_server;
    desk::MailAccount m_account;
};

void TestFetching::init()
{
    if (!Dovecot::missing().isEmpty())
        QSKIP(qPrintable(Dovecot::missing()));
    m_fixture = std::make_unique<DeskFixture>();
    m_server = std::make_unique<Dovecot>();
    m_account = {};
    m_account.name = QStringLiteral("Column");
    m_account.host = QStringLiteral("localhost");
    m_account.user = Dovecot::user();
}

void TestFetching::cleanup()
{
    if (QTest::currentTestFailed() && m_server)
        qInfo("%s", m_server->log().constData());
    m_server.reset();
    m_fixture.reset();
}

void TestFetching::takesAllAndThenOnlyWhatIsNew()
{
    for (int number = 1; number <= 12; ++number)
        m_server->deliver(message(number));
    start();
    Watch watch;
    TAKE(first, fetch(watch));
    QVERIFY2(!first.broken, qPrintable(first.broken.value_or(Error{}).message));
    QCOMPARE(first.letters.imported, 12);
    QCOMPARE(watch.steps.last(), QStringLiteral("12 12 12 of 12 letters from Column"));
    TAKE(view, editorial::letter(*m_fixture->desk, first.letters.letters.first()));
    QCOMPARE(view.letter.subject, QStringLiteral("Question 1"));
    QVERIFY(m_fixture->desk->takeChanges().testFlag(editorial::Area::Letters));

    TAKE(second, fetch());
    QCOMPARE(second.letters.imported + second.letters.already, 0);
    m_server->deliver(message(13));
    Watch third;
    TAKE(again, fetch(third));
    QCOMPARE(again.letters.imported, 1);
    QCOMPARE(again.letters.already, 0);
    QVERIFY(third.steps.contains(QStringLiteral("0 1 0 of 1 letters from Column")));
    QCOMPARE(letters(), 13);
}

void TestFetching::leavesTheServerAsItWas()
{
    m_server->deliver(message(1));
    m_server->deliver(message(2), QStringLiteral("Other"));
    start();
    const auto before = m_server->messages();
    QCOMPARE(before.size(), 2);
    TAKE(report, fetch());
    QCOMPARE(report.letters.imported, 1);
    QCOMPARE(m_server->messages(), before); // not even out of "new"
    QVERIFY(m_server->log().contains("Login: user=<juniper>"));
}

void TestFetching::aCutInTheMiddleIsContinued()
{
    m_server->deliver(message(1));
    m_server->deliver(message(2));
    m_server->deliver(message(3, 2'000'000));
    m_server->deliver(message(4));
    start();
    CuttingProxy proxy(m_server->tlsPort());
    m_account.port = proxy.port();
    keep();
    proxy.cutAfter(1'000'000);
    TAKE(report, fetch());
    QVERIFY(report.broken.has_value());
    QCOMPARE(report.broken->kind, Error::Kind::Io);
    QVERIFY(!report.passwordRefused && !report.letters.cancelled);
    QCOMPARE(report.letters.imported, 2);
    QCOMPARE(letters(), 2);
    proxy.cutAfter(-1);
    TAKE(rest, fetch());
    QVERIFY2(!rest.broken, qPrintable(rest.broken.value_or(Error{}).message));
    QCOMPARE(rest.letters.imported, 2);
    QCOMPARE(rest.letters.already, 0);
    QCOMPARE(letters(), 4);
}

void TestFetching::anotherUidValidityReadsAllAgain()
{
    for (int number = 1; number <= 5; ++number)
        m_server->deliver(message(number));
    start();
    TAKE(report, fetch());
    QCOMPARE(report.letters.imported, 5);
    m_server->stop();
    QVERIFY(m_server->changeUidValidity());
    m_server->deliver(message(6));
    start();
    TAKE(again, fetch());
    QVERIFY2(!again.broken, qPrintable(again.broken.value_or(Error{}).message));
    QCOMPARE(again.letters.imported, 1);
    QCOMPARE(again.letters.already, 5);
    QCOMPARE(letters(), 6);
    TAKE(third, fetch());
    QCOMPARE(third.letters.already, 0);
}

void TestFetching::aCertificateThatIsNoneIsRefused_data()
{
    QTest::addColumn<int>("certificate");
    QTest::addColumn<QString>("why");
    QTest::newRow("self-signed") << static_cast<int>(Dovecot::Certificate::SelfSigned)
                                 << QStringLiteral("signed by nobody but itself");
    QTest::newRow("another host") << static_cast<int>(Dovecot::Certificate::OtherHost)
                                  << QStringLiteral("not to localhost");
}

void TestFetching::aCertificateThatIsNoneIsRefused()
{
    QFETCH(int, certificate);
    QFETCH(QString, why);
    m_server->deliver(message(1));
    start(static_cast<Dovecot::Certificate>(certificate));
    TAKE(report, fetch());
    QVERIFY(report.broken.has_value());
    QCOMPARE(report.broken->kind, Error::Kind::Refused);
    QVERIFY2(report.broken->message.contains(why), qPrintable(report.broken->message));
    QVERIFY(!report.passwordRefused);
    QCOMPARE(letters(), 0);
    QVERIFY(!m_server->log().contains("user=<juniper>"));
}

void TestFetching::aWrongPasswordIsTold()
{
    start();
    base::NoProgress progress;
    TAKE(report, fetch(progress, QStringLiteral("wrong")));
    QVERIFY(report.passwordRefused);
    QVERIFY2(report.broken->message.contains(QStringLiteral("password")), qPrintable(report.broken->message));
}

void TestFetching::aMissingFolderIsTold()
{
    m_account.folder = QStringLiteral("Leters");
    m_server->deliver(message(1), QStringLiteral("Letters"));
    start();
    TAKE(report, fetch());
    QCOMPARE(report.broken->kind, Error::Kind::NotFound);
    QVERIFY2(report.broken->message.contains(QStringLiteral("Letters")), qPrintable(report.broken->message));
}

void TestFetching::marksAsRead()
{
    m_account.afterwards = desk::MailAfterwards::MarkRead;
    const QString name = m_server->deliver(message(1));
    start();
    TAKE(report, fetch());
    QCOMPARE(report.marked, 1);
    QCOMPARE(m_server->messages().keys(), QStringList{QStringLiteral("cur/%1:2,S").arg(name)});
}

void TestFetching::movesToAFolder()
{
    m_account.afterwards = desk::MailAfterwards::Move;
    m_account.moveTo = QStringLiteral("On the desk");
    m_server->deliver(message(9), m_account.moveTo);
    for (int number = 1; number <= 3; ++number)
        m_server->deliver(message(number));
    start();
    TAKE(report, fetch());
    QVERIFY2(report.troubles.isEmpty(), qPrintable(report.troubles.join(u'\n')));
    QCOMPARE(report.marked, 3);
    QCOMPARE(m_server->count(), 0);
    QCOMPARE(m_server->count(m_account.moveTo), 4);
}

void TestFetching::movingToAMissingFolderIsToldAndTriedAgain()
{
    m_account.afterwards = desk::MailAfterwards::Move;
    m_account.moveTo = QStringLiteral("Later");
    m_server->deliver(message(1));
    start();
    TAKE(report, fetch());
    QVERIFY(!report.broken);
    QCOMPARE(report.letters.imported, 1);
    QCOMPARE(report.troubles.size(), 1);
    QVERIFY2(report.troubles.first().contains(QStringLiteral("“Later”")), qPrintable(report.troubles.first()));
    QCOMPARE(m_server->count(), 1);
    m_server->deliver(message(2), m_account.moveTo);
    TAKE(again, fetch());
    QCOMPARE(again.marked, 1);
    QCOMPARE(again.letters.imported, 0);
    QCOMPARE(m_server->count(), 0);
    QCOMPARE(m_server->count(m_account.moveTo), 2);
}

// The quickest of three: on a busy machine an answer may be late for want of a processor.
void TestFetching::cancelKeepsWhatIsThere()
{
    for (int number = 1; number <= 200; ++number)
        m_server->deliver(message(number, 20'000));
    start();
    qint64 quickest = std::numeric_limits<qint64>::max();
    qint64 sum = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
        Watch watch;
        watch.cancelAt(40);
        TAKE(report, fetch(watch));
        quickest = std::min(quickest, watch.sinceCancel());
        QVERIFY(report.letters.cancelled && !report.broken);
        QCOMPARE(report.letters.already, 0);
        QCOMPARE(report.letters.imported, 40);
        sum += report.letters.imported;
        QCOMPARE(letters(), sum);
    }
    QVERIFY2(quickest < 100, qPrintable(QString::number(quickest)));
    TAKE(rest, fetch());
    QCOMPARE(rest.letters.already, 0);
    QCOMPARE(letters(), 200);
}

void TestFetching::whatCannotBeReadDoesNotStopTheRest()
{
    m_server->deliver(message(1));
    m_server->deliver("\r\n");
    m_server->deliver(message(3));
    start();
    TAKE(report, fetch());
    QVERIFY(!report.broken);
    QVERIFY(report.letters.imported >= 2);
    QCOMPARE(report.letters.imported + report.letters.refused.size(), 3);
}

void TestFetching::manyLetters()
{
    constexpr int count = 1500;
    for (int number = 1; number <= count; ++number)
        m_server->deliver(message(number, 500));
    start();
    QElapsedTimer timer;
    timer.start();
    TAKE(report, fetch());
    qInfo("%d letters fetched in %lld ms", count, static_cast<long long>(timer.elapsed()));
    QCOMPARE(report.letters.imported, count);
}

void TestFetching::triesTheConnection()
{
    m_server->deliver(message(1));
    m_server->deliver(message(2), QStringLiteral("Other"));
    start();
    base::NoProgress progress;
    const editorial::MailTrust trust{m_server->authority()};
    TAKE(folders, editorial::mailFolders(m_account, Dovecot::password(), progress, trust));
    QCOMPARE(folders.size(), 2);
    TAKE(count, editorial::tryMailbox(m_account, Dovecot::password(), progress, trust));
    QCOMPARE(count, 1);
    m_account.afterwards = desk::MailAfterwards::Move;
    m_account.moveTo = QStringLiteral("None");
    const auto tried = editorial::tryMailbox(m_account, Dovecot::password(), progress, trust);
    QCOMPARE(tried.error().kind, Error::Kind::NotFound);
    QCOMPARE(editorial::mailFolders(m_account, QStringLiteral("x"), progress, trust).error().kind,
             Error::Kind::Refused);
}

void TestFetching::thePasswordIsNowhere()
{
    m_server->deliver(message(1));
    start();
    QtMessageHandler before = qInstallMessageHandler(keepLog);
    Watch watch;
    const auto report = fetch(watch);
    const auto wrong = fetch(watch, Dovecot::password() + QLatin1Char('x'));
    m_account.host = QStringLiteral("nowhere.invalid");
    const auto nowhere = fetch(watch);
    qInstallMessageHandler(before);
    QVERIFY(report && wrong && nowhere);
    QCOMPARE(report->letters.imported, 1);
    QByteArray all = watch.steps.join(u'\n').toUtf8() + logged.join('\n');
    for (const auto &each : {*report, *wrong, *nowhere}) {
        const Error error = each.broken.value_or(Error{});
        all += (error.message + error.detail + each.troubles.join(u'\n') + each.letters.warnings.join(u'\n')).toUtf8();
    }
    QDirIterator files(m_fixture->folder.path(), QDir::Files);
    qint64 read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        all += file.readAll();
        ++read;
    }
    QVERIFY(read > 0 && all.contains("Question 1"));
    const QByteArray password = Dovecot::password().toUtf8();
    const QByteArray secret = '\0' + Dovecot::user().toUtf8() + '\0' + password;
    for (const QByteArray &form : {password, password.toBase64(), secret.toBase64(), password.left(10)})
        QVERIFY(!all.contains(form));
    const auto utf16 = Dovecot::password();
    QVERIFY(!all.contains(QByteArray(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2)));
}

QTEST_GUILESS_MAIN(TestFetching)
#include "tst_fetching.moc"
