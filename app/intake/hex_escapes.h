// HexEscapes: bytes that stand in a text as a mark and two hexadecimal digits: "=E9" of mail, "%E9" of addresses. Pure
// functions, any thread.
#pragma once

#include <QByteArray>

namespace intake {

// Whether such an escape begins at `at`.
[[nodiscard]] bool isHexEscape(QByteArrayView text, qsizetype at, char mark);

// Marks that no two digits follow stay as they are.
[[nodiscard]] QByteArray decodeHexEscapes(QByteArrayView text, char mark);

} // namespace intake
