// Clean copies: nothing that says who made a file is left in them, in no place of any format; what they show stays as
// it is; and no broken file makes them fail otherwise than by saying so.
#include "privacy/clean_copy.h"
#include "telling_files.h"

#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QTest>

using base::Error;
using privacy::CleanCopy;
using privacy::cleanCopy;

class TestCleanCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingTold_data();
    void leavesNothingTold();
    void survivesTruncation_data();
    void survivesTruncation();
    void survivesMutation_data();
    void survivesMutation();
    void keepsThePixels_data();
    void keepsThePixels();
    void keepsWebpFrames();
    void keepsTheLoopAndTiming();
    void keepsTheProfile();
    void tellsTheOrientation();
    void keepsThePages();
    void readsPackedPapers();
    void readsPrintedPapers();
    void refusesPapersThatSwell();
    void refusesPapersItCannotClean_data();
    void refusesPapersItCannotClean();
    void refusesOtherKinds_data();
    void refusesOtherKinds();
    void refusesBrokenPictures_data();
    void refusesBrokenPictures();
    void passesPlainText();
    void refusesTooManyPixels();
    void isFastOnLargePictures();
};

namespace {

void addFiles()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("JPEG") << telling::jpeg();
    QTest::newRow("JPEG lying on its side") << telling::jpeg(6);
    QTest::newRow("PNG") << telling::png();
    QTest::newRow("GIF") << telling::gif();
    QTest::newRow("WebP") << telling::webp();
    QTest::newRow("animated WebP") << telling::animatedWebp();
    QTest::newRow("PDF") << telling::pdf();
}

bool isSafe(const QByteArray &file)
{
    const auto copy = cleanCopy(file, QStringLiteral("application/octet-stream"));
    return !copy || !copy->content.contains(telling::canary);
}

QByteArray clean(const QByteArray &file, const char *mediaType = "application/octet-stream")
{
    auto copy = cleanCopy(file, QString::fromLatin1(mediaType));
    return copy ? copy->content : QByteArray();
}

QImage drawn(const QByteArray &file)
{
    return QImage::fromData(file).convertToFormat(QImage::Format_ARGB32);
}

} // namespace

void TestCleanCopy::leavesNothingTold_data()
{
    addFiles();
}

void TestCleanCopy::leavesNothingTold()
{
    QFETCH(QByteArray, file);
    QVERIFY(file.count(telling::canary) > 1);
    const auto copy = cleanCopy(file, QStringLiteral("application/octet-stream"));
    QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
    QVERIFY(!copy->content.contains(telling::canary));
    QVERIFY(!copy->content.contains(telling::canary.first(7)));
    QCOMPARE(clean(copy->content), copy->content);
}

void TestCleanCopy::survivesTruncation_data()
{
    addFiles();
}

void TestCleanCopy::survivesTruncation()
{
    QFETCH(QByteArray, file);
    for (qsizetype length = 0; length < file.size(); ++length)
        QVERIFY2(isSafe(file.first(length)), qPrintable(QString::number(length)));
}

void TestCleanCopy::survivesMutation_data()
{
    addFiles();
}

void TestCleanCopy::survivesMutation()
{
    QFETCH(QByteArray, file);
    QRandomGenerator random(20); // always the same
    for (int round = 0; round < 2000; ++round) {
        QByteArray mutated = file;
        const int places = round % 4 + 1;
        for (int place = 0; place < places; ++place)
            mutated[random.bounded(int(file.size()))] = char(random.bounded(256));
        QVERIFY2(isSafe(mutated), qPrintable(QString::number(round)));
    }
}

void TestCleanCopy::keepsThePixels_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QSize>("size");
    QTest::newRow("JPEG") << telling::jpeg() << QStringLiteral("jpg") << QSize(24, 16);
    QTest::newRow("PNG") << telling::png() << QStringLiteral("png") << QSize(24, 16);
    QTest::newRow("GIF") << telling::gif() << QStringLiteral("gif") << QSize(4, 3);
}

void TestCleanCopy::keepsThePixels()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, suffix);
    QFETCH(QSize, size);
    const auto copy = cleanCopy(file, QStringLiteral("image/x-unknown"));
    QVERIFY(copy);
    QCOMPARE(copy->suffix, suffix);
    QCOMPARE(copy->size, size);
    QVERIFY(copy->isPicture());
    QVERIFY(!drawn(file).isNull());
    QCOMPARE(drawn(copy->content), drawn(file));
}

void TestCleanCopy::keepsWebpFrames()
{
    const QByteArray pixels = telling::riffChunk("VP8L", telling::webpPixels({8, 6}));
    const auto still = cleanCopy(telling::webp(), {});
    QVERIFY(still);
    QCOMPARE(still->suffix, QStringLiteral("webp"));
    QCOMPARE(still->size, QSize(8, 6));
    QCOMPARE(still->content.count(pixels), 1);
    QCOMPARE(quint8(still->content.at(20)), quint8(0x20)); // a profile, and nothing else
    QCOMPARE(still->content.mid(4, 4), telling::little32(quint32(still->content.size() - 8)));
    QCOMPARE(clean(telling::animatedWebp()).count(pixels), 2);
}

void TestCleanCopy::keepsTheLoopAndTiming()
{
    const QByteArray copy = clean(telling::gif());
    QCOMPARE(copy.count(QByteArray("NETSCAPE2.0\3\1\0\0\0", 16)), 1);
    QCOMPARE(copy.count(QByteArray("!\xf9\4\0\5\0\0\0", 8)), 2);
    QCOMPARE(copy.count(telling::gifFrame()), 2);
    QVERIFY(!copy.contains("XMP"));
}

void TestCleanCopy::keepsTheProfile()
{
    const QByteArray profile = telling::profile();
    QVERIFY(!profile.isEmpty());
    QVERIFY(clean(telling::jpeg()).contains(profile));
    QVERIFY(clean(telling::webp()).contains(profile));
    QCOMPARE(QImage::fromData(clean(telling::png())).colorSpace(), QImage::fromData(telling::png()).colorSpace());
    QVERIFY(clean(telling::jpeg()).contains(QByteArray("Adobe\0\x64\0\0\0\0\1", 12)));
    QVERIFY(clean(telling::jpeg()).contains(QByteArray("JFIF\0\1\1\0\0\1\0\1\0\0", 14)));
}

void TestCleanCopy::tellsTheOrientation()
{
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto copy = cleanCopy(telling::jpeg(orientation), {});
        QVERIFY(copy);
        QCOMPARE(copy->orientation, orientation);
        QCOMPARE(cleanCopy(copy->content, {})->orientation, 1);
    }
    for (const int none : {0, 9, 600})
        QCOMPARE(cleanCopy(telling::jpeg(none), {})->orientation, 1);
}

void TestCleanCopy::keepsThePages()
{
    const auto copy = cleanCopy(telling::pdf(), QStringLiteral("application/pdf"));
    QVERIFY(copy);
    QCOMPARE(copy->suffix, QStringLiteral("pdf"));
    QVERIFY(!copy->isPicture());
    QVERIFY(copy->content.startsWith("%PDF-1.7"));
    QVERIFY(copy->content.contains(telling::pageContent));
    QVERIFY(copy->content.contains("(Privet) Tj"));
    QVERIFY(copy->content.contains(clean(telling::jpeg())));
    for (const char *gone : {"/Info", "/Metadata", "/OpenAction", "/JavaScript", "/EmbeddedFile", "/PieceInfo",
                             "/Annots", "/AcroForm", "/StructTreeRoot", "/LastModified", "/PTEX.FileName"})
        QVERIFY2(!copy->content.contains(gone), gone);
    QCOMPARE(clean(telling::pdf()), copy->content);
}

void TestCleanCopy::readsPackedPapers()
{
    const QByteArray copy = clean(telling::packedPdf());
    QVERIFY(copy.contains("/MediaBox [ 0 0 9 9 ]"));
    QVERIFY(!copy.contains("/ObjStm"));
}

void TestCleanCopy::readsPrintedPapers()
{
    QByteArray printed;
    QBuffer buffer(&printed);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromLatin1(telling::told("the title")));
    writer.setCreator(QStringLiteral("A program"));
    QPainter painter(&writer);
    painter.drawImage(QPoint(100, 100), telling::picture({300, 200}));
    QVERIFY(painter.end());
    const auto copy = cleanCopy(printed, QStringLiteral("application/pdf"));
    QVERIFY2(copy, copy ? "" : qPrintable(copy.error().message));
    for (const char *gone : {"/Info", "/Title", "/Producer", "/Metadata", "CreationDate", "xmp"})
        QVERIFY2(!copy->content.contains(gone), gone);
    QVERIFY(copy->content.contains("/XObject"));
}

void TestCleanCopy::refusesPapersThatSwell()
{
    const QByteArray much(80 << 20, ' ');
    for (const char *filter : {"/FlateDecode", "/Fl#61teDecode", "[/FlateDecode /FlateDecode]", "6 0 R"}) {
        const auto copy = cleanCopy(telling::packedPdf(much, filter), {});
        QVERIFY2(!copy, filter);
        QCOMPARE(int(copy.error().kind), int(Error::Kind::Damaged));
    }
    QVERIFY(!clean(telling::packedPdf(QByteArray(1 << 20, ' '))).isEmpty());
}

void TestCleanCopy::refusesPapersItCannotClean_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *from, const char *to, Error::Kind kind) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << int(kind);
    };
    row("JPEG 2000 inside", "/Filter /DCTDecode", "/Filter /JPXDecode", Error::Kind::Unusable);
    row("JPEG packed twice", "/Filter /DCTDecode", "/Filter[/LZW/DCT] ", Error::Kind::Unusable);
    row("broken JPEG inside", "\xff\xd8\xff\xe0", "\xff\xd8\xff\xd9", Error::Kind::Unusable);
    row("fields not drawn", "/AcroForm << /Fields [12 0 R] ", "/AcroForm <</NeedAppearances true",
        Error::Kind::Damaged);
    row("no pages", "/Kids [3 0 R] /Count 1", "/Kids []      /Count 0", Error::Kind::Damaged);
    row("no table", "startxref", "endxrefff", Error::Kind::Damaged);
    row("no objects", " 0 obj", " 0 jbo", Error::Kind::Damaged);
}

void TestCleanCopy::refusesPapersItCannotClean()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, kind);
    QVERIFY(telling::pdf().contains(from));
    const auto copy = cleanCopy(telling::pdf().replace(from, to), QStringLiteral("application/pdf"));
    QVERIFY(!copy);
    QCOMPARE(int(copy.error().kind), kind);
    QVERIFY(copy.error().message.contains(QLatin1String("print it to a new PDF")));
}

void TestCleanCopy::refusesOtherKinds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("mediaType");
    const auto row = [](const char *name, const QByteArray &content, const char *mediaType) {
        QTest::newRow(name) << content << QString::fromLatin1(mediaType);
    };
    row("nothing", {}, "application/octet-stream");
    row("office", "PK\3\4word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    row("old office", "\xd0\xcf\x11\xe0", "application/msword");
    row("rich text called plain", "{\\rtf1{\\info{\\author X}}}", "text/plain");
    row("page called plain", "  <!DOCTYPE html><meta name=author>", "text/plain");
    row("drawing called plain", "<?xml version='1.0'?><svg/>", "text/plain");
    row("card called plain", "BEGIN:VCARD\nN:X", "text/plain");
    row("message called plain", "Received: from x\n", "text/plain");
    row("PostScript called plain", "%!PS-Adobe-3.0\n%%For: X", "text/plain");
    row("binary called plain", QByteArray("ID3\0\0x", 6), "text/plain");
    row("text of another kind", "BEGIN", "text/calendar");
    row("drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml");
    row("bitmap", "BM\0\0", "image/bmp");
    row("sound", "RIFFxxxxWAVE", "audio/wav");
}

void TestCleanCopy::refusesOtherKinds()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, mediaType);
    const auto copy = cleanCopy(content, mediaType);
    QVERIFY(!copy);
    QVERIFY(copy.error().kind == Error::Kind::Unusable || content.startsWith("RIFF"));
    QVERIFY(copy.error().message.contains(QLatin1String("JPEG or PNG")));
}

void TestCleanCopy::refusesBrokenPictures_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto without = [](QByteArray file, const QByteArray &from, const QByteArray &to) {
        const qsizetype at = file.indexOf(from);
        return at < 0 ? QByteArray() : file.replace(at, from.size(), to);
    };
    const QByteArray plain = telling::encoded(telling::picture(), "JPG");
    const QByteArray comment = telling::segment(0xFE, telling::told("a comment"));
    QTest::newRow("JPEG without pixels") << QByteArray("\xff\xd8\xff\xd9", 4);
    QTest::newRow("JPEG without end") << plain.chopped(2);
    QTest::newRow("two frames in a JPEG")
        << without(plain, "\xff\xc4", telling::segment(0xC0, QByteArray("\x8\0\x10\0\x18\1\1\x11\0", 9)) + "\xff\xc4");
    QTest::newRow("comment that calls itself a table")
        << without(telling::jpeg(), comment, telling::segment(0xDB, comment.sliced(4)));
    QTest::newRow("comment that calls itself a code")
        << without(telling::jpeg(), comment, telling::segment(0xC4, comment.sliced(4)));
    QTest::newRow("PNG with a wrong sum") << without(telling::png(), "IDAT", "IDAU");
    QTest::newRow("PNG without header") << QByteArray("\x89PNG\r\n\x1a\n", 8) + telling::chunk("IEND", {});
    QTest::newRow("PNG without pixels") << telling::png().first(33) + telling::chunk("IEND", {});
    QTest::newRow("PNG with an unknown critical chunk")
        << without(telling::png(), telling::chunk("tIME", telling::canary.first(7)), telling::chunk("ABCD", "x"));
    QTest::newRow("GIF of too many pixels") << without(telling::gif(), ",\0\0\0\0\4", QByteArray(",\0\0\0\0\3", 6));
    QTest::newRow("GIF without frames") << telling::gif().first(25) + ";";
    QTest::newRow("WebP whose sizes lie") << without(telling::webp(), "EXIF", "NONE");
    QTest::newRow("WebP without frames") << QByteArray("RIFF\4\0\0\0WEBP", 12);
}

void TestCleanCopy::refusesBrokenPictures()
{
    QFETCH(QByteArray, file);
    QVERIFY(!file.isEmpty());
    const auto copy = cleanCopy(file, {});
    QVERIFY(!copy);
    QCOMPARE(int(copy.error().kind), int(Error::Kind::Damaged));
}

void TestCleanCopy::passesPlainText()
{
    const QByteArray text("The hedge is two metres high.\r\n\tHédge\x0c\n");
    const auto copy = cleanCopy(text, QStringLiteral("text/plain"));
    QVERIFY(copy);
    QCOMPARE(copy->content, text);
    QCOMPARE(copy->suffix, QStringLiteral("txt"));
    QVERIFY(cleanCopy({}, QStringLiteral("text/plain")));
}

void TestCleanCopy::refusesTooManyPixels()
{
    QByteArray file = telling::encoded(telling::picture(), "JPG");
    const qsizetype frame = file.indexOf("\xff\xc0");
    QVERIFY(frame > 0);
    file.replace(frame + 5, 4, QByteArray("\xff\xff\xff\xff", 4));
    const auto copy = cleanCopy(file, {});
    QVERIFY(!copy);
    QCOMPARE(int(copy.error().kind), int(Error::Kind::Unusable));
}

void TestCleanCopy::isFastOnLargePictures()
{
    const QByteArray file = telling::jpeg(1, {4000, 3000});
    QBENCHMARK_ONCE
    {
        QVERIFY(isSafe(file));
    }
}

QTEST_GUILESS_MAIN(TestCleanCopy)
#include "tst_clean_copy.moc"
