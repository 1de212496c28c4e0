// Letters by strangers: nothing lost, nothing run, no accidental headings and code.
#include "markdown/renderer.h"

#include <QTest>

using markdown::Dialect;
using markdown::toHtml;
using markdown::toPlainText;

class TestLetterDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void html_data();
    void html();
    void plainTextKeepsWhatLooksLikeHtml();
};

void TestLetterDialect::html_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, QStringView text, QStringView expected) {
        QTest::newRow(name) << text.toString() << expected.toString();
    };
    row("hard line ends", u"Dear Maud,\n\nmy neighbour\nsings.\n", u"<p>Dear Maud,</p>\n<p>my neighbour\nsings.</p>\n");
    row("emphasis, list, quote", u"*a*\n\n- b\n- c\n\n> d",
        u"<p><em>a</em></p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n<blockquote>\n<p>d</p>\n</blockquote>\n");
    row("link", u"[a](https://b.example) <mailto:c@d.example>",
        u"<p><a href=\"https://b.example\">a</a> <a href=\"mailto:c@d.example\">mailto:c@d.example</a></p>\n");
    row("other link is its text", u"[a *b*](javascript:c) [d](e.html) <news:f>", u"<p>a <em>b</em> d news:f</p>\n");
    row("picture is its text", u"![a *b*](http://c.example/d.png) ![e](f.png)", u"<p>a <em>b</em> e</p>\n");
    row("picture in a link", u"[![a](b.png)](javascript:c)", u"<p>a</p>\n");
    row("link in a picture", u"![a [b](https://c.example)](d.png)", u"<p>a <a href=\"https://c.example\">b</a></p>\n");
    row("HTML is shown", u"a <b>c</b> & d", u"<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>\n");
    row("HTML block is shown", u"<script>\nx('&')\n</script>\nb",
        u"<p>&lt;script&gt;\nx('&amp;')\n&lt;/script&gt;</p>\n<p>b</p>\n");
    row("HTML block with an empty line", u"<!-- a\n\nb -->", u"<p>&lt;!-- a</p>\n<p>b --&gt;</p>\n");
    row("HTML in a quote in a list", u"- > <div>\n  > a",
        u"<ul>\n<li>\n<blockquote>\n<p>&lt;div&gt;\na</p>\n"
        u"</blockquote>\n</li>\n</ul>\n");
    row("HTML in a heading in a link", u"# [<b>a](https://b.example)",
        u"<p><a href=\"https://b.example\">&lt;b&gt;a</a></p>\n");
    row("heading", u"# 1 problem", u"<p>1 problem</p>\n");
    row("underlined line", u"My husband\n----------\nsnores", u"<p>My husband</p>\n<p>snores</p>\n");
    row("signature of a mail", u"Yours\n-- \nS.", u"<p>Yours</p>\n<p>S.</p>\n");
    row("indented paragraph", u"Dear Maud,\n\n    my *neighbour*\nsings.",
        u"<p>Dear Maud,</p>\n<p>my <em>neighbour</em>\nsings.</p>\n");
    row("indented by tabs", u"\tDear Maud,\n\n \tmy neighbour", u"<p>Dear Maud,</p>\n<p>my neighbour</p>\n");
    row("everything indented", u"      Dear Maud,\n\n      sing \"it\".\n", u"<p>Dear Maud,</p>\n<p>sing “it”.</p>\n");
    row("second paragraph of an item", u"- a\n\n    b\n\nc\n\n    d",
        u"<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n<p>c</p>\n<p>d</p>\n");
    row("indented in an item", u"- a\n\n      b\n      c\n\n      d",
        u"<ul>\n<li>\n<p>a</p>\n<p>b\nc</p>\n<p>d</p>\n</li>\n</ul>\n");
    row("indented in a quote", u"> a\n>\n>      b", u"<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n");
    row("fenced code stays", u"```\n    # a\n```", u"<pre><code>    # a\n</code></pre>\n");
    row("fenced code in an item stays", u"- ~~~\n  <b>\n  ~~~",
        u"<ul>\n<li>\n<pre><code>&lt;b&gt;\n</code></pre>\n</li>\n</ul>\n");
    row("indent after fenced code", u"~~~\na\n~~~\n\n    b", u"<pre><code>a\n</code></pre>\n<p>b</p>\n");
    row("hearts and prices", u"I <3 him, 5 < 6", u"<p>I &lt;3 him, 5 &lt; 6</p>\n");
    row("year at the start", u"1986. What a year.", u"<ol start=\"1986\">\n<li>What a year.</li>\n</ol>\n");
    row("mail line ends", u"a\r\n\r\n    b\r\n", u"<p>a</p>\n<p>b</p>\n");
}

void TestLetterDialect::html()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(toHtml(text, {.dialect = Dialect::Letter}), expected);
}

void TestLetterDialect::plainTextKeepsWhatLooksLikeHtml()
{
    QCOMPARE(toPlainText(QStringLiteral("a <b>c</b>\n\n<div>\nd\n\n# e"), {.dialect = Dialect::Letter}),
             QStringLiteral("a <b>c</b>\n\n<div> d\n\ne"));
}

QTEST_GUILESS_MAIN(TestLetterDialect)
#include "tst_letter_dialect.moc"
