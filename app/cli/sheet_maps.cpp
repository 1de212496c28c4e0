#include "cli/sheet_maps.h"

#include "cli/table.h"
#include "cli/text_source.h"
#include "editorial/sheets.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::sheet_maps)
};

QString shown(const QList<desk::SheetColumn> &columns)
{
    QStringList names;
    for (const desk::SheetColumn &column : columns)
        names.append(column.heading.isEmpty() ? QString::number(column.number) : column.heading);
    return names.join(QLatin1String(" + "));
}

} // namespace

base::Result<std::optional<desk::SheetMap>> mapGiven(const Invocation &invocation, editorial::Desk &desk)
{
    if (const auto keep = invocation.given(QLatin1String("keep-map")); keep && keep->simplified().isEmpty())
        return base::Error{base::Error::Kind::Unusable, Words::tr("--keep-map needs a name.")};
    const auto name = invocation.given(QLatin1String("map"));
    if (!name)
        return std::optional<desk::SheetMap>();
    const QFileInfo file(*name);
    if (*name == QLatin1String("-") || (file.exists() && !file.isDir())) {
        const auto json = readText(*name);
        if (!json)
            return json.error();
        const auto map = desk::sheetMapFromJson(json->toUtf8());
        return map ? std::optional(*map) : base::Result<std::optional<desk::SheetMap>>(map.error());
    }
    const auto kept = editorial::sheetMapNamed(desk, *name);
    if (kept)
        return std::optional(*kept);
    if (kept.error().kind != base::Error::Kind::NotFound)
        return kept.error();
    return base::Error{base::Error::Kind::NotFound,
                       Words::tr("There is no file “%1”. %2").arg(*name, kept.error().message)};
}

base::Result<void> keepMap(const Invocation &invocation, editorial::Desk &desk, const editorial::ImportReport &report,
                           const std::optional<desk::SheetMap> &given)
{
    const auto name = invocation.given(QLatin1String("keep-map"));
    if (!name)
        return {};
    if (report.sheets.isEmpty()) {
        invocation.output().message(Words::tr("No sheet was read, so no columns are kept as “%1”.").arg(*name));
        return {};
    }
    // What was told from this sheet is told from each anew.
    desk::SheetMap map = report.sheets.first().map;
    map.writing = given ? given->writing : desk::SheetWriting();
    map.dates = given ? given->dates : std::nullopt;
    if (const auto kept = editorial::keepSheetMap(desk, map, *name); !kept)
        return kept.error();
    return {};
}

QString shown(const editorial::ImportReport::Sheet &sheet)
{
    const desk::SheetMap &map = sheet.map;
    Table table;
    for (auto role = map.columns.cbegin(); role != map.columns.cend(); ++role)
        table.add({QLatin1String("  ") + desk::title(role.key()), shown(role.value())});
    if (map.dates)
        table.add({QLatin1String("  ") + Words::tr("Dates"), desk::title(*map.dates)});
    if (map.writing.delimiter)
        table.add({QLatin1String("  ") + Words::tr("Delimiter"), desk::delimiterTitle(*map.writing.delimiter)});
    if (map.writing.encoding)
        table.add({QLatin1String("  ") + Words::tr("Encoding"), desk::title(*map.writing.encoding)});
    const QString heading = map.name.isEmpty() ? Words::tr("Columns of %1:").arg(sheet.source)
                                               : Words::tr("Columns of %1, kept as “%2”:").arg(sheet.source, map.name);
    return heading + QLatin1Char('\n') + table.text();
}

} // namespace cli
