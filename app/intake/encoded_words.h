// EncodedWords: header fields whose text was put into ASCII (RFC 2047), in the broken forms that are out there as well:
// words without spaces between them, inside quotation marks, with raw bytes, split inside a character, without padding
// or end. Pure functions, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace intake {

// Text of an unstructured field as HeaderBlock gives it: encoded words decoded, white space simplified.
[[nodiscard]] QString decodeHeaderText(const QByteArray &value);

// A list of addresses with UTF-8 in quotation marks in place of its encoded words, so that no comma or bracket that was
// encoded is taken for one that divides addresses.
[[nodiscard]] QByteArray withoutEncodedWords(const QByteArray &addresses);

} // namespace intake
