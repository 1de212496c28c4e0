// Sheets into letters: which map holds, what becomes of each row, maps that are kept. People and letters invented.
#include "desk_fixture.h"

#include "editorial/checking.h"
#include "editorial/sheets.h"

#include <QDir>

using desk::DateOrder;
using desk::SheetMap;
using desk::SheetRole;
using editorial::ImportReport;
using editorial::SourceForm;

namespace {

const QByteArray form = "Submitted,Your question,Your name,E-mail,May we print it?,Town\r\n"
                        "3/1/2026 9:30 AM,\"The fence.\n\nWhy blue?\",Prudence Quill,prue@quill.example,Yes,Leith\r\n"
                        "3/14/2026 1:05 PM,=1+1 is what he says.,Osbert Pym,osbert@pym.example,No,\r\n"
                        ",,,,,\r\n"
                        "3/15/2026 8:00 AM,,Ada Wren,ada@wren.example,,Truro\r\n";

SheetMap mapOf(const QByteArray &json)
{
    const auto map = desk::sheetMapFromJson(json);
    return map ? *map : SheetMap();
}

QString headingOf(const SheetMap &map, SheetRole role)
{
    return map.columns.value(role).value(0).heading;
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<DeskFixture>(); }
    void makesLettersOfRows();
    void theSameRowTwiceIsOneLetter();
    void aRefusedConsentBlocks();
    void keepsWhatCannotBeRead();
    void aMapSaysWhatIsWhat();
    void aMissingColumnIsRefused();
    void withoutALetterColumnItIsRefused();
    void usesAKeptMapThatFits();
    void doesNotUseAMapByNumbers();
    void aKeptMapSaysHowTheSheetIsWritten();
    void decidesDatesByAllRows();
    void tellsWarningsOnce();
    void readsATextAsASheetByItsMap();
    void findsTheSheetsAmongFiles();
    void aDryRunWritesNothing();
    void keepsAndForgetsMaps();
    void looksBefore();
    void looksAsToldTo();
    void showsLettersAsTheyWillBe();

private:
    [[nodiscard]] ImportReport bringIn(const QByteArray &bytes, const std::optional<SheetMap> &map = {},
                                       const QString &name = QStringLiteral("form.csv"), bool dryRun = false) const;
    [[nodiscard]] desk::Letter letter(const ImportReport &report, int place) const;
    void keep(const QByteArray &json, const QString &name) const;

    std::unique_ptr<DeskFixture> m_fixture;
};

ImportReport TestSheets::bringIn(const QByteArray &bytes, const std::optional<SheetMap> &map, const QString &name,
                                 bool dryRun) const
{
    base::NoProgress progress;
    const QString file = m_fixture->writeFile(name, bytes);
    const auto report = editorial::importLetters(*m_fixture->desk, {{file}, {}, dryRun, map}, progress);
    if (!report)
        qFatal("%s", qPrintable(errorText(report)));
    return *report;
}

desk::Letter TestSheets::letter(const ImportReport &report, int place) const
{
    const auto view = editorial::letter(*m_fixture->desk, report.letters.value(place));
    return view ? view->letter : desk::Letter();
}

void TestSheets::keep(const QByteArray &json, const QString &name) const
{
    if (!editorial::keepSheetMap(*m_fixture->desk, mapOf(json), name))
        qFatal("a fixture could not be made");
}

void TestSheets::makesLettersOfRows()
{
    const ImportReport report = bringIn(form);
    QCOMPARE(report.imported, 3);
    QCOMPARE(report.needAttention, 1);
    QVERIFY(report.refused.isEmpty());
    QVERIFY2(report.warnings.isEmpty(), qPrintable(report.warnings.join(u'\n')));
    const desk::Letter first = letter(report, 0);
    QCOMPARE(first.original, QStringLiteral("The fence.\n\nWhy blue?"));
    QCOMPARE(first.channel, QStringLiteral("sheet"));
    QCOMPARE(first.place, QStringLiteral("Leith"));
    QCOMPARE(first.received, QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::UTC));
    QCOMPARE(first.consent, desk::Consent::Given);
    TAKE(writer, editorial::writer(*m_fixture->desk, first.id));
    QCOMPARE(writer.name, QStringLiteral("Prudence Quill"));
    QCOMPARE(writer.address, QStringLiteral("prue@quill.example"));
    QVERIFY(writer.raw.startsWith("3/1/2026 9:30 AM,\"The fence.\n\nWhy blue?\",Prudence"));
    QVERIFY(writer.headers.startsWith("Submitted,Your question"));
    const desk::Letter second = letter(report, 1);
    QCOMPARE(second.original, QStringLiteral("=1+1 is what he says."));
    QCOMPARE(second.consent, desk::Consent::Refused);
    const desk::Letter third = letter(report, 2);
    QVERIFY(third.original.isEmpty());
    QVERIFY(third.needsAttention);
    QCOMPARE(third.place, QStringLiteral("Truro"));

    QCOMPARE(report.sheets.size(), 1);
    const SheetMap &used = report.sheets.first().map;
    QCOMPARE(headingOf(used, SheetRole::Letter), QStringLiteral("Your question"));
    QVERIFY(used.dates == DateOrder::MonthFirst);
    QVERIFY(used.writing.delimiter == ',');
    QVERIFY(used.writing.hasHeadings == true);
}

void TestSheets::theSameRowTwiceIsOneLetter()
{
    const QByteArray again = form.mid(form.indexOf("3/1/2026"));
    const ImportReport first = bringIn(form + again);
    QCOMPARE(first.imported, 3);
    QCOMPARE(first.already, 3);
    QCOMPARE(bringIn(form).already, 3);
}

void TestSheets::aRefusedConsentBlocks()
{
    const ImportReport report = bringIn(form);
    TAKE(article, editorial::startAnswer(*m_fixture->desk, report.letters.at(1)));
    base::NoProgress progress;
    TAKE(findings, editorial::check(*m_fixture->desk, article, progress));
    QVERIFY(std::any_of(findings.cbegin(), findings.cend(), [](const desk::Finding &finding) {
        return finding.check == QLatin1String("consent") && finding.severity == desk::Finding::Severity::Blocker;
    }));
}

void TestSheets::keepsWhatCannotBeRead()
{
    const QByteArray broken = "2,\"Why is it so";
    const ImportReport report =
        bringIn("No,Question,Name\n1,How?,Prue\n" + broken + "\n3,\"Who, then?\",Osbert\n4,\"End\n");
    QCOMPARE(report.imported, 4);
    QCOMPARE(report.needAttention, 2);
    const desk::Letter kept = letter(report, 1);
    QVERIFY(kept.original.isEmpty());
    QVERIFY(kept.needsAttention);
    QVERIFY(!kept.notice.isEmpty());
    TAKE(writer, editorial::writer(*m_fixture->desk, kept.id));
    QCOMPARE(writer.raw, broken);
    QCOMPARE(letter(report, 2).original, QStringLiteral("Who, then?"));

    const ImportReport huge =
        bringIn("No,Question,Name\n1,Where?,Prue\n2," + QByteArray(9'000'000, 'x') + ",Prue\n3,Whose?,Ada\n");
    QCOMPARE(huge.imported, 2);
    QCOMPARE(huge.refused.size(), 1);
    QCOMPARE(huge.refused.first().item, QStringLiteral("row 3"));
}

void TestSheets::aMapSaysWhatIsWhat()
{
    const ImportReport report =
        bringIn("Submitted,What is it?,What else?,Sign\n01/02/2026,The fence,It is blue,Torn in Truro\n",
                mapOf(R"({"letter": ["What is it?", 3], "date": 1, "signature": "sign", "dates": "month first"})"));
    QCOMPARE(report.imported, 1);
    const desk::Letter first = letter(report, 0);
    QCOMPARE(first.original, QStringLiteral("What is it?\n\nThe fence\n\nWhat else?\n\nIt is blue"));
    QCOMPARE(first.signature, QStringLiteral("Torn in Truro"));
    QCOMPARE(first.received.date(), QDate(2026, 1, 2));
}

void TestSheets::aMissingColumnIsRefused()
{
    const ImportReport report = bringIn(form, mapOf(R"({"letter": "Your question", "place": "County"})"));
    QCOMPARE(report.imported, 0);
    QCOMPARE(report.refused.size(), 1);
    QVERIFY2(report.refused.first().reason.contains(QStringLiteral("County")),
             qPrintable(report.refused.first().reason));
    QVERIFY(report.sheets.isEmpty());
}

void TestSheets::withoutALetterColumnItIsRefused()
{
    const ImportReport report = bringIn("a,b\n1,2\n3,4\n");
    QCOMPARE(report.imported, 0);
    QCOMPARE(report.refused.size(), 1);
    QVERIFY2(report.refused.first().reason.contains(QStringLiteral("--map")),
             qPrintable(report.refused.first().reason));
    QVERIFY(bringIn("PK\x03\x04").refused.first().reason.contains(QStringLiteral("CSV")));
}

void TestSheets::usesAKeptMapThatFits()
{
    keep(R"({"letter": "Town"})", QStringLiteral("a town"));
    keep(R"({"letter": "Town", "subject": "your NAME"})", QStringLiteral("better"));
    keep(R"({"letter": "Town", "subject": "Your name", "place": "County"})", QStringLiteral("does not fit"));
    const ImportReport report = bringIn(form);
    QCOMPARE(report.sheets.first().map.name, QStringLiteral("better"));
    QCOMPARE(letter(report, 0).original, QStringLiteral("Leith"));
    QCOMPARE(letter(report, 0).subject, QStringLiteral("Prudence Quill"));
}

void TestSheets::doesNotUseAMapByNumbers()
{
    keep(R"({"letter": 1})", QStringLiteral("numbers"));
    const ImportReport report = bringIn(form);
    QVERIFY(report.sheets.first().map.name.isEmpty());
    QCOMPARE(headingOf(report.sheets.first().map, SheetRole::Letter), QStringLiteral("Your question"));
}

void TestSheets::aKeptMapSaysHowTheSheetIsWritten()
{
    // By itself it would be taken for two columns.
    const QByteArray sheet = "a;b,c\n1;x,y\n2;z,u\n";
    keep(R"({"letter": "b,c", "delimiter": ";"})", QStringLiteral("odd"));
    const ImportReport report = bringIn(sheet);
    QCOMPARE(report.imported, 2);
    QCOMPARE(letter(report, 0).original, QStringLiteral("x,y"));
}

void TestSheets::decidesDatesByAllRows()
{
    QByteArray sheet = "Date,Question\n";
    for (int n = 0; n < 500; ++n)
        sheet += "01/02/2026,Question " + QByteArray::number(n) + "\n";
    const QByteArray map = R"({"letter": "Question", "date": "Date"})";
    QVERIFY(bringIn(sheet, mapOf(map), QStringLiteral("a.csv"), true).sheets.first().map.dates == DateOrder::DayFirst);
    sheet += "01/13/2026,The last\n";
    const ImportReport report = bringIn(sheet, mapOf(map));
    QVERIFY(report.sheets.first().map.dates == DateOrder::MonthFirst);
    QCOMPARE(letter(report, 0).received.date(), QDate(2026, 1, 2));
}

void TestSheets::tellsWarningsOnce()
{
    QByteArray sheet = "Date,Question,Name\n";
    for (int n = 0; n < 50; ++n)
        sheet += QByteArray(n < 40 ? "2026-03-01" : "some day") + ",Question " + QByteArray::number(n) +
                 (n < 47 ? ",Prue\n" : "\n");
    const ImportReport report = bringIn(sheet, mapOf(R"({"letter": "Question", "date": "Date"})"));
    QCOMPARE(report.imported, 50);
    QCOMPARE(report.warnings.size(), 2);
    const QString all = report.warnings.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("row 49, row 50, row 51:")), qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("row 46, … (10 rows)")));
    QVERIFY(!all.contains(QStringLiteral("some day")));
    QCOMPARE(letter(report, 49).received, m_fixture->clock.now());
}

void TestSheets::readsATextAsASheetByItsMap()
{
    const QByteArray sheet = "a|b\n1|Why?\n2|How?\n";
    QCOMPARE(bringIn(sheet, {}, QStringLiteral("plain.txt")).imported, 1);
    const ImportReport report = bringIn(sheet, mapOf(R"({"letter": "b"})"), QStringLiteral("sheet.txt"));
    QCOMPARE(report.imported, 2);
    QCOMPARE(letter(report, 0).original, QStringLiteral("Why?"));
}

void TestSheets::findsTheSheetsAmongFiles()
{
    const QString sheet = m_fixture->writeFile(QStringLiteral("a.csv"), form);
    const QStringList files{m_fixture->writeFile(QStringLiteral("b.eml"), "Subject: x\n\ny\n"), sheet,
                            m_fixture->folder.path(), m_fixture->folder.filePath(QStringLiteral("none.csv"))};
    QCOMPARE(editorial::sheetsAmong(files), QStringList{sheet});
}

void TestSheets::aDryRunWritesNothing()
{
    const ImportReport report = bringIn(form, {}, QStringLiteral("form.csv"), true);
    QCOMPARE(report.imported, 3);
    QCOMPARE(report.sheets.size(), 1);
    TAKE(count, editorial::letterCount(*m_fixture->desk, {}, 100));
    QCOMPARE(count, 0);
}

void TestSheets::keepsAndForgetsMaps()
{
    editorial::Desk &desk = *m_fixture->desk;
    TAKE(first, editorial::keepSheetMap(desk, mapOf(R"({"letter": "Question"})"), QStringLiteral(" Our  form ")));
    QCOMPARE(first.name, QStringLiteral("Our form"));
    TAKE(second, editorial::keepSheetMap(desk, mapOf(R"({"letter": "Problem"})"), QStringLiteral("our form")));
    QVERIFY(second.id == first.id); // in the place of the first
    TAKE(found, editorial::sheetMapNamed(desk, QStringLiteral("OUR FORM")));
    QCOMPARE(headingOf(found, SheetRole::Letter), QStringLiteral("Problem"));
    const auto missing = editorial::sheetMapNamed(desk, QStringLiteral("other"));
    QCOMPARE(missing.error().kind, base::Error::Kind::NotFound);
    QVERIFY2(missing.error().message.contains(QStringLiteral("our form")), qPrintable(missing.error().message));
    QVERIFY(!editorial::keepSheetMap(desk, mapOf(R"({"letter": 1})"), QStringLiteral(" ")));
    DO(editorial::forgetSheetMap(desk, first.id));
    TAKE(left, editorial::sheetMaps(desk));
    QVERIFY(left.isEmpty());
    QVERIFY(!editorial::sheetMapNamed(desk, QStringLiteral("other")));
}

void TestSheets::looksBefore()
{
    keep(R"({"letter": "Nothing of this"})", QStringLiteral("another form"));
    const QString file = m_fixture->writeFile(QStringLiteral("a.csv"), form);
    TAKE(look, editorial::lookAtSheet(*m_fixture->desk, file));
    QCOMPARE(look.headings.size(), 6);
    QCOMPARE(look.rows.size(), 3);
    QCOMPARE(look.rows.last().value(2), QStringLiteral("Ada Wren"));
    QCOMPARE(look.letters, std::optional<qint64>(3));
    QCOMPARE(look.kept.size(), 1);
    QCOMPARE(headingOf(look.map, SheetRole::Letter), QStringLiteral("Your question"));
    QCOMPARE(look.evidence.keys(), QList<int>{0});
    QVERIFY(look.evidence.value(0).certain() == DateOrder::MonthFirst);
    QCOMPARE(look.zone.id(), QByteArray("Europe/London"));
    QVERIFY(!editorial::lookAtSheet(*m_fixture->desk, m_fixture->folder.filePath(QStringLiteral("none.csv"))));
}

void TestSheets::looksAsToldTo()
{
    keep(R"({"letter": "b,c", "delimiter": ";"})", QStringLiteral("odd"));
    const QString file = m_fixture->writeFile(QStringLiteral("a.csv"), "a;b,c\n1;" + QByteArray(5000, 'x') + ",y\n");
    TAKE(byMap, editorial::lookAtSheet(*m_fixture->desk, file));
    QCOMPARE(byMap.format.delimiter, ';');
    QCOMPARE(byMap.map.name, QStringLiteral("odd"));
    QCOMPARE(byMap.rows.first().last().size(), 2000);
    TAKE(told, editorial::lookAtSheet(*m_fixture->desk, file, desk::SheetWriting{',', {}, false}));
    QCOMPARE(told.format.delimiter, ',');
    QVERIFY(told.headings.isEmpty());
    QCOMPARE(told.rows.size(), 2);
    QVERIFY(told.map.name.isEmpty());
}

void TestSheets::showsLettersAsTheyWillBe()
{
    const QString file = m_fixture->writeFile(QStringLiteral("a.csv"), form);
    TAKE(look, editorial::lookAtSheet(*m_fixture->desk, file));
    SheetMap map = look.map;
    const auto samples = editorial::sheetSamples(look, map);
    QCOMPARE(samples.size(), 3);
    QCOMPARE(samples.at(0).text, QStringLiteral("The fence. Why blue?"));
    QCOMPARE(samples.at(0).received.date(), QDate(2026, 3, 1));
    QCOMPARE(samples.at(1).consent, desk::SheetConsent::Refused);
    QVERIFY(samples.at(2).text.isEmpty());
    map.dates = DateOrder::DayFirst;
    QCOMPARE(editorial::sheetSamples(look, map).at(0).received.date(), QDate(2026, 1, 3));
    map.columns[SheetRole::Letter] = {{QStringLiteral("None"), 0}};
    QVERIFY(editorial::sheetSamples(look, map).isEmpty());
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
