// PostParagraphs: the paragraphs of a post that was written without them, as WordPress makes them (wpautop) when it
// shows the post. Pure, any thread.
#pragma once

#include <QByteArray>

namespace intake {

// The content (UTF-8, line ends "\n") as HTML: blank lines and doubled <br> part paragraphs, single line ends are <br>.
// Elements that are blocks stand as they are, with paragraphs made in them where their text has blank lines; line ends
// in <pre>, scripts, styles, embedded objects and tags stay line ends. Comments go. Linear.
[[nodiscard]] QByteArray withParagraphs(QByteArrayView content);

} // namespace intake
