// The client and a real server: connections, certificates, folders, messages, and what stays as it was.
#include "intake/imap_client.h"
#include "intake/imap_socket.h"
#include "mail/cutting_proxy.h"
#include "mail/dovecot.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using base::Error;
using intake::ImapClient;
using intake::ImapMessage;
using intake::ImapServer;

namespace {

class CancelLater final : public base::Progress
{
public:
    void report(qint64, qint64, const QString &) override {}
    [[nodiscard]] bool isCancelled() const override { return m_since.isValid() && m_since.elapsed() >= m_afterMs; }
    void cancelAfter(int ms)
    {
        m_afterMs = ms;
        m_since.start();
    }
    [[nodiscard]] qint64 sinceCancel() const { return m_since.elapsed() - m_afterMs; }

private:
    QElapsedTimer m_since;
    int m_afterMs = 0;
};

// The quickest counts: on a busy machine an answer may be late for want of a processor.
constexpr int attempts = 3;

// A client of a server on this machine.
struct Talk {
    explicit Talk(const Dovecot &dovecot, quint16 port = 0, ImapServer::Security security = ImapServer::Security::Tls)
        : where(serverOf(dovecot, port, security)), socket(where, progress), client(socket, where, progress)
    {}

    static ImapServer serverOf(const Dovecot &dovecot, quint16 port, ImapServer::Security security)
    {
        ImapServer server;
        server.host = QStringLiteral("localhost");
        server.port = port > 0 ? port : dovecot.tlsPort();
        server.security = security;
        server.authorities = dovecot.authority();
        server.connectMs = 5000;
        server.silenceMs = 5000;
        return server;
    }
    base::Result<void> signIn() { return client.signIn(Dovecot::user(), Dovecot::password()); }

    ImapServer where;
    CancelLater progress;
    intake::ImapSocket socket;
    ImapClient client;
};

QByteArray message(int number, qsizetype bytes = 0)
{
    return "From: Reader <reader@mail.example>\r\nSubject: Question " + QByteArray::number(number) +
           "\r\n\r\nWhy is it so?\r\n" +
           QByteArray("A line of forty characters, more or less\r\n").repeated(bytes / 42);
}

template <typename T>
QString errorOf(const base::Result<T> &result)
{
    return result.has_value() ? QString() : result.error().message;
}

} // namespace

#define WELL(expression)                                                                                               \
    do {                                                                                                               \
        const auto outcome = (expression);                                                                             \
        QVERIFY2(outcome.has_value(), qPrintable(errorOf(outcome)));                                                   \
    } while (false)

class TestImapServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void fetchesOverTls();
    void fetchesOverStartTls();
    void aWrongPasswordIsToldAsSuch();
    void foldersOfAllNames();
    void aCertificateThatIsNoneEndsIt_data();
    void aCertificateThatIsNoneEndsIt();
    void portsThatAreNotRight();
    void noSuchHost();
    void cancelWhileConnecting();
    void cancelWhileFetching();

private:
    std::unique_ptr<Dovecot> m_dovecot;
};

void TestImapServer::initTestCase()
{
    if (!Dovecot::missing().isEmpty())
        QSKIP(qPrintable(Dovecot::missing()));
    m_dovecot = std::make_unique<Dovecot>();
    for (int number = 1; number <= 3; ++number)
        m_dovecot->deliver(message(number));
    QVERIFY(m_dovecot->start());
}

void TestImapServer::cleanup()
{
    if (QTest::currentTestFailed() && m_dovecot)
        qInfo("%s", m_dovecot->log().constData());
}

void TestImapServer::fetchesOverTls()
{
    const auto before = m_dovecot->messages();
    Talk talk(*m_dovecot);
    WELL(talk.signIn());
    const auto mailbox = talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read);
    WELL(mailbox);
    QCOMPARE(mailbox->messages, 3);
    QVERIFY(mailbox->isReadOnly && mailbox->uidValidity > 0);
    const auto listed = talk.client.newerThan(0);
    WELL(listed);
    QCOMPARE(listed->size(), 3);
    QList<ImapMessage> got;
    WELL(talk.client.fetch(*listed, [&got](const ImapMessage &each) -> base::Result<void> {
        got.append(each);
        return {};
    }));
    QCOMPARE(got.size(), 3);
    QCOMPARE(got.first().raw, message(1));
    QCOMPARE(got.last().raw, message(3));
    const auto newer = talk.client.newerThan(got.last().uid);
    QVERIFY(newer && newer->isEmpty());
    talk.client.signOut();
    QCOMPARE(m_dovecot->messages(), before);
}

void TestImapServer::fetchesOverStartTls()
{
    Talk talk(*m_dovecot, m_dovecot->plainPort(), ImapServer::Security::StartTls);
    WELL(talk.signIn());
    QVERIFY(talk.socket.isEncrypted());
    WELL(talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read));
}

void TestImapServer::aWrongPasswordIsToldAsSuch()
{
    Talk talk(*m_dovecot);
    const auto signedIn = talk.client.signIn(Dovecot::user(), QStringLiteral("Wrong-4419"));
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, Error::Kind::Refused);
    QVERIFY(talk.client.isPasswordRefused());
    QVERIFY(signedIn.error().message.contains(QStringLiteral("password")));
    QVERIFY(!signedIn.error().message.contains(QStringLiteral("Wrong-4419")));
}

void TestImapServer::foldersOfAllNames()
{
    m_dovecot->deliver(message(9), QStringLiteral("Entw&APw-rfe"));
    Talk talk(*m_dovecot);
    WELL(talk.signIn());
    const auto folders = talk.client.folders();
    WELL(folders);
    QVERIFY2(folders->contains(QStringLiteral("Entwürfe")), qPrintable(folders->join(u',')));
    WELL(talk.client.open(QStringLiteral("Entwürfe"), ImapClient::Access::Read));
    const auto none = talk.client.open(QStringLiteral("Letters \"to\" \\ you\r\n"), ImapClient::Access::Read);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
    QVERIFY2(none.error().message.contains(QStringLiteral("Entwürfe")), qPrintable(none.error().message));
}

void TestImapServer::aCertificateThatIsNoneEndsIt_data()
{
    QTest::addColumn<int>("certificate");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *title, Dovecot::Certificate certificate, bool isKnown, const char *why) {
        QTest::newRow(title) << static_cast<int>(certificate) << isKnown << QString::fromLatin1(why);
    };
    row("self-signed", Dovecot::Certificate::SelfSigned, true, "by nobody but itself");
    row("another host", Dovecot::Certificate::OtherHost, true, "made out to post.example, not to localhost");
    row("expired", Dovecot::Certificate::Expired, true, "expired on");
    row("unknown authority", Dovecot::Certificate::Good, false, "does not know who signed it");
}

void TestImapServer::aCertificateThatIsNoneEndsIt()
{
    QFETCH(int, certificate);
    QFETCH(bool, isKnown);
    QFETCH(QString, why);
    Dovecot dovecot;
    QVERIFY(dovecot.start(static_cast<Dovecot::Certificate>(certificate)));
    for (const auto security : {ImapServer::Security::Tls, ImapServer::Security::StartTls}) {
        const bool isTls = security == ImapServer::Security::Tls;
        Talk talk(dovecot, isTls ? dovecot.tlsPort() : dovecot.plainPort(), security);
        if (!isKnown)
            talk.where.authorities.clear();
        const auto signedIn = talk.signIn();
        QVERIFY(!signedIn);
        QCOMPARE(signedIn.error().kind, Error::Kind::Refused);
        QVERIFY2(signedIn.error().message.contains(why), qPrintable(signedIn.error().message));
        QVERIFY(!talk.client.isPasswordRefused());
    }
    QVERIFY(!dovecot.log().contains("Login"));
}

void TestImapServer::portsThatAreNotRight()
{
    Talk tlsOnPlain(*m_dovecot, m_dovecot->plainPort());
    const auto noTls = tlsOnPlain.signIn();
    QVERIFY(!noTls);
    QVERIFY2(noTls.error().message.contains(QStringLiteral("TLS")), qPrintable(noTls.error().message));

    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    Talk silent(*m_dovecot, port, ImapServer::Security::StartTls); // connects, but nobody speaks
    silent.where.silenceMs = 300;
    QCOMPARE(silent.signIn().error().kind, Error::Kind::Io);
    closed.close();
    Talk nobody(*m_dovecot, port);
    const auto refused = nobody.signIn();
    QVERIFY2(refused.error().message.contains(QStringLiteral("993")), qPrintable(refused.error().message));
}

void TestImapServer::noSuchHost()
{
    Talk talk(*m_dovecot);
    talk.where.host = QStringLiteral("no-such-host.invalid");
    const auto signedIn = talk.signIn();
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, Error::Kind::Io);
    QVERIFY(signedIn.error().message.contains(QStringLiteral("no-such-host.invalid")));
}

void TestImapServer::cancelWhileConnecting()
{
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    qint64 quickest = std::numeric_limits<qint64>::max();
    for (int attempt = 0; attempt < attempts; ++attempt) {
        Talk talk(*m_dovecot, mute.serverPort()); // waits for an answer to its first words
        talk.progress.cancelAfter(200);
        const auto signedIn = talk.signIn();
        QCOMPARE(signedIn.error().kind, Error::Kind::Cancelled);
        quickest = std::min(quickest, talk.progress.sinceCancel());
    }
    QVERIFY2(quickest < 100, qPrintable(QString::number(quickest)));
}

void TestImapServer::cancelWhileFetching()
{
    m_dovecot->deliver(message(4, 1'000'000), QStringLiteral("Large"));
    qint64 quickest = std::numeric_limits<qint64>::max();
    for (int attempt = 0; attempt < attempts; ++attempt) {
        CuttingProxy proxy(m_dovecot->tlsPort());
        Talk talk(*m_dovecot, proxy.port());
        WELL(talk.signIn());
        WELL(talk.client.open(QStringLiteral("Large"), ImapClient::Access::Read));
        proxy.stallAfter(proxy.passed() + 200'000);
        talk.progress.cancelAfter(300);
        const auto fetched =
            talk.client.fetch({{1, 1'000'000}}, [](const ImapMessage &) -> base::Result<void> { return {}; });
        QCOMPARE(fetched.error().kind, Error::Kind::Cancelled);
        quickest = std::min(quickest, talk.progress.sinceCancel());
    }
    QVERIFY2(quickest < 100, qPrintable(QString::number(quickest)));
}

QTEST_GUILESS_MAIN(TestImapServer)
#include "tst_imap_server.moc"
