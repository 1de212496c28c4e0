// Structured data of an article's page: schema.org Article with nested Question and Answer, as JSON-LD.
#pragma once

#include "site/outline.h"
#include "site/renderer.h"

namespace site {

// One JSON object that may stand inside <script>, in HTML and in XML: "<", ">" and "&" are written as escapes.
[[nodiscard]] QByteArray structuredData(const Outline &outline, qsizetype article, const Bodies &bodies);

} // namespace site
