// LetterText: the bytes of one part into the text that a person sees in it. Pure functions, any thread.
#pragma once

#include "intake/mime.h"

namespace intake {

inline constexpr qsizetype mostCharacters = 1'000'000; // of one letter

// Without blank lines around it. What was guessed, damaged or left out is added to `warnings`, for people.
[[nodiscard]] QString textOf(const MimePart &part, QStringList &warnings);

// The same for bytes that are plain text.
[[nodiscard]] QString plainTextOf(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings);

// More than `mostCharacters` is no letter that somebody could print: it is cut.
[[nodiscard]] QString withinLength(const QString &text, QStringList &warnings);

[[nodiscard]] QString withoutBlankEdges(const QString &text);

} // namespace intake
