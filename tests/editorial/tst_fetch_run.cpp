// How far a fetch goes, against a server that follows a script: orders, breaks and refusals that a real one seldom has.
#include "desk_fixture.h"

#include "editorial/fetch_run.h"
#include "editorial/mail_accounts.h"
#include "mail/scripted_server.h"
#include "storage/desk_file.h"

using Due = storage::MailAccountStore::Due;

namespace {

QByteArray message(qint64 uid, const QByteArray &text = {})
{
    return "From: Reader <reader@mail.example>\r\nSubject: Question " + QByteArray::number(uid) +
           "\r\n\r\nWhy is number " + QByteArray::number(uid) + " so odd?" + text + "\r\n";
}

QByteArray listed(const QList<qint64> &uids)
{
    QByteArray lines;
    for (const qint64 uid : uids)
        lines += "* 1 FETCH (UID " + QByteArray::number(uid) + " RFC822.SIZE 100)\r\n";
    return lines;
}

QByteArray body(qint64 uid, const QByteArray &raw)
{
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " BODY[] {" + QByteArray::number(raw.size()) + "}\r\n" + raw +
           ")\r\n";
}

QByteArray body(qint64 uid)
{
    return body(uid, message(uid));
}

// A server that has let the client in and opened the folder: the next command is "a3".
ScriptedServer &opened(ScriptedServer &server, const QByteArray &uidValidity = "7")
{
    return server.says("* OK [CAPABILITY IMAP4rev1 MOVE] ready\r\n")
        .hears("a1 LOGIN \"juniper\" \"kingfisher\"")
        .says("a1 OK [CAPABILITY IMAP4rev1 MOVE] welcome\r\n")
        .hears("a2 EXAMINE \"INBOX\"")
        .says("* 3 EXISTS\r\n* OK [UIDVALIDITY " + uidValidity + "] x\r\na2 OK [READ-ONLY] done\r\n");
}

} // namespace

class TestFetchRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesOnBehindTheLastLetter();
    void aLetterOutOfOrderDoesNotHideThoseBefore();
    void whatTheServerRefusesIsAskedForAgain();
    void whatIsGoneMeanwhileIsNotAskedForAgain();
    void emptyMessagesAreRefusedOnce();
    void numbersThatDoNotLast();
    void marksOnlyWhatIsOnTheDesk();
    void marksWhatAnEarlierFetchLeft();
    void aServerThatMarksNothingIsTold();
    void leavingMarksDropsThem();
    void anAccountThatWasChangedTakesNothing();
    void aLargeLetterNeedsAttention();

private:
    base::Result<editorial::FetchReport> fetch(ScriptedServer &server)
    {
        intake::ImapServer where;
        where.host = m_account.host;
        where.silenceMs = 300;
        where.largestLetter = m_largest;
        where.beginning = m_largest / 2;
        base::NoProgress progress;
        intake::ImapClient client(server, where, progress);
        return editorial::FetchRun(*m_fixture->desk, m_account, client, progress).run(QStringLiteral("kingfisher"));
    }
    storage::MailAccountStore &store() { return m_fixture->desk->file().mailAccounts(); }
    qint64 lastUid() { return store().state(m_account.id)->lastUid; }

    std::unique_ptr<DeskFixture> m_fixture;
    desk::MailAccount m_account;
    qint64 m_largest = 10'000;
};

#define SCRIPT_IS_OVER(server) QVERIFY2((server).isOver(), (server).wrong().constData())

void TestFetchRun::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_account = {};
    m_account.name = QStringLiteral("Column");
    m_account.host = QStringLiteral("mail.example");
    m_account.user = QStringLiteral("juniper");
    m_largest = 10'000;
    TAKE(kept, editorial::editMailAccounts(*m_fixture->desk, {{m_account}, {}}));
    m_account = kept.first();
}

void TestFetchRun::goesOnBehindTheLastLetter()
{
    ScriptedServer first;
    opened(first)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4, 5}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4) + body(5) + "a4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(report, fetch(first));
    SCRIPT_IS_OVER(first);
    QCOMPARE(report.letters.imported, 2);
    QVERIFY(!report.broken);
    QCOMPARE(lastUid(), 5);

    ScriptedServer second;
    opened(second)
        .hears("a3 UID FETCH 6:* (UID RFC822.SIZE)")
        .says(listed({5, 9}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 9 (UID BODY.PEEK[])")
        .says(body(9) + "a4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(again, fetch(second));
    SCRIPT_IS_OVER(second);
    QCOMPARE(again.letters.imported, 1);
    QCOMPARE(again.letters.already, 0);
    QCOMPARE(lastUid(), 9);
}

void TestFetchRun::aLetterOutOfOrderDoesNotHideThoseBefore()
{
    ScriptedServer first;
    opened(first)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4, 5, 6}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4:6 (UID BODY.PEEK[])")
        .says(body(4) + body(6))
        .breaksOff();
    TAKE(report, fetch(first));
    QVERIFY(report.broken.has_value());
    QVERIFY(!report.passwordRefused);
    QCOMPARE(report.letters.imported, 2);
    QCOMPARE(lastUid(), 4);

    ScriptedServer second;
    opened(second)
        .hears("a3 UID FETCH 5:* (UID RFC822.SIZE)")
        .says(listed({5, 6}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 5:6 (UID BODY.PEEK[])")
        .says(body(6) + body(5) + "a4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(again, fetch(second));
    SCRIPT_IS_OVER(second);
    QCOMPARE(again.letters.imported, 1);
    QCOMPARE(again.letters.already, 1);
    QCOMPARE(lastUid(), 6);
}

void TestFetchRun::whatTheServerRefusesIsAskedForAgain()
{
    ScriptedServer first;
    opened(first)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4, 5, 6}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4:6 (UID BODY.PEEK[])")
        .says(body(4) + body(6) + "a4 NO [SERVERBUG] out of order\r\n")
        .hears("a5 UID FETCH 5 (UID BODY.PEEK[])")
        .says("a5 NO [SERVERBUG] out of order\r\n")
        .hears("a6 LOGOUT");
    TAKE(report, fetch(first));
    SCRIPT_IS_OVER(first);
    QCOMPARE(report.letters.imported, 2);
    QCOMPARE(report.letters.refused.size(), 1);
    QCOMPARE(report.letters.refused.first().source, QStringLiteral("Column"));
    QVERIFY(report.letters.refused.first().item.contains(u'5'));
    QCOMPARE(lastUid(), 6);

    ScriptedServer second;
    opened(second)
        .hears("a3 UID FETCH 5 (UID RFC822.SIZE)")
        .says(listed({5}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 7:* (UID RFC822.SIZE)")
        .says("a4 OK done\r\n")
        .hears("a5 UID FETCH 5 (UID BODY.PEEK[])")
        .says(body(5) + "a5 OK done\r\n")
        .hears("a6 LOGOUT");
    TAKE(again, fetch(second));
    SCRIPT_IS_OVER(second);
    QCOMPARE(again.letters.imported, 1);
    QCOMPARE(lastUid(), 6);
    QVERIFY(store().due(m_account.id, Due::Fetch)->isEmpty());
}

void TestFetchRun::whatIsGoneMeanwhileIsNotAskedForAgain()
{
    DO(store().saveState(m_account, {7, 6}));
    DO(store().addDue(m_account.id, Due::Fetch, {3, 5}));
    ScriptedServer server;
    opened(server)
        .hears("a3 UID FETCH 3,5 (UID RFC822.SIZE)")
        .says("a3 OK done\r\n")
        .hears("a4 UID FETCH 7:* (UID RFC822.SIZE)")
        .says("a4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QVERIFY(report.letters.refused.isEmpty());
    QVERIFY(store().due(m_account.id, Due::Fetch)->isEmpty());
}

void TestFetchRun::emptyMessagesAreRefusedOnce()
{
    ScriptedServer server;
    opened(server)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4, 5}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4:5 (UID BODY.PEEK[])")
        .says(body(4, "") + body(5) + "a4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QCOMPARE(report.letters.imported, 1);
    QCOMPARE(report.letters.refused.size(), 1);
    QCOMPARE(lastUid(), 5);
    QVERIFY(store().due(m_account.id, Due::Fetch)->isEmpty());
}

void TestFetchRun::numbersThatDoNotLast()
{
    for (int round = 0; round < 2; ++round) {
        ScriptedServer server;
        opened(server, "0")
            .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
            .says(listed({4}) + "a3 OK done\r\n")
            .hears("a4 UID FETCH 4 (UID BODY.PEEK[])")
            .says(body(4) + "a4 OK done\r\n")
            .hears("a5 LOGOUT");
        TAKE(report, fetch(server));
        SCRIPT_IS_OVER(server);
        QCOMPARE(report.letters.imported, round == 0 ? 1 : 0);
        QCOMPARE(report.letters.already, round == 0 ? 0 : 1);
    }
}

void TestFetchRun::marksOnlyWhatIsOnTheDesk()
{
    m_account.afterwards = desk::MailAfterwards::MarkRead;
    ScriptedServer server;
    opened(server)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4, 5, 6}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4:6 (UID BODY.PEEK[])")
        .says(body(4) + body(5, "") + body(6) + "a4 OK done\r\n")
        .hears("a5 SELECT \"INBOX\"")
        .says("* OK [UIDVALIDITY 7] x\r\na5 OK [READ-WRITE] done\r\n")
        .hears("a6 UID STORE 4,6 +FLAGS.SILENT (\\Seen)")
        .says("a6 OK done\r\n")
        .hears("a7 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QCOMPARE(report.marked, 2);
    QVERIFY(store().due(m_account.id, Due::Mark)->isEmpty());
}

void TestFetchRun::marksWhatAnEarlierFetchLeft()
{
    m_account.afterwards = desk::MailAfterwards::Move;
    m_account.moveTo = QStringLiteral("Done");
    ScriptedServer first;
    opened(first)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4 (UID BODY.PEEK[])")
        .says(body(4) + "a4 OK done\r\n")
        .hears("a5 SELECT \"INBOX\"")
        .breaksOff();
    TAKE(report, fetch(first));
    QCOMPARE(report.letters.imported, 1);
    QCOMPARE(report.troubles.size(), 1);
    QCOMPARE(store().due(m_account.id, Due::Mark)->size(), 1);

    ScriptedServer second;
    opened(second)
        .hears("a3 UID FETCH 5:* (UID RFC822.SIZE)")
        .says("a3 OK done\r\n")
        .hears("a4 SELECT \"INBOX\"")
        .says("* OK [UIDVALIDITY 7] x\r\na4 OK [READ-WRITE] done\r\n")
        .hears("a5 UID MOVE 4 \"Done\"")
        .says("a5 OK done\r\n")
        .hears("a6 LOGOUT");
    TAKE(again, fetch(second));
    SCRIPT_IS_OVER(second);
    QCOMPARE(again.marked, 1);
    QVERIFY(again.troubles.isEmpty());
    QVERIFY(store().due(m_account.id, Due::Mark)->isEmpty());
}

void TestFetchRun::aServerThatMarksNothingIsTold()
{
    m_account.afterwards = desk::MailAfterwards::MarkRead;
    ScriptedServer server;
    opened(server)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says(listed({4}) + "a3 OK done\r\n")
        .hears("a4 UID FETCH 4 (UID BODY.PEEK[])")
        .says(body(4) + "a4 OK done\r\n")
        .hears("a5 SELECT \"INBOX\"")
        .says("* OK [UIDVALIDITY 7] x\r\na5 OK [READ-ONLY] done\r\n")
        .hears("a6 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QVERIFY(!report.broken);
    QCOMPARE(report.troubles.size(), 1);
    QCOMPARE(report.letters.imported, 1);
}

void TestFetchRun::leavingMarksDropsThem()
{
    DO(store().saveState(m_account, {7, 6}));
    DO(store().addDue(m_account.id, Due::Mark, {3, 5}));
    ScriptedServer server;
    opened(server).hears("a3 UID FETCH 7:* (UID RFC822.SIZE)").says("a3 OK done\r\n").hears("a4 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QCOMPARE(report.marked, 0);
    QVERIFY(store().due(m_account.id, Due::Mark)->isEmpty());
}

void TestFetchRun::anAccountThatWasChangedTakesNothing()
{
    desk::MailAccount changed = m_account;
    changed.folder = QStringLiteral("Letters");
    TAKE(kept, editorial::editMailAccounts(*m_fixture->desk, {{changed}, {}}));
    ScriptedServer server;
    opened(server);
    const auto report = fetch(server);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, base::Error::Kind::Conflict);
    QVERIFY2(report.error().message.contains(QStringLiteral("“Column”")), qPrintable(report.error().message));
    QCOMPARE(store().state(kept.first().id)->uidValidity, 0);
}

void TestFetchRun::aLargeLetterNeedsAttention()
{
    m_largest = 200;
    const QByteArray raw = message(4, " " + QByteArray("And so on. ").repeated(100));
    ScriptedServer server;
    opened(server)
        .hears("a3 UID FETCH 1:* (UID RFC822.SIZE)")
        .says("* 1 FETCH (UID 4 RFC822.SIZE " + QByteArray::number(raw.size()) + ")\r\na3 OK done\r\n")
        .hears("a4 UID FETCH 4 (UID BODY.PEEK[]<0.100>)")
        .says("* 1 FETCH (UID 4 BODY[]<0> {100}\r\n" + raw.left(100) + ")\r\na4 OK done\r\n")
        .hears("a5 LOGOUT");
    TAKE(report, fetch(server));
    SCRIPT_IS_OVER(server);
    QCOMPARE(report.letters.imported, 1);
    QCOMPARE(report.letters.needAttention, 1);
    TAKE(view, editorial::letter(*m_fixture->desk, report.letters.letters.first()));
    QCOMPARE(view.letter.subject, QStringLiteral("Question 4"));
    QVERIFY2(view.letter.notice.contains(QStringLiteral("UID 4")), qPrintable(view.letter.notice));
}

QTEST_GUILESS_MAIN(TestFetchRun)
#include "tst_fetch_run.moc"
