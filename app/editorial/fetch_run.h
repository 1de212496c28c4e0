// FetchRun: one run over one mail account: what is new comes onto the desk by batches, each in one transaction with how
// far it goes and what is due because of it. Owned by fetchMail(), on its thread.
#pragma once

#include "editorial/fetching.h"
#include "intake/imap_client.h"
#include "storage/mail_account_store.h"

#include <QElapsedTimer>
#include <QSet>

namespace editorial {

class Reception;

class FetchRun
{
public:
    // All must outlive it. `client` is not connected yet.
    FetchRun(Desk &desk, const desk::MailAccount &account, intake::ImapClient &client, base::Progress &progress);

    // See fetchMail().
    [[nodiscard]] base::Result<FetchReport> run(const QString &password);

private:
    [[nodiscard]] base::Result<void> fetch(const QString &password);
    [[nodiscard]] base::Result<void> openFolder();
    [[nodiscard]] base::Result<QList<intake::ImapListed>> listNew();
    [[nodiscard]] base::Result<void> take(const intake::ImapMessage &message);
    [[nodiscard]] base::Result<void> flush();
    [[nodiscard]] base::Result<void> putOnDesk(const intake::ImapMessage &message, Reception &reception);
    [[nodiscard]] base::Result<void> saveProgress();
    [[nodiscard]] base::Result<void> saveState();
    [[nodiscard]] base::Result<void> finishOnServer();
    [[nodiscard]] base::Result<void> finishOnServer(const QList<qint64> &uids);
    void report();
    // Notes that the desk failed, which ends all; an error of the server only ends the fetch.
    template <typename T>
    [[nodiscard]] base::Result<T> ofDesk(base::Result<T> result)
    {
        if (!result)
            m_deskFailed = true;
        return result;
    }

    Desk &m_desk;
    storage::MailAccountStore &m_store;
    const desk::MailAccount &m_account;
    intake::ImapClient &m_client;
    base::Progress &m_progress;
    FetchReport m_report;
    desk::MailState m_state;
    QList<qint64> m_coming; // UIDs above m_state.lastUid, ascending
    qsizetype m_next = 0;   // of these, the first that is not settled
    QSet<qint64> m_settled; // on the desk, refused, or noted as missed
    QList<intake::ImapMessage> m_batch;
    qint64 m_bytesOfBatch = 0;
    QElapsedTimer m_sinceBatch;
    QList<qint64> m_onDesk; // of the batch
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_deskFailed = false;
};

} // namespace editorial
