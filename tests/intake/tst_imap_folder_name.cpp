#include "intake/imap_folder_name.h"

#include <QTest>

class TestImapFolderName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThereAndBack_data();
    void goesThereAndBack();
    void takesWhatServersSendBesides_data();
    void takesWhatServersSendBesides();
    void nothingBreaksALine();
};

void TestImapFolderName::goesThereAndBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QStringLiteral("INBOX") << QByteArray("INBOX");
    QTest::newRow("ampersand") << QStringLiteral("Q & A") << QByteArray("Q &- A");
    QTest::newRow("umlaut") << QStringLiteral("Entwürfe") << QByteArray("Entw&APw-rfe");
    QTest::newRow("only others") << QStringLiteral("日本語") << QByteArray("&ZeVnLIqe-");
    QTest::newRow("mixed") << QStringLiteral("~peter/mail/台北/日本語")
                           << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    QTest::newRow("beyond the plane") << QStringLiteral("\U0001F4EE") << QByteArray("&2D3c7g-");
    QTest::newRow("hyphen behind") << QStringLiteral("é-") << QByteArray("&AOk--");
    QTest::newRow("empty") << QString() << QByteArray();
}

void TestImapFolderName::goesThereAndBack()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QCOMPARE(intake::encodeFolderName(name), bytes);
    QCOMPARE(intake::decodeFolderName(bytes), name);
}

void TestImapFolderName::takesWhatServersSendBesides_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("UTF-8") << QByteArray("Entw\xC3\xBCrfe") << QStringLiteral("Entwürfe");
    QTest::newRow("no end") << QByteArray("R&D") << QStringLiteral("R&D");
    QTest::newRow("no base64") << QByteArray("a&!!-b") << QStringLiteral("a&!!-b");
    QTest::newRow("half a unit") << QByteArray("a&AA-b") << QStringLiteral("a&AA-b");
}

void TestImapFolderName::takesWhatServersSendBesides()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QCOMPARE(intake::decodeFolderName(bytes), name);
}

// A folder's name cannot become a command.
void TestImapFolderName::nothingBreaksALine()
{
    const QByteArray bytes = intake::encodeFolderName(QStringLiteral("a\r\na1 DELETE b\0"));
    QVERIFY(!bytes.contains('\r') && !bytes.contains('\n') && !bytes.contains('\0'));
    QCOMPARE(intake::decodeFolderName(bytes), QStringLiteral("a\r\na1 DELETE b\0"));
}

QTEST_GUILESS_MAIN(TestImapFolderName)
#include "tst_imap_folder_name.moc"
