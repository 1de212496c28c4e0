// Sheets: which columns of a sheet are what, seen before its rows become letters, and kept on the desk under a name.
#pragma once

#include "desk/sheet_cells.h"
#include "editorial/desk.h"

namespace editorial {

// The maps that the desk keeps, by name.
[[nodiscard]] base::Result<QList<desk::SheetMap>> sheetMaps(Desk &desk);
// Kind::NotFound, with the names there are, where none has that name; case does not matter.
[[nodiscard]] base::Result<desk::SheetMap> sheetMapNamed(Desk &desk, const QString &name);
// Keeps the map under the name, in the place of one that has it already. Gives it as it is kept.
[[nodiscard]] base::Result<desk::SheetMap> keepSheetMap(Desk &desk, desk::SheetMap map, const QString &name);
[[nodiscard]] base::Result<void> forgetSheetMap(Desk &desk, const desk::SheetMapId &id);

// What can be seen of a sheet before it is brought in.
struct SheetLook {
    desk::SheetFormat format;
    QStringList headings; // one a column; empty where it has none
    int columns = 0;
    QList<QStringList> rows; // the first few; of long cells the beginning
    QList<desk::SheetMap> kept;
    desk::SheetMap map;            // a kept one that fits, else the guess
    desk::SheetMap guess;          // may be without a letter
    std::optional<qint64> letters; // rows that will be letters; none where the sheet is too large to count them quickly
    QMap<int, desk::DateEvidence> evidence;                 // of the columns that seem to hold dates, from 0
    desk::DateOrder usualDates = desk::DateOrder::DayFirst; // where the evidence leaves it open
    QTimeZone zone = QTimeZone::utc();
};

inline constexpr qsizetype rowsShown = 3;

// `writing`: as a person says; none: as the kept map that fits says. Errors as intake::SheetReader::open.
[[nodiscard]] base::Result<SheetLook> lookAtSheet(Desk &desk, const QString &path,
                                                  const std::optional<desk::SheetWriting> &writing = {});

// How a row of the look would stand on the desk.
struct SheetSample {
    QString subject;
    QDateTime received; // invalid: none that can be read
    QString text;       // the first words
    QString signature;
    QString place;
    desk::SheetConsent consent = desk::SheetConsent::Unsaid;
};
// Empty where the map does not fit the sheet.
[[nodiscard]] QList<SheetSample> sheetSamples(const SheetLook &look, const desk::SheetMap &map);

} // namespace editorial
