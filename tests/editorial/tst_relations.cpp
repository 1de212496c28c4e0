// What a letter belongs to and what is like it: among 2,000 letters that are as common and as rare in their words as
// real ones, and links that a person makes and takes back.
#include "desk_fixture.h"
#include "invented_writing.h"

#include "editorial/relations.h"
#include "storage/article_store.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"

#include <QElapsedTimer>

using editorial::Related;
using editorial::RelatedLetter;

namespace {

constexpr int many = 2000;
constexpr int wordsOfLetter = 120;
constexpr int asked = 50;

desk::Letter invented(const QString &text, int day)
{
    desk::Letter letter;
    letter.id = desk::LetterId::create();
    letter.correspondent = desk::CorrespondentId::create();
    letter.subject = QStringLiteral("On day %1").arg(day);
    letter.original = text;
    letter.edited = text;
    letter.received = QDateTime(QDate(2010, 1, 1), QTime(8, 0), Qt::UTC).addDays(day);
    return letter;
}

bool shows(const QList<RelatedLetter> &alike, const desk::LetterId &id, qsizetype amongFirst)
{
    const auto first = alike.first(std::min(amongFirst, alike.size()));
    return std::ranges::any_of(first, [&id](const RelatedLetter &each) { return each.letter == id; });
}

} // namespace

class TestRelations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsChangedLetters_data();
    void findsChangedLetters();
    void doesNotShowOtherLetters();
    void findsShortLetters();
    void findsWritingWithoutSpaces();
    void findsTheOriginalAndThePrinted();
    void saysWhereAQuestionWasAnswered();
    void leavesOutWhatReadersDoNotKnow();
    void leavesOutTheLetterAndItsArticle();
    void showsAnArticleOnce();
    void takesAnyText_data();
    void takesAnyText();
    void showsWhatFollowsWhat();
    void linksByHandAndBack();
    void refusesCircles();
    void partsWhatFollows();

private:
    desk::Letter add(const QString &text, int day = 1);
    desk::ArticleId publish(const desk::Letter &letter, const QString &title, const QDate &day,
                            desk::ArticleStage stage = desk::ArticleStage::Approved);
    QList<RelatedLetter> alikeOf(const QString &text);
    Related relatedOf(const desk::LetterId &id);

    InventedWriting m_writing;
    std::unique_ptr<DeskFixture> m_big; // 2,000 letters
    QList<desk::LetterId> m_letters;
    std::unique_ptr<DeskFixture> m_fixture;
};

void TestRelations::initTestCase()
{
    m_big = std::make_unique<DeskFixture>();
    storage::Transaction transaction(m_big->desk->file());
    for (int number = 0; number < many; ++number) {
        const desk::Letter letter = invented(m_writing.letter(wordsOfLetter, static_cast<quint32>(number)), number);
        DO(m_big->desk->file().letters().add(letter));
        m_letters.append(letter.id);
    }
    DO(transaction.commit());
}

void TestRelations::init()
{
    m_fixture = std::make_unique<DeskFixture>();
}

// A null letter where it could not be added.
desk::Letter TestRelations::add(const QString &text, int day)
{
    const auto added = m_fixture->desk->file().letters().add(invented(text, day));
    return added ? *added : desk::Letter();
}

desk::ArticleId TestRelations::publish(const desk::Letter &letter, const QString &title, const QDate &day,
                                       desk::ArticleStage stage)
{
    desk::Article article;
    article.id = desk::ArticleId::create();
    article.title = title;
    article.slug = title.toLower().replace(u' ', u'-');
    article.stage = stage;
    if (day.isValid())
        article.publishOn = QDateTime(day, QTime(12, 0), Qt::UTC);
    article.answers.append({desk::AnswerId::create(), letter.id, QStringLiteral("Ask her.")});
    return m_fixture->desk->file().articles().add(article) ? article.id : desk::ArticleId();
}

QList<RelatedLetter> TestRelations::alikeOf(const QString &text)
{
    return editorial::alike(*m_fixture->desk, text).value_or(QList<RelatedLetter>());
}

Related TestRelations::relatedOf(const desk::LetterId &id)
{
    return editorial::related(*m_fixture->desk, id).value_or(Related());
}

void TestRelations::findsChangedLetters_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("a tenth changed") << 10;
    QTest::newRow("a fifth changed") << 20;
    QTest::newRow("a third changed") << 33;
}

void TestRelations::findsChangedLetters()
{
    QFETCH(int, percent);
    QElapsedTimer timer;
    qint64 slowest = 0;
    for (int at = 0; at < asked; ++at) {
        const int number = at * (many / asked);
        const QString text = m_writing.letter(wordsOfLetter, static_cast<quint32>(number));
        timer.start();
        TAKE(alike, editorial::alike(*m_big->desk, m_writing.changed(text, percent, static_cast<quint32>(at))));
        slowest = std::max(slowest, timer.elapsed());
        QVERIFY2(shows(alike, m_letters.at(number), 1), qPrintable(QString::number(number)));
        QCOMPARE(alike.size(), 1);
        QVERIFY2(qAbs(alike.first().percent - (100 - percent)) <= 15,
                 qPrintable(QString::number(alike.first().percent)));
    }
    qInfo("the slowest of %d took %lld ms", asked, slowest);
}

void TestRelations::doesNotShowOtherLetters()
{
    for (int at = 0; at < asked; ++at) {
        TAKE(foreign, editorial::alike(*m_big->desk, m_writing.letter(wordsOfLetter, static_cast<quint32>(many + at))));
        QCOMPARE(foreign.size(), 0);
        TAKE(related, editorial::related(*m_big->desk, m_letters.at(at)));
        QCOMPARE(related.alike.size(), 0);
    }
}

// No word of these is rare, once enough letters have it.
void TestRelations::findsShortLetters()
{
    const QString text = QStringLiteral("How do I tell my mother no? She asks me for money every week.");
    const desk::Letter first = add(text);
    {
        storage::Transaction transaction(m_fixture->desk->file());
        for (int number = 0; number < 600; ++number)
            QVERIFY(add(QStringLiteral("%1 How do I know she asks me no every week? Tell my mother money for. %2")
                            .arg(m_writing.letter(40, static_cast<quint32>(number)),
                                 m_writing.letter(40, static_cast<quint32>(number + many))))
                        .number > 0);
        DO(transaction.commit());
    }
    const auto alike = alikeOf(QStringLiteral("How do I tell my father no? He asks me for money every week!"));
    QVERIFY(shows(alike, first.id, 1));
    QVERIFY2(alike.first().percent >= 60, qPrintable(QString::number(alike.first().percent)));
    QVERIFY(shows(alikeOf(QStringLiteral("tell my mother no, she asks me for money every week")), first.id, 1));
}

void TestRelations::findsWritingWithoutSpaces()
{
    const auto text = [](quint32 seed) {
        QRandomGenerator random(seed);
        QString clauses;
        for (int at = 0; at < 160; ++at) {
            clauses += QChar(static_cast<char16_t>(0x4E00 + random.bounded(800)));
            if (at % 8 == 7)
                clauses += QChar(at % 16 == 7 ? u'，' : u'。');
        }
        return clauses;
    };
    QList<desk::LetterId> letters;
    {
        storage::Transaction transaction(m_fixture->desk->file());
        for (quint32 number = 0; number < 300; ++number)
            letters.append(add(text(number)).id);
        DO(transaction.commit());
    }
    for (quint32 number = 0; number < 300; number += 30) {
        QString changed = text(number);
        for (qsizetype at = 3; at < changed.size(); at += 7)
            changed[at] = u'的';
        QVERIFY(shows(alikeOf(changed), letters.at(number), 1));
    }
}

// A letter may be cut for print until little of it is left.
void TestRelations::findsTheOriginalAndThePrinted()
{
    desk::Letter letter = invented(m_writing.letter(300, 1), 1);
    letter.edited = m_writing.letter(80, 2);
    TAKE(added, m_fixture->desk->file().letters().add(letter));
    for (const QString &text : {letter.original, letter.edited}) {
        const auto alike = alikeOf(m_writing.changed(text, 20, 3));
        QVERIFY(shows(alike, added.id, 1));
    }
}

void TestRelations::saysWhereAQuestionWasAnswered()
{
    const QString question = m_writing.letter(90, 5);
    const desk::Letter old = add(question, 3000);
    const desk::ArticleId article = publish(old, QStringLiteral("The borrowed car"), QDate(2019, 5, 1));
    const desk::Letter fresh = add(m_writing.changed(question, 20, 6), 5000);
    const Related related = relatedOf(fresh.id);
    QCOMPARE(related.alike.size(), 1);
    const RelatedLetter &found = related.alike.first();
    QCOMPARE(found.letter, old.id);
    QCOMPARE(found.article, article);
    QCOMPARE(found.title, QStringLiteral("The borrowed car"));
    QCOMPARE(found.slug, QStringLiteral("the-borrowed-car"));
    QCOMPARE(found.year, 2019);
    QVERIFY2(found.percent > 65 && found.percent < 90, qPrintable(QString::number(found.percent)));
    // And the other way round: the article's letter is like one that is not answered.
    QCOMPARE(relatedOf(old.id).alike.first().letter, fresh.id);
    QVERIFY(relatedOf(old.id).alike.first().article.isNull());
    QCOMPARE(relatedOf(old.id).alike.first().year, 2023);
}

void TestRelations::leavesOutWhatReadersDoNotKnow()
{
    const QString question = m_writing.letter(90, 5);
    const std::pair<QDate, desk::ArticleStage> unknown[] = {{QDate(2019, 5, 1), desk::ArticleStage::Draft},
                                                            {QDate(), desk::ArticleStage::Approved},
                                                            {QDate(2019, 5, 1), desk::ArticleStage::Withdrawn}};
    for (const auto &[day, stage] : unknown)
        publish(add(question), QStringLiteral("Stage %1").arg(int(stage)), day, stage);
    const auto alike = alikeOf(question);
    QCOMPARE(alike.size(), 3);
    for (const RelatedLetter &letter : alike) {
        QVERIFY(letter.article.isNull());
        QVERIFY(letter.title.isEmpty());
        QCOMPARE(letter.year, 2010);
        QCOMPARE(letter.percent, 100);
    }
}

void TestRelations::leavesOutTheLetterAndItsArticle()
{
    const QString question = m_writing.letter(90, 5);
    const desk::Letter one = add(question);
    const desk::Letter two = add(question);
    const desk::ArticleId article = publish(one, QStringLiteral("Twice"), QDate(2019, 5, 1));
    QCOMPARE(relatedOf(two.id).alike.size(), 1);
    DO(m_fixture->desk->file().articles().addAnswer(article, {desk::AnswerId::create(), two.id, {}}));
    QCOMPARE(relatedOf(one.id).alike.size(), 0);
    QCOMPARE(relatedOf(two.id).alike.size(), 0);
}

void TestRelations::showsAnArticleOnce()
{
    const QString question = m_writing.letter(90, 5);
    const desk::ArticleId article = publish(add(question), QStringLiteral("Twice"), QDate(2019, 5, 1));
    const desk::Letter second = add(m_writing.changed(question, 10, 1));
    DO(m_fixture->desk->file().articles().addAnswer(article, {desk::AnswerId::create(), second.id, {}}));
    const auto alike = alikeOf(question);
    QCOMPARE(alike.size(), 1);
    QCOMPARE(alike.first().percent, 100);
    for (int copies = 0; copies < 30; ++copies)
        add(question);
    QCOMPARE(alikeOf(question).size(), 10);
    QCOMPARE(alikeOf(question).first().article, article);
}

void TestRelations::takesAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("white space") << QStringLiteral(" \n\t ");
    QTest::newRow("marks") << QStringLiteral("\"*^:(){}[]-+ AND OR NOT NEAR()");
    QTest::newRow("control characters") << QString(QStringLiteral("a") + QChar(u'\0') + QChar(u'\x1b'));
    QTest::newRow("broken surrogates") << QString(QChar(0xD800) + QStringLiteral("x") + QChar(0xDC00));
    QTest::newRow("one long word") << QStringLiteral("x").repeated(1'000'000);
    QTest::newRow("many words") << QStringLiteral("do not ").repeated(100'000);
    QTest::newRow("rare plane") << QString::fromUcs4(U"\U00020000\U00020001\U00020002\U00020003\U00020004");
    QTest::newRow("accents alone") << QString(1000, QChar(0x0301));
}

void TestRelations::takesAnyText()
{
    QFETCH(QString, text);
    TAKE(alike, editorial::alike(*m_big->desk, text));
    QCOMPARE(alike.size(), 0);
    const desk::Letter letter = add(text);
    add(m_writing.letter(20, 1));
    TAKE(related, editorial::related(*m_fixture->desk, letter.id));
    QCOMPARE(related.alike.size(), 0);
}

void TestRelations::showsWhatFollowsWhat()
{
    const desk::LetterId first = m_fixture->letter("The car", "She borrowed my car.");
    const desk::LetterId other = m_fixture->letter("Something else", "Nothing.", "Basil Bright <basil@bright.example>");
    const desk::LetterId sequel = m_fixture->letter("How it went", "She brought it back.");
    const Related ofFirst = relatedOf(first);
    QVERIFY(!ofFirst.earlier);
    QCOMPARE(ofFirst.sequels.size(), 1);
    QCOMPARE(ofFirst.sequels.first().letter, sequel);
    QCOMPARE(ofFirst.sequels.first().number, 3);
    QCOMPARE(ofFirst.sequels.first().subject, QStringLiteral("How it went"));
    QVERIFY(relatedOf(sequel).earlier);
    QCOMPARE(relatedOf(sequel).earlier->letter, first);
    QVERIFY(relatedOf(sequel).earlier->article.isNull());
    QCOMPARE(relatedOf(sequel).earlier->percent, 0);
    QVERIFY(!relatedOf(other).earlier);

    const auto view = editorial::letter(*m_fixture->desk, first);
    QVERIFY(view.has_value());
    publish(view->letter, QStringLiteral("The borrowed car"), QDate(2026, 1, 1));
    QCOMPARE(relatedOf(sequel).earlier->title, QStringLiteral("The borrowed car"));
    QCOMPARE(relatedOf(sequel).earlier->year, 2026);
}

void TestRelations::linksByHandAndBack()
{
    const desk::Letter first = add(QStringLiteral("One."));
    const desk::Letter second = add(QStringLiteral("Two."));
    const desk::Letter third = add(QStringLiteral("Three."));
    (void)m_fixture->desk->takeChanges();
    TAKE(change, editorial::followLetter(*m_fixture->desk, {second.id, third.id}, first.id));
    QVERIFY(m_fixture->desk->takeChanges().testFlag(editorial::Area::Letters));
    QVERIFY(!change.text.isEmpty());
    QCOMPARE(relatedOf(first.id).sequels.size(), 2);
    TAKE(again, editorial::followLetter(*m_fixture->desk, {third.id}, second.id));
    QCOMPARE(relatedOf(third.id).earlier->letter, second.id);
    DO(again.undo(*m_fixture->desk));
    QCOMPARE(relatedOf(third.id).earlier->letter, first.id);
    DO(change.undo(*m_fixture->desk));
    QVERIFY(!relatedOf(third.id).earlier);
    QCOMPARE(relatedOf(first.id).sequels.size(), 0);
    DO(change.redo(*m_fixture->desk));
    QCOMPARE(relatedOf(first.id).sequels.size(), 2);
    // What somebody is typing meanwhile can still be saved.
    DO(editorial::saveLetter(*m_fixture->desk,
                             {second.id, second.version, {}, QStringLiteral("Two, edited."), {}, {}}));
    QCOMPARE(relatedOf(second.id).earlier->letter, first.id);
}

void TestRelations::refusesCircles()
{
    const desk::Letter first = add(QStringLiteral("One."));
    const desk::Letter second = add(QStringLiteral("Two."));
    const desk::Letter third = add(QStringLiteral("Three."));
    DO(editorial::followLetter(*m_fixture->desk, {second.id}, first.id));
    DO(editorial::followLetter(*m_fixture->desk, {third.id}, second.id));
    for (const desk::LetterId &earlier : {first.id, second.id, third.id}) {
        const auto refused = editorial::followLetter(*m_fixture->desk, {first.id}, earlier);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::Error::Kind::Unusable);
        QVERIFY(!refused.error().message.isEmpty());
    }
    QVERIFY(!relatedOf(first.id).earlier);
    const auto missing = editorial::followLetter(*m_fixture->desk, {first.id}, desk::LetterId::create());
    QCOMPARE(missing.error().kind, base::Error::Kind::NotFound);
}

void TestRelations::partsWhatFollows()
{
    const desk::LetterId first = m_fixture->letter("The car", "She borrowed my car.");
    const desk::LetterId sequel = m_fixture->letter("How it went", "She brought it back.");
    TAKE(change, editorial::unfollowLetters(*m_fixture->desk, {sequel, first}));
    QVERIFY(!relatedOf(sequel).earlier);
    const auto refused = editorial::unfollowLetters(*m_fixture->desk, {sequel, first});
    QCOMPARE(refused.error().kind, base::Error::Kind::Unusable);
    DO(change.undo(*m_fixture->desk));
    QCOMPARE(relatedOf(sequel).earlier->letter, first);
    DO(change.redo(*m_fixture->desk));
    QVERIFY(!relatedOf(sequel).earlier);
}

QTEST_GUILESS_MAIN(TestRelations)

#include "tst_relations.moc"
