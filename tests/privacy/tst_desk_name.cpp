#include "privacy/correspondent.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using desk::CorrespondentId;
using privacy::deskName;

class TestDeskName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAlwaysTheSame();
    void isTwoPlainWords();
    void seldomMeetsItself();
    void usesAllWords();
};

void TestDeskName::isAlwaysTheSame()
{
    const auto name = [](const char *uuid) {
        return deskName(CorrespondentId::fromString(QLatin1String(uuid)));
    };
    QCOMPARE(name("00000000-0000-0000-0000-000000000001"), QStringLiteral("Goshawk Hearth"));
    QCOMPARE(name("3f2b6a1e-9c54-4d0b-8f6e-2a7d5c9b1e40"), QStringLiteral("Broom Channel"));
    QCOMPARE(name("{3F2B6A1E-9C54-4D0B-8F6E-2A7D5C9B1E40}"), QStringLiteral("Broom Channel"));
    QVERIFY(!deskName(CorrespondentId()).isEmpty());
}

void TestDeskName::isTwoPlainWords()
{
    static const QRegularExpression form(QStringLiteral("^[A-Z][a-z]+ [A-Z][a-z]+$"));
    for (int i = 0; i < 5000; ++i) {
        const QString name = deskName(CorrespondentId::fromName(QString::number(i)));
        QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
        QVERIFY(name.section(QLatin1Char(' '), 0, 0) != name.section(QLatin1Char(' '), 1, 1));
    }
}

void TestDeskName::seldomMeetsItself()
{
    QSet<QString> names;
    for (int i = 0; i < 2000; ++i)
        names.insert(deskName(CorrespondentId::fromName(QString::number(i))));
    // By chance, 2,000 draws out of 65,536 names meet about 30 times.
    QVERIFY2(names.size() > 1940, qPrintable(QString::number(names.size())));
}

void TestDeskName::usesAllWords()
{
    QSet<QString> first;
    QSet<QString> second;
    for (int i = 0; i < 20000; ++i) {
        const QStringList words = deskName(CorrespondentId::fromName(QString::number(i))).split(QLatin1Char(' '));
        first.insert(words.at(0));
        second.insert(words.at(1));
    }
    QCOMPARE(first.size(), 256);
    QCOMPARE(second.size(), 256);
}

QTEST_GUILESS_MAIN(TestDeskName)
#include "tst_desk_name.moc"
