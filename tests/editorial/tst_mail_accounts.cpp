// Mail accounts and their passwords.
#include "desk_fixture.h"

#include "editorial/mail_accounts.h"
#include "editorial/mail_passwords.h"
#include "mail/fake_keyring.h"

using base::Error;
using desk::MailAccount;

namespace {

MailAccount account(const QString &name)
{
    MailAccount account;
    account.name = name;
    account.host = QStringLiteral("Mail.Example");
    account.user = QStringLiteral("juniper");
    return account;
}

// Passwords in a keyring that the test can look into.
struct Passwords {
    std::optional<QString> find(const MailAccount &of)
    {
        std::optional<base::Result<std::optional<QString>>> found;
        passwords.find(of, &context, [&found](const auto &result) { found = result; });
        if (!QTest::qWaitFor([&found] { return found.has_value(); }))
            qFatal("no answer");
        lastError = *found ? std::nullopt : std::optional(found->error());
        return *found ? **found : std::nullopt;
    }
    base::Result<void> keep(const MailAccount &of, const QString &password)
    {
        std::optional<base::Result<void>> kept;
        passwords.keep(of, password, &context, [&kept](const auto &result) { kept = result; });
        if (!QTest::qWaitFor([&kept] { return kept.has_value(); }))
            qFatal("no answer");
        return *kept;
    }

    std::shared_ptr<KeyringState> keyring = std::make_shared<KeyringState>();
    QObject context;
    editorial::MailPasswords passwords{std::make_unique<FakeKeyring>(keyring)};
    std::optional<Error> lastError;
};

} // namespace

class TestMailAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAllOrNothing();
    void areNamed();
    void passwordsLieInTheKeyring();
    void aPasswordGoesToNoOtherServer();
    void withoutAKeyringTheyLastForTheSession();
    void aLockedKeyringIsTold();
    void areForgotten();
    void nobodyIsToldWhoIsGone();
};

void TestMailAccounts::editsAllOrNothing()
{
    DeskFixture fixture;
    TAKE(kept, editorial::editMailAccounts(*fixture.desk,
                                           {{account(QStringLiteral("One")), account(QStringLiteral("Two"))}, {}}));
    QCOMPARE(kept.size(), 2);
    QVERIFY(!kept.first().id.isNull() && kept.first().version == 1);
    MailAccount changed = kept.last();
    changed.minutes = 5;
    MailAccount bad = account(QStringLiteral("Three"));
    bad.host.clear();
    const auto failed = editorial::editMailAccounts(*fixture.desk, {{changed, bad}, {kept.first().id}});
    QCOMPARE(failed.error().kind, Error::Kind::Unusable);
    TAKE(all, editorial::mailAccounts(*fixture.desk));
    QCOMPARE(all, kept);
    TAKE(edited, editorial::editMailAccounts(*fixture.desk, {{changed}, {kept.first().id}}));
    QCOMPARE(edited.first().version, 2);
    TAKE(left, editorial::mailAccounts(*fixture.desk));
    QCOMPARE(left.size(), 1);
    QCOMPARE(editorial::editMailAccounts(*fixture.desk, {{kept.last()}, {}}).error().kind, Error::Kind::Conflict);
    QCOMPARE(editorial::editMailAccounts(*fixture.desk, {{}, {kept.first().id}}).error().kind, Error::Kind::NotFound);
}

void TestMailAccounts::areNamed()
{
    DeskFixture fixture;
    QCOMPARE(editorial::mailAccountNamed(*fixture.desk, QStringLiteral("One")).error().kind, Error::Kind::NotFound);
    TAKE(kept, editorial::editMailAccounts(*fixture.desk, {{account(QStringLiteral("One"))}, {}}));
    TAKE(byName, editorial::mailAccountNamed(*fixture.desk, QStringLiteral(" ONE ")));
    TAKE(byId, editorial::mailAccountNamed(*fixture.desk, kept.first().id.toString()));
    QVERIFY(byName == byId);
    const auto other = editorial::mailAccountNamed(*fixture.desk, QStringLiteral("Two"));
    QVERIFY2(other.error().message.contains(QStringLiteral("One")), qPrintable(other.error().message));
}

void TestMailAccounts::passwordsLieInTheKeyring()
{
    Passwords of;
    const MailAccount one = account(QStringLiteral("One"));
    QVERIFY(!of.find(one) && !of.lastError);
    DO(of.keep(one, QStringLiteral("Kingfisher")));
    QCOMPARE(of.keyring->entries.values(), QStringList{QStringLiteral("Kingfisher")});
    of.passwords.forgetInMemory(one);
    MailAccount renamed = one;
    renamed.name = QStringLiteral("Another name");
    renamed.host = QStringLiteral("mail.example");
    QCOMPARE(of.find(renamed), QStringLiteral("Kingfisher"));
}

void TestMailAccounts::aPasswordGoesToNoOtherServer()
{
    Passwords of;
    MailAccount one = account(QStringLiteral("One"));
    one.id = desk::MailAccountId::create();
    DO(of.keep(one, QStringLiteral("Kingfisher")));
    MailAccount other = one;
    other.host = QStringLiteral("thief.example");
    QVERIFY(!of.find(other));
    other = one;
    other.port = 9930;
    QVERIFY(!of.find(other));
    other = one;
    other.user = QStringLiteral("wren");
    QVERIFY(!of.find(other));
}

void TestMailAccounts::withoutAKeyringTheyLastForTheSession()
{
    Passwords of;
    of.keyring->mood = KeyringState::Mood::Missing;
    const MailAccount one = account(QStringLiteral("One"));
    QVERIFY(!of.find(one));
    QCOMPARE(of.lastError->kind, Error::Kind::NotFound);
    QCOMPARE(of.keep(one, QStringLiteral("Kingfisher")).error().kind, Error::Kind::NotFound);
    QCOMPARE(of.find(one), QStringLiteral("Kingfisher"));
    QVERIFY(of.keyring->entries.isEmpty());
}

void TestMailAccounts::aLockedKeyringIsTold()
{
    Passwords of;
    const MailAccount one = account(QStringLiteral("One"));
    of.keyring->mood = KeyringState::Mood::Locked;
    QVERIFY(!of.find(one));
    QCOMPARE(of.lastError->kind, Error::Kind::Refused);
}

void TestMailAccounts::areForgotten()
{
    Passwords of;
    const MailAccount one = account(QStringLiteral("One"));
    DO(of.keep(one, QStringLiteral("Kingfisher")));
    std::optional<bool> forgotten;
    of.passwords.forget(one, &of.context, [&forgotten](const auto &result) { forgotten = result.has_value(); });
    QTRY_COMPARE(forgotten, true);
    QVERIFY(of.keyring->entries.isEmpty());
    QVERIFY(!of.find(one));
}

void TestMailAccounts::nobodyIsToldWhoIsGone()
{
    Passwords of;
    bool told = false;
    {
        QObject gone;
        of.passwords.find(account(QStringLiteral("One")), &gone, [&told](const auto &) { told = true; });
        of.passwords.keepInMemory(account(QStringLiteral("Two")), QStringLiteral("x"));
        of.passwords.find(account(QStringLiteral("Two")), &gone, [&told](const auto &) { told = true; });
    }
    QTest::qWait(50);
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(TestMailAccounts)
#include "tst_mail_accounts.moc"
