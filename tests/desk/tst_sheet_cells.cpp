// What cells of a sheet mean: dates in every order, and the words of consent.
#include "desk/sheet_cells.h"

#include <QTest>

using desk::DateEvidence;
using desk::DateOrder;
using desk::SheetConsent;

Q_DECLARE_METATYPE(desk::DateOrder)
Q_DECLARE_METATYPE(desk::SheetConsent)

class TestSheetCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void takesTimesAsThoseOfTheDesk();
    void isNoDate_data();
    void isNoDate();
    void tellsTheOrder_data();
    void tellsTheOrder();
    void readsConsent_data();
    void readsConsent();
    void ownWordsComeFirst();
};

void TestSheetCells::readsDates_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *cell, DateOrder order, const char *expected) {
        QTest::addRow("%s, %s", cell, qPrintable(desk::name(order)))
            << QString::fromUtf8(cell) << order << QString::fromLatin1(expected);
    };
    const DateOrder year = DateOrder::YearFirst;
    const DateOrder day = DateOrder::DayFirst;
    const DateOrder month = DateOrder::MonthFirst;
    row("2026-03-01", year, "2026-03-01T00:00:00Z");
    row("2026-03-01 10:15", day, "2026-03-01T10:15:00Z");
    row("2026-03-01T10:15:30.123Z", month, "2026-03-01T10:15:30Z");
    row("2026-03-01T10:15:30+02:00", year, "2026-03-01T08:15:30Z");
    row("2026/03/01 1:05:09 PM GMT+1", year, "2026-03-01T12:05:09Z");
    row("2026/03/01 12:05:09 am GMT-0530", year, "2026-03-01T05:35:09Z");
    row("2026-3-1", year, "2026-03-01T00:00:00Z");
    row("01/03/2026", day, "2026-03-01T00:00:00Z");
    row("01/03/2026", month, "2026-01-03T00:00:00Z");
    row("25/03/2026", month, "2026-03-25T00:00:00Z"); // possible in one order only
    row("3/25/2026", day, "2026-03-25T00:00:00Z");
    row("25/03/2026", year, "2026-03-25T00:00:00Z");
    row("3/3/2026", year, "2026-03-03T00:00:00Z");
    row("1.3.26, 9:05", day, "2026-03-01T09:05:00Z");
    row("1. 3. 2026 14.30 Uhr", day, "2026-03-01T14:30:00Z");
    row("01-03-99", day, "1999-03-01T00:00:00Z");
    row("3/1/2026 12:00 AM", month, "2026-03-01T00:00:00Z");
    row("3/1/2026 12:30:10 p.m.", month, "2026-03-01T12:30:10Z");
    row("3/1/2026 at 3 PM", month, "2026-03-01T15:00:00Z");
    row("1 March 2026", month, "2026-03-01T00:00:00Z");
    row("1st of March 2026", month, "2026-03-01T00:00:00Z");
    row("Sunday, 1 March 2026 14:05", day, "2026-03-01T14:05:00Z");
    row("March 1, 2026, 2:05 pm", day, "2026-03-01T14:05:00Z");
    row("Mar 1st, 2026", day, "2026-03-01T00:00:00Z");
    row("Sun Mar 01 2026 10:00:00 GMT+0100 (Central European Standard Time)", day, "2026-03-01T09:00:00Z");
    row("01-Mar-26", day, "2026-03-01T00:00:00Z");
    row("1. März 2026 um 8:00", day, "2026-03-01T08:00:00Z");
    row("1er août 2026 à 8h30", day, "2026-08-01T08:30:00Z");
    row("12 de diciembre de 2026", day, "2026-12-12T00:00:00Z");
    row("5 juin 2026", day, "2026-06-05T00:00:00Z");
    row("5 juil. 2026", day, "2026-07-05T00:00:00Z");
    row("2026-03-01 10:15 UTC", day, "2026-03-01T10:15:00Z");
}

void TestSheetCells::readsDates()
{
    QFETCH(QString, cell);
    QFETCH(DateOrder, order);
    QFETCH(QString, expected);
    QDateTime read = desk::dateIn(cell, order, QTimeZone::utc());
    QVERIFY(read.isValid());
    read.setTime(QTime(read.time().hour(), read.time().minute(), read.time().second()));
    QCOMPARE(read.toString(Qt::ISODate), expected);
}

void TestSheetCells::takesTimesAsThoseOfTheDesk()
{
    const QTimeZone london("Europe/London");
    const auto read = [&london](const char *cell) {
        return desk::dateIn(QLatin1String(cell), DateOrder::DayFirst, london).toString(Qt::ISODate);
    };
    QCOMPARE(read("01/07/2026 10:00"), QStringLiteral("2026-07-01T09:00:00Z"));
    QCOMPARE(read("01/07/2026"), QStringLiteral("2026-06-30T23:00:00Z"));
    QCOMPARE(read("01/07/2026 10:00 Z"), QStringLiteral("2026-07-01T10:00:00Z"));
    QVERIFY(!read("29/03/2026 01:30").isEmpty()); // an hour that this day does not have
}

void TestSheetCells::isNoDate_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell : {"", " ", "soon", "42", "20260301", "2026-13-01", "2026-02-30", "31/31/2026", "1/2",
                             "01/02-2026", "01/03/2026 25:00", "01/03/2026 10", "01/03/2026 is when it began", "March",
                             "12 parsecs 2026", "0/0/0000", "2026-03-01T", "99/99/9999", "1/2/20261"})
        QTest::newRow(cell) << QString::fromLatin1(cell);
    QTest::newRow("either way") << QStringLiteral("01/03/2026");
    QTest::newRow("long") << QStringLiteral("2026-03-01 ").repeated(1000);
}

void TestSheetCells::isNoDate()
{
    QFETCH(QString, cell);
    QVERIFY(!desk::dateIn(cell, DateOrder::YearFirst, QTimeZone::utc()).isValid());
}

void TestSheetCells::tellsTheOrder_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<bool>("isCertain");
    QTest::addColumn<DateOrder>("order");
    const auto row = [](const char *name, const char *cells, bool isCertain, DateOrder order) {
        QTest::newRow(name) << QString::fromLatin1(cells).split(QLatin1Char('|')) << isCertain << order;
    };
    row("a day above 12", "01/02/2026|14/02/2026|x", true, DateOrder::DayFirst);
    row("a month that is none", "01/02/2026|2/14/2026", true, DateOrder::MonthFirst);
    row("points", "01.02.2026|02.02.2026", true, DateOrder::DayFirst);
    row("ISO", "2026-02-01|2026-02-02", true, DateOrder::YearFirst);
    row("mostly one", "14/02/2026|15/02/2026|2/14/2026", true, DateOrder::DayFirst);
    row("by their sequence", "1/9/2026|1/10/2026|1/11/2026|2/1/2026|2/2/2026", false, DateOrder::MonthFirst);
    row("by their sequence, newest first", "2/3/2026|1/3/2026|12/2/2026|11/2/2026", false, DateOrder::DayFirst);
    row("AM and PM", "1/1/2026 3:00 PM|1/2/2026 4:00 AM", false, DateOrder::MonthFirst);
    row("nothing tells", "1/1/2026|1/2/2026", false, DateOrder::DayFirst);
    row("no dates", "a|b", false, DateOrder::DayFirst);
}

void TestSheetCells::tellsTheOrder()
{
    QFETCH(QStringList, cells);
    QFETCH(bool, isCertain);
    QFETCH(DateOrder, order);
    DateEvidence evidence;
    evidence.add(QStringLiteral(" "));
    for (const QString &cell : cells)
        evidence.add(cell);
    QCOMPARE(evidence.cells(), cells.size());
    QCOMPARE(evidence.certain().has_value(), isCertain);
    QCOMPARE(evidence.likely(DateOrder::DayFirst), order);
}

void TestSheetCells::readsConsent_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<SheetConsent>("said");
    const auto rows = [](SheetConsent said, std::initializer_list<const char *> cells) {
        for (const char *cell : cells)
            QTest::newRow(cell) << QString::fromUtf8(cell) << said;
    };
    rows(SheetConsent::Unsaid, {"", "  "});
    rows(SheetConsent::Given,
         {"Yes", "yes!", "Y", "TRUE", "1", "x", "✓", "☑ ", "I agree", "I agree to be printed",
          "Yes, you may print my letter", "Ja, gerne", "Einverstanden.", "oui", "D’accord", "Sí", "acepto"});
    rows(SheetConsent::Refused,
         {"No", "no.", "N", "false", "0", "No, thank you", "I do not agree", "I don’t agree",
          "Please do not print this", "Nein", "Ich bin nicht einverstanden", "Non", "No acepto"});
    rows(SheetConsent::Unclear, {"perhaps", "I would rather not", "Yes, but not my town", "Ja, aber ohne Ort",
                                 "Oui, sauf mon nom", "?", "—", "maybe yes", "on Monday"});
}

void TestSheetCells::readsConsent()
{
    QFETCH(QString, cell);
    QFETCH(SheetConsent, said);
    QCOMPARE(desk::consentIn(cell, {}), said);
}

void TestSheetCells::ownWordsComeFirst()
{
    desk::SheetMap map;
    map.yes = {QStringLiteral("Print it, but change my name."), QStringLiteral("0")};
    map.no = {QStringLiteral("yes I mind"), QString()};
    QCOMPARE(desk::consentIn(QStringLiteral("print it but change my name"), map), SheetConsent::Given);
    QCOMPARE(desk::consentIn(QStringLiteral("0"), map), SheetConsent::Given);
    QCOMPARE(desk::consentIn(QStringLiteral("Yes, I mind!"), map), SheetConsent::Refused);
    QCOMPARE(desk::consentIn(QStringLiteral(" "), map), SheetConsent::Refused);
    QCOMPARE(desk::consentIn(QStringLiteral("—"), map), SheetConsent::Unclear);
    QCOMPARE(desk::consentIn(QStringLiteral("no"), map), SheetConsent::Refused);
}

QTEST_APPLESS_MAIN(TestSheetCells)
#include "tst_sheet_cells.moc"
