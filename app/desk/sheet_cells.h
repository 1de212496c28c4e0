// What the cells of a sheet mean: dates in the orders in which the world writes them, and the words of consent. Pure
// functions and values, any thread.
#pragma once

#include "desk/sheet_map.h"

#include <QDateTime>
#include <QTimeZone>

namespace desk {

// The moment in UTC; invalid for what is no date. A date may be followed by a time, with AM or PM and an offset from
// UTC; without an offset it is the time of `zone`, without a time the beginning of the day. Months may be named in
// English, German, French or Spanish. A date that is possible in one order only is read in that, but with
// DateOrder::YearFirst those that could be either are none.
[[nodiscard]] QDateTime dateIn(const QString &cell, DateOrder order, const QTimeZone &zone);

// What the cells of one column tell of the order of its dates.
class DateEvidence
{
public:
    void add(const QString &cell);

    [[nodiscard]] qint64 dates() const { return m_dates; } // cells that hold one
    [[nodiscard]] qint64 cells() const { return m_cells; } // cells that hold anything
    // What the cells leave no doubt of; none where they fit both orders.
    [[nodiscard]] std::optional<DateOrder> certain() const;
    // Where they do, the order in which they follow one another better; else as AM and PM tell, else `otherwise`.
    [[nodiscard]] DateOrder likely(DateOrder otherwise) const;

private:
    // How the dates follow one another when they are read in one order.
    struct Course {
        QDate last;
        qint64 ups = 0;
        qint64 downs = 0;

        void add(const QDate &date);
        // Sheets are sorted by time, up or down: steps the other way speak against the order.
        [[nodiscard]] qint64 turns() const { return qMin(ups, downs); }
    };

    qint64 m_cells = 0;
    qint64 m_dates = 0;
    qint64 m_dayFirst = 0; // possible in that order only
    qint64 m_monthFirst = 0;
    qint64 m_either = 0;
    qint64 m_dotted = 0;   // of those, with points between
    qint64 m_halfDays = 0; // with AM or PM
    Course m_byDay;
    Course m_byMonth;
};

enum class SheetConsent { Unsaid, Given, Refused, Unclear };

// What a cell says to being published: one of the map's own words, or else one of the usual words for yes and no, by
// itself or at the beginning. What is neither, or a yes with a reservation, is unclear. An empty cell is unsaid, unless
// the map's words hold the empty one.
[[nodiscard]] SheetConsent consentIn(const QString &cell, const SheetMap &map);

} // namespace desk
