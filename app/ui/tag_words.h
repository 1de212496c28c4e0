// What the tags room says before it does something: plain sentences with numbers. Pure functions, any thread.
#pragma once

#include "desk/tag.h"

namespace ui {

// "3 articles and 12 letters"; "nothing" where both are 0.
[[nodiscard]] QString carriersText(const desk::TagCounts &counts);
// What merging `from` into the tag called `into` will do. `below`: the names of the tags right below `from`.
[[nodiscard]] QString mergeText(const desk::Tag &from, const desk::TagCounts &counts, const QStringList &below,
                                const QString &into);
// What moving the tag below the one called `parent` will do; an empty name: to the top.
[[nodiscard]] QString moveText(const desk::Tag &tag, const QStringList &below, const QString &parent);
[[nodiscard]] QString deleteText(const desk::TagCounts &counts, const QStringList &below);

} // namespace ui
