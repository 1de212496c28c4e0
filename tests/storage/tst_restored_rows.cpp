// What an archive needs of the stores: walking through everything page by page, and putting it onto another desk as it
// was.
#include "invented.h"
#include "storage/intake_store.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::TextKind;

class TestRestoredRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksThroughLetters();
    void keepsNumbersOfLetters();
    void neverLowersTheHighestNumber();
    void walksThroughArticles();
    void restoresArticles();
    void walksThroughCorrespondents();
    void walksThroughTextsWithAHistory();
    void listsAssets();
    void givesReferences();
    void digestsDoNotDependOnTheOrderOfTags();
};

void TestRestoredRows::walksThroughLetters()
{
    Desk desk;
    QCOMPARE(taken(desk->letters().page(0, 10)).size(), 0);
    QList<desk::LetterId> ids;
    for (const char *name : {"b", "a", "c"})
        ids.append(taken(desk->letters().add(letter(QString::fromLatin1(name)))).id);
    QCOMPARE(taken(desk->letters().page(0, 2)), ids.first(2));
    QCOMPARE(taken(desk->letters().page(2, 2)), ids.sliced(2));
    QCOMPARE(taken(desk->letters().page(3, 2)).size(), 0);
}

void TestRestoredRows::keepsNumbersOfLetters()
{
    Desk desk;
    desk::Letter numbered = letter(QStringLiteral("seventh"));
    numbered.number = 7;
    QCOMPARE(taken(desk->letters().add(numbered)).number, 7);
    QCOMPARE(taken(desk->letters().idOfNumber(7)), numbered.id);
    QCOMPARE(taken(desk->letters().add(letter(QStringLiteral("next")))).number, 8);
    desk::Letter same = letter(QStringLiteral("same"));
    same.number = 7;
    QCOMPARE(desk->letters().add(same).error().kind, Error::Kind::Unusable);
    desk::Letter earlier = letter(QStringLiteral("earlier"));
    earlier.number = 3;
    QCOMPARE(taken(desk->letters().add(earlier)).number, 3);
    QCOMPARE(taken(desk->letters().add(letter(QStringLiteral("after all")))).number, 9);
}

void TestRestoredRows::neverLowersTheHighestNumber()
{
    Desk desk;
    QCOMPARE(taken(desk->letters().highestNumber()), 0);
    taken(desk->letters().raiseHighestNumber(40));
    QCOMPARE(taken(desk->letters().highestNumber()), 40);
    QCOMPARE(taken(desk->letters().add(letter(QStringLiteral("a")))).number, 41);
    taken(desk->letters().raiseHighestNumber(12));
    QCOMPARE(taken(desk->letters().highestNumber()), 41);
    taken(desk->letters().raiseHighestNumber(50));
    QCOMPARE(taken(desk->letters().add(letter(QStringLiteral("b")))).number, 51);
}

void TestRestoredRows::walksThroughArticles()
{
    Desk desk;
    QList<desk::ArticleId> ids;
    for (const char *name : {"b", "a", "c"})
        ids.append(taken(desk->articles().add(article(QString::fromLatin1(name)))).id);
    QCOMPARE(taken(desk->articles().page({}, 2)), ids.first(2));
    QCOMPARE(taken(desk->articles().page(ids.at(1), 2)), ids.sliced(2));
    QCOMPARE(taken(desk->articles().page(ids.at(2), 2)).size(), 0);
}

void TestRestoredRows::restoresArticles()
{
    Desk desk;
    const desk::Letter written = taken(desk->letters().add(letter(QStringLiteral("a"))));
    storage::StoredArticle stored{article(QStringLiteral("a")), 30, moment(1), moment(2)};
    stored.article.stage = desk::ArticleStage::Withdrawn;
    stored.article.publishOn = moment(3);
    stored.article.published = moment(4);
    stored.article.answers = {answer(QStringLiteral("a"), written.id)};
    taken(desk->articles().restore(stored));
    desk.reopen();
    const storage::StoredArticle read = taken(desk->articles().stored(stored.article.id));
    QCOMPARE(read.number, 30);
    QCOMPARE(read.created, moment(1));
    QCOMPARE(read.modified, moment(2));
    QCOMPARE(read.article.published, moment(4));
    QCOMPARE(read.article.answers.size(), 1);
    QCOMPARE(read.article.version, 1);
    QCOMPARE(taken(desk->articles().rows({})).first().modified, moment(2));

    storage::StoredArticle same{article(QStringLiteral("b")), 30, moment(1), moment(1)};
    QCOMPARE(desk->articles().restore(same).error().kind, Error::Kind::Unusable);
    same.number = 0;
    taken(desk->articles().restore(same));
    QCOMPARE(taken(desk->articles().stored(same.article.id)).number, 31);
    QCOMPARE(desk->articles().stored(desk::ArticleId::create()).error().kind, Error::Kind::NotFound);
}

void TestRestoredRows::walksThroughCorrespondents()
{
    Desk desk;
    QList<desk::CorrespondentId> ids;
    for (const char *name : {"b", "a", "c"}) {
        ids.append(desk::CorrespondentId::fromName(QString::fromLatin1(name)));
        taken(desk->correspondents().add({ids.last(), QStringLiteral("plain"), "identity", "message"}));
    }
    QCOMPARE(taken(desk->correspondents().page({}, 2)), ids.first(2));
    QCOMPARE(taken(desk->correspondents().page(ids.at(1), 2)), ids.sliced(2));
}

void TestRestoredRows::walksThroughTextsWithAHistory()
{
    Desk desk;
    QList<QUuid> owners;
    for (int number = 0; number < 6; ++number)
        owners.append(QUuid::createUuid());
    const auto revise = [&desk](const QUuid &owner, TextKind kind) {
        for (const char *text : {"a", "b"})
            taken(desk->revisions().keep(
                {desk::RevisionId::create(), kind, owner, QString::fromLatin1(text), {}, moment(1)}));
    };
    const auto remark = [&desk](const QUuid &owner, TextKind kind) {
        taken(desk->revisions().addRemark(
            {desk::RemarkId::create(), kind, owner, {}, QStringLiteral("x"), {}, moment(1)}));
    };
    for (const QUuid &owner : owners.first(4))
        revise(owner, TextKind::Answer);
    for (const QUuid &owner : owners.sliced(2))
        remark(owner, TextKind::Answer);
    revise(owners.first(), TextKind::EditedLetter);
    QStringList found;
    std::optional<storage::TextKey> last;
    for (;;) {
        const auto page = taken(desk->revisions().page(last, 2));
        if (page.isEmpty())
            break;
        QVERIFY(page.size() <= 2);
        for (const storage::TextKey &text : page)
            found.append(text.owner.toString() + QString::number(static_cast<int>(text.kind)));
        last = page.last();
    }
    QStringList expected{owners.first().toString() + QString::number(static_cast<int>(TextKind::EditedLetter))};
    for (const QUuid &owner : owners)
        expected.append(owner.toString() + QString::number(static_cast<int>(TextKind::Answer)));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestRestoredRows::listsAssets()
{
    Desk desk;
    QList<desk::AssetId> ids;
    for (const char *name : {"b", "a"}) {
        ids.append(desk::AssetId::fromName(QString::fromLatin1(name)));
        taken(desk->assets().add({ids.last(), QString::fromLatin1(name), QStringLiteral("image/png"), "png"}));
    }
    QCOMPARE(taken(desk->assets().ids()), ids);
}

void TestRestoredRows::givesReferences()
{
    Desk desk;
    const desk::LetterId id = taken(desk->letters().add(letter(QStringLiteral("a")))).id;
    QCOMPARE(taken(desk->intake().references(id)), QStringList());
    const QStringList keys{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b")};
    taken(desk->intake().addReferences(id, keys));
    QCOMPARE(taken(desk->intake().references(id)), keys);
}

// Two files of one desk give one site, in whichever order their tags were made.
void TestRestoredRows::digestsDoNotDependOnTheOrderOfTags()
{
    QByteArrayList digests;
    for (const bool turned : {false, true}) {
        Desk desk;
        QList<desk::Tag> tags{tag(QStringLiteral("Hedges")), tag(QStringLiteral("Ditches"))};
        if (turned)
            std::swap(tags[0], tags[1]);
        for (const desk::Tag &each : std::as_const(tags))
            taken(desk->tags().add(each));
        desk::Article tagged = article(QStringLiteral("a"));
        tagged.tags = {tags.at(0).id, tags.at(1).id};
        taken(desk->articles().add(tagged));
        digests.append(taken(desk->articles().heads(desk::ArticleStage::Draft)).first().digest);
    }
    QCOMPARE(digests.at(0), digests.at(1));
}

QTEST_GUILESS_MAIN(TestRestoredRows)
#include "tst_restored_rows.moc"
