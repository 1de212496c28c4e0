// Small functions over plain text that know no word of the trade. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace base {

// The text with "\r\n" and "\r" as "\n"; nothing else changes.
[[nodiscard]] QString withUnixLineEnds(QString text);

// Words as people count them: runs of non-space characters that hold a letter or a digit.
[[nodiscard]] qsizetype wordCount(QStringView text);

// The beginning of the text on one line: white space as single spaces, cut at a word boundary to at most
// `characters` with "…" behind. Empty for text without words.
[[nodiscard]] QString excerpt(QStringView text, qsizetype characters);

// Lower-case hexadecimal SHA-256 (FIPS 180-4) of the bytes: 64 characters.
[[nodiscard]] QString sha256(QByteArrayView bytes);

// The moment as UTC ISO 8601 with milliseconds, "2026-11-22T21:08:44.000Z": sorts as text. Empty if invalid.
[[nodiscard]] QString toIso(const QDateTime &moment);
// The reverse of toIso, in UTC; also takes any ISO 8601 with an offset. Invalid for anything else.
[[nodiscard]] QDateTime fromIso(const QString &text);

} // namespace base
