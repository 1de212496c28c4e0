#include "ui/text_search.h"

#include <QElapsedTimer>
#include <QTest>

using ui::TextSearch;

// What a search in one text finds, and what would take its place.
class TextSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void replaces_data();
    void replaces();
    void mistakeInAPatternIsNamed();
    void patternThatTakesForeverIsGivenUp();
};

void TextSearchTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("options"); // c: case, w: whole words, p: pattern
    QTest::addColumn<QList<int>>("starts");
    const auto row = [](const char *name, const char16_t *text, const char16_t *words, const char *options,
                        const QList<int> &starts) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(words) << QString::fromLatin1(options)
                            << starts;
    };
    row("nothing", u"words", u"", "", {});
    row("any case", u"Car, car, CAR", u"car", "", {0, 5, 10});
    row("this case", u"Car, car, CAR", u"car", "c", {5});
    row("no pattern", u"a.b axb", u"a.b", "", {0});
    row("pattern", u"a.b axb", u"a.b", "p", {0, 4});
    row("whole words", u"car scar card car", u"car", "w", {0, 14});
    row("whole words beyond ASCII", u"über überall", u"über", "w", {0});
    row("whole word with an accent of its own", u"cafe\u0301 cafe", u"cafe", "w", {6});
    row("case beyond ASCII", u"Über", u"über", "", {0});
    row("quotes", u"don\u2019t don't", u"don't", "", {0, 6});
    row("curled quotes", u"say \"yes\"", u"\u201cyes\u201d", "", {4});
    row("no-break space", u"10\u00a0km 10 km", u"10 km", "", {0, 6});
    row("lines", u"one\ntwo\none", u"^one$", "p", {0, 8});
    row("over a line end", u"one\ntwo", u"one\\ntwo", "p", {0});
    row("empty places", u"abc", u"x*", "p", {});
    row("empty places beyond the first plane", u"\U0001F980x", u"x*", "p", {2});
    row("beyond the first plane", u"a \U0001F980 b", u"\U0001F980", "", {2});
    row("special signs", u"(a) [b] *c*", u"*c*", "", {8});
}

void TextSearchTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QString, options);
    const auto found =
        ui::matchesIn(text, TextSearch{words, options.contains(QLatin1Char('c')), options.contains(QLatin1Char('w')),
                                       options.contains(QLatin1Char('p'))});
    QVERIFY(found);
    QList<int> starts;
    for (const ui::TextMatch &match : *found)
        starts.append(match.start);
    QTEST(starts, "starts");
}

void TextSearchTest::replaces_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isPattern");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("replacement");
    QTest::newRow("words") << "Torn" << false << "Worn"
                           << "Worn";
    QTest::newRow("words as they are") << "Torn" << false << "\\1\\n"
                                       << "\\1\\n";
    QTest::newRow("nothing") << "Torn" << true << ""
                             << "";
    QTest::newRow("group") << "(T)(orn)" << true << "\\2-\\1"
                           << "orn-T";
    QTest::newRow("all") << "T.rn" << true << "<\\0>"
                         << "<Torn>";
    QTest::newRow("no such group") << "Torn" << true << "a\\7b"
                                   << "ab";
    QTest::newRow("signs") << "Torn" << true << "a\\nb\\tc\\\\d"
                           << "a\nb\tc\\d";
    QTest::newRow("backslash at the end") << "Torn" << true << "a\\"
                                          << "a\\";
}

void TextSearchTest::replaces()
{
    QFETCH(QString, words);
    QFETCH(bool, isPattern);
    QFETCH(QString, with);
    const auto found = ui::matchesIn(QStringLiteral("Torn in Truro"), {words, true, false, isPattern}, with);
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QTEST(found->first().replacement, "replacement");
}

void TextSearchTest::mistakeInAPatternIsNamed()
{
    const auto found = ui::matchesIn(QStringLiteral("abc"), {QStringLiteral("ab(c"), false, true, true});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, base::Error::Kind::Unusable);
    QVERIFY(found.error().message.contains(QLatin1Char('4')));
}

void TextSearchTest::patternThatTakesForeverIsGivenUp()
{
    QElapsedTimer clock;
    clock.start();
    const QString text = QString(QString(4000, QLatin1Char('a')) + QLatin1Char('!'));
    const auto found = ui::matchesIn(text, {QStringLiteral("^(a+)+$"), false, false, true});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, base::Error::Kind::Unusable);
    QVERIFY(clock.elapsed() < 2000);
}

QTEST_APPLESS_MAIN(TextSearchTest)
#include "tst_text_search.moc"
