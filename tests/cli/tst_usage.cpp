#include "command_line.h"

#include <QTest>

// What the program says of itself, and how it refuses what it cannot use.
class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overviewListsEveryCommand();
    void helpOfEveryCommand_data();
    void helpOfEveryCommand();
    void helpAsJson();
    void versionIsTold();
    void wrongUsage_data();
    void wrongUsage();
    void wrongUsageAsJson();
    void unusableDesks_data();
    void unusableDesks();
    void valuesThatBeginWithAHyphen();

private:
    CommandLine m_line;
};

namespace {

const QStringList commands{
    QStringLiteral("new"),      QStringLiteral("set"),     QStringLiteral("get"),    QStringLiteral("import"),
    QStringLiteral("letters"),  QStringLiteral("letter"),  QStringLiteral("edit"),   QStringLiteral("answer"),
    QStringLiteral("articles"), QStringLiteral("article"), QStringLiteral("tags"),   QStringLiteral("tag"),
    QStringLiteral("check"),    QStringLiteral("export"),  QStringLiteral("render"), QStringLiteral("spell"),
    QStringLiteral("backup"),   QStringLiteral("verify"),  QStringLiteral("fetch"),  QStringLiteral("account"),
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

void TestUsage::overviewListsEveryCommand()
{
    const Called called = m_line.call({QStringLiteral("--help")});
    QCOMPARE(called.status, 0);
    QVERIFY(called.err.isEmpty());
    for (const QString &command : commands)
        QVERIFY2(called.text().contains(QLatin1String("\n  ") + command + QLatin1Char(' ')), qPrintable(command));
}

void TestUsage::helpOfEveryCommand_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : commands)
        QTest::newRow(qPrintable(command)) << command;
}

void TestUsage::helpOfEveryCommand()
{
    QFETCH(QString, command);
    const Called called = m_line.call({command, QStringLiteral("--help")});
    QCOMPARE(called.status, 0);
    QVERIFY(called.text().contains(QLatin1String("Usage: postbag-cli ") + command));
    QVERIFY(called.text().contains(QLatin1String("--json")));
    QVERIFY(called.err.isEmpty());
}

void TestUsage::helpAsJson()
{
    const Called called = m_line.callJson({QStringLiteral("letters"), QStringLiteral("--help")});
    QCOMPARE(called.status, 0);
    QVERIFY(called.json.value(u"help").toString().contains(QLatin1String("--search TEXT")));
}

void TestUsage::versionIsTold()
{
    const Called called = m_line.callJson({QStringLiteral("--version")});
    QCOMPARE(called.status, 0);
    QVERIFY(!called.json.value(u"version").toString().isEmpty());
}

void TestUsage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("hint");
    QTest::newRow("nothing") << QStringList() << QStringLiteral("--help");
    QTest::newRow("unknown command") << words("lettres x") << QStringLiteral("“letters”");
    QTest::newRow("nothing like it") << words("zzzzzzzz") << QStringLiteral("--help");
    QTest::newRow("unknown option") << words("letters x.postbag --serach y") << QStringLiteral("--search");
    QTest::newRow("option of another command") << words("articles x.postbag --reveal") << QStringLiteral("--reveal");
    QTest::newRow("one hyphen") << words("letters x.postbag -s y") << QStringLiteral("-s");
    QTest::newRow("missing argument") << words("letter x.postbag") << QStringLiteral("LETTER");
    QTest::newRow("missing sources") << words("import x.postbag") << QStringLiteral("SOURCE");
    QTest::newRow("too many") << words("tags x.postbag y") << QStringLiteral("“y”");
    QTest::newRow("no value") << words("letters x.postbag --search") << QStringLiteral("--search TEXT");
    QTest::newRow("twice") << words("letters x.postbag --limit 1 --limit 2") << QStringLiteral("--limit");
    QTest::newRow("value of a switch") << words("letter x.postbag 1 --reveal=yes") << QStringLiteral("--reveal");
    QTest::newRow("no number") << words("letters x.postbag --limit many") << QStringLiteral("“many”");
    QTest::newRow("below zero") << words("letters x.postbag --offset=-1") << QStringLiteral("“-1”");
    QTest::newRow("no stage") << words("letters x.postbag --stage draft") << QStringLiteral("not a letter");
    QTest::newRow("no stage of articles") << words("answer x.postbag 1 --stage new") << QStringLiteral("in review");
    QTest::newRow("no order") << words("letters x.postbag --order best") << QStringLiteral("shortest");
    QTest::newRow("no form") << words("import x.postbag y --as letter") << QStringLiteral("mailbox");
    QTest::newRow("held without a day") << words("edit x.postbag 1 --stage held") << QStringLiteral("--until");
    QTest::newRow("a day without held") << words("edit x.postbag 1 --until 2030-01-01")
                                        << QStringLiteral("--stage held");
    QTest::newRow("no day") << words("edit x.postbag 1 --stage held --until soon") << QStringLiteral("“soon”");
    QTest::newRow("no slug") << words("answer x.postbag 1 --slug a/b") << QStringLiteral("a/b");
    QTest::newRow("neither value nor file") << words("set x.postbag column.name") << QStringLiteral("--text");
    QTest::newRow("both value and file") << words("set x.postbag column.name y --text z") << QStringLiteral("--text");
    QTest::newRow("no such file") << words("answer x.postbag 1 --title T --text none.md") << QStringLiteral("none.md");
    QTest::newRow("no action") << words("tag x.postbag renmae a b") << QStringLiteral("“rename”");
    QTest::newRow("action without its words") << words("tag x.postbag merge a") << QStringLiteral("merge");
    QTest::newRow("no action for accounts") << words("account x.postbag ad y") << QStringLiteral("add");
    QTest::newRow("account without a name") << words("account x.postbag add") << QStringLiteral("NAME");
    QTest::newRow("a password as an argument")
        << words("fetch x.postbag y --password z") << QStringLiteral("--password-stdin");
    QTest::newRow("no language") << words("new x.postbag --language english-please-now") << QStringLiteral("en-GB");
}

void TestUsage::wrongUsage()
{
    QFETCH(QStringList, line);
    QFETCH(QString, hint);
    const Called called = m_line.call(line);
    QCOMPARE(called.status, 2);
    QVERIFY2(called.messages().contains(hint), called.err.constData());
    QVERIFY(called.messages().startsWith(QLatin1String("postbag-cli: ")));
    QVERIFY(called.out.isEmpty());
    QVERIFY(m_line.filesBelow(QString()).isEmpty());
}

void TestUsage::wrongUsageAsJson()
{
    for (const QStringList &line : {QStringList(), words("lettres"), words("letters x --serach"), words("letter x")}) {
        const Called called = m_line.callJson(line);
        QCOMPARE(called.status, 2);
        const QJsonObject error = called.json.value(u"error").toObject();
        QCOMPARE(error.value(u"kind").toString(), QStringLiteral("usage"));
        QVERIFY(!error.value(u"message").toString().isEmpty());
    }
}

void TestUsage::unusableDesks_data()
{
    QTest::addColumn<QString>("desk");
    QTest::newRow("no file") << QStringLiteral("none.postbag");
    QTest::newRow("no desk") << QStringLiteral("text.postbag");
    QTest::newRow("an empty file") << QStringLiteral("empty.postbag");
    QTest::newRow("a folder") << QStringLiteral("folder.postbag");
}

void TestUsage::unusableDesks()
{
    QFETCH(QString, desk);
    CommandLine line;
    line.write(QStringLiteral("text.postbag"), "This is a letter, not a desk.\n");
    line.write(QStringLiteral("empty.postbag"), {});
    line.write(QStringLiteral("folder.postbag/file"), {});
    for (const char *command : {"letters", "articles", "tags", "check", "verify", "get"}) {
        const Called called = line.callJson({QLatin1String(command), desk});
        QVERIFY2(called.status == 4, command);
        QVERIFY(called.json.contains(QLatin1String("error")));
        QVERIFY(!called.err.isEmpty());
    }
    QCOMPARE(line.read(QStringLiteral("text.postbag")), QByteArray("This is a letter, not a desk.\n"));
    QVERIFY(!QFile::exists(line.path(QStringLiteral("none.postbag"))));
}

void TestUsage::valuesThatBeginWithAHyphen()
{
    CommandLine line;
    QCOMPARE(line.call(words("new a.postbag")).status, 0);
    QCOMPARE(line.call(words("set a.postbag author.name -- --Wren--")).status, 0);
    QCOMPARE(line.call(words("get a.postbag author.name")).text(), QStringLiteral("--Wren--\n"));
    QCOMPARE(line.call(words("set a.postbag author.name -Wren")).status, 2);
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
