// SealedPart: what cannot be read of a message as it is: encrypted parts, and those that only one program packs and
// unpacks. Pure functions, any thread.
#pragma once

#include "intake/mime.h"

namespace intake {

enum class Seal {
    None,
    Pgp,        // encrypted with PGP
    Smime,      // encrypted with S/MIME
    Compressed, // S/MIME that was packed
    Signed,     // S/MIME that carries the letter and its signature as one piece
    Winmail,    // winmail.dat of Outlook
};

[[nodiscard]] Seal sealOf(const MimePart &part);

} // namespace intake
