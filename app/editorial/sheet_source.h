// SheetSource: a sheet as an import reads it: which map of its columns holds, and its rows as letters, one after
// another. Owned by an import, or made to look at a sheet beforehand; one thread at a time.
#pragma once

#include "desk/sheet_cells.h"
#include "editorial/desk.h"
#include "intake/sheet_letter.h"

namespace editorial {

// How the desk reads what sheets leave open.
struct SheetHabits {
    QTimeZone zone = QTimeZone::utc();
    desk::DateOrder dates = desk::DateOrder::DayFirst; // where nothing else tells
};

// By the time zone and the language of the masthead.
[[nodiscard]] base::Result<SheetHabits> sheetHabits(Desk &desk);

// The beginning of a sheet.
struct SheetHead {
    desk::SheetFormat format;
    QStringList headings; // one a column; empty where it has none
    int columns = 0;
    QList<intake::SheetRow> rows;
};

inline constexpr qsizetype rowsForAGuess = 200;

// At most `most` rows. Errors as intake::SheetReader::open.
[[nodiscard]] base::Result<SheetHead> readSheetHead(const QString &path, const desk::SheetWriting &writing,
                                                    qsizetype most);

// The kept map whose columns all stand among the headings, the one with the most of them; for want of one, a guess,
// which may be without a letter.
[[nodiscard]] desk::SheetMap fittingMap(const QList<desk::SheetMap> &kept, const SheetHead &head);
// The same for a sheet of which nobody said how it is written: what a kept map says of that holds for it.
[[nodiscard]] base::Result<desk::SheetMap> fittingMap(const QList<desk::SheetMap> &kept, const QString &path);

// What a walk through the sheet tells, or through its first 16 MB.
struct SheetSurvey {
    qint64 rows = 0;                        // that are not blank, without the headings
    bool isWhole = true;                    // false: the sheet is larger
    QMap<int, desk::DateEvidence> evidence; // of the columns that seem to hold dates, from 0
};
[[nodiscard]] base::Result<SheetSurvey> surveySheet(const QString &path, const desk::SheetWriting &writing);

class SheetSource
{
public:
    struct Item {
        QString place; // "row 12"
        base::Result<intake::IncomingLetter> letter;
    };
    struct Warning {
        QString places; // "row 3, row 9"
        QString text;
    };

    // Fails where the sheet cannot be read, where it lacks a column that the map names, and where without a map it
    // cannot be told which column holds the letter.
    [[nodiscard]] base::Result<void> open(const QString &path, const std::optional<desk::SheetMap> &map,
                                          const QList<desk::SheetMap> &kept, const SheetHabits &habits);

    // The map that holds; nothing in it is left open.
    [[nodiscard]] const desk::SheetMap &map() const { return m_reading.map; }
    [[nodiscard]] std::optional<Item> next();
    [[nodiscard]] qint64 position() const { return m_reader.position(); }
    // What was odd about the rows so far, each kind once.
    [[nodiscard]] QList<Warning> warnings() const;

private:
    struct Places {
        QStringList first;
        qint64 count = 0;
    };

    [[nodiscard]] base::Result<void> settleDates(const QString &path, const SheetHabits &habits);

    intake::SheetReader m_reader;
    intake::SheetReading m_reading;
    QMap<QString, Places> m_warnings;
};

} // namespace editorial
