#include "desk_fixture.h"

#include "editorial/checking.h"
#include "editorial/masthead.h"
#include "editorial/publishing.h"
#include "editorial/sample_desk.h"
#include "editorial/tags.h"

#include <QDir>
#include <QDirIterator>

class TestSampleDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAColumnInUse();
    void hasNoBlocker();
    void theSameSiteEachTime();
};

void TestSampleDesk::holdsAColumnInUse()
{
    DeskFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    TAKE(places, editorial::places(*fixture.desk));
    qint64 letters = 0;
    int stagesInUse = 0;
    for (const auto &count : std::as_const(places.letters)) {
        letters += count.total;
        stagesInUse += count.total > 0 ? 1 : 0;
    }
    QVERIFY(letters >= 12);
    QVERIFY(stagesInUse >= 5);
    QCOMPARE(places.articles.published, 8);
    TAKE(tree, editorial::tags(*fixture.desk));
    QCOMPARE(tree.tags.size(), 20);
    editorial::ArticleQuery published;
    published.published = true;
    TAKE(articles, editorial::articles(*fixture.desk, published));
    int ofTwoLetters = 0;
    for (const desk::ArticleRow &row : articles)
        ofTwoLetters += row.letters.size() == 2 ? 1 : 0;
    QCOMPARE(ofTwoLetters, 1);
    TAKE(head, editorial::masthead(*fixture.desk));
    QVERIFY(!head.authors.isEmpty() && !head.authors.first().picture.isNull());
}

void TestSampleDesk::hasNoBlocker()
{
    DeskFixture fixture;
    DO(editorial::fillWithSample(*fixture.desk));
    base::NoProgress progress;
    editorial::ArticleQuery published;
    published.published = true;
    TAKE(articles, editorial::articles(*fixture.desk, published));
    TAKE(head, editorial::masthead(*fixture.desk));
    for (const desk::ArticleRow &row : articles) {
        TAKE(findings, editorial::articleCheck(*fixture.desk, row.id, head));
        QVERIFY2(findings.isEmpty(), qPrintable(findings.isEmpty() ? row.slug : row.slug + findings.first().message));
    }
}

void TestSampleDesk::theSameSiteEachTime()
{
    QHash<QString, QByteArray> sites[2];
    int day = 0;
    for (QHash<QString, QByteArray> &files : sites) {
        DeskFixture fixture;
        DO(editorial::fillWithSample(*fixture.desk));
        fixture.clock.set(QDateTime(QDate(2026, 7, ++day), QTime(12, 0), Qt::UTC));
        const QString site = fixture.folder.filePath(QStringLiteral("site"));
        base::NoProgress progress;
        DO(editorial::exportSite(*fixture.desk, {site, QDateTime(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC), {}, false},
                                 progress));
        QDirIterator walk(site, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            files.insert(QDir(site).relativeFilePath(file.fileName()), file.readAll());
        }
    }
    QVERIFY(sites[0].size() > 30);
    QCOMPARE(sites[0].keys().size(), sites[1].keys().size());
    for (auto file = sites[0].cbegin(); file != sites[0].cend(); ++file)
        QVERIFY2(sites[1].value(file.key()) == file.value(), qPrintable(file.key()));
}

QTEST_GUILESS_MAIN(TestSampleDesk)
#include "tst_sample_desk.moc"
