// IndexStore: headings, entries and references come back in the order they were made.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::IndexReference;

class TestIndexStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackTheIndex();
    void refusesStrangers();
};

void TestIndexStore::givesBackTheIndex()
{
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    const desk::ArticleId cats = taken(desk->articles().add(article(QStringLiteral("cats")))).id;
    const desk::IndexHeading pets{desk::HeadingId::create(), {}, QStringLiteral("Pets"), {}};
    const desk::IndexHeading sulks{desk::HeadingId::create(), pets.id, QStringLiteral("The sulks"),
                                   QStringLiteral("sulks")};
    taken(desk->index().addHeading(pets));
    taken(desk->index().addHeading(sulks));
    taken(desk->index().addEntry({desk::EntryId::create(), sulks.id, cats, one, QStringLiteral("A cat sulks")}));
    taken(desk->index().addEntry({desk::EntryId::create(), pets.id, cats, {}, {}}));
    taken(desk->index().addReference({pets.id, sulks.id, IndexReference::Kind::SeeAlso}));
    taken(desk->index().addReference({pets.id, sulks.id, IndexReference::Kind::SeeAlso}));
    taken(desk->index().addReference({sulks.id, pets.id, IndexReference::Kind::See}));

    desk.reopen();
    const desk::Index index = taken(desk->index().index());
    QCOMPARE(index.headings.size(), 2);
    QVERIFY(index.headings.last().parent == pets.id);
    QCOMPARE(index.headings.last().sortAs, QStringLiteral("sulks"));
    QCOMPARE(index.entries.size(), 2);
    QVERIFY(index.entries.first().heading == sulks.id);
    QVERIFY(index.entries.first().article == cats);
    QVERIFY(index.entries.first().letter == one);
    QCOMPARE(index.entries.first().text, QStringLiteral("A cat sulks"));
    QVERIFY(index.entries.last().letter.isNull());
    QCOMPARE(index.references.size(), 2);
    QCOMPARE(index.references.first().kind, IndexReference::Kind::SeeAlso);
    QVERIFY(index.references.last().to == pets.id);
}

void TestIndexStore::refusesStrangers()
{
    Desk desk;
    const desk::HeadingId pets = desk::HeadingId::create();
    taken(desk->index().addHeading({pets, {}, QStringLiteral("Pets"), {}}));
    const auto stranger = desk::HeadingId::create();
    QCOMPARE(desk->index().addHeading({desk::HeadingId::create(), stranger, {}, {}}).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(desk->index().addHeading({pets, {}, {}, {}}).error().kind, Error::Kind::Unusable);
    QCOMPARE(desk->index().addEntry({desk::EntryId::create(), pets, desk::ArticleId::create(), {}, {}}).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(desk->index().addReference({pets, stranger, IndexReference::Kind::See}).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(desk->index().addReference({stranger, pets, IndexReference::Kind::See}).error().kind,
             Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestIndexStore)
#include "tst_index_store.moc"
