// Cms: what is signed inside a CMS message (RFC 5652), the form in which S/MIME sends a letter and its signature as one
// piece. Reads the encoding (X.690, definite and indefinite lengths), verifies nothing. Bounded. Pure, any thread.
#pragma once

#include <QByteArray>

namespace intake {

enum class CmsKind { None, Signed, Encrypted, Compressed };

[[nodiscard]] CmsKind cmsKind(QByteArrayView der);

// Whether the bytes end before the message does.
[[nodiscard]] bool isBrokenOff(QByteArrayView der);

// The bytes that a signed message carries; empty if it carries none, or cannot be read.
[[nodiscard]] QByteArray signedContent(QByteArrayView der);

} // namespace intake
