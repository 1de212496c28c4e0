#include "intake/markdown_writer.h"

#include "rendered_words.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using intake::MarkdownWriter;

namespace {

struct Step {
    const char *name;
    void (*take)(MarkdownWriter &writer, std::optional<int> number);
};

constexpr Step steps[] = {
    {"ul",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.openList({}, true);
     }},
    {"ul+",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.openList({}, false);
     }},
    {"ol",
     [](MarkdownWriter &writer, std::optional<int> number) {
         writer.openList(number.value_or(1), true);
     }},
    {"/l",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.closeList();
     }},
    {"li",
     [](MarkdownWriter &writer, std::optional<int> number) {
         writer.openItem(number);
     }},
    {"/li",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.closeItem();
     }},
    {"q",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.openQuotation();
     }},
    {"/q",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.closeQuotation();
     }},
    {"h",
     [](MarkdownWriter &writer, std::optional<int> number) {
         writer.startHeading(number.value_or(1));
     }},
    {"/h",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.endHeading();
     }},
    {"a",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.openLink(QStringLiteral("/u"));
     }},
    {"/a",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.closeLink();
     }},
    {"hr",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.addRule();
     }},
    {"br",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.breakLine();
     }},
    {";",
     [](MarkdownWriter &writer, std::optional<int>) {
         writer.endBlock();
     }},
};

// Takes steps by their names, as in "ul li one /li li two /li /l"; "ol=3" has a number, "pre:..." is code with "|" for
// its line ends, anything else is a word.
QString written(const QString &script)
{
    MarkdownWriter writer;
    for (const QString &token : script.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype equals = token.indexOf(u'=');
        const QString name = equals > 0 ? token.first(equals) : token;
        bool isNumber = false;
        const int number = token.sliced(equals + 1).toInt(&isNumber);
        const auto *step = std::find_if(std::begin(steps), std::end(steps),
                                        [&name](const Step &one) { return name == QLatin1String(one.name); });
        if (token.startsWith(QLatin1String("pre:")))
            writer.addCodeBlock(token.sliced(4).replace(u'|', u'\n').replace(u'^', u' '));
        else if (step != std::end(steps))
            step->take(writer, equals > 0 && isNumber ? std::optional(number) : std::nullopt);
        else
            writer.line().addWords(QString(token + QLatin1Char(' ')));
    }
    return writer.result();
}

QString compactHtml(const QString &markdown)
{
    return QString::fromUtf8(rendered::html(markdown, false)).remove(u'\n');
}

} // namespace

class TestMarkdownWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void keepsToLimitsOfReaders();
    void neverLosesWords();
};

void TestMarkdownWriter::writes_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");

    const auto row = [](const char *tag, const char *script, const char *markdown, const char *html) {
        QTest::newRow(tag) << script << markdown << html;
    };
    row("nothing", "", "", "");
    row("empty blocks", "ul li /li /l q /q h /h ; a /a br", "", "");
    row("paragraphs", "a b ; c", "[b](/u)\n\n[c](/u)\n", "<p><a href=\"/u\">b</a></p><p><a href=\"/u\">c</a></p>");
    row("breaks", "x br y br br z br ;", "x\\\ny\n\nz\n", "<p>x<br />y</p><p>z</p>");
    row("heading", "h=2 x br y /h z", "## x y\n\nz\n", "<h2>x y</h2><p>z</p>");
    row("rule", "x hr y", "x\n\n---\n\ny\n", "<p>x</p><hr /><p>y</p>");
    row("quotation", "q x ; y /q z", "> x\n>\n> y\n\nz\n", "<blockquote><p>x</p><p>y</p></blockquote><p>z</p>");
    row("quotations", "q x /q q y /q", "> x\n\n> y\n",
        "<blockquote><p>x</p></blockquote><blockquote><p>y</p></blockquote>");
    row("quotation in a quotation", "q q x /q y /q", "> > x\n>\n> y\n",
        "<blockquote><blockquote><p>x</p></blockquote><p>y</p></blockquote>");
    row("list", "ul li x /li li y /li /l z", "- x\n- y\n\nz\n", "<ul><li>x</li><li>y</li></ul><p>z</p>");
    row("loose list", "ul+ li x /li li y /li /l", "- x\n\n- y\n", "<ul><li><p>x</p></li><li><p>y</p></li></ul>");
    row("numbers", "ol=3 li x /li li y /li /l", "3. x\n4. y\n", "<ol start=\"3\"><li>x</li><li>y</li></ol>");
    row("other number", "ol li x /li li=5 y /li li z /li /l", "1. x\n\n5) y\n6) z\n",
        "<ol><li>x</li></ol><ol start=\"5\"><li>y</li><li>z</li></ol>");
    row("lists that touch", "ul li x /li /l ul li y /li /l ul li z /li /l", "- x\n\n* y\n\n- z\n",
        "<ul><li>x</li></ul><ul><li>y</li></ul><ul><li>z</li></ul>");
    row("numbered lists that touch", "ol li x /li /l ol li y /li /l", "1. x\n\n1) y\n",
        "<ol><li>x</li></ol><ol><li>y</li></ol>");
    row("lists of two kinds", "ul li x /li /l ol li y /li /l", "- x\n\n1. y\n",
        "<ul><li>x</li></ul><ol><li>y</li></ol>");
    row("lists apart", "ul li x /li /l y ul li z /li /l", "- x\n\ny\n\n- z\n",
        "<ul><li>x</li></ul><p>y</p><ul><li>z</li></ul>");
    row("list below an item", "ul li x ul li y /li /l /li li z /li /l", "- x\n  - y\n- z\n",
        "<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul>");
    row("list between items", "ul li x /li ul li y /li /l li z /li /l", "- x\n  - y\n- z\n",
        "<ul><li>x<ul><li>y</li></ul></li><li>z</li></ul>");
    row("numbers below an item", "ul li x ol=3 li y /li /l /li /l", "- x\n\n  3. y\n",
        "<ul><li><p>x</p><ol start=\"3\"><li>y</li></ol></li></ul>");
    row("list at the beginning of an item", "ol li ul li x /li /l /li /l", "1. - x\n",
        "<ol><li><ul><li>x</li></ul></li></ol>");
    row("lists that touch below an item", "ul li x ul li y /li /l ul li z /li /l /li /l", "- x\n  - y\n\n  * z\n",
        "<ul><li><p>x</p><ul><li>y</li></ul><ul><li>z</li></ul></li></ul>");
    row("empty items", "ol li /li li x /li li /li li y /li /l", "1. x\n2. y\n", "<ol><li>x</li><li>y</li></ol>");
    row("paragraphs of an item", "ul li x ; y /li li z /li /l", "- x\n\n  y\n- z\n",
        "<ul><li><p>x</p><p>y</p></li><li><p>z</p></li></ul>");
    row("words between items", "ul x li y /li z li w /li /l", "x\n\n- y\n\nz\n\n- w\n",
        "<p>x</p><ul><li>y</li></ul><p>z</p><ul><li>w</li></ul>");
    row("words in a list below", "ul li x ul === li y /li /l /li /l", "- x\n\n  ===\n\n  - y\n", nullptr);
    row("quotation in an item", "ol li q x ; y /q z /li /l", "1. > x\n   >\n   > y\n\n   z\n",
        "<ol><li><blockquote><p>x</p><p>y</p></blockquote><p>z</p></li></ol>");
    row("rule in an item", "ul li hr x /li /l", "- ___\n\n  x\n", "<ul><li><hr />x</li></ul>");
    row("heading in an item", "ul li h=3 x /h /li /l", "- ### x\n", "<ul><li><h3>x</h3></li></ul>");
    row("code", "x pre:a|^^b||c y", "x\n\n```\na\n  b\n\nc\n```\n\ny\n",
        "<p>x</p><pre><code>a  bc</code></pre><p>y</p>");
    row("code with fences", "pre:```|a|```` y", "`````\n```\na\n````\n`````\n\ny\n",
        "<pre><code>```a````</code></pre><p>y</p>");
    row("code in a quotation in an item", "ul li q pre:a||b /q /li /l", "- > ```\n  > a\n  >\n  > b\n  > ```\n",
        "<ul><li><blockquote><pre><code>ab</code></pre></blockquote></li></ul>");
    row("code of nothing", "x pre:^|^ y", "x\n\ny\n", "<p>x</p><p>y</p>");
}

void TestMarkdownWriter::writes()
{
    QFETCH(QString, script);
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    QCOMPARE(written(script), markdown);
    if (!html.isNull())
        QCOMPARE(compactHtml(markdown), html);
}

void TestMarkdownWriter::keepsToLimitsOfReaders()
{
    QString deep;
    for (int i = 0; i < 300; ++i)
        deep.append(QLatin1String(i % 2 == 0 ? "q " : "ol=99999 li w "));
    const QString markdown = written(QString(deep + QLatin1String("pre:") + QStringLiteral("^").repeated(500) + u'e'));
    QVERIFY(!rendered::html(markdown).startsWith("<pre>"));
    QCOMPARE(rendered::words(markdown), QString(QStringLiteral("w").repeated(150) + u'e'));
    for (const QString &line : markdown.split(u'\n'))
        QVERIFY(line.size() < 200);
}

// Blocks by chance.
void TestMarkdownWriter::neverLosesWords()
{
    const char *tokens[] = {"===", "---", "1.", "-",  "#",   "word", "*x*", "[a]:", "pre:``|x", "ul", "ul+", "ol=4",
                            "/l",  "/l",  "li", "li", "/li", "/li",  "q",   "/q",   "h=3",      "hr", "br",  ";"};
    QRandomGenerator chance(20261127);
    for (int round = 0; round < 20'000; ++round) {
        QStringList script;
        QStringList open;
        QString expected;
        for (int n = chance.bounded(1, 25); n > 0; --n) {
            const QString token = QString::fromLatin1(tokens[chance.bounded(int(std::size(tokens)))]);
            const QString inner = open.isEmpty() ? QString() : open.last();
            const bool isList = token.startsWith(QLatin1String("ul")) || token.startsWith(QLatin1String("ol"));
            if (token.startsWith(u'/') && token.sliced(1) != inner)
                continue;
            if (token == QLatin1String("li") && inner != QLatin1String("l"))
                continue;
            script.append(token);
            if (token.startsWith(u'/'))
                open.removeLast();
            else if (isList || token == QLatin1String("q") || token == QLatin1String("li"))
                open.append(isList ? QStringLiteral("l") : token);
            else if (token.startsWith(QLatin1String("pre:")))
                expected.append(token.sliced(4).remove(u'|'));
            else if (token == QLatin1String("h=3"))
                script.append({QStringLiteral("h#"), QStringLiteral("/h")}), expected.append(QStringLiteral("h#"));
            else if (token != QLatin1String("hr") && token != QLatin1String("br") && token != QLatin1String(";"))
                expected.append(token);
        }
        while (!open.isEmpty())
            script.append(QString(u'/' + open.takeLast()));
        const QString markdown = written(script.join(u' '));
        const QString seen = rendered::words(markdown, false);
        if (seen != expected)
            QFAIL(qPrintable(QString(script.join(u' ') + QLatin1String("\n became\n") + markdown +
                                     QLatin1String("\n read as\n") + compactHtml(markdown))));
        QVERIFY(markdown.isEmpty() || (!markdown.startsWith(u'\n') && !markdown.endsWith(QLatin1String("\n\n"))));
    }
}

QTEST_APPLESS_MAIN(TestMarkdownWriter)
#include "tst_markdown_writer.moc"
