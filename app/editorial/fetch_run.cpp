#include "editorial/fetch_run.h"

#include "editorial/reception.h"
#include "intake/imap_words.h"
#include "intake/message.h"
#include "storage/desk_file.h"

#include <QCoreApplication>

namespace editorial {

namespace {

using base::Error;
using base::Result;
using intake::ImapClient;
using intake::ImapMessage;
using Due = storage::MailAccountStore::Due;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::fetching)
};

// Letters go onto the desk together, so that no transaction waits for the network; but few, so that a cancel need not
// wait.
constexpr qsizetype batchLetters = 25;
constexpr qint64 batchBytes = 256LL * 1024;
constexpr qint64 batchMs = 300;
constexpr qsizetype marksTogether = 100;
constexpr qint64 megabyte = 1024LL * 1024;

} // namespace

FetchRun::FetchRun(Desk &desk, const desk::MailAccount &account, ImapClient &client, base::Progress &progress)
    : m_desk(desk), m_store(desk.file().mailAccounts()), m_account(account), m_client(client), m_progress(progress)
{}

void FetchRun::report()
{
    m_progress.report(m_done, m_total,
                      Words::tr("%L1 of %L2 letters from %3").arg(m_done).arg(m_total).arg(m_account.name));
}

Result<FetchReport> FetchRun::run(const QString &password)
{
    m_progress.report(0, 0, Words::tr("connecting to %1").arg(m_account.host));
    auto fetched = fetch(password);
    // Whatever the server did: what came as a whole is kept.
    if (!m_deskFailed) {
        if (const auto flushed = flush(); !flushed)
            fetched = flushed;
    }
    if (fetched)
        fetched = finishOnServer();
    if (m_deskFailed)
        return fetched.error();
    m_report.letters.cancelled = m_progress.isCancelled();
    if (!fetched && !m_report.letters.cancelled)
        m_report.broken = fetched.error();
    m_report.passwordRefused = m_client.isPasswordRefused();
    if (fetched)
        m_client.signOut();
    if (m_report.letters.imported > 0)
        m_desk.noteChange(Area::Letters);
    return m_report;
}

Result<void> FetchRun::fetch(const QString &password)
{
    if (const auto signedIn = m_client.signIn(m_account.user, password); !signedIn)
        return signedIn;
    if (const auto opened = openFolder(); !opened)
        return opened;
    const auto listed = listNew();
    if (!listed)
        return listed.error();
    m_total = listed->size();
    report();
    return m_client.fetch(*listed, [this](const ImapMessage &message) { return take(message); });
}

Result<void> FetchRun::openFolder()
{
    const auto state = ofDesk(m_store.state(m_account.id));
    if (!state)
        return state.error();
    m_state = *state;
    const auto mailbox = m_client.open(m_account.folder, ImapClient::Access::Read);
    if (!mailbox)
        return mailbox.error();
    if (mailbox->uidValidity != 0 && mailbox->uidValidity == m_state.uidValidity)
        return {};
    // The numbers mean other messages now: all are read again, and known letters are known.
    m_state = {mailbox->uidValidity, 0};
    return ofDesk(saveState());
}

// First those that were passed over, then the newer ones.
Result<QList<intake::ImapListed>> FetchRun::listNew()
{
    const auto missed = ofDesk(m_store.due(m_account.id, Due::Fetch));
    if (!missed)
        return missed.error();
    auto listed = m_client.among(*missed);
    if (!listed)
        return listed;
    QList<qint64> gone = *missed;
    for (const intake::ImapListed &each : std::as_const(*listed))
        gone.removeOne(each.uid);
    if (const auto removed = ofDesk(m_store.removeDue(m_account.id, Due::Fetch, gone)); !removed)
        return removed.error();
    const auto newer = m_client.newerThan(m_state.lastUid);
    if (!newer)
        return newer;
    for (const intake::ImapListed &each : *newer)
        m_coming.append(each.uid);
    return *listed + *newer;
}

Result<void> FetchRun::take(const ImapMessage &message)
{
    if (m_batch.isEmpty())
        m_sinceBatch.start();
    m_batch.append(message);
    m_bytesOfBatch += message.raw.size();
    ++m_done;
    report();
    if (m_progress.isCancelled())
        return intake::cancelled();
    const bool isFull =
        m_batch.size() >= batchLetters || m_bytesOfBatch >= batchBytes || m_sinceBatch.elapsed() >= batchMs;
    return isFull ? flush() : Result<void>();
}

// Letters, how far they go, and what is due because of them: all on the desk, or nothing.
Result<void> FetchRun::flush()
{
    if (m_batch.isEmpty())
        return {};
    m_onDesk.clear();
    storage::Transaction transaction(m_desk.file());
    {
        Reception reception(m_desk);
        for (const ImapMessage &message : std::as_const(m_batch)) {
            if (const auto put = ofDesk(putOnDesk(message, reception)); !put)
                return put;
        }
        if (const auto committed = ofDesk(reception.commit()); !committed)
            return committed;
    }
    if (const auto saved = ofDesk(saveProgress()); !saved)
        return saved;
    m_batch.clear();
    m_bytesOfBatch = 0;
    return ofDesk(transaction.commit());
}

Result<void> FetchRun::putOnDesk(const ImapMessage &message, Reception &reception)
{
    m_settled.insert(message.uid);
    const QString item = Words::tr("message with UID %1").arg(message.uid);
    if (!message.refusal.isEmpty()) {
        const QString reason = Words::tr("%1 The next fetch asks for it again.").arg(message.refusal);
        m_report.letters.refused.append({m_account.name, item, reason});
        return {};
    }
    auto incoming = intake::readMessage(message.raw);
    if (!incoming) {
        m_report.letters.refused.append({m_account.name, item, incoming.error().message});
        return {};
    }
    if (message.size > message.raw.size())
        incoming->attention = Words::tr("The message has %1 MB, so only its beginning was fetched. The whole of it is "
                                        "on the server, in the folder “%2”, with the UID %3.")
                                  .arg(message.size / megabyte)
                                  .arg(m_account.folder)
                                  .arg(message.uid);
    const auto received = reception.take(*incoming);
    if (!received)
        return received.error();
    m_onDesk.append(message.uid);
    for (const QString &warning : received->warnings)
        m_report.letters.warnings.append(Words::tr("%1, %2: %3").arg(m_account.name, item, warning));
    ++(received->isNew ? m_report.letters.imported : m_report.letters.already);
    m_report.letters.needAttention += received->needsAttention ? 1 : 0;
    if (!received->letter.isNull())
        m_report.letters.letters.append(received->letter);
    return {};
}

// As far as no message is left out: a server may give them in any order.
Result<void> FetchRun::saveProgress()
{
    QList<qint64> given;
    QList<qint64> missed;
    for (const ImapMessage &message : std::as_const(m_batch))
        (message.refusal.isEmpty() ? given : missed).append(message.uid);
    while (m_next < m_coming.size() && m_settled.contains(m_coming.at(m_next)))
        m_state.lastUid = m_coming.at(m_next++);
    if (const auto saved = saveState(); !saved)
        return saved;
    if (const auto removed = m_store.removeDue(m_account.id, Due::Fetch, given); !removed)
        return removed;
    if (const auto added = m_store.addDue(m_account.id, Due::Fetch, missed); !added)
        return added;
    if (m_account.afterwards == desk::MailAfterwards::Leave)
        return {};
    return m_store.addDue(m_account.id, Due::Mark, m_onDesk);
}

Result<void> FetchRun::saveState()
{
    auto saved = m_store.saveState(m_account, m_state);
    if (saved || saved.error().kind == Error::Kind::Io)
        return saved;
    return Error{saved.error().kind,
                 Words::tr("The mail account “%1” was changed or removed while mail was being fetched from it. What "
                           "came until then is on the desk.")
                     .arg(m_account.name),
                 saved.error().detail};
}

// Marks and moves what is on the desk, also of fetches that broke off before they came to it.
Result<void> FetchRun::finishOnServer()
{
    const auto due = ofDesk(m_store.due(m_account.id, Due::Mark));
    if (!due)
        return due.error();
    if (m_account.afterwards == desk::MailAfterwards::Leave)
        return ofDesk(m_store.removeDue(m_account.id, Due::Mark, *due));
    if (due->isEmpty())
        return {};
    const auto mailbox = m_client.open(m_account.folder, ImapClient::Access::Change);
    if (!mailbox || mailbox->isReadOnly) {
        m_report.troubles.append(mailbox ? Words::tr("You may only read the folder “%1” on the server, so letters can "
                                                     "neither be marked nor moved there.")
                                               .arg(m_account.folder)
                                         : mailbox.error().message);
        return {};
    }
    // Otherwise the numbers have changed since; the next fetch sees to it.
    return mailbox->uidValidity == m_state.uidValidity ? finishOnServer(*due) : Result<void>();
}

Result<void> FetchRun::finishOnServer(const QList<qint64> &uids)
{
    for (qsizetype at = 0; at < uids.size() && !m_progress.isCancelled(); at += marksTogether) {
        const QList<qint64> some = uids.mid(at, marksTogether);
        const auto marked = m_account.afterwards == desk::MailAfterwards::Move ? m_client.move(some, m_account.moveTo)
                                                                               : m_client.markRead(some);
        if (!marked) {
            if (marked.error().kind != Error::Kind::Cancelled)
                m_report.troubles.append(marked.error().message);
            return {};
        }
        m_report.marked += some.size();
        if (const auto removed = ofDesk(m_store.removeDue(m_account.id, Due::Mark, some)); !removed)
            return removed;
    }
    return {};
}

} // namespace editorial
