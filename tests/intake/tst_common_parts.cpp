#include "intake/common_parts.h"

#include <QTest>

using intake::CommonParts;
using intake::CommonPartsCensus;

class TestCommonParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatMostPostsHave();
    void findsNothing_data();
    void findsNothing();
    void keepsTheUsualOrder();
    void survivesManyPosts();
};

void TestCommonParts::findsWhatMostPostsHave()
{
    CommonPartsCensus census;
    census.add(QStringLiteral("Hazel reads your letters.\n\nWrite to **her**.\n\nThis week: hedges."),
               QStringLiteral("Cut it.\n\n---\n\nHave a question?\\\nWrite to us."));
    census.add(QStringLiteral("Hazel reads\u00a0your  letters.\n\nWrite to\n**her**."),
               QStringLiteral("Let it grow.\n\nHave a question?  \nWrite to us.\n\nP.S."));
    census.add(QStringLiteral("A guest reads your letters.\n\nWrite to **her**.\n\nWrite to **her**."),
               QStringLiteral("Cut it.\n\nHave a question? Write to us."));
    census.add(QString(), QStringLiteral("Burn it."));
    census.add(QStringLiteral("Hazel reads your letters."), QStringLiteral("Sell it."));
    const CommonParts parts = census.result();
    QCOMPARE(parts.introduction, QStringLiteral("Hazel reads\u00a0your  letters.\n\nWrite to\n**her**."));
    QCOMPARE(parts.introductionPosts, 3);
    QCOMPARE(parts.callToAction, QStringLiteral("Have a question?  \nWrite to us."));
    QCOMPARE(parts.callPosts, 3);
}

void TestCommonParts::findsNothing_data()
{
    QTest::addColumn<QStringList>("posts");
    const QString call = QStringLiteral("Write to us.");
    QTest::newRow("no posts") << QStringList();
    QTest::newRow("one post") << QStringList{call};
    QTest::newRow("one of two") << QStringList{call, QStringLiteral("Bye.")};
    QTest::newRow("half") << QStringList{call, call, QStringLiteral("Bye."), QStringLiteral("So long.")};
    QTest::newRow("twice in one") << QStringList{QString(call + QStringLiteral("\n\n") + call), QStringLiteral("Bye."),
                                                 QStringLiteral("So long.")};
    QTest::newRow("rules") << QStringList{QStringLiteral("---"), QStringLiteral("---"), QStringLiteral("---")};
    QTest::newRow("empty") << QStringList{QString(), QString(), QString()};
    const QString far = QStringLiteral("\n\nBye.").repeated(30);
    QTest::newRow("far from the end") << QStringList{QString(call + far.chopped(1) + u'a'),
                                                     QString(call + far.chopped(1))};
}

void TestCommonParts::findsNothing()
{
    QFETCH(QStringList, posts);
    CommonPartsCensus census;
    for (const QString &post : posts)
        census.add(QString(), post);
    QVERIFY(!census.result().callToAction.contains(QStringLiteral("Write")));
    QVERIFY(!census.result().callToAction.contains(QStringLiteral("---")));
    QCOMPARE(census.result().introduction, QString());
    QCOMPARE(census.result().introductionPosts, 0);
}

void TestCommonParts::keepsTheUsualOrder()
{
    CommonPartsCensus census;
    for (int i = 0; i < 5; ++i) {
        const QString own = QStringLiteral("Post %1.").arg(i);
        census.add(u"One.\n\n" + (i == 0 ? own + u"\n\n" : QString()) + u"Two.\n\nThree.",
                   own + u"\n\nThree.\n\nTwo." + (i == 1 ? u"\n\n" + own : QString()) + u"\n\nOne.");
    }
    QCOMPARE(census.result().introduction, QStringLiteral("One.\n\nTwo.\n\nThree."));
    QCOMPARE(census.result().callToAction, QStringLiteral("Three.\n\nTwo.\n\nOne."));
    QCOMPARE(census.result().callPosts, 5);
}

// More paragraphs than are known at a time.
void TestCommonParts::survivesManyPosts()
{
    CommonPartsCensus census;
    constexpr int posts = 3000;
    for (int i = 0; i < posts; ++i) {
        const QString own = QStringLiteral("Post %1, first.\n\nPost %1, second.\n\nPost %1, third.").arg(i);
        census.add(own + u"\n\nHazel reads your letters.",
                   own + (i % 3 == 0 ? QString() : QStringLiteral("\n\nWrite.")));
    }
    const CommonParts parts = census.result();
    QCOMPARE(parts.introduction, QStringLiteral("Hazel reads your letters."));
    QCOMPARE(parts.introductionPosts, posts);
    QCOMPARE(parts.callToAction, QStringLiteral("Write."));
    QCOMPARE(parts.callPosts, posts / 3 * 2);
}

QTEST_APPLESS_MAIN(TestCommonParts)
#include "tst_common_parts.moc"
