// Which words of a text are looked up, and what follows what in the desk file.
#include "invented.h"
#include "storage/connection.h"
#include "storage/likeness_search.h"
#include "storage/relation_store.h"

#include <QTest>

using invented::taken;
using storage::indexTerms;
using storage::RelatedRow;

class TestRelationStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsTerms_data();
    void cutsTerms();
    void boundsTerms();
    void findsTermsInTheIndex_data();
    void findsTermsInTheIndex();
    void readsWhatFollows();
    void leadsFromSequelToSequel();
    void outlivesACircle();
    void fullLengthLetterIsLikeItself();
    void failsWithoutTheLetter();
};

void TestRelationStore::cutsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("marks alone") << QStringLiteral("\"* ( ) ^ : … 🙂") << QStringList();
    QTest::newRow("longest first, each once") << QStringLiteral("My sister’s car, my CAR!")
                                              << QStringList{QStringLiteral("\"sister\""), QStringLiteral("\"car\""),
                                                             QStringLiteral("\"my\""), QStringLiteral("\"s\"")};
    QTest::newRow("operators") << QStringLiteral("NEAR OR")
                               << QStringList{QStringLiteral("\"near\""), QStringLiteral("\"or\"")};
    QTest::newRow("accents") << QStringLiteral("cafe\u0301") << QStringList{QStringLiteral("\"cafe\u0301\"")};
    QTest::newRow("the beginning of a clause")
        << QStringLiteral("我妹妹借了，車") << QStringList{QStringLiteral("\"我妹妹\"*"), QStringLiteral("\"車\"")};
}

void TestRelationStore::cutsTerms()
{
    QFETCH(QString, text);
    QFETCH(QStringList, terms);
    QCOMPARE(indexTerms(text), terms);
}

void TestRelationStore::boundsTerms()
{
    QString many;
    for (int word = 0; word < 5000; ++word)
        many += QStringLiteral("word%1 ").arg(word);
    QCOMPARE(indexTerms(many).size(), 256);
    QCOMPARE(indexTerms(QStringLiteral("x").repeated(100'000) + QStringLiteral(" ladder")), QStringList());
    QCOMPARE(indexTerms(QStringLiteral("x").repeated(1000) + QStringLiteral(" ladder")),
             QStringList{QStringLiteral("\"ladder\"")});
}

// Whatever the language, what is looked up is what the index holds.
void TestRelationStore::findsTermsInTheIndex_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << QStringLiteral("my sister’s car");
    QTest::newRow("German") << QStringLiteral("Die Straße ist weiß");
    QTest::newRow("French") << QStringLiteral("L’été dernier, où étais-tu ?");
    QTest::newRow("Turkish") << QStringLiteral("İstanbul’da yaşıyorum");
    QTest::newRow("Vietnamese") << QStringLiteral("Tôi phải làm gì bây giờ");
    QTest::newRow("Greek") << QStringLiteral("Τι να κάνω με τους φίλους");
    QTest::newRow("Russian") << QStringLiteral("Что мне делать с ёлкой");
    QTest::newRow("Hebrew") << QStringLiteral("מה עלי לעשות");
    QTest::newRow("Arabic") << QStringLiteral("ماذا أفعل");
    QTest::newRow("Hindi") << QStringLiteral("मेरी बहन ने मेरी कार ली");
    QTest::newRow("Thai") << QStringLiteral("ฉันควรทำอย่างไร");
    QTest::newRow("Chinese") << QStringLiteral("我妹妹借了我的車，一直不還");
    QTest::newRow("Japanese") << QStringLiteral("妹が車を返してくれません");
    QTest::newRow("Korean") << QStringLiteral("어떻게 해야 할까요");
}

void TestRelationStore::findsTermsInTheIndex()
{
    QFETCH(QString, text);
    for (const QString &form : {text, text.normalized(QString::NormalizationForm_D)}) {
        invented::Desk desk;
        taken(desk->letters().add(invented::letter(QStringLiteral("one"), form)));
        desk.close();
        const auto connection = taken(storage::Connection::open(desk.path(), storage::Connection::Open::Existing));
        const QStringList terms = indexTerms(form);
        QVERIFY(!terms.isEmpty());
        for (const QString &term : terms)
            QCOMPARE(taken(connection->number(
                         QStringLiteral("SELECT count(*) FROM letters_fts WHERE letters_fts MATCH ?"), {term})),
                     1);
    }
}

void TestRelationStore::readsWhatFollows()
{
    invented::Desk desk;
    const desk::Letter first = taken(desk->letters().add(invented::letter(QStringLiteral("first"))));
    const desk::Letter second = taken(desk->letters().add(invented::letter(QStringLiteral("second"))));
    QVERIFY(!taken(desk->relations().earlier(second.id)));
    taken(desk->relations().setFollows(second.id, first.id));
    const std::optional<RelatedRow> earlier = taken(desk->relations().earlier(second.id));
    QVERIFY(earlier);
    QCOMPARE(earlier->letter, first.id);
    QCOMPARE(earlier->number, first.number);
    QCOMPARE(earlier->subject, first.subject);
    QCOMPARE(earlier->received, first.received);
    QVERIFY(earlier->article.isNull());
    const QList<RelatedRow> sequels = taken(desk->relations().sequels(first.id));
    QCOMPARE(sequels.size(), 1);
    QCOMPARE(sequels.first().letter, second.id);
    QCOMPARE(taken(desk->letters().letter(second.id)).version, second.version);
    taken(desk->relations().setFollows(second.id, {}));
    QVERIFY(!taken(desk->relations().earlier(second.id)));
}

void TestRelationStore::leadsFromSequelToSequel()
{
    invented::Desk desk;
    QList<desk::LetterId> ids;
    for (int number = 0; number < 300; ++number) {
        ids.append(taken(desk->letters().add(invented::letter(QString::number(number)))).id);
        if (number > 0)
            taken(desk->relations().setFollows(ids.at(number), ids.at(number - 1)));
    }
    QVERIFY(taken(desk->relations().leadsTo(ids.last(), ids.first())));
    QVERIFY(taken(desk->relations().leadsTo(ids.first(), ids.first())));
    QVERIFY(!taken(desk->relations().leadsTo(ids.first(), ids.last())));
}

// A desk of another hand may hold one.
void TestRelationStore::outlivesACircle()
{
    invented::Desk desk;
    const desk::LetterId one = taken(desk->letters().add(invented::letter(QStringLiteral("one")))).id;
    const desk::LetterId two = taken(desk->letters().add(invented::letter(QStringLiteral("two")))).id;
    const desk::LetterId three = taken(desk->letters().add(invented::letter(QStringLiteral("three")))).id;
    taken(desk->relations().setFollows(one, two));
    taken(desk->relations().setFollows(two, one));
    QVERIFY(!taken(desk->relations().leadsTo(one, three)));
    QVERIFY(taken(desk->relations().leadsTo(one, two)));
}

void TestRelationStore::fullLengthLetterIsLikeItself()
{
    invented::Desk desk;
    QString text;
    for (int word = 0; word < 60'000; ++word)
        text += QStringLiteral("word%1 ").arg(word);
    taken(desk->letters().add(invented::letter(QStringLiteral("long"), text)));
    taken(desk->letters().add(invented::letter(QStringLiteral("other"))));
    const QList<RelatedRow> alike = taken(desk->relations().alike(text, {}));
    QCOMPARE(alike.size(), 1);
    QCOMPARE(alike.first().likeness, 1.0);
}

void TestRelationStore::failsWithoutTheLetter()
{
    invented::Desk desk;
    const desk::LetterId none = desk::LetterId::create();
    const desk::LetterId letter = taken(desk->letters().add(invented::letter(QStringLiteral("one")))).id;
    QCOMPARE(desk->relations().setFollows(none, letter).error().kind, base::Error::Kind::NotFound);
    QCOMPARE(desk->relations().setFollows(letter, none).error().kind, base::Error::Kind::NotFound);
    QCOMPARE(desk->relations().alike(QStringLiteral("my cat"), none).error().kind, base::Error::Kind::NotFound);
    QVERIFY(!taken(desk->relations().earlier(none)));
    QVERIFY(taken(desk->relations().sequels(none)).isEmpty());
}

QTEST_GUILESS_MAIN(TestRelationStore)
#include "tst_relation_store.moc"
