// MailboxReader: takes a mailbox file (mbox, RFC 4155 and its variants) apart into its messages, one after another,
// without ever holding more of it than the message at hand. It knows nothing of what is in a message: give each to
// readMessage(). Owned by the import; one thread.
#pragma once

#include "base/result.h"
#include "intake/incoming_letter.h"

#include <memory>
#include <optional>

class QFile;

namespace intake {

// One message of a mailbox, or word of one that could not be read.
struct MailboxItem {
    qint64 number = 0;         // from 1
    qint64 offset = 0;         // of its separator line, in bytes
    QByteArray raw;            // without the separator and the mailbox's quotation marks; empty if refused
    QString refusal;           // why it was refused; empty if it was not
    bool isUnfinished = false; // the file ends in the middle of it

    // Where it stands, for people: "message 12 at byte 10482".
    [[nodiscard]] QString place() const;
    // What to add to the warnings of the letter.
    [[nodiscard]] QStringList warnings() const;
};

class MailboxReader
{
public:
    // Messages of more than `limit` bytes are refused.
    explicit MailboxReader(qint64 limit = letterLimit);
    ~MailboxReader();
    MailboxReader(const MailboxReader &) = delete;
    MailboxReader &operator=(const MailboxReader &) = delete;

    // Fails if the file cannot be read (Kind::NotFound, Kind::Io) or does not begin as a mailbox does (Kind::Unusable).
    // An empty file is a mailbox without messages.
    [[nodiscard]] base::Result<void> open(const QString &path);

    // The next message; nothing at the end of the file. When reading fails on the way, the last item tells.
    [[nodiscard]] std::optional<MailboxItem> next();

    [[nodiscard]] qint64 position() const { return m_position; } // bytes taken so far
    [[nodiscard]] qint64 size() const { return m_size; }         // bytes of the file

private:
    struct Line {
        QByteArrayView bytes; // with its end; points into the buffer
        bool isWhole = true;  // false: a piece of a line that is longer than the buffer
        bool begins = true;   // false: a later piece
    };

    [[nodiscard]] std::optional<Line> readLine();
    void fill();
    [[nodiscard]] base::Result<void> findFirst(const QString &path);
    [[nodiscard]] MailboxItem readMessageBytes();
    void take(MailboxItem &item, const Line &line, bool &tooLarge) const;
    void finish(MailboxItem &item, bool tooLarge, bool atEnd) const;

    qint64 m_limit;
    std::unique_ptr<QFile> m_file;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // what is not taken yet of the buffer
    qsizetype m_end = 0;
    qint64 m_position = 0;
    qint64 m_size = 0;
    qint64 m_count = 0;
    std::optional<qint64> m_separatorAt; // of the message that comes next
    bool m_lineOpen = false;             // the last line read was a piece
    bool m_failed = false;
};

} // namespace intake
