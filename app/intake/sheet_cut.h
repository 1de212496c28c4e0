// SheetCut: takes one row of a sheet (CSV, TSV) off the beginning of some bytes, by RFC 4180 and with what services
// write in its stead: quotation marks that are not doubled within a quoted cell, quotation marks that mean nothing,
// backslashes. Rows end with "\n", "\r\n" or "\r". Works on bytes of UTF-8 or windows-1252. Pure functions, any thread.
#pragma once

#include "desk/sheet_map.h"

#include <QByteArrayList>

namespace intake {

// How quotation marks within a quoted cell are understood; a doubled one is always one of its text.
enum class Quotes {
    Paired,   // the next one before a delimiter ends the cell, unless it ends a quotation within the text
    Unpaired, // the next one before a delimiter ends the cell
    Every,    // the next one ends the cell, and what follows is added to it
    None,     // there are no quoted cells: they are characters like all others
};

struct CutRow {
    QByteArrayList cells;   // without the marks of quoting
    qsizetype length = 0;   // in bytes, with the end of the line
    qsizetype end = 0;      // before the end of the line
    int lines = 1;          // more than one: some cell holds line ends
    bool isWhole = false;   // false: the bytes end before the row does, and cells and length say nothing
    bool isQuoted = false;  // some cell is quoted
    bool hasStray = false;  // a quotation mark within a quoted cell has no partner
    bool isTooWide = false; // more cells than mostCells; the rest of them is left out
};

inline constexpr qsizetype mostCells = 4096; // in a row

[[nodiscard]] inline Quotes usualQuotes(const desk::SheetFormat &format)
{
    return format.hasQuotes ? Quotes::Paired : Quotes::None;
}

// `isLast`: no bytes follow these.
[[nodiscard]] CutRow cutRow(QByteArrayView bytes, const desk::SheetFormat &format, Quotes quotes, bool isLast);

} // namespace intake
