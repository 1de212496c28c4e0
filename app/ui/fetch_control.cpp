#include "ui/fetch_control.h"

#include "editorial/mail_accounts.h"
#include "ui/import_report_dialog.h"
#include "ui/mail_account_dialog.h"
#include "ui/mail_password_dialog.h"

#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

using desk::MailAccount;
using editorial::FetchReport;

constexpr int tickMs = 60'000; // accounts count in minutes

editorial::ImportReport together(const QList<FetchedMail> &all)
{
    editorial::ImportReport sum;
    for (const FetchedMail &mail : all) {
        const editorial::ImportReport &each = mail.report.letters;
        sum.imported += each.imported;
        sum.already += each.already;
        sum.needAttention += each.needAttention;
        sum.refused += each.refused;
        sum.warnings += each.warnings;
        sum.letters += each.letters;
        sum.cancelled = sum.cancelled || each.cancelled;
    }
    return sum;
}

} // namespace

struct FetchControl::Login {
    MailAccount account;
    QString password;
};

struct FetchControl::Round {
    bool isAsked = false;
    QList<MailAccount> waiting; // for their passwords
    QList<Login> logins;
};

FetchControl::FetchControl(Workplace &workplace, std::unique_ptr<editorial::MailPasswords> passwords, QWidget *window)
    : QObject(window), m_workplace(workplace), m_passwords(std::move(passwords)), m_window(window)
{
    workplace.actions.connect(ActionId::FetchMail, this, &FetchControl::fetchNow);
    workplace.actions.connect(ActionId::MailAccounts, this, &FetchControl::showAccounts);
    auto *ticks = new QTimer(this);
    connect(ticks, &QTimer::timeout, this, [this] { fetchDue(QDateTime::currentDateTimeUtc()); });
    ticks->start(tickMs);
}

FetchControl::~FetchControl() = default;

void FetchControl::showAccounts()
{
    auto *dialog = new MailAccountDialog(m_workplace, *m_passwords, m_window);
    connect(dialog, &MailAccountDialog::saved, this, [this] {
        m_refused.clear(); // perhaps there is another password now
        m_workplace.notices.show(
            {Notice::Severity::News, tr("The mail accounts are saved."), tr("Fetch mail"), this, [this] {
                 fetchNow();
             }});
    });
    dialog->open();
}

void FetchControl::fetchNow()
{
    if (m_round) {
        m_workplace.notices.news(tr("Mail is being fetched already."));
        return;
    }
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::mailAccounts(desk); },
        [this](const base::Result<QList<MailAccount>> &accounts) {
            if (!accounts)
                m_workplace.notices.error(accounts.error());
            else if (accounts->isEmpty())
                showAccounts();
            else
                begin(*accounts, true);
        });
}

void FetchControl::fetchDue(const QDateTime &now)
{
    if (m_round)
        return;
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::mailAccounts(desk); },
        [this, now](const base::Result<QList<MailAccount>> &accounts) {
            QList<MailAccount> due;
            for (const MailAccount &account : accounts.value_or(QList<MailAccount>())) {
                const QDateTime last = m_fetched.value(account.id);
                const bool isTime = !last.isValid() || last.secsTo(now) >= account.minutes * 60LL;
                // A password that was refused is not tried again and again: servers take that for an attack.
                if (account.minutes > 0 && isTime && !m_refused.contains(account.id))
                    due.append(account);
                if (isTime)
                    m_fetched.insert(account.id, now);
            }
            if (!due.isEmpty())
                begin(due, false);
        });
}

void FetchControl::begin(const QList<MailAccount> &accounts, bool isAsked)
{
    if (m_round)
        return;
    m_round = std::make_unique<Round>(Round{isAsked, accounts, {}});
    findNextPassword();
}

void FetchControl::findNextPassword()
{
    if (m_round->waiting.isEmpty()) {
        start();
        return;
    }
    const MailAccount account = m_round->waiting.takeFirst();
    m_passwords->find(account, this, [this, account](const base::Result<std::optional<QString>> &found) {
        const bool isRefused = m_refused.contains(account.id);
        if (found && *found && !isRefused) {
            addLogin(account, **found);
        } else if (!m_round->isAsked) {
            lackPassword(account);
        } else {
            const bool hasKeyring = found || found.error().kind != base::Error::Kind::NotFound;
            QString reason = isRefused ? tr("The server did not take the password that Postbag has.") : QString();
            if (!found && !isRefused)
                reason = tr("%1 The password is kept until you close Postbag.").arg(found.error().message);
            askForPassword(account, reason, hasKeyring);
        }
    });
}

void FetchControl::askForPassword(const MailAccount &account, const QString &reason, bool hasKeyring)
{
    auto *dialog = new MailPasswordDialog(account, reason, hasKeyring, m_window);
    connect(dialog, &MailPasswordDialog::given, this,
            [this, account](const QString &password, bool isKept) { takePassword(account, password, isKept); });
    connect(dialog, &QDialog::rejected, this, &FetchControl::findNextPassword);
    dialog->open();
}

void FetchControl::lackPassword(const MailAccount &account)
{
    tellTroubles(account, {{Notice::Severity::Warning,
                            tr("“%1”: No mail was fetched, since its password is not at hand.").arg(account.name),
                            tr("Fetch mail"), this, [this] {
                                fetchNow();
                            }}});
    findNextPassword();
}

void FetchControl::takePassword(const MailAccount &account, const QString &password, bool isKept)
{
    m_refused.remove(account.id);
    m_passwords->keepInMemory(account, password);
    if (isKept)
        m_passwords->keep(account, password, this, [this](const base::Result<void> &kept) {
            if (!kept)
                m_workplace.notices.warning(
                    tr("%1 The password is kept until you close Postbag.").arg(kept.error().message));
        });
    addLogin(account, password);
}

void FetchControl::addLogin(const MailAccount &account, const QString &password)
{
    m_round->logins.append({account, password});
    findNextPassword();
}

void FetchControl::start()
{
    if (m_round->logins.isEmpty()) {
        m_round.reset();
        return;
    }
    m_workplace.session.start(
        tr("Fetching mail"), this,
        [logins = m_round->logins](editorial::Desk &desk,
                                   base::Progress &progress) -> base::Result<QList<FetchedMail>> {
            QList<FetchedMail> all;
            for (const Login &login : logins) {
                if (progress.isCancelled())
                    break;
                auto report = editorial::fetchMail(desk, login.account, login.password, progress);
                if (!report) {
                    report = FetchReport{};
                    report->broken = report.error();
                }
                all.append({login.account, *report});
            }
            return all;
        },
        [this](const base::Result<QList<FetchedMail>> &fetched) { finish(fetched); });
}

void FetchControl::finish(const base::Result<QList<FetchedMail>> &fetched)
{
    const bool isAsked = m_round->isAsked;
    m_round.reset();
    if (!fetched) {
        m_workplace.notices.error(fetched.error());
        return;
    }
    const editorial::ImportReport letters = together(*fetched);
    const bool anyWell =
        std::any_of(fetched->begin(), fetched->end(), [](const FetchedMail &mail) { return !mail.report.broken; });
    if (letters.imported > 0 || (isAsked && anyWell))
        tellNews(letters);
    if (!letters.refused.isEmpty())
        tellRefused(letters);
    for (const FetchedMail &mail : *fetched) {
        if (isAsked)
            tellTroubles(mail.account, {}); // who asks is told again
        noteRefused(mail);
        tellTroubles(mail.account, noticesOf(mail));
    }
}

void FetchControl::tellNews(const editorial::ImportReport &letters)
{
    const bool isNothing = letters.imported + letters.already == 0 && letters.refused.isEmpty() && !letters.cancelled;
    Notice notice{Notice::Severity::News, isNothing ? tr("There is no new mail.") : importSentence(letters)};
    if (letters.imported > 0) {
        notice.button = tr("Show them");
        notice.owner = this;
        notice.pressed = [this] {
            Q_EMIT lettersWanted();
        };
    }
    m_workplace.notices.show(notice);
}

void FetchControl::tellRefused(const editorial::ImportReport &letters)
{
    m_workplace.notices.show(
        {Notice::Severity::Warning,
         tr("%Ln message(s) could not be brought in.", nullptr, static_cast<int>(letters.refused.size())),
         tr("Details"), this, [this, letters] {
             (new ImportReportDialog(letters, m_window))->open();
         }});
}

void FetchControl::noteRefused(const FetchedMail &mail)
{
    if (!mail.report.passwordRefused)
        return;
    m_refused.insert(mail.account.id);
    m_passwords->forgetInMemory(mail.account);
}

// What went wrong with an account.
QList<Notice> FetchControl::noticesOf(const FetchedMail &mail)
{
    QList<Notice> notices;
    if (mail.report.broken) {
        Notice notice{Notice::Severity::Error, tr("“%1”: %2").arg(mail.account.name, mail.report.broken->message)};
        if (mail.report.passwordRefused) {
            notice.button = tr("Give the password");
            notice.owner = this;
            notice.pressed = [this] {
                fetchNow();
            };
        }
        notices.append(notice);
    }
    for (const QString &trouble : mail.report.troubles)
        notices.append({Notice::Severity::Warning, tr("“%1”: %2").arg(mail.account.name, trouble)});
    return notices;
}

// What was told already is not told again; what is no longer so is taken away.
void FetchControl::tellTroubles(const MailAccount &account, const QList<Notice> &troubles)
{
    const QHash<QString, int> before = m_told.take(account.id);
    QHash<QString, int> now;
    for (const Notice &trouble : troubles)
        now.insert(trouble.text,
                   before.contains(trouble.text) ? before.value(trouble.text) : m_workplace.notices.show(trouble));
    for (auto told = before.begin(); told != before.end(); ++told) {
        if (!now.contains(told.key()))
            m_workplace.notices.withdraw(told.value());
    }
    m_told.insert(account.id, now);
}

} // namespace ui
