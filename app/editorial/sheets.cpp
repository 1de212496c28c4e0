#include "editorial/sheets.h"

#include "base/text.h"
#include "editorial/sheet_source.h"
#include "storage/desk_file.h"
#include "storage/sheet_map_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::sheets)
};

constexpr qsizetype charactersShown = 2000; // of a cell
constexpr qsizetype excerptShown = 160;     // characters of a letter

const desk::SheetMap *named(const QList<desk::SheetMap> &maps, const QString &name)
{
    const auto found = std::ranges::find_if(maps, [&name](const desk::SheetMap &map) {
        return map.name.compare(name.simplified(), Qt::CaseInsensitive) == 0;
    });
    return found == maps.end() ? nullptr : &*found;
}

QList<QStringList> shownRows(const SheetHead &head)
{
    QList<QStringList> rows;
    for (const intake::SheetRow &row : head.rows) {
        if (row.cells.isEmpty() || rows.size() == rowsShown)
            continue;
        rows.append(QStringList());
        for (const QString &cell : row.cells)
            rows.last().append(cell.left(charactersShown));
    }
    return rows;
}

SheetSample sampleOf(const QStringList &cells, const intake::SheetReading &reading)
{
    intake::SheetRow row;
    row.cells = cells;
    const intake::IncomingLetter letter = intake::readRow(row, reading);
    SheetSample sample{letter.subject,   letter.received, base::excerpt(letter.text, excerptShown),
                       letter.signature, letter.place,    {}};
    if (const int column = reading.places.value(desk::SheetRole::Consent).value(0, -1); column >= 0)
        sample.consent = desk::consentIn(cells.value(column), reading.map);
    return sample;
}

} // namespace

base::Result<QList<desk::SheetMap>> sheetMaps(Desk &desk)
{
    return desk.file().sheetMaps().maps();
}

base::Result<desk::SheetMap> sheetMapNamed(Desk &desk, const QString &name)
{
    const auto maps = sheetMaps(desk);
    if (!maps)
        return maps.error();
    if (const desk::SheetMap *const map = named(*maps, name))
        return *map;
    QStringList names;
    for (const desk::SheetMap &map : *maps)
        names.append(map.name);
    const QString missing = Words::tr("The desk keeps no columns of sheets as “%1”.").arg(name.simplified());
    return base::Error{base::Error::Kind::NotFound,
                       names.isEmpty() ? Words::tr("%1 It keeps none yet.").arg(missing)
                                       : Words::tr("%1 It keeps: %2.").arg(missing, names.join(QLatin1String(", ")))};
}

base::Result<desk::SheetMap> keepSheetMap(Desk &desk, desk::SheetMap map, const QString &name)
{
    const auto maps = sheetMaps(desk);
    if (!maps)
        return maps.error();
    const desk::SheetMap *const before = named(*maps, name);
    map.id = before ? before->id : desk::SheetMapId::create();
    map.version = before ? before->version : 0;
    map.name = name.simplified();
    const auto version = desk.file().sheetMaps().save(map);
    if (!version)
        return version.error();
    map.version = *version;
    return map;
}

base::Result<void> forgetSheetMap(Desk &desk, const desk::SheetMapId &id)
{
    return desk.file().sheetMaps().remove(id);
}

base::Result<SheetLook> lookAtSheet(Desk &desk, const QString &path, const std::optional<desk::SheetWriting> &writing)
{
    const auto kept = sheetMaps(desk);
    const auto habits = sheetHabits(desk);
    if (!kept || !habits)
        return kept ? habits.error() : kept.error();
    const auto fitting = writing ? base::Result(desk::SheetMap()) : fittingMap(*kept, path);
    if (!fitting)
        return fitting.error();
    const desk::SheetWriting written = writing.value_or(fitting->writing);
    const auto head = readSheetHead(path, written, rowsForAGuess);
    if (!head)
        return head.error();
    const auto survey = surveySheet(path, written);
    if (!survey)
        return survey.error();
    SheetLook look{head->format, head->headings, head->columns, shownRows(*head), *kept, {}, {}, {}, {}, {}, {}};
    look.map = writing ? fittingMap(*kept, *head) : *fitting;
    look.guess = fittingMap({}, *head);
    look.letters = survey->isWhole ? std::optional(survey->rows) : std::nullopt;
    look.evidence = survey->evidence;
    look.usualDates = habits->dates;
    look.zone = habits->zone;
    return look;
}

QList<SheetSample> sheetSamples(const SheetLook &look, const desk::SheetMap &map)
{
    const auto places = desk::placesOf(map, look.headings, look.columns);
    if (!places)
        return {};
    const int dates = places->value(desk::SheetRole::Date).value(0, -1);
    const intake::SheetReading reading{
        map,      *places, look.headings, {}, map.dates.value_or(look.evidence.value(dates).likely(look.usualDates)),
        look.zone};
    QList<SheetSample> samples;
    for (const QStringList &row : look.rows)
        samples.append(sampleOf(row, reading));
    return samples;
}

} // namespace editorial
