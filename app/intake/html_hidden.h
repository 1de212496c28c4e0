// HtmlHidden: which elements of a page are there but not seen: hidden by an attribute, by their style, or by a style
// sheet of the page; previews that mail programs show in their lists; pixels that report who reads. Pure, any thread.
#pragma once

#include <QSet>
#include <QString>

struct GumboInternalNode;

namespace intake {

// Classes and ids that the style sheets of a page hide. Rules for some screens only (@media) do not count.
struct HiddenNames {
    QSet<QString> classes;
    QSet<QString> ids;
};

[[nodiscard]] HiddenNames hiddenNamesIn(const GumboInternalNode &page);

// The same for one style sheet, added to `names`. Linear in its length.
void readStyleSheet(const QString &css, HiddenNames &names);

// Whether declarations ("display: none; ...") hide what they are for.
[[nodiscard]] bool isHidingStyle(const QString &declarations);

// `node` is an element.
[[nodiscard]] bool isHiddenElement(const GumboInternalNode &node, const HiddenNames &names);

} // namespace intake
