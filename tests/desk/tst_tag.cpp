#include "desk/tag.h"

#include <QTest>

using desk::canHangBelow;
using desk::Tag;
using desk::TagId;
using desk::tagNames;

namespace {

TagId id(const char *name)
{
    return *name == '\0' ? TagId() : TagId::fromName(QLatin1String(name));
}

Tag tag(const char *name, const char *parent = "")
{
    Tag made;
    made.id = id(name);
    made.name = QLatin1String(name);
    made.parent = id(parent);
    return made;
}

// family > parents > mothers; money; work > office
QList<Tag> tree()
{
    return {tag("mothers", "parents"), tag("family"), tag("parents", "family"), tag("money"), tag("work"),
            tag("office", "work")};
}

} // namespace

class TestTag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLists_data();
    void readsLists();
    void hangs_data();
    void hangs();
    void endsInDamagedTrees();
};

void TestTag::readsLists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("separators alone") << QStringLiteral(" ,;\n,, ") << QStringList();
    QTest::newRow("one") << QStringLiteral("money") << QStringList{QStringLiteral("money")};
    QTest::newRow("mixed") << QStringLiteral("money, in-laws;work\r\nfamily")
                           << QStringList{QStringLiteral("money"), QStringLiteral("in-laws"), QStringLiteral("work"),
                                          QStringLiteral("family")};
    QTest::newRow("spaces") << QStringLiteral("  first \t love ,x")
                            << QStringList{QStringLiteral("first love"), QStringLiteral("x")};
    QTest::newRow("doubles") << QStringLiteral("Money, money,MONEY") << QStringList{QStringLiteral("Money")};
    QTest::newRow("doubles with accents") << QStringLiteral("Énfants, énfants, enfants")
                                          << QStringList{QStringLiteral("Énfants"), QStringLiteral("enfants")};
}

void TestTag::readsLists()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(tagNames(text), expected);
}

void TestTag::hangs_data()
{
    QTest::addColumn<TagId>("moved");
    QTest::addColumn<TagId>("parent");
    QTest::addColumn<bool>("expected");
    QTest::newRow("to the top") << id("mothers") << id("") << true;
    QTest::newRow("below the top") << id("money") << id("family") << true;
    QTest::newRow("third level") << id("money") << id("parents") << true;
    QTest::newRow("fourth level") << id("money") << id("mothers") << false;
    QTest::newRow("where it is") << id("parents") << id("family") << true;
    QTest::newRow("below itself") << id("money") << id("money") << false;
    QTest::newRow("below its child") << id("family") << id("parents") << false;
    QTest::newRow("below its grandchild") << id("family") << id("mothers") << false;
    QTest::newRow("with child to second level") << id("work") << id("money") << true;
    QTest::newRow("with child to third level") << id("work") << id("parents") << false;
    QTest::newRow("with grandchild to second level") << id("family") << id("money") << false;
    QTest::newRow("new at the top") << id("pets") << id("") << true;
    QTest::newRow("new at third level") << id("pets") << id("office") << true;
    QTest::newRow("new at fourth level") << id("pets") << id("mothers") << false;
    QTest::newRow("without a key yet") << id("") << id("parents") << true;
    QTest::newRow("without a key, fourth level") << id("") << id("mothers") << false;
}

void TestTag::hangs()
{
    QFETCH(TagId, moved);
    QFETCH(TagId, parent);
    QFETCH(bool, expected);
    QCOMPARE(canHangBelow(tree(), moved, parent), expected);
}

void TestTag::endsInDamagedTrees()
{
    const QList<Tag> circle{tag("a", "b"), tag("b", "c"), tag("c", "a"), tag("self", "self"), tag("fine")};
    QVERIFY(!canHangBelow(circle, id("fine"), id("a")));
    QVERIFY(!canHangBelow(circle, id("a"), id("fine")));
    QVERIFY(!canHangBelow(circle, id("self"), id("fine")));
    QVERIFY(!canHangBelow(circle, id("fine"), id("self")));
    QVERIFY(canHangBelow({tag("orphan", "gone")}, id("new"), id("orphan")));
}

QTEST_GUILESS_MAIN(TestTag)
#include "tst_tag.moc"
