// Finding dictionaries and choosing among them.
#include "small_dictionary.h"

#include <QTemporaryDir>
#include <QTest>

using spelling::Dictionary;
using spelling::dictionaryFor;
using spelling::findDictionaries;

class TestDictionaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsAreFound();
    void earlierFoldersWin();
    void missingFoldersAreEmpty();
    void bestIsChosen_data();
    void bestIsChosen();
    void missingLanguageSaysWhatToInstall();
    void foldersFollowTheEnvironment();
};

void TestDictionaries::pairsAreFound()
{
    const QTemporaryDir folder;
    tests::makeEnglish(folder.path(), QStringLiteral("en_GB"));
    tests::makeEnglish(folder.path(), QStringLiteral("de_DE_frami"));
    tests::makeEnglish(folder.path(), QStringLiteral("fr"));
    QVERIFY(tests::write(folder.filePath(QStringLiteral("hyph_en_GB.dic")), "UTF-8\n.a1b\n"));
    QVERIFY(tests::write(folder.filePath(QStringLiteral("lonely.aff")), "SET UTF-8\n"));

    const QVector<Dictionary> found = findDictionaries({folder.path()});
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).tag, QStringLiteral("de-DE-frami"));
    QCOMPARE(found.at(1).tag, QStringLiteral("en-GB"));
    QCOMPARE(found.at(2).tag, QStringLiteral("fr"));
    QCOMPARE(found.at(1).affPath, folder.filePath(QStringLiteral("en_GB.aff")));
    QCOMPARE(found.at(1).dicPath, folder.filePath(QStringLiteral("en_GB.dic")));
}

void TestDictionaries::earlierFoldersWin()
{
    const QTemporaryDir own;
    const QTemporaryDir system;
    tests::makeEnglish(own.path());
    tests::makeEnglish(system.path());
    const QVector<Dictionary> found = findDictionaries({own.path(), system.path()});
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().dicPath.startsWith(own.path()));
}

void TestDictionaries::missingFoldersAreEmpty()
{
    QVERIFY(findDictionaries({QStringLiteral("/nowhere/at/all"), QString()}).isEmpty());
    QVERIFY(findDictionaries(QStringList()).isEmpty());
}

void TestDictionaries::bestIsChosen_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *wanted, const char *there, const char *expected) {
        QTest::newRow(wanted) << QString::fromLatin1(wanted) << QString::fromLatin1(there).split(u' ')
                              << QString::fromLatin1(expected);
    };
    row("en-GB", "en-AU en-GB en-US", "en-GB");
    row("en_us", "en-AU en-GB en-US", "en-US");
    row("en", "en-AU en-GB en-US", "en-US");
    row("EN", "en-AU en-GB", "en-AU");
    row("en-NZ", "en-AU en-GB en-US", "en-GB");
    row("en-ZA", "en-US fr", "en-US");
    row("de", "de-AT de-CH de-DE", "de-DE");
    row("de-DE", "de-AT de-DE-frami", "de-DE-frami");
    row("fr-FR", "fr-BE fr", "fr");
    row("pt", "pt-PT pt-BR", "pt-BR");
    row("es-MX", "es-AR es-ES", "es-ES");
    row("ca-ES", "ca ca-ES-valencia", "ca-ES-valencia");
}

void TestDictionaries::bestIsChosen()
{
    QFETCH(QString, wanted);
    QFETCH(QStringList, there);
    QFETCH(QString, expected);
    QVector<Dictionary> dictionaries;
    for (const QString &tag : there)
        dictionaries.append({tag, {}, {}});
    const auto found = dictionaryFor(wanted, dictionaries);
    QVERIFY(found);
    QCOMPARE(found->tag, expected);
}

void TestDictionaries::missingLanguageSaysWhatToInstall()
{
    const QVector<Dictionary> dictionaries{{QStringLiteral("en-GB"), {}, {}}};
    const auto french = dictionaryFor(QStringLiteral("fr_CH"), dictionaries);
    QVERIFY(!french);
    QCOMPARE(french.error().kind, base::Error::Kind::NotFound);
    QVERIFY(french.error().message.contains(u"French"));
    QVERIFY(french.error().message.contains(u"hunspell-fr-ch"));
    QVERIFY(!dictionaryFor(QString(), dictionaries));
    QVERIFY(!dictionaryFor(QStringLiteral("e"), dictionaries));
    QVERIFY(!dictionaryFor(QStringLiteral("en"), {}));
}

void TestDictionaries::foldersFollowTheEnvironment()
{
    qputenv("XDG_DATA_HOME", "/home/somebody/own");
    qputenv("XDG_DATA_DIRS", "/one:/two");
    const QStringList folders = spelling::dictionaryFolders();
    QCOMPARE(folders.first(), QStringLiteral("/home/somebody/own/hunspell"));
    QVERIFY(folders.indexOf(QStringLiteral("/one/hunspell")) < folders.indexOf(QStringLiteral("/two/hunspell")));
    QVERIFY(folders.contains(QStringLiteral("/usr/share/hunspell")));
    QVERIFY(folders.contains(QStringLiteral("/usr/share/myspell/dicts")));
}

QTEST_GUILESS_MAIN(TestDictionaries)
#include "tst_dictionaries.moc"
