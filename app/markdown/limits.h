// What is parsed at all, and which characters come out. A few shapes of text take a Markdown parser time that grows
// with the square of their size; nobody writes them by accident. They are found here by one cheap pass and shown
// unparsed. Pure, any thread.
#pragma once

#include <QByteArray>

namespace markdown {

inline constexpr qsizetype maximumSize = 1 << 20; // bytes of UTF-8
inline constexpr int maximumImages = 1000;        // openings "![" in one text
inline constexpr int maximumIndent = 256;         // bytes of blanks and of list or quote marks before a line's words
inline constexpr int maximumDepth = 256;          // blocks and spans inside one another

// Whether the text keeps the first three limits. The fourth shows only once it is parsed.
[[nodiscard]] bool isWithinLimits(QByteArrayView utf8);

// The output with U+FFFD for every character that XML 1.0 forbids, so that it fits into feeds too.
[[nodiscard]] QByteArray withoutForbidden(const QByteArray &output);

// The text as it is, escaped, inside <pre>.
[[nodiscard]] QByteArray preformatted(const QByteArray &utf8);

} // namespace markdown
