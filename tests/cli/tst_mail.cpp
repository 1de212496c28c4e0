// Mail accounts and fetching on the command line, against a real server: results, exit status, a kill in the middle,
// and that a password is nowhere to be seen.
#include "command_line.h"
#include "mail/cutting_proxy.h"
#include "mail/dovecot.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

namespace {

const auto deskFile = QStringLiteral("mail.postbag");

QByteArray message(int number, qsizetype bytes = 0)
{
    return "From: Reader " + QByteArray::number(number) + " <reader@mail.example>\r\nSubject: Question " +
           QByteArray::number(number) + "\r\nDate: Fri, 1 May 2026 10:00:00 +0000\r\nMessage-ID: <" +
           QByteArray::number(number) + "@mail.example>\r\n\r\nWhy is number " + QByteArray::number(number) +
           " so odd?\r\n" + QByteArray("A line of forty characters, more or less\r\n").repeated(bytes / 42);
}

QStringList withDesk(const char *command, const QStringList &words)
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

} // namespace

class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void accountsComeAndGo();
    void accountsThatCannotBeUsed_data();
    void accountsThatCannotBeUsed();
    void withoutAPasswordItSaysWhatToDo();
    void fetchesWhatIsNew();
    void tellsTheFolders();
    void whatFailsIsToldWithItsStatus();
    void aKillInTheMiddleLosesAndDoublesNothing();
    void thePasswordIsNowhere();

private:
    void start();
    Called account(const QStringList &words, const QByteArray &input = {})
    {
        return m_line->callJson(withDesk("account", words), input);
    }
    Called fetch(const QByteArray &password = Dovecot::password().toUtf8() + '\n')
    {
        return m_line->callJson(withDesk("fetch", {QStringLiteral("Column"), QStringLiteral("--password-stdin")}),
                                password);
    }
    int total() { return m_line->callJson(withDesk("letters", {})).json.value(u"total").toInt(); }

    std::unique_ptr<CommandLine> m_line;
    std::unique_ptr<Dovecot> m_server;
};

void TestMail::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // no keyring of this computer
    qunsetenv("SSL_CERT_FILE");
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(m_line->call({QStringLiteral("new"), deskFile}).status, 0);
}

void TestMail::cleanup()
{
    if (QTest::currentTestFailed() && m_server)
        qInfo("%s", m_server->log().constData());
    m_server.reset();
}

// A server with three letters, and an account for it; the account of a desk without server is not made.
void TestMail::start()
{
    m_server = std::make_unique<Dovecot>();
    for (int number = 1; number <= 3; ++number)
        m_server->deliver(message(number));
    QVERIFY(m_server->start());
    qputenv("SSL_CERT_FILE", m_line->write(QStringLiteral("authority.pem"), m_server->authority()).toUtf8());
    QCOMPARE(account({QStringLiteral("add"), QStringLiteral("Column"), QStringLiteral("--host"),
                      QStringLiteral("localhost"), QStringLiteral("--port"), QString::number(m_server->tlsPort()),
                      QStringLiteral("--user"), Dovecot::user()})
                 .status,
             0);
}

#define NEEDS_SERVER                                                                                                   \
    do {                                                                                                               \
        if (!Dovecot::missing().isEmpty())                                                                             \
            QSKIP(qPrintable(Dovecot::missing()));                                                                     \
        start();                                                                                                       \
    } while (false)

void TestMail::accountsComeAndGo()
{
    QVERIFY(account({QStringLiteral("list")}).json.value(u"accounts").toArray().isEmpty());
    const Called added = account({QStringLiteral("add"), QStringLiteral("The column"), QStringLiteral("--host"),
                                  QStringLiteral("imap.example.org"), QStringLiteral("--user"),
                                  QStringLiteral("juniper"), QStringLiteral("--every"), QStringLiteral("15")});
    QCOMPARE(added.status, 0);
    const QJsonObject json = added.json.value(u"accounts").toArray().at(0).toObject();
    QCOMPARE(json.value(u"port").toInt(), 993);
    QCOMPARE(json.value(u"security").toString(), QStringLiteral("tls"));
    QCOMPARE(json.value(u"folder").toString(), QStringLiteral("INBOX"));
    QCOMPARE(json.value(u"minutes").toInt(), 15);
    QCOMPARE(account({QStringLiteral("add"), QStringLiteral("THE COLUMN"), QStringLiteral("--host"),
                      QStringLiteral("imap.example.org"), QStringLiteral("--user"), QStringLiteral("juniper")})
                 .status,
             2);
    const Called changed = account({QStringLiteral("set"), QStringLiteral("the column"), QStringLiteral("--security"),
                                    QStringLiteral("starttls"), QStringLiteral("--name"), QStringLiteral("Letters"),
                                    QStringLiteral("--afterwards"), QStringLiteral("move"), QStringLiteral("--move-to"),
                                    QStringLiteral("Done")});
    QCOMPARE(changed.json.value(u"accounts").toArray().at(0).toObject().value(u"port").toInt(), 143);
    const Called listed = m_line->call(withDesk("account", {QStringLiteral("list")}));
    QVERIFY2(listed.text().contains(QStringLiteral("Letters  juniper  imap.example.org:143  starttls")),
             listed.out.constData());
    QCOMPARE(account({QStringLiteral("remove"), QStringLiteral("Letters")}).status, 0);
    QVERIFY(account({QStringLiteral("list")}).json.value(u"accounts").toArray().isEmpty());
    QCOMPARE(account({QStringLiteral("remove"), QStringLiteral("Letters")}).status, 2);
}

void TestMail::accountsThatCannotBeUsed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no host") << QStringLiteral("--user u") << QStringLiteral("imap.example.org");
    QTest::newRow("no user") << QStringLiteral("--host h") << QStringLiteral("user name");
    QTest::newRow("no port") << QStringLiteral("--host h --user u --port 0") << QStringLiteral("993");
    QTest::newRow("no security") << QStringLiteral("--host h --user u --security none") << QStringLiteral("starttls");
    QTest::newRow("no such way") << QStringLiteral("--host h --user u --afterwards burn") << QStringLiteral("leave");
    QTest::newRow("no folder") << QStringLiteral("--host h --user u --afterwards move") << QStringLiteral("folder");
}

void TestMail::accountsThatCannotBeUsed()
{
    QFETCH(QString, line);
    QFETCH(QString, hint);
    const Called called =
        m_line->call(withDesk("account", {QStringLiteral("add"), QStringLiteral("x")}) + line.split(u' '));
    QCOMPARE(called.status, 2);
    QVERIFY2(called.messages().contains(hint), called.err.constData());
}

void TestMail::withoutAPasswordItSaysWhatToDo()
{
    QCOMPARE(m_line->call(withDesk("fetch", {})).status, 2); // no account at all
    QCOMPARE(account({QStringLiteral("add"), QStringLiteral("Column"), QStringLiteral("--host"),
                      QStringLiteral("localhost"), QStringLiteral("--user"), QStringLiteral("juniper")})
                 .status,
             0);
    const Called fetched = m_line->call(withDesk("fetch", {}));
    QCOMPARE(fetched.status, 2);
    QVERIFY2(fetched.messages().contains(QStringLiteral("--password-stdin")), fetched.err.constData());
    QCOMPARE(
        m_line->call(withDesk("fetch", {QStringLiteral("Column"), QStringLiteral("--password-stdin")}), "\n").status,
        2);
    const Called kept = account({QStringLiteral("password"), QStringLiteral("Column")}, "Kingfisher\n");
    QCOMPARE(kept.status, 4);
    QVERIFY2(kept.messages().contains(QStringLiteral("keyring")), kept.err.constData());
}

void TestMail::fetchesWhatIsNew()
{
    NEEDS_SERVER;
    const Called first = fetch();
    QCOMPARE(first.status, 0);
    QCOMPARE(first.json.value(u"imported").toInt(), 3);
    QCOMPARE(first.json.value(u"letters").toArray().size(), 3);
    const QJsonObject one = first.json.value(u"accounts").toArray().at(0).toObject();
    QCOMPARE(one.value(u"account").toString(), QStringLiteral("Column"));
    QVERIFY(one.value(u"error").isNull());
    m_server->deliver(message(4));
    QCOMPARE(account({QStringLiteral("set"), QStringLiteral("Column"), QStringLiteral("--afterwards"),
                      QStringLiteral("mark-read")})
                 .status,
             0);
    const Called second =
        m_line->call(withDesk("fetch", {QStringLiteral("column"), QStringLiteral("--password-stdin")}),
                     Dovecot::password().toUtf8());
    QCOMPARE(second.status, 0);
    QVERIFY2(second.text().contains(QStringLiteral("Column\n1 letter imported.\n1 marked or moved on the server.")),
             second.out.constData());
    QCOMPARE(total(), 4);
}

void TestMail::tellsTheFolders()
{
    NEEDS_SERVER;
    m_server->deliver(message(9), QStringLiteral("Entw&APw-rfe"));
    const Called folders =
        account({QStringLiteral("folders"), QStringLiteral("Column"), QStringLiteral("--password-stdin")},
                Dovecot::password().toUtf8());
    QCOMPARE(folders.status, 0);
    QVERIFY(folders.json.value(u"folders").toArray().contains(QStringLiteral("Entwürfe")));
}

void TestMail::whatFailsIsToldWithItsStatus()
{
    NEEDS_SERVER;
    const Called wrong = fetch("wrong\n");
    QCOMPARE(wrong.status, 4);
    const QString error = wrong.json.value(u"accounts").toArray().at(0).toObject().value(u"error").toString();
    QVERIFY2(error.contains(QStringLiteral("password")), qPrintable(error));

    qunsetenv("SSL_CERT_FILE");
    const Called untrusted =
        m_line->call(withDesk("fetch", {QStringLiteral("Column"), QStringLiteral("--password-stdin")}),
                     Dovecot::password().toUtf8());
    QCOMPARE(untrusted.status, 4);
    QVERIFY2(untrusted.text().contains(QStringLiteral("does not know who signed it")), untrusted.out.constData());
    QCOMPARE(total(), 0);

    qputenv("SSL_CERT_FILE", m_line->path(QStringLiteral("authority.pem")).toUtf8());
    QCOMPARE(account({QStringLiteral("set"), QStringLiteral("Column"), QStringLiteral("--afterwards"),
                      QStringLiteral("move"), QStringLiteral("--move-to"), QStringLiteral("None")})
                 .status,
             0);
    const Called troubled = fetch();
    QCOMPARE(troubled.status, 1); // the letters are there, but were not moved
    QCOMPARE(troubled.json.value(u"imported").toInt(), 3);
    QCOMPARE(troubled.json.value(u"accounts").toArray().at(0).toObject().value(u"troubles").toArray().size(), 1);
}

void TestMail::aKillInTheMiddleLosesAndDoublesNothing()
{
    NEEDS_SERVER;
    constexpr int count = 120;
    for (int number = 4; number <= count; ++number)
        m_server->deliver(message(number, 8000));
    CuttingProxy proxy(m_server->tlsPort());
    QCOMPARE(account({QStringLiteral("set"), QStringLiteral("Column"), QStringLiteral("--port"),
                      QString::number(proxy.port())})
                 .status,
             0);
    for (const qint64 stall : {200'000, 350'000, 450'000}) {
        proxy.stallAfter(stall);
        const qint64 before = proxy.passed();
        QProcess process;
        process.start(QStringLiteral(POSTBAG_CLI), {QStringLiteral("fetch"), m_line->path(deskFile),
                                                    QStringLiteral("Column"), QStringLiteral("--password-stdin")});
        process.write(Dovecot::password().toUtf8() + '\n');
        process.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(proxy.passed() - before >= stall || process.state() == QProcess::NotRunning, 30'000);
        QTest::qWait(static_cast<int>(stall / 5000)); // 40, 70, 90 ms: while it writes, or waits
        process.kill();
        QVERIFY(process.waitForFinished());
    }
    proxy.stallAfter(-1);
    const Called rest = fetch();
    QCOMPARE(rest.status, 0);
    QVERIFY(rest.json.value(u"imported").toInt() < count);
    QCOMPARE(rest.json.value(u"already").toInt(), 0);
    QCOMPARE(total(), count);
    QCOMPARE(m_line->call(withDesk("verify", {})).status, 0);
}

void TestMail::thePasswordIsNowhere()
{
    NEEDS_SERVER;
    m_line->forgetSaid();
    const QByteArray password = Dovecot::password().toUtf8();
    QCOMPARE(fetch().status, 0);
    QCOMPARE(fetch(password + "x\n").status, 4);
    QCOMPARE(account({QStringLiteral("password"), QStringLiteral("Column")}, password).status, 4); // no keyring
    m_line->call(
        withDesk("fetch", {QStringLiteral("Column"), QStringLiteral("--password-stdin"), QStringLiteral("--progress")}),
        password);
    QByteArray all = m_line->everythingSaid();
    for (const QString &file : m_line->filesBelow(QString()))
        all += m_line->read(file);
    QVERIFY(all.contains("Question 1"));
    for (const QByteArray &form : {password, password.left(10), password.toBase64().left(12)})
        QVERIFY(!all.contains(form));
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
