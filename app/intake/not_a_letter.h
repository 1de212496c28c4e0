// NotALetter: mail that no person wrote to the column: reports that mail could not be delivered, automatic answers,
// receipts, newsletters, invitations. Headers decide, never words alone. Pure function, any thread.
#pragma once

#include "intake/header_block.h"
#include "intake/incoming_letter.h"

namespace intake {

// For people, translated: what it is and by which sign; empty if it may be a letter. `isInvitation` says that a part of
// it asks to an appointment.
[[nodiscard]] QString whyNotALetter(const HeaderBlock &headers, const QString &subject, const Sender &sender,
                                    bool isInvitation);

} // namespace intake
