// ArticleStore: articles with their answers, lists, heads and their digests.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;
using desk::ArticleStage;
using storage::ArticleQuery;

class TestArticleStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAdded();
    void slugsAreUnique();
    void oneAnswerForEachLetter();
    void refusesStaleSaves();
    void ordersAnswers();
    void listsAndCounts();
    void finds();
    void findsABatchAsItIsAtItsCommit();
    void headsInOrder();
    void digestsFollowEveryChange();
    void givesWhatIsPrinted();
    void knowsWhatMentionsAWord();

private:
    static QStringList titles(storage::DeskFile &desk, const ArticleQuery &query);
};

QStringList TestArticleStore::titles(storage::DeskFile &desk, const ArticleQuery &query)
{
    QStringList titles;
    for (const desk::ArticleRow &row : taken(desk.articles().rows(query)))
        titles.append(row.title);
    return titles;
}

void TestArticleStore::givesBackWhatWasAdded()
{
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    const desk::LetterId two = taken(desk->letters().add(letter(QStringLiteral("two")))).id;
    const desk::TagId cats = taken(desk->tags().add(tag(QStringLiteral("Cats")))).id;
    desk::Author author{desk::AuthorId::create(), QStringLiteral("Hazel"), {}, {}, {}, 0};
    taken(desk->masthead().saveAuthor(author));

    desk::Article full = article(QStringLiteral("cats"));
    full.path = QStringLiteral("2019/03/cats/");
    full.stage = ArticleStage::Approved;
    full.publishOn = moment(3);
    full.published = moment(4);
    full.summary = QStringLiteral("A cat sulks.");
    full.author = author.id;
    full.answers = {answer(QStringLiteral("one"), one), answer(QStringLiteral("two"), two, QStringLiteral("Wait."))};
    full.tags = {cats};
    QCOMPARE(taken(desk->articles().add(full)).answers.last().version, 1);

    desk.reopen();
    const desk::Article read = taken(desk->articles().article(full.id));
    QCOMPARE(read.title, full.title);
    QCOMPARE(read.slug, full.slug);
    QCOMPARE(read.path, full.path);
    QCOMPARE(read.stage, full.stage);
    QCOMPARE(read.publishOn, full.publishOn);
    QCOMPARE(read.published, full.published);
    QCOMPARE(read.summary, full.summary);
    QVERIFY(read.author == author.id);
    QVERIFY(read.tags == QList{cats});
    QCOMPARE(read.version, 1);
    QCOMPARE(read.answers.size(), 2);
    QVERIFY(read.answers.first().letter == one);
    QCOMPARE(read.answers.last().text, QStringLiteral("Wait."));
    QVERIFY(taken(desk->articles().answering(two)) == full.id);
    QVERIFY(taken(desk->articles().withSlug(QStringLiteral("ON-Cats"))) == full.id);
    QVERIFY(!taken(desk->articles().withSlug(QStringLiteral("dogs"))));
    QVERIFY(!taken(desk->articles().withSlug(QString())));
    QCOMPARE(desk->articles().article(desk::ArticleId::create()).error().kind, Error::Kind::NotFound);

    const desk::ArticleRow row = taken(desk->articles().rows({})).first();
    QCOMPARE(row.words, 5);
    QCOMPARE(row.excerpt, QStringLiteral("Talk to *him* first."));
    QVERIFY((row.letters == QList{one, two}));
    QVERIFY(row.tags == QList{cats});
    QVERIFY(row.modified.isValid());
}

void TestArticleStore::slugsAreUnique()
{
    Desk desk;
    taken(desk->articles().add(article(QStringLiteral("cats"))));
    desk::Article same = article(QStringLiteral("dogs"));
    same.slug = QStringLiteral("On-CATS");
    QCOMPARE(desk->articles().add(same).error().kind, Error::Kind::Unusable);
    QVERIFY(desk->articles().add(same).error().message.contains(QStringLiteral("On-CATS")));
    same.slug = QStringLiteral("on-dogs");
    same = taken(desk->articles().add(same));
    same.slug = QStringLiteral("on-cats");
    QCOMPARE(desk->articles().save(same).error().kind, Error::Kind::Unusable);
    QCOMPARE(taken(desk->articles().article(same.id)).slug, QStringLiteral("on-dogs"));

    desk::Article bare = article(QStringLiteral("one without"));
    bare.slug = QString();
    taken(desk->articles().add(bare));
    bare.id = desk::ArticleId::create();
    taken(desk->articles().add(bare));
}

void TestArticleStore::oneAnswerForEachLetter()
{
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    const desk::ArticleId cats = taken(desk->articles().add(article(QStringLiteral("cats")))).id;
    const desk::ArticleId dogs = taken(desk->articles().add(article(QStringLiteral("dogs")))).id;
    QVERIFY(!taken(desk->articles().answering(one)));
    QCOMPARE(taken(desk->articles().addAnswer(cats, answer(QStringLiteral("one"), one))).version, 1);
    QCOMPARE(desk->articles().addAnswer(dogs, answer(QStringLiteral("two"), one)).error().kind, Error::Kind::Unusable);
    QCOMPARE(desk->articles().addAnswer(dogs, answer(QStringLiteral("three"), desk::LetterId::create())).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(desk->articles().addAnswer(desk::ArticleId::create(), answer(QStringLiteral("four"), one)).error().kind,
             Error::Kind::NotFound);
    desk::Article both = article(QStringLiteral("both"));
    both.answers = {answer(QStringLiteral("five"), one)};
    QVERIFY(!desk->articles().add(both));
    QCOMPARE(taken(desk->articles().count({}, 10)), 2);
}

void TestArticleStore::refusesStaleSaves()
{
    Desk desk;
    const desk::LetterId one = taken(desk->letters().add(letter(QStringLiteral("one")))).id;
    desk::Article cats = article(QStringLiteral("cats"));
    cats.answers = {answer(QStringLiteral("one"), one)};
    cats = taken(desk->articles().add(cats));
    desk::Article stale = cats;
    cats.title = QStringLiteral("Of cats");
    QCOMPARE(taken(desk->articles().save(cats)), 2);
    QCOMPARE(desk->articles().save(stale).error().kind, Error::Kind::Conflict);
    QCOMPARE(taken(desk->articles().article(cats.id)).title, QStringLiteral("Of cats"));
    stale.id = desk::ArticleId::create();
    QCOMPARE(desk->articles().save(stale).error().kind, Error::Kind::NotFound);

    desk::Answer text = cats.answers.first();
    text.text = QStringLiteral("Longer.");
    QCOMPARE(taken(desk->articles().saveAnswer(text)), 2);
    QCOMPARE(desk->articles().saveAnswer(text).error().kind, Error::Kind::Conflict);
    text.id = desk::AnswerId::create();
    QCOMPARE(desk->articles().saveAnswer(text).error().kind, Error::Kind::NotFound);

    // Moving an article is no reason to refuse the title that is being typed.
    taken(desk->articles().setStage(cats.id, ArticleStage::InReview));
    cats.version = 2;
    QCOMPARE(taken(desk->articles().save(cats)), 3);
    QCOMPARE(taken(desk->articles().article(cats.id)).stage, ArticleStage::InReview);
    QCOMPARE(desk->articles().setStage(desk::ArticleId::create(), ArticleStage::Draft).error().kind,
             Error::Kind::NotFound);
}

void TestArticleStore::ordersAnswers()
{
    Desk desk;
    desk::Article cats = article(QStringLiteral("cats"));
    for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        cats.answers.append(answer(name, taken(desk->letters().add(letter(name))).id, name));
    taken(desk->articles().add(cats));
    const desk::AnswerId a = cats.answers.at(0).id;
    const desk::AnswerId b = cats.answers.at(1).id;
    const desk::AnswerId c = cats.answers.at(2).id;
    taken(desk->articles().setAnswerOrder(cats.id, {c, a, b}));
    const desk::Article read = taken(desk->articles().article(cats.id));
    QVERIFY((QList{read.answers.at(0).id, read.answers.at(1).id, read.answers.at(2).id} == QList{c, a, b}));
    QCOMPARE(taken(desk->articles().rows({})).first().excerpt, QStringLiteral("c"));
    QCOMPARE(desk->articles().setAnswerOrder(cats.id, {b, desk::AnswerId::create()}).error().kind,
             Error::Kind::NotFound);
    QVERIFY(taken(desk->articles().article(cats.id)).answers.first().id == c);
}

void TestArticleStore::listsAndCounts()
{
    Desk desk;
    const desk::TagId family = taken(desk->tags().add(tag(QStringLiteral("Family")))).id;
    const desk::TagId sisters = taken(desk->tags().add(tag(QStringLiteral("Sisters"), family))).id;
    struct Case {
        const char *name;
        ArticleStage stage;
        int publishOn;
        bool published;
    };
    const QList<Case> cases{{"draft", ArticleStage::Draft, 0, false},   {"early", ArticleStage::Approved, 2, true},
                            {"late", ArticleStage::Approved, 9, true},  {"again", ArticleStage::InReview, 5, true},
                            {"gone", ArticleStage::Withdrawn, 5, true}, {"next", ArticleStage::Approved, 20, false}};
    for (const Case &each : cases) {
        desk::Article one = article(QString::fromLatin1(each.name));
        one.title = QString::fromLatin1(each.name);
        one.stage = each.stage;
        one.publishOn = each.publishOn > 0 ? moment(each.publishOn) : QDateTime();
        one.published = each.published ? moment(10) : QDateTime();
        taken(desk->articles().add(one));
    }
    taken(desk->articles().setTags(article(QStringLiteral("late")).id, {sisters}));

    ArticleQuery query;
    QCOMPARE(titles(*desk, query).size(), 6);
    query.published = true;
    QCOMPARE(titles(*desk, query),
             (QStringList{QStringLiteral("late"), QStringLiteral("again"), QStringLiteral("early")}));
    query.limit = 1;
    query.offset = 1;
    QCOMPARE(titles(*desk, query), QStringList{QStringLiteral("again")});
    QCOMPARE(taken(desk->articles().count(query, 100)), 3);
    QCOMPARE(taken(desk->articles().count(query, 2)), 2);
    query = {};
    query.stage = ArticleStage::Approved;
    QCOMPARE(titles(*desk, query).size(), 3);
    query.published = false;
    QCOMPARE(titles(*desk, query), QStringList{QStringLiteral("next")});
    query = {};
    query.tag = family;
    QCOMPARE(titles(*desk, query), QStringList{QStringLiteral("late")});

    const storage::ArticleCounts counts = taken(desk->articles().counts());
    QCOMPARE(counts.published, 3);
    QCOMPARE(counts.byStage.value(ArticleStage::Draft), 1);
    QCOMPARE(counts.byStage.value(ArticleStage::InReview), 0);
    QCOMPARE(counts.byStage.value(ArticleStage::Approved), 1);
    QCOMPARE(counts.byStage.value(ArticleStage::Withdrawn), 1);
}

void TestArticleStore::finds()
{
    Desk desk;
    const desk::LetterId one =
        taken(desk->letters().add(letter(QStringLiteral("one"), QStringLiteral("My fiancé snores.")))).id;
    const desk::LetterId two = taken(desk->letters().add(letter(QStringLiteral("two")))).id;
    desk::Article nights = article(QStringLiteral("nights"));
    nights.answers = {answer(QStringLiteral("one"), one, QStringLiteral("Buy earplugs."))};
    nights = taken(desk->articles().add(nights));
    desk::Article cats = article(QStringLiteral("cats"));
    cats.answers = {answer(QStringLiteral("two"), two)};
    taken(desk->articles().add(cats));

    ArticleQuery query;
    const auto found = [&](const QString &search) {
        query.search = search;
        return titles(*desk, query);
    };
    const QStringList expected{nights.title};
    QCOMPARE(found(QStringLiteral("night")), expected);
    QCOMPARE(found(QStringLiteral("earplug")), expected);
    QCOMPARE(found(QStringLiteral("fiance")), expected);
    QCOMPARE(found(QStringLiteral("nights earplugs snores")), expected); // one word in each text
    QCOMPARE(found(QStringLiteral("nights sulks")), QStringList());
    QCOMPARE(found(QStringLiteral("--")), QStringList());
    QCOMPARE(taken(desk->articles().count(query, 10)), 0);

    desk::Answer text = nights.answers.first();
    text.text = QStringLiteral("Sleep elsewhere.");
    taken(desk->articles().saveAnswer(text));
    QCOMPARE(found(QStringLiteral("earplugs")), QStringList());
    QCOMPARE(found(QStringLiteral("elsewhere")), expected);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestArticleStore::findsABatchAsItIsAtItsCommit()
{
    Desk desk;
    const auto add = [&desk](const QString &name) {
        const desk::Letter one = taken(desk->letters().add(letter(name, QStringLiteral("The door creaks."))));
        desk::Article made = article(name);
        made.answers = {answer(name, one.id, QStringLiteral("Oil the walnut."))};
        return taken(desk->articles().add(made));
    };
    const auto rewrite = [&desk](desk::Article article) {
        article.title = QStringLiteral("The quince");
        taken(desk->articles().save(article));
        desk::Answer answer = article.answers.first();
        answer.text = QStringLiteral("Oil the quince.");
        taken(desk->articles().saveAnswer(answer));
        desk::Letter letter = taken(desk->letters().letter(answer.letter));
        letter.edited = QStringLiteral("The door creaks, too.");
        taken(desk->letters().save(letter));
    };
    const desk::Article before = add(QStringLiteral("before"));
    {
        storage::Transaction transaction(*desk, storage::Indexing::AtCommit);
        add(QStringLiteral("left alone"));
        rewrite(add(QStringLiteral("rewritten")));
        rewrite(before);
        taken(transaction.commit());
    }
    ArticleQuery query;
    query.search = QStringLiteral("quince");
    QCOMPARE(taken(desk->articles().rows(query)).size(), 2);
    query.search = QStringLiteral("walnut");
    QCOMPARE(titles(*desk, query), QStringList{QStringLiteral("On left alone")});
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestArticleStore::headsInOrder()
{
    Desk desk;
    desk::Author author{desk::AuthorId::create(), QStringLiteral("Hazel"), {}, {}, {}, 0};
    taken(desk->masthead().saveAuthor(author));
    const desk::TagId cats = taken(desk->tags().add(tag(QStringLiteral("Cats")))).id;
    for (int day = 1; day <= 4; ++day) {
        desk::Article each = article(QString::number(day));
        each.publishOn = day == 4 ? QDateTime() : moment(day);
        each.stage = day == 2 ? ArticleStage::Draft : ArticleStage::Approved;
        each.author = author.id;
        each.summary = QStringLiteral("Summary");
        each.path = QStringLiteral("old/%1.html").arg(day);
        each.tags = {cats};
        for (int at = 0; at < 2; ++at) {
            const QString name = QStringLiteral("%1-%2").arg(day).arg(at);
            each.answers.append(
                answer(name, taken(desk->letters().add(letter(name, QStringLiteral("Text ") + name))).id));
        }
        taken(desk->articles().add(each));
    }
    const auto heads = taken(desk->articles().heads(ArticleStage::Approved));
    QCOMPARE(heads.size(), 3);
    QCOMPARE(heads.at(0).slug, QStringLiteral("on-3"));
    QCOMPARE(heads.at(1).slug, QStringLiteral("on-1"));
    QVERIFY(!heads.at(2).publishOn.isValid());
    QVERIFY(heads.at(0).author == author.id);
    QCOMPARE(heads.at(0).publishOn, moment(3));
    QCOMPARE(heads.at(0).summary, QStringLiteral("Summary"));
    QCOMPARE(heads.at(0).path, QStringLiteral("old/3.html"));
    QCOMPARE(heads.at(0).letterExcerpt, QStringLiteral("Text 3-0"));
    QCOMPARE(heads.at(0).letters.size(), 2);
    QVERIFY(heads.at(0).letters.last() == letter(QStringLiteral("3-1")).id);
    QVERIFY(heads.at(0).tags == QList{cats});
    QVERIFY(!heads.at(0).digest.isEmpty());
    QVERIFY(heads.at(0).digest != heads.at(1).digest);
    QVERIFY(taken(desk->articles().heads(ArticleStage::Withdrawn)).isEmpty());
}

void TestArticleStore::digestsFollowEveryChange()
{
    Desk desk;
    desk::Letter one = taken(desk->letters().add(letter(QStringLiteral("one"))));
    const desk::TagId cats = taken(desk->tags().add(tag(QStringLiteral("Cats")))).id;
    desk::Article full = article(QStringLiteral("cats"));
    full.answers = {answer(QStringLiteral("one"), one.id)};
    full = taken(desk->articles().add(full));
    QByteArray last;
    const auto isNew = [&] {
        const QByteArray now = taken(desk->articles().heads(ArticleStage::Draft)).first().digest;
        return std::exchange(last, now) != now;
    };
    QVERIFY(isNew());
    QVERIFY(!isNew());
    const auto saveLetter = [&] {
        one.version = taken(desk->letters().save(one));
    };
    const auto saveArticle = [&] {
        full.version = taken(desk->articles().save(full));
    };
    saveLetter();
    saveArticle();
    QVERIFY(!isNew());
    one.edited = QStringLiteral("Shorter.");
    saveLetter();
    QVERIFY(isNew());
    QCOMPARE(taken(desk->articles().heads(ArticleStage::Draft)).first().letterExcerpt, one.edited);
    one.signature = QStringLiteral("S");
    saveLetter();
    QVERIFY(isNew());
    one.place = QStringLiteral("P");
    saveLetter();
    QVERIFY(isNew());
    full.title = QStringLiteral("T");
    saveArticle();
    QVERIFY(isNew());
    full.publishOn = moment(7);
    saveArticle();
    QVERIFY(isNew());
    full.answers.first().text = QStringLiteral("Other");
    taken(desk->articles().saveAnswer(full.answers.first()));
    QVERIFY(isNew());
    taken(desk->articles().setTags(full.id, {cats}));
    QVERIFY(isNew());
    // What no page shows: when it was first exported, who read the letter.
    taken(desk->publications().record(QStringLiteral("/site"), {{full.id, QStringLiteral("a.html"), {}}}, moment(9)));
    taken(desk->letters().setUnread(one.id, false));
    QVERIFY(!isNew());
}

void TestArticleStore::givesWhatIsPrinted()
{
    Desk desk;
    desk::Letter cut = letter(QStringLiteral("one"));
    cut.edited = QStringLiteral("My cat sulks.");
    const desk::Letter one = taken(desk->letters().add(cut));
    const desk::Letter two = taken(desk->letters().add(letter(QStringLiteral("two"))));
    desk::Article both = article(QStringLiteral("both"));
    both.answers = {answer(QStringLiteral("two"), two.id, QStringLiteral("Wait.")),
                    answer(QStringLiteral("one"), one.id, QStringLiteral("Feed it."))};
    taken(desk->articles().add(both));
    const desk::Article none = taken(desk->articles().add(article(QStringLiteral("none"))));

    const auto printed = taken(desk->articles().printed({none.id, desk::ArticleId::create(), both.id}));
    QCOMPARE(printed.size(), 3);
    QVERIFY(printed.at(0).isEmpty());
    QVERIFY(printed.at(1).isEmpty());
    QCOMPARE(printed.at(2).size(), 2);
    const storage::PrintedAnswer &first = printed.at(2).first();
    QCOMPARE(first.letter, two.id);
    QCOMPARE(first.letterText, two.original); // never edited
    QCOMPARE(first.text, QStringLiteral("Wait."));
    const storage::PrintedAnswer &last = printed.at(2).last();
    QCOMPARE(last.writer, one.correspondent);
    QCOMPARE(last.letterText, cut.edited);
    QCOMPARE(last.signature, cut.signature);
    QCOMPARE(last.place, cut.place);
}

void TestArticleStore::knowsWhatMentionsAWord()
{
    Desk desk;
    const auto add = [&desk](const QString &name, const QString &letterText, const QString &answerText) {
        const desk::LetterId written = taken(desk->letters().add(letter(name, letterText))).id;
        if (name != QLatin1String("four"))
            taken(desk->letters().addAttachment(
                written, {desk::AttachmentId::create(), name, QStringLiteral("text/plain"), 1}, "x"));
        desk::Article made = article(name);
        made.stage = ArticleStage::Approved;
        made.answers = {answer(name, written, answerText)};
        return taken(desk->articles().add(made)).id;
    };
    const auto inAnswer = add(QStringLiteral("one"), QStringLiteral("My cat."), QStringLiteral("See attachment:1."));
    const auto inLetter = add(QStringLiteral("two"), QStringLiteral("attachment:2, my cat."), QStringLiteral("See."));
    add(QStringLiteral("three"), QStringLiteral("An Attachment: none."), QStringLiteral("See."));
    add(QStringLiteral("four"), QStringLiteral("attachment: none."), QStringLiteral("See."));
    const auto found = taken(desk->articles().mentioning(QStringLiteral("attachment:"), ArticleStage::Approved));
    QCOMPARE(found.size(), 2);
    QVERIFY(found.contains(inAnswer) && found.contains(inLetter));
    QVERIFY(taken(desk->articles().mentioning(QStringLiteral("attachment:"), ArticleStage::Draft)).isEmpty());
}

QTEST_GUILESS_MAIN(TestArticleStore)
#include "tst_article_store.moc"
