// MastheadStore and AssetStore: the column itself, its authors and pictures.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;

class TestMastheadStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDeskHasNone();
    void savesEveryField();
    void refusesStaleSaves();
    void keepsAuthors();
    void keepsAssets();
};

void TestMastheadStore::aNewDeskHasNone()
{
    Desk desk;
    const desk::Masthead empty = taken(desk->masthead().masthead());
    QVERIFY(empty.name.isEmpty());
    QVERIFY(empty.authors.isEmpty());
    QCOMPARE(empty.version, 0);
    // So a masthead made from nothing can be saved at once.
    const desk::Masthead made =
        desk::newMasthead(QStringLiteral("Ask Hazel"), QStringLiteral("en-GB"), QStringLiteral("UTC"));
    QCOMPARE(taken(desk->masthead().save(made)), 1);
}

void TestMastheadStore::savesEveryField()
{
    Desk desk;
    desk::Masthead masthead;
    for (const desk::MastheadField &field : desk::mastheadFields())
        masthead.*(field.member) = QStringLiteral("value of ") + field.key;
    taken(desk->masthead().save(masthead));
    desk.reopen();
    const desk::Masthead read = taken(desk->masthead().masthead());
    for (const desk::MastheadField &field : desk::mastheadFields())
        QCOMPARE(read.*(field.member), masthead.*(field.member));
    QCOMPARE(read.version, 1);
}

void TestMastheadStore::refusesStaleSaves()
{
    Desk desk;
    desk::Masthead masthead = desk::newMasthead(QStringLiteral("One"), QStringLiteral("en"), QStringLiteral("UTC"));
    taken(desk->masthead().save(masthead));
    masthead.name = QStringLiteral("Two");
    QCOMPARE(desk->masthead().save(masthead).error().kind, Error::Kind::Conflict);
    QCOMPARE(taken(desk->masthead().masthead()).name, QStringLiteral("One"));
    masthead.version = 1;
    QCOMPARE(taken(desk->masthead().save(masthead)), 2);
    QCOMPARE(taken(desk->masthead().masthead()).name, QStringLiteral("Two"));
}

void TestMastheadStore::keepsAuthors()
{
    Desk desk;
    const storage::Asset picture{desk::AssetId::create(), QStringLiteral("hazel.svg"), QStringLiteral("image/svg+xml"),
                                 QByteArray("<svg/>")};
    taken(desk->assets().add(picture));
    desk::Author hazel{desk::AuthorId::create(),
                       QStringLiteral("Hazel"),
                       QStringLiteral("*Bio*"),
                       picture.id,
                       QStringLiteral("Hazel at her desk"),
                       0};
    QCOMPARE(taken(desk->masthead().saveAuthor(hazel)), 1);
    desk::Author rowan{desk::AuthorId::create(), QStringLiteral("Rowan"), {}, {}, {}, 0};
    taken(desk->masthead().saveAuthor(rowan));
    QCOMPARE(desk->masthead().saveAuthor(hazel).error().kind, Error::Kind::Conflict);
    hazel.version = 1;
    hazel.name = QStringLiteral("Hazel Ash");
    QCOMPARE(taken(desk->masthead().saveAuthor(hazel)), 2);
    rowan.version = 1;
    rowan.picture = desk::AssetId::create();
    QCOMPARE(desk->masthead().saveAuthor(rowan).error().kind, Error::Kind::NotFound);

    const QList<desk::Author> authors = taken(desk->masthead().masthead()).authors;
    QCOMPARE(authors.size(), 2);
    QCOMPARE(authors.first().name, QStringLiteral("Hazel Ash"));
    QCOMPARE(authors.first().bio, hazel.bio);
    QVERIFY(authors.first().picture == picture.id);
    QCOMPARE(authors.first().pictureAlt, hazel.pictureAlt);
    QVERIFY(authors.last().picture.isNull());
}

void TestMastheadStore::keepsAssets()
{
    Desk desk;
    const storage::Asset asset{desk::AssetId::create(), QStringLiteral("a.png"), QStringLiteral("image/png"),
                               QByteArray("\x89PNG\0\r\n", 7)};
    taken(desk->assets().add(asset));
    const storage::Asset read = taken(desk->assets().asset(asset.id));
    QCOMPARE(read.name, asset.name);
    QCOMPARE(read.mediaType, asset.mediaType);
    QCOMPARE(read.content, asset.content);
    QCOMPARE(desk->assets().asset(desk::AssetId::create()).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestMastheadStore)
#include "tst_masthead_store.moc"
