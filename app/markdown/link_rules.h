// Which addresses of links and images are published. Schemes by RFC 3986, compared without case; anything before the
// first colon that is not one of the few allowed is refused, whatever it is. Pure, any thread.
#pragma once

#include <QByteArrayView>

namespace markdown {

// http:, https: or mailto:.
[[nodiscard]] bool hasAllowedScheme(QByteArrayView url);

// Without a scheme and without a host: a path, a query or an anchor of the site itself. "" is relative too.
[[nodiscard]] bool isRelative(QByteArrayView url);

// What stands behind "attachment:", the address of a file that came with a letter; null for any other address.
[[nodiscard]] QByteArrayView attachmentId(QByteArrayView url);

} // namespace markdown
