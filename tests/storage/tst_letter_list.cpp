// Lists of letters: pages, orders, stages, tags, counters and full-text search.
#include "invented.h"

#include <QTest>

#include <algorithm>

using namespace invented;
using desk::LetterStage;
using storage::LetterOrder;
using storage::LetterQuery;

class TestLetterList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void pagesFiveThousand();
    void pagesByStage();
    void orders();
    void countsUpTo();
    void filtersByTagAndBelow();
    void finds_data();
    void finds();
    void findsEditedTexts();
    void findsWithinStageAndTag();
    void survivesHostileSearch_data();
    void survivesHostileSearch();

private:
    static QList<qint64> numbers(storage::DeskFile &desk, const LetterQuery &query);

    std::unique_ptr<Desk> m_searched; // for tests that only search
    std::unique_ptr<Desk> m_filled;   // for tests that only page through it
};

namespace {

// 5,000 letters, a third of them shortlisted, in no order of time.
void fill(Desk &desk)
{
    storage::Transaction transaction(*desk);
    for (int at = 0; at < 5000; ++at) {
        desk::Letter each = letter(QString::number(at), QStringLiteral("Word ").repeated(1 + at % 50));
        each.received = moment(1 + (at * 37) % 5000);
        each.stage = at % 3 == 0 ? LetterStage::Shortlisted : LetterStage::New;
        taken(desk->letters().add(each));
    }
    taken(transaction.commit());
}

} // namespace

void TestLetterList::initTestCase()
{
    m_searched = std::make_unique<Desk>();
    desk::Letter one = letter(QStringLiteral("one"), QStringLiteral("My cat sulks."));
    one.subject = QStringLiteral("The garden");
    desk::Letter two = letter(QStringLiteral("two"), QStringLiteral("My fiancé is jealous and I don't know why."));
    desk::Letter three = letter(QStringLiteral("three"), QStringLiteral("At the café, at 2 o’clock"));
    three.signature = QStringLiteral("Sleepless");
    for (const desk::Letter &each : {one, two, three})
        taken((*m_searched)->letters().add(each));
    m_filled = std::make_unique<Desk>();
    fill(*m_filled);
}

void TestLetterList::cleanupTestCase()
{
    m_searched.reset();
    m_filled.reset();
}

QList<qint64> TestLetterList::numbers(storage::DeskFile &desk, const LetterQuery &query)
{
    QList<qint64> numbers;
    for (const desk::LetterRow &row : taken(desk.letters().rows(query)))
        numbers.append(row.number);
    return numbers;
}

void TestLetterList::pagesFiveThousand()
{
    Desk &desk = *m_filled;
    LetterQuery query;
    QList<qint64> all;
    QDateTime last = moment(10000);
    for (query.offset = 0; query.offset < 5100; query.offset += query.limit) {
        for (const desk::LetterRow &row : taken(desk->letters().rows(query))) {
            QVERIFY(row.received <= last);
            last = row.received;
            all.append(row.number);
        }
    }
    QCOMPARE(all.size(), 5000);
    std::ranges::sort(all);
    for (int at = 0; at < 5000; ++at)
        QCOMPARE(all.at(at), at + 1);
    query.offset = 5000;
    QVERIFY(taken(desk->letters().rows(query)).isEmpty());
    query.limit = 0;
    query.offset = 0;
    QVERIFY(taken(desk->letters().rows(query)).isEmpty());
}

void TestLetterList::pagesByStage()
{
    Desk &desk = *m_filled;
    LetterQuery query;
    query.stage = LetterStage::Shortlisted;
    query.limit = 1000;
    QCOMPARE(taken(desk->letters().rows(query)).size(), 1000);
    query.offset = 1000;
    const auto rest = taken(desk->letters().rows(query));
    QCOMPARE(rest.size(), 667);
    for (const desk::LetterRow &row : rest)
        QCOMPARE(row.stage, LetterStage::Shortlisted);
    QCOMPARE(taken(desk->letters().stageCounts()).value(LetterStage::Shortlisted).total, 1667);
    query.stage = LetterStage::Held;
    QVERIFY(taken(desk->letters().rows(query)).isEmpty());
}

void TestLetterList::orders()
{
    Desk desk;
    const QStringList texts{QStringLiteral("a b c"), QStringLiteral("a"), QStringLiteral("a b c d"),
                            QStringLiteral("a b")};
    const QList<int> days{2, 1, 4, 4};
    for (int at = 0; at < texts.size(); ++at) {
        desk::Letter each = letter(QString::number(at), texts.at(at));
        each.received = moment(days.at(at));
        taken(desk->letters().add(each));
    }
    LetterQuery query;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{4, 3, 1, 2}));
    query.order = LetterOrder::Oldest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{2, 1, 3, 4}));
    query.order = LetterOrder::Longest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3, 1, 4, 2}));
    query.order = LetterOrder::Shortest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{2, 4, 1, 3}));

    // With a search the order of time is that of arrival.
    query.search = QStringLiteral("a");
    QCOMPARE(numbers(*desk, query), (QList<qint64>{2, 4, 1, 3}));
    query.order = LetterOrder::Longest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3, 1, 4, 2}));
    query.order = LetterOrder::Newest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{4, 3, 2, 1}));
    query.order = LetterOrder::Oldest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{1, 2, 3, 4}));
    query.limit = 2;
    query.offset = 1;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{2, 3}));
}

void TestLetterList::countsUpTo()
{
    Desk &desk = *m_filled;
    LetterQuery query;
    QCOMPARE(taken(desk->letters().count(query, 10000)), 5000);
    QCOMPARE(taken(desk->letters().count(query, 1000)), 1000);
    query.stage = LetterStage::Shortlisted;
    QCOMPARE(taken(desk->letters().count(query, 10000)), 1667);
    query.search = QStringLiteral("word");
    QCOMPARE(taken(desk->letters().count(query, 10000)), 1667);
    QCOMPARE(taken(desk->letters().count(query, 1000)), 1000);
    query.order = LetterOrder::Longest;
    QCOMPARE(taken(desk->letters().count(query, 10000)), 1667);
    query.search = QStringLiteral("nowhere");
    QCOMPARE(taken(desk->letters().count(query, 1000)), 0);
    query.stage = LetterStage::Held;
    query.search.clear();
    QCOMPARE(taken(desk->letters().count(query, 1000)), 0);
}

void TestLetterList::filtersByTagAndBelow()
{
    Desk desk;
    const desk::TagId family = taken(desk->tags().add(tag(QStringLiteral("Family")))).id;
    const desk::TagId sisters = taken(desk->tags().add(tag(QStringLiteral("Sisters"), family))).id;
    const desk::TagId money = taken(desk->tags().add(tag(QStringLiteral("Money")))).id;
    const QList<QList<desk::TagId>> tags{{family}, {sisters}, {family, sisters}, {money}, {}};
    for (int at = 0; at < tags.size(); ++at) {
        desk::Letter each = letter(QString::number(at));
        each.tags = tags.at(at);
        taken(desk->letters().add(each));
    }
    LetterQuery query;
    query.tag = family;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3, 2, 1}));
    QCOMPARE(taken(desk->letters().count(query, 100)), 3);
    query.tag = sisters;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3, 2}));
    query.tag = desk::TagId::create();
    QCOMPARE(numbers(*desk, query), QList<qint64>());
}

void TestLetterList::finds_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QList<qint64>>("expected");

    QTest::newRow("a word") << QStringLiteral("sulks") << QList<qint64>{1};
    QTest::newRow("a beginning") << QStringLiteral("jeal") << QList<qint64>{2};
    QTest::newRow("one letter") << QStringLiteral("j") << QList<qint64>{2};
    QTest::newRow("case") << QStringLiteral("SULKS") << QList<qint64>{1};
    QTest::newRow("no accents") << QStringLiteral("cafe") << QList<qint64>{3};
    QTest::newRow("accents") << QStringLiteral("café") << QList<qint64>{3};
    QTest::newRow("all words") << QStringLiteral("fiance jealous") << QList<qint64>{2};
    QTest::newRow("not together") << QStringLiteral("sulks jealous") << QList<qint64>();
    QTest::newRow("subject and text") << QStringLiteral("garden sulks") << QList<qint64>{1};
    QTest::newRow("signature") << QStringLiteral("sleepless") << QList<qint64>{3};
    QTest::newRow("place") << QStringLiteral("porthleven") << (QList<qint64>{3, 2, 1});
    QTest::newRow("apostrophe") << QStringLiteral("don't") << QList<qint64>{2};
    QTest::newRow("typographic apostrophe") << QStringLiteral("don’t") << QList<qint64>{2};
    QTest::newRow("a number alone") << QStringLiteral("2") << (QList<qint64>{3, 2});
    QTest::newRow("a number sign") << QStringLiteral("#1") << QList<qint64>{1};
    QTest::newRow("middle of a word") << QStringLiteral("ulks") << QList<qint64>();
}

void TestLetterList::finds()
{
    QFETCH(QString, search);
    QFETCH(QList<qint64>, expected);
    Desk &desk = *m_searched;
    LetterQuery query;
    query.search = search;
    QCOMPARE(numbers(*desk, query), expected);
    QCOMPARE(taken(desk->letters().count(query, 100)), expected.size());
    std::ranges::reverse(expected);
    query.order = LetterOrder::Oldest;
    QCOMPARE(numbers(*desk, query), expected);
    query.order = LetterOrder::Longest;
    QCOMPARE(numbers(*desk, query).size(), expected.size());
}

void TestLetterList::findsEditedTexts()
{
    Desk desk;
    desk::Letter edited = taken(desk->letters().add(letter(QStringLiteral("one"), QStringLiteral("My boss Ebenezer"))));
    edited.edited = QStringLiteral("My supervisor");
    edited.version = taken(desk->letters().save(edited));
    LetterQuery query;
    query.search = QStringLiteral("supervisor");
    QCOMPARE(numbers(*desk, query).size(), 1);
    query.search = QStringLiteral("ebenezer"); // the original stays findable
    QCOMPARE(numbers(*desk, query).size(), 1);
    edited.edited = QStringLiteral("My manager");
    taken(desk->letters().save(edited));
    query.search = QStringLiteral("supervisor");
    QCOMPARE(numbers(*desk, query).size(), 0);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestLetterList::findsWithinStageAndTag()
{
    Desk desk;
    const desk::TagId cats = taken(desk->tags().add(tag(QStringLiteral("Cats")))).id;
    for (int at = 0; at < 6; ++at) {
        desk::Letter each = letter(QString::number(at), QStringLiteral("The cat number ") + QString::number(at));
        each.stage = at % 2 == 0 ? LetterStage::New : LetterStage::Declined;
        if (at < 4)
            each.tags = {cats};
        taken(desk->letters().add(each));
    }
    LetterQuery query;
    query.search = QStringLiteral("cat");
    query.stage = LetterStage::New;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{5, 3, 1}));
    query.tag = cats;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3, 1}));
    QCOMPARE(taken(desk->letters().count(query, 100)), 2);
    query.order = LetterOrder::Shortest;
    QCOMPARE(numbers(*desk, query), (QList<qint64>{1, 3}));
    query.search = QStringLiteral("3"); // number 3, and "number 3" of letter 4, which is declined
    QCOMPARE(numbers(*desk, query), (QList<qint64>{3}));
}

void TestLetterList::survivesHostileSearch_data()
{
    QTest::addColumn<QString>("search");
    const QStringList hostile{QStringLiteral("\""),
                              QStringLiteral("\"\"\""),
                              QStringLiteral("cat\" OR \"1"),
                              QStringLiteral("cat -dog"),
                              QStringLiteral("cat OR"),
                              QStringLiteral("NEAR(cat dog, 2)"),
                              QStringLiteral("NOT"),
                              QStringLiteral("AND AND AND"),
                              QStringLiteral("subject:cat"),
                              QStringLiteral("{subject original}: cat"),
                              QStringLiteral("^cat"),
                              QStringLiteral("cat*"),
                              QStringLiteral("*"),
                              QStringLiteral("(((((("),
                              QStringLiteral("cat + + dog"),
                              QStringLiteral("'; DROP TABLE letters; --"),
                              QStringLiteral("🙂"),
                              QStringLiteral("cat🙂dog"),
                              QStringLiteral("\u0301\u0301"),
                              QStringLiteral("a\u0301"),
                              QStringLiteral("\U0001E900\U0001E901"), // letters that SQLite's tokenizer may not know
                              QStringLiteral("日本語"),
                              QStringLiteral("ﷺ ½ ²"),
                              QString(QChar(u'\0')),
                              QStringLiteral("cat") + QChar(u'\0') + QStringLiteral("\" OR x"),
                              QStringLiteral("cat") + QChar(0xD83D),
                              QChar(0xDE00) + QStringLiteral("cat"),
                              QStringLiteral("\u202Ecat"),
                              QStringLiteral("\\\\"),
                              QStringLiteral("%_?1:x@y$z"),
                              QStringLiteral("a ").repeated(5000),
                              QStringLiteral("x").repeated(200000),
                              QStringLiteral("a-").repeated(5000)};
    for (qsizetype at = 0; at < hostile.size(); ++at)
        QTest::addRow("hostile %d", int(at)) << hostile.at(at);
}

void TestLetterList::survivesHostileSearch()
{
    QFETCH(QString, search);
    Desk &desk = *m_searched;
    for (const LetterOrder order : {LetterOrder::Newest, LetterOrder::Longest}) {
        LetterQuery query;
        query.search = search;
        query.order = order;
        const auto rows = desk->letters().rows(query);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(taken(desk->letters().count(query, 100)), rows->size());
    }
    storage::ArticleQuery articles;
    articles.search = search;
    QVERIFY(taken(desk->articles().rows(articles)).isEmpty());
    QCOMPARE(taken(desk->letters().count({}, 10)), 3);
}

QTEST_GUILESS_MAIN(TestLetterList)
#include "tst_letter_list.moc"
