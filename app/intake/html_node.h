// HtmlNode: small questions to the nodes of a parsed page. Pure, any thread.
#pragma once

#include <gumbo.h>

#include <QString>

#include <optional>

namespace intake {

// Empty where the element does not have it.
[[nodiscard]] QString attribute(const GumboElement &element, const char *name);

[[nodiscard]] const GumboNode *childAt(const GumboVector &children, unsigned i);

// Of a list or its item, as far as it is one.
[[nodiscard]] std::optional<int> numberIn(const GumboElement &element, const char *name);

// A picture of one pixel reports who reads.
[[nodiscard]] bool isPixel(const GumboElement &element);

} // namespace intake
