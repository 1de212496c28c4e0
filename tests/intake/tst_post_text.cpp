#include "intake/post_text.h"

#include "rendered_words.h"

#include "intake/html_text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using intake::PostPicture;
using intake::PostReading;
using intake::PostText;
using intake::postText;

namespace {

// Pictures of "cat" are on the desk, others are not.
PostReading reading()
{
    PostReading how;
    how.site = QStringLiteral("https://askhazel.example");
    how.picture = [](const PostPicture &picture) {
        return picture.address.contains(QLatin1String("cat")) ? QStringLiteral("attachment:1") : QString();
    };
    return how;
}

// What the renderer leaves of text that must not come out: nothing.
bool isClean(const QByteArray &html)
{
    static const QRegularExpression hrefs(QStringLiteral("(?:href|src)=\"([^\"]*)\""));
    auto matches = hrefs.globalMatch(QString::fromUtf8(html));
    while (matches.hasNext()) {
        const QString address = matches.next().captured(1).toLower();
        const bool isAllowed =
            address.startsWith(QLatin1String("http://")) || address.startsWith(QLatin1String("https://")) ||
            address.startsWith(QLatin1String("mailto:")) || address.startsWith(QLatin1String("attachment:")) ||
            (address.startsWith(u'/') && !address.startsWith(QLatin1String("//")));
        if (!isAllowed)
            return false;
    }
    return !html.contains("raw HTML omitted") && !html.contains("<script") && !html.contains("href=\"\"");
}

bool isTidy(const QString &markdown)
{
    return markdown.isEmpty() || (markdown.endsWith(u'\n') && !markdown.endsWith(QLatin1String("\n\n")) &&
                                  !markdown.startsWith(u'\n') && !markdown.contains(QLatin1String(" \n")));
}

// Whether the words of the HTML come out again one for one, once the Markdown is rendered.
constexpr bool sameWords = true;
constexpr bool otherWords = false;

} // namespace

class TestPostText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesMarkdown_data();
    void becomesMarkdown();
    void leavesOutWhatIsHidden_data();
    void leavesOutWhatIsHidden();
    void asksForPictures();
    void knowsNoSite();
    void survives_data();
    void survives();
    void keepsHostileSamplesOut_data();
    void keepsHostileSamplesOut();

private:
    static void paragraphs();
    static void words();
    static void emphasis();
    static void escapes();
    static void lists();
    static void blocks();
    static void links();
    static void pictures();
    static void embedded();
    static void tables();
    static void shortcodes();
    static void blockMarks();
};

namespace {

void row(const char *tag, const char *html, const char *markdown, bool words = sameWords, const char *notExpressed = "")
{
    QTest::newRow(tag) << QString::fromUtf8(html) << QString::fromUtf8(markdown) << words
                       << QString::fromUtf8(notExpressed);
}

} // namespace

void TestPostText::becomesMarkdown_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("hasSameWords");
    QTest::addColumn<QString>("notExpressed"); // apart by "; "

    paragraphs();
    words();
    emphasis();
    escapes();
    lists();
    blocks();
    links();
    pictures();
    embedded();
    tables();
    shortcodes();
    blockMarks();
}

void TestPostText::paragraphs()
{
    row("nothing", "", "");
    row("blanks", " \n\n\t&nbsp;\n<p> </p>", "");
    row("one line", "One", "One\n");
    row("blank lines", "One\n\nTwo\n \n\n\nThree\n", "One\n\nTwo\n\nThree\n");
    row("line ends", "One\nTwo", "One\\\nTwo\n");
    row("line ends of any kind", "One\r\nTwo\rThree\r\n\r\nFour", "One\\\nTwo\\\nThree\n\nFour\n");
    row("break before a line end", "One<br />\nTwo", "One\\\nTwo\n");
    row("doubled break", "One<br><br />Two", "One\n\nTwo\n");
    row("doubled break in a paragraph", "<p>One<br>\n<br>Two</p>", "One\n\nTwo\n");
    row("break at the end", "<p>One<br></p>Two", "One\n\nTwo\n");
    row("paragraphs that are marked", "<p>One\nand</p>\n<p style=\"text-align:center\">Two</p>", "One\\\nand\n\nTwo\n");
    row("paragraph with a blank line", "<p>One\n\nTwo</p>", "One\n\nTwo\n");
    row("text around a block", "One\n<div>Two</div>\nThree", "One\n\nTwo\n\nThree\n");
    row("blank lines in a block", "<div>One\n\nTwo</div>", "One\n\nTwo\n");
    row("blank lines in a quotation", "<blockquote>One\n\nTwo\nThree</blockquote>", "> One\n>\n> Two\\\n> Three\n");
    row("blank line in bold", "<b>One\n\nTwo</b>", "**One**\n\n**Two**\n");
    row("line end in bold", "<b>One\nTwo\n</b>\nThree", "**One**\\\n**Two**\n\nThree\n");
    row("line ends between items", "<ul>\n<li>One\n<li>Two</li>\n\n</ul>\n\nThree", "- One\n- Two\n\nThree\n");
    row("line ends in tags", "<a\nhref='/x'\n>One</a>", "[One](/x)\n");
    row("line ends in preformatted text", "One\n<pre>a\n\nb</pre>\nTwo", "One\n\n```\na\n\nb\n```\n\nTwo\n");
    row("blocks one after another",
        "<section><article>One</article><address>Two</address></section><aside>Three</aside>", "One\n\nTwo\n\nThree\n");
    row("unclosed", "<p>One<p>Two<div>Three", "One\n\nTwo\n\nThree\n");
}

void TestPostText::words()
{
    row("entities", "caf&eacute; &amp; &lt;3 &#8217;s &hellip;", "café & <3 ’s …\n", otherWords);
    row("no-break space", "a&nbsp;b &nbsp; c", "a b c\n");
    row("invisible characters", "so&shy;ft ze&#8203;ro&#xFEFF; &#x2060;joined", "soft zero joined\n", otherWords);
    row("quotation marks", "“One” ‘two’ \"three\" it's", "“One” ‘two’ \"three\" it's\n");
    row("struck out", "a <del>b</del> <s>c</s>", "a b c\n");
    row("raised and lowered", "x<sup>2</sup> H<sub>2</sub>O", "x2 H2O\n");
    row("abbreviations and works", "<abbr title='World Wide Web'>WWW</abbr> <cite>Book</cite>", "WWW Book\n");
    row("quoted", "<q>One</q> said", "“One” said\n", otherWords);
    row("emoji as a picture", "a <img class='emoji' alt='😀' src='https://s.w.org/cat.png'> b", "a 😀 b\n", otherWords);
    row("scripts of the world", "Привет 你好 שלום\n", "Привет 你好 שלום\n");
}

void TestPostText::emphasis()
{
    row("bold and italic", "<b>a</b> <strong>b</strong>, <i>c</i> <em>d</em>", "**a b**, *c d*\n");
    row("both", "<b><i>a</i></b>", "***a***\n");
    row("hugging", "x<b> a </b>y<i> b</i>", "x **a** y *b*\n");
    row("adjacent", "<b>a</b><b>b</b>", "**ab**\n");
    row("in a word", "un<em>believ</em>able", "un*believ*able\n");
    row("question", "<strong>Q:</strong>Why?", "**Q**:Why?\n");
    row("question and answer", "<strong>Q:</strong><em>Why?</em>", "**Q:**_Why?_\n");
    row("italic in bold", "<b>a <i>b</i> c</b>", "**a _b_ c**\n");
    row("nothing in it", "a<b></b> <i> </i>b", "a b\n");
    row("styles", "<span style='font-weight: bold'>a</span> <span style='color:red;font-style:italic'>b</span>",
        "**a** *b*\n");
    row("weights", "<span style='font-weight:700'>a</span> <span style='font-weight:400'>b</span>", "**a** b\n");
    row("bold that is none", "<b style='font-weight:normal'>a <b>b</b></b>", "a **b**\n");
    row("around a link", "<b><a href='/x'>a</a></b>", "**[a](/x)**\n");
    row("within a link", "<a href='/x'>a <i>b</i></a>", "[a *b*](/x)\n");
    row("across breaks", "<p><i>a<br>b</i></p>", "*a*\\\n*b*\n");
    row("code", "run <code>a * b</code> now", "run `a * b` now\n");
    row("code with marks", "<code>a `b` &lt;c&gt;</code>", "``a `b` <c>``\n");
    row("code in lines", "<p><code>a<br>b</code></p>", "`a`\\\n`b`\n");
    row("bold in code", "<code>a <b>b</b></code>", "`a b`\n");
    row("bold code", "<b><code>a</code></b>", "**`a`**\n");
}

void TestPostText::escapes()
{
    row("list mark", "<p>- a</p>", "\\- a\n");
    row("number", "<p>1. a</p><p>2) b</p><p>1990. c</p>", "1\\. a\n\n2\\) b\n\n1990\\. c\n");
    row("marks at line starts", "a\n- b\n+ c\n# d\n> e\n===\n---\n~~~",
        "a\\\n\\- b\\\n\\+ c\\\n\\# d\\\n\\> e\\\n\\===\\\n\\---\\\n\\~~~\n");
    row("stars and lines", "*a* _b_ 2 * 3 snake_case __x__", "\\*a\\* \\_b\\_ 2 * 3 snake_case \\_\\_x\\_\\_\n");
    row("tags as text", "&lt;b&gt; 1 &lt; 2 &lt;!-- a --&gt;", "\\<b> 1 < 2 \\<!-- a -->\n");
    row("entities as text", "&amp;amp; &amp;#8217; AT&amp;T", "\\&amp; \\&#8217; AT&T\n");
    row("link as text", "<p>[a](b) ![c](d)</p>", "[a\\](b) !\\[c\\](d)\n");
    row("definition as text", "<p>[a]: http://b.example</p>", "[a\\]: http://b.example\n");
    row("indented", "<p>&nbsp;&nbsp;&nbsp;&nbsp;a</p>", "a\n");
    row("backslashes", "C:\\dir \\* a\\", "C:\\dir \\\\\\* a\\\\\n");
    row("marks behind tags", "<p><span></span># a</p><p><b></b>* b</p>", "\\# a\n\n\\* b\n");
    row("exclamation before a link", "Hi!<a href='/x'>a</a>", "Hi\\![a](/x)\n");
    row("brackets in a link", "<a href='/x'>[a] b]</a>", "[\\[a\\] b\\]](/x)\n");
}

void TestPostText::lists()
{
    row("list", "<ul><li>a</li><li>b</li></ul>", "- a\n- b\n");
    row("paragraphs in items", "<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b\n");
    row("numbers", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b\n");
    row("numbers from seven", "<ol start=7><li>a</li><li>b</li></ol>", "7. a\n8. b\n");
    row("numbers given", "<ol><li>a</li><li value=5>b</li></ol>", "1. a\n\n5) b\n");
    row("numbers that are none", "<ol start='x'><li value='-3'>a</li></ol>", "1. a\n");
    row("nested", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>", "- a\n  1. b\n- c\n");
    row("nested between items", "<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c\n");
    row("lists that touch", "<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b\n");
    row("several paragraphs", "<ol><li>a<p>b</p></li></ol>", "1. a\n\n   b\n");
    row("quotation in an item", "<ul><li>a<blockquote>b</blockquote></li></ul>", "- a\n\n  > b\n");
    row("break in an item", "<ul><li>a<br>b</li></ul>", "- a\\\n  b\n");
    row("item without a list", "<li>a</li><li>b</li>", "a\n\nb\n");
    row("item in a quotation in a list", "<ul><blockquote><li>a</li></blockquote></ul>", "> a\n");
    row("terms", "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>", "**a**\n\nb\n\nc\n");
}

void TestPostText::blocks()
{
    row("headings", "<h1>a</h1><h2>b</h2><h6>c</h6>d", "# a\n\n## b\n\n###### c\n\nd\n");
    row("heading with a break", "<h2>a<br>b</h2>", "## a b\n");
    row("heading with a mark at its end", "<h3>In C #</h3>", "### In C \\#\n");
    row("heading with bold", "<h2><b>a</b></h2>", "## **a**\n");
    row("empty heading", "<h2> </h2>a", "a\n");
    row("quotation", "<blockquote><p>a</p><p>b</p><cite>c</cite></blockquote>d", "> a\n>\n> b\n>\n> c\n\nd\n");
    row("quotation in a quotation", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b\n");
    row("quotations that touch", "<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b\n");
    row("rule", "a<hr>b", "a\n\n---\n\nb\n");
    row("preformatted", "<pre>a\n  b\n\n&lt;c&gt;</pre>", "```\na\n  b\n\n<c>\n```\n");
    row("preformatted code", "<pre><code>a\n*b*</code></pre>", "```\na\n*b*\n```\n");
    row("code around preformatted", "<code><pre>a\nb</pre></code>", "```\na\nb\n```\n");
    row("preformatted fences", "<pre>```\na\n````</pre>", "`````\n```\na\n````\n`````\n");
    row("blocks in preformatted text", "<pre><div>a</div><div>b<br>c</div></pre>", "```\na\nb\nc\n```\n");
    row("verse", "<pre class='wp-block-verse'>a\n <em>b</em>\n\nc</pre>", "a\\\n*b*\n\nc\n");
    row("figure with a table", "<figure><table><tr><td>a</td></tr></table><figcaption>b</figcaption></figure>",
        "a\n\n*b*\n");
    row("what folds", "<details><summary>a</summary><p>b</p></details>", "**a**\n\nb\n");
    row("form", "a<form action='/x'>Name <input><button>Send</button></form>b", "a\n\nb\n", otherWords,
        "1 form(s) left out");
}

void TestPostText::links()
{
    row("link", "<a href='https://a.example/x?y=1&amp;z=2'>a</a>", "[a](https://a.example/x?y=1&z=2)\n");
    row("link in words", "see <a href='http://a.example'> this</a>, please", "see [this](http://a.example), please\n");
    row("mail", "<a href='mailto:w@t.example'>a</a>", "[a](mailto:w@t.example)\n");
    row("to the site", "<a href='https://askhazel.example/2019/05/x/'>a</a>", "[a](/2019/05/x/)\n");
    row("to the site without TLS", "<a href='http://www.AskHazel.example:80/x'>a</a>", "[a](/x)\n");
    row("to the site itself", "<a href='https://askhazel.example'>a</a>", "[a](/)\n");
    row("to the site with a query", "<a href='https://askhazel.example?p=3#b'>a</a>", "[a](/?p=3#b)\n");
    row("relative", "<a href='x/../y'>a</a> <a href='?p=1'>b</a>", "[a](/y) [b](/?p=1)\n");
    row("host alone", "<a href='//b.example/x'>a</a>", "[a](https://b.example/x)\n");
    row("host like the site", "<a href='https://askhazel.example@b.example/'>a</a>",
        "[a](https://askhazel.example@b.example/)\n");
    row("slashes on the site", "<a href='https://askhazel.example//b.example'>a</a>", "[a](/b.example)\n");
    row("place in the page", "<a href='#note'>a</a>", "a\n");
    row("name of a place", "<a name='note'></a>a", "a\n");
    row("script", "<a href='javascript:alert(1)'>a</a>", "a\n", sameWords,
        "1 link(s) to no page or mail address, as text");
    row("disguised script", "<a href=' java\nscript:alert(1)'>a</a><a href='&#1;vbscript:x'>b</a>", "ab\n", sameWords,
        "2 link(s) to no page or mail address, as text");
    row("blanks and brackets", "<a href='/a b(c)'>a</a> <a href='/)'>b</a> <a href='/&lt;c&gt;'>c</a>",
        "[a](/a%20b(c)) [b](/\\)) [c](/%3Cc%3E)\n");
    row("around blocks", "<a href='/x'><h2>a</h2><p>b</p></a>", "## [a](/x)\n\n[b](/x)\n");
    row("empty link", "a<a href='/x'> </a>b", "a b\n");
    row("address as its words", "<a href='https://a.example/b_c'>https://a.example/b_c</a>",
        "[https://a.example/b_c](https://a.example/b_c)\n");
    row("address alone", "One\n\nhttps://a.example/b_c\n\nTwo",
        "One\n\n[https://a.example/b_c](https://a.example/b_c)\n\nTwo\n");
    row("address among words", "see https://a.example/b", "see https://a.example/b\n");
}

void TestPostText::pictures()
{
    row("picture", "a <img src='https://a.example/cat.jpg' alt='A [cat]'> b", "a ![A \\[cat\\]](attachment:1) b\n");
    row("picture without words", "<img src='/cat.jpg'>", "![](attachment:1)\n");
    row("linked to its file",
        "<a href='http://askhazel.example/cat.jpg'><img src='https://www.askhazel.example/"
        "cat-300x200.jpg' alt='c'></a>",
        "![c](attachment:1)\n");
    row("linked elsewhere", "<a href='https://a.example/'><img src='/cat.jpg' alt='c'></a>",
        "[![c](attachment:1)](https://a.example/)\n");
    row("loaded later", "<img src='data:image/gif;base64,x' data-src='/cat.jpg' alt='c'>", "![c](attachment:1)\n");
    row("figure", "<figure><img src='/cat.jpg' alt='c'><figcaption>Hers, <em>2019</em></figcaption></figure>",
        "![c](attachment:1)\n\n*Hers, 2019*\n");
    row("picture elsewhere", "<img src='https://a.example/dog.jpg' alt='Dog'>", "[Dog](https://a.example/dog.jpg)\n",
        otherWords, "1 picture(s) as a link or words");
    row("picture elsewhere in a link", "<a href='/x'><img src='/dog.jpg' alt='Dog'></a>", "[Dog](/x)\n", otherWords,
        "1 picture(s) as a link or words");
    row("picture elsewhere without words", "a<img src='/dog.jpg'><img src='/dog2.jpg'>b", "ab\n", sameWords,
        "2 picture(s) left out");
    row("picture of a script", "<img src='javascript:alert(1)' alt='c'>", "c\n", otherWords,
        "1 picture(s) as a link or words");
    row("picture in data", "a<img src='data:image/png;base64,cat'>b", "ab\n", sameWords, "1 picture(s) left out");
    row("picture that reports", "a<img src='/cat.gif' width=1 height=1 alt=no>b", "ab\n");
    row("picture in a heading", "<h2><img src='/cat.jpg' alt='c'> a</h2>", "## ![c](attachment:1) a\n");
}

void TestPostText::embedded()
{
    row("frame", "<iframe src='https://a.example/x'></iframe>", "[https://a.example/x](https://a.example/x)\n",
        otherWords, "1 embedded page(s) as a link");
    row("video elsewhere", "<iframe src='//www.youtube.com/embed/x'></iframe>",
        "[https://www.youtube.com/embed/x](https://www.youtube.com/embed/x)\n", otherWords,
        "1 embedded video(s) as a link");
    row("host like that of videos", "<iframe src='https://notyoutube.com/x'></iframe>",
        "[https://notyoutube.com/x](https://notyoutube.com/x)\n", otherWords, "1 embedded page(s) as a link");
    row("video", "a<video><source src='/x.mp4'>No video</video>b", "a [https://askhazel.example/x.mp4](/x.mp4) b\n",
        otherWords, "1 embedded video(s) as a link");
    row("sound", "<audio src='https://a.example/x.mp3'></audio>",
        "[https://a.example/x.mp3](https://a.example/x.mp3)\n", otherWords, "1 sound recording(s) as a link");
    row("object", "<object><param name=movie value='http://a.example/x'><embed src='http://a.example/x'></object>",
        "[http://a.example/x](http://a.example/x)\n", otherWords, "1 embedded page(s) as a link");
    row("frame of a script", "a<iframe src='javascript:x'></iframe>b", "ab\n", sameWords,
        "1 embedded object(s) left out");
}

void TestPostText::tables()
{
    row("table", "<table><tr><th>Name</th><th>Age</th></tr><tr><td>Ann</td><td>7</td></tr></table>",
        "**Name** | **Age**\\\nAnn | 7\n", otherWords, "1 table(s) as text");
    row("table with its parts", "<table><caption>c</caption><thead><tr><td>a<td>b<tbody><tr><td><p>1</p><td>2</table>",
        "*c*\n\na | b\\\n1 | 2\n", otherWords, "1 table(s) as text");
    row("two tables", "<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>", "a | b\n\nc | d\n", otherWords,
        "2 table(s) as text");
    row("table that lays out", "<table><tr><td><p>a</p><p>b</p></td><td><ul><li>c</li></ul></td></tr></table>",
        "a\n\nb\n\n- c\n");
    row("table of one column", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\n\nb\n");
    row("marks in cells", "<table><tr><td>- a</td><td>*b*</td></tr></table>", "\\- a | \\*b\\*\n", otherWords,
        "1 table(s) as text");
    row("breaks in cells", "<table><tr><td>a<br>b</td><td><div>c<br>d</div></td></tr></table>", "a b | c d\n",
        otherWords, "1 table(s) as text");
}

void TestPostText::shortcodes()
{
    row("caption", "[caption id=\"a\" width=\"3\"]<img src='/cat.jpg' alt='c' /> Hers, <i>2019</i>[/caption]",
        "![c](attachment:1)\n\n*Hers, 2019*\n", otherWords);
    row("caption of a linked picture", "[caption id='a']<a href='/x'><img src='/cat.jpg' alt='c'></a> Hers[/caption]",
        "[![c](attachment:1)](/x)\n\n*Hers*\n", otherWords);
    row("caption among paragraphs", "One\n\n[caption id='a']<img src='/cat.jpg'>\nHers[/caption]\n\nTwo",
        "One\n\n![](attachment:1)\n\n*Hers*\n\nTwo\n", otherWords);
    row("gallery", "a\n\n[gallery ids=\"1,2\"]\n\nb [gallery]", "a\n\nb\n", otherWords, "2 gallery(s) left out");
    row("embed", "[embed width='3']https://a.example/x[/embed]", "[https://a.example/x](https://a.example/x)\n",
        otherWords, "1 embedded page(s) as a link");
    row("video by its number", "[youtube dQw4-x] [vimeo 123]",
        "[https://www.youtube.com/watch?v=dQw4-x](https://www.youtube.com/watch?v=dQw4-x) "
        "[https://vimeo.com/123](https://vimeo.com/123)\n",
        otherWords, "2 embedded video(s) as a link");
    row("sound file", "[audio src=\"/x.mp3\" mp3=\"https://a.example/x.mp3\"][/audio]",
        "[https://a.example/x.mp3](https://a.example/x.mp3)\n", otherWords, "1 sound recording(s) as a link");
    row("unknown around words", "[box color=\"red\"]One\n\nTwo[/box]", "One\n\nTwo\n", otherWords, "shortcode [box]");
    row("unknown alone", "a [form_7 id=\"3\" title=\"x y\"] b [form_7 id=4]", "a b\n", otherWords,
        "shortcode [form_7], 2 time(s)");
    row("text in brackets", "[sic] [she laughed] [1] [Note: x] [a/b] [...] [see http://x.example]",
        "[sic] [she laughed] [1] [Note: x] [a/b] [...] [see http://x.example]\n");
    row("doubled brackets", "[[gallery]] [[x y=\"1\"]] [[wiki]]", "[gallery] [x y=\"1\"] [[wiki]]\n", otherWords);
    row("in code", "<code>[gallery]</code> <pre>[x y=\"1\"]</pre>", "`[gallery]`\n\n```\n[x y=\"1\"]\n```\n");
}

void TestPostText::blockMarks()
{
    row("paragraphs of blocks", "<!-- wp:paragraph {\"align\":\"center\"} -->\n<p>One\nand</p>\n<!-- /wp:paragraph -->",
        "One and\n");
    row("no paragraphs among blocks", "<!-- wp:html -->\nOne\n\nTwo\n<!-- /wp:html -->", "One Two\n");
    row("more and pages", "One\n\n<!--more-->\n\nTwo\n<!--nextpage-->\nThree", "One\n\nTwo\n\nThree\n");
    row("separator and spacer",
        "<!-- wp:separator --><hr class='wp-block-separator'/><!-- /wp:separator -->"
        "<!-- wp:spacer /-->",
        "---\n");
    row("list of blocks",
        "<!-- wp:list --><ul><!-- wp:list-item --><li>a</li><!-- /wp:list-item --></ul>"
        "<!-- /wp:list -->",
        "- a\n");
    row("quotation of blocks",
        "<!-- wp:quote --><blockquote class='wp-block-quote'><!-- wp:paragraph --><p>a</p>"
        "<!-- /wp:paragraph --><cite>b</cite></blockquote><!-- /wp:quote -->",
        "> a\n>\n> b\n");
    row("embedded by a block",
        "<!-- wp:embed {\"url\":\"https://a.example/x\"} --><figure><div>\n"
        "https://a.example/x\n</div></figure><!-- /wp:embed -->",
        "[https://a.example/x](https://a.example/x)\n");
    row("gallery of pictures",
        "<!-- wp:gallery --><figure><figure><img src='/cat.jpg' alt='a'></figure><figure>"
        "<img src='/cat.jpg' alt='b'></figure></figure><!-- /wp:gallery -->",
        "![a](attachment:1)\n\n![b](attachment:1)\n");
    row("buttons",
        "<!-- wp:buttons --><div><!-- wp:button --><div><a href='/x'>a</a></div><!-- /wp:button --></div>"
        "<!-- /wp:buttons -->",
        "[a](/x)\n");
    row("blocks without content", "<!-- wp:block {\"ref\":12} /--><!-- wp:latest-posts /--><!-- wp:core/more /-->a",
        "a\n", sameWords, "1 reusable block(s) left out; block “latest-posts”");
    row("shortcode of a block", "<!-- wp:shortcode -->[gallery]<!-- /wp:shortcode -->", "", otherWords,
        "1 gallery(s) left out");
}

void TestPostText::becomesMarkdown()
{
    QFETCH(QString, html);
    QFETCH(QString, markdown);
    QFETCH(bool, hasSameWords);
    QFETCH(QString, notExpressed);
    const PostText post = postText(html, reading());
    QCOMPARE(post.markdown, markdown);
    QCOMPARE(post.notExpressed.join(QLatin1String("; ")), notExpressed);
    QVERIFY(isTidy(post.markdown));
    QVERIFY(isClean(rendered::html(post.markdown)));
    QCOMPARE(rendered::plain(rendered::words(post.markdown)), rendered::plain(rendered::words(post.markdown, false)));
    if (hasSameWords)
        QCOMPARE(rendered::words(post.markdown, false), rendered::compact(intake::stripTags(html.toUtf8())));
}

void TestPostText::leavesOutWhatIsHidden_data()
{
    QTest::addColumn<QString>("html");

    for (const char *html : {
             "<script>no('<p>no</p>')</script>",
             "<style>no{}\n\nno{}</style>",
             "<div style='display:none'>no</div>",
             "<p hidden>no</p>",
             "<style>.x{display:none}</style><p class=x>no</p>",
             "<span style='font-size:0'>no</span>",
             "<!-- no -->",
             "<noscript><img src='/cat.jpg' alt=no></noscript>",
             "<svg><text>no</text></svg>",
             "<math><mi>no</mi></math>",
             "<textarea>no</textarea><select><option>no</select>",
             "<template>no</template>",
             "<button>no</button>",
             "<title>no</title>",
             "<table><tr hidden><td>no</td><td>no</td></tr></table>",
         })
        QTest::newRow(html) << QString::fromUtf8(html);
}

void TestPostText::leavesOutWhatIsHidden()
{
    QFETCH(QString, html);
    const PostText post = postText(QString(QLatin1String("yes ") + html), reading());
    QCOMPARE(post.markdown, QStringLiteral("yes\n"));
    QVERIFY(post.pictures.isEmpty());
}

void TestPostText::asksForPictures()
{
    const QString html = QStringLiteral("<p><img src='/cat.jpg' alt=' A\n cat '><img src='https://a.example/dog.jpg'>"
                                        "<img src='data:x'><img src='/cat.jpg' width=1 height=1></p>");
    const PostText post = postText(html, reading());
    QCOMPARE(post.pictures.size(), 2);
    QCOMPARE(post.pictures.at(0).address, QStringLiteral("https://askhazel.example/cat.jpg"));
    QCOMPARE(post.pictures.at(0).alternative, QStringLiteral("A cat"));
    QCOMPARE(post.pictures.at(1).address, QStringLiteral("https://a.example/dog.jpg"));
    QCOMPARE(post.notExpressed, QStringList{QStringLiteral("2 picture(s) left out")});

    QString many;
    for (int i = 0; i < 2000; ++i)
        many.append(QStringLiteral("<img src='/cat.jpg' alt='c'>"));
    const PostText full = postText(many, reading());
    QVERIFY(full.pictures.size() < 1000);
    QVERIFY(!rendered::html(full.markdown).startsWith("<pre>"));
    QCOMPARE(full.notExpressed.size(), 1);
}

void TestPostText::knowsNoSite()
{
    const PostText post = postText(
        QStringLiteral("<a href='https://askhazel.example/x'>a</a> <a href='/y'>b</a> <img src='/z.png'>"), {});
    QCOMPARE(post.markdown, QStringLiteral("[a](https://askhazel.example/x) [b](/y)\n"));
    QCOMPARE(post.pictures.value(0).address, QStringLiteral("/z.png"));
}

void TestPostText::survives_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("isStripped");

    const auto repeated = [](const char *tag, const char *html, bool isStripped = false) {
        const QString piece = QString::fromUtf8(html);
        QTest::newRow(tag) << piece.repeated(300'000 / piece.toUtf8().size()) << isStripped;
    };
    repeated("words", "word ");
    repeated("line ends", "\n");
    repeated("lines", "a\n");
    repeated("paragraphs", "a\n\n");
    repeated("breaks", "<br>");
    repeated("brackets", "[");
    repeated("closing brackets", "]");
    repeated("open quotes in brackets", "[a b=\"");
    repeated("shortcodes", "[gallery]");
    repeated("different shortcodes that open", "[a][b][c][d]");
    repeated("closing shortcodes", "[/caption]");
    repeated("pairs", "[x][/x]");
    repeated("captions", "[caption id='a']<img src='/dog.jpg'>");
    repeated("doubled brackets", "[[gallery]]");
    repeated("embeds", "[embed]");
    repeated("tag ends", ">");
    repeated("tag beginnings", "<");
    repeated("comments", "<!--");
    repeated("block marks", "<!-- wp:x /-->");
    repeated("bold", "<b>a</b> ");
    repeated("open bold", "<b>", true);
    repeated("links", "<a href=/x>a</a>");
    repeated("open links", "<a href=/x>a", true);
    repeated("code", "<code>`</code>");
    repeated("items", "<li>a");
    repeated("lists that touch", "<ul><li>a</ul>");
    repeated("deep lists", "<ul><li>a", true);
    repeated("deep quotations", "<blockquote>", true);
    repeated("tables", "<table><tr><td>a<td>b</table>");
    repeated("cells", "<td>a</td>");
    repeated("open preformatted", "<pre>", true);
    repeated("marks", "*_`[]()!<&#");
    repeated("stars", "*");
    repeated("addresses", "<a href='/((((((((((((('>a</a>");
    QTest::newRow("as large as may be") << QStringLiteral("*a_ ").repeated(500'000) << false;
    QTest::newRow("too large when it has paragraphs") << QStringLiteral("a\n").repeated(950'000) << true;
    QTest::newRow("too large") << QStringLiteral("<p>word</p>\n").repeated(300'000) << true;
    QTest::newRow("one long address") << QString(QLatin1String("<a href='/") + QString(1'900'000, u'a') +
                                                 QLatin1String("'>word</a>"))
                                      << false;
    QTest::newRow("rows") << QString(QLatin1String("<table>") + QStringLiteral("<tr><td>a<td>b").repeated(100'000))
                          << false;
}

void TestPostText::survives()
{
    QFETCH(QString, html);
    QFETCH(bool, isStripped);
    QElapsedTimer timer;
    timer.start();
    const PostText post = postText(html, reading());
    // The program as it is shipped is some five times as fast.
    QVERIFY2(timer.elapsed() < 12'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(isTidy(post.markdown));
    const QString stripped = QStringLiteral("everything but the words");
    QCOMPARE(post.notExpressed.join(u' ').startsWith(stripped), isStripped);
}

// The cases by which sanitizers of HTML are tested.
void TestPostText::keepsHostileSamplesOut_data()
{
    QTest::addColumn<QString>("html");

    const QString samples = qEnvironmentVariable("POSTBAG_SAMPLES");
    QFile file(QDir(samples).filePath(QStringLiteral("html-hostile/html5lib-sanitizer-tests1.json")));
    if (samples.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of samples");
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(cases.size(), 66);
    for (const QJsonValue &one : cases)
        QTest::newRow(qPrintable(one[QLatin1String("name")].toString())) << one[QLatin1String("input")].toString();
}

void TestPostText::keepsHostileSamplesOut()
{
    QFETCH(QString, html);
    const PostText post = postText(html, reading());
    QVERIFY2(isClean(rendered::html(post.markdown)), qPrintable(post.markdown));
    // As for letters, of which an address is printed behind its words.
    static const QRegularExpression addresses(QStringLiteral(" <https?://[^>]*>"));
    QString words = intake::htmlToText(html.remove(QChar(0))).text.remove(addresses);
    if (words.startsWith(QLatin1String("- ")))
        words.remove(0, 2);
    if (!html.contains(QLatin1String("<iframe")))
        QCOMPARE(rendered::words(post.markdown, false), rendered::compact(words));
}

QTEST_APPLESS_MAIN(TestPostText)
#include "tst_post_text.moc"
