// Remark: an editor's or columnist's note on a place in a text; never published. Revision: an earlier state of a text.
// Values, any thread.
#pragma once

#include "desk/id.h"

#include <QDateTime>

namespace desk {

// Which text of the desk a remark or revision belongs to.
enum class TextKind { EditedLetter, Answer };

struct Remark {
    RemarkId id;
    TextKind kind = TextKind::Answer;
    QUuid owner;   // LetterId or AnswerId
    QString quote; // the words it stands at
    QString text;
    QString author;
    QDateTime created;
    bool resolved = false;
};

struct Revision {
    RevisionId id;
    TextKind kind = TextKind::Answer;
    QUuid owner;
    QString text;
    QString reason; // "before editing", "stage", a name that somebody gave
    QDateTime created;
};

} // namespace desk
