#include "command_line.h"

#include <QTest>

namespace {

const QString deskFile = QStringLiteral("wren.postbag");

QStringList withDesk(const char *command, const QStringList &words = {})
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

QStringList with(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

// The commands about a desk as a whole, its masthead, and spelling.
class TestDeskCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newTakesNameAndLanguage();
    void newNeverReplacesAFile();
    void newWithSample();
    void setKeepsWhatFits();
    void setRefusesWhatDoesNotFit_data();
    void setRefusesWhatDoesNotFit();
    void setTakesATextFile();
    void getShowsAllFields();
    void authorPicture();
    void backupIsAWholeDesk();
    void backupNeverReplacesAFile();
    void verifyTellsASoundDesk();
    void verifyTellsADamagedDesk();
    void spellListsWords();
    void spellReadsStandardInput();
    void spellWithoutADictionary();
    void spellRefusesWhatIsNoText();
};

void TestDeskCommands::newTakesNameAndLanguage()
{
    CommandLine line;
    const Called called = line.callJson(with("new wren.postbag --column Wren --language en-GB"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"column").toString(), QStringLiteral("Wren"));
    QCOMPARE(line.call(withDesk("get", {QStringLiteral("column.language")})).text(), QStringLiteral("en-GB\n"));

    QCOMPARE(line.call(with("new ask-juniper.postbag")).status, 0);
    QCOMPARE(line.call(with("get ask-juniper.postbag column.name")).text(), QStringLiteral("ask-juniper\n"));
}

void TestDeskCommands::newNeverReplacesAFile()
{
    CommandLine line;
    line.write(deskFile, "mine");
    const Called called = line.callJson(withDesk("new"));
    QCOMPARE(called.status, 4);
    QVERIFY(called.json.contains(QLatin1String("error")));
    QCOMPARE(line.read(deskFile), QByteArray("mine"));
    QCOMPARE(line.call(with("new no/such/folder.postbag")).status, 4);
}

void TestDeskCommands::newWithSample()
{
    CommandLine line;
    QCOMPARE(line.call(with("new wren.postbag --sample --column Wren")).status, 0);
    QCOMPARE(line.call(withDesk("get", {QStringLiteral("column.name")})).text(), QStringLiteral("Wren\n"));
    QVERIFY(line.callJson(withDesk("letters")).json.value(u"total").toInt() >= 12);
    QVERIFY(line.callJson(withDesk("articles")).json.value(u"articles").toArray().size() >= 8);
    QVERIFY(line.callJson(withDesk("tags")).json.value(u"tags").toArray().size() >= 20);
}

void TestDeskCommands::setKeepsWhatFits()
{
    CommandLine line;
    line.call(withDesk("new"));
    const Called called =
        line.callJson(withDesk("set", {QStringLiteral("column.base-url"), QStringLiteral("https://wren.example/")}));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"key").toString(), QStringLiteral("column.base-url"));
    QCOMPARE(called.json.value(u"value").toString(), QStringLiteral("https://wren.example"));
}

void TestDeskCommands::setRefusesWhatDoesNotFit_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("no such field") << QStringLiteral("column.colour") << QStringLiteral("green");
    QTest::newRow("no name") << QStringLiteral("column.name") << QStringLiteral(" ");
    QTest::newRow("no web address") << QStringLiteral("column.base-url") << QStringLiteral("ftp://wren.example");
    QTest::newRow("no pattern") << QStringLiteral("column.article-path") << QStringLiteral("../{slug}.html");
    QTest::newRow("no time zone") << QStringLiteral("column.time-zone") << QStringLiteral("Mars/Olympus");
    QTest::newRow("no picture file") << QStringLiteral("author.picture") << QStringLiteral("none.png");
}

void TestDeskCommands::setRefusesWhatDoesNotFit()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    CommandLine line;
    line.call(withDesk("new"));
    const Called before = line.call(withDesk("get"));
    QCOMPARE(line.callJson(withDesk("set", {key, value})).status, 2);
    QCOMPARE(line.call(withDesk("get")).out, before.out);
}

void TestDeskCommands::setTakesATextFile()
{
    CommandLine line;
    line.call(withDesk("new"));
    const QStringList words = withDesk("set", {QStringLiteral("column.introduction"), QStringLiteral("--text")});
    const QString file = line.write(QStringLiteral("introduction.md"), "Ask **Wren**.\r\n\r\nShe answers.\r\n");
    QCOMPARE(line.call(words + QStringList{file}).status, 0);
    const QStringList get = withDesk("get", {QStringLiteral("column.introduction")});
    QCOMPARE(line.call(get).text(), QStringLiteral("Ask **Wren**.\n\nShe answers.\n"));

    QCOMPARE(line.call(words + QStringList{QStringLiteral("-")}, "Caf\xc3\xa9").status, 0);
    QCOMPARE(line.call(get).text(), QStringLiteral("Café\n"));
    QCOMPARE(line.call(words + QStringList{QStringLiteral("-")}, "Caf\xe9").status, 2);
    QCOMPARE(line.call(get).text(), QStringLiteral("Café\n"));
}

void TestDeskCommands::getShowsAllFields()
{
    CommandLine line;
    line.call(withDesk("new"));
    const Called called = line.callJson(withDesk("get"));
    QCOMPARE(called.status, 0);
    for (const char *key :
         {"column.name", "column.letter-label", "column.answer-label", "column.introduction", "column.call-to-action",
          "column.base-url", "column.language", "column.article-path", "author.name", "author.bio", "author.picture"}) {
        QVERIFY2(called.json.contains(QLatin1String(key)), key);
        QVERIFY(line.call(withDesk("get")).text().contains(QLatin1String(key)));
    }
    QCOMPARE(line.call(withDesk("get", {QStringLiteral("column.colour")})).status, 2);
}

void TestDeskCommands::authorPicture()
{
    CommandLine line;
    line.call(withDesk("new"));
    const QString picture =
        line.write(QStringLiteral("wren.svg"), R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>)");
    const QString key = QStringLiteral("author.picture");
    QCOMPARE(line.call(withDesk("set", {key, picture})).status, 0);
    QCOMPARE(line.call(withDesk("get", {key})).text(), QStringLiteral("wren.svg\n"));
    const QString text = line.write(QStringLiteral("wren.png"), "no picture");
    QCOMPARE(line.call(withDesk("set", {key, text})).status, 2);
}

void TestDeskCommands::backupIsAWholeDesk()
{
    CommandLine line;
    line.call(with("new wren.postbag --sample"));
    const Called called = line.callJson(withDesk("backup", {QStringLiteral("copy.postbag")}));
    QCOMPARE(called.status, 0);
    QVERIFY(called.json.value(u"size").toInt() > 0);
    QCOMPARE(line.call(with("letters copy.postbag --json")).out,
             line.call(withDesk("letters", {QStringLiteral("--json")})).out);
}

void TestDeskCommands::backupNeverReplacesAFile()
{
    CommandLine line;
    line.call(withDesk("new"));
    line.write(QStringLiteral("copy.postbag"), "mine");
    QCOMPARE(line.call(withDesk("backup", {QStringLiteral("copy.postbag")})).status, 4);
    QCOMPARE(line.read(QStringLiteral("copy.postbag")), QByteArray("mine"));
}

void TestDeskCommands::verifyTellsASoundDesk()
{
    CommandLine line;
    line.call(with("new wren.postbag --sample"));
    const Called called = line.callJson(withDesk("verify"));
    QCOMPARE(called.status, 0);
    QVERIFY(called.json.value(u"sound").toBool());
    QVERIFY(called.json.value(u"problems").toArray().isEmpty());
}

void TestDeskCommands::verifyTellsADamagedDesk()
{
    CommandLine line;
    line.call(with("new wren.postbag --sample"));
    QByteArray bytes = line.read(deskFile);
    QVERIFY(bytes.size() > 60'000);
    for (qsizetype at = 20'000; at < bytes.size(); at += 4096)
        bytes.replace(at, 64, QByteArray(64, '\x5a'));
    line.write(deskFile, bytes);
    const Called called = line.callJson(withDesk("verify"));
    QCOMPARE(called.status, 4);
    QVERIFY(called.json.contains(QLatin1String("error")) || !called.json.value(u"problems").toArray().isEmpty());
}

void TestDeskCommands::spellListsWords()
{
    CommandLine line;
    line.write(QStringLiteral("text.md"), "A good start.\n\nThe neighbuor came, `codde` aside, on Wendesday.\n");
    const Called called = line.callJson(with("spell text.md --language en-GB"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"language").toString(), QStringLiteral("en-GB"));
    const QJsonArray words = called.json.value(u"words").toArray();
    QCOMPARE(words.size(), 2);
    const QJsonObject first = words.at(0).toObject();
    QCOMPARE(first.value(u"word").toString(), QStringLiteral("neighbuor"));
    QCOMPARE(first.value(u"line").toInt(), 3);
    QCOMPARE(first.value(u"column").toInt(), 5);
    QVERIFY(first.value(u"suggestions").toArray().contains(QStringLiteral("neighbour")));
    QCOMPARE(words.at(1).toObject().value(u"word").toString(), QStringLiteral("Wendesday"));
    QVERIFY(line.call(with("spell text.md --language en-GB")).text().startsWith(QLatin1String("3:5")));
}

void TestDeskCommands::spellReadsStandardInput()
{
    CommandLine line;
    for (const char *words : {"spell --language en-US --json", "spell - --language en-US --json"}) {
        const Called called = line.call(with(words), "\xf0\x9f\x90\xa6 teh bird\n");
        QCOMPARE(called.status, 0);
        const QJsonObject word = called.json.value(u"words").toArray().at(0).toObject();
        QCOMPARE(word.value(u"word").toString(), QStringLiteral("teh"));
        QCOMPARE(word.value(u"column").toInt(), 3);
    }
    const Called clean = line.call(with("spell --language en-US"), "A clean sentence.\n");
    QCOMPARE(clean.status, 0);
    QVERIFY(clean.out.isEmpty());
}

void TestDeskCommands::spellWithoutADictionary()
{
    CommandLine line;
    const Called called = line.callJson(with("spell --language tlh"), "nuqneH");
    QCOMPARE(called.status, 2);
    QCOMPARE(called.json.value(u"error").toObject().value(u"kind").toString(), QStringLiteral("not found"));
}

void TestDeskCommands::spellRefusesWhatIsNoText()
{
    CommandLine line;
    line.write(QStringLiteral("picture.png"), "\x89PNG\r\n\x1a\n\xff\xfe\xfd");
    QCOMPARE(line.call(with("spell picture.png --language en-GB")).status, 2);
    QCOMPARE(line.call(with("spell none.md --language en-GB")).status, 2);
}

QTEST_GUILESS_MAIN(TestDeskCommands)
#include "tst_desk_commands.moc"
