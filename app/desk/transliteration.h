// Transliteration: letters of Latin, Greek and Cyrillic by the basic letters a to z, for addresses and for comparing
// names. Good enough to be read and recognised; no scholarly or official system. Pure functions, any thread.
#pragma once

#include <QString>

namespace desk {

// Appends to `to` the basic letters for one lower-case letter: "å" as "a", "ß" as "ss", "ж" as "zh". Accents fall away;
// a letter of another script is appended as it is. `before` is the letter in front, which decides in Greek ("ου" is
// "ou"); it starts as 0 and is kept up to date.
void appendBasicLetters(char32_t letter, char32_t &before, QString &to);

// The text in small letters with every letter so replaced.
[[nodiscard]] QString inBasicLetters(const QString &text);

} // namespace desk
