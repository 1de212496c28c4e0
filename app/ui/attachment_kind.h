// Attachment kind: what came with a letter, as people call it: by what the sender's program said it is, or else by the
// end of its name. Only words and icons follow from it: what is shown goes by the bytes. Pure functions; the window's
// thread, for the words.
#pragma once

#include "desk/letter.h"

namespace ui {

enum class AttachmentKind { Picture, Text, Pdf, Document, Sheet, Message, Sound, Film, Archive, Other };

[[nodiscard]] AttachmentKind kindOf(const desk::Attachment &attachment);
[[nodiscard]] QString title(AttachmentKind kind); // "Picture"
[[nodiscard]] QString iconName(AttachmentKind kind);

// "2.1 MB", in the person's language.
[[nodiscard]] QString sizeText(const desk::Attachment &attachment);
// For those who hear it: "Picture hedge.jpg, 2.1 MB".
[[nodiscard]] QString spokenName(const desk::Attachment &attachment);

} // namespace ui
