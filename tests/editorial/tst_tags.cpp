#include "desk_fixture.h"

#include "editorial/tags.h"

#include <algorithm>

namespace {

const desk::Tag *named(const editorial::TagTree &tree, const QString &name)
{
    const auto found = std::ranges::find(tree.tags, name, &desk::Tag::name);
    return found == tree.tags.end() ? nullptr : &*found;
}

// All that a tag room shows, as text: to compare states of the tree.
QStringList picture(editorial::Desk &desk)
{
    const auto tree = editorial::tags(desk);
    QStringList lines;
    if (!tree)
        return lines;
    for (const desk::Tag &tag : tree->tags) {
        const desk::TagCounts counts = tree->counts.value(tag.id);
        QStringList synonyms = tag.synonyms;
        synonyms.sort();
        lines.append(
            QStringLiteral("%1|%2|%3|%4|%5|%6/%7")
                .arg(tag.name, tag.slug, tag.parent.toString(), tag.description, synonyms.join(QLatin1Char(';')))
                .arg(counts.letters)
                .arg(counts.articles));
    }
    return lines;
}

} // namespace

class TestTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyChangeCanBeTakenBack_data();
    void everyChangeCanBeTakenBack();
    void aMergeMovesEverything();
    void refusesWhatCannotBe();
    void namesAndSynonymsFindTheSameTag();

private:
    desk::TagId tag(const QString &name);

    std::unique_ptr<DeskFixture> m_fixture;
};

// family > in-laws, money; two letters and an article that carry some of them.
void TestTags::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    editorial::Desk &desk = *m_fixture->desk;
    DO(editorial::addTag(desk, QStringLiteral("family"), {}));
    DO(editorial::addTag(desk, QStringLiteral("in-laws"), tag(QStringLiteral("family"))));
    DO(editorial::addTag(desk, QStringLiteral("money"), {}));
    DO(editorial::describeTag(desk, tag(QStringLiteral("family")), QStringLiteral("Those you did not choose."),
                              {QStringLiteral("relatives")}));
    const auto first = m_fixture->letter("One", "Text one.");
    const auto second = m_fixture->letter("Two", "Text two.");
    DO(editorial::tagLetters(desk, {first, second}, {QStringLiteral("family")}, {}));
    DO(editorial::tagLetters(desk, {second}, {QStringLiteral("money")}, {}));
    const auto article = m_fixture->article("Three", QStringLiteral("Answer."));
    DO(editorial::tagArticles(desk, {article}, {QStringLiteral("family"), QStringLiteral("in-laws")}, {}));
}

desk::TagId TestTags::tag(const QString &name)
{
    const auto found = editorial::tagNamed(*m_fixture->desk, name);
    return found ? found->id : desk::TagId();
}

void TestTags::everyChangeCanBeTakenBack_data()
{
    using Do = std::function<base::Result<editorial::Change>(editorial::Desk &)>;
    QTest::addColumn<Do>("change");
    const auto id = [this](const char *name) {
        return tag(QLatin1String(name));
    };
    QTest::newRow("add") << Do([](auto &desk) { return editorial::addTag(desk, QStringLiteral("work"), {}); });
    QTest::newRow("rename") << Do(
        [id](auto &desk) { return editorial::renameTag(desk, id("family"), QStringLiteral("kin")); });
    QTest::newRow("merge") << Do([id](auto &desk) { return editorial::mergeTags(desk, id("family"), id("money")); });
    QTest::newRow("merge a leaf") << Do(
        [id](auto &desk) { return editorial::mergeTags(desk, id("in-laws"), id("family")); });
    QTest::newRow("move") << Do([id](auto &desk) { return editorial::moveTag(desk, id("in-laws"), id("money")); });
    QTest::newRow("describe") << Do([id](auto &desk) {
        return editorial::describeTag(desk, id("family"), QStringLiteral("New."), {QStringLiteral("kin")});
    });
    QTest::newRow("delete") << Do([id](auto &desk) { return editorial::deleteTag(desk, id("family")); });
}

void TestTags::everyChangeCanBeTakenBack()
{
    using Do = std::function<base::Result<editorial::Change>(editorial::Desk &)>;
    QFETCH(Do, change);
    editorial::Desk &desk = *m_fixture->desk;
    const QStringList before = picture(desk);
    TAKE(done, change(desk));
    const QStringList after = picture(desk);
    QVERIFY(after != before);
    for (int round = 0; round < 2; ++round) {
        DO(done.undo(desk));
        QCOMPARE(picture(desk), before);
        DO(done.redo(desk));
        QCOMPARE(picture(desk), after);
    }
}

void TestTags::aMergeMovesEverything()
{
    editorial::Desk &desk = *m_fixture->desk;
    DO(editorial::mergeTags(desk, tag(QStringLiteral("family")), tag(QStringLiteral("money"))));
    TAKE(tree, editorial::tags(desk));
    QVERIFY(!named(tree, QStringLiteral("family")));
    const desk::Tag *money = named(tree, QStringLiteral("money"));
    QVERIFY(money);
    QCOMPARE(tree.counts.value(money->id).letters, 2);
    QCOMPARE(tree.counts.value(money->id).articles, 1);
    QVERIFY(money->synonyms.contains(QStringLiteral("family")));
    QVERIFY(money->synonyms.contains(QStringLiteral("relatives")));
    QCOMPARE(named(tree, QStringLiteral("in-laws"))->parent, money->id);
}

void TestTags::refusesWhatCannotBe()
{
    editorial::Desk &desk = *m_fixture->desk;
    const QStringList before = picture(desk);
    QVERIFY(!editorial::addTag(desk, QStringLiteral("Family"), {}));
    QVERIFY(!editorial::addTag(desk, QStringLiteral(" "), {}));
    QVERIFY(!editorial::addTag(desk, QStringLiteral("a, b"), {}));
    QVERIFY(!editorial::renameTag(desk, tag(QStringLiteral("money")), QStringLiteral("Relatives")));
    QVERIFY(!editorial::moveTag(desk, tag(QStringLiteral("family")), tag(QStringLiteral("in-laws"))));
    QVERIFY(!editorial::mergeTags(desk, tag(QStringLiteral("family")), tag(QStringLiteral("family"))));
    QVERIFY(!editorial::mergeTags(desk, tag(QStringLiteral("family")), tag(QStringLiteral("in-laws"))));
    QVERIFY(!editorial::deleteTag(desk, desk::TagId::create()));
    QCOMPARE(picture(desk), before);
}

void TestTags::namesAndSynonymsFindTheSameTag()
{
    editorial::Desk &desk = *m_fixture->desk;
    TAKE(ids,
         editorial::tagsNamed(desk, {QStringLiteral("FAMILY"), QStringLiteral("relatives"), QStringLiteral("pets")}));
    QCOMPARE(ids.size(), 3);
    QCOMPARE(ids.at(0), ids.at(1));
    QCOMPARE(tag(QStringLiteral("pets")), ids.at(2));
}

QTEST_GUILESS_MAIN(TestTags)
#include "tst_tags.moc"
