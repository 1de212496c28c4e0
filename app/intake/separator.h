// Separator: the line that stands before each message of a mailbox file (RFC 4155): "From ", who delivered it, and
// when. Nothing escapes such lines for certain, so a sentence that begins with "From " must not be taken for one. Pure,
// any thread.
#pragma once

#include <QByteArrayView>

namespace intake {

// So many bytes from the beginning of a line are enough for the functions below.
inline constexpr qsizetype separatorBytes = 4096;

// Whether the line (without its end) can be such a separator: it names a month, a time of day and a year of four
// digits, in the order of asctime ("Mon May  2 16:07:05 2005", a zone may stand before the year) or of mail ("2 May
// 2005 16:07"); and the day of the week before them, or nothing but a zone or "remote from" after them.
[[nodiscard]] bool isSeparator(QByteArrayView line);

// Whether the bytes, which begin where a line begins, are a separator with a message behind it. After a blank line, or
// at the beginning of the file, that is one with the day of the week and nothing unusual behind the date, or one that
// headers follow. After any other line it has to be both.
[[nodiscard]] bool startsMessage(QByteArrayView bytes, bool afterBlank);

// Whether the bytes begin with a header, as "Subject: ...".
[[nodiscard]] bool startsHeaders(QByteArrayView bytes);

// Whether the line is one that a mailbox quotes: any number of ">" and then "From ".
[[nodiscard]] bool isQuotedSeparator(QByteArrayView line);

} // namespace intake
