// LabelMark: how a label stands at the beginning of a paragraph: bold, italic, a heading, alone or with words behind
// it. Pure functions, any thread.
#pragma once

#include <QList>
#include <QString>

namespace intake {

// One way to read the beginning of a paragraph as a label.
struct LabelMark {
    QString label;      // as it is written, with its marks: "**DEAR HAZEL:**"
    QString rest;       // Markdown of what stands behind it; empty: nothing
    bool isSet = false; // apart from what follows: by a colon, by emphasis, as a heading, by a line of its own
};

// The ways to read it, the shortest label first; of at most 120 characters.
[[nodiscard]] QList<LabelMark> labelMarks(const QString &paragraph);

// The label as it is read: without the marks of Markdown and white space around it.
[[nodiscard]] QString withoutMarks(const QString &label);

} // namespace intake
