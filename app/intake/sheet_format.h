// SheetFormat: how a sheet is written, told from its first bytes: encoding, delimiter, whether backslashes mean
// something, whether the first row holds headings. Pure functions, any thread.
#pragma once

#include "desk/sheet_map.h"

#include <QByteArrayList>

namespace intake {

// How many bytes of a file are enough to tell.
inline constexpr qsizetype sheetHeadBytes = 64LL * 1024;

struct SheetShape {
    desk::SheetFormat format;
    int columns = 0;             // that most rows have
    bool namesDelimiter = false; // before the first row stands a line such as "sep=;"
    QList<QStringList> rows;     // whole ones of the first bytes, headings included, blank ones left out
    bool isEven = false;         // nearly all rows have that many columns
};

// `isWhole`: these are all bytes of the sheet. What `writing` says is not told from the bytes, but taken.
[[nodiscard]] SheetShape detectSheet(QByteArrayView bytes, bool isWhole, const desk::SheetWriting &writing = {});

// Whether a file that does not say so by its name holds a sheet of letters: rows of one shape below headings that forms
// have, one of them that of a letter.
[[nodiscard]] bool looksLikeSheet(QByteArrayView bytes, bool isWhole);

// A cell as text; lines end with "\n". `warnings`: for people, translated, each once.
[[nodiscard]] QString cellText(const QByteArray &cell, desk::SheetEncoding encoding, QStringList &warnings);

// The length of the byte order mark that the bytes begin with.
[[nodiscard]] qsizetype markLength(QByteArrayView bytes, desk::SheetEncoding encoding);

} // namespace intake
