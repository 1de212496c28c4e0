// The index of all Q&As: every article is in it, headings lead somewhere, long ones are split.
#include "column.h"

#include "site/qa_index.h"

#include <QTest>

using site::QaIndex;

class TestIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingsFromAToZ();
    void articlesWithoutEntryStandUnderTheirTitle();
    void headingsThatLeadNowhereAreHidden();
    void referencesLeadToTheirHeading();
    void entriesLeadToTheirLetter();
    void circlesOfReferencesEnd();
    void longIndexIsSplit();
    void lettersOfOtherScripts();

private:
    static QStringList linesOf(const QaIndex &index);
};

// "C: cars", "C:   lent to sisters", "B: [The borrowed car]"
QStringList TestIndex::linesOf(const QaIndex &index)
{
    QStringList lines;
    for (const QaIndex::Group &group : index.groups()) {
        for (const QaIndex::Item &item : group.items) {
            for (const QaIndex::Heading &heading : item.headings)
                lines.append(group.letter + QLatin1Char(' ') + QString(heading.level, QLatin1Char('>')) + heading.text);
            if (item.headings.isEmpty())
                lines.append(group.letter + QStringLiteral(" [") + item.article.text + QLatin1Char(']'));
        }
    }
    return lines;
}

void TestIndex::headingsFromAToZ()
{
    const column::Column column = column::sample();
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    QCOMPARE(
        linesOf(index),
        QStringList({QStringLiteral("A [An aunt and a piano]"), QStringLiteral("C cars"),
                     QStringLiteral("C >lent to sisters"), QStringLiteral("E [Éclairs at every meeting]"),
                     QStringLiteral("L [A letter of thanks, ten years late]"), QStringLiteral("Q [The quiet office]"),
                     QStringLiteral("S salt"), QStringLiteral("S seasoning")}));
    QVERIFY(!index.isSplit());
    QVERIFY(findings.isEmpty());
}

void TestIndex::articlesWithoutEntryStandUnderTheirTitle()
{
    column::Column column = column::sample();
    column.edition.index = {};
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    QCOMPARE(linesOf(QaIndex(outline)).size(), column.edition.articles.size());
}

void TestIndex::headingsThatLeadNowhereAreHidden()
{
    column::Column column = column::sample();
    column.withdraw("two-kitchens");
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QStringList lines = linesOf(QaIndex(outline));
    QVERIFY(!lines.contains(QStringLiteral("S salt")));
    QVERIFY(!lines.contains(QStringLiteral("S seasoning")));
    QVERIFY(lines.contains(QStringLiteral("C cars")));
}

void TestIndex::referencesLeadToTheirHeading()
{
    const column::Column column = column::sample();
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    const QaIndex::Heading seasoning = index.groups().last().items.last().headings.first();
    QCOMPARE(seasoning.see.size(), 1);
    QCOMPARE(seasoning.see.first().text, QStringLiteral("salt"));
    QCOMPARE(seasoning.see.first().anchor, QStringLiteral("on-salt"));
    QCOMPARE(seasoning.see.first().file, QStringLiteral("qa-index.html"));
}

void TestIndex::entriesLeadToTheirLetter()
{
    const column::Column column = column::sample();
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    const QaIndex::Heading salt = index.groups().last().items.first().headings.first();
    QCOMPARE(salt.entries.first().text, QStringLiteral("She hides it"));
    QCOMPARE(salt.entries.first().file, QStringLiteral("letters/two-kitchens.html"));
    QCOMPARE(salt.entries.first().anchor, QStringLiteral("letter-2"));
}

void TestIndex::circlesOfReferencesEnd()
{
    column::Column column = column::sample();
    const auto refer = [&column](const char *from, const char *to) {
        column.edition.index.references.append({desk::HeadingId::fromName(column::text(from)),
                                                desk::HeadingId::fromName(column::text(to)),
                                                desk::IndexReference::Kind::SeeAlso});
    };
    refer("salt", "seasoning");
    refer("salt", "salt");
    refer("nobody", "nobody");
    refer("salt", "gone");
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    const QaIndex::Heading salt = index.groups().last().items.first().headings.first();
    QCOMPARE(salt.seeAlso.size(), 1);
    QVERIFY(!linesOf(index).join(QLatin1Char(' ')).contains(QStringLiteral("nobody")));
}

void TestIndex::longIndexIsSplit()
{
    column::Column column = column::sample();
    const QList<site::Piece> pieces = column.texts.value(column::article("eclair")).pieces;
    for (int number = 0; number < 500; ++number)
        column.add(QByteArray("extra-") + QByteArray::number(number), QByteArray(1, char('a' + number % 26)) + " story",
                   10 + number, {}, pieces);
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    QVERIFY(index.isSplit());
    QCOMPARE(index.groups().first().file, QStringLiteral("qa-index/a.html"));
    QCOMPARE(linesOf(index).size(), 508);
    for (const QaIndex::Group &group : index.groups()) {
        if (group.letter == QStringLiteral("S"))
            QCOMPARE(group.items.last().headings.size() + group.items.size() > 2, true);
    }
}

void TestIndex::lettersOfOtherScripts()
{
    column::Column column = column::sample();
    column.edition.index = {};
    const QList<site::Piece> pieces = column.texts.value(column::article("eclair")).pieces;
    column.add("digits", "7 brides", 7, {}, pieces);
    column.add("cyrillic", "Яблоко", 8, {}, pieces);
    column.add("quote", "“Quoted” thanks", 9, {}, pieces);
    column.add("symbols", "…", 10, {}, pieces);
    QList<desk::Finding> findings;
    const site::Outline outline(column.edition, findings);
    const QaIndex index(outline);
    QStringList letters;
    QStringList anchors;
    for (const QaIndex::Group &group : index.groups()) {
        letters.append(group.letter);
        anchors.append(group.anchor);
    }
    QCOMPARE(letters.last(), QStringLiteral("#"));
    QCOMPARE(anchors.last(), QStringLiteral("other"));
    QVERIFY(letters.contains(QStringLiteral("Я")));
    QVERIFY(anchors.contains(QStringLiteral("u42f")));
    QVERIFY(letters.contains(QStringLiteral("Q")));
    QCOMPARE(QSet<QString>(anchors.begin(), anchors.end()).size(), anchors.size());
}

QTEST_GUILESS_MAIN(TestIndex)
#include "tst_index.moc"
