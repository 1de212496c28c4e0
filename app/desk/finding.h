// Finding: something a check found at a place: a blocker keeps its article off the site, a warning does not.
// Values, any thread.
#pragma once

#include "desk/id.h"

#include <QList>
#include <QString>

namespace desk {

struct Finding {
    enum class Severity { Blocker, Warning };
    Severity severity = Severity::Warning;
    QString check;     // stable name of the check: "title", "slug", "answer", "identity", ...; never translated
    ArticleId article; // null: the whole desk
    QString where;     // for people: "answer 2, line 14", "title"
    QString text;      // the words in question, shown to people only; never logged
    QString message;   // what is wrong and what to do
};

// "blocker" or "warning", for JSON.
[[nodiscard]] QString name(Finding::Severity severity);

[[nodiscard]] bool hasBlocker(const QList<Finding> &findings);

} // namespace desk
