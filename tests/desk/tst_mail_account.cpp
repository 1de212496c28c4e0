#include "desk/mail_account.h"

#include <QTest>

using desk::MailAccount;

namespace {

MailAccount good()
{
    MailAccount account;
    account.name = QStringLiteral("The column");
    account.host = QStringLiteral("imap.juniper.example");
    account.user = QStringLiteral("juniper@juniper.example");
    return account;
}

} // namespace

class TestMailAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatCanBeUsed();
    void refusesWhatCannot_data();
    void refusesWhatCannot();
    void hosts_data();
    void hosts();
    void namesGoThereAndBack();
};

void TestMailAccount::takesWhatCanBeUsed()
{
    MailAccount account = good();
    account.name = QStringLiteral("  The \n column ");
    account.host += QLatin1Char(' ');
    account.folder = QStringLiteral(" ");
    const auto kept = desk::accepted(account);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->name, QStringLiteral("The column"));
    QCOMPARE(kept->host, QStringLiteral("imap.juniper.example"));
    QCOMPARE(kept->folder, QStringLiteral("INBOX"));
}

void TestMailAccount::refusesWhatCannot_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *field, const char *value, const char *hint) {
        QTest::newRow(field) << QString::fromLatin1(field) << QString::fromUtf8(value) << QString::fromUtf8(hint);
    };
    row("name", " ", "name");
    row("user", "", "user name");
    row("port", "0", "993");
    row("port", "65536", "993");
    row("minutes", "-1", "minutes");
    row("minutes", "20000", "minutes");
    row("move", "", "Name the folder");
    row("move", "INBOX", "another");
}

void TestMailAccount::refusesWhatCannot()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, hint);
    MailAccount account = good();
    if (field == QLatin1String("name"))
        account.name = value;
    else if (field == QLatin1String("user"))
        account.user = value;
    else if (field == QLatin1String("port"))
        account.port = value.toInt();
    else if (field == QLatin1String("minutes"))
        account.minutes = value.toInt();
    else
        account.afterwards = desk::MailAfterwards::Move;
    account.moveTo = value;
    const auto kept = desk::accepted(account);
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, base::Error::Kind::Unusable);
    QVERIFY2(kept.error().message.contains(hint), qPrintable(kept.error().message));
}

void TestMailAccount::hosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("name") << QStringLiteral("imap.example.org") << true;
    QTest::newRow("local") << QStringLiteral("localhost") << true;
    QTest::newRow("address") << QStringLiteral("192.0.2.7") << true;
    QTest::newRow("IPv6") << QStringLiteral("2001:db8::7") << true;
    QTest::newRow("international") << QStringLiteral("bücher.example") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("address of a page") << QStringLiteral("https://mail.example") << false;
    QTest::newRow("mail address") << QStringLiteral("me@mail.example") << false;
    QTest::newRow("with port") << QStringLiteral("mail.example:993") << false;
    QTest::newRow("two words") << QStringLiteral("mail example") << false;
    QTest::newRow("a line") << QStringLiteral("mail.example\nb") << false;
}

void TestMailAccount::hosts()
{
    QFETCH(QString, host);
    QFETCH(bool, isOne);
    MailAccount account = good();
    account.host = host;
    QCOMPARE(desk::accepted(account).has_value(), isOne);
}

void TestMailAccount::namesGoThereAndBack()
{
    for (const QString &name : desk::mailSecurityNames())
        QCOMPARE(desk::name(desk::mailSecurityNamed(name).value()), name);
    for (const QString &name : desk::mailAfterwardsNames())
        QCOMPARE(desk::name(desk::mailAfterwardsNamed(name).value()), name);
    QVERIFY(!desk::mailSecurityNamed(QStringLiteral("none")));
    QVERIFY(!desk::mailAfterwardsNamed(QStringLiteral("delete")));
    QCOMPARE(desk::usualPort(desk::MailSecurity::StartTls), 143);
}

QTEST_GUILESS_MAIN(TestMailAccount)
#include "tst_mail_account.moc"
