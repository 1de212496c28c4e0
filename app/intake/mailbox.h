// MailboxReader: takes a mailbox file (mbox, RFC 4155 and its variants mboxo, mboxrd, mboxcl and mboxcl2) apart into
// its messages, one after another, without ever holding more of it than the message at hand. It knows nothing of what
// is in a message: give each to readMessage(). Owned by the import; one thread.
//
// Where a message ends is told by what stands there (startsMessage() in separator.h), never by a count alone. A
// Content-Length among its headers counts if it leads exactly to a separator or to the end of the file, one or two line
// ends aside; then what looks like a separator before that is part of the letter, unless a message with a
// Content-Length of its own begins there: such a mailbox counts all its messages, so the length is a wrong one. How the
// marks before lines that begin with "From " are taken off is told in quotation.h.
#pragma once

#include "base/result.h"
#include "intake/incoming_letter.h"

#include <memory>
#include <optional>

class QIODevice;

namespace intake {

class LineSource;

// One message of a mailbox, or word of one that could not be read.
struct MailboxItem {
    qint64 number = 0;         // from 1
    qint64 offset = 0;         // of its separator line, in bytes
    QByteArray raw;            // without the separator and the mailbox's marks; of a refused one what there is of it
    QString refusal;           // why it was refused; empty if it was not
    bool isUnfinished = false; // the file ends in the middle of it
    bool isStray = false;      // it stands before the first separator

    // Where it stands, for people: "message 12 at byte 10482".
    [[nodiscard]] QString place() const;
    // What to add to the warnings of the letter.
    [[nodiscard]] QStringList warnings() const;
};

class MailboxReader
{
public:
    // How much is held of a file at a time; a longer line is no separator.
    static constexpr qsizetype usualBuffer = 256LL * 1024;
    // How much is kept of a message that is larger than the limit.
    static constexpr qsizetype keptBeginning = 1024LL * 1024;

    // Messages of more than `limit` bytes are refused.
    explicit MailboxReader(qint64 limit = letterLimit, qsizetype bufferSize = usualBuffer);
    ~MailboxReader();
    MailboxReader(const MailboxReader &) = delete;
    MailboxReader &operator=(const MailboxReader &) = delete;

    // Fails if the file cannot be read (Kind::NotFound, Kind::Io) or holds no separator, or none within the limit
    // (Kind::Unusable). An empty file is a mailbox without messages. What stands before the first separator is a
    // message too, or a refused one.
    [[nodiscard]] base::Result<void> open(const QString &path);
    // The same with what is open for reading already; `name` is for messages.
    [[nodiscard]] base::Result<void> open(std::unique_ptr<QIODevice> device, const QString &name);

    // The next message; nothing at the end of the file. When reading fails on the way, the last item tells.
    [[nodiscard]] std::optional<MailboxItem> next();

    [[nodiscard]] qint64 position() const;               // bytes taken so far
    [[nodiscard]] qint64 size() const { return m_size; } // bytes of the file

private:
    struct Count;

    [[nodiscard]] base::Result<void> findFirst(const QString &name);
    [[nodiscard]] MailboxItem readItem(bool isStray);
    [[nodiscard]] bool takeLines(MailboxItem &item);
    [[nodiscard]] bool append(QByteArray &raw, QByteArrayView bytes) const;
    [[nodiscard]] bool endsHere(bool afterBlank, Count &count) const;
    [[nodiscard]] std::optional<qint64> leadsTo(qint64 offset) const;
    void finish(MailboxItem &item, bool tooLarge, bool atEnd) const;

    qint64 m_limit;
    qsizetype m_bufferSize;
    std::unique_ptr<LineSource> m_lines;
    qint64 m_size = 0;
    qint64 m_count = 0;
    std::optional<MailboxItem> m_stray;  // what stands before the first separator
    std::optional<qint64> m_separatorAt; // of the message that comes next
};

} // namespace intake
