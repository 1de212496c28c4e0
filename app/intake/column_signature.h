// ColumnSignature: who a printed letter is signed by, as the last words of the letter say. What was published already
// may be a real name. Pure functions, any thread.
#pragma once

#include <QString>

namespace intake {

struct SignedLetter {
    QString text;      // Markdown, without the signature
    QString signature; // "Matthew M.", "Torn in Truro"; empty: there is none
    QString place;     // "Somerset" of "Matthew M., Somerset"; that of "Torn in Truro" belongs to the name
};

// The last short line of the letter, or the last two, where they read as a name: behind a dash, emphasised, after
// "Yours," or "SIGNED,", or alone in a paragraph with capitals.
[[nodiscard]] SignedLetter signedLetter(const QString &markdown);

} // namespace intake
