// PostEmbedded: what the elements of a post show that stand for files and pages elsewhere. Pure, any thread.
#pragma once

#include "intake/post_losses.h"
#include "intake/post_text.h"

#include <gumbo.h>

namespace intake {

// As the element has it, also where the picture is loaded later by a script.
[[nodiscard]] PostPicture pictureIn(const GumboElement &image);

// Whether the picture is a character that WordPress shows as a picture.
[[nodiscard]] bool isSignPicture(const GumboElement &image);

// Of a frame, video, sound or object, as it stands there; empty if it names none.
[[nodiscard]] QString embeddedAddress(const GumboElement &element);

// `address` is absolute.
[[nodiscard]] Loss embeddedKind(const GumboElement &element, const QString &address);

} // namespace intake
