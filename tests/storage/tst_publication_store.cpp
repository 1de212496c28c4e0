// PublicationStore: what each site holds, and since when an article is published.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;
using storage::Publication;

class TestPublicationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsExactlyWhatIsThere();
    void datesTheFirstTimeOnly();
    void latestSiteFirst();
    void refusesAStranger();
};

void TestPublicationStore::recordsExactlyWhatIsThere()
{
    Desk desk;
    const desk::ArticleId cats = taken(desk->articles().add(article(QStringLiteral("cats")))).id;
    const desk::ArticleId dogs = taken(desk->articles().add(article(QStringLiteral("dogs")))).id;
    const QString site = QStringLiteral("/home/hazel/site");
    QVERIFY(taken(desk->publications().publications(site)).isEmpty());
    taken(desk->publications().record(
        site, {{dogs, QStringLiteral("letters/dogs.html"), "d1"}, {cats, QStringLiteral("letters/cats.html"), "d2"}},
        moment(1)));
    auto held = taken(desk->publications().publications(site));
    QCOMPARE(held.size(), 2);
    QVERIFY(held.first().article == cats);
    QCOMPARE(held.first().digest, QByteArray("d2"));
    taken(desk->publications().record(site, {{cats, QStringLiteral("cats/"), "d3"}}, moment(2)));
    held = taken(desk->publications().publications(site));
    QCOMPARE(held.size(), 1);
    QCOMPARE(held.first().path, QStringLiteral("cats/"));
    QCOMPARE(held.first().digest, QByteArray("d3"));
    QVERIFY(taken(desk->publications().publications(QStringLiteral("/elsewhere"))).isEmpty());
    taken(desk->publications().record(site, {}, moment(3)));
    QVERIFY(taken(desk->publications().publications(site)).isEmpty());
}

void TestPublicationStore::datesTheFirstTimeOnly()
{
    Desk desk;
    desk::Article cats = taken(desk->articles().add(article(QStringLiteral("cats"))));
    taken(desk->publications().record(QStringLiteral("/a"), {{cats.id, QStringLiteral("1"), {}}}, moment(1)));
    taken(desk->publications().record(QStringLiteral("/a"), {{cats.id, QStringLiteral("2"), {}}}, moment(2)));
    taken(desk->publications().record(QStringLiteral("/b"), {{cats.id, QStringLiteral("1"), {}}}, moment(3)));
    QCOMPARE(taken(desk->articles().article(cats.id)).published, moment(1));
    // A title that is being typed meanwhile can still be saved.
    cats.title = QStringLiteral("Of cats");
    QCOMPARE(taken(desk->articles().save(cats)), 2);
    QCOMPARE(taken(desk->articles().article(cats.id)).published, moment(1));
}

void TestPublicationStore::latestSiteFirst()
{
    Desk desk;
    QVERIFY(taken(desk->publications().sites()).isEmpty());
    taken(desk->publications().record(QStringLiteral("/a"), {}, moment(1)));
    taken(desk->publications().record(QStringLiteral("/b"), {}, moment(2)));
    QCOMPARE(taken(desk->publications().sites()), (QStringList{QStringLiteral("/b"), QStringLiteral("/a")}));
    taken(desk->publications().record(QStringLiteral("/a"), {}, moment(3)));
    QCOMPARE(taken(desk->publications().sites()), (QStringList{QStringLiteral("/a"), QStringLiteral("/b")}));
}

void TestPublicationStore::refusesAStranger()
{
    Desk desk;
    const auto refused = desk->publications().record(QStringLiteral("/a"),
                                                     {{desk::ArticleId::create(), QStringLiteral("x"), {}}}, moment(1));
    QCOMPARE(refused.error().kind, Error::Kind::NotFound);
    QVERIFY(taken(desk->publications().sites()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPublicationStore)
#include "tst_publication_store.moc"
