// Separator: the line that stands before each message of a mailbox file (RFC 4155): "From ", who delivered it, and
// when. Nothing escapes such lines for certain, so a sentence that begins with "From " must not be taken for one. Pure,
// any thread.
#pragma once

#include <QByteArrayView>

namespace intake {

// Whether the line (without its end) is such a separator: it names a month, a time of day and a year of four digits, in
// the order of asctime ("Mon May  2 16:07:05 2005", a zone may stand before the year) or of mail ("2 May 2005 16:07").
[[nodiscard]] bool isSeparator(QByteArrayView line);

// Whether the line is one that a mailbox quotes: any number of ">" and then "From ".
[[nodiscard]] bool isQuotedSeparator(QByteArrayView line);

} // namespace intake
