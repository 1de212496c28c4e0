// Folders of messages: Maildirs of several servers, folders of .eml files, and folders that are neither.
#include "intake/message_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using intake::MessageFolder;

class TestMessageFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsAMaildirByTimeOfDelivery();
    void leavesAMaildirAsItIs();
    void leavesOutWhatIsBeingDelivered();
    void namesNestedMaildirs();
    void followsAMessageThatIsMoved_data();
    void followsAMessageThatIsMoved();
    void listsEmlFilesInAllFolders();
    void listsAFolderNamedFromHere();
    void followsNoLinks();
    void tellsWhatCannotBeRead();

private:
    void write(const QString &file, const QByteArray &bytes = "Subject: x\n\nx\n") const;
    void makeMaildir(const QString &below = {}) const;
    [[nodiscard]] QStringList tree() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMessageFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMessageFolder::write(const QString &file, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(m_folder->filePath(file)).path()));
    QFile opened(m_folder->filePath(file));
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QCOMPARE(opened.write(bytes), bytes.size());
}

void TestMessageFolder::makeMaildir(const QString &below) const
{
    for (const char *part : {"cur", "new", "tmp"})
        QVERIFY(QDir(m_folder->path()).mkpath(below + QLatin1String(part)));
}

QStringList TestMessageFolder::tree() const
{
    QStringList all;
    for (const char *part : {"cur", "new", "tmp"}) {
        const QFileInfoList files = QDir(m_folder->filePath(QLatin1String(part))).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            all.append(QLatin1String(part) + QLatin1Char('/') + file.fileName() + file.lastModified().toString());
    }
    return all;
}

void TestMessageFolder::listsAMaildirByTimeOfDelivery()
{
    makeMaildir();
    const QString early = QStringLiteral("cur/999.P1.host.example:2,FRS");
    const QString middle = QStringLiteral("new/1700000001.M20P7.host.example,S=120,W=130");
    const QString late = QStringLiteral("cur/1700000002.M3P7Q1.host.example,S=14,W=15:2,a");
    const QString odd = QStringLiteral("cur/no-time-at-all");
    for (const QString &file : {late, middle, early, odd})
        write(file, "12345");
    const auto found = intake::listMessages(m_folder->path());
    QVERIFY(found.has_value());
    QVERIFY(found->isMaildir);
    QCOMPARE(found->files, QStringList({odd, early, middle, late}));
    QCOMPARE(found->bytes, 20);
    QCOMPARE(found->others, 0);
}

void TestMessageFolder::leavesAMaildirAsItIs()
{
    makeMaildir();
    write(QStringLiteral("new/1700000001.P1.host"));
    write(QStringLiteral("cur/1700000000.P1.host:2,S"));
    const QStringList before = tree();
    QVERIFY(intake::listMessages(m_folder->path()).has_value());
    QCOMPARE(intake::findAgain(m_folder->path(), QStringLiteral("new/1700000001.P1.host")),
             QStringLiteral("new/1700000001.P1.host"));
    QCOMPARE(tree(), before);
}

void TestMessageFolder::leavesOutWhatIsBeingDelivered()
{
    makeMaildir();
    write(QStringLiteral("tmp/1700000001.P1.host"));
    write(QStringLiteral("new/.hidden"));
    write(QStringLiteral("dovecot.index.cache"));
    const auto found = intake::listMessages(m_folder->path());
    QVERIFY(found.has_value());
    QVERIFY(found->files.isEmpty());
}

void TestMessageFolder::namesNestedMaildirs()
{
    makeMaildir();
    makeMaildir(QStringLiteral(".Archive/"));
    makeMaildir(QStringLiteral("letters/"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("courierimapkeywords")));
    write(QStringLiteral(".Archive/cur/1700000000.P1.host:2,S"));
    const auto found = intake::listMessages(m_folder->path());
    QVERIFY(found.has_value());
    QVERIFY(found->files.isEmpty());
    QCOMPARE(found->nested, QStringList({QStringLiteral(".Archive"), QStringLiteral("letters")}));
}

void TestMessageFolder::followsAMessageThatIsMoved_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<QString>("now");
    const QString name = QStringLiteral("1700000001.M2P7.host,S=5");
    QTest::newRow("still there") << QString(QLatin1String("new/") + name) << QString(QLatin1String("new/") + name);
    QTest::newRow("seen") << QString(QLatin1String("new/") + name)
                          << QString(QLatin1String("cur/") + name + QLatin1String(":2,S"));
    QTest::newRow("other flags") << QString(QLatin1String("cur/") + name + QLatin1String(":2,S"))
                                 << QString(QLatin1String("cur/") + name + QLatin1String(":2,FS"));
    QTest::newRow("no flags any more") << QString(QLatin1String("cur/") + name + QLatin1String("!2,S"))
                                       << QString(QLatin1String("new/") + name);
    QTest::newRow("gone") << QString(QLatin1String("new/") + name) << QString();
}

void TestMessageFolder::followsAMessageThatIsMoved()
{
    QFETCH(QString, listed);
    QFETCH(QString, now);
    makeMaildir();
    write(QStringLiteral("cur/1700000001.M2P7.host,S=55:2,S")); // another, whose name begins alike
    if (!now.isEmpty())
        write(now);
    QCOMPARE(intake::findAgain(m_folder->path(), listed), now);
}

void TestMessageFolder::listsEmlFilesInAllFolders()
{
    for (const char *file : {"b.eml", "a.EML", "sub/deeper/c.eml", "notes.odt", "sub/eml"})
        write(QLatin1String(file));
    const auto found = intake::listMessages(m_folder->path());
    QVERIFY(found.has_value());
    QVERIFY(!found->isMaildir);
    QCOMPARE(found->files,
             QStringList({QStringLiteral("a.EML"), QStringLiteral("b.eml"), QStringLiteral("sub/deeper/c.eml")}));
    QCOMPARE(found->others, 2);
}

void TestMessageFolder::listsAFolderNamedFromHere()
{
    write(QStringLiteral("saved/one.eml"));
    write(QStringLiteral("saved/older/two.eml"));
    const QString here = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto listed = intake::listMessages(QStringLiteral("saved"));
    QVERIFY(QDir::setCurrent(here));
    QVERIFY(listed.has_value());
    QCOMPARE(listed->files, QStringList({QStringLiteral("older/two.eml"), QStringLiteral("one.eml")}));
}

void TestMessageFolder::followsNoLinks()
{
    QTemporaryDir elsewhere;
    QFile secret(elsewhere.filePath(QStringLiteral("secret.eml")));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(QStringLiteral("out"))));
    QVERIFY(QFile::link(secret.fileName(), m_folder->filePath(QStringLiteral("link.eml"))));
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("round"))));
    const auto found = intake::listMessages(m_folder->path());
    QVERIFY(found.has_value());
    QCOMPARE(found->files, QStringList());
}

void TestMessageFolder::tellsWhatCannotBeRead()
{
    const auto missing = intake::listMessages(m_folder->filePath(QStringLiteral("nowhere")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    write(QStringLiteral("a.eml"));
    const auto file = intake::listMessages(m_folder->filePath(QStringLiteral("a.eml")));
    QVERIFY(!file);
    QCOMPARE(file.error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestMessageFolder)
#include "tst_message_folder.moc"
