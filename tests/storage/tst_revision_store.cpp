// RevisionStore: earlier texts and remarks.
#include "invented.h"

#include <QTest>

using namespace invented;
using desk::TextKind;

class TestRevisionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWithoutDoublesInARow();
    void keepsTextsApart();
    void keepsRemarks();
};

static desk::Revision revision(const QUuid &owner, const QString &text)
{
    return {desk::RevisionId::create(), TextKind::Answer, owner, text, QStringLiteral("before editing"), moment(2)};
}

void TestRevisionStore::keepsWithoutDoublesInARow()
{
    Desk desk;
    const QUuid owner = QUuid::createUuid();
    for (const char *text : {"a", "a", "b", "a", "a", ""})
        taken(desk->revisions().keep(revision(owner, QString::fromLatin1(text))));
    taken(desk->revisions().keep(revision(owner, QString())));
    desk.reopen();
    const auto kept = taken(desk->revisions().revisions(TextKind::Answer, owner));
    QCOMPARE(kept.size(), 4);
    QCOMPARE(kept.at(0).text, QString());
    QCOMPARE(kept.at(1).text, QStringLiteral("a"));
    QCOMPARE(kept.at(2).text, QStringLiteral("b"));
    QCOMPARE(kept.at(3).reason, QStringLiteral("before editing"));
    QCOMPARE(kept.at(3).created, moment(2));
    QCOMPARE(kept.at(3).owner, owner);
}

void TestRevisionStore::keepsTextsApart()
{
    Desk desk;
    const QUuid owner = QUuid::createUuid();
    taken(desk->revisions().keep(revision(owner, QStringLiteral("a"))));
    desk::Revision letter = revision(owner, QStringLiteral("a"));
    letter.kind = TextKind::EditedLetter;
    taken(desk->revisions().keep(letter));
    taken(desk->revisions().keep(revision(QUuid::createUuid(), QStringLiteral("a"))));
    QCOMPARE(taken(desk->revisions().revisions(TextKind::Answer, owner)).size(), 1);
    QCOMPARE(taken(desk->revisions().revisions(TextKind::EditedLetter, owner)).size(), 1);
    QVERIFY(taken(desk->revisions().revisions(TextKind::Answer, QUuid::createUuid())).isEmpty());
}

void TestRevisionStore::keepsRemarks()
{
    Desk desk;
    const QUuid owner = QUuid::createUuid();
    const desk::Remark remark{desk::RemarkId::create(), TextKind::Answer,     owner,     QStringLiteral("him"),
                              QStringLiteral("Who?"),   QStringLiteral("ed"), moment(3), true};
    taken(desk->revisions().addRemark(remark));
    QVERIFY(!desk->revisions().addRemark(remark));
    const auto remarks = taken(desk->revisions().remarks(TextKind::Answer, owner));
    QCOMPARE(remarks.size(), 1);
    QVERIFY(remarks.first().id == remark.id);
    QCOMPARE(remarks.first().quote, remark.quote);
    QCOMPARE(remarks.first().text, remark.text);
    QCOMPARE(remarks.first().author, remark.author);
    QCOMPARE(remarks.first().created, remark.created);
    QVERIFY(remarks.first().resolved);
    QVERIFY(taken(desk->revisions().remarks(TextKind::EditedLetter, owner)).isEmpty());
}

QTEST_GUILESS_MAIN(TestRevisionStore)
#include "tst_revision_store.moc"
