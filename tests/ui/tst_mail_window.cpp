// Mail accounts and fetching in the window: the dialog by its controls, the fetch against a real server, and what is
// told.
#include "sample_workplace.h"

#include "editorial/mail_accounts.h"
#include "mail/dovecot.h"
#include "mail/fake_keyring.h"
#include "ui/fetch_control.h"
#include "ui/job_strip.h"
#include "ui/mail_account_dialog.h"
#include "ui/mail_password_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

using desk::MailAccount;
using ui::MailAccountDialog;
using ui::MailPasswordDialog;

namespace {

QByteArray message(int number)
{
    return "From: Reader <reader@mail.example>\r\nSubject: Question " + QByteArray::number(number) +
           "\r\nDate: Fri, 1 May 2026 10:00:00 +0000\r\n\r\nWhy is number " + QByteArray::number(number) +
           " so odd?\r\n";
}

QPushButton *acceptButton(const QDialog &dialog)
{
    const auto *box = dialog.findChild<QDialogButtonBox *>(QStringLiteral("buttons"));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton *>(button);
    }
    return nullptr;
}

} // namespace

class TestMailWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    // the dialog
    void theFirstAccountIsReadyToBeTyped();
    void thePortGoesWithTheEncryption();
    void whatCannotBeUsedIsShown();
    void changesAndRemovesAtOnce();
    void asksBeforeEditsAreDropped();
    void withoutAKeyringAPasswordLastsForTheSession();
    void aConflictIsTold();
    void looksUpFoldersAndTriesTheConnection();
    void whatTheServerRefusesIsTold();
    void everyControlHasAName();
    // fetching
    void withoutAccountsItShowsTheDialog();
    void fetchesAndLeadsToTheLetters();
    void asksForAPasswordThatIsNotKept();
    void aRefusedPasswordIsAskedForAgain();
    void fetchesWhenItsTimeHasCome();
    void tellsTheSameTroubleOnce();
    void whatNobodyAskedForOpensNoDialog();
    void severalAccountsAreOneRound();

private:
    void add(const QString &name, int minutes = 0)
    {
        MailAccount account;
        account.name = name;
        account.host = QStringLiteral("localhost");
        account.port = m_server ? m_server->tlsPort() : 1;
        account.user = Dovecot::user();
        account.minutes = minutes;
        QVERIFY(m_place->run([account](editorial::Desk &desk) {
            return editorial::editMailAccounts(desk, {{account}, {}});
        }));
    }
    QList<MailAccount> accounts()
    {
        QList<MailAccount> all;
        m_place->run([&all](editorial::Desk &desk) {
            auto read = editorial::mailAccounts(desk);
            all = read.value_or(QList<MailAccount>());
            return read;
        });
        return all;
    }
    bool startServer()
    {
        m_server = std::make_unique<Dovecot>();
        QFile authority(m_place->folder.filePath(QStringLiteral("authority.pem")));
        const bool well =
            m_server->start() && authority.open(QIODevice::WriteOnly) && authority.write(m_server->authority()) > 0;
        qputenv("SSL_CERT_FILE", authority.fileName().toUtf8());
        return well;
    }
    void keepPassword(const QString &password)
    {
        m_keyring->entries.insert(QStringLiteral("imap %1@localhost:%2").arg(Dovecot::user()).arg(m_server->tlsPort()),
                                  password);
    }
    MailAccountDialog *openAccounts()
    {
        m_control->showAccounts();
        auto *dialog = openDialog<MailAccountDialog>(*m_window);
        return m_place->settle() ? dialog : nullptr;
    }
    // Waits until the fetch is over, as far as no dialog is open.
    bool settle()
    {
        for (int round = 0; round < 5; ++round) {
            QTest::qWait(20);
            if (!m_place->settle())
                return false;
        }
        return true;
    }
    QStringList told(ui::Notice::Severity severity)
    {
        QStringList texts;
        for (const auto &[number, notice] : m_shown) {
            if (notice.severity == severity)
                texts.append(notice.text);
        }
        return texts;
    }
    void press(const QString &button)
    {
        for (auto shown = m_shown.rbegin(); shown != m_shown.rend(); ++shown) {
            if (shown->second.button == button) {
                shown->second.pressed();
                return;
            }
        }
        QFAIL("there is no such button");
    }
    void savePicture(QWidget &widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("POSTBAG_TOUR");
        if (!folder.isEmpty())
            widget.grab().save(QDir(folder).filePath(QLatin1String(name) + QLatin1String(".png")));
    }

    std::unique_ptr<SampleWorkplace> m_place;
    std::shared_ptr<KeyringState> m_keyring;
    std::unique_ptr<QWidget> m_window;
    ui::FetchControl *m_control = nullptr;
    std::unique_ptr<Dovecot> m_server;
    std::vector<std::pair<int, ui::Notice>> m_shown;
    QList<int> m_withdrawn;
};

#define NEEDS_SERVER                                                                                                   \
    do {                                                                                                               \
        if (!Dovecot::missing().isEmpty())                                                                             \
            QSKIP(qPrintable(Dovecot::missing()));                                                                     \
        QVERIFY(startServer());                                                                                        \
    } while (false)

void TestMailWindow::init()
{
    qunsetenv("SSL_CERT_FILE");
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->open());
    m_keyring = std::make_shared<KeyringState>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 700);
    m_control = new ui::FetchControl(
        m_place->workplace(), std::make_unique<editorial::MailPasswords>(std::make_unique<FakeKeyring>(m_keyring)),
        m_window.get());
    m_shown.clear();
    m_withdrawn.clear();
    connect(&m_place->notices, &ui::Notices::shown, m_control,
            [this](int number, const ui::Notice &notice) { m_shown.emplace_back(number, notice); });
    connect(&m_place->notices, &ui::Notices::withdrawn, m_control, [this](int number) { m_withdrawn.append(number); });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMailWindow::cleanup()
{
    m_window.reset();
    m_place.reset();
    m_server.reset();
}

void TestMailWindow::theFirstAccountIsReadyToBeTyped()
{
    MailAccountDialog *dialog = openAccounts();
    QVERIFY(dialog);
    QCOMPARE(named<QListWidget>(*dialog, "account_list")->count(), 1);
    auto *save = named<QPushButton>(*dialog, "save_button");
    QVERIFY(!save->isEnabled());
    QTRY_VERIFY(named<QLineEdit>(*dialog, "name_edit")->hasFocus());
    QTest::keyClicks(named<QLineEdit>(*dialog, "name_edit"), QStringLiteral("The column"));
    QTest::keyClicks(named<QLineEdit>(*dialog, "host_edit"), QStringLiteral("imap.example.org"));
    QTest::keyClicks(named<QLineEdit>(*dialog, "user_edit"), QStringLiteral("juniper@example.org"));
    QTest::keyClicks(named<QLineEdit>(*dialog, "password_edit"), QStringLiteral("Kingfisher"));
    named<QSpinBox>(*dialog, "minutes_box")->setValue(15);
    QCOMPARE(named<QListWidget>(*dialog, "account_list")->item(0)->text(), QStringLiteral("The column"));
    savePicture(*dialog, "mail-accounts");
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(settle());
    QCOMPARE(accounts().size(), 1);
    const MailAccount account = accounts().first();
    QCOMPARE(account.host, QStringLiteral("imap.example.org"));
    QCOMPARE(account.port, 993);
    QCOMPARE(account.folder, QStringLiteral("INBOX"));
    QCOMPARE(account.minutes, 15);
    QCOMPARE(m_keyring->entries.values(), QStringList{QStringLiteral("Kingfisher")});
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    QVERIFY(!openDialog<MailAccountDialog>(*m_window));
}

void TestMailWindow::thePortGoesWithTheEncryption()
{
    MailAccountDialog *dialog = openAccounts();
    auto *port = named<QSpinBox>(*dialog, "port_box");
    auto *security = named<QComboBox>(*dialog, "security_box");
    security->setCurrentIndex(1);
    QCOMPARE(port->value(), 143);
    port->setValue(1430);
    security->setCurrentIndex(0);
    QCOMPARE(port->value(), 1430); // that was typed
    auto *afterwards = named<QComboBox>(*dialog, "afterwards_box");
    QVERIFY(!named(*dialog, "move_box")->isVisible());
    afterwards->setCurrentIndex(2);
    QVERIFY(named(*dialog, "move_box")->isVisible());
}

void TestMailWindow::whatCannotBeUsedIsShown()
{
    add(QStringLiteral("One"));
    MailAccountDialog *dialog = openAccounts();
    auto *list = named<QListWidget>(*dialog, "account_list");
    click(*dialog, "add_button");
    QCOMPARE(list->currentRow(), 1);
    named<QLineEdit>(*dialog, "name_edit")->setText(QStringLiteral("Two"));
    named<QLineEdit>(*dialog, "host_edit")->setText(QStringLiteral("https://mail.example"));
    list->setCurrentRow(0);
    QTest::mouseClick(named<QPushButton>(*dialog, "save_button"), Qt::LeftButton);
    QCOMPARE(list->currentRow(), 1); // where it is
    const auto *problem = named<QLabel>(*dialog, "problem");
    QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("https://mail.example")),
             qPrintable(problem->text()));
    QCOMPARE(accounts().size(), 1);
    named<QLineEdit>(*dialog, "host_edit")->setText(QStringLiteral("mail.example"));
    QVERIFY(!problem->isVisible());
}

void TestMailWindow::changesAndRemovesAtOnce()
{
    for (const char *name : {"One", "Three", "Two"})
        add(QLatin1String(name));
    MailAccountDialog *dialog = openAccounts();
    auto *list = named<QListWidget>(*dialog, "account_list");
    m_keyring->entries.insert(QStringLiteral("imap juniper@localhost:1"), QStringLiteral("x"));
    QCOMPARE(list->count(), 3);
    named<QLineEdit>(*dialog, "name_edit")->setText(QStringLiteral("Uno"));
    list->setCurrentRow(1);
    click(*dialog, "remove_button");
    QCOMPARE(list->count(), 2);
    QCOMPARE(accounts().size(), 3); // not yet
    QTest::mouseClick(named<QPushButton>(*dialog, "save_button"), Qt::LeftButton);
    QVERIFY(settle());
    QStringList names;
    for (const MailAccount &account : accounts())
        names.append(account.name);
    QCOMPARE(names, (QStringList{QStringLiteral("Two"), QStringLiteral("Uno")}));
    QVERIFY(m_keyring->entries.isEmpty());

    dialog = openAccounts();
    list = named<QListWidget>(*dialog, "account_list");
    click(*dialog, "remove_button");
    click(*dialog, "remove_button");
    QCOMPARE(list->count(), 0);
    QVERIFY(named(*dialog, "nothing")->isVisible() && !named(*dialog, "name_edit")->isVisible());
    QTest::mouseClick(named<QPushButton>(*dialog, "save_button"), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(accounts().isEmpty());
}

void TestMailWindow::asksBeforeEditsAreDropped()
{
    add(QStringLiteral("One"));
    QPointer<MailAccountDialog> dialog = openAccounts();
    dialog->reject(); // nothing was changed
    QTRY_VERIFY(!dialog);
    dialog = openAccounts();
    named<QLineEdit>(*dialog, "name_edit")->setText(QStringLiteral("Uno"));
    dialog->reject();
    auto *question = openDialog<QMessageBox>(*dialog);
    QVERIFY(question && dialog->isVisible());
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY(!dialog);
    QCOMPARE(accounts().first().name, QStringLiteral("One"));
}

void TestMailWindow::withoutAKeyringAPasswordLastsForTheSession()
{
    m_keyring->mood = KeyringState::Mood::Missing;
    add(QStringLiteral("One"));
    MailAccountDialog *dialog = openAccounts();
    named<QLineEdit>(*dialog, "password_edit")->setText(QStringLiteral("Kingfisher"));
    QTest::mouseClick(named<QPushButton>(*dialog, "save_button"), Qt::LeftButton);
    QVERIFY(settle());
    const QStringList warnings = told(ui::Notice::Severity::Warning);
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.first().contains(QStringLiteral("until you close Postbag")), qPrintable(warnings.first()));
    m_control->fetchNow(); // with the password in memory: nothing is asked
    QVERIFY(settle());
    QVERIFY(!openDialog<MailPasswordDialog>(*m_window));
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 1); // nothing answers at port 1
}

void TestMailWindow::aConflictIsTold()
{
    add(QStringLiteral("One"));
    MailAccountDialog *dialog = openAccounts();
    MailAccount other = accounts().first();
    other.minutes = 30;
    QVERIFY(m_place->run([other](editorial::Desk &desk) { return editorial::editMailAccounts(desk, {{other}, {}}); }));
    named<QLineEdit>(*dialog, "name_edit")->setText(QStringLiteral("Uno"));
    QTest::mouseClick(named<QPushButton>(*dialog, "save_button"), Qt::LeftButton);
    QVERIFY(settle());
    QVERIFY(dialog->isVisible() && named(*dialog, "problem")->isVisible());
    QCOMPARE(named<QLineEdit>(*dialog, "name_edit")->text(), QStringLiteral("Uno"));
}

void TestMailWindow::looksUpFoldersAndTriesTheConnection()
{
    NEEDS_SERVER;
    m_server->deliver(message(1));
    m_server->deliver(message(2), QStringLiteral("Entw&APw-rfe"));
    add(QStringLiteral("Column"));
    MailAccountDialog *dialog = openAccounts();
    const auto *answer = named<QLabel>(*dialog, "answer");
    click(*dialog, "try_button");
    QVERIFY(settle());
    QCOMPARE(answer->text(), QStringLiteral("Type the password first."));
    named<QLineEdit>(*dialog, "password_edit")->setText(Dovecot::password());
    click(*dialog, "look_up_button");
    QVERIFY(named(*dialog, "stop_button")->isVisible());
    QVERIFY(settle());
    QVERIFY(!named(*dialog, "stop_button")->isVisible());
    auto *folders = named<QComboBox>(*dialog, "folder_box");
    QCOMPARE(folders->count(), 2);
    QCOMPARE(folders->currentText(), QStringLiteral("INBOX"));
    folders->setCurrentIndex(folders->findText(QStringLiteral("Entwürfe")));
    click(*dialog, "try_button");
    QVERIFY(settle());
    QVERIFY2(answer->text().startsWith(QStringLiteral("It works. The folder “Entwürfe” holds 1 ")),
             qPrintable(answer->text()));
    savePicture(*dialog, "mail-account-tried");
}

void TestMailWindow::whatTheServerRefusesIsTold()
{
    NEEDS_SERVER;
    add(QStringLiteral("Column"));
    MailAccountDialog *dialog = openAccounts();
    const auto *answer = named<QLabel>(*dialog, "answer");
    named<QLineEdit>(*dialog, "password_edit")->setText(QStringLiteral("wrong"));
    click(*dialog, "try_button");
    QVERIFY(settle());
    QVERIFY2(answer->text().contains(QStringLiteral("does not take this user name")), qPrintable(answer->text()));
    savePicture(*dialog, "mail-account-refused");
    named<QLineEdit>(*dialog, "password_edit")->setText(Dovecot::password());
    named<QComboBox>(*dialog, "folder_box")->setCurrentText(QStringLiteral("Leters"));
    click(*dialog, "try_button");
    QVERIFY(settle());
    QVERIFY2(answer->text().contains(QStringLiteral("no folder “Leters”")), qPrintable(answer->text()));
    qunsetenv("SSL_CERT_FILE");
    click(*dialog, "try_button");
    QVERIFY(settle());
    QVERIFY2(answer->text().contains(QStringLiteral("certificate")), qPrintable(answer->text()));
}

void TestMailWindow::everyControlHasAName()
{
    add(QStringLiteral("One"));
    QCOMPARE(namelessControls(*openAccounts()), QStringList());
    MailPasswordDialog password(accounts().first(), {}, true, m_window.get());
    QCOMPARE(namelessControls(password), QStringList());
}

void TestMailWindow::withoutAccountsItShowsTheDialog()
{
    m_place->workplace().actions.setAvailable(ui::Need::Desk, true);
    m_place->workplace().actions.action(ui::ActionId::FetchMail)->trigger();
    QTRY_VERIFY(openDialog<MailAccountDialog>(*m_window));
}

void TestMailWindow::fetchesAndLeadsToTheLetters()
{
    NEEDS_SERVER;
    for (int number = 1; number <= 3; ++number)
        m_server->deliver(message(number));
    add(QStringLiteral("Column"));
    keepPassword(Dovecot::password());
    QStringList steps;
    connect(m_place->session.get(), &editorial::Session::jobStarted, m_control, [&steps](editorial::Job *job) {
        connect(job, &editorial::Job::progressed, job, [job, &steps](qint64 done, qint64 total, const QString &step) {
            steps.append(ui::progressText(job->title(), done, total, step));
        });
    });
    QSignalSpy wanted(m_control, &ui::FetchControl::lettersWanted);
    m_control->fetchNow();
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    QVERIFY2(told(ui::Notice::Severity::News).first().startsWith(QStringLiteral("3 ")),
             qPrintable(told(ui::Notice::Severity::News).first()));
    QVERIFY2(steps.contains(QStringLiteral("Fetching mail: 3 of 3 letters from Column · 100 %")),
             qPrintable(steps.join(u'\n')));
    QCOMPARE(wanted.count(), 0);
    press(QStringLiteral("Show them"));
    QCOMPARE(wanted.count(), 1);
    m_control->fetchNow();
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).last(), QStringLiteral("There is no new mail."));
}

void TestMailWindow::asksForAPasswordThatIsNotKept()
{
    NEEDS_SERVER;
    m_server->deliver(message(1));
    add(QStringLiteral("Column"));
    m_control->fetchNow();
    QTRY_VERIFY(openDialog<MailPasswordDialog>(*m_window));
    auto *dialog = openDialog<MailPasswordDialog>(*m_window);
    savePicture(*dialog, "mail-password");
    QVERIFY(!acceptButton(*dialog)->isEnabled());
    dialog->reject();
    QVERIFY(settle());
    QVERIFY(told(ui::Notice::Severity::News).isEmpty()); // nothing was fetched
    m_control->fetchNow();
    QTRY_VERIFY(openDialog<MailPasswordDialog>(*m_window));
    dialog = openDialog<MailPasswordDialog>(*m_window);
    QTest::keyClicks(named<QLineEdit>(*dialog, "password_edit"), QStringLiteral("wrong"));
    named<QLineEdit>(*dialog, "password_edit")->setText(Dovecot::password());
    acceptButton(*dialog)->click();
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    QCOMPARE(m_keyring->entries.values(), QStringList{Dovecot::password()});
}

void TestMailWindow::aRefusedPasswordIsAskedForAgain()
{
    NEEDS_SERVER;
    m_server->deliver(message(1));
    add(QStringLiteral("Column"));
    keepPassword(QStringLiteral("wrong"));
    m_control->fetchNow();
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 1);
    press(QStringLiteral("Give the password"));
    QTRY_VERIFY(openDialog<MailPasswordDialog>(*m_window));
    auto *dialog = openDialog<MailPasswordDialog>(*m_window);
    QVERIFY(named<QLabel>(*dialog, "reason")->text().contains(QStringLiteral("did not take")));
    named<QLineEdit>(*dialog, "password_edit")->setText(Dovecot::password());
    acceptButton(*dialog)->click();
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    QCOMPARE(m_keyring->entries.values(), QStringList{Dovecot::password()});
    QCOMPARE(m_withdrawn.size(), 1); // the error is no longer so
}

void TestMailWindow::fetchesWhenItsTimeHasCome()
{
    NEEDS_SERVER;
    m_server->deliver(message(1));
    add(QStringLiteral("Column"), 15);
    add(QStringLiteral("Other"), 0);
    keepPassword(Dovecot::password());
    const QDateTime now(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC);
    m_control->fetchDue(now);
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    m_server->deliver(message(2));
    m_control->fetchDue(now.addSecs(14 * 60));
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 1);
    m_control->fetchDue(now.addSecs(15 * 60));
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 2);
    m_control->fetchDue(now.addSecs(60 * 60));
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::News).size(), 2); // nothing new is nothing to tell
}

void TestMailWindow::tellsTheSameTroubleOnce()
{
    NEEDS_SERVER;
    add(QStringLiteral("Column"), 5);
    keepPassword(Dovecot::password());
    m_server->stop();
    const QDateTime now(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC);
    for (int minute : {0, 5, 10}) {
        m_control->fetchDue(now.addSecs(minute * 60));
        QVERIFY(settle());
    }
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 1);
    QVERIFY(m_withdrawn.isEmpty());
    m_control->fetchNow(); // who asks is told
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 2);
    QCOMPARE(m_withdrawn.size(), 1); // the new one stands for the old one

    m_server->deliver(message(1));
    QVERIFY(startServer());
    MailAccount moved = accounts().first();
    moved.port = m_server->tlsPort();
    QVERIFY(m_place->run([moved](editorial::Desk &desk) { return editorial::editMailAccounts(desk, {{moved}, {}}); }));
    keepPassword(Dovecot::password());
    m_control->fetchDue(now.addSecs(20 * 60));
    QVERIFY(settle());
    QCOMPARE(m_withdrawn.size(), 2); // it is no longer so
}

void TestMailWindow::whatNobodyAskedForOpensNoDialog()
{
    NEEDS_SERVER;
    add(QStringLiteral("Column"), 5);
    auto *line = new QLineEdit(m_window.get());
    line->show();
    line->setFocus();
    const QDateTime now(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC);
    m_control->fetchDue(now); // no password
    QVERIFY(settle());
    m_control->fetchDue(now.addSecs(300));
    QVERIFY(settle());
    QVERIFY(!openDialog<QDialog>(*m_window));
    QVERIFY(line->hasFocus());
    QCOMPARE(told(ui::Notice::Severity::Warning).size(), 1);

    keepPassword(QStringLiteral("wrong"));
    m_control->fetchDue(now.addSecs(600));
    QVERIFY(settle());
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 1);
    const int asked = m_keyring->asked;
    m_control->fetchDue(now.addSecs(900)); // servers take it ill to be asked again and again
    QVERIFY(settle());
    QCOMPARE(m_keyring->asked, asked);
    QVERIFY(!openDialog<QDialog>(*m_window));
    QVERIFY(line->hasFocus());
}

void TestMailWindow::severalAccountsAreOneRound()
{
    NEEDS_SERVER;
    m_server->deliver(message(1));
    m_server->deliver(message(2), QStringLiteral("More"));
    add(QStringLiteral("Column"));
    keepPassword(Dovecot::password());
    MailAccount more = accounts().first();
    more.id = {};
    more.version = 0;
    more.name = QStringLiteral("More");
    more.folder = QStringLiteral("More");
    MailAccount broken = more;
    broken.name = QStringLiteral("None");
    broken.folder = QStringLiteral("None");
    QVERIFY(m_place->run([more, broken](editorial::Desk &desk) {
        return editorial::editMailAccounts(desk, {{more, broken}, {}});
    }));
    m_control->fetchNow();
    m_control->fetchNow(); // while it is under way
    QVERIFY(settle());
    QVERIFY2(told(ui::Notice::Severity::News).last().startsWith(QStringLiteral("2 ")),
             qPrintable(told(ui::Notice::Severity::News).join(u'\n')));
    QCOMPARE(told(ui::Notice::Severity::Error).size(), 1);
    QVERIFY(told(ui::Notice::Severity::Error).first().startsWith(QStringLiteral("“None”: ")));
}

QTEST_MAIN(TestMailWindow)
#include "tst_mail_window.moc"
