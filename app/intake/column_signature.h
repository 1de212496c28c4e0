// ColumnSignature: what is printed under a letter of a column: "Matthew M., Somerset", "— Torn in Truro", "Yours,
// Worried", and the letter without it. It was published already, so that real names may stand, other than in PenName.
// Pure functions, any thread.
#pragma once

#include <QString>

namespace intake {

struct ColumnSignature {
    QString letter; // Markdown; closing words such as "Yours," stay in it
    QString
        signature; // as written, without emphasis, dashes and the points and commas around it; empty: none was found
    QString place; // "Somerset" of "Matthew M., Somerset"; what belongs together stays so: "Torn in Truro" has none
};

// Of a letter in Markdown. A signature is its last line if that is short and written as a name is: alone in its
// paragraph, behind a hard break, or behind a dash or in emphasis at the end of the last sentence; or its last two
// lines, name and place. Looks at the end of the text alone.
[[nodiscard]] ColumnSignature signatureOf(const QString &letter);

} // namespace intake
