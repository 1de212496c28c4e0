// AttachmentName: what a part of a message is called on the desk: as its sender named it, made safe, or after what it
// is. Pure functions, any thread.
#pragma once

#include <QString>

namespace intake {

// Without folders, control characters and leading dots, of a bounded length; empty if nothing is left.
[[nodiscard]] QString safeFileName(const QString &name);

// For a part without a name: "signature.asc", "smime.p7s", "winmail.dat" for what they are, else "attachment-3.png".
[[nodiscard]] QString nameForMediaType(const QByteArray &mediaType, qsizetype number);

} // namespace intake
