// SheetGuess: which column of a sheet is probably what, from the headings that forms have in English, German, French
// and Spanish, and from what stands below them. A person sees the guess and can change it. Pure functions, any thread.
#pragma once

#include "desk/sheet_map.h"

namespace desk {

// Without a column that could be the letter, the map has none. `headings` are empty for a sheet without; a few hundred
// rows are enough, and of a very wide sheet only the first few are looked at. What is told from the sheet anyhow
// (dates, how it is written) is left open.
[[nodiscard]] SheetMap guessMap(const QStringList &headings, const QList<QStringList> &rows);

// Whether the cell reads like a heading of some column.
[[nodiscard]] bool isUsualHeading(const QString &cell);

} // namespace desk
