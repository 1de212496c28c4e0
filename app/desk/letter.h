// Letter: what one person wrote in, once. It knows nothing of who wrote it but an opaque key of the correspondent.
// Values, any thread.
#pragma once

#include "desk/id.h"
#include "desk/stage.h"

#include <QDateTime>
#include <QList>

namespace desk {

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
    QString channel;     // "message" or "text": how it came
    QDateTime received;  // UTC
    QString fingerprint; // of the normalised original, see fingerprint.h
    QString messageKey;  // digest of the Message-ID, empty where there was none
    LetterId follows;    // the earlier letter that this one continues, or null
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
    QList<TagId> tags;
};

inline constexpr qsizetype excerptLength = 160;

// A file that came with a letter; its content stays in the desk file.
struct Attachment {
    AttachmentId id;
    QString name;
    QString mediaType;
    qint64 size = 0; // bytes
};

} // namespace desk
