// The public copy of pictures, and that no other form of them reaches the site.
#include "editorial/public_copy.h"

#include "desk_fixture.h"
#include "editorial/masthead.h"
#include "editorial/publishing.h"
#include "telling_files.h"

#include <QDirIterator>

class TestPublicCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesStandUpright_data();
    void picturesStandUpright();
    void whatCannotBeCleanedFails();
    void theAuthorsPictureIsClean();
    void anOldPictureThatCannotBeCleanedIsLeftOut();
};

void TestPublicCopy::picturesStandUpright_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("%d", orientation) << orientation;
}

void TestPublicCopy::picturesStandUpright()
{
    QFETCH(int, orientation);
    const QByteArray original = telling::jpeg(orientation, {48, 32});
    TAKE(copy, editorial::publicCopy(original, QStringLiteral("image/jpeg")));
    QVERIFY(!copy.content.contains(telling::canary));
    QCOMPARE(copy.suffix, QStringLiteral("jpg"));
    const bool isTurned = orientation >= 5;
    QCOMPARE(copy.size, isTurned ? QSize(32, 48) : QSize(48, 32));
    const QImage shown = QImage::fromData(copy.content);
    QCOMPARE(shown.size(), copy.size);
    // Red grows to the right of the picture, green downwards; both go where the orientation sends them.
    const QList<QPoint> darkest{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const QPoint corner = darkest.at(orientation - 1);
    const QColor dark = shown.pixelColor(corner.x() * (copy.size.width() - 1), corner.y() * (copy.size.height() - 1));
    QVERIFY2(dark.red() < 40 && dark.green() < 40, qPrintable(dark.name()));
    QCOMPARE(shown.colorSpace(), QColorSpace(QColorSpace::SRgb));
}

void TestPublicCopy::whatCannotBeCleanedFails()
{
    QVERIFY(!editorial::publicCopy("PK\3\4", QStringLiteral("application/zip")));
    QVERIFY(!editorial::publicCopy(telling::jpeg(6).first(2000), QStringLiteral("image/jpeg")));
}

void TestPublicCopy::theAuthorsPictureIsClean()
{
    DeskFixture fixture;
    DO(editorial::setAuthorPicture(*fixture.desk, fixture.writeFile(QStringLiteral("me.jpg"), telling::jpeg(6))));
    fixture.article("ladder", QStringLiteral("Leave it."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    DO(editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    int pictures = 0;
    for (QDirIterator files(site, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(telling::canary), qPrintable(file.fileName()));
        pictures += content.startsWith("\xff\xd8") ? 1 : 0;
    }
    QCOMPARE(pictures, 1);
    TAKE(again, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(again.pages.isEmpty());
}

void TestPublicCopy::anOldPictureThatCannotBeCleanedIsLeftOut()
{
    DeskFixture fixture;
    const QString broken = fixture.writeFile(QStringLiteral("me.jpg"), telling::jpeg().first(1000));
    QVERIFY(!editorial::setAuthorPicture(*fixture.desk, broken));
    DO(editorial::setAuthorPicture(
        *fixture.desk, {QStringLiteral("me.jpg"), QStringLiteral("image/jpeg"), telling::jpeg().first(1000)}));
    fixture.article("ladder", QStringLiteral("Leave it."));
    const QString site = fixture.folder.filePath(QStringLiteral("site"));
    base::NoProgress progress;
    TAKE(report, editorial::exportSite(*fixture.desk, {site, {}, {}, false}, progress));
    QVERIFY(std::any_of(report.warnings.begin(), report.warnings.end(),
                        [](const desk::Finding &finding) { return finding.check == QLatin1String("author-picture"); }));
    QVERIFY(QFile::exists(site + QStringLiteral("/letters/ladder.html")));
    QVERIFY(QDir(site + QStringLiteral("/assets")).entryList({QStringLiteral("picture-*")}).isEmpty());
}

QTEST_GUILESS_MAIN(TestPublicCopy)
#include "tst_public_copy.moc"
