#include "command_line.h"

#include <QTest>

namespace {

const QString deskFile = QStringLiteral("wren.postbag");

QStringList withDesk(const char *command, const QStringList &words = {})
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

// A desk with three letters by post, and an answer in answer.md.
void fill(CommandLine &line)
{
    QCOMPARE(line.call(words("new wren.postbag --column Wren --language en-GB")).status, 0);
    QCOMPARE(line.call(withDesk("set", words("column.time-zone Europe/London"))).status, 0);
    line.write(QStringLiteral("1.txt"), "My neighbour keeps my ladder. Should I ask for it?\n");
    line.write(QStringLiteral("2.txt"), "Everybody else at work got cake for their birthday.\n");
    line.write(QStringLiteral("3.txt"), "The choir sings without me now, and I hear it through the wall.\n");
    QCOMPARE(line.call(withDesk("import", words("1.txt 2.txt 3.txt"))).status, 0);
    for (const char *number : {"1", "2", "3"})
        QCOMPARE(line.call(withDesk("edit",
                                    {QLatin1String(number), QStringLiteral("--signature"), QStringLiteral("Waiting")}))
                     .status,
                 0);
    line.write(QStringLiteral("answer.md"), "Ask for it **today**.\n\nLadders are lent, not given.\n");
}

Called answer(CommandLine &line, const char *rest)
{
    return line.callJson(withDesk("answer", words(rest)));
}

QJsonArray tags(CommandLine &line)
{
    return line.callJson(withDesk("tags")).json.value(u"tags").toArray();
}

QJsonObject tag(CommandLine &line, const char *name)
{
    for (const QJsonValue &each : tags(line)) {
        if (each.toObject().value(u"name").toString() == QLatin1String(name))
            return each.toObject();
    }
    return {};
}

} // namespace

// The commands about answers, articles, tags and the site.
class TestArticleCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerMakesAnArticle();
    void answerReplacesOnlyWhatIsGiven();
    void answerRefuses_data();
    void answerRefuses();
    void articlesAreChosen();
    void articleBySlugOrId();
    void tagsAsJson();
    void tagActions();
    void tagActionsThatFail();
    void checkFindsBlockers();
    void exportWritesOnlyWhatChanged();
    void exportAsOf();
    void exportDryRun();
    void exportRefusesAFileAsFolder();
    void renderWritesThePage();
};

void TestArticleCommands::answerMakesAnArticle()
{
    CommandLine line;
    fill(line);
    const Called called = answer(line, "1 --title Ladders --text answer.md --tag neighbours --publish-on 2026-07-01");
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"id").toString().size(), 36);
    QCOMPARE(called.json.value(u"title").toString(), QStringLiteral("Ladders"));
    QCOMPARE(called.json.value(u"slug").toString(), QStringLiteral("ladders"));
    QCOMPARE(called.json.value(u"path").toString(), QStringLiteral("letters/ladders.html"));
    QCOMPARE(called.json.value(u"stage").toString(), QStringLiteral("draft"));
    QCOMPARE(called.json.value(u"publishOn").toString(), QStringLiteral("2026-06-30T23:00:00.000Z"));
    QVERIFY(called.json.value(u"published").isNull());
    QCOMPARE(called.json.value(u"tags").toArray(), (QJsonArray{QStringLiteral("neighbours")}));
    const QJsonArray letters = called.json.value(u"letters").toArray();
    QCOMPARE(letters.size(), 1);
    const Called letter = line.callJson(withDesk("letter", words("1")));
    QCOMPARE(letters.at(0).toObject().value(u"letter"), letter.json.value(u"id"));
    QCOMPARE(letters.at(0).toObject().value(u"answer").toString(),
             QStringLiteral("Ask for it **today**.\n\nLadders are lent, not given.\n"));
    QCOMPARE(letter.json.value(u"stage").toString(), QStringLiteral("answering"));
    QCOMPARE(letter.json.value(u"article"), called.json.value(u"id"));
}

void TestArticleCommands::answerReplacesOnlyWhatIsGiven()
{
    CommandLine line;
    fill(line);
    const Called first = answer(line, "1 --title Ladders --text answer.md --tag neighbours");
    const Called second = line.callJson(withDesk("answer", words("1 --text - --tag tools")), "Ask tomorrow.");
    QCOMPARE(second.status, 0);
    QCOMPARE(second.json.value(u"id"), first.json.value(u"id"));
    QCOMPARE(second.json.value(u"title").toString(), QStringLiteral("Ladders"));
    QCOMPARE(second.json.value(u"tags").toArray(), (QJsonArray{QStringLiteral("neighbours"), QStringLiteral("tools")}));
    QCOMPARE(second.json.value(u"letters").toArray().at(0).toObject().value(u"answer").toString(),
             QStringLiteral("Ask tomorrow."));

    const Called third = answer(line, "1 --title Rungs --untag tools --stage approved");
    QCOMPARE(third.json.value(u"slug").toString(), QStringLiteral("ladders"));
    QCOMPARE(third.json.value(u"stage").toString(), QStringLiteral("approved"));
    QVERIFY(third.json.value(u"publishOn").isString());
    QCOMPARE(third.json.value(u"tags").toArray(), (QJsonArray{QStringLiteral("neighbours")}));
    QCOMPARE(answer(line, "1 --slug rungs").json.value(u"slug").toString(), QStringLiteral("rungs"));
    QCOMPARE(line.callJson(withDesk("articles")).json.value(u"articles").toArray().size(), 1);
}

void TestArticleCommands::answerRefuses_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("no text") << QStringLiteral("2 --title Cake");
    QTest::newRow("no title") << QStringLiteral("2 --text answer.md");
    QTest::newRow("no such letter") << QStringLiteral("9 --title Cake --text answer.md");
    QTest::newRow("slug of another article") << QStringLiteral("2 --title Cake --text answer.md --slug ladders");
    QTest::newRow("no date") << QStringLiteral("2 --title Cake --text answer.md --publish-on Tuesday");
}

void TestArticleCommands::answerRefuses()
{
    QFETCH(QString, rest);
    CommandLine line;
    fill(line);
    QCOMPARE(answer(line, "1 --title Ladders --text answer.md").status, 0);
    const Called called = line.callJson(withDesk("answer", rest.split(QLatin1Char(' '))));
    QCOMPARE(called.status, 2);
    QVERIFY(called.json.contains(QLatin1String("error")));
    QCOMPARE(line.callJson(withDesk("articles")).json.value(u"articles").toArray().size(), 1);
    QCOMPARE(line.callJson(withDesk("letter", words("2"))).json.value(u"stage").toString(), QStringLiteral("new"));
}

void TestArticleCommands::articlesAreChosen()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --tag neighbours --stage in-review");
    answer(line, "2 --title Cake --text answer.md --stage approved");
    const std::pair<const char *, int> choices[] = {
        {"--stage in-review", 1}, {"--stage withdrawn", 0}, {"--search Cake", 1}, {"--tag neighbours", 1},
        {"--limit 1", 1},         {"--offset 1", 1},        {"--offset 2", 0},    {"--limit 0", 0}};
    for (const auto &[choice, count] : choices) {
        const Called called = line.callJson(withDesk("articles", words(choice)));
        QVERIFY2(called.status == 0, choice);
        QVERIFY2(called.json.value(u"articles").toArray().size() == count, choice);
    }
    QVERIFY(line.call(withDesk("articles")).text().contains(QLatin1String("In review")));
}

void TestArticleCommands::articleBySlugOrId()
{
    CommandLine line;
    fill(line);
    const QString id = answer(line, "1 --title Ladders --text answer.md").json.value(u"id").toString();
    QCOMPARE(line.callJson(withDesk("article", {id})).json.value(u"slug").toString(), QStringLiteral("ladders"));
    QCOMPARE(line.callJson(withDesk("article", words("ladders"))).json.value(u"id").toString(), id);
    QVERIFY(line.call(withDesk("article", words("ladders"))).text().contains(QLatin1String("Ask for it **today**.")));
    QCOMPARE(line.call(withDesk("article", words("rungs"))).status, 2);
}

void TestArticleCommands::tagsAsJson()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --tag neighbours");
    line.call(withDesk("edit", words("2 --tag cake")));
    QCOMPARE(tags(line).size(), 2);
    const QJsonObject neighbours = tag(line, "neighbours");
    for (const char *name : {"id", "name", "slug", "parent", "letters", "articles", "description", "synonyms"})
        QVERIFY2(neighbours.contains(QLatin1String(name)), name);
    QCOMPARE(neighbours.value(u"articles").toInt(), 1);
    QVERIFY(neighbours.value(u"parent").isNull());
    QCOMPARE(tag(line, "cake").value(u"letters").toInt(), 1);
    QVERIFY(line.call(withDesk("tags")).text().contains(QLatin1String("neighbours")));
}

void TestArticleCommands::tagActions()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("tag", words("add work"))).status, 0);
    QCOMPARE(line.call(withDesk("tag", words("add colleagues work"))).status, 0);
    QCOMPARE(tag(line, "colleagues").value(u"parent"), tag(line, "work").value(u"id"));
    QCOMPARE(line.call(withDesk("tag", words("move colleagues"))).status, 0);
    QVERIFY(tag(line, "colleagues").value(u"parent").isNull());

    QCOMPARE(line.call(withDesk("tag", words("rename work jobs"))).status, 0);
    QVERIFY(tag(line, "work").isEmpty());
    QCOMPARE(line.call(withDesk("tag", words("describe jobs Paid --synonym career --synonym office"))).status, 0);
    QCOMPARE(tag(line, "jobs").value(u"description").toString(), QStringLiteral("Paid"));
    QCOMPARE(tag(line, "jobs").value(u"synonyms").toArray().size(), 2);
    QCOMPARE(line.call(withDesk("tag", words("describe career --text -")), "Paid *and* unpaid.").status, 0);
    QCOMPARE(tag(line, "jobs").value(u"description").toString(), QStringLiteral("Paid *and* unpaid."));
    QCOMPARE(tag(line, "jobs").value(u"synonyms").toArray().size(), 2);

    line.call(withDesk("edit", words("1 --tag colleagues")));
    const Called merged = line.callJson(withDesk("tag", words("merge colleagues jobs")));
    QCOMPARE(merged.status, 0);
    QVERIFY(!merged.json.value(u"change").toString().isEmpty());
    QCOMPARE(tag(line, "jobs").value(u"letters").toInt(), 1);
    QVERIFY(tag(line, "jobs").value(u"synonyms").toArray().contains(QStringLiteral("colleagues")));
    QCOMPARE(line.call(withDesk("tag", words("delete jobs"))).status, 0);
    QVERIFY(tags(line).isEmpty());
}

void TestArticleCommands::tagActionsThatFail()
{
    CommandLine line;
    fill(line);
    line.call(withDesk("tag", words("add work")));
    line.call(withDesk("tag", words("add colleagues work")));
    for (const char *rest : {"rename none other", "merge work work", "move work colleagues", "delete none",
                             "rename work colleagues", "add"}) {
        const Called called = line.callJson(withDesk("tag", words(rest)));
        QVERIFY2(called.status == 2, rest);
    }
    QCOMPARE(tags(line).size(), 2);
}

void TestArticleCommands::checkFindsBlockers()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --tag neighbours");
    const Called clean = line.callJson(withDesk("check", words("ladders")));
    QCOMPARE(clean.status, 0);
    line.callJson(withDesk("answer", words("2 --title Cake --text -")), " ");
    const Called called = line.callJson(withDesk("check"));
    QCOMPARE(called.status, 3);
    const QJsonArray findings = called.json.value(u"findings").toArray();
    QVERIFY(!findings.isEmpty());
    bool isBlockerPast = false;
    for (const QJsonValue &each : findings) {
        const QJsonObject finding = each.toObject();
        for (const char *name : {"severity", "check", "where", "text", "message"})
            QVERIFY2(finding.value(QLatin1String(name)).isString(), name);
        const bool isBlocker = finding.value(u"severity").toString() == QLatin1String("blocker");
        QVERIFY(!isBlocker || !isBlockerPast);
        isBlockerPast = !isBlocker;
    }
    QCOMPARE(findings.at(0).toObject().value(u"severity").toString(), QStringLiteral("blocker"));
    QCOMPARE(line.call(withDesk("check", words("none"))).status, 2);
}

void TestArticleCommands::exportWritesOnlyWhatChanged()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --tag neighbours --publish-on 2026-01-05 --stage approved");
    const Called first = line.callJson(withDesk("export", words("site")));
    QCOMPARE(first.status, 0);
    QVERIFY(first.json.value(u"added").toArray().contains(QStringLiteral("letters/ladders.html")));
    QVERIFY(first.json.value(u"changed").toArray().isEmpty());
    QVERIFY(first.json.value(u"removed").toArray().isEmpty());
    QCOMPARE(first.json.value(u"unchanged").toInt(), 0);
    QVERIFY(first.json.value(u"blocked").toArray().isEmpty());
    QVERIFY(first.json.value(u"warnings").isArray());
    QVERIFY(first.json.value(u"seconds").isDouble());
    QVERIFY(line.callJson(withDesk("article", words("ladders"))).json.value(u"published").isString());

    line.write(QStringLiteral("site/mine.html"), "mine");
    const Called second = line.callJson(withDesk("export", words("site")));
    QVERIFY(second.json.value(u"added").toArray().isEmpty());
    QVERIFY(second.json.value(u"changed").toArray().isEmpty());
    QVERIFY(second.json.value(u"unchanged").toInt() >= first.json.value(u"added").toArray().size());

    QCOMPARE(answer(line, "1 --stage withdrawn").status, 0);
    const Called third = line.callJson(withDesk("export", words("site")));
    QVERIFY(third.json.value(u"removed").toArray().contains(QStringLiteral("letters/ladders.html")));
    QVERIFY(line.read(QStringLiteral("site/letters/ladders.html")).isEmpty());
    QCOMPARE(line.read(QStringLiteral("site/mine.html")), QByteArray("mine"));
}

void TestArticleCommands::exportAsOf()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --publish-on 2040-07-01 --stage approved");
    answer(line, "2 --title Cake --text answer.md --publish-on 2026-01-01 --stage in-review");
    const QString page = QStringLiteral("letters/ladders.html");
    QVERIFY(!line.callJson(withDesk("export", words("site"))).json.value(u"added").toArray().contains(page));
    QVERIFY(!line.callJson(withDesk("export", words("site --as-of 2040-06-30")))
                 .json.value(u"added")
                 .toArray()
                 .contains(page));
    const Called due = line.callJson(withDesk("export", words("site --as-of 2040-07-01")));
    QVERIFY(due.json.value(u"added").toArray().contains(page));
    QVERIFY(!line.filesBelow(QStringLiteral("site")).contains(QStringLiteral("letters/cake.html")));
    QCOMPARE(line.call(withDesk("export", words("site --as-of someday"))).status, 2);
}

void TestArticleCommands::exportDryRun()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --publish-on 2026-01-05 --stage approved");
    const Called dry = line.callJson(withDesk("export", words("site --dry-run")));
    QCOMPARE(dry.status, 0);
    QVERIFY(dry.json.value(u"added").toArray().contains(QStringLiteral("letters/ladders.html")));
    QVERIFY(!QFile::exists(line.path(QStringLiteral("site"))));
    const Called real = line.callJson(withDesk("export", words("site")));
    QCOMPARE(real.json.value(u"added"), dry.json.value(u"added"));
}

void TestArticleCommands::exportRefusesAFileAsFolder()
{
    CommandLine line;
    fill(line);
    line.write(QStringLiteral("site"), "mine");
    const Called called = line.callJson(withDesk("export", words("site")));
    QCOMPARE(called.status, 4);
    QVERIFY(called.json.contains(QLatin1String("error")));
    QCOMPARE(line.read(QStringLiteral("site")), QByteArray("mine"));
    QCOMPARE(line.call(withDesk("export", words("other --theme none"))).status, 4);
}

void TestArticleCommands::renderWritesThePage()
{
    CommandLine line;
    fill(line);
    answer(line, "1 --title Ladders --text answer.md --publish-on 2026-01-05 --stage approved");
    const Called page = line.call(withDesk("render", words("ladders")));
    QCOMPARE(page.status, 0);
    QVERIFY(page.out.contains("<strong>today</strong>"));
    line.call(withDesk("export", words("site")));
    QCOMPARE(line.read(QStringLiteral("site/letters/ladders.html")), page.out);
    const Called json = line.callJson(withDesk("render", words("ladders")));
    QCOMPARE(json.json.value(u"html").toString().toUtf8(), page.out);
    QCOMPARE(line.call(withDesk("render", words("none"))).status, 2);
}

QTEST_GUILESS_MAIN(TestArticleCommands)
#include "tst_article_commands.moc"
