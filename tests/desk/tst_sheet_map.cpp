// SheetMap: its form in JSON, and finding its columns in a sheet.
#include "desk/sheet_map.h"

#include <QJsonDocument>
#include <QTest>

using desk::SheetColumn;
using desk::SheetMap;
using desk::SheetRole;

namespace {

SheetMap mapOf(const QByteArray &json)
{
    const auto map = desk::sheetMapFromJson(json);
    return map ? *map : SheetMap();
}

QString problemOf(const QByteArray &json)
{
    const auto map = desk::sheetMapFromJson(json);
    return map || map.error().kind != base::Error::Kind::Unusable ? QString() : map.error().message;
}

} // namespace

class TestSheetMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeMap();
    void comesBackFromJson();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void findsColumns();
    void saysWhichColumnsAreMissing();
    void namesColumnsByHeadingOrNumber();
};

void TestSheetMap::readsAWholeMap()
{
    const SheetMap map = mapOf(R"({"letter": ["What is the matter?", 3], "subject": "Title", "name": 4,
        "dates": "Day first", "yes": "Print it", "no": ["", "Keep it"], "delimiter": "tab", "encoding": "UTF-16LE",
        "headings": true})");
    QCOMPARE(map.columns.value(SheetRole::Letter),
             (QList<SheetColumn>{{QStringLiteral("What is the matter?"), 0}, {{}, 3}}));
    QCOMPARE(map.columns.value(SheetRole::Subject), (QList<SheetColumn>{{QStringLiteral("Title"), 0}}));
    QCOMPARE(map.columns.value(SheetRole::Name), (QList<SheetColumn>{{{}, 4}}));
    QVERIFY(map.dates == desk::DateOrder::DayFirst);
    QCOMPARE(map.yes, QStringList{QStringLiteral("Print it")});
    QCOMPARE(map.no, (QStringList{QString(), QStringLiteral("Keep it")}));
    QVERIFY(map.writing.delimiter == '\t');
    QVERIFY(map.writing.encoding == desk::SheetEncoding::Utf16LittleEndian);
    QVERIFY(map.writing.hasHeadings == true);
}

void TestSheetMap::comesBackFromJson()
{
    SheetMap map;
    for (const SheetRole role : desk::sheetRoles())
        map.columns[role] = {{desk::name(role) + QStringLiteral(" \"it\""), 0}};
    map.columns[SheetRole::Letter].append({{}, 7});
    map.yes = {QStringLiteral("jo")};
    map.no = {QString()};
    for (const desk::DateOrder order : desk::dateOrders()) {
        for (const desk::SheetEncoding encoding : desk::sheetEncodings()) {
            for (const char delimiter : desk::sheetDelimiters()) {
                map.dates = order;
                map.writing = {delimiter, encoding, delimiter == ','};
                const SheetMap back = mapOf(QJsonDocument(desk::toJson(map)).toJson());
                QCOMPARE(back.columns, map.columns);
                QVERIFY(back.dates == map.dates);
                QCOMPARE(back.yes, map.yes);
                QCOMPARE(back.no, map.no);
                QVERIFY(back.writing == map.writing);
            }
        }
    }
    const SheetMap least = mapOf(R"({"letter": 1})");
    QCOMPARE(QJsonDocument(desk::toJson(least)).toJson(QJsonDocument::Compact), QByteArray(R"({"letter":1})"));
}

void TestSheetMap::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("hint");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("object");
    QTest::newRow("cut off") << QByteArray(R"({"letter": )") << QStringLiteral("byte");
    QTest::newRow("no letter") << QByteArray(R"({"subject": "Title"})") << QStringLiteral("letter");
    QTest::newRow("empty letter") << QByteArray(R"({"letter": []})") << QStringLiteral("letter");
    QTest::newRow("unknown key") << QByteArray(R"({"letter": 1, "lettre": 2})") << QStringLiteral("lettre");
    QTest::newRow("column 0") << QByteArray(R"({"letter": 0})") << QStringLiteral("number from 1");
    QTest::newRow("column 1.5") << QByteArray(R"({"letter": 1.5})") << QStringLiteral("number from 1");
    QTest::newRow("huge column") << QByteArray(R"({"letter": 1e300})") << QStringLiteral("number from 1");
    QTest::newRow("null column") << QByteArray(R"({"letter": null})") << QStringLiteral("heading");
    QTest::newRow("blank column") << QByteArray(R"({"letter": " "})") << QStringLiteral("heading");
    QTest::newRow("two subjects") << QByteArray(R"({"letter": 1, "subject": [1, 2]})") << QStringLiteral("subject");
    QTest::newRow("dates") << QByteArray(R"({"letter": 1, "dates": "d/m/y"})") << QStringLiteral("day first");
    QTest::newRow("delimiter") << QByteArray(R"({"letter": 1, "delimiter": "::"})") << QStringLiteral("tab");
    QTest::newRow("encoding") << QByteArray(R"({"letter": 1, "encoding": "ebcdic"})") << QStringLiteral("utf-8");
    QTest::newRow("headings") << QByteArray(R"({"letter": 1, "headings": "yes"})") << QStringLiteral("true");
    QTest::newRow("words") << QByteArray(R"({"letter": 1, "yes": [1]})") << QStringLiteral("yes");
}

void TestSheetMap::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, hint);
    const QString problem = problemOf(json);
    QVERIFY2(problem.contains(hint), qPrintable(problem));
}

void TestSheetMap::findsColumns()
{
    const QStringList headings{QStringLiteral("Submitted"), QStringLiteral(" Your  Question"), QStringLiteral("Name"),
                               QStringLiteral("Name")};
    const auto places =
        desk::placesOf(mapOf(R"({"letter": ["your question", 5], "name": "NAME", "date": 1})"), headings, 5);
    QVERIFY(places.has_value());
    QCOMPARE(places->value(SheetRole::Letter), (QList<int>{1, 4}));
    QCOMPARE(places->value(SheetRole::Name), QList<int>{2});
    QCOMPARE(places->value(SheetRole::Date), QList<int>{0});
    QVERIFY(!places->contains(SheetRole::Place));
}

void TestSheetMap::saysWhichColumnsAreMissing()
{
    const auto places =
        desk::placesOf(mapOf(R"({"letter": "Question", "place": "Town", "name": 9})"), {QStringLiteral("Question")}, 1);
    QVERIFY(!places.has_value());
    QCOMPARE(places.error().kind, base::Error::Kind::NotFound);
    QVERIFY2(places.error().message.contains(QStringLiteral("“Town”")), qPrintable(places.error().message));
    QVERIFY(places.error().message.contains(QStringLiteral("number 9")));
    QVERIFY(!places.error().message.contains(QStringLiteral("Question")));
    QCOMPARE(desk::placesOf({}, {}, 3).error().kind, base::Error::Kind::Unusable);
}

void TestSheetMap::namesColumnsByHeadingOrNumber()
{
    const QStringList headings{QStringLiteral(" Your\nquestion"), QStringLiteral("Name"), QStringLiteral("name"),
                               QString()};
    QCOMPARE(desk::columnAt(headings, 0), (SheetColumn{QStringLiteral("Your question"), 0}));
    QCOMPARE(desk::columnAt(headings, 1), (SheetColumn{{}, 2}));
    QCOMPARE(desk::columnAt(headings, 3), (SheetColumn{{}, 4}));
    QCOMPARE(desk::columnAt({}, 0), (SheetColumn{{}, 1}));
}

QTEST_APPLESS_MAIN(TestSheetMap)
#include "tst_sheet_map.moc"
