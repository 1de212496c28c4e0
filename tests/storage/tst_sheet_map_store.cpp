// SheetMapStore: maps of columns come back as they were kept; names are unique, saves name their version.
#include "invented.h"

#include "storage/sheet_map_store.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::SheetMap;
using desk::SheetRole;

namespace {

SheetMap map(const QString &name)
{
    SheetMap map;
    map.id = desk::SheetMapId::fromName(QStringLiteral("map ") + name);
    map.name = name;
    map.columns = {{SheetRole::Letter, {{QStringLiteral("What is it?"), 0}, {{}, 4}}},
                   {SheetRole::Name, {{QStringLiteral("Ihr Name"), 0}}}};
    map.dates = desk::DateOrder::MonthFirst;
    map.yes = {QStringLiteral("Print it")};
    map.no = {QString()};
    map.writing = {';', desk::SheetEncoding::Windows1252, true};
    return map;
}

QStringList names(Desk &desk)
{
    QStringList all;
    for (const SheetMap &each : taken(desk->sheetMaps().maps()))
        all.append(each.name);
    return all;
}

} // namespace

class TestSheetMapStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsMaps();
    void listsByName();
    void savesChanges();
    void namesAreUnique();
    void removes();
    void comesThroughWhatItDoesNotUnderstand();
};

void TestSheetMapStore::keepsMaps()
{
    Desk desk;
    QVERIFY(names(desk).isEmpty());
    const SheetMap kept = map(QStringLiteral(" The  column's form "));
    QCOMPARE(taken(desk->sheetMaps().save(kept)), 1);
    desk.reopen();
    const QList<SheetMap> maps = taken(desk->sheetMaps().maps());
    QCOMPARE(maps.size(), 1);
    const SheetMap &read = maps.first();
    QVERIFY(read.id == kept.id);
    QCOMPARE(read.name, QStringLiteral("The column's form"));
    QCOMPARE(read.columns, kept.columns);
    QVERIFY(read.dates == kept.dates);
    QCOMPARE(read.yes, kept.yes);
    QCOMPARE(read.no, kept.no);
    QVERIFY(read.writing == kept.writing);
    QCOMPARE(read.version, 1);
}

void TestSheetMapStore::listsByName()
{
    Desk desk;
    for (const char *name : {"winter", "Autumn", "spring"})
        taken(desk->sheetMaps().save(map(QString::fromLatin1(name))));
    QCOMPARE(names(desk).join(QLatin1Char(' ')), QStringLiteral("Autumn spring winter"));
}

void TestSheetMapStore::savesChanges()
{
    Desk desk;
    SheetMap kept = map(QStringLiteral("form"));
    taken(desk->sheetMaps().save(kept));
    kept.name = QStringLiteral("Form");
    kept.columns = {{SheetRole::Letter, {{{}, 2}}}};
    QCOMPARE(desk->sheetMaps().save(kept).error().kind, Error::Kind::Conflict);
    kept.version = 1;
    QCOMPARE(taken(desk->sheetMaps().save(kept)), 2);
    QCOMPARE(taken(desk->sheetMaps().maps()).first().columns, kept.columns);
    QCOMPARE(names(desk), QStringList{QStringLiteral("Form")});
}

void TestSheetMapStore::namesAreUnique()
{
    Desk desk;
    taken(desk->sheetMaps().save(map(QStringLiteral("Straßen"))));
    SheetMap other = map(QStringLiteral("STRAßEN"));
    const auto refused = desk->sheetMaps().save(other);
    QCOMPARE(refused.error().kind, Error::Kind::Unusable);
    QVERIFY(refused.error().message.contains(QStringLiteral("STRAßEN")));
    other.name = QStringLiteral("  ");
    QCOMPARE(desk->sheetMaps().save(other).error().kind, Error::Kind::Unusable);
    QCOMPARE(names(desk).size(), 1);
}

void TestSheetMapStore::removes()
{
    Desk desk;
    const SheetMap kept = map(QStringLiteral("form"));
    taken(desk->sheetMaps().save(kept));
    taken(desk->sheetMaps().remove(kept.id));
    QVERIFY(names(desk).isEmpty());
    QCOMPARE(desk->sheetMaps().remove(kept.id).error().kind, Error::Kind::NotFound);
    QCOMPARE(taken(desk->sheetMaps().save(kept)), 1);
}

void TestSheetMapStore::comesThroughWhatItDoesNotUnderstand()
{
    Desk desk;
    SheetMap strange = map(QStringLiteral("strange"));
    strange.columns.clear(); // no letter: nothing that can be read back
    taken(desk->sheetMaps().save(strange));
    taken(desk->sheetMaps().save(map(QStringLiteral("form"))));
    const QList<SheetMap> maps = taken(desk->sheetMaps().maps());
    QCOMPARE(maps.size(), 2);
    QVERIFY(!maps.first().columns.isEmpty());
    QVERIFY(maps.last().columns.isEmpty());
}

QTEST_GUILESS_MAIN(TestSheetMapStore)
#include "tst_sheet_map_store.moc"
