// Archives of past columns on the command line: import --as wordpress, and what “posts” settles.
#include "command_line.h"
#include "invented_archive.h"

#include <QTest>

#include <memory>

using invented::archive;
using invented::ArchiveItem;
using invented::column;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '));
}

QByteArray withOneThatWaits()
{
    ArchiveItem waits = column("cup");
    waits.content = "<p>Reader: My cup leaks.</p>\n\n<p>Reply: Buy another.</p>";
    return archive({column("car"), column("cat"), waits});
}

} // namespace

class TestPostCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDryRunShowsWhatWouldCome();
    void importsByProposedLabels();
    void importsByGivenLabels();
    void isKnownByALook();
    void aBrokenArchiveIsRefused();
    void partsAPost();
    void dropsAPost();
    void takesBack();
    void wrongWords_data();
    void wrongWords();

private:
    Called import(const QStringList &options = {})
    {
        return m_line->callJson(QStringList{QStringLiteral("import"), QStringLiteral("d.postbag"),
                                            QStringLiteral("old.xml"), QStringLiteral("--as"),
                                            QStringLiteral("wordpress")} +
                                options);
    }

    std::unique_ptr<CommandLine> m_line;
};

void TestPostCommands::init()
{
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(m_line->call(words("new d.postbag --column Column --language en-GB")).status, 0);
    m_line->write(QStringLiteral("old.xml"), withOneThatWaits());
}

void TestPostCommands::aDryRunShowsWhatWouldCome()
{
    const Called called = import({QStringLiteral("--dry-run")});
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"posts").toInt(), 3);
    QCOMPARE(called.json.value(u"parted").toInt(), 2);
    QCOMPARE(called.json.value(u"waiting").toInt(), 1);
    QCOMPARE(called.json.value(u"statuses").toObject().value(u"publish").toInt(), 3);
    const QJsonArray labels = called.json.value(u"labels").toArray();
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels.first().toObject().value(u"posts").toInt(), 2);
    QVERIFY(m_line->callJson(words("articles d.postbag")).json.value(u"articles").toArray().isEmpty());
}

void TestPostCommands::importsByProposedLabels()
{
    const Called called = import({QStringLiteral("--proposed-labels")});
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"imported").toInt(), 2);
    QCOMPARE(called.json.value(u"waiting").toInt(), 1);
    QVERIFY(called.json.value(u"refused").toArray().isEmpty());
    const QJsonObject article = m_line->callJson(words("article d.postbag on-the-car")).json;
    QCOMPARE(article.value(u"path").toString(), QStringLiteral("2019/05/on-the-car/"));
    QCOMPARE(article.value(u"stage").toString(), QStringLiteral("approved"));
    const Called again = import();
    QCOMPARE(again.json.value(u"already").toInt(), 3);
}

void TestPostCommands::importsByGivenLabels()
{
    const Called called =
        import({QStringLiteral("--letter-label"), QStringLiteral("Dear Juniper"), QStringLiteral("--answer-label"),
                QStringLiteral("Juniper answers"), QStringLiteral("--letter-label"), QStringLiteral("Reader"),
                QStringLiteral("--answer-label"), QStringLiteral("Reply")});
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"imported").toInt(), 3);
    QCOMPARE(called.json.value(u"waiting").toInt(), 0);
}

void TestPostCommands::isKnownByALook()
{
    const Called called = m_line->callJson(words("import d.postbag old.xml"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"waiting").toInt(), 3); // nobody said how letters begin
    QVERIFY(m_line->callJson(words("letters d.postbag")).json.value(u"letters").toArray().isEmpty());
}

void TestPostCommands::aBrokenArchiveIsRefused()
{
    m_line->write(QStringLiteral("old.xml"), withOneThatWaits().chopped(30));
    const Called called = m_line->call(words("import d.postbag old.xml --as wordpress --proposed-labels"));
    QCOMPARE(called.status, 4);
    QVERIFY(called.messages().contains(QStringLiteral("line")));
    QVERIFY(m_line->callJson(words("posts d.postbag batches")).json.value(u"batches").toArray().isEmpty());
}

void TestPostCommands::partsAPost()
{
    import({QStringLiteral("--proposed-labels")});
    const QJsonArray posts = m_line->callJson(words("posts d.postbag")).json.value(u"posts").toArray();
    QCOMPARE(posts.size(), 1);
    const QString post = posts.first().toObject().value(u"post").toString();
    const Called shown =
        m_line->call({QStringLiteral("posts"), QStringLiteral("d.postbag"), QStringLiteral("show"), post});
    QVERIFY(shown.text().startsWith(QStringLiteral("Reader: My cup leaks.\n\nReply: Buy another.")));
    const Called parted = m_line->callJson(
        QStringList{QStringLiteral("posts"), QStringLiteral("d.postbag"), QStringLiteral("part"), post} +
        words("--letter 1:9 --answer 3:8 --teach"));
    QCOMPARE(parted.status, 0);
    const QJsonObject article = m_line->callJson(words("article d.postbag on-the-cup")).json;
    QCOMPARE(article.value(u"letters").toArray().first().toObject().value(u"answer").toString(),
             QStringLiteral("Buy another."));
    QVERIFY(m_line->callJson(words("posts d.postbag")).json.value(u"posts").toArray().isEmpty());
}

void TestPostCommands::dropsAPost()
{
    import({QStringLiteral("--proposed-labels")});
    QCOMPARE(m_line->call(words("posts d.postbag drop https://old.example/?p=cup")).status, 0);
    QVERIFY(m_line->callJson(words("posts d.postbag list")).json.value(u"posts").toArray().isEmpty());
    QCOMPARE(import().json.value(u"already").toInt(), 3);
}

void TestPostCommands::takesBack()
{
    const QString batch = import({QStringLiteral("--proposed-labels")}).json.value(u"batch").toString();
    QVERIFY(!batch.isEmpty());
    const QJsonArray batches = m_line->callJson(words("posts d.postbag batches")).json.value(u"batches").toArray();
    QCOMPARE(batches.first().toObject().value(u"batch").toString(), batch);
    QCOMPARE(batches.first().toObject().value(u"articles").toInt(), 2);
    QCOMPARE(
        m_line->call({QStringLiteral("posts"), QStringLiteral("d.postbag"), QStringLiteral("take-back"), batch}).status,
        0);
    QVERIFY(m_line->callJson(words("articles d.postbag")).json.value(u"articles").toArray().isEmpty());
    QCOMPARE(
        m_line->call({QStringLiteral("posts"), QStringLiteral("d.postbag"), QStringLiteral("take-back"), batch}).status,
        2);
}

void TestPostCommands::wrongWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown action") << QStringLiteral("posts d.postbag split") << 2;
    QTest::newRow("no post named") << QStringLiteral("posts d.postbag part") << 2;
    QTest::newRow("a post too many") << QStringLiteral("posts d.postbag list x") << 2;
    QTest::newRow("a place that is none")
        << QStringLiteral("posts d.postbag part https://old.example/?p=cup --letter 99 --answer 3") << 2;
    QTest::newRow("a place in words")
        << QStringLiteral("posts d.postbag part https://old.example/?p=cup --letter first --answer 3") << 2;
    QTest::newRow("no such post") << QStringLiteral("posts d.postbag drop nothing") << 2;
    QTest::newRow("addresses of another kind")
        << QStringLiteral("import d.postbag old.xml --as wordpress --addresses lose") << 2;
    QTest::newRow("a label without a word")
        << QStringLiteral("import d.postbag old.xml --as wordpress --letter-label ::") << 2;
    QTest::newRow("no such file") << QStringLiteral("import d.postbag gone.xml --as wordpress") << 4;
}

void TestPostCommands::wrongWords()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    import({QStringLiteral("--proposed-labels")});
    const Called called = m_line->call(line.split(QLatin1Char(' ')));
    QCOMPARE(called.status, status);
    QVERIFY(!called.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestPostCommands)
#include "tst_post_commands.moc"
