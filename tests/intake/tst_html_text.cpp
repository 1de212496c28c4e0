#include "intake/html_scan.h"
#include "intake/html_text.h"

#include <QTest>

using intake::HtmlText;
using intake::htmlToText;

class TestHtmlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reduces_data();
    void reduces();
    void leavesOutWhatIsHidden_data();
    void leavesOutWhatIsHidden();
    void survivesDepth();
    void survivesHiddenDepth();
    void survivesFormattingThatMultiplies();
    void survivesSize();
    void stripsWithoutAParser();
    void findsTheDeclaredCharset();
};

void TestHtmlText::reduces_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *html, const char *text) {
        QTest::newRow(tag) << QString::fromUtf8(html) << QString::fromUtf8(text);
    };
    row("paragraphs", "<p>One\n  two</p>\n<p>three</p>", "One two\n\nthree\n");
    row("div per line", "<div>a</div><div>b</div><div><br></div><div>c</div>", "a\nb\n\nc\n");
    row("breaks", "a<br>b<br/><br>c", "a\nb\n\nc\n");
    row("trailing break", "<div>a<br></div><div>b</div>", "a\nb\n");
    row("control characters", "a&#1;b&#xFFFE;c&#127;d<pre>f&#2;g\tx\n&#11;h&#12;</pre>", "abcd\n\nfg\tx\nh\n");
    row("inline", "a <b>b</b> <i>c</i>d", "a b cd\n");
    row("entities", "caf&eacute; &lt;3 &amp; &#8212;", "café <3 & —\n");
    row("list", "<ul><li>a<li>b<ul><li>c</ul></ul>d", "- a\n- b\n  - c\n\nd\n");
    row("numbers", "<ol start=3><li>a</li><li><p>b</p></li></ol>", "3. a\n\n4. b\n");
    row("numbers that begin nowhere", "<ol start=x><li>a</ol>", "1. a\n");
    row("numbers given", "<ol><li>a<li value=5>b<li>c</ol>", "1. a\n5. b\n6. c\n");
    row("list in numbers", "<ol><li>a<ol><li>b</ol><li>c</ol>", "1. a\n   1. b\n2. c\n");
    row("quotation", "<p>x</p><blockquote><p>a</p><p>b</p></blockquote><p>y</p>", "x\n\n> a\n>\n> b\n\ny\n");
    row("quotation in a quotation", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b\n");
    row("preformatted", "<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc\n");
    row("preformatted, line ends of any kind", "<pre>a&#13;b&#13;&#10;c</pre>", "a\nb\nc\n");
    row("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</table>", "a\tb\nc\td\n");
    row("rule", "a<hr>b", "a\n\n---\n\nb\n");
    row("link", "see <a href='https://a.example/x?y=1'>this page</a>.", "see this page <https://a.example/x?y=1>.\n");
    row("link that shows its address", "<a href='https://www.a.example/'>a.example</a>", "a.example\n");
    row("mail link", "<a href='mailto:w@t.example?subject=x'>me</a>", "me <w@t.example>\n");
    row("script link", "<a href='java\nscript:alert(1)'>me</a>", "me\n");
    row("picture", "a <img src='file:///etc/passwd' alt='☺'> b", "a ☺ b\n");
    row("office tags", "<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>", "a\n");
    row("no-break spaces", "a&nbsp;b", "a b\n");
    row("unclosed", "<p>a<b>b<p>c", "ab\n\nc\n");
    row("empty", "", "");
}

void TestHtmlText::reduces()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    const HtmlText reduced = htmlToText(html);
    QCOMPARE(reduced.text, text);
    QVERIFY(!reduced.isStripped);
}

void TestHtmlText::leavesOutWhatIsHidden_data()
{
    QTest::addColumn<QString>("html");

    for (const char *html : {
             "<head><title>no</title><style>no{}</style></head>",
             "<style>no</style>",
             "<script>no('<p>no</p>')</script>",
             "<div style='display:none'>no</div>",
             "<span STYLE='color:red; Display : NONE !important'>no</span>",
             "<div style='font-size:0px;'>no</div>",
             "<div style='max-height: 0; overflow: hidden'>no</div>",
             "<div style='mso-hide:all'>no</div>",
             "<div style='opacity:0'>no</div>",
             "<p hidden>no</p>",
             "<!-- no --><!--[if mso]>no<![endif]-->",
             "<svg><text>no</text></svg>",
             "<object>no</object><iframe src='http://no.example'>no</iframe>",
             "<template>no</template>",
             "<textarea>no</textarea><select><option>no</select>",
             "<div style='visibility : hidden'>no</div>",
             "<div style='height:0;overflow:hidden'>no</div>",
             "<div style='overflow:hidden;width:0px'>no</div>",
             "<div style='position:absolute;left:-9999px'>no</div>",
             "<div style='text-indent:-10000px'>no</div>",
             "<div width=0 height=0>no</div>",
             "<div class='preheader'>no</div>",
             "<span class='a preheader-text'>no</span>",
             "<span id=previewText>no</span>",
             "<img src='http://t.example/x.gif' width=1 height=1 alt=no>",
             "<style>.x{display:none}</style><p class='a x'>no</p>",
             "<style>/* {} */ @import 'y'; p.x, #q { color:red; display : none !important }</style><p class=x>no<p "
             "id=q>no</p>",
             "<style>@media screen {.y{color:red}} .x{font-size:0}</style><div class=x>no<p>no</div>",
             "<input value=no type=hidden><map><area alt=no></map>",
             "<video src=no>no</video><audio controls>no</audio><embed src=no>",
             "<link rel=stylesheet href=http://no.example/no.css><base href=http://no.example>",
             "<meta http-equiv=refresh content='0;url=http://no.example'>",
         })
        QTest::newRow(html) << QString::fromUtf8(html);
}

void TestHtmlText::leavesOutWhatIsHidden()
{
    QFETCH(QString, html);
    const QString before = QStringLiteral("<body>yes ");
    QCOMPARE(htmlToText(QString(html + before)).text.trimmed(), QStringLiteral("yes"));
    for (const char *seen : {"<style>@media (max-width:9px){.x{display:none}}</style><p class=x>yes",
                             "<style>.x{display:none} .x{display:block}</style><p class=x>yes",
                             "<style>.x{display:none}</style><p class=x style='display:block'>yes",
                             "<style>.x p, .x:hover, p > .x {display:none}</style><p class=x>yes",
                             "<style>.x{display:none</style><p class=y>yes", "<p style='max-height:0.5em'>yes",
                             "<p style='overflow:hidden;height:10px'>yes", "<p style='margin-left:-9999px'>yes",
                             "<table width=0><tr><td>yes</table>", "<p class=preamble>yes"})
        QCOMPARE(htmlToText(QString::fromUtf8(seen)).text.trimmed(), QStringLiteral("yes"));
    const QString half = QStringLiteral("<div style='opacity:0.9;font-size:0.8em'>yes</div>");
    QCOMPARE(htmlToText(half).text.trimmed(), QStringLiteral("yes"));
}

void TestHtmlText::survivesDepth()
{
    const HtmlText deep = htmlToText(QString(QStringLiteral("<div>").repeated(100'000) + QStringLiteral("the bottom")));
    QVERIFY(deep.isStripped);
    QCOMPARE(deep.text, QStringLiteral("the bottom\n"));
    QVERIFY(!htmlToText(QString(QStringLiteral("<div>").repeated(200) + QLatin1Char('x'))).isStripped);
}

void TestHtmlText::survivesHiddenDepth()
{
    // Closing tags that close nothing make the depth look small.
    QString html;
    for (int i = 0; i < 60'000; ++i)
        html.append(QStringLiteral("<div></i>"));
    QVERIFY(htmlToText(html).isStripped);

    // An attribute that only seems to hide the tags behind it.
    html = QStringLiteral("<a =\">") + QStringLiteral("<div>").repeated(150'000) + QStringLiteral("bottom");
    QVERIFY(htmlToText(html).isStripped);
}

void TestHtmlText::survivesFormattingThatMultiplies()
{
    // Every paragraph opens all of the formatting again.
    QString html = QStringLiteral("<div>");
    for (int i = 0; i < 200; ++i)
        html.append(QStringLiteral("<font size=%1>").arg(i));
    html.append(QStringLiteral("</div>"));
    html.append(QStringLiteral("<p>x").repeated(300'000));
    const HtmlText reduced = htmlToText(html);
    QVERIFY(reduced.isStripped);
    QVERIFY(reduced.text.startsWith(QStringLiteral("x\n\nx\n\n")));
}

void TestHtmlText::survivesSize()
{
    const HtmlText large = htmlToText(QString(QStringLiteral("<p>word</p>").repeated(300'000)));
    QVERIFY(large.isStripped);
    QVERIFY(large.text.startsWith(QStringLiteral("word\n\nword\n")));

    const HtmlText fits = htmlToText(QString(QStringLiteral("<p>word</p>").repeated(100'000)));
    QVERIFY(!fits.isStripped);
    QCOMPARE(fits.text.count(QStringLiteral("word")), 100'000);
}

void TestHtmlText::stripsWithoutAParser()
{
    using intake::stripTags;
    QCOMPARE(stripTags("<title>no</title><p>a &amp; b&hellip;</p><div>c<br>d</div>"),
             QStringLiteral("a & b…\n\nc\nd\n"));
    QCOMPARE(stripTags("<script>if (a<b) '</p>'</script>x"), QStringLiteral("x\n"));
    QCOMPARE(stripTags("<a title='>'>x</a> 1 < 2 &unknown; &#x41; &#0;"), QStringLiteral("x 1 < 2 &unknown; A &#0;\n"));
    QCOMPARE(stripTags("a <!-- no > no --> b <!--> c <unclosed"), QStringLiteral("a b c\n"));
    QCOMPARE(stripTags("<style>never closed <p>x"), QString());
    QCOMPARE(stripTags(QByteArray("a\0b\x01 \x7f \x0b c\rd", 12)), QStringLiteral("ab c d\n"));
    QCOMPARE(stripTags("<"), QStringLiteral("<\n"));
    QCOMPARE(stripTags(""), QString());
}

void TestHtmlText::findsTheDeclaredCharset()
{
    using intake::declaredCharset;
    QCOMPARE(declaredCharset("<head><meta charset=\"windows-1250\">"), QByteArray("windows-1250"));
    QCOMPARE(declaredCharset("<META http-equiv=Content-Type content='text/html; charset=koi8-r'>"),
             QByteArray("koi8-r"));
    QCOMPARE(declaredCharset("<p>charset=utf-8"), QByteArray());
}

QTEST_APPLESS_MAIN(TestHtmlText)
#include "tst_html_text.moc"
