// What archives of past columns leave in the desk file, and how an import is taken back.
#include "invented.h"

#include "storage/post_store.h"
#include "storage/redirect_store.h"

#include <QTest>

using namespace invented;
using storage::PostState;
using storage::StoredPost;

class TestPostStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPosts();
    void listsWhatIsUndecided();
    void keepsPictures();
    void keepsLabels();
    void countsWhatAnImportBrought();
    void takesBackAnImport();
    void keepsWhatPeopleWorkedUpon_data();
    void keepsWhatPeopleWorkedUpon();
    void leavesOtherImportsAlone();
    void keepsRedirects();
};

namespace {

desk::PostBatch batch(const QString &name)
{
    return {desk::PostBatchId::fromName(name),
            name + QStringLiteral(".xml"),
            QStringLiteral("https://old.example"),
            moment(7),
            0,
            0};
}

StoredPost post(const QString &guid, PostState state = PostState::Waiting)
{
    StoredPost post;
    post.guid = guid;
    post.state = state;
    post.source = "digest of " + guid.toUtf8();
    post.title = QStringLiteral("On ") + guid;
    post.date = moment(3);
    post.content = state == PostState::Article ? QString() : QStringLiteral("{\"guid\":\"x\"}");
    return post;
}

// An article with its letter as an import writes it.
desk::ArticleId bringIn(storage::DeskFile &desk, const desk::PostBatch &batch, const QString &name,
                        const QList<desk::TagId> &tags = {})
{
    desk::Letter asked = letter(name);
    asked.stage = desk::LetterStage::Answered;
    taken(desk.correspondents().add({asked.correspondent, QStringLiteral("plain"), "identity", {}}));
    taken(desk.letters().add(asked));
    desk::Article written = article(name);
    written.stage = desk::ArticleStage::Approved;
    written.publishOn = moment(2);
    written.tags = tags;
    written.answers = {answer(name, asked.id)};
    taken(desk.articles().add(written));
    StoredPost stored = post(name, PostState::Article);
    stored.article = written.id;
    stored.versions = taken(desk.posts().versions(written.id));
    taken(desk.posts().put(batch.id, stored));
    return written.id;
}

bool isThere(storage::DeskFile &desk, const desk::ArticleId &id)
{
    return desk.articles().article(id).has_value();
}

} // namespace

void TestPostStore::keepsPosts()
{
    Desk desk;
    taken(desk->posts().addBatch(batch(QStringLiteral("first"))));
    taken(desk->posts().addBatch(batch(QStringLiteral("second"))));
    QVERIFY(!taken(desk->posts().post(QStringLiteral("car"))));
    taken(desk->posts().put(batch(QStringLiteral("first")).id, post(QStringLiteral("car"))));
    StoredPost later = post(QStringLiteral("car"), PostState::Conflict);
    later.source = "other";
    later.content = QStringLiteral("{}");
    later.versions = 9;
    taken(desk->posts().put(batch(QStringLiteral("second")).id, later));
    const StoredPost found = *taken(desk->posts().post(QStringLiteral("car")));
    QCOMPARE(found.state, PostState::Conflict);
    QCOMPARE(found.source, QByteArray("other"));
    QCOMPARE(found.versions, 9);
    QCOMPARE(found.content, QStringLiteral("{}"));
    QCOMPARE(found.title, QStringLiteral("On car"));
    QCOMPARE(found.date, moment(3));
    QVERIFY(found.article.isNull());
    // It stays with the import that brought it.
    QCOMPARE(taken(desk->posts().batches()).last().waiting, 1);
    QVERIFY(!desk->posts().put(desk::PostBatchId::create(), post(QStringLiteral("stray"))));
}

void TestPostStore::listsWhatIsUndecided()
{
    Desk desk;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    taken(desk->posts().addBatch(first));
    StoredPost newest = post(QStringLiteral("newest"), PostState::Conflict);
    newest.date = moment(9);
    for (const StoredPost &one :
         {post(QStringLiteral("older")), newest, post(QStringLiteral("not"), PostState::Dropped)})
        taken(desk->posts().put(first.id, one));
    const QList<StoredPost> found = taken(desk->posts().undecided());
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().guid, QStringLiteral("newest"));
    QVERIFY(found.first().content.isEmpty());
    QCOMPARE(found.last().guid, QStringLiteral("older"));
    QCOMPARE(taken(desk->posts().undecidedCount()), 2);
}

void TestPostStore::keepsPictures()
{
    Desk desk;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    taken(desk->posts().addBatch(first));
    const QString guid = QStringLiteral("car");
    taken(desk->posts().put(first.id, post(guid)));
    const storage::PostPicture picture{desk::AttachmentId::fromName(QStringLiteral("p")), QStringLiteral("car.png"),
                                       QStringLiteral("image/png"), "bytes"};
    taken(desk->posts().addPicture(guid, picture));
    const QList<storage::PostPicture> found = taken(desk->posts().pictures(guid));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().id, picture.id);
    QCOMPARE(found.first().name, picture.name);
    QCOMPARE(found.first().mediaType, picture.mediaType);
    QCOMPARE(found.first().content, picture.content);
    taken(desk->posts().removePictures(guid));
    QVERIFY(taken(desk->posts().pictures(guid)).isEmpty());
    QVERIFY(!desk->posts().addPicture(QStringLiteral("no post"), picture));
}

void TestPostStore::keepsLabels()
{
    using Part = desk::ColumnLabel::Part;
    Desk desk;
    QVERIFY(taken(desk->posts().labels()).isEmpty());
    taken(desk->posts().setLabels({{Part::Answer, QStringLiteral("hazel answers")},
                                   {Part::Letter, QStringLiteral("q")},
                                   {Part::Letter, QStringLiteral("dear hazel")},
                                   {Part::Letter, QStringLiteral("q")}}));
    const QList<desk::ColumnLabel> found = taken(desk->posts().labels());
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).phrase, QStringLiteral("dear hazel"));
    QCOMPARE(found.at(1).part, Part::Letter);
    QCOMPARE(found.at(2).part, Part::Answer);
    taken(desk->posts().setLabels({}));
    QVERIFY(taken(desk->posts().labels()).isEmpty());
}

void TestPostStore::countsWhatAnImportBrought()
{
    Desk desk;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    taken(desk->posts().addBatch(first));
    bringIn(*desk, first, QStringLiteral("car"));
    bringIn(*desk, first, QStringLiteral("cat"));
    taken(desk->posts().put(first.id, post(QStringLiteral("waits"))));
    taken(desk->posts().put(first.id, post(QStringLiteral("dropped"), PostState::Dropped)));
    const desk::PostBatch found = taken(desk->posts().batches()).first();
    QCOMPARE(found.id, first.id);
    QCOMPARE(found.source, QStringLiteral("first.xml"));
    QCOMPARE(found.site, QStringLiteral("https://old.example"));
    QCOMPARE(found.imported, moment(7));
    QCOMPARE(found.articles, 2);
    QCOMPARE(found.waiting, 1);
}

void TestPostStore::takesBackAnImport()
{
    Desk desk;
    const desk::Tag mine = taken(desk->tags().add(tag(QStringLiteral("Mine"))));
    const desk::LetterId own = taken(desk->letters().add(letter(QStringLiteral("own")))).id;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    taken(desk->posts().addBatch(first));
    const desk::Tag above = taken(desk->tags().add(tag(QStringLiteral("Above"))));
    const desk::Tag below = taken(desk->tags().add(tag(QStringLiteral("Below"), above.id)));
    desk::Author author{desk::AuthorId::create(), QStringLiteral("Ivy"), {}, {}, {}, 0};
    taken(desk->masthead().saveAuthor(author));
    for (const desk::TagId &made : {above.id, below.id})
        taken(desk->posts().noteTag(first.id, made));
    taken(desk->posts().noteAuthor(first.id, author.id));
    const desk::ArticleId car = bringIn(*desk, first, QStringLiteral("car"), {below.id, mine.id});
    taken(desk->posts().put(first.id, post(QStringLiteral("waits"))));
    taken(desk->redirects().put({QStringLiteral("old/"), car}));
    taken(desk->publications().record(QStringLiteral("/site"), {{car, QStringLiteral("x.html"), "d"}}, moment(8)));

    const storage::TakenBack back = taken(desk->posts().takeBack(first.id));
    QCOMPARE(back.removed, 1);
    QCOMPARE(back.kept, 0);
    QCOMPARE(back.posts, 1);
    QVERIFY(!isThere(*desk, car));
    QVERIFY(!desk->letters().letter(letter(QStringLiteral("car")).id));
    QVERIFY(!desk->correspondents().correspondent(letter(QStringLiteral("car")).correspondent));
    QVERIFY(desk->letters().letter(own));
    QVERIFY(taken(desk->posts().batches()).isEmpty());
    QVERIFY(!taken(desk->posts().post(QStringLiteral("car"))));
    QVERIFY(taken(desk->redirects().redirects()).isEmpty());
    QCOMPARE(taken(desk->tags().tags()).size(), 1);
    QVERIFY(taken(desk->masthead().masthead()).authors.isEmpty());
    storage::LetterQuery query;
    query.search = QStringLiteral("sulks");
    QCOMPARE(taken(desk->letters().rows(query)).size(), 1);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestPostStore::keepsWhatPeopleWorkedUpon_data()
{
    QTest::addColumn<QString>("work");
    for (const char *work : {"title", "answer", "letter", "remark", "index", "sequel", "another letter"})
        QTest::newRow(work) << QString::fromLatin1(work);
}

void TestPostStore::keepsWhatPeopleWorkedUpon()
{
    QFETCH(QString, work);
    Desk desk;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    taken(desk->posts().addBatch(first));
    const desk::ArticleId car = bringIn(*desk, first, QStringLiteral("car"));
    const desk::ArticleId cat = bringIn(*desk, first, QStringLiteral("cat"));
    desk::Article article = taken(desk->articles().article(car));
    desk::Letter asked = taken(desk->letters().letter(article.answers.first().letter));
    if (work == QLatin1String("title")) {
        article.title = QStringLiteral("Another");
        taken(desk->articles().save(article));
    } else if (work == QLatin1String("answer")) {
        article.answers.first().text += QLatin1Char('!');
        taken(desk->articles().saveAnswer(article.answers.first()));
    } else if (work == QLatin1String("letter")) {
        asked.edited += QLatin1Char('!');
        taken(desk->letters().save(asked));
    } else if (work == QLatin1String("remark")) {
        desk::Remark remark;
        remark.id = desk::RemarkId::create();
        remark.owner = QUuid(article.answers.first().id.toString());
        remark.created = moment(8);
        taken(desk->revisions().addRemark(remark));
    } else if (work == QLatin1String("index")) {
        const desk::HeadingId heading = desk::HeadingId::create();
        taken(desk->index().addHeading({heading, {}, QStringLiteral("Cars"), {}}));
        taken(desk->index().addEntry({desk::EntryId::create(), heading, car, {}, {}}));
    } else {
        desk::Letter sequel = letter(QStringLiteral("sequel"));
        if (work == QLatin1String("sequel"))
            sequel.follows = asked.id;
        taken(desk->letters().add(sequel));
        if (work == QLatin1String("another letter"))
            taken(desk->articles().addAnswer(car, answer(QStringLiteral("sequel"), sequel.id)));
    }

    const storage::TakenBack back = taken(desk->posts().takeBack(first.id));
    QCOMPARE(back.removed, 1);
    QCOMPARE(back.kept, 1);
    QVERIFY(!isThere(*desk, cat));
    QCOMPARE(taken(desk->articles().article(car)).stage, desk::ArticleStage::Withdrawn);
    QVERIFY(desk->letters().letter(asked.id));
    QCOMPARE(taken(desk->posts().post(QStringLiteral("car")))->article, car);
    QCOMPARE(taken(desk->posts().batches()).size(), 1);
    base::NoProgress progress;
    QCOMPARE(taken(desk->verify(progress)), QStringList());
}

void TestPostStore::leavesOtherImportsAlone()
{
    Desk desk;
    const desk::PostBatch first = batch(QStringLiteral("first"));
    const desk::PostBatch second = batch(QStringLiteral("second"));
    taken(desk->posts().addBatch(first));
    taken(desk->posts().addBatch(second));
    const desk::ArticleId car = bringIn(*desk, first, QStringLiteral("car"));
    const desk::ArticleId cat = bringIn(*desk, second, QStringLiteral("cat"));
    QCOMPARE(taken(desk->posts().takeBack(first.id)).removed, 1);
    QVERIFY(!isThere(*desk, car));
    QVERIFY(isThere(*desk, cat));
    QCOMPARE(taken(desk->posts().batches()).size(), 1);
    QCOMPARE(desk->posts().takeBack(first.id).error().kind, base::Error::Kind::NotFound);
}

void TestPostStore::keepsRedirects()
{
    Desk desk;
    const desk::Article car = taken(desk->articles().add(article(QStringLiteral("car"))));
    const desk::Article cat = taken(desk->articles().add(article(QStringLiteral("cat"))));
    taken(desk->redirects().put({QStringLiteral("b.html"), car.id}));
    taken(desk->redirects().put({QStringLiteral("a.html"), car.id}));
    taken(desk->redirects().put({QStringLiteral("b.html"), cat.id}));
    const auto found = taken(desk->redirects().redirects());
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().path, QStringLiteral("a.html"));
    QCOMPARE(found.first().article, car.id);
    QCOMPARE(found.last().article, cat.id);
    QVERIFY(!desk->redirects().put({QStringLiteral("c.html"), desk::ArticleId::create()}));
}

QTEST_GUILESS_MAIN(TestPostStore)
#include "tst_post_store.moc"
