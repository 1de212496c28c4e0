// The protocol, against a server that follows a script.
#include "intake/imap_client.h"
#include "mail/scripted_server.h"

#include <QElapsedTimer>
#include <QTest>

using base::Error;
using intake::ImapClient;
using intake::ImapListed;
using intake::ImapMessage;
using intake::ImapServer;

namespace {

const QString user = QStringLiteral("juniper");
const QString password = QStringLiteral("kingfisher-7");
const QByteArray login = "a1 LOGIN \"juniper\" \"kingfisher-7\"";
const QByteArray greeting = "* OK [CAPABILITY IMAP4rev1] ready\r\n";

class Cancellable final : public base::Progress
{
public:
    void report(qint64, qint64, const QString &) override {}
    [[nodiscard]] bool isCancelled() const override { return m_since.isValid() && m_since.elapsed() >= m_afterMs; }
    void cancelAfter(int ms)
    {
        m_afterMs = ms;
        m_since.start();
    }

private:
    QElapsedTimer m_since;
    int m_afterMs = 0;
};

// A client of a scripted server.
struct Talk {
    explicit Talk(bool isTls = true) : server(isTls), client(server, where, progress)
    {
        where.host = QStringLiteral("mail.example");
        where.silenceMs = 300;
    }

    // Signed in, with these capabilities.
    ScriptedServer &signedIn(const QByteArray &capabilities = "IMAP4rev1")
    {
        server.says(greeting).hears(login).says("a1 OK [CAPABILITY " + capabilities + "] welcome\r\n");
        return server;
    }
    bool signIn() { return client.signIn(user, password).has_value(); }

    ImapServer where;
    Cancellable progress;
    ScriptedServer server;
    ImapClient client;
};

// What fetch() handed over.
struct Taken {
    QList<ImapMessage> messages;
    ImapClient::Take take = [this](const ImapMessage &message) -> base::Result<void> {
        messages.append(message);
        return {};
    };
};

QByteArray body(qint64 uid, const QByteArray &raw)
{
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " BODY[] {" + QByteArray::number(raw.size()) + "}\r\n" + raw +
           ")\r\n";
}

} // namespace

#define SCRIPT_IS_OVER(talk) QVERIFY2((talk).server.isOver(), (talk).server.wrong().constData())

class TestImapClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInWithLogin();
    void signsInWithPlain();
    void signsInWithPlainInTwoSteps();
    void sendsWhatIsNotAsciiAsLiterals();
    void asksForCapabilitiesWhereTheyAreNotTold();
    void encryptsBeforeAnythingElse();
    void neverSendsThePasswordInTheClear_data();
    void neverSendsThePasswordInTheClear();
    void refusesWhatWasPutBehindStartTls();
    void refusedSignIns_data();
    void refusedSignIns();
    void aServerThatRepeatsThePasswordIsNotQuoted_data();
    void aServerThatRepeatsThePasswordIsNotQuoted();
    void noServerOfMail_data();
    void noServerOfMail();
    void listsFolders();
    void opensOnlyForReading();
    void aMissingFolderIsToldWithThoseThatExist();
    void listsWhatIsNew();
    void asksAnEmptyFolderForNothing();
    void fetchesInPiecesOfAnySize();
    void fetchesSeveralAtOnceAndInOrder();
    void asksOnceMoreForWhatDidNotCome();
    void aRefusedMessageDoesNotStopTheRest();
    void ofALargeMessageTheBeginning();
    void aMessageThatIsLargerThanItSaid();
    void aBreakInTheMiddleKeepsWhatWasWhole();
    void aTakerThatFailsEndsTheFetch();
    void silenceEnds();
    void cancelAnswersAtOnce();
    void endlessLinesEnd();
    void aFarewellIsTold();
    void marksAndMoves();
    void movesByCopyWhereThereIsNoMove();
    void aFullMailboxIsTold();
};

void TestImapClient::signsInWithLogin()
{
    Talk talk;
    talk.signedIn().hears("a2 LOGOUT");
    QVERIFY(talk.signIn());
    talk.client.signOut();
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::signsInWithPlain()
{
    Talk talk;
    talk.server.says("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN LOGINDISABLED] ready\r\n")
        .hears("a1 AUTHENTICATE PLAIN " + QByteArray("\0juniper\0kingfisher-7", 21).toBase64())
        .says("a1 OK [CAPABILITY IMAP4rev1] welcome\r\n");
    QVERIFY(talk.signIn());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::signsInWithPlainInTwoSteps()
{
    Talk talk;
    talk.server.says("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n")
        .hears("a1 AUTHENTICATE PLAIN")
        .says("+ \r\n")
        .hears(QByteArray("\0juniper\0kingfisher-7", 21).toBase64())
        .says("a1 OK [CAPABILITY IMAP4rev1] welcome\r\n");
    QVERIFY(talk.signIn());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::sendsWhatIsNotAsciiAsLiterals()
{
    Talk talk;
    talk.server.says(greeting)
        .hears("a1 LOGIN \"a \\\"b\\\\\" {6}")
        .says("+ go on\r\n")
        .hears("gr\xC3\xBC\xC3\x9F")
        .says("a1 OK [CAPABILITY IMAP4rev1] welcome\r\n");
    QVERIFY(talk.client.signIn(QStringLiteral("a \"b\\"), QStringLiteral("grüß")).has_value());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::asksForCapabilitiesWhereTheyAreNotTold()
{
    Talk talk;
    talk.server.says("* OK ready\r\n")
        .hears("a1 CAPABILITY")
        .says("* CAPABILITY IMAP4rev1 auth=plain sasl-ir\r\na1 OK done\r\n")
        .hears("a2 AUTHENTICATE PLAIN " + QByteArray("\0juniper\0kingfisher-7", 21).toBase64())
        .says("a2 OK welcome\r\n")
        .hears("a3 CAPABILITY")
        .says("* CAPABILITY IMAP4rev1 MOVE\r\na3 OK done\r\n");
    QVERIFY(talk.signIn());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::encryptsBeforeAnythingElse()
{
    Talk talk(false);
    talk.server.says("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n")
        .hears("a1 STARTTLS")
        .says("a1 OK begin\r\n")
        .hears("a2 CAPABILITY") // what was told before counts no more
        .says("* CAPABILITY IMAP4rev1\r\na2 OK done\r\n")
        .hears("a3 LOGIN \"juniper\" \"kingfisher-7\"")
        .says("a3 OK [CAPABILITY IMAP4rev1] welcome\r\n");
    QVERIFY(talk.signIn());
    QCOMPARE(talk.server.encryptions(), 1);
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::neverSendsThePasswordInTheClear_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no STARTTLS") << QByteArray("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n") << QByteArray();
    QTest::newRow("STARTTLS refused") << QByteArray("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready\r\n")
                                      << QByteArray("a1 NO not today\r\n");
    QTest::newRow("let in already") << QByteArray("* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n") << QByteArray();
}

void TestImapClient::neverSendsThePasswordInTheClear()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, answer);
    Talk talk(false);
    talk.server.says(said);
    if (!answer.isEmpty())
        talk.server.hears("a1 STARTTLS").says(answer);
    const auto signedIn = talk.client.signIn(user, password);
    QVERIFY(!signedIn);
    QVERIFY(signedIn.error().kind != Error::Kind::Io);
    QVERIFY(!talk.client.isPasswordRefused());
    QVERIFY(!talk.server.heard().join().contains("kingfisher"));
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::refusesWhatWasPutBehindStartTls()
{
    Talk talk(false);
    talk.server.says("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n")
        .hears("a1 STARTTLS")
        .says("a1 OK begin\r\n* CAPABILITY IMAP4rev1\r\n");
    QCOMPARE(talk.client.signIn(user, password).error().kind, Error::Kind::Unusable);
    QCOMPARE(talk.server.encryptions(), 0);
}

void TestImapClient::refusedSignIns_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isPassword");
    QTest::addColumn<QString>("word");
    QTest::newRow("a code") << QByteArray("NO [AUTHENTICATIONFAILED] Authentication failed.") << true
                            << QStringLiteral("password");
    QTest::newRow("no code") << QByteArray("NO login failed") << true << QStringLiteral("user name");
    QTest::newRow("an alert") << QByteArray("NO [ALERT] Application-specific password required") << true
                              << QStringLiteral("Application-specific");
    QTest::newRow("unavailable") << QByteArray("NO [UNAVAILABLE] Temporary failure") << false
                                 << QStringLiteral("later");
    QTest::newRow("expired") << QByteArray("NO [EXPIRED] x") << true << QStringLiteral("expired");
    QTest::newRow("too many") << QByteArray("NO [LIMIT] x") << false << QStringLiteral("limit");
}

void TestImapClient::refusedSignIns()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, isPassword);
    QFETCH(QString, word);
    Talk talk;
    talk.server.says(greeting).hears(login).says("a1 " + answer + "\r\n");
    const auto signedIn = talk.client.signIn(user, password);
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().kind, Error::Kind::Refused);
    QVERIFY2(signedIn.error().message.contains(word), qPrintable(signedIn.error().message));
    QVERIFY(signedIn.error().message.contains(QStringLiteral("mail.example")));
    QCOMPARE(talk.client.isPasswordRefused(), isPassword);
}

void TestImapClient::aServerThatRepeatsThePasswordIsNotQuoted_data()
{
    QTest::addColumn<QByteArray>("saying");
    QTest::newRow("as it is") << QByteArray("unknown: LOGIN juniper kingfisher-7");
    QTest::newRow("coded") << QByteArray("unknown: ") + QByteArray("\0juniper\0kingfisher-7", 21).toBase64();
    QTest::newRow("coded alone") << QByteArray("unknown: ") + QByteArray("kingfisher-7").toBase64();
}

void TestImapClient::aServerThatRepeatsThePasswordIsNotQuoted()
{
    QFETCH(QByteArray, saying);
    Talk talk;
    talk.server.says(greeting).hears(login).says("a1 BAD " + saying + "\r\n");
    const auto signedIn = talk.client.signIn(user, password);
    QVERIFY(!signedIn);
    for (const QString &text : {signedIn.error().message, signedIn.error().detail}) {
        QVERIFY(!text.contains(QStringLiteral("kingfisher")));
        QVERIFY(!text.contains(QString::fromLatin1(saying.mid(9))));
    }
}

void TestImapClient::noServerOfMail_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("web") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("post") << QByteArray("220 smtp.example ESMTP\r\n");
    QTest::newRow("farewell") << QByteArray("* BYE too many\r\n");
    QTest::newRow("zeros") << QByteArray("\0\0\0\r\n", 5);
}

void TestImapClient::noServerOfMail()
{
    QFETCH(QByteArray, said);
    Talk talk;
    talk.server.says(said);
    const auto signedIn = talk.client.signIn(user, password);
    QVERIFY(!signedIn);
    QVERIFY(signedIn.error().message.contains(QStringLiteral("mail.example")));
    QVERIFY(talk.server.heard().isEmpty());
}

void TestImapClient::listsFolders()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 LIST \"\" \"*\"")
        .says("* LIST (\\HasChildren) \"/\" INBOX\r\n* LIST (\\Noselect) \"/\" Work\r\n"
              "* LIST () \"/\" \"Work/Entw&APw-rfe\"\r\n* LIST () \"/\" {5}\r\na \"b\"\r\na2 OK done\r\n");
    QVERIFY(talk.signIn());
    const auto folders = talk.client.folders();
    QVERIFY(folders.has_value());
    QCOMPARE(*folders,
             (QStringList{QStringLiteral("INBOX"), QStringLiteral("Work/Entwürfe"), QStringLiteral("a \"b\"")}));
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::opensOnlyForReading()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 EXAMINE \"Letters &- more\"")
        .says("* FLAGS (\\Seen)\r\n* 23 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 77] x\r\n* OK [UIDNEXT 40] x\r\n"
              "a2 OK [READ-ONLY] done\r\n")
        .hears("a3 SELECT \"INBOX\"")
        .says("* 1 EXISTS\r\na3 OK [READ-WRITE] done\r\n");
    QVERIFY(talk.signIn());
    const auto mailbox = talk.client.open(QStringLiteral("Letters & more"), ImapClient::Access::Read);
    QVERIFY(mailbox.has_value());
    QCOMPARE(mailbox->messages, 23);
    QCOMPARE(mailbox->uidValidity, 77);
    QCOMPARE(mailbox->uidNext, 40);
    QVERIFY(mailbox->isReadOnly);
    const auto other = talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Change);
    QVERIFY(other.has_value());
    QVERIFY(!other->isReadOnly);
    QCOMPARE(other->uidValidity, 0);
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::aMissingFolderIsToldWithThoseThatExist()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 EXAMINE \"Leters\"")
        .says("a2 NO [NONEXISTENT] Mailbox doesn't exist\r\n")
        .hears("a3 LIST \"\" \"*\"")
        .says("* LIST () \"/\" INBOX\r\n* LIST () \"/\" Letters\r\na3 OK done\r\n");
    QVERIFY(talk.signIn());
    const auto mailbox = talk.client.open(QStringLiteral("Leters"), ImapClient::Access::Read);
    QVERIFY(!mailbox);
    QCOMPARE(mailbox.error().kind, Error::Kind::NotFound);
    QVERIFY2(mailbox.error().message.contains(QStringLiteral("INBOX, Letters")), qPrintable(mailbox.error().message));
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::listsWhatIsNew()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 EXAMINE \"INBOX\"")
        .says("* 5 EXISTS\r\na2 OK [READ-ONLY] done\r\n")
        .hears("a3 UID FETCH 8:* (UID RFC822.SIZE)")
        .says("* 4 FETCH (UID 12 RFC822.SIZE 40)\r\n* 3 FETCH (RFC822.SIZE 300 UID 9)\r\n* 5 EXISTS\r\n"
              "* 4 FETCH (UID 12 FLAGS (\\Seen))\r\n* 5 FETCH (UID 13)\r\na3 OK done\r\n")
        .hears("a4 UID FETCH 14:* (UID RFC822.SIZE)")
        .says("* 4 FETCH (UID 13 RFC822.SIZE 40)\r\na4 OK done\r\n") // the last one is always there
        .hears("a5 UID FETCH 3:5,9 (UID RFC822.SIZE)")
        .says("* 1 FETCH (UID 4 RFC822.SIZE 40)\r\na5 OK done\r\n");
    QVERIFY(talk.signIn());
    QVERIFY(talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read).has_value());
    const auto listed = talk.client.newerThan(7);
    QVERIFY(listed.has_value());
    QCOMPARE(listed->size(), 3);
    QCOMPARE(listed->first().uid, 9);
    QCOMPARE(listed->first().size, 300);
    QCOMPARE(listed->at(1).size, 40);
    QCOMPARE(listed->last().uid, 13);
    const auto none = talk.client.newerThan(13);
    QVERIFY(none && none->isEmpty());
    const auto among = talk.client.among({3, 4, 5, 9});
    QVERIFY(among && among->size() == 1);
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::asksAnEmptyFolderForNothing()
{
    Talk talk;
    talk.signedIn().hears("a2 EXAMINE \"INBOX\"").says("* 0 EXISTS\r\na2 OK [READ-ONLY] done\r\n");
    QVERIFY(talk.signIn());
    QVERIFY(talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read).has_value());
    const auto listed = talk.client.newerThan(0);
    QVERIFY(listed && listed->isEmpty());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::fetchesInPiecesOfAnySize()
{
    const QByteArray raw = "Subject: A\r\n\r\na1 OK )\r\n* 1 FETCH (UID 9 BODY[] {3}\r\nabc)\r\n";
    for (qsizetype size = 1; size < 40; ++size) {
        Talk talk;
        talk.signedIn()
            .hears("a2 UID FETCH 4 (UID BODY.PEEK[])")
            .says("* 1 FETCH (BODY[] {" + QByteArray::number(raw.size()) + "}\r\n" + raw + " UID 4)\r\na2 OK done\r\n")
            .dribbles(size);
        QVERIFY(talk.signIn());
        Taken taken;
        QVERIFY(talk.client.fetch({{4, 10}}, taken.take).has_value());
        QCOMPARE(taken.messages.size(), 1);
        QCOMPARE(taken.messages.first().raw, raw);
        QCOMPARE(taken.messages.first().uid, 4);
        SCRIPT_IS_OVER(talk);
    }
}

void TestImapClient::fetchesSeveralAtOnceAndInOrder()
{
    Talk talk;
    QList<ImapListed> listed;
    for (qint64 uid = 1; uid <= 60; ++uid)
        listed.append({uid, 10});
    QByteArray first;
    for (qint64 uid = 1; uid <= 50; ++uid)
        first += body(uid, "m" + QByteArray::number(uid));
    QByteArray second;
    for (qint64 uid = 51; uid <= 60; ++uid)
        second += body(uid, "m" + QByteArray::number(uid));
    talk.signedIn()
        .hears("a2 UID FETCH 1:50 (UID BODY.PEEK[])")
        .says(first + "* 61 EXISTS\r\na2 OK done\r\n")
        .hears("a3 UID FETCH 51:60 (UID BODY.PEEK[])")
        .says(second + body(99, "not asked for") + "a3 OK done\r\n");
    QVERIFY(talk.signIn());
    Taken taken;
    QVERIFY(talk.client.fetch(listed, taken.take).has_value());
    QCOMPARE(taken.messages.size(), 60);
    for (qsizetype at = 0; at < 60; ++at)
        QCOMPARE(taken.messages.at(at).uid, at + 1);
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::asksOnceMoreForWhatDidNotCome()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 UID FETCH 4:6 (UID BODY.PEEK[])")
        .says(body(4, "four") + "* 2 FETCH (UID 5 BODY[] NIL)\r\n" + body(6, "six") + "a2 OK done\r\n")
        .hears("a3 UID FETCH 5 (UID BODY.PEEK[])")
        .says("a3 OK done\r\n");
    QVERIFY(talk.signIn());
    Taken taken;
    QVERIFY(talk.client.fetch({{4, 1}, {5, 1}, {6, 1}}, taken.take).has_value());
    QCOMPARE(taken.messages.size(), 3);
    QCOMPARE(taken.messages.last().uid, 5);
    QVERIFY(!taken.messages.last().refusal.isEmpty());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::aRefusedMessageDoesNotStopTheRest()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4, "four") + "a2 NO [SERVERBUG] cannot read\r\n")
        .hears("a3 UID FETCH 5 (UID BODY.PEEK[])")
        .says("a3 NO [SERVERBUG] cannot read\r\n");
    QVERIFY(talk.signIn());
    Taken taken;
    QVERIFY(talk.client.fetch({{4, 1}, {5, 1}}, taken.take).has_value());
    QCOMPARE(taken.messages.size(), 2);
    QVERIFY(taken.messages.first().refusal.isEmpty());
    QVERIFY2(taken.messages.last().refusal.contains(QStringLiteral("cannot read")),
             qPrintable(taken.messages.last().refusal));
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::ofALargeMessageTheBeginning()
{
    Talk talk;
    talk.where.largestLetter = 100;
    talk.where.beginning = 5;
    talk.signedIn()
        .hears("a2 UID FETCH 4 (UID BODY.PEEK[])")
        .says(body(4, "four") + "a2 OK done\r\n")
        .hears("a3 UID FETCH 5 (UID BODY.PEEK[]<0.5>)")
        .says("* 2 FETCH (UID 5 BODY[]<0> {5}\r\nSubje)\r\na3 OK done\r\n")
        .hears("a4 UID FETCH 6 (UID BODY.PEEK[])")
        .says(body(6, "six") + "a4 OK done\r\n");
    QVERIFY(talk.signIn());
    Taken taken;
    QVERIFY(talk.client.fetch({{4, 10}, {5, 101}, {6, 10}}, taken.take).has_value());
    QCOMPARE(taken.messages.size(), 3);
    QCOMPARE(taken.messages.at(1).raw, QByteArray("Subje"));
    QCOMPARE(taken.messages.at(1).size, 101);
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::aMessageThatIsLargerThanItSaid()
{
    Talk talk;
    talk.where.largestLetter = 100;
    talk.signedIn()
        .hears("a2 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4, QByteArray(5000, 'x')) + body(5, "five") + "a2 OK done\r\n");
    QVERIFY(talk.signIn());
    Taken taken;
    QVERIFY(talk.client.fetch({{4, 10}, {5, 10}}, taken.take).has_value());
    QCOMPARE(taken.messages.first().raw.size(), 100);
    QCOMPARE(taken.messages.first().size, 5000);
    QCOMPARE(taken.messages.last().raw, QByteArray("five"));
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::aBreakInTheMiddleKeepsWhatWasWhole()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4, "four") + body(5, "five").chopped(4))
        .breaksOff();
    QVERIFY(talk.signIn());
    Taken taken;
    const auto fetched = talk.client.fetch({{4, 1}, {5, 1}}, taken.take);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, Error::Kind::Io);
    QCOMPARE(taken.messages.size(), 1);
    QCOMPARE(taken.messages.first().uid, 4);
}

void TestImapClient::aTakerThatFailsEndsTheFetch()
{
    Talk talk;
    talk.signedIn()
        .hears("a2 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4, "four") + body(5, "five") + "a2 OK done\r\n");
    QVERIFY(talk.signIn());
    int calls = 0;
    const auto fetched = talk.client.fetch({{4, 1}, {5, 1}}, [&calls](const ImapMessage &) -> base::Result<void> {
        ++calls;
        return Error{Error::Kind::Damaged, QStringLiteral("the desk")};
    });
    QCOMPARE(fetched.error().kind, Error::Kind::Damaged);
    QCOMPARE(calls, 1);
}

void TestImapClient::silenceEnds()
{
    Talk talk;
    talk.signedIn().hears("a2 EXAMINE \"INBOX\"").says("* 3 EXI");
    QVERIFY(talk.signIn());
    QElapsedTimer timer;
    timer.start();
    const auto mailbox = talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read);
    QVERIFY(!mailbox);
    QCOMPARE(mailbox.error().kind, Error::Kind::Io);
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 2000);
}

void TestImapClient::cancelAnswersAtOnce()
{
    Talk talk;
    talk.where.silenceMs = 60'000;
    talk.signedIn().hears("a2 EXAMINE \"INBOX\"");
    QVERIFY(talk.signIn());
    talk.progress.cancelAfter(200);
    QElapsedTimer timer;
    timer.start();
    const auto mailbox = talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read);
    QVERIFY(!mailbox);
    QCOMPARE(mailbox.error().kind, Error::Kind::Cancelled);
    QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
}

void TestImapClient::endlessLinesEnd()
{
    Talk talk;
    talk.signedIn().hears("a2 EXAMINE \"INBOX\"").says("* OK " + QByteArray(3'000'000, 'x')).dribbles(60'000);
    QVERIFY(talk.signIn());
    const auto mailbox = talk.client.open(QStringLiteral("INBOX"), ImapClient::Access::Read);
    QCOMPARE(mailbox.error().kind, Error::Kind::Unusable);
}

void TestImapClient::aFarewellIsTold()
{
    Talk talk;
    talk.signedIn().hears("a2 LIST \"\" \"*\"").says("* BYE Server is going down\r\n").breaksOff();
    QVERIFY(talk.signIn());
    const auto folders = talk.client.folders();
    QVERIFY(!folders);
    QVERIFY2(folders.error().message.contains(QStringLiteral("going down")), qPrintable(folders.error().message));
}

void TestImapClient::marksAndMoves()
{
    Talk talk;
    talk.signedIn("IMAP4rev1 MOVE UIDPLUS")
        .hears("a2 UID STORE 4:5,9 +FLAGS.SILENT (\\Seen)")
        .says("a2 OK done\r\n")
        .hears("a3 UID MOVE 4:5,9 \"On the desk\"")
        .says("* OK [COPYUID 1 4:5,9 1:3]\r\n* 1 EXPUNGE\r\na3 OK done\r\n");
    QVERIFY(talk.signIn());
    QVERIFY(talk.client.markRead({4, 5, 9}).has_value());
    QVERIFY(talk.client.move({4, 5, 9}, QStringLiteral("On the desk")).has_value());
    QVERIFY(talk.client.markRead({}).has_value());
    SCRIPT_IS_OVER(talk);
}

void TestImapClient::movesByCopyWhereThereIsNoMove()
{
    Talk talk;
    talk.signedIn("IMAP4rev1 UIDPLUS")
        .hears("a2 UID COPY 4 \"Done\"")
        .says("a2 OK done\r\n")
        .hears("a3 UID STORE 4 +FLAGS.SILENT (\\Deleted)")
        .says("a3 OK done\r\n")
        .hears("a4 UID EXPUNGE 4")
        .says("a4 OK done\r\n");
    QVERIFY(talk.signIn());
    QVERIFY(talk.client.move({4}, QStringLiteral("Done")).has_value());
    SCRIPT_IS_OVER(talk);
    Talk old;
    old.signedIn()
        .hears("a2 UID COPY 4 \"Done\"")
        .says("a2 OK done\r\n")
        .hears("a3 UID STORE 4 +FLAGS.SILENT (\\Deleted)")
        .says("a3 OK done\r\n");
    QVERIFY(old.signIn());
    QVERIFY(old.client.move({4}, QStringLiteral("Done")).has_value());
    SCRIPT_IS_OVER(old);
}

void TestImapClient::aFullMailboxIsTold()
{
    Talk talk;
    talk.signedIn("IMAP4rev1 MOVE")
        .hears("a2 UID MOVE 4 \"Done\"")
        .says("a2 NO [OVERQUOTA] Quota exceeded\r\n")
        .hears("a3 UID MOVE 4 \"Dne\"")
        .says("a3 NO [TRYCREATE] No such mailbox\r\n");
    QVERIFY(talk.signIn());
    const auto full = talk.client.move({4}, QStringLiteral("Done"));
    QVERIFY(!full);
    QVERIFY2(full.error().message.contains(QStringLiteral("full")), qPrintable(full.error().message));
    const auto missing = talk.client.move({4}, QStringLiteral("Dne"));
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    SCRIPT_IS_OVER(talk);
}

QTEST_GUILESS_MAIN(TestImapClient)
#include "tst_imap_client.moc"
