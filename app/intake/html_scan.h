// HtmlScan: what can be done with HTML in one pass over its bytes, without a parser: to see whether a parser may be let
// at it, and to take its words where it may not. Linear in time. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace intake {

inline constexpr qsizetype largestHtml = 2LL * 1024 * 1024; // bytes
inline constexpr int deepestHtml = 256;                     // elements within one another

// Whether this UTF-8 text is within the limits above, as far as its tags tell.
[[nodiscard]] bool isParsable(QByteArrayView html);

// The words between the tags; lines at the tags that begin a block. Styles and scripts are left out.
[[nodiscard]] QString stripTags(QByteArrayView html);

// The character set that the page itself names (<meta charset>); empty if none.
[[nodiscard]] QByteArray declaredCharset(QByteArrayView html);

} // namespace intake
