#include "command_line.h"

#include <QDir>
#include <QTest>

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

const QByteArray letter = "From: Zebedee Quackenthorpe <zq-7731@postillon.example>\nSubject: The choir\n"
                          "Message-ID: <a@postillon.example>\nDate: Mon, 2 Feb 2026 18:30:00 +0000\n\n"
                          "The choir sings without me now.\n";

} // namespace

// `archive` and `restore`, as a script calls them.
class TestArchiveCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void roundTrip();
    void tellsInWords();
    void withCorrespondents();
    void wantsAPassphrase();
    void status_data();
    void status();
    void tellsFileAndLine();

private:
    std::unique_ptr<CommandLine> m_line;
};

void TestArchiveCommands::init()
{
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(m_line->call(words("new wren.postbag --sample")).status, 0);
    m_line->write(QStringLiteral("choir.eml"), letter);
    QCOMPARE(m_line->call(words("import wren.postbag choir.eml")).status, 0);
}

void TestArchiveCommands::roundTrip()
{
    const Called archived = m_line->callJson(words("archive wren.postbag archive"));
    QCOMPARE(archived.status, 0);
    QCOMPARE(archived.json.keys(), words("articles correspondents files folder letters revisions seconds"));
    QVERIFY(archived.json.value(u"correspondents").isNull());
    QCOMPARE(archived.json.value(u"files").toInt(), m_line->filesBelow(QStringLiteral("archive")).size());
    QCOMPARE(archived.json.value(u"folder").toString(), m_line->path(QStringLiteral("archive")));
    const Called restored = m_line->callJson(words("restore archive back.postbag"));
    QCOMPARE(restored.status, 0);
    for (const char *count : {"articles", "letters", "revisions"})
        QCOMPARE(restored.json.value(QLatin1String(count)), archived.json.value(QLatin1String(count)));
    QVERIFY(archived.json.value(u"letters").toInt() > 12);
    for (const char *list : {"letters", "articles", "tags", "index", "get"}) {
        const QStringList command{QString::fromLatin1(list)};
        QCOMPARE(m_line->call(command + words("back.postbag --json")).out,
                 m_line->call(command + words("wren.postbag --json")).out);
    }
    QCOMPARE(m_line->call(words("verify back.postbag")).status, 0);
    QCOMPARE(m_line->call(words("archive back.postbag again")).status, 0);
    for (const QString &name : m_line->filesBelow(QStringLiteral("archive")))
        QCOMPARE(m_line->read(QLatin1String("again/") + name), m_line->read(QLatin1String("archive/") + name));
}

void TestArchiveCommands::tellsInWords()
{
    const Called archived = m_line->call(words("archive wren.postbag archive"));
    QVERIFY2(archived.text().startsWith(QStringLiteral("Archived to archive (articles: ")), archived.out.constData());
    QVERIFY(archived.text().contains(QStringLiteral("correspondents: left out")));
    const Called restored = m_line->call(words("restore archive back.postbag"));
    QVERIFY2(restored.text().startsWith(QStringLiteral("Restored to back.postbag (articles: ")),
             restored.out.constData());
}

void TestArchiveCommands::withCorrespondents()
{
    const QByteArray passphrase = "seven grey herons\n";
    const Called archived = m_line->callJson(words("archive wren.postbag archive --with-correspondents"), passphrase);
    QCOMPARE(archived.status, 0);
    const int count = archived.json.value(u"correspondents").toInt();
    QVERIFY(count > 12);
    for (const QString &name : m_line->filesBelow(QStringLiteral("archive"))) {
        const QByteArray bytes = m_line->read(QLatin1String("archive/") + name);
        QVERIFY2(!bytes.contains("Quackenthorpe") && !bytes.contains("zq-7731") && !bytes.contains("herons"),
                 qPrintable(name));
    }
    m_line->forgetSaid();
    QCOMPARE(m_line->call(words("restore archive wrong.postbag"), "six grey herons\n").status, 4);
    QVERIFY(m_line->read(QStringLiteral("wrong.postbag")).isEmpty());
    QCOMPARE(m_line->callJson(words("restore archive back.postbag"), passphrase).json.value(u"correspondents").toInt(),
             count);
    QVERIFY(!m_line->everythingSaid().contains("herons"));
    const Called listed = m_line->callJson(words("letters back.postbag --search choir"));
    const QString number =
        QString::number(listed.json.value(u"letters").toArray().first().toObject().value(u"number").toInt());
    QVERIFY(m_line->call(words("letter back.postbag --reveal") + QStringList{number})
                .text()
                .contains(QStringLiteral("Quackenthorpe")));

    const Called without = m_line->callJson(words("restore archive without.postbag --without-correspondents"));
    QCOMPARE(without.status, 0);
    QVERIFY(without.json.value(u"correspondents").isNull());
    const Called revealed = m_line->call(words("letter without.postbag --reveal") + QStringList{number});
    QVERIFY2(revealed.messages().contains(QStringLiteral("is not kept on this desk")), revealed.err.constData());
    QVERIFY(!revealed.out.contains("Quackenthorpe"));
}

void TestArchiveCommands::wantsAPassphrase()
{
    const QStringList archive = words("archive wren.postbag archive --with-correspondents");
    QCOMPARE(m_line->call(archive).status, 2);
    QCOMPARE(m_line->call(archive, "\n").status, 2);
    QCOMPARE(m_line->call(archive, "short\n").status, 4);
    QVERIFY(m_line->filesBelow(QStringLiteral("archive")).isEmpty());
    QCOMPARE(m_line->call(archive, "seven grey herons\n").status, 0);
    QCOMPARE(m_line->call(words("restore archive back.postbag")).status, 2);
}

void TestArchiveCommands::status_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::newRow("no desk") << QStringLiteral("archive none.postbag archive") << 4;
    QTest::newRow("no folder") << QStringLiteral("archive wren.postbag") << 2;
    QTest::newRow("a folder in use") << QStringLiteral("archive wren.postbag .") << 4;
    QTest::newRow("a folder below a file") << QStringLiteral("archive wren.postbag choir.eml/archive") << 4;
    QTest::newRow("no archive") << QStringLiteral("restore none back.postbag") << 4;
    QTest::newRow("another folder") << QStringLiteral("restore . back.postbag") << 4;
    QTest::newRow("a desk that is there") << QStringLiteral("restore archive wren.postbag") << 4;
    QTest::newRow("no desk to make") << QStringLiteral("restore archive") << 2;
    QTest::newRow("a passphrase on the line")
        << QStringLiteral("archive wren.postbag x --with-correspondents=heron") << 2;
    QTest::newRow("help") << QStringLiteral("archive --help") << 0;
}

void TestArchiveCommands::status()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QCOMPARE(m_line->call(words("archive wren.postbag archive")).status, 0);
    const Called called = m_line->call(line.split(QLatin1Char(' ')));
    QCOMPARE(called.status, status);
    QVERIFY(!called.err.isEmpty() || status == 0);
    QCOMPARE(m_line->call(words("verify wren.postbag")).status, 0);
}

void TestArchiveCommands::tellsFileAndLine()
{
    QCOMPARE(m_line->call(words("archive wren.postbag archive")).status, 0);
    const QString name = QStringLiteral("archive/letters/1.md");
    m_line->write(name, m_line->read(name).replace("title: ", "title: what ")); // line 2
    const Called restored = m_line->callJson(words("restore archive back.postbag"));
    QCOMPARE(restored.status, 4);
    QVERIFY2(restored.json.value(u"error")
                     .toObject()
                     .value(u"message")
                     .toString()
                     .startsWith(QStringLiteral("letters/1.md, line 2: ")) ||
                 restored.out.contains("letters/1.md, line 2: "),
             restored.out.constData());
    QVERIFY(!QFile::exists(m_line->path(QStringLiteral("back.postbag"))));
}

QTEST_GUILESS_MAIN(TestArchiveCommands)
#include "tst_archive_commands.moc"
