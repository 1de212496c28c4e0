// Answers to HTML and to plain text.
#include "markdown/renderer.h"

#include <QTest>

using markdown::Options;
using markdown::toHtml;
using markdown::toHtmlUtf8;
using markdown::toPlainText;

class TestRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void html_data();
    void html();
    void nothingUnsafeIsPublished_data();
    void nothingUnsafeIsPublished();
    void headingsAreShifted_data();
    void headingsAreShifted();
    void smartPunctuationCanBeOff();
    void sourcePositions();
    void brokenUtf8IsReplaced();
    void whatXmlForbidsIsReplaced();
    void bothEncodingsAgree();
    void attachments();
    void plainText_data();
    void plainText();
};

void TestRenderer::html_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QStringView text, QStringView expected) {
        QTest::newRow(name) << text.toString() << expected.toString();
    };
    row("empty", u"", u"");
    row("paragraphs", u"Dear you,\n\nleave *him*.", u"<p>Dear you,</p>\n<p>leave <em>him</em>.</p>\n");
    row("special characters", u"a < b & \"c\"", u"<p>a &lt; b &amp; “c”</p>\n");
    row("quotes and dashes", u"'Well' -- \"no\"...", u"<p>‘Well’ – “no”…</p>\n");
    row("link", u"[here](https://a.example/b?c=d&e)", u"<p><a href=\"https://a.example/b?c=d&amp;e\">here</a></p>\n");
    row("mail link", u"<maud@desk.example>", u"<p><a href=\"mailto:maud@desk.example\">maud@desk.example</a></p>\n");
    row("relative link", u"[a](../b/c.html#d)", u"<p><a href=\"../b/c.html#d\">a</a></p>\n");
    row("anchor", u"[a](#top)", u"<p><a href=\"#top\">a</a></p>\n");
    row("other scheme is emptied", u"[a](ftp://a.example/b)", u"<p><a href=\"\">a</a></p>\n");
    row("own picture", u"![A dog](assets/dog.png \"Rex\")",
        u"<p><img src=\"assets/dog.png\" alt=\"A dog\" title=\"Rex\" /></p>\n");
    row("picture from elsewhere", u"![A *dog*](https://a.example/dog.png)!", u"<p>A <em>dog</em>!</p>\n");
    row("raw HTML", u"a <b>c</b>", u"<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n");
    row("raw HTML block", u"<script>\nx()\n</script>\n\na", u"<!-- raw HTML omitted -->\n<p>a</p>\n");
    row("code", u"    a < b\n\n`c`", u"<pre><code>a &lt; b\n</code></pre>\n<p><code>c</code></p>\n");
    row("list", u"1. a\n2. b", u"<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
    row("other scripts", u"Grüße 猫 🐈", u"<p>Grüße 猫 🐈</p>\n");
}

void TestRenderer::html()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(toHtml(text), expected);
}

void TestRenderer::nothingUnsafeIsPublished_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, QStringView text) {
        QTest::newRow(name) << text.toString();
    };
    row("script link", u"[evil](javascript:evil)");
    row("script link in capitals", u"[evil](JaVaScRiPt:evil)");
    row("script by entity", u"[evil](java&#115;cript&colon;evil)");
    row("script by escaped colon", u"[evil](javascript\\:evil)");
    row("script behind a control character", u"[evil](<\x01javascript:evil>)");
    row("script behind a space", u"[evil](< javascript:evil>)");
    row("script with a tab inside", u"[evil](<java\tscript:evil>)");
    row("vbscript", u"[evil](vbscript:evil)");
    row("file", u"[evil](file:///evil)");
    row("data page", u"[evil](data:text/html;base64,evil)");
    row("data picture link", u"[evil](data:image/png;base64,evil)");
    row("unknown scheme", u"[evil](evil:evil)");
    row("other host without a scheme", u"[evil](//evil.example/)");
    row("other host by backslashes", u"[evil](<\\\\\\\\evil.example/>)");
    row("autolink", u"<javascript:evil>");
    row("reference", u"[evil]\n\n[evil]: javascript:evil");
    row("picture, http", u"![evil](http://evil.example/evil.png)");
    row("picture, other host without a scheme", u"![evil](//evil.example/evil.png)");
    row("picture, data", u"![evil](data:image/svg+xml,evil)");
    row("picture, data, harmless kind", u"![evil](data:image/png;base64,evil)");
    row("picture in a link", u"[![evil](https://evil.example/a.png)](javascript:evil)");
    row("picture in a picture", u"![a ![evil](https://evil.example/a.png)](b.png)");
    row("raw picture", u"<img src=\"https://evil.example/evil.png\">");
    row("raw handler", u"a <b onclick=\"evil()\">b</b>");
    row("raw link", u"<a href=\"javascript:evil\">b</a>");
    row("comment that ends early", u"<!--> <img src=evil> -->");
    row("list of quotes of HTML", u"> - > <iframe src=\"evil\"></iframe>");
    row("link in a heading", u"# [evil](javascript:evil)");
}

void TestRenderer::nothingUnsafeIsPublished()
{
    QFETCH(QString, text);
    const QString html = toHtml(text);
    for (const char *address : {"href=\"", "src=\""}) {
        const qsizetype at = html.indexOf(QLatin1String(address));
        if (at >= 0)
            QVERIFY2(!html.sliced(at, html.indexOf(QLatin1Char('"'), at + 6) - at).contains(u"evil"), qPrintable(html));
    }
    for (const char *banned :
         {"<script", "<iframe", "<b ", "<img src=\"h", "<img src=\"/", "<img src=\"d", "<img src=e"})
        QVERIFY2(!html.contains(QLatin1String(banned), Qt::CaseInsensitive), qPrintable(html));
}

void TestRenderer::headingsAreShifted_data()
{
    QTest::addColumn<int>("shift");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not at all") << 0 << QStringLiteral("<h1>a</h1>\n<h2>b</h2>\n<h6>c</h6>\n");
    QTest::newRow("by two, at most to six") << 2 << QStringLiteral("<h3>a</h3>\n<h4>b</h4>\n<h6>c</h6>\n");
    QTest::newRow("far too much") << 99 << QStringLiteral("<h6>a</h6>\n<h6>b</h6>\n<h6>c</h6>\n");
    QTest::newRow("upwards, at most to one") << -1 << QStringLiteral("<h1>a</h1>\n<h1>b</h1>\n<h5>c</h5>\n");
}

void TestRenderer::headingsAreShifted()
{
    QFETCH(int, shift);
    QFETCH(QString, expected);
    QCOMPARE(toHtml(QStringLiteral("# a\n\nb\n---\n\n###### c\n"), {.headingShift = shift}), expected);
}

void TestRenderer::smartPunctuationCanBeOff()
{
    QCOMPARE(toHtml(QStringLiteral("'a' -- b..."), {.smart = false}), QStringLiteral("<p>'a' -- b...</p>\n"));
}

void TestRenderer::sourcePositions()
{
    const QString html = toHtml(QStringLiteral("# a\n\nb\nc\n\n- d\n"), {.sourcePositions = true});
    QVERIFY(html.contains(u"<h1 data-sourcepos=\"1:1-1:3\">a</h1>"));
    QVERIFY(html.contains(u"<p data-sourcepos=\"3:1-4:1\">"));
    QVERIFY(html.contains(u"<li data-sourcepos=\"6:1-6:3\">"));
    QVERIFY(!toHtml(QStringLiteral("a")).contains(u"sourcepos"));
}

void TestRenderer::brokenUtf8IsReplaced()
{
    QCOMPARE(toHtmlUtf8(QByteArray("a\xff"
                                   "b\xc3")),
             QByteArray("<p>a\uFFFDb\uFFFD</p>\n"));
    QCOMPARE(toHtmlUtf8(QByteArray("a\0b", 3)), QByteArray("<p>a\uFFFDb</p>\n"));
}

void TestRenderer::whatXmlForbidsIsReplaced()
{
    QCOMPARE(toHtml(QStringLiteral("a&#1;b&#11;c&#xFFFE;d\u0008e&#9;f")),
             QStringLiteral("<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf</p>\n"));
    QCOMPARE(toHtmlUtf8(QByteArray("\x7f \xef\xbf\xbd \xef\xbf\xbf \xef\xbb\xbf")),
             QByteArray("<p>\x7f \uFFFD \uFFFD \xef\xbb\xbf</p>\n"));
    QCOMPARE(toPlainText(QStringLiteral("a&#1;")), QStringLiteral("a\uFFFD"));
}

void TestRenderer::bothEncodingsAgree()
{
    const QString text = QStringLiteral("# Ein Brief\n\n„Na ja“ -- [𝄞](#ü)\n");
    QCOMPARE(QString::fromUtf8(toHtmlUtf8(text.toUtf8())), toHtml(text));
}

void TestRenderer::attachments()
{
    const QString text = QStringLiteral("![A *dog*](attachment:1) [form](attachment:2) ![cat](attachment:3) "
                                        "[x](attachment:3)");
    markdown::Options options;
    options.attachments = {QStringLiteral("1"), QStringLiteral("2")};
    QCOMPARE(markdown::toHtml(text, options),
             QStringLiteral("<p><img src=\"attachment:1\" alt=\"A dog\" /> <a href=\"attachment:2\">form</a> cat "
                            "<a href=\"\">x</a></p>\n"));
    options.dialect = markdown::Dialect::Letter;
    QCOMPARE(markdown::toHtml(text, options),
             QStringLiteral("<p><img src=\"attachment:1\" alt=\"A dog\" /> <a href=\"attachment:2\">form</a> cat "
                            "x</p>\n"));
    QCOMPARE(markdown::toHtml(text, {.dialect = markdown::Dialect::Letter}),
             QStringLiteral("<p>A <em>dog</em> form cat x</p>\n"));
}

void TestRenderer::plainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QStringView text, QStringView expected) {
        QTest::newRow(name) << text.toString() << expected.toString();
    };
    row("empty", u"", u"");
    row("marks go", u"# A *b*\n\n`c` [d](https://e.example) **f**", u"A b\n\nc d f");
    row("lines are joined, hard ends stay", u"a\nb\\\nc", u"a b\nc");
    row("lists", u"Do:\n\n- a\n- b\n  1. c\n  2. d\n\ne", u"Do:\n\n• a\n• b\n1. c\n2. d\n\ne");
    row("list that starts later", u"3. a\n4. b", u"3. a\n4. b");
    row("list from zero", u"0. a\n1. b", u"0. a\n1. b");
    row("loose list", u"- a\n\n- b", u"• a\n\n• b");
    row("empty last item leaves no mark", u"- a\n-\n\nb", u"• a\n\nb");
    row("picture", u"a ![dog](x.png) ![cat](http://y.example/y.png)", u"a dog cat");
    row("picture without a text leaves no gap", u"a\n\n![](x.png)\n\nb", u"a\n\nb");
    row("raw HTML is dropped", u"a <b>c</b>\n\n<div>\n\nd", u"a c\n\nd");
    row("quote and rule", u"> a\n\n---\n\nb", u"a\n\nb");
    row("code block", u"a\n\n```\n x\n y\n```", u"a\n\nx\n y");
    row("smart", u"\"a\"", u"“a”");
    row("entities", u"a &lt; b &amp; c", u"a < b & c");
}

void TestRenderer::plainText()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(toPlainText(text), expected);
}

QTEST_GUILESS_MAIN(TestRenderer)
#include "tst_renderer.moc"
