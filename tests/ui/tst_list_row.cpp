#include "ui/dates.h"
#include "ui/list_row.h"

#include <QTest>

class ListRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreShort_data();
    void datesAreShort();
    void letterHasItsLines();
    void heldLetterSaysUntilWhen();
    void noticeStandsInPlaceOfTheExcerpt();
    void articleHasItsLines();
    void everyStageHasAnIcon();
};

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);
const QDate today(2026, 6, 10); // a Wednesday

QDateTime at(int year, int month, int day)
{
    return {QDate(year, month, day), QTime(14, 5), Qt::UTC};
}

editorial::LetterItem someLetter()
{
    editorial::LetterItem item;
    item.shownName = QStringLiteral("Torn in Truro");
    item.row.id = desk::LetterId::create();
    item.row.subject = QStringLiteral("The borrowed car");
    item.row.excerpt = QStringLiteral("My sister borrowed my car…");
    item.row.words = 1212;
    item.row.received = at(2026, 6, 8);
    item.row.unread = true;
    return item;
}

} // namespace

void ListRowTest::datesAreShort_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("shown");
    QTest::newRow("today") << at(2026, 6, 10) << QStringLiteral("14:05");
    QTest::newRow("this week") << at(2026, 6, 8) << QStringLiteral("Mon");
    QTest::newRow("a week ago") << at(2026, 6, 3) << QStringLiteral("3 Jun");
    QTest::newRow("to come") << at(2026, 6, 12) << QStringLiteral("12 Jun");
    QTest::newRow("another year") << at(2025, 12, 24) << QStringLiteral("24 Dec 2025");
    QTest::newRow("none") << QDateTime() << QString();
}

void ListRowTest::datesAreShort()
{
    QFETCH(QDateTime, moment);
    QFETCH(QString, shown);
    QCOMPARE(ui::shortDate(moment, today, english), shown);
}

void ListRowTest::letterHasItsLines()
{
    const editorial::LetterItem item = someLetter();
    const ui::ListRow row = ui::letterRow(item, today, english);
    QCOMPARE(desk::LetterId(row.id), item.row.id);
    QCOMPARE(row.name, QStringLiteral("Torn in Truro"));
    QCOMPARE(row.date, QStringLiteral("Mon"));
    QCOMPARE(row.subject, QStringLiteral("The borrowed car"));
    QVERIFY(row.unread);
    QVERIFY(ui::spoken(row).startsWith(QStringLiteral("unread, Torn in Truro")));
    QVERIFY(ui::spoken(row).endsWith(QStringLiteral("New")));

    editorial::LetterItem bare = item;
    bare.row.subject.clear();
    QVERIFY(!ui::letterRow(bare, today, english).subject.isEmpty());
}

void ListRowTest::heldLetterSaysUntilWhen()
{
    editorial::LetterItem item = someLetter();
    item.row.stage = desk::LetterStage::Held;
    item.row.heldUntil = QDate(2026, 7, 1);
    QCOMPARE(ui::letterRow(item, today, english).date, QStringLiteral("until 1 Jul"));
    item.row.heldUntil = QDate(2027, 1, 6);
    QCOMPARE(ui::letterRow(item, today, english).date, QStringLiteral("until 6 Jan 2027"));
}

void ListRowTest::articleHasItsLines()
{
    desk::ArticleRow article;
    article.id = desk::ArticleId::create();
    article.stage = desk::ArticleStage::InReview;
    article.letters = {desk::LetterId::create()};
    ui::ListRow row = ui::articleRow(article, today, english);
    QVERIFY(!row.name.isEmpty());
    QCOMPARE(row.date, QStringLiteral("no date yet"));
    QCOMPARE(row.stage, QStringLiteral("In review"));
    QVERIFY(!row.unread);

    article.title = QStringLiteral("Whose car is it?");
    article.publishOn = at(2026, 6, 20);
    article.published = at(2026, 6, 8);
    row = ui::articleRow(article, today, english);
    QCOMPARE(row.name, article.title);
    QCOMPARE(row.date, QStringLiteral("20 Jun"));
    QVERIFY(row.subject.contains(QStringLiteral("published Mon")));
}

void ListRowTest::noticeStandsInPlaceOfTheExcerpt()
{
    editorial::LetterItem item = someLetter();
    item.row.notice = QStringLiteral("Its end is missing.");
    QVERIFY(ui::letterRow(item, today, english).notice.isEmpty()); // somebody has seen to it
    item.row.needsAttention = true;
    ui::ListRow row = ui::letterRow(item, today, english);
    QVERIFY(row.needsAttention);
    QCOMPARE(row.notice, item.row.notice);
    QVERIFY(ui::spoken(row).startsWith(QStringLiteral("needs attention, unread, Torn in Truro")));
    QVERIFY(ui::spoken(row).endsWith(item.row.notice));

    item.row.needsAttention = false;
    item.row.stage = desk::LetterStage::NotALetter;
    row = ui::letterRow(item, today, english);
    QCOMPARE(row.notice, item.row.notice);
    QVERIFY(!row.needsAttention);
}

void ListRowTest::everyStageHasAnIcon()
{
    for (const desk::LetterStage stage : desk::letterStages())
        QVERIFY(!ui::iconOf(stage).isEmpty());
    for (const desk::ArticleStage stage : desk::articleStages())
        QVERIFY(!ui::iconOf(stage).isEmpty());
}

QTEST_MAIN(ListRowTest)
#include "tst_list_row.moc"
