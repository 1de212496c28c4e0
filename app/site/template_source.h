// Template source: what stands in a theme's template files, checked and put together. Tags are those of Mustache
// (mustache(5)), less the change of delimiters: {{name}}, {{{name}}}, {{#section}}, {{^section}}, {{/section}},
// {{! comment }}, {{> partial}}; and {{words.name}} for a word in the language of the site. Pure, any thread.
#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>

#include <functional>
#include <string>

namespace site {

// The words of a theme in one language, by name, as they stand in HTML text and attributes.
using ThemeWords = QHash<QByteArray, QByteArray>;

// The content of a file of the theme.
using ReadThemeFile = std::function<base::Result<QByteArray>(const QString &file)>;

inline const QString templateSuffix = QStringLiteral(".mustache");

// The template in `file` with every partial and word put in. Fails at the first fault with "file:line:column: ...":
// a tag that does not end, a section that is not closed or not open in that very file, a partial that is missing or
// leads back to itself, a word that the theme does not have.
[[nodiscard]] base::Result<std::string> assembleTemplate(const QString &file, const ThemeWords &words,
                                                         const ReadThemeFile &read);

} // namespace site
