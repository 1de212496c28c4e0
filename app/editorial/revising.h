// Revising: keeps texts that are about to be replaced, so that nothing that was typed is lost. A part of this layer
// alone.
#pragma once

#include "desk/remark.h"
#include "editorial/desk.h"

namespace editorial {

// Texts saved within this time of the last kept revision belong to the same sitting.
inline constexpr qint64 sittingMs = 10 * 60 * 1000;

// What a person can take out by hand between two saves, in characters; more than that was replaced, not typed over.
inline constexpr qsizetype typedOver = 40;

// Keeps `before`, which `after` is about to replace, as a revision: once in a sitting, and whenever more of it goes
// than typing takes away. Empty texts are not kept.
[[nodiscard]] base::Result<void> keepReplaced(Desk &desk, desk::TextKind kind, const QUuid &owner,
                                              const QString &before, const QString &after);

// Keeps the text that stands where somebody else wanted to save another: whoever was refused may insist.
[[nodiscard]] base::Result<void> keepContested(Desk &desk, desk::TextKind kind, const QUuid &owner,
                                               const QString &text);

} // namespace editorial
