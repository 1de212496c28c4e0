// Strings in JSON that stands inside HTML or JavaScript (RFC 8259, section 7). Pure, any thread.
#pragma once

#include <QByteArray>

namespace site {

// Appends the UTF-8 text as a JSON string with its quotes. What could end a <script>, start an entity, or break a line
// of JavaScript is written as an escape.
void appendJsonString(QByteArray &json, QByteArrayView utf8);

} // namespace site
