#include "privacy/sealed_box.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

using base::Error;
using privacy::SealedReader;
using privacy::SealedWriter;
using privacy::SealingCost;

namespace {

const SealingCost cheap{1, 8192};
const QString passphrase = QStringLiteral("seven grey herons on the weir");
constexpr qsizetype piece = 65'536;
constexpr qsizetype headLength = 17 + 16 + 16;
constexpr qsizetype firstPieceAt = headLength + 24;
constexpr qsizetype sealedPiece = piece + 17;

QByteArray text(qsizetype length)
{
    QByteArray bytes;
    for (qsizetype at = 0; bytes.size() < length; ++at)
        bytes += "line " + QByteArray::number(at) + " of the secret\n";
    return bytes.first(length);
}

// In bits of `step` bytes.
QByteArray sealed(const QByteArray &bytes, const QString &by = passphrase, qsizetype step = 1000)
{
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    auto writer = SealedWriter::begin(device, by, cheap);
    if (!writer)
        return {};
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        if (!(*writer)->write(bytes.mid(at, step)))
            return {};
    }
    return (*writer)->finish() ? device.data() : QByteArray();
}

base::Result<QByteArray> opened(QByteArray file, const QString &by = passphrase)
{
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    auto reader = SealedReader::begin(device, by);
    if (!reader)
        return reader.error();
    QByteArray all;
    for (;;) {
        const auto isAtEnd = (*reader)->atEnd();
        if (!isAtEnd)
            return isAtEnd.error();
        if (*isAtEnd)
            return all;
        const auto byte = (*reader)->read(1);
        if (!byte)
            return byte.error();
        all += *byte;
    }
}

QByteArray changed(QByteArray file, qsizetype at)
{
    file[at] = static_cast<char>(file.at(at) ^ 1);
    return file;
}

QByteArray withNumber(QByteArray file, qsizetype at, quint64 number)
{
    qToLittleEndian(number, file.data() + at);
    return file;
}

// A disk that is full after so many bytes.
class FullDisk : public QIODevice
{
public:
    explicit FullDisk(qint64 space) : m_space(space) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 length) override
    {
        m_space -= length;
        return m_space < 0 ? -1 : length;
    }

private:
    qint64 m_space;
};

} // namespace

class TestSealedBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPutIn_data();
    void givesBackWhatWasPutIn();
    void showsNothing();
    void composesThePassphrase();
    void refusesWhatIsNotWhole_data();
    void refusesWhatIsNotWhole();
    void seesEveryChange();
    void seesEveryCut();
    void asksForNoMoreThanThereIs();
    void tellsOfAFullDisk_data();
    void tellsOfAFullDisk();
    void wantsAPassphrase();
    void costsWhatItSays();
};

void TestSealedBox::givesBackWhatWasPutIn_data()
{
    QTest::addColumn<qsizetype>("length");
    for (const qsizetype length : {qsizetype(0), qsizetype(1), piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 5})
        QTest::addRow("%lld", static_cast<long long>(length)) << length;
}

void TestSealedBox::givesBackWhatWasPutIn()
{
    QFETCH(qsizetype, length);
    const QByteArray bytes = text(length);
    for (const qsizetype step : {qsizetype(1000), qsizetype(200'000)}) {
        const auto back = opened(sealed(bytes, passphrase, step));
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
        QVERIFY(*back == bytes);
    }
}

void TestSealedBox::showsNothing()
{
    const QByteArray file = sealed(text(500));
    QVERIFY(!file.contains("secret"));
    QVERIFY(!file.contains("heron"));
    QVERIFY(file != sealed(text(500)));
}

void TestSealedBox::composesThePassphrase()
{
    const QByteArray file = sealed("x", QString::fromUtf8("caf\xc3\xa9"));
    QVERIFY(opened(file, QString::fromUtf8("cafe\xcc\x81")).has_value());
}

void TestSealedBox::refusesWhatIsNotWhole_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("by");
    QTest::addColumn<Error::Kind>("kind");
    const QByteArray file = sealed(text(2 * piece + 100));
    const QByteArray swapped = file.first(firstPieceAt) + file.mid(firstPieceAt + sealedPiece, sealedPiece) +
                               file.mid(firstPieceAt, sealedPiece) + file.sliced(firstPieceAt + 2 * sealedPiece);
    const QByteArray lost = file.first(firstPieceAt + sealedPiece) + file.sliced(firstPieceAt + 2 * sealedPiece);
    QTest::newRow("empty") << QByteArray() << passphrase << Error::Kind::Unusable;
    QTest::newRow("a letter") << QByteArray("Dear Hazel,\n") << passphrase << Error::Kind::Unusable;
    QTest::newRow("newer") << QByteArray(file).replace(15, 1, "2") << passphrase << Error::Kind::Refused;
    QTest::newRow("another passphrase") << file << QStringLiteral("seven grey herons") << Error::Kind::Refused;
    QTest::newRow("no passphrase") << file << QString() << Error::Kind::Refused;
    QTest::newRow("all memory") << withNumber(file, 25, 1ULL << 40) << passphrase << Error::Kind::Refused;
    QTest::newRow("no memory") << withNumber(file, 25, 0) << passphrase << Error::Kind::Refused;
    QTest::newRow("all day") << withNumber(file, 17, 1ULL << 31) << passphrase << Error::Kind::Refused;
    QTest::newRow("no work") << withNumber(file, 17, 0) << passphrase << Error::Kind::Refused;
    QTest::newRow("other work") << withNumber(file, 17, 2) << passphrase << Error::Kind::Refused;
    QTest::newRow("pieces swapped") << swapped << passphrase << Error::Kind::Refused;
    QTest::newRow("a piece lost") << lost << passphrase << Error::Kind::Damaged;
    QTest::newRow("something behind it") << file + 'x' << passphrase << Error::Kind::Damaged;
    QTest::newRow("twice") << file + file.sliced(firstPieceAt) << passphrase << Error::Kind::Damaged;
}

void TestSealedBox::refusesWhatIsNotWhole()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, by);
    QFETCH(Error::Kind, kind);
    const auto back = opened(file, by);
    QVERIFY(!back);
    QCOMPARE(back.error().kind, kind);
    QVERIFY(!back.error().message.isEmpty());
}

void TestSealedBox::seesEveryChange()
{
    const QByteArray file = sealed(text(60));
    for (qsizetype at = 0; at < file.size(); ++at) {
        if (at >= 17 && at < 33)
            continue; // the costs, which could become dear; see above
        QVERIFY2(!opened(changed(file, at)), qPrintable(QString::number(at)));
    }
}

void TestSealedBox::seesEveryCut()
{
    const QByteArray file = sealed(text(60));
    for (qsizetype length = 0; length < file.size(); ++length)
        QVERIFY2(!opened(file.first(length)), qPrintable(QString::number(length)));
    const QByteArray longer = sealed(text(piece + 60));
    QCOMPARE(opened(longer.first(firstPieceAt + sealedPiece)).error().kind, Error::Kind::Damaged);
}

void TestSealedBox::asksForNoMoreThanThereIs()
{
    QByteArray file = sealed("short");
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    auto reader = SealedReader::begin(device, passphrase);
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->read(3).value(), QByteArray("sho"));
    QCOMPARE((*reader)->read(qint64{1} << 60).error().kind, Error::Kind::Damaged);
}

void TestSealedBox::tellsOfAFullDisk_data()
{
    QTest::addColumn<qint64>("space");
    QTest::newRow("at once") << qint64{0};
    QTest::newRow("after the head") << qint64{firstPieceAt};
    QTest::newRow("after a piece") << qint64{firstPieceAt + sealedPiece};
}

void TestSealedBox::tellsOfAFullDisk()
{
    QFETCH(qint64, space);
    FullDisk disk(space);
    auto writer = SealedWriter::begin(disk, passphrase, cheap);
    base::Result<void> done = writer ? (*writer)->write(text(piece + 1)) : base::Result<void>(writer.error());
    if (done)
        done = (*writer)->finish();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Io);
}

void TestSealedBox::wantsAPassphrase()
{
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    QCOMPARE(SealedWriter::begin(device, QString(), cheap).error().kind, Error::Kind::Unusable);
    QVERIFY(device.data().isEmpty());
}

// What nobody names costs as much as the header says.
void TestSealedBox::costsWhatItSays()
{
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    QVERIFY(SealedWriter::begin(device, passphrase).has_value());
    QCOMPARE(qFromLittleEndian<quint64>(device.data().constData() + 17), 3U);
    QCOMPARE(qFromLittleEndian<quint64>(device.data().constData() + 25), 256U * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestSealedBox)
#include "tst_sealed_box.moc"
