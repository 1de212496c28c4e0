// IncomingLetter: what a reader hands over, one letter as it was sent in, and beside it what was odd about it. The
// identity of the sender is in here too; whoever takes the letter seals it away. Values, any thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace intake {

// The largest letter that is read, in bytes. A larger one is refused, the rest of its mailbox is read.
inline constexpr qint64 letterLimit = 64LL * 1024 * 1024;

struct Attached {
    QString name;       // without a path; never empty
    QString mediaType;  // "image/png", lower case
    QByteArray content; // decoded
};

// Empty where the letter does not say.
struct Sender {
    QString name;
    QString address;
};

struct IncomingLetter {
    QString subject;
    QString text;       // what the person wrote; lines end with "\n", no blank lines around it
    QDateTime received; // UTC; invalid if not known
    Sender sender;
    QByteArray headers; // as they came; empty for plain text
    QByteArray raw;     // everything as it came
    QString messageId;  // without the angle brackets; empty where there is none
    QString channel;    // "message" or "text"
    QList<Attached> attachments;
    QStringList warnings; // for people, translated; never quotes the letter
};

// Something of a source that could not be read, while the rest was.
struct Refusal {
    QString item;   // where it stands: "message 12 at byte 10482"
    QString reason; // for people: what is wrong and what can be done
};

} // namespace intake
