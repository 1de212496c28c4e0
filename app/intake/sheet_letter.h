// SheetLetter: one row of a sheet into one letter, by a map of its columns. Pure function, any thread.
#pragma once

#include "desk/sheet_map.h"
#include "intake/incoming_letter.h"
#include "intake/sheet.h"

#include <QTimeZone>

namespace intake {

// What is known of a sheet while its rows are read.
struct SheetReading {
    desk::SheetMap map;
    desk::SheetPlaces places; // of the map's columns
    QStringList headings;     // empty where the sheet has none
    QByteArray rawHeadings;
    desk::DateOrder dates = desk::DateOrder::YearFirst;
    QTimeZone zone; // of times that do not say theirs
};

// A row that was refused makes no letter. One whose cells cannot be told, that has no letter among them, or of which
// something is in doubt becomes a letter that needs attention. Several columns that are the letter together stand each
// below its heading.
[[nodiscard]] IncomingLetter readRow(const SheetRow &row, const SheetReading &reading);

} // namespace intake
