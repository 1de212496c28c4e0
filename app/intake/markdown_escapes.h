// MarkdownEscapes: words as Markdown (CommonMark 0.30) that shows these words: a backslash before what would be read as
// markup where it stands, and before nothing else. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QStringList>

namespace intake {

// Bits of the style of a character.
inline constexpr char boldStyle = 1;
inline constexpr char italicStyle = 2;
inline constexpr char gluedStyle = 4; // belongs to the character before, as what a backslash escapes

struct StyledText {
    QString text;
    QByteArray styles; // one for each character of the text
};

// Where Markdown stands: in the lines of a paragraph, on the line of a heading, between the brackets of a link.
enum class MarkdownPlace { Paragraph, Heading, Link };

inline constexpr char16_t atomMark = 0xFFFC;

// In `words`, "\n" is a hard break, written as "\" and a line end, and atomMark stands for the next of `atoms`, which
// are Markdown and taken as they are. White space is single spaces between words. Linear.
[[nodiscard]] StyledText escaped(const StyledText &words, const QStringList &atoms, MarkdownPlace place);

// An address as the destination of a link or picture. What has no place in an address is percent-encoded (RFC 3986).
[[nodiscard]] QString markdownDestination(const QString &address);

// Punctuation as Markdown has it: that of ASCII, symbols too, and Unicode's categories P*.
[[nodiscard]] bool isMarkdownPunctuation(char32_t c);

} // namespace intake
