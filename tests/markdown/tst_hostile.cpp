// Texts made to be slow, deep or large.
#include "markdown/limits.h"
#include "markdown/renderer.h"

#include <QElapsedTimer>
#include <QTest>

using markdown::Dialect;

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInTime_data();
    void endsInTime();
    void tooLargeIsShownEscaped();
    void tooDeepIsShownEscaped();
    void tooManyImagesAreShownEscaped();
    void deepIndentsAreShownEscaped();
    void ordinaryTextIsWithinLimits();
};

namespace {

constexpr qsizetype full = markdown::maximumSize;
// Far more than is needed here (the worst takes half a second), far less than what a square would take.
constexpr qint64 patience = 20'000;

QByteArray filled(const QByteArray &piece, qsizetype size = full)
{
    return piece.repeated(size / piece.size());
}

QByteArray stairs(qsizetype steps)
{
    QByteArray text;
    for (qsizetype step = 0; step < steps; ++step)
        text += QByteArray(step * 2, ' ') + "- a\n";
    return text;
}

} // namespace

void TestHostile::endsInTime_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *piece : {"*a **a ", "a_ ",      "_a ",    "*a_ ",     "*a _b <i>", "a]",       "[a",      "[a](",
                              "[a](<b",  "[ (](",    "![[]()", "![[a](b)", "![",        "> ",       ">",       "- ",
                              "1. ",     "`a``",     "<!--",   "<a x='",   "<b>",       "<?",       "&",       "'a\"",
                              "- a\n",   "> a\n\n",  "# a\n",  "<div>\n",  "    a\n\n", "[a]: u\n", "[a](b) ", "\\",
                              "***",     "a\n---\n", "\t",     "~~~\n",    "\xf0\x9f"})
        QTest::newRow(QByteArray(piece).replace('\n', '|').constData()) << filled(piece, full / 8);
    QTest::newRow("nested brackets") << QByteArray(filled("[", full / 4) + filled("]", full / 4));
    QTest::newRow("nested images") << QByteArray(filled("![", 1800) + "a" + filled("](u)", 3600));
    QTest::newRow("images before links") << QByteArray(filled("![", 1990) + filled("[a](b)", full / 4));
    QTest::newRow("deep lists on one line") << QByteArray(filled("- ", full / 2) + "a" + filled("\n", full / 2 - 1));
    QTest::newRow("deep lists at the limit") << QByteArray(filled("- ", 240) + "a" + filled("\n", full / 4));
    QTest::newRow("deep quotes and lists") << QByteArray(filled("> - ", 240) + "a\n" + filled("b\n", full / 4));
    QTest::newRow("stairs") << QByteArray(stairs(700) + filled("\n", full / 4));
    QTest::newRow("stairs at the limit") << QByteArray(stairs(120) + filled("\n", full / 4));
    QTest::newRow("long reference") << QByteArray("[a]: /" + filled("u", full / 2) + "\n\n" + filled("[a] ", full / 4));
}

void TestHostile::endsInTime()
{
    QFETCH(QByteArray, text);
    QVERIFY(text.size() <= full);
    for (const Dialect dialect : {Dialect::Answer, Dialect::Letter}) {
        QElapsedTimer timer;
        timer.start();
        const QByteArray html = markdown::toHtmlUtf8(text, {.dialect = dialect});
        const qint64 taken = timer.elapsed();
        QVERIFY2(taken < patience, qPrintable(QStringLiteral("%1 ms").arg(taken)));
        QVERIFY(html.size() < 64 * full);
    }
}

void TestHostile::tooLargeIsShownEscaped()
{
    const QByteArray atLimit = "*a*" + filled(" b", full - 3);
    QVERIFY(markdown::toHtmlUtf8(atLimit).startsWith("<p><em>a</em>"));
    const QByteArray above = "*a* <script>" + filled("b", full);
    for (const Dialect dialect : {Dialect::Answer, Dialect::Letter}) {
        const QByteArray html = markdown::toHtmlUtf8(above, {.dialect = dialect});
        QVERIFY(html.startsWith("<pre>*a* &lt;script&gt;b"));
        QVERIFY(html.endsWith("b</pre>\n"));
    }
    QCOMPARE(markdown::toPlainText(QString::fromUtf8(above)), QString::fromUtf8(above));
}

void TestHostile::tooDeepIsShownEscaped()
{
    const QByteArray emphasis = filled("*a _b ", 6 * 200) + "<i>" + filled("c_ d* ", 6 * 200);
    QVERIFY(markdown::isWithinLimits(emphasis));
    QVERIFY(markdown::toHtmlUtf8(emphasis).startsWith("<pre>*a _b"));
    QVERIFY(markdown::toHtmlUtf8(emphasis).contains("&lt;i&gt;"));
}

void TestHostile::tooManyImagesAreShownEscaped()
{
    QVERIFY(markdown::isWithinLimits(filled("![a](b) ", 8 * markdown::maximumImages)));
    const QByteArray text = filled("![a](b) ", 8 * (markdown::maximumImages + 1));
    QVERIFY(!markdown::isWithinLimits(text));
    QVERIFY(markdown::toHtmlUtf8(text).startsWith("<pre>![a](b)"));
}

void TestHostile::deepIndentsAreShownEscaped()
{
    for (const char *piece : {"> ", "- ", "1. ", "12) ", "\t", " ", ">"}) {
        QVERIFY(markdown::isWithinLimits(QByteArray("a\n" + filled(piece, markdown::maximumIndent) + "a\nb")));
        QVERIFY(!markdown::isWithinLimits(QByteArray("a\n" + filled(piece, markdown::maximumIndent + 8) + "a\nb")));
        QVERIFY(!markdown::isWithinLimits(QByteArray("a\r" + filled(piece, markdown::maximumIndent + 8))));
    }
}

void TestHostile::ordinaryTextIsWithinLimits()
{
    QVERIFY(markdown::isWithinLimits({}));
    QVERIFY(markdown::isWithinLimits(filled("-", 4000)));
    QVERIFY(markdown::isWithinLimits(filled("*", 4000)));
    QVERIFY(markdown::isWithinLimits(filled("1", 4000)));
    QVERIFY(markdown::isWithinLimits(filled("a\n\n\n> b\n", 8000)));
    QVERIFY(markdown::isWithinLimits(QByteArray("a\n" + filled("\n", 4000))));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
