// Letter: what one person wrote in, once. It knows nothing of who wrote it but an opaque key of the correspondent.
// Values, any thread.
#pragma once

#include "desk/id.h"
#include "desk/stage.h"

#include <QDateTime>
#include <QList>

namespace desk {

// What the writer said to being published.
enum class Consent { Unsaid, Given, Refused };

struct Letter {
    LetterId id;
    qint64 number = 0; // the running number that people say aloud; given by the desk file, never reused
    CorrespondentId correspondent;
    QString subject;
    QString original;  // as it came, never changed
    QString edited;    // what will be printed; the original until somebody edits it
    QString signature; // pen name
    QString place;
    LetterStage stage = LetterStage::New;
    QDate heldUntil; // with stage Held only
    bool unread = true;
    QString channel;     // "message", "text" or "sheet": how it came
    QDateTime received;  // UTC
    QString fingerprint; // of the normalised original, see fingerprint.h
    QString messageKey;  // digest of the Message-ID, empty where there was none
    LetterId follows;    // the earlier letter that this one continues, or null
    Consent consent = Consent::Unsaid;
    bool needsAttention = false; // somebody has to look at it, because of what `notice` says
    QString notice;              // for people: why it needs or needed attention, or why it was taken as no letter
    QList<TagId> tags;
    qint64 version = 0; // row version: what a save must name to be taken
};

// One row of the inbox: what a list shows of a letter, without its texts.
struct LetterRow {
    LetterId id;
    qint64 number = 0;
    CorrespondentId correspondent; // for its desk name
    QString subject;
    QString signature;
    LetterStage stage = LetterStage::New;
    QDate heldUntil;
    bool unread = false;
    QDateTime received;
    qint64 words = 0;
    QString excerpt; // of the edited text, one line, at most excerptLength characters
    bool needsAttention = false;
    QString notice;
    QList<TagId> tags;
};

inline constexpr qsizetype excerptLength = 160;

// A letter that somebody seems to have passed on for the one who wrote it. It is offered to people, who decide.
struct Forwarding {
    enum class Decision {
        Open,
        Taken, // what the writer wrote is the letter
        Kept,  // the letter is that of who sent it
    };
    Decision decision = Decision::Open;
    CorrespondentId other; // who wrote it; with Taken, who sent it, since the letter is then the writer's
    QString subject;       // the writer's own
    QString text;
};

// A file that came with a letter; its content stays in the desk file.
struct Attachment {
    AttachmentId id;
    QString name;
    QString mediaType;
    qint64 size = 0; // bytes
};

} // namespace desk
