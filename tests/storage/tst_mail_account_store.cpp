// MailAccountStore: the accounts, and how far each is fetched.
#include "invented.h"

#include "storage/mail_account_store.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::MailAccount;
using storage::MailAccountStore;
using Due = storage::MailAccountStore::Due;

namespace {

MailAccount account(const QString &name)
{
    MailAccount account;
    account.id = desk::MailAccountId::fromName(QStringLiteral("account ") + name);
    account.name = name;
    account.host = QStringLiteral("imap.juniper.example");
    account.user = QStringLiteral("juniper");
    return account;
}

} // namespace

class TestMailAccountStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAdded();
    void namesAreUnique();
    void refusesStaleSaves();
    void keepsHowFarItIsFetched();
    void anotherMailboxBeginsAnew_data();
    void anotherMailboxBeginsAnew();
    void anotherUidValidityEndsWhatWasDue();
    void whatIsDueComesAndGoes();
    void aChangedAccountTakesNoStateOfTheOldOne();
    void removesWithAllThatHangsOnIt();
};

void TestMailAccountStore::givesBackWhatWasAdded()
{
    Desk desk;
    MailAccount full = account(QStringLiteral("The Column"));
    full.port = 14300;
    full.security = desk::MailSecurity::StartTls;
    full.folder = QStringLiteral("Letters/Entwürfe");
    full.minutes = 15;
    full.afterwards = desk::MailAfterwards::Move;
    full.moveTo = QStringLiteral("On the desk");
    full = taken(desk->mailAccounts().add(full));
    QCOMPARE(full.version, 1);
    const MailAccount other = taken(desk->mailAccounts().add(account(QStringLiteral("another"))));
    desk.reopen();
    const QList<MailAccount> all = taken(desk->mailAccounts().accounts());
    QCOMPARE(all.size(), 2);
    QVERIFY(all.first() == other);
    QVERIFY(all.last() == full);
}

void TestMailAccountStore::namesAreUnique()
{
    Desk desk;
    taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    MailAccount second = taken(desk->mailAccounts().add(account(QStringLiteral("Other"))));
    QCOMPARE(desk->mailAccounts().add(account(QStringLiteral("COLUMN"))).error().kind, Error::Kind::Unusable);
    second.name = QStringLiteral("column");
    QCOMPARE(desk->mailAccounts().save(second).error().kind, Error::Kind::Unusable);
    second.name = QStringLiteral("OTHER");
    QCOMPARE(taken(desk->mailAccounts().save(second)), 2);
}

void TestMailAccountStore::refusesStaleSaves()
{
    Desk desk;
    MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    const MailAccount stale = mine;
    mine.minutes = 5;
    mine.version = taken(desk->mailAccounts().save(mine));
    QCOMPARE(mine.version, 2);
    QCOMPARE(desk->mailAccounts().save(stale).error().kind, Error::Kind::Conflict);
    QVERIFY(taken(desk->mailAccounts().accounts()).first() == mine);
    QCOMPARE(desk->mailAccounts().save(account(QStringLiteral("stranger"))).error().kind, Error::Kind::NotFound);
}

void TestMailAccountStore::keepsHowFarItIsFetched()
{
    Desk desk;
    const MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    QCOMPARE(taken(desk->mailAccounts().state(mine.id)).uidValidity, 0);
    taken(desk->mailAccounts().saveState(mine, {3'857'529'045, 4'294'967'295}));
    desk.reopen();
    const desk::MailState state = taken(desk->mailAccounts().state(mine.id));
    QCOMPARE(state.uidValidity, 3'857'529'045);
    QCOMPARE(state.lastUid, 4'294'967'295);
    QCOMPARE(taken(desk->mailAccounts().accounts()).first().version, 1); // nobody edited it
}

void TestMailAccountStore::anotherMailboxBeginsAnew_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isAnew");
    const auto host = QStringLiteral("imap.juniper.example");
    const auto user = QStringLiteral("juniper");
    const auto folder = QStringLiteral("INBOX");
    QTest::newRow("the same") << host << user << folder << false;
    QTest::newRow("the host in other case") << host.toUpper() << user << folder << false;
    QTest::newRow("another host") << QStringLiteral("mail.example") << user << folder << true;
    QTest::newRow("another user") << host << QStringLiteral("wren") << folder << true;
    QTest::newRow("another folder") << host << user << QStringLiteral("Letters") << true;
}

void TestMailAccountStore::anotherMailboxBeginsAnew()
{
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(QString, folder);
    QFETCH(bool, isAnew);
    Desk desk;
    MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    taken(desk->mailAccounts().saveState(mine, {7, 40}));
    taken(desk->mailAccounts().addDue(mine.id, Due::Mark, {40}));
    mine.host = host;
    mine.user = user;
    mine.folder = folder;
    mine.minutes = 30;
    taken(desk->mailAccounts().save(mine));
    QCOMPARE(taken(desk->mailAccounts().state(mine.id)).lastUid, isAnew ? 0 : 40);
    QCOMPARE(taken(desk->mailAccounts().due(mine.id, Due::Mark)).isEmpty(), isAnew);
}

void TestMailAccountStore::anotherUidValidityEndsWhatWasDue()
{
    Desk desk;
    const MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    taken(desk->mailAccounts().saveState(mine, {7, 40}));
    taken(desk->mailAccounts().addDue(mine.id, Due::Mark, {39, 40}));
    taken(desk->mailAccounts().addDue(mine.id, Due::Fetch, {38}));
    taken(desk->mailAccounts().saveState(mine, {7, 41}));
    QCOMPARE(taken(desk->mailAccounts().due(mine.id, Due::Mark)).size(), 2);
    taken(desk->mailAccounts().saveState(mine, {8, 1}));
    QVERIFY(taken(desk->mailAccounts().due(mine.id, Due::Mark)).isEmpty());
    QVERIFY(taken(desk->mailAccounts().due(mine.id, Due::Fetch)).isEmpty());
}

void TestMailAccountStore::whatIsDueComesAndGoes()
{
    Desk desk;
    const MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    const MailAccount other = taken(desk->mailAccounts().add(account(QStringLiteral("Other"))));
    taken(desk->mailAccounts().addDue(mine.id, Due::Mark, {9, 3, 5}));
    taken(desk->mailAccounts().addDue(mine.id, Due::Mark, {5, 6}));
    taken(desk->mailAccounts().addDue(mine.id, Due::Fetch, {3}));
    QCOMPARE(taken(desk->mailAccounts().due(mine.id, Due::Mark)), (QList<qint64>{3, 5, 6, 9}));
    taken(desk->mailAccounts().removeDue(mine.id, Due::Mark, {3, 9, 77}));
    QCOMPARE(taken(desk->mailAccounts().due(mine.id, Due::Mark)), (QList<qint64>{5, 6}));
    QCOMPARE(taken(desk->mailAccounts().due(mine.id, Due::Fetch)), (QList<qint64>{3}));
    QVERIFY(taken(desk->mailAccounts().due(other.id, Due::Mark)).isEmpty());
}

void TestMailAccountStore::aChangedAccountTakesNoStateOfTheOldOne()
{
    Desk desk;
    const MailAccount old = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    MailAccount changed = old;
    changed.folder = QStringLiteral("Letters");
    taken(desk->mailAccounts().save(changed));
    QCOMPARE(desk->mailAccounts().saveState(old, {7, 40}).error().kind, Error::Kind::Conflict);
    QCOMPARE(taken(desk->mailAccounts().state(old.id)).lastUid, 0);
}

void TestMailAccountStore::removesWithAllThatHangsOnIt()
{
    Desk desk;
    const MailAccount mine = taken(desk->mailAccounts().add(account(QStringLiteral("Column"))));
    taken(desk->mailAccounts().addDue(mine.id, Due::Mark, {9}));
    taken(desk->mailAccounts().remove(mine.id));
    QVERIFY(taken(desk->mailAccounts().accounts()).isEmpty());
    QCOMPARE(desk->mailAccounts().remove(mine.id).error().kind, Error::Kind::NotFound);
    QCOMPARE(desk->mailAccounts().state(mine.id).error().kind, Error::Kind::NotFound);
    QCOMPARE(desk->mailAccounts().saveState(mine, {7, 1}).error().kind, Error::Kind::NotFound);
    QCOMPARE(desk->mailAccounts().addDue(mine.id, Due::Mark, {1}).error().kind, Error::Kind::NotFound);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

QTEST_GUILESS_MAIN(TestMailAccountStore)
#include "tst_mail_account_store.moc"
