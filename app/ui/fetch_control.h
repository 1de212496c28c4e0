// FetchControl: fetches letters from mailboxes on servers, when the person asks and when an account's time has come:
// finds the passwords, runs the job and tells how it went. What nobody asked for takes no focus, and tells of the same
// trouble once. Belongs to the workbench. The window's thread.
#pragma once

#include "editorial/fetching.h"
#include "editorial/mail_passwords.h"
#include "ui/workplace.h"

#include <QDateTime>
#include <QSet>

#include <memory>

class QWidget;

namespace ui {

// What a fetch from one account came to.
struct FetchedMail {
    desk::MailAccount account;
    editorial::FetchReport report;
};

class FetchControl final : public QObject
{
    Q_OBJECT

public:
    // `window` is what dialogs stand above. Connects the actions that are its own.
    FetchControl(Workplace &workplace, std::unique_ptr<editorial::MailPasswords> passwords, QWidget *window);
    ~FetchControl() override;

    // From all accounts; asks for passwords that are not kept.
    void fetchNow();
    // From those whose time has come.
    void fetchDue(const QDateTime &now);
    void showAccounts();

Q_SIGNALS:
    // The person wants to see the new letters.
    void lettersWanted();

private:
    struct Round;
    struct Login;

    void begin(const QList<desk::MailAccount> &accounts, bool isAsked);
    void findNextPassword();
    void askForPassword(const desk::MailAccount &account, const QString &reason, bool hasKeyring);
    void lackPassword(const desk::MailAccount &account);
    void takePassword(const desk::MailAccount &account, const QString &password, bool isKept);
    void addLogin(const desk::MailAccount &account, const QString &password);
    void start();
    void finish(const base::Result<QList<FetchedMail>> &fetched);
    void tellNews(const editorial::ImportReport &letters);
    void tellRefused(const editorial::ImportReport &letters);
    void noteRefused(const FetchedMail &mail);
    [[nodiscard]] QList<Notice> noticesOf(const FetchedMail &mail);
    void tellTroubles(const desk::MailAccount &account, const QList<Notice> &troubles);

    Workplace &m_workplace;
    std::unique_ptr<editorial::MailPasswords> m_passwords;
    QWidget *m_window;
    std::unique_ptr<Round> m_round;                  // the fetch under way
    QHash<desk::MailAccountId, QDateTime> m_fetched; // when its time last had come
    QSet<desk::MailAccountId> m_refused;             // whose password the server did not take
    // The troubles that were told, with their notices.
    QHash<desk::MailAccountId, QHash<QString, int>> m_told;
};

} // namespace ui
