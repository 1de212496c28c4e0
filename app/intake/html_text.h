// HtmlText: the HTML of a letter reduced to the text that a person sees in it. Nothing in it is run, opened or fetched;
// what is hidden stays out. Bounded in size, depth, memory and time. Pure, any thread.
#pragma once

#include <QString>

namespace intake {

struct HtmlText {
    QString text;            // paragraphs, lists and quotations as plain text; links with their address
    bool isStripped = false; // too large, deep or costly to parse: only its words were taken
};

[[nodiscard]] HtmlText htmlToText(const QString &html);

} // namespace intake
