// LetterStore: letters and their attachments in the desk file. Belongs to a DeskFile and its thread. Every list is a
// page; texts are read one letter at a time.
#pragma once

#include "base/result.h"
#include "desk/letter.h"

#include <QHash>

#include <optional>

namespace storage {

class Connection;

enum class LetterOrder { Newest, Oldest, Longest, Shortest };

struct LetterQuery {
    QString search; // words; each may be a beginning. Empty: all
    std::optional<desk::LetterStage> stage;
    desk::TagId tag;             // with its sub-tags; null: any
    bool needsAttention = false; // only those that do
    LetterOrder order = LetterOrder::Newest;
    qint64 limit = 100;
    qint64 offset = 0;
};

struct StageCount {
    qint64 total = 0;
    qint64 unread = 0;
};

class LetterStore
{
public:
    explicit LetterStore(Connection &connection);

    // Adds a letter; gives it version 1 and, unless it brings one, its number.
    [[nodiscard]] base::Result<desk::Letter> add(const desk::Letter &letter);
    [[nodiscard]] base::Result<void> addAttachment(const desk::LetterId &letter, const desk::Attachment &attachment,
                                                   const QByteArray &content);

    // The letter that came before with this fingerprint and message key (both must agree), if any.
    [[nodiscard]] base::Result<std::optional<desk::LetterId>> known(const QString &fingerprint,
                                                                    const QString &messageKey);
    // The letter with this message key, whatever its text, if any.
    [[nodiscard]] base::Result<std::optional<desk::LetterId>> withMessageKey(const QString &messageKey);

    [[nodiscard]] base::Result<desk::Letter> letter(const desk::LetterId &id);
    [[nodiscard]] base::Result<desk::LetterId> idOfNumber(qint64 number);
    // Up to `limit` letters with numbers above `after`, in the order of their numbers.
    [[nodiscard]] base::Result<QList<desk::LetterId>> page(qint64 after, qint64 limit);
    // The highest number that was ever given; the next letter gets the one above it.
    [[nodiscard]] base::Result<qint64> highestNumber();
    // Sees to it that numbers up to this one are not given any more.
    [[nodiscard]] base::Result<void> raiseHighestNumber(qint64 number);
    [[nodiscard]] base::Result<QList<desk::LetterRow>> rows(const LetterQuery &query);
    // How many rows the query has without limit and offset, counted up to `most`.
    [[nodiscard]] base::Result<qint64> count(const LetterQuery &query, qint64 most);
    // How many letters need attention.
    [[nodiscard]] base::Result<qint64> attentionCount();
    // From counters kept by the desk file: the time does not grow with the desk.
    [[nodiscard]] base::Result<QHash<desk::LetterStage, StageCount>> stageCounts();
    [[nodiscard]] base::Result<QList<desk::Attachment>> attachments(const desk::LetterId &letter);
    [[nodiscard]] base::Result<desk::Attachment> attachment(const desk::AttachmentId &id);
    [[nodiscard]] base::Result<QByteArray> attachmentContent(const desk::AttachmentId &attachment);

    // Saves edited, signature, place, subject and follows. Fails with Kind::Conflict if the row's version is not
    // letter.version. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::Letter &letter);
    // Stage and held-until date together; the version goes up.
    [[nodiscard]] base::Result<void> setStage(const desk::LetterId &id, desk::LetterStage stage,
                                              const QDate &heldUntil);
    [[nodiscard]] base::Result<void> setUnread(const desk::LetterId &id, bool unread);
    // Says that somebody has seen to the letter, or takes that back; the notice stays.
    [[nodiscard]] base::Result<void> setNeedsAttention(const desk::LetterId &id, bool needs);
    [[nodiscard]] base::Result<void> setTags(const desk::LetterId &id, const QList<desk::TagId> &tags);

    // Letters held until `today` or before: back to new, unread. Gives how many.
    [[nodiscard]] base::Result<qint64> release(const QDate &today);

private:
    Connection &m_connection;
};

} // namespace storage
