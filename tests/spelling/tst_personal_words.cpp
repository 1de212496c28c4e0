// The file of personal words.
#include "spelling/personal_words.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using spelling::PersonalWords;

class TestPersonalWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileIsEmpty();
    void wordsAreKeptSorted();
    void twoProgramsShareTheFile();
    void wordsAreRemoved();
    void editedFileIsTidied();
    void whatIsNoWordIsRefused_data();
    void whatIsNoWordIsRefused();
    void damagedFileIsLeftAlone();
    void unwritablePlaceIsAnError();
    void defaultPathIsTheProgramsOwn();

private:
    static QByteArray contents(const QString &path);
};

QByteArray TestPersonalWords::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not readable");
}

void TestPersonalWords::missingFileIsEmpty()
{
    const QTemporaryDir folder;
    const auto words = PersonalWords::load(folder.filePath(QStringLiteral("none.txt")));
    QVERIFY(words);
    QVERIFY(words->words().isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("none.txt"))));
}

void TestPersonalWords::wordsAreKeptSorted()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/folder/words.txt"));
    auto words = PersonalWords::load(path);
    QVERIFY(words);
    for (const char16_t *word : {u"Zoë", u" agony ", u"Maud", u"agony", u"O’Brien"})
        QVERIFY(words->add(QString::fromUtf16(word)));
    QCOMPARE(contents(path), QByteArray("Maud\nO’Brien\nZoë\nagony\n"));
    QVERIFY(words->contains(QStringLiteral("agony")));
    QVERIFY(!words->contains(QStringLiteral("Agony")));
    QCOMPARE(PersonalWords::load(path)->words(), words->words());
}

void TestPersonalWords::twoProgramsShareTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.txt"));
    auto one = PersonalWords::load(path);
    auto other = PersonalWords::load(path);
    QVERIFY(one->add(QStringLiteral("one")));
    QVERIFY(other->add(QStringLiteral("other")));
    QVERIFY(one->add(QStringLiteral("third")));
    QCOMPARE(contents(path), QByteArray("one\nother\nthird\n"));
    QVERIFY(one->contains(QStringLiteral("other")));
}

void TestPersonalWords::wordsAreRemoved()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.txt"));
    auto words = PersonalWords::load(path);
    QVERIFY(words->add(QStringLiteral("one")));
    QVERIFY(words->remove(QStringLiteral("two")));
    QVERIFY(words->contains(QStringLiteral("one")));
    QVERIFY(words->remove(QStringLiteral("one")));
    QVERIFY(words->words().isEmpty());
    QCOMPARE(contents(path), QByteArray());
}

void TestPersonalWords::editedFileIsTidied()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbfpear\r\n\r\n  fig \r\npear\r\ntwo words\r\n");
    file.close();
    QCOMPARE(PersonalWords::load(path)->words(), QStringList({QStringLiteral("fig"), QStringLiteral("pear")}));
}

void TestPersonalWords::whatIsNoWordIsRefused_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << QStringLiteral("  ");
    QTest::newRow("two words") << QStringLiteral("two words");
    QTest::newRow("two lines") << QStringLiteral("two\nlines");
    QTest::newRow("control character") << QStringLiteral("a\u0007b");
    QTest::newRow("too long") << QString(101, u'a');
}

void TestPersonalWords::whatIsNoWordIsRefused()
{
    QFETCH(QString, word);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.txt"));
    auto words = PersonalWords::load(path);
    const auto added = words->add(word);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, base::Error::Kind::Unusable);
    QVERIFY(!QFile::exists(path));
}

void TestPersonalWords::damagedFileIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("words.txt"));
    auto words = PersonalWords::load(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("pear\n\xff\xfe fig\n");
    file.close();
    QVERIFY(!PersonalWords::load(path));
    QVERIFY(!words->add(QStringLiteral("plum")));
    QVERIFY(!words->contains(QStringLiteral("plum")));
    QCOMPARE(contents(path), QByteArray("pear\n\xff\xfe fig\n"));
}

void TestPersonalWords::unwritablePlaceIsAnError()
{
    const QTemporaryDir folder;
    const QString blocker = folder.filePath(QStringLiteral("file"));
    QFile file(blocker);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    auto words = PersonalWords::load(blocker + QStringLiteral("/words.txt"));
    QVERIFY(words);
    const auto added = words->add(QStringLiteral("plum"));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, base::Error::Kind::Io);
    QVERIFY(words->words().isEmpty());
}

void TestPersonalWords::defaultPathIsTheProgramsOwn()
{
    QVERIFY(PersonalWords::defaultPath().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
}

QTEST_GUILESS_MAIN(TestPersonalWords)
#include "tst_personal_words.moc"
