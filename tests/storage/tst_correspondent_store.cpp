// CorrespondentStore: sealed bytes come back as they went in.
#include "invented.h"

#include <QTest>

using namespace invented;
using base::Error;

class TestCorrespondentStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackTheBytes();
    void leavesTheMessage();
    void givesManyIdentities();
    void refusesDoublesAndStrangers();
};

static privacy::SealedCorrespondent sealed()
{
    return {desk::CorrespondentId::fromName(QStringLiteral("writer")), QStringLiteral("plain"),
            QByteArray("\0\xfe\xff identity", 12), QByteArray("raw\r\n\0message", 13)};
}

void TestCorrespondentStore::givesBackTheBytes()
{
    Desk desk;
    taken(desk->correspondents().add(sealed()));
    desk.reopen();
    const privacy::SealedCorrespondent read = taken(desk->correspondents().correspondent(sealed().id));
    QVERIFY(read.id == sealed().id);
    QCOMPARE(read.scheme, sealed().scheme);
    QCOMPARE(read.identity, sealed().identity);
    QCOMPARE(read.message, sealed().message);
}

void TestCorrespondentStore::leavesTheMessage()
{
    Desk desk;
    taken(desk->correspondents().add(sealed()));
    const privacy::SealedCorrespondent read = taken(desk->correspondents().correspondent(sealed().id, false));
    QCOMPARE(read.identity, sealed().identity);
    QVERIFY(read.message.isEmpty());
}

void TestCorrespondentStore::givesManyIdentities()
{
    Desk desk;
    privacy::SealedCorrespondent other = sealed();
    other.id = desk::CorrespondentId::create();
    other.identity = QByteArray("another");
    taken(desk->correspondents().add(sealed()));
    taken(desk->correspondents().add(other));
    const auto found = taken(desk->correspondents().identities({other.id, sealed().id, other.id}));
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.value(other.id).identity, other.identity);
    QCOMPARE(found.value(sealed().id).identity, sealed().identity);
    QVERIFY(found.value(sealed().id).message.isEmpty());
    const auto some = taken(desk->correspondents().identities({other.id, desk::CorrespondentId::create()}));
    QCOMPARE(some.keys(), QList{other.id});
}

void TestCorrespondentStore::refusesDoublesAndStrangers()
{
    Desk desk;
    taken(desk->correspondents().add(sealed()));
    QCOMPARE(desk->correspondents().add(sealed()).error().kind, Error::Kind::Unusable);
    QCOMPARE(desk->correspondents().correspondent(desk::CorrespondentId::create()).error().kind, Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestCorrespondentStore)
#include "tst_correspondent_store.moc"
