#include "command_line.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <memory>

namespace {

const QString deskFile = QStringLiteral("wren.postbag");

const QByteArray form =
    "Submitted;Your question;Subject;Name;E-mail;May we print it?\r\n"
    "31.1.2026;\"The fence.\n\nWhy blue?\";Blue;Osbert Quillfeather;osbert@quillfeather.example;ja\r\n"
    "1.2.2026;=SUM(A1);Sums;Ada Marrow;ada@marrow.example;nein\r\n";

QStringList import(const char *line)
{
    return QStringList{QStringLiteral("import"), deskFile} + QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

// Sheets on the command line: --as csv, --map, --keep-map, and what --dry-run shows of them.
class TestSheetCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsASheet();
    void aDryRunShowsTheMap();
    void theMapShownCanBeGiven();
    void keepsAMapAndUsesItByName();
    void sheetsThatCannotBeTold();
    void wrongMaps_data();
    void wrongMaps();
    void helpShowsTheMap();

private:
    QJsonObject letter(int number)
    {
        return m_line->callJson({QStringLiteral("letter"), deskFile, QString::number(number)}).json;
    }

    std::unique_ptr<CommandLine> m_line;
};

void TestSheetCommands::init()
{
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(m_line->call({QStringLiteral("new"), deskFile}).status, 0);
    m_line->write(QStringLiteral("form.csv"), form);
}

void TestSheetCommands::importsASheet()
{
    const Called called = m_line->callJson(import("form.csv --as csv"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"imported").toInt(), 2);
    QCOMPARE(called.json.value(u"sheets").toArray().size(), 1);
    const QJsonObject first = letter(1);
    QCOMPARE(first.value(u"original").toString(), QStringLiteral("The fence.\n\nWhy blue?"));
    QCOMPARE(first.value(u"subject").toString(), QStringLiteral("Blue"));
    QCOMPARE(first.value(u"channel").toString(), QStringLiteral("sheet"));
    QCOMPARE(first.value(u"consent").toBool(), true);
    QCOMPARE(letter(2).value(u"original").toString(), QStringLiteral("=SUM(A1)"));
    QCOMPARE(letter(2).value(u"consent"), QJsonValue(false));
    QVERIFY(!m_line->everythingSaid().contains("uillfeather"));
    const Called again = m_line->callJson(import("form.csv"));
    QCOMPARE(again.json.value(u"already").toInt(), 2);
}

void TestSheetCommands::aDryRunShowsTheMap()
{
    const Called called = m_line->callJson(import("form.csv --dry-run"));
    QCOMPARE(called.status, 0);
    const QJsonObject map = called.json.value(u"map").toObject();
    QCOMPARE(map.value(u"letter").toString(), QStringLiteral("Your question"));
    QCOMPARE(map.value(u"dates").toString(), QStringLiteral("day first"));
    QCOMPARE(map.value(u"delimiter").toString(), QStringLiteral(";"));
    const Called shown = m_line->call(import("form.csv --dry-run"));
    for (const char *part : {"Your question", "Day first", "Semicolon", "UTF-8", "form.csv"})
        QVERIFY2(shown.text().contains(QLatin1String(part)), part);
    QCOMPARE(m_line->callJson({QStringLiteral("letters"), deskFile}).json.value(u"total").toInt(), 0);
    QVERIFY(!m_line->call(import("form.csv")).text().contains(QLatin1String("Semicolon")));
    QVERIFY(m_line->callJson(import("none.eml")).json.value(u"map").isNull());
}

void TestSheetCommands::theMapShownCanBeGiven()
{
    const QJsonObject map = m_line->callJson(import("form.csv --dry-run")).json.value(u"map").toObject();
    m_line->write(QStringLiteral("map.json"), QJsonDocument(map).toJson());
    const Called called = m_line->callJson(import("form.csv --as csv --map map.json"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"imported").toInt(), 2);
    QCOMPARE(called.json.value(u"map").toObject(), map);

    m_line->write(QStringLiteral("other.json"), "\xEF\xBB\xBF{\"letter\": 3, \"subject\": \"Name\"}");
    QCOMPARE(m_line->callJson(import("form.csv --map other.json")).json.value(u"imported").toInt(), 2);
    QCOMPARE(letter(3).value(u"original").toString(), QStringLiteral("Blue"));
    QCOMPARE(m_line->callJson(import("form.csv --map -"), R"({"letter": "E-mail"})").json.value(u"imported").toInt(),
             2);
}

void TestSheetCommands::keepsAMapAndUsesItByName()
{
    m_line->write(QStringLiteral("map.json"), R"({"letter": "Subject"})");
    QCOMPARE(m_line->call(import("form.csv --map map.json --keep-map odd --dry-run")).status, 0);
    QCOMPARE(m_line->call(import("form.csv --map Odd")).status, 2); // a dry run keeps nothing
    QCOMPARE(m_line->call(import("form.csv --map map.json --keep-map odd")).status, 0);
    QVERIFY(QFile::remove(m_line->path(QStringLiteral("map.json"))));
    const Called called = m_line->callJson(import("form.csv --map Odd"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"already").toInt(), 2);
    const QJsonObject sheet = called.json.value(u"sheets").toArray().at(0).toObject();
    QCOMPARE(sheet.value(u"mapName").toString(), QStringLiteral("odd"));
    // It fits, so it holds without being named.
    QCOMPARE(m_line->callJson(import("form.csv")).json.value(u"already").toInt(), 2);

    const Called unknown = m_line->call(import("form.csv --map even"));
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.messages().contains(QLatin1String("odd")), unknown.err.constData());
}

void TestSheetCommands::sheetsThatCannotBeTold()
{
    m_line->write(QStringLiteral("odd.csv"), "a,b\n1,2\n");
    const Called called = m_line->callJson(import("odd.csv form.csv"));
    QCOMPARE(called.status, 1);
    QCOMPARE(called.json.value(u"imported").toInt(), 2);
    const QJsonObject refused = called.json.value(u"refused").toArray().at(0).toObject();
    QVERIFY(refused.value(u"reason").toString().contains(QLatin1String("--map")));
    const Called keep = m_line->call(import("odd.csv --keep-map odd"));
    QCOMPARE(keep.status, 1);
    QVERIFY(keep.messages().contains(QLatin1String("odd")));
}

void TestSheetCommands::wrongMaps_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no JSON") << QByteArray("letter=2") << 2 << QStringLiteral("JSON");
    QTest::newRow("no letter") << QByteArray(R"({"subject": 2})") << 2 << QStringLiteral("letter");
    QTest::newRow("unknown key") << QByteArray(R"({"letter": 2, "titel": 1})") << 2 << QStringLiteral("titel");
    QTest::newRow("no such column") << QByteArray(R"({"letter": "Question"})") << 1 << QStringLiteral("“Question”");
    QTest::newRow("no such number") << QByteArray(R"({"letter": 7})") << 1 << QStringLiteral("number 7");
}

void TestSheetCommands::wrongMaps()
{
    QFETCH(QByteArray, map);
    QFETCH(int, status);
    QFETCH(QString, hint);
    m_line->write(QStringLiteral("map.json"), map);
    const Called called = m_line->call(import("form.csv --map map.json"));
    QCOMPARE(called.status, status);
    const QString said = called.messages() + called.text();
    QVERIFY2(said.contains(hint), qPrintable(said));
    QCOMPARE(m_line->callJson({QStringLiteral("letters"), deskFile}).json.value(u"total").toInt(), 0);
}

void TestSheetCommands::helpShowsTheMap()
{
    const Called called = m_line->call({QStringLiteral("import"), QStringLiteral("--help")});
    QCOMPARE(called.status, 0);
    for (const char *part : {"--map MAP", "--keep-map NAME", "csv", "\"letter\"", "day first"})
        QVERIFY2(called.text().contains(QLatin1String(part)), part);
}

QTEST_GUILESS_MAIN(TestSheetCommands)
#include "tst_sheet_commands.moc"
