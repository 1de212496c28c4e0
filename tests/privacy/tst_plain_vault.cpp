#include "privacy/correspondent.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using base::Error;
using privacy::Correspondent;
using privacy::PlainVault;
using privacy::SealedCorrespondent;

namespace {

Correspondent zoe()
{
    return {desk::CorrespondentId::create(), QStringLiteral("Zoë Łaska-Þorsdóttir 張 😀"),
            QStringLiteral("zoë@bücher.example"), QByteArray("From: Zo\xc3\xab\r\nX: \0\xff", 18),
            QByteArray("From: x\r\n\r\nBody\0\xfe\xff", 18)};
}

SealedCorrespondent sealedZoe()
{
    return PlainVault().seal(zoe()).value();
}

QByteArray mapWith(const QCborValue &version, const QCborValue &first, const QCborValue &second)
{
    return QCborMap{{0, version}, {1, first}, {2, second}}.toCborValue().toCbor();
}

void compareError(const base::Result<Correspondent> &result, Error::Kind kind)
{
    QVERIFY(!result);
    QCOMPARE(result.error().kind, kind);
    QVERIFY(!result.error().message.isEmpty());
    for (const QString &text : {result.error().message, result.error().detail}) {
        QVERIFY(!text.contains(QStringLiteral("Zo")));
        QVERIFY(!text.contains(QStringLiteral("example")));
        QVERIFY(!text.contains(QStringLiteral("Body")));
    }
}

} // namespace

class TestPlainVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItTook();
    void givesBackNothingAtAll();
    void opensWithoutTheMessage();
    void takesLargeMessages();
    void sealsTheSameBytesEachTime();
    void keepsIdentityAndMessageApart();
    void refusesUnknownScheme();
    void refusesNewerVersion();
    void tellsDamage_data();
    void tellsDamage();
    void tellsAnyMissingByte();
};

void TestPlainVault::givesBackWhatItTook()
{
    const Correspondent before = zoe();
    const base::Result<SealedCorrespondent> sealed = PlainVault().seal(before);
    QVERIFY(sealed);
    QCOMPARE(sealed->scheme, QStringLiteral("plain"));
    QVERIFY(sealed->id == before.id);
    const base::Result<Correspondent> after = PlainVault().open(*sealed);
    QVERIFY(after);
    QVERIFY(after->id == before.id);
    QCOMPARE(after->name, before.name);
    QCOMPARE(after->address, before.address);
    QCOMPARE(after->headers, before.headers);
    QCOMPARE(after->raw, before.raw);
}

void TestPlainVault::givesBackNothingAtAll()
{
    const base::Result<SealedCorrespondent> sealed = PlainVault().seal({});
    QVERIFY(sealed);
    const base::Result<Correspondent> after = PlainVault().open(*sealed);
    QVERIFY(after);
    QVERIFY(after->id.isNull());
    QVERIFY(after->name.isEmpty() && after->address.isEmpty() && after->headers.isEmpty() && after->raw.isEmpty());
}

void TestPlainVault::opensWithoutTheMessage()
{
    SealedCorrespondent sealed = sealedZoe();
    const auto whole = PlainVault().open(sealed);
    sealed.message.clear();
    const auto opened = PlainVault().open(sealed);
    QVERIFY(whole && opened);
    QCOMPARE(opened->name, whole->name);
    QCOMPARE(opened->address, whole->address);
    QVERIFY(opened->headers.isEmpty());
    QVERIFY(opened->raw.isEmpty());
}

void TestPlainVault::takesLargeMessages()
{
    Correspondent before = zoe();
    before.raw.resize(5 * 1024 * 1024);
    for (qsizetype i = 0; i < before.raw.size(); ++i)
        before.raw[i] = static_cast<char>(i * 31 % 251);
    const base::Result<SealedCorrespondent> sealed = PlainVault().seal(before);
    QVERIFY(sealed);
    QVERIFY(sealed->message.size() < before.raw.size() + 1024);
    const base::Result<Correspondent> after = PlainVault().open(*sealed);
    QVERIFY(after);
    QVERIFY(after->raw == before.raw);
}

void TestPlainVault::sealsTheSameBytesEachTime()
{
    const Correspondent one = zoe();
    const SealedCorrespondent a = PlainVault().seal(one).value();
    const SealedCorrespondent b = PlainVault().seal(one).value();
    QCOMPARE(a.identity, b.identity);
    QCOMPARE(a.message, b.message);
}

void TestPlainVault::keepsIdentityAndMessageApart()
{
    const SealedCorrespondent sealed = sealedZoe();
    QVERIFY(sealed.identity.contains("example"));
    QVERIFY(!sealed.identity.contains("Body"));
    QVERIFY(!sealed.message.contains("example"));
    QVERIFY(sealed.message.contains("Body"));
}

void TestPlainVault::refusesUnknownScheme()
{
    SealedCorrespondent sealed = sealedZoe();
    sealed.scheme = QStringLiteral("secretbox");
    compareError(PlainVault().open(sealed), Error::Kind::Refused);
    sealed.scheme.clear();
    compareError(PlainVault().open(sealed), Error::Kind::Refused);
}

void TestPlainVault::refusesNewerVersion()
{
    SealedCorrespondent sealed = sealedZoe();
    sealed.identity = mapWith(2, QStringLiteral("Zoe"), QStringLiteral("z@mail.example"));
    compareError(PlainVault().open(sealed), Error::Kind::Refused);
}

void TestPlainVault::tellsDamage_data()
{
    QTest::addColumn<QByteArray>("identity");
    const QString zoeName = QStringLiteral("Zoe");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray("\xff\xff\xff\xff");
    QTest::newRow("no map") << QCborValue(zoeName).toCbor();
    QTest::newRow("empty map") << QCborMap().toCborValue().toCbor();
    QTest::newRow("something behind") << sealedZoe().identity + sealedZoe().identity;
    QTest::newRow("version 0") << mapWith(0, zoeName, zoeName);
    QTest::newRow("version is text") << mapWith(zoeName, zoeName, zoeName);
    QTest::newRow("name is bytes") << mapWith(1, QByteArray("Zoe"), zoeName);
    QTest::newRow("address is missing") << mapWith(1, zoeName, QCborValue());
    QTest::newRow("endless array") << QByteArray("\x9f", 1).repeated(100000);
    QTest::newRow("text of 2^60 bytes") << QByteArray("\xa1\x01\x7b\x10\0\0\0\0\0\0\0x", 12);
    QTest::newRow("bad UTF-8") << QByteArray("\xa3\x00\x01\x01\x62\xc3\x28\x02\x61y", 10);
}

void TestPlainVault::tellsDamage()
{
    QFETCH(QByteArray, identity);
    SealedCorrespondent sealed = sealedZoe();
    sealed.identity = identity;
    compareError(PlainVault().open(sealed), Error::Kind::Damaged);
    if (identity.isEmpty())
        return;
    sealed = sealedZoe();
    sealed.message = identity;
    compareError(PlainVault().open(sealed), Error::Kind::Damaged);
}

void TestPlainVault::tellsAnyMissingByte()
{
    const SealedCorrespondent whole = sealedZoe();
    for (qsizetype size = 0; size < whole.identity.size(); ++size) {
        SealedCorrespondent cut = whole;
        cut.identity.truncate(size);
        compareError(PlainVault().open(cut), Error::Kind::Damaged);
    }
    for (qsizetype size = 1; size < whole.message.size(); ++size) {
        SealedCorrespondent cut = whole;
        cut.message.truncate(size);
        compareError(PlainVault().open(cut), Error::Kind::Damaged);
    }
}

QTEST_GUILESS_MAIN(TestPlainVault)
#include "tst_plain_vault.moc"
