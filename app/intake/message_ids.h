// MessageIds: the ids of messages in Message-ID, In-Reply-To and References (RFC 5322, 3.6.4), in the forms that
// programs really write: without brackets, with spaces, with words between them. Pure functions, any thread.
#pragma once

#include "intake/header_block.h"

#include <QStringList>

namespace intake {

inline constexpr qsizetype mostReferences = 50;

// Without brackets and white space; empty where there is none.
[[nodiscard]] QString messageIdOf(const HeaderBlock &headers);

// The messages that this one answers, the nearest last, each once; the last `mostReferences` of them.
[[nodiscard]] QStringList referencesOf(const HeaderBlock &headers);

} // namespace intake
