// Body: chooses from the parts of a message what the person wrote, and what came along with it. Pure, any thread.
#pragma once

#include "intake/header_block.h"
#include "intake/incoming_letter.h"

namespace intake {

struct Body {
    QString text; // lines end with "\n", no blank lines around it
    QList<Attached> attachments;
    QStringList warnings;      // for people, translated
    QString attention;         // for people, translated: why the text is not the letter, or not all of it
    bool isInvitation = false; // to an appointment
};

// Of alternatives the last plain text is taken, else HTML reduced to text; texts that stand beside one another are
// joined by a blank line; everything else is an attachment. What is signed is read, what is encrypted is not.
[[nodiscard]] Body readBody(const HeaderBlock &headers, QByteArrayView bytes);

// A text without headers; a guessed character set and dropped characters are added to `warnings`.
[[nodiscard]] QString readBareText(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings);

} // namespace intake
