#include "intake/cms.h"

#include <QTest>

using intake::CmsKind;
using intake::cmsKind;
using intake::signedContent;

namespace {

QByteArray element(int tag, const QByteArray &content)
{
    QByteArray length;
    if (content.size() < 0x80)
        length.append(char(content.size()));
    else
        length.append('\x82').append(char(content.size() >> 8)).append(char(content.size() & 0xFF));
    return char(tag) + length + content;
}

QByteArray indefinite(int tag, const QByteArray &content)
{
    return char(tag) + QByteArray("\x80") + content + QByteArray(2, '\0');
}

QByteArray identifier(char last)
{
    return element(0x06, QByteArray("\x2A\x86\x48\x86\xF7\x0D\x01\x07") + last);
}

QByteArray signedMessage(const QByteArray &octets)
{
    const QByteArray data = element(0x30, identifier(1) + element(0xA0, octets));
    const QByteArray body = element(0x30, element(0x02, "\x01") + element(0x31, "") + data + element(0x31, ""));
    return element(0x30, identifier(2) + element(0xA0, body));
}

QByteArray signedMessageOfIndefiniteLength(const QByteArray &octets)
{
    const QByteArray data = indefinite(0x30, identifier(1) + indefinite(0xA0, octets));
    const QByteArray digests = indefinite(0x31, indefinite(0x30, element(0x06, "\x2A")));
    const QByteArray body = indefinite(0x30, element(0x02, "\x01") + digests + data + element(0x31, ""));
    return indefinite(0x30, identifier(2) + indefinite(0xA0, body));
}

} // namespace

class TestCms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsKinds();
    void findsWhatIsSigned();
    void findsNothingElse();
    void survivesDamage();
};

void TestCms::knowsKinds()
{
    QCOMPARE(cmsKind(signedMessage(element(0x04, "x"))), CmsKind::Signed);
    QCOMPARE(cmsKind(element(0x30, identifier(3) + element(0xA0, ""))), CmsKind::Encrypted);
    const QByteArray compressed = element(0x06, "\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x09");
    QCOMPARE(cmsKind(element(0x30, compressed)), CmsKind::Compressed);
    QCOMPARE(cmsKind(element(0x30, identifier(1))), CmsKind::None);
    QCOMPARE(cmsKind("text"), CmsKind::None);
    QCOMPARE(cmsKind(""), CmsKind::None);
}

void TestCms::findsWhatIsSigned()
{
    const QByteArray text = QByteArray("Content-Type: text/plain\r\n\r\nMy hedge.\r\n").repeated(20);
    QCOMPARE(signedContent(signedMessage(element(0x04, text))), text);
    QCOMPARE(signedContent(signedMessage(element(0x24, element(0x04, "My ") + element(0x04, "hedge")))), "My hedge");
    QCOMPARE(signedContent(signedMessageOfIndefiniteLength(element(0x04, text))), text);
    const QByteArray pieces = indefinite(0x24, element(0x04, "My ") + element(0x04, "hed") + element(0x04, "ge"));
    QCOMPARE(signedContent(signedMessageOfIndefiniteLength(pieces)), "My hedge");
}

void TestCms::findsNothingElse()
{
    QCOMPARE(signedContent(element(0x30, identifier(3) + element(0xA0, element(0x04, "x")))), QByteArray());
    QCOMPARE(signedContent(signedMessage("")), QByteArray()); // the signature alone
    QCOMPARE(signedContent(signedMessage(element(0x02, "x"))), QByteArray());
    QCOMPARE(signedContent("text"), QByteArray());
}

void TestCms::survivesDamage()
{
    for (const QByteArray &whole : {signedMessage(element(0x04, "My hedge")),
                                    signedMessageOfIndefiniteLength(indefinite(0x24, element(0x04, "My hedge")))}) {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QVERIFY(signedContent(whole.first(i)).size() <= 8);
            for (const char byte : {'\0', '\x80', '\x84', '\xFF', '\x30'}) {
                QByteArray changed = whole;
                changed[i] = byte;
                QVERIFY(signedContent(changed).size() <= whole.size());
            }
        }
    }
    const QByteArray deep = QByteArray("\x30\x80").repeated(100'000);
    QCOMPARE(cmsKind(deep), CmsKind::None);
    const QByteArray deepOctets = signedMessageOfIndefiniteLength(QByteArray("\x24\x80").repeated(50'000));
    QCOMPARE(signedContent(deepOctets), QByteArray());
}

QTEST_APPLESS_MAIN(TestCms)
#include "tst_cms.moc"
