// IntakeStatement: what the intake bar says of how a letter came, and what it offers to do about that. Values and a
// pure function; nothing here knows a window.
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

} // namespace ui
