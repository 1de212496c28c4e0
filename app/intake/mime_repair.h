// MimeRepair: a message's body as a tree of parts, even if its headers do not say rightly where the parts begin. Pure
// function, any thread.
#pragma once

#include "intake/mime.h"

namespace intake {

// Parses with the boundary that is really there if the one of the header is not; without any, the body is one plain
// text. What was repaired, left out or breaks off is added to `warnings`, for people.
[[nodiscard]] MimeTree repairedTree(const ContentFields &fields, QByteArrayView body, QStringList &warnings);

} // namespace intake
