// SheetMap: which column of a sheet (CSV, TSV) is what, so that each of its rows can become a letter. A map can be kept
// on the desk under a name, and has a form in JSON for that and for files:
//
//     {"letter": ["What is the matter?", "What did you try?"], "subject": "Title", "date": "Submitted", "name": 4,
//      "address": "E-mail", "consent": "May we print it?", "place": "Town", "signature": "Sign me as",
//      "dates": "day first", "yes": ["Print it"], "no": ["Keep it"],
//      "delimiter": ";", "encoding": "utf-8", "headings": true}
//
// A column is named by its heading, or by its number from 1. The letter and the name may be made of several columns.
// "letter" must be there; all else may be left out: "dates" ("year first", "day first", "month first"), "delimiter"
// (",", ";", "tab", "|"), "encoding" ("utf-8", "utf-16le", "utf-16be", "windows-1252") and "headings" are then told
// from the sheet, and consent from the usual words; "" among the words is an empty cell. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>
#include <span>

namespace desk {

enum class SheetRole { Letter, Subject, Date, Name, Address, Consent, Place, Signature };
enum class DateOrder { YearFirst, DayFirst, MonthFirst };
enum class SheetEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

// How a sheet is written.
struct SheetFormat {
    char delimiter = ',';
    SheetEncoding encoding = SheetEncoding::Utf8;
    bool hasHeadings = true;     // the first row holds headings
    bool hasQuotes = true;       // a cell may stand in quotation marks
    bool hasBackslashes = false; // and a backslash in it takes away the meaning of what follows
};

// What a person says of how a sheet is written; what is none is told from the sheet.
struct SheetWriting {
    std::optional<char> delimiter;
    std::optional<SheetEncoding> encoding;
    std::optional<bool> hasHeadings;

    [[nodiscard]] bool operator==(const SheetWriting &) const = default;
};

struct SheetColumn {
    QString heading; // empty: by its number
    int number = 0;  // from 1

    [[nodiscard]] bool operator==(const SheetColumn &) const = default;
};

struct SheetMap {
    SheetMapId id;
    QString name; // under which the desk keeps it; empty: it is not kept
    QMap<SheetRole, QList<SheetColumn>> columns;
    std::optional<DateOrder> dates; // none: as the rows tell
    QStringList yes;                // that mean consent, besides the usual words
    QStringList no;
    SheetWriting writing;
    qint64 version = 0;
};

// The columns of a map in a certain sheet, by role: places from 0.
using SheetPlaces = QMap<SheetRole, QList<int>>;

[[nodiscard]] std::span<const SheetRole> sheetRoles();
[[nodiscard]] std::span<const DateOrder> dateOrders();
[[nodiscard]] std::span<const SheetEncoding> sheetEncodings();
[[nodiscard]] std::span<const char> sheetDelimiters();
// Whether several columns together may have that role.
[[nodiscard]] bool takesSeveral(SheetRole role);

// As in JSON; never translated.
[[nodiscard]] QString name(SheetRole role);
[[nodiscard]] QString name(DateOrder order);
[[nodiscard]] QString name(SheetEncoding encoding);
// For people, translated: "Letter", "Day first: 31/12/2026", "UTF-8", "Comma".
[[nodiscard]] QString title(SheetRole role);
[[nodiscard]] QString title(DateOrder order);
[[nodiscard]] QString title(SheetEncoding encoding);
[[nodiscard]] QString delimiterTitle(char delimiter);

// The column at this place as a map names it: by its heading, where that is the only one of its kind.
[[nodiscard]] SheetColumn columnAt(const QStringList &headings, int place);
// Where the columns of the map stand; headings are compared without regard to case and white space. Kind::NotFound,
// naming what the map wants, where one is missing; Kind::Unusable for a map without a letter.
[[nodiscard]] base::Result<SheetPlaces> placesOf(const SheetMap &map, const QStringList &headings, int columns);

[[nodiscard]] QJsonObject toJson(const SheetMap &map);
// Fails with Kind::Unusable and a message that says what is wrong with it.
[[nodiscard]] base::Result<SheetMap> sheetMapFromJson(const QByteArray &json);

} // namespace desk
