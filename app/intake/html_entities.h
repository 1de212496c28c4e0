// HtmlEntities: the characters that HTML has names for and XML does not. Pure functions, any thread.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace intake {

// The character of a named reference of HTML 4.01 (section 24), without "&" and ";", or of "apos"; 0 for other names.
// "AMP", "LT", "GT" and "QUOT" are known too.
[[nodiscard]] char32_t htmlEntity(QByteArrayView name);

// Whether this is a number as references have it, "#8230" or "#x2026", without "&" and ";".
[[nodiscard]] bool isNumericReference(QByteArrayView name);

// The character that a numeric reference means in HTML, where 128 to 159 are places of windows-1252; 0 for what is no
// character in XML 1.0 (section 2.2).
[[nodiscard]] char32_t numericReference(QByteArrayView name);

// The text with its references, "&hellip;" or "&#8230;", turned into characters, once: "&amp;amp;" becomes "&amp;".
// What is none stays as it is.
[[nodiscard]] QString withoutReferences(const QString &text);

} // namespace intake
