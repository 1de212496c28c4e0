// TagStore: the tree, its names, and what carries a tag.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;
using storage::Tagged;

class TestTagStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAdded();
    void namesAndSlugsAreUnique_data();
    void namesAndSlugsAreUnique();
    void refusesStaleSaves();
    void attachesAndDetaches();
    void removesAndLiftsSubTags();
};

void TestTagStore::givesBackWhatWasAdded()
{
    Desk desk;
    const desk::Tag family = taken(desk->tags().add(tag(QStringLiteral("family"))));
    desk::Tag aunts = tag(QStringLiteral("Aunts"), family.id);
    aunts.description = QStringLiteral("*Aunts* and uncles");
    aunts.synonyms = {QStringLiteral("uncles"), QStringLiteral("aunties")};
    QCOMPARE(taken(desk->tags().add(aunts)).version, 1);
    desk.reopen();
    const QList<desk::Tag> tags = taken(desk->tags().tags());
    QCOMPARE(tags.size(), 2);
    QCOMPARE(tags.first().name, QStringLiteral("Aunts"));
    QVERIFY(tags.first().parent == family.id);
    QCOMPARE(tags.first().description, aunts.description);
    QCOMPARE(tags.first().synonyms, aunts.synonyms);
    QVERIFY(tags.last().parent.isNull());
}

void TestTagStore::namesAndSlugsAreUnique_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("slug");
    QTest::newRow("same name") << QStringLiteral("Émigrés") << QStringLiteral("other");
    QTest::newRow("case apart") << QStringLiteral("ÉMIGRÉS") << QStringLiteral("other");
    QTest::newRow("decomposed") << QStringLiteral("E\u0301migre\u0301s") << QStringLiteral("other");
    QTest::newRow("same slug") << QStringLiteral("Other") << QStringLiteral("EMIGRES");
}

void TestTagStore::namesAndSlugsAreUnique()
{
    QFETCH(QString, name);
    QFETCH(QString, slug);
    Desk desk;
    desk::Tag first = tag(QStringLiteral("Émigrés"));
    first.slug = QStringLiteral("emigres");
    taken(desk->tags().add(first));
    desk::Tag second = tag(QStringLiteral("second"));
    second.name = name;
    second.slug = slug;
    QCOMPARE(desk->tags().add(second).error().kind, Error::Kind::Unusable);
    QCOMPARE(taken(desk->tags().tags()).size(), 1);
    desk::Tag third = taken(desk->tags().add(tag(QStringLiteral("third"))));
    third.name = name;
    third.slug = slug;
    QCOMPARE(desk->tags().save(third).error().kind, Error::Kind::Unusable);
}

void TestTagStore::refusesStaleSaves()
{
    Desk desk;
    desk::Tag cats = taken(desk->tags().add(tag(QStringLiteral("Cats"))));
    const desk::Tag stale = cats;
    cats.name = QStringLiteral("CATS");
    cats.synonyms = {QStringLiteral("kittens")};
    cats.version = taken(desk->tags().save(cats));
    QCOMPARE(cats.version, 2);
    QCOMPARE(desk->tags().save(stale).error().kind, Error::Kind::Conflict);
    QCOMPARE(taken(desk->tags().tags()).first().name, QStringLiteral("CATS"));
    QCOMPARE(taken(desk->tags().tags()).first().synonyms, cats.synonyms);
    desk::Tag stranger = tag(QStringLiteral("stranger"));
    QCOMPARE(desk->tags().save(stranger).error().kind, Error::Kind::NotFound);
    cats.parent = desk::TagId::create();
    QCOMPARE(desk->tags().save(cats).error().kind, Error::Kind::NotFound);
}

void TestTagStore::attachesAndDetaches()
{
    Desk desk;
    const desk::TagId cats = taken(desk->tags().add(tag(QStringLiteral("Cats")))).id;
    const desk::TagId dogs = taken(desk->tags().add(tag(QStringLiteral("Dogs")))).id;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    const desk::LetterId two = taken(desk->letters().add(letter(QStringLiteral("two")))).id;
    const desk::ArticleId both = taken(desk->articles().add(article(QStringLiteral("both")))).id;
    taken(desk->letters().setTags(one, {cats}));
    taken(desk->tags().attach(cats, {{one, two}, {both}}));
    const Tagged tagged = taken(desk->tags().tagged(cats));
    QVERIFY((tagged.letters == QList{one, two}));
    QVERIFY((tagged.articles == QList{both}));
    QCOMPARE(taken(desk->tags().counts()).value(cats).letters, 2);
    QCOMPARE(taken(desk->tags().counts()).value(cats).articles, 1);
    QCOMPARE(taken(desk->tags().counts()).value(dogs).letters, 0);
    taken(desk->tags().detach(cats, {{two}, {both}}));
    QVERIFY(taken(desk->tags().tagged(cats)).letters == QList{one});
    QVERIFY(taken(desk->tags().tagged(cats)).articles.isEmpty());
    QCOMPARE(desk->tags().attach(cats, {{two, desk::LetterId::create()}, {}}).error().kind, Error::Kind::NotFound);
    QVERIFY(taken(desk->tags().tagged(cats)).letters == QList{one});
    QCOMPARE(desk->tags().attach(desk::TagId::create(), {}).error().kind, Error::Kind::NotFound);
}

void TestTagStore::removesAndLiftsSubTags()
{
    Desk desk;
    const desk::TagId top = taken(desk->tags().add(tag(QStringLiteral("Top")))).id;
    const desk::TagId middle = taken(desk->tags().add(tag(QStringLiteral("Middle"), top))).id;
    const desk::TagId low = taken(desk->tags().add(tag(QStringLiteral("Low"), middle))).id;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    taken(desk->letters().setTags(one, {middle, low}));
    taken(desk->tags().remove(middle));
    const QList<desk::Tag> tags = taken(desk->tags().tags());
    QCOMPARE(tags.size(), 2);
    QVERIFY(tags.first().id == low);
    QVERIFY(tags.first().parent == top);
    QVERIFY(taken(desk->letters().letter(one)).tags == QList{low});
    QCOMPARE(desk->tags().remove(middle).error().kind, Error::Kind::NotFound);
    taken(desk->tags().remove(top));
    QVERIFY(taken(desk->tags().tags()).first().parent.isNull());
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

QTEST_GUILESS_MAIN(TestTagStore)
#include "tst_tag_store.moc"
