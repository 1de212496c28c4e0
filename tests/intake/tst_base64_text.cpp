#include "intake/base64_text.h"

#include <QTest>

using intake::Base64Text;
using intake::readBase64;

class TestBase64Text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void TestBase64Text::reads_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isBrokenOff");

    const auto row = [](const char *tag, const char *encoded, const char *content, bool isBrokenOff = false) {
        QTest::newRow(tag) << QByteArray(encoded) << QByteArray(content) << isBrokenOff;
    };
    row("usual", "TXkgaGVkZ2UgZ3Jvd3Mu\n", "My hedge grows.");
    row("padded", "TXkgaGVkZ2U=\n", "My hedge");
    row("padded twice", "TXkgaGVkZw==", "My hedg");
    row("lines", "TXkg\r\naGVk\r\nZ2U=\r\n", "My hedge");
    row("broken off", "TXkgaGVkZ2", "My hedg", true);
    row("broken off, one letter", "TXkgaGVkZ", "My hed", true);
    row("without padding", "TXkgaGVkZ2UgZ3Jvd3M", "My hedge grows", true);
    row("junk inside", "TXkg-aGVkZ2U=", "My hedge");
    row("a footer behind", "TXkgaGVkZ2U=\n-- \nA list.\nBye.\n", "My hedge-- \nA list.\nBye.\n");
    row("plain text", "My hedge, and a fence: all mine.\n", "My hedge, and a fence: all mine.\n");
    row("one word", "Hedges\n", "\x1D\xE7\x60\x7A", true);
    row("empty", "", "");
    row("blank", "\n\n", "");
    row("padding only", "====", "");
}

void TestBase64Text::reads()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, content);
    QFETCH(bool, isBrokenOff);
    const Base64Text text = readBase64(encoded);
    QCOMPARE(text.content, content);
    QCOMPARE(text.isBrokenOff, isBrokenOff);
}

QTEST_APPLESS_MAIN(TestBase64Text)
#include "tst_base64_text.moc"
