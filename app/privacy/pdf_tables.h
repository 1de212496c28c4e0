// PDF tables: the streams of a PDF that a reader has to unpack to find its objects, and that a hostile document makes
// to swell a thousandfold. Looked at before the document is opened, since the library that reads it knows no bounds.
// Pure, any thread.
#pragma once

#include <QByteArray>

namespace privacy {

// Whether all cross-reference and object streams (ISO 32000-1, 7.5.7 and 7.5.8) are packed once at most, and unpack to
// no more than 64 MiB together. Those that are locked cannot be looked into, and do not pass.
[[nodiscard]] bool areTablesBounded(const QByteArray &pdf);

} // namespace privacy
