// CharsetNames: what the names of character sets in mail mean: old spellings, and sets whose users mean a larger one.
// Pure functions, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace intake {

// The name by which decodeText() knows the set, lower case; empty for what is no name at all.
[[nodiscard]] QByteArray canonicalCharset(const QByteArray &label);

// Whether this is a name that stands for some set here.
[[nodiscard]] bool isCharsetName(const QByteArray &label);

// Sets of one byte for each character, as far as mail uses them.
[[nodiscard]] bool isSingleByteCharset(const QByteArray &canonicalName);

// How people know the set: "Windows-1252".
[[nodiscard]] QString charsetTitle(const QByteArray &canonicalName);

} // namespace intake
