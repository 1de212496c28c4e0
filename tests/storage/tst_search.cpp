// What a person types becomes quoted words, whatever it is.
#include "storage/search.h"

#include <QTest>

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTerms_data();
    void makesTerms();
    void limitsTerms();
    void readsNumbers();
};

void TestSearch::makesTerms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("terms");

    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("white space") << QStringLiteral(" \t\n ") << QStringList();
    QTest::newRow("words") << QStringLiteral(" my  sister ")
                           << QStringList{QStringLiteral("\"my\"*"), QStringLiteral("\"sister\"*")};
    QTest::newRow("operators") << QStringLiteral("NEAR OR")
                               << QStringList{QStringLiteral("\"NEAR\"*"), QStringLiteral("\"OR\"*")};
    QTest::newRow("marks alone") << QStringLiteral("- * ( ) ^ : \" '' … 🙂") << QStringList();
    QTest::newRow("quotes") << QStringLiteral("\"a\"b\"") << QStringList{QStringLiteral("\" a b \"*")};
    QTest::newRow("controls") << (QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"))
                              << QStringList{QStringLiteral("\"a b\"*")};
    QTest::newRow("broken surrogate") << (QStringLiteral("a") + QChar(0xD800))
                                      << QStringList{QStringLiteral("\"a \"*")};
}

void TestSearch::makesTerms()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, terms);
    QCOMPARE(storage::searchTerms(typed), terms);
    QCOMPARE(storage::searchExpression(typed), terms.join(QStringLiteral(" AND ")));
}

void TestSearch::limitsTerms()
{
    QCOMPARE(storage::searchTerms(QStringLiteral("word ").repeated(1000)).size(), 32);
    const QStringList terms = storage::searchTerms(QString(100000, QLatin1Char('x')));
    QCOMPARE(terms.size(), 1);
    QVERIFY(terms.first().size() < 110);
}

void TestSearch::readsNumbers()
{
    QCOMPARE(storage::searchedNumber(QStringLiteral(" 1234 ")), std::optional<qint64>(1234));
    QCOMPARE(storage::searchedNumber(QStringLiteral("#7")), std::optional<qint64>(7));
    QVERIFY(!storage::searchedNumber(QStringLiteral("7 cats")));
    QVERIFY(!storage::searchedNumber(QStringLiteral("-7")));
    QVERIFY(!storage::searchedNumber(QStringLiteral("9").repeated(30)));
    QVERIFY(!storage::searchedNumber(QString()));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
