// Base64Text: the text of a part that is said to be in base64, as it is out there: broken off, with lines of plain text
// in front or behind, or not in base64 at all. Pure functions, any thread.
#pragma once

#include <QByteArray>

namespace intake {

struct Base64Text {
    QByteArray content;
    bool isBrokenOff = false; // it ends where it cannot end
};

// Bytes that are no base64 are left out between its letters; where most of the bytes are none, all of it is plain text.
[[nodiscard]] Base64Text readBase64(const QByteArray &encoded);

} // namespace intake
