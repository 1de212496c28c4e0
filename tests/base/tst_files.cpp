// Whole files: read, decoded, replaced; and everything that can be wrong with them.
#include "base/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using base::Error;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bytesAreReadAndWritten();
    void missingFile();
    void folderIsNoFile();
    void tooLargeFile();
    void textEncodings_data();
    void textEncodings();
    void brokenUtf8_data();
    void brokenUtf8();
    void existingFileIsReplaced();
    void unwritablePlaces();
    void nothingIsLeftBehind();

private:
    QString put(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestFiles::put(const QByteArray &bytes)
{
    const QString path = m_folder->filePath(QStringLiteral("file"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test's file cannot be written");
    return path;
}

void TestFiles::bytesAreReadAndWritten()
{
    const QString path = m_folder->filePath(QStringLiteral("ä b.bin"));
    const QByteArray bytes("a\0\xff\r\n", 5);
    QVERIFY(base::writeFile(path, bytes));
    QCOMPARE(*base::readFile(path, 5), bytes);
    QVERIFY(base::writeFile(path, {}));
    QCOMPARE(*base::readFile(path, 0), QByteArray());
}

void TestFiles::missingFile()
{
    const QString path = m_folder->filePath(QStringLiteral("none"));
    const auto read = base::readFile(path, 100);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::NotFound);
    QVERIFY(read.error().message.contains(path));
    const auto text = base::readTextFile(path, 100);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, Error::Kind::NotFound);
}

void TestFiles::folderIsNoFile()
{
    const auto read = base::readFile(m_folder->path(), 100);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Io);
}

void TestFiles::tooLargeFile()
{
    const QString path = put("12345");
    QVERIFY(base::readFile(path, 5));
    const auto read = base::readFile(path, 4);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Unusable);
    QVERIFY(!base::readTextFile(path, 4));
}

void TestFiles::textEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("a\r\nb") << QStringLiteral("a\r\nb");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa4 \xf0\x9f\x90\x88") << QStringLiteral("ä 🐈");
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xef\xbb\xbf\xc3\xa4") << QStringLiteral("ä");
    QTest::newRow("UTF-16, little end first") << QByteArray("\xff\xfe\xe4\0b\0", 6) << QStringLiteral("äb");
    QTest::newRow("UTF-16, big end first") << QByteArray("\xfe\xff\0\xe4\0b", 6) << QStringLiteral("äb");
}

void TestFiles::textEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto text = base::readTextFile(put(bytes), 100);
    QVERIFY(text);
    QCOMPARE(*text, expected);
}

void TestFiles::brokenUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("at");
    QTest::newRow("Latin 1") << QByteArray("caf\xe9 cr\xe8me") << 3;
    QTest::newRow("at once") << QByteArray("\xff") << 0;
    QTest::newRow("lonely continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("overlong") << QByteArray("a\xc0\xaf") << 1;
    QTest::newRow("surrogate") << QByteArray("a\xed\xa0\x80") << 1;
    QTest::newRow("beyond Unicode") << QByteArray("a\xf5\x80\x80\x80") << 1;
    QTest::newRow("cut off in two") << QByteArray("abc\xc3") << 3;
    QTest::newRow("cut off in four") << QByteArray("\xc3\xa4\xf0\x9f\x90") << 2;
    QTest::newRow("cut off by a letter") << QByteArray("a\xe2\x82"
                                                       "b")
                                         << 1;
    QTest::newRow("after a mark") << QByteArray("\xef\xbb\xbf"
                                                "a\xff")
                                  << 4;
}

void TestFiles::brokenUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, at);
    const auto text = base::readTextFile(put(bytes), 100);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, Error::Kind::Unusable);
    QVERIFY2(text.error().message.contains(QStringLiteral("byte %1)").arg(at)), qPrintable(text.error().message));
}

void TestFiles::existingFileIsReplaced()
{
    const QString path = put("a long old text");
    QVERIFY(base::writeFile(path, "new"));
    QCOMPARE(*base::readFile(path, 100), QByteArray("new"));
}

void TestFiles::unwritablePlaces()
{
    const QString file = put("old");
    for (const QString &path : {QString(m_folder->path() + QStringLiteral("/none/file")),
                                QString(file + QStringLiteral("/file")), m_folder->path(), QString()}) {
        const auto written = base::writeFile(path, "new");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Io);
        QVERIFY(!written.error().message.isEmpty());
    }
    QCOMPARE(*base::readFile(file, 100), QByteArray("old"));
}

void TestFiles::nothingIsLeftBehind()
{
    const QString path = put("old");
    QVERIFY(base::writeFile(path, "new"));
    QVERIFY(!base::writeFile(path + QStringLiteral("/file"), "new"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList(QStringLiteral("file")));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
