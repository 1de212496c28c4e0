#include "desk/id.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using desk::ArticleId;
using desk::LetterId;

static_assert(!std::is_convertible_v<LetterId, ArticleId>);
static_assert(!std::is_convertible_v<QUuid, LetterId>);

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAsNull();
    void isNewEachTime();
    void readsWhatItWrites();
    void readsNothingElse_data();
    void readsNothingElse();
    void isTheSameForTheSameName();
    void sorts();
};

void TestId::startsAsNull()
{
    QVERIFY(LetterId().isNull());
    QVERIFY(LetterId() == LetterId(QUuid()));
    QVERIFY(!LetterId::create().isNull());
}

void TestId::isNewEachTime()
{
    QSet<LetterId> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(LetterId::create());
    QCOMPARE(ids.size(), 1000);
}

void TestId::readsWhatItWrites()
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    const LetterId id = LetterId::create();
    QVERIFY(form.match(id.toString()).hasMatch());
    QVERIFY(LetterId::fromString(id.toString()) == id);
    QVERIFY(LetterId::fromString(id.toString().toUpper()) == id);
    QVERIFY(LetterId::fromString(QLatin1Char('{') + id.toString() + QLatin1Char('}')) == id);
}

void TestId::readsNothingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("number") << QStringLiteral("1234");
    QTest::newRow("too short") << QStringLiteral("3f2b6a1e-9c54-4d0b-8f6e-2a7d5c9b1e4");
    QTest::newRow("no hexadecimal") << QStringLiteral("3f2b6a1e-9c54-4d0b-8f6e-2a7d5c9b1e4g");
    QTest::newRow("SQL") << QStringLiteral("' OR 1=1 --");
}

void TestId::readsNothingElse()
{
    QFETCH(QString, text);
    QVERIFY(LetterId::fromString(text).isNull());
}

void TestId::isTheSameForTheSameName()
{
    QVERIFY(LetterId::fromName(QStringLiteral("a")) == LetterId::fromName(QStringLiteral("a")));
    QVERIFY(LetterId::fromName(QStringLiteral("a")) != LetterId::fromName(QStringLiteral("b")));
    QCOMPARE(LetterId::fromName(QStringLiteral("a")).toString().at(14), QLatin1Char('5'));
    QCOMPARE(LetterId::fromName(QStringLiteral("a")).toString(), ArticleId::fromName(QStringLiteral("a")).toString());
}

void TestId::sorts()
{
    const LetterId a = LetterId::fromString(QStringLiteral("00000000-0000-0000-0000-000000000001"));
    const LetterId b = LetterId::fromString(QStringLiteral("00000000-0000-0000-0000-000000000002"));
    QVERIFY(a < b);
    QVERIFY(!(b < a) && !(a < a));
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
