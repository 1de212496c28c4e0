// Revising: keeps the text that was there before a sitting of edits. A part of this layer alone.
#pragma once

#include "desk/remark.h"
#include "editorial/desk.h"

namespace editorial {

// Texts saved within this time of the last kept revision belong to the same sitting.
inline constexpr qint64 sittingMs = 10 * 60 * 1000;

// Keeps `text`, which is about to be replaced, as a revision, unless one was kept in this sitting already. Empty texts
// are not kept.
[[nodiscard]] base::Result<void> keepEarlier(Desk &desk, desk::TextKind kind, const QUuid &owner, const QString &text);

} // namespace editorial
