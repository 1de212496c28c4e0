#include "privacy/leak.h"

#include <QTest>

using privacy::Correspondent;
using privacy::tellingWords;

class TestTellingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestTellingWords::finds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QString &name, const QString &address, const QString &expected) {
        QTest::newRow(title) << name << address << expected;
    };
    row("all", QStringLiteral("Jane Ormerod"), QStringLiteral("Lighthouse77@Mail.Example"),
        QStringLiteral("lighthouse77@mail.example|lighthouse77|jane ormerod|ormerod"));
    row("nothing", {}, {}, {});
    row("only spaces", QStringLiteral("  "), QStringLiteral(" "), {});
    row("one word", QStringLiteral("Moonpie"), {}, QStringLiteral("moonpie"));
    row("one letter", QStringLiteral("J"), {}, {});
    row("three words", QStringLiteral("Jane van Ormerod"), {}, QStringLiteral("jane van ormerod|ormerod"));
    row("short family name", QStringLiteral("Wei Li"), {}, QStringLiteral("wei li"));
    row("family name first", QStringLiteral("Ormerod, Jane"), {}, QStringLiteral("jane ormerod|ormerod"));
    row("family name of two words first", QStringLiteral("van Ormerod, Jane"), {},
        QStringLiteral("jane van ormerod|ormerod"));
    row("title behind", QStringLiteral("Jane Ormerod, Ph.D."), {}, QStringLiteral("jane ormerod|ormerod"));
    row("suffix", QStringLiteral("Jim Ormerod Jr."), {}, QStringLiteral("jim ormerod|ormerod"));
    row("aside", QStringLiteral("Jane Ormerod (she/her)"), {}, QStringLiteral("jane ormerod|ormerod"));
    row("quotes", QStringLiteral("\"Jane Ormerod\""), {}, QStringLiteral("jane ormerod|ormerod"));
    row("comma alone", QStringLiteral(","), {}, {});
    row("hyphens", QStringLiteral("Jane Ormerod-Blythe"), {}, QStringLiteral("jane ormerod-blythe|ormerod-blythe"));
    row("name is the address", QStringLiteral("moonpie@mail.example"), QStringLiteral("moonpie@mail.example"),
        QStringLiteral("moonpie@mail.example|moonpie"));
    row("a role", {}, QStringLiteral("info@ormerod.example"), QStringLiteral("info@ormerod.example"));
    row("a short part", {}, QStringLiteral("jo@mail.example"), QStringLiteral("jo@mail.example"));
    row("a common word", {}, QStringLiteral("summer@mail.example"), QStringLiteral("summer@mail.example"));
    row("the given name", QStringLiteral("Margaret Ormerod"), QStringLiteral("margaret@mail.example"),
        QStringLiteral("margaret@mail.example|margaret ormerod|ormerod"));
    row("a tag", {}, QStringLiteral("moonpie+column@mail.example"),
        QStringLiteral("moonpie+column@mail.example|moonpie+column|moonpie"));
    row("no address", {}, QStringLiteral("moonpie"), QStringLiteral("moonpie"));
    row("accents stay", QStringLiteral("Zoë Żurawska"), {}, QStringLiteral("zoë żurawska|żurawska"));
}

void TestTellingWords::finds()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, expected);
    const Correspondent correspondent{{}, name, address, {}, {}};
    QCOMPARE(tellingWords(correspondent).join(QLatin1Char('|')), expected);
}

QTEST_GUILESS_MAIN(TestTellingWords)
#include "tst_telling_words.moc"
