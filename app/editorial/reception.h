// Reception: takes letters in, one after another, from whichever source they come: seals who wrote, knows letters that
// are on the desk already, links what belongs together. Letters go in by batches, one transaction each, so that a stop
// keeps what is done. Owned by an import or a fetch; on the desk's thread.
#pragma once

#include "desk/letter.h"
#include "editorial/desk.h"
#include "intake/incoming_letter.h"
#include "privacy/correspondent.h"

#include <QElapsedTimer>
#include <QSet>

namespace storage {
class Transaction;
}

namespace editorial {

// A letter that comes, its writer sealed, with all that can be told of it without the desk.
struct Arriving {
    struct PassedOn {
        privacy::SealedCorrespondent writer;
        QString subject;
        QString text;
    };

    desk::Letter letter; // without a number yet, and undated where the source does not date it
    privacy::SealedCorrespondent sender;
    std::optional<PassedOn> passedOn;
    QStringList references; // message keys of earlier mail, the nearest last
    QList<intake::Attached> attachments;
    QStringList warnings; // as IncomingLetter::warnings
};

// Half the work of taking a letter in; may be done on any thread. Errors as Vault::seal.
[[nodiscard]] base::Result<Arriving> arriving(const intake::IncomingLetter &incoming, const privacy::Vault &vault);

// What became of a letter that came.
struct Received {
    bool isNew = false;    // else it was on the desk already
    desk::LetterId letter; // the new one; null for one that is not new, or in a dry run
    bool needsAttention = false;
    bool isNoLetter = false; // but a bounce or the like; it is on the desk all the same
    QStringList warnings;    // for people; they never quote the letter
};

class Reception
{
public:
    // A dry run reads and counts, but leaves the desk as it is.
    explicit Reception(Desk &desk, bool dryRun = false);
    // What was not committed is rolled back.
    ~Reception();
    Reception(const Reception &) = delete;
    Reception &operator=(const Reception &) = delete;

    // Fails only where the desk cannot be read or written.
    [[nodiscard]] base::Result<Received> take(const Arriving &arriving);
    [[nodiscard]] base::Result<Received> take(const intake::IncomingLetter &incoming);
    // Writes what was taken so far. take() calls it from time to time, when a batch is long enough.
    [[nodiscard]] base::Result<void> commit();

private:
    [[nodiscard]] base::Result<bool> isKnown(const desk::Letter &letter);
    [[nodiscard]] base::Result<void> noteTwin(desk::Letter &letter, Received &received);
    [[nodiscard]] base::Result<desk::LetterId> predecessor(const Arriving &arriving);
    [[nodiscard]] base::Result<void> add(const Arriving &arriving, const desk::Letter &letter);
    [[nodiscard]] base::Result<void> addBesides(const Arriving &arriving);
    [[nodiscard]] base::Result<void> keyWriters();
    [[nodiscard]] base::Result<void> begin();

    Desk &m_desk;
    bool m_dryRun;
    QSet<QString> m_seen; // keys of what a dry run would have added
    std::unique_ptr<storage::Transaction> m_batch;
    QElapsedTimer m_sinceBatch;
    bool m_hasKeys = false; // all correspondents of the desk have their writer's key
};

} // namespace editorial
