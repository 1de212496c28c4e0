// CharsetGuess: what bytes are that do not say it, are no UTF-8 and no Western text: Japanese, Chinese, Korean and
// Russian in their usual sets are told apart by the characters that are frequent in them. Pure, any thread.
#pragma once

#include <QByteArray>

namespace intake {

// A name for decodeText(); empty if nothing speaks for any of these.
[[nodiscard]] QByteArray guessCharset(const QByteArray &bytes);

} // namespace intake
