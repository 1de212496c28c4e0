// IncomingLetter: what a reader hands over, one letter as it was sent in, and beside it what was odd about it. The
// identity of the sender is in here too; whoever takes the letter seals it away. Values, any thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace intake {

// The largest letter that is read, in bytes. Of a larger message the headers are read, and it asks for attention.
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

// A letter that somebody passed on: what seems to have been written by another than the sender.
struct Forwarded {
    Sender writer;
    QDateTime written; // UTC; invalid if it does not say
    QString subject;
    QString text; // the writer's own words, as IncomingLetter::text
};

struct IncomingLetter {
    QString subject;
    QString text;       // what the person wrote; lines end with "\n", no blank lines around it
    QDateTime received; // UTC; invalid if not known
    Sender sender;
    QByteArray headers;     // as they came; empty for plain text
    QByteArray raw;         // everything as it came
    QString messageId;      // without the angle brackets; empty where there is none
    QStringList references; // the message ids of earlier mail that this one answers, the nearest last
    QString channel;        // "message", "text" or "sheet"
    QString signature;      // pen name, where the source has one in a place of its own or the text ends with one
    QString place;
    std::optional<bool> consent; // to being published, where the source says
    std::optional<Forwarded> forwarded;
    QString attention;  // for people, translated: why somebody has to look at it; empty: nothing is wrong
    QString notALetter; // for people, translated: why this is no letter but a bounce or the like; empty: it is one
    QList<Attached> attachments;
    QStringList warnings; // for people, translated; never quotes the letter
};

// Something of a source that could not be read, while the rest was.
struct Refusal {
    QString item;   // where it stands: "message 12 at byte 10482"
    QString reason; // for people: what is wrong and what can be done
};

} // namespace intake
