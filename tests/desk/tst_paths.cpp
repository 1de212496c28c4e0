#include "desk/paths.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using desk::acceptPathPattern;
using desk::acceptSlug;
using desk::articlePath;
using desk::freeSlug;
using desk::slugFor;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesSlugs_data();
    void makesSlugs();
    void keepsSlugsShort();
    void makesSlugsThatItAccepts();
    void findsFreeSlugs();
    void acceptsSlugs_data();
    void acceptsSlugs();
    void refusesSlugs_data();
    void refusesSlugs();
    void acceptsPatterns_data();
    void acceptsPatterns();
    void refusesPatterns_data();
    void refusesPatterns();
    void makesPaths_data();
    void makesPaths();
};

void TestPaths::makesSlugs_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *title, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(title) << QString::fromUtf8(expected);
    };
    row("plain", "My Mother Moved In", "my-mother-moved-in");
    row("marks", "  “Help!” -- she said... (twice) ", "help-she-said-twice");
    row("apostrophes", "He’s Won't don't", "hes-wont-dont");
    row("ampersand", "Love & Money", "love-and-money");
    row("digits", "40 is the new 30", "40-is-the-new-30");
    row("German", "Größe über Äußerlichkeit", "grosse-uber-ausserlichkeit");
    row("French", "Où est-ce que l'œuvre a été?", "ou-est-ce-que-loeuvre-a-ete");
    row("Polish", "Zażółć gęślą jaźń łąką", "zazolc-gesla-jazn-laka");
    row("Icelandic", "Þórður og ævi Guðrúnar", "thordur-og-aevi-gudrunar");
    row("Cyrillic", "Мой муж ушёл", "moy-muzh-ushel");
    row("Ukrainian", "Що робити їй?", "shcho-robiti-yiy");
    row("Greek", "Η μητέρα μου", "i-mitera-mou");
    row("Chinese", "我的母亲", "letter");
    row("Chinese and digits", "我的 2 母亲", "2");
    row("Japanese", "ありがとう", "letter");
    row("emoji", "😀😀", "letter");
    row("emoji between", "yes 😀 no", "yes-no");
    row("empty", "", "letter");
    row("marks alone", "?!? -- ...", "letter");
    row("path", "../../etc/passwd", "etc-passwd");
    row("markup", "<b>x</b> &amp; \\ %2e", "b-x-b-and-amp-2e");
    row("reserved", "Con", "con-letter");
    row("reserved with digit", "LPT1", "lpt1-letter");
    row("not reserved", "Console", "console");
    row("wide letters", "Ｈｅｌｌｏ", "hello");
    row("mathematical letters", "𝐇𝐞𝐥𝐥𝐨", "hello");
    row("lines", "one\ntwo\tthree", "one-two-three");
}

void TestPaths::makesSlugs()
{
    QFETCH(QString, title);
    QFETCH(QString, expected);
    QCOMPARE(slugFor(title), expected);
}

void TestPaths::keepsSlugsShort()
{
    const QString words = slugFor(QStringLiteral("word ").repeated(100));
    QVERIFY(words.size() <= 80 && words.size() > 70);
    QVERIFY(words.endsWith(QStringLiteral("-word")));
    QCOMPARE(slugFor(QString(1000, QLatin1Char('x'))), QString(80, QLatin1Char('x')));
    QCOMPARE(slugFor(QString(80, QLatin1Char('x'))), QString(80, QLatin1Char('x')));
    QCOMPARE(slugFor(QString(80, QLatin1Char('x')) + QStringLiteral(" y")), QString(80, QLatin1Char('x')));
    QCOMPARE(slugFor(QStringLiteral("a ") + QString(200, QLatin1Char('x'))).size(), 80);
    QVERIFY(slugFor(QString(200, QChar(0x0449))).size() <= 80);
}

void TestPaths::makesSlugsThatItAccepts()
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    for (char32_t letter = 1; letter < 0x1F700; letter += letter < 0x3000 ? 1 : 37) {
        if (letter >= 0xD800 && letter < 0xE000)
            continue;
        const QString c = QString::fromUcs4(&letter, 1);
        const QString slug = slugFor(c + QStringLiteral("x") + c + QStringLiteral("-y ") + c);
        QVERIFY2(form.match(slug).hasMatch(), qPrintable(slug));
        QVERIFY(acceptSlug(slug));
    }
}

void TestPaths::findsFreeSlugs()
{
    const QSet<QString> taken{QStringLiteral("a"), QStringLiteral("a-2"), QStringLiteral("a-3")};
    const auto isTaken = [&taken](const QString &slug) {
        return taken.contains(slug);
    };
    QCOMPARE(freeSlug(QStringLiteral("b"), isTaken), QStringLiteral("b"));
    QCOMPARE(freeSlug(QStringLiteral("a"), isTaken), QStringLiteral("a-4"));
    QCOMPARE(freeSlug(QStringLiteral("a-2"), isTaken), QStringLiteral("a-2-2"));

    const QString longest = QString(157, QLatin1Char('x')) + QStringLiteral("-yz");
    const QString beside = freeSlug(longest, [&longest](const QString &slug) { return slug == longest; });
    QVERIFY(beside != longest);
    QVERIFY(acceptSlug(longest) && acceptSlug(beside));
}

void TestPaths::acceptsSlugs_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QStringLiteral("my-mother") << QStringLiteral("my-mother");
    QTest::newRow("spaces around") << QStringLiteral("  my-mother\n") << QStringLiteral("my-mother");
    QTest::newRow("capitals") << QStringLiteral("My-Mother") << QStringLiteral("my-mother");
    QTest::newRow("digits") << QStringLiteral("2") << QStringLiteral("2");
    QTest::newRow("longest") << QString(160, QLatin1Char('x')) << QString(160, QLatin1Char('x'));
}

void TestPaths::acceptsSlugs()
{
    QFETCH(QString, slug);
    QFETCH(QString, expected);
    const base::Result<QString> accepted = acceptSlug(slug);
    QVERIFY(accepted);
    QCOMPARE(*accepted, expected);
}

void TestPaths::refusesSlugs_data()
{
    QTest::addColumn<QString>("slug");
    const QStringList bad{QString(),
                          QStringLiteral("  "),
                          QStringLiteral("a b"),
                          QStringLiteral("a--b"),
                          QStringLiteral("-a"),
                          QStringLiteral("a-"),
                          QStringLiteral("a/b"),
                          QStringLiteral("../a"),
                          QStringLiteral(".."),
                          QStringLiteral("a.html"),
                          QStringLiteral("a_b"),
                          QStringLiteral("größe"),
                          QStringLiteral("a%2fb"),
                          QStringLiteral("{slug}"),
                          QStringLiteral("a\nb"),
                          QStringLiteral("<b>"),
                          QStringLiteral("con"),
                          QStringLiteral("NUL"),
                          QStringLiteral("com9"),
                          QString(161, QLatin1Char('x')),
                          QString(QChar(0))};
    for (qsizetype i = 0; i < bad.size(); ++i)
        QTest::newRow(qPrintable(QString::number(i))) << bad.at(i);
}

void TestPaths::refusesSlugs()
{
    QFETCH(QString, slug);
    const base::Result<QString> accepted = acceptSlug(slug);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, base::Error::Kind::Unusable);
    // The message names a slug that would do.
    QVERIFY(accepted.error().message.contains(slugFor(slug)));
    QVERIFY(acceptSlug(slugFor(slug)));
}

void TestPaths::acceptsPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern :
         {"letters/{slug}.html", "{slug}.html", "{slug}/", "{slug}/index.html", "{year}/{month}/{slug}/",
          "blog-{year}/{month}-{slug}.html", "a.b/c_d/{slug}.html", "{year}/{slug}/{slug}.html", "  {slug}/ "})
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
}

void TestPaths::acceptsPatterns()
{
    QFETCH(QString, pattern);
    const base::Result<QString> accepted = acceptPathPattern(pattern);
    QVERIFY(accepted);
    QCOMPARE(*accepted, pattern.trimmed());
}

void TestPaths::refusesPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"",
                                " ",
                                "/",
                                "letters/",
                                "letters.html",
                                "/letters/{slug}.html",
                                "../{slug}.html",
                                "a/../{slug}.html",
                                "a/..",
                                "{slug}/..",
                                "{slug}/../",
                                "./{slug}.html",
                                "a/./{slug}.html",
                                ".git/{slug}.html",
                                "{slug}/.html",
                                "a//{slug}.html",
                                "//{slug}.html",
                                "{slug}//",
                                "C:/{slug}.html",
                                "c:\\{slug}.html",
                                "a\\{slug}.html",
                                "https://example.org/{slug}.html",
                                "{slug}.html?x",
                                "{slug}.html#x",
                                "{slug}",
                                "{slug}.htm",
                                "{slug}.php",
                                "{SLUG}.html",
                                "{slug.html",
                                "slug}.html",
                                "{day}/{slug}.html",
                                "{ slug }.html",
                                "a b/{slug}.html",
                                "%2e%2e/{slug}.html",
                                "letters/{slug}.html\nx",
                                "con/{slug}.html",
                                "aux.x/{slug}.html",
                                "a./{slug}.html",
                                "größe/{slug}.html",
                                "~/{slug}.html"})
        QTest::newRow(pattern) << QString::fromUtf8(pattern);
    QTest::newRow("zero") << QStringLiteral("a") + QChar(0) + QStringLiteral("{slug}.html");
}

void TestPaths::refusesPatterns()
{
    QFETCH(QString, pattern);
    const base::Result<QString> accepted = acceptPathPattern(pattern);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, base::Error::Kind::Unusable);
    QVERIFY(accepted.error().message.contains(QStringLiteral("{slug}")));
}

void TestPaths::makesPaths_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *pattern, const QDate &date, const char *expected) {
        QTest::addRow("%s %s", pattern, qPrintable(date.toString(Qt::ISODate)))
            << QString::fromUtf8(pattern) << date << QString::fromUtf8(expected);
    };
    const QDate march(2026, 3, 9);
    row("letters/{slug}.html", march, "letters/my-mother.html");
    row("{year}/{month}/{slug}/", march, "2026/03/my-mother/");
    row("{year}/{slug}/{month}/", QDate(2026, 12, 1), "2026/my-mother/12/");
    row("blog-{year}-{month}/{slug}.html", march, "blog-2026-03/my-mother.html");
    row("{slug}/{slug}.html", march, "my-mother/my-mother.html");
    row("letters/{slug}.html", QDate(), "letters/my-mother.html");
    row("{year}/{month}/{slug}/", QDate(), "my-mother/");
    row("a/{year}/b/{month}/{slug}.html", QDate(), "a/b/my-mother.html");
    row("blog-{year}-{month}/{slug}.html", QDate(), "my-mother.html");
    row("{year}-{month}-{slug}.html", QDate(), "my-mother.html");
    row("{slug}-{year}.html", QDate(), "my-mother.html");
}

void TestPaths::makesPaths()
{
    QFETCH(QString, pattern);
    QFETCH(QDate, date);
    QFETCH(QString, expected);
    QVERIFY(acceptPathPattern(pattern));
    QCOMPARE(articlePath(pattern, QStringLiteral("my-mother"), date), expected);
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
