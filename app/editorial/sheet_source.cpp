#include "editorial/sheet_source.h"

#include "desk/sheet_guess.h"
#include "storage/desk_file.h"
#include "storage/masthead_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

namespace editorial {

namespace {

using desk::SheetMap;
using desk::SheetRole;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::sheet_source)
};

constexpr qint64 surveyBytes = 16LL * 1024 * 1024;
constexpr qsizetype placesNamed = 5; // of a warning that many rows share

qsizetype columnCount(const SheetMap &map)
{
    qsizetype count = 0;
    for (const QList<desk::SheetColumn> &columns : map.columns)
        count += columns.size();
    return count;
}

// A column's number says nothing about the sheet, so a map with one holds only where a person chooses it.
bool isByHeadings(const SheetMap &map)
{
    return std::ranges::all_of(map.columns, [](const QList<desk::SheetColumn> &columns) {
        return std::ranges::none_of(columns, [](const desk::SheetColumn &column) { return column.heading.isEmpty(); });
    });
}

bool fits(const SheetMap &map, const SheetHead &head)
{
    return isByHeadings(map) && desk::placesOf(map, head.headings, head.columns);
}

QList<QStringList> cellsOf(const QList<intake::SheetRow> &rows)
{
    QList<QStringList> cells;
    for (const intake::SheetRow &row : rows) {
        if (!row.cells.isEmpty())
            cells.append(row.cells);
    }
    return cells;
}

bool seemsDates(const desk::DateEvidence &evidence)
{
    return evidence.dates() > 0 && evidence.dates() * 2 >= evidence.cells();
}

// The map with the most columns; a guess where there is none.
SheetMap largestOf(const QList<SheetMap> &maps, const SheetHead &head)
{
    const auto largest = std::ranges::max_element(maps, {}, columnCount);
    return largest == maps.end() ? desk::guessMap(head.headings, cellsOf(head.rows)) : *largest;
}

base::Error noLetter(const QString &path)
{
    return base::Error{
        base::Error::Kind::Unusable,
        Words::tr("Which column of %1 holds the letter cannot be told. Choose the columns when you bring "
                  "it in, or name them with --map.")
            .arg(QDir::toNativeSeparators(path))};
}

// Goes through the rows until `visit` has seen enough, or to where a survey ends; false there.
template <typename Visit>
bool walk(intake::SheetReader &reader, Visit visit)
{
    while (const auto row = reader.next()) {
        if (!visit(*row))
            return true;
        if (reader.position() > surveyBytes)
            return false;
    }
    return true;
}

} // namespace

base::Result<SheetHabits> sheetHabits(Desk &desk)
{
    const auto masthead = desk.file().masthead().masthead();
    if (!masthead)
        return masthead.error();
    SheetHabits habits;
    if (const QTimeZone zone(masthead->timeZone.toLatin1()); zone.isValid())
        habits.zone = zone;
    if (QLocale(masthead->language).dateFormat(QLocale::ShortFormat).startsWith(QLatin1Char('M')))
        habits.dates = desk::DateOrder::MonthFirst;
    return habits;
}

base::Result<SheetHead> readSheetHead(const QString &path, const desk::SheetWriting &writing, qsizetype most)
{
    intake::SheetReader reader;
    if (const auto opened = reader.open(path, writing); !opened)
        return opened.error();
    SheetHead head{reader.format(), reader.headings(), reader.columns(), {}};
    while (head.rows.size() < most) {
        const auto row = reader.next();
        if (!row)
            break;
        head.rows.append(*row);
    }
    return head;
}

SheetMap fittingMap(const QList<SheetMap> &kept, const SheetHead &head)
{
    QList<SheetMap> fitting;
    std::ranges::copy_if(kept, std::back_inserter(fitting), [&head](const SheetMap &map) { return fits(map, head); });
    return largestOf(fitting, head);
}

base::Result<SheetMap> fittingMap(const QList<SheetMap> &kept, const QString &path)
{
    QList<SheetMap> fitting;
    for (const SheetMap &map : kept) {
        if (map.writing == desk::SheetWriting())
            continue;
        const auto head = readSheetHead(path, map.writing, 0);
        if (!head)
            return head.error();
        if (fits(map, *head))
            fitting.append(map);
    }
    const auto head = readSheetHead(path, {}, rowsForAGuess);
    if (!head)
        return head.error();
    for (const SheetMap &map : kept) {
        if (map.writing == desk::SheetWriting() && fits(map, *head))
            fitting.append(map);
    }
    return largestOf(fitting, *head);
}

base::Result<SheetSurvey> surveySheet(const QString &path, const desk::SheetWriting &writing)
{
    intake::SheetReader reader;
    if (const auto opened = reader.open(path, writing); !opened)
        return opened.error();
    SheetSurvey survey;
    for (int column = 0; column < reader.columns(); ++column)
        survey.evidence.insert(column, {});
    survey.isWhole = walk(reader, [&survey](const intake::SheetRow &row) {
        for (auto each = survey.evidence.begin(); each != survey.evidence.end(); ++each)
            each->add(row.cells.value(each.key()));
        // From here on only columns of dates are worth the time.
        if (++survey.rows == rowsForAGuess)
            survey.evidence.removeIf([](const auto &each) { return !seemsDates(each.value()); });
        return true;
    });
    survey.evidence.removeIf([](const auto &each) { return !seemsDates(each.value()); });
    return survey;
}

base::Result<void> SheetSource::open(const QString &path, const std::optional<SheetMap> &map,
                                     const QList<SheetMap> &kept, const SheetHabits &habits)
{
    const auto chosen = map ? base::Result<SheetMap>(*map) : fittingMap(kept, path);
    if (!chosen)
        return chosen.error();
    if (chosen->columns.value(SheetRole::Letter).isEmpty())
        return noLetter(path);
    m_reading.map = *chosen;
    if (const auto opened = m_reader.open(path, chosen->writing); !opened)
        return opened;
    const auto places = desk::placesOf(*chosen, m_reader.headings(), m_reader.columns());
    if (!places)
        return places.error();
    m_reading.places = *places;
    m_reading.headings = m_reader.headings();
    m_reading.rawHeadings = m_reader.rawHeadings();
    m_reading.zone = habits.zone;
    if (const auto settled = settleDates(path, habits); !settled)
        return settled;
    const desk::SheetFormat &format = m_reader.format();
    m_reading.map.writing = {format.delimiter, format.encoding, format.hasHeadings};
    return {};
}

// Looks at as many rows as it takes to be certain of the order.
base::Result<void> SheetSource::settleDates(const QString &path, const SheetHabits &habits)
{
    const int column = m_reading.places.value(SheetRole::Date).value(0, -1);
    if (column < 0)
        return {};
    if (!m_reading.map.dates) {
        intake::SheetReader reader;
        if (const auto opened = reader.open(path, m_reading.map.writing); !opened)
            return opened;
        desk::DateEvidence evidence;
        walk(reader, [&](const intake::SheetRow &row) {
            evidence.add(row.cells.value(column));
            return evidence.cells() < rowsForAGuess || !evidence.certain();
        });
        m_reading.map.dates = evidence.likely(habits.dates);
    }
    m_reading.dates = *m_reading.map.dates;
    return {};
}

std::optional<SheetSource::Item> SheetSource::next()
{
    const auto row = m_reader.next();
    if (!row)
        return std::nullopt;
    if (!row->refusal.isEmpty())
        return Item{row->place(), base::Error{base::Error::Kind::Unusable, row->refusal}};
    intake::IncomingLetter letter = intake::readRow(*row, m_reading);
    for (const QString &warning : std::as_const(letter.warnings)) {
        Places &places = m_warnings[warning];
        if (++places.count <= placesNamed)
            places.first.append(row->place());
    }
    letter.warnings.clear();
    return Item{row->place(), std::move(letter)};
}

QList<SheetSource::Warning> SheetSource::warnings() const
{
    QList<Warning> warnings;
    for (auto each = m_warnings.cbegin(); each != m_warnings.cend(); ++each) {
        const QString named = each->first.join(QLatin1String(", "));
        const QString places =
            each->count <= placesNamed ? named : Words::tr("%1, … (%2 rows)").arg(named).arg(each->count);
        warnings.append({places, each.key()});
    }
    return warnings;
}

} // namespace editorial
