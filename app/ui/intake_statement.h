// IntakeStatement: what is said above and below a letter of how it came, and what is offered to do about that. Values
// and pure functions; nothing here knows a window.
#pragma once

#include "editorial/arrival.h"
#include "ui/actions.h"
#include "ui/palette.h"

#include <QStringList>

namespace ui {

struct IntakeStatement {
    QString icon;
    Role iconRole = Role::SecondaryText;
    QString title; // a word or two
    QString text;  // sentences; no names but those of the desk
    QList<ActionId> offers;

    friend bool operator==(const IntakeStatement &, const IntakeStatement &) = default;
};

// The most pressing first; empty where there is nothing to say.
[[nodiscard]] QList<IntakeStatement> intakeStatements(const editorial::Arrival &arrival);

// "14 lines of quoted mail and a signature are folded."; empty where nothing is.
[[nodiscard]] QString foldedSentence(const QList<editorial::FoldedPart> &parts);

} // namespace ui
