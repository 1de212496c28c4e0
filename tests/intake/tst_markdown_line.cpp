#include "intake/markdown_line.h"

#include "rendered_words.h"

#include <QRandomGenerator>
#include <QTest>

using intake::boldStyle;
using intake::italicStyle;
using intake::MarkdownLine;
using intake::MarkdownPlace;

namespace {

constexpr char both = boldStyle | italicStyle;

// Of pieces of words, of which each begins with "B", "I" or "X" for bold, italic or both, or with "-".
QString lineOf(const QStringList &pieces, MarkdownPlace place = MarkdownPlace::Paragraph)
{
    MarkdownLine line;
    for (const QString &piece : pieces) {
        const QChar kind = piece.front();
        const char style = kind == u'B' ? boldStyle : kind == u'I' ? italicStyle : kind == u'X' ? both : char(0);
        line.addWords(QStringView(piece).sliced(1), style);
    }
    return line.take(place);
}

QString inlineHtml(const QString &markdown)
{
    QString html = QString::fromUtf8(rendered::html(markdown, false)).trimmed();
    if (html.startsWith(QLatin1String("<p>")) && html.endsWith(QLatin1String("</p>")))
        html = html.sliced(3, html.size() - 7);
    return html;
}

} // namespace

class TestMarkdownLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void escapesInHeadings_data();
    void escapesInHeadings();
    void emphasizes_data();
    void emphasizes();
    void writesCode_data();
    void writesCode();
    void writesDestinations_data();
    void writesDestinations();
    void linksAndPictures();
    void breaksLines();
    void leavesOutWhatNobodySees();
    void neverLosesWords_data();
    void neverLosesWords();
    void isLinear_data();
    void isLinear();
};

void TestMarkdownLine::escapes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("markdown");

    const auto row = [](const char *words, const char *markdown) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(markdown);
    };
    const auto same = [&row](const char *words) {
        row(words, words);
    };
    same("Nothing here, at all. (Really!) It's 100% \"plain\" -- & so on...");
    row("2*3*4", R"(2\*3\*4)");
    same("2 * 3 * 4");
    row("*a*", R"(\*a\*)");
    row("**", R"(\*\*)");
    row("* * *", R"(\* * *)");
    row("a *", "a *");
    same("snake_case_name");
    row("_a_", R"(\_a\_)");
    row("___", R"(\_\_\_)");
    row("_ _ _", R"(\_ _ _)");
    same("a _ b");
    row("`a`", R"(\`a\`)");
    same("[sic]");
    same("[1] and [she laughed] [[x]]");
    row("[a](b)", R"([a\](b))");
    row("[a]: b", R"([a\]: b)");
    same("so [a]: b");
    row("![a]", R"(!\[a])");
    row("<b>", R"(\<b>)");
    row("a </b> <!-- c --> <?d?>", R"(a \</b> \<!-- c --> \<?d?>)");
    row("<https://a.example>", R"(\<https://a.example>)");
    row("<3rd@a.example>", R"(\<3rd@a.example>)");
    row("<$@a>", R"(\<$@a>)");
    row("<3 @a>", "<3 @a>");
    same("1 < 2 > 1 <3");
    row("&amp; &#8217; &#x41; &nbsp;", R"(\&amp; \&#8217; \&#x41; \&nbsp;)");
    same("a & b; d&; &#; Q&A");
    same("a & b ** c");
    row("# a", R"(\# a)");
    row("####### a", "####### a");
    row("#", R"(\#)");
    same("#hashtag");
    row("- a", R"(\- a)");
    row("+ a", R"(\+ a)");
    row("-", R"(\-)");
    row("---", R"(\---)");
    row("- - -", R"(\- - -)");
    same("-5 degrees, -x");
    same("+1");
    row("1. a", R"(1\. a)");
    row("12) a", R"(12\) a)");
    row("1.", R"(1\.)");
    same("1.5 litres");
    same("1234567890. a");
    row("> a", R"(\> a)");
    row(">a", R"(\>a)");
    same("a > b");
    row("~~~", R"(\~~~)");
    same("~~ a ~~");
    same("===");
    row("a\\*b", R"(a\\\*b)");
    row("a\\", R"(a\\)");
    same("C:\\folder\\x");
    row("\\\\server", R"(\\\server)");
    row("a\\ b", "a\\ b");
    same("Привет, мир. 你好 😀");
}

void TestMarkdownLine::escapes()
{
    QFETCH(QString, words);
    QFETCH(QString, markdown);
    MarkdownLine line;
    line.addWords(words);
    const QString written = line.take(MarkdownPlace::Paragraph);
    QCOMPARE(written, markdown);
    QVERIFY(line.isEmpty());
    QCOMPARE(inlineHtml(written), words.toHtmlEscaped());
}

void TestMarkdownLine::escapesInHeadings_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("markdown");

    QTest::newRow("no list") << "1. One"
                             << "1. One";
    QTest::newRow("no quotation") << "> One"
                                  << "> One";
    QTest::newRow("mark at the end") << "One #"
                                     << "One \\#";
    QTest::newRow("marks at the end") << "One ##"
                                      << "One #\\#";
    QTest::newRow("nothing but a mark") << "#"
                                        << "\\#";
    QTest::newRow("no mark") << "In C#"
                             << "In C#";
}

void TestMarkdownLine::escapesInHeadings()
{
    QFETCH(QString, words);
    QFETCH(QString, markdown);
    MarkdownLine line;
    line.addWords(words);
    const QString written = line.take(MarkdownPlace::Heading);
    QCOMPARE(written, markdown);
    QCOMPARE(inlineHtml(QString(QLatin1String("## ") + written)),
             QString(QLatin1String("<h2>") + words.toHtmlEscaped() + QLatin1String("</h2>")));
}

void TestMarkdownLine::emphasizes_data()
{
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");

    const auto row = [](const char *tag, const char *pieces, const char *markdown, const char *html) {
        QTest::newRow(tag) << QString::fromUtf8(pieces).split(u'|') << QString::fromUtf8(markdown)
                           << QString::fromUtf8(html);
    };
    row("bold", "-a |Bb|- c", "a **b** c", "a <strong>b</strong> c");
    row("italic", "Ia", "*a*", "<em>a</em>");
    row("both", "Xa", "***a***", "<em><strong>a</strong></em>");
    row("spaces move outside", "-a|B b |-c", "a **b** c", "a <strong>b</strong> c");
    row("the same again", "Ba|Bb|B c", "**ab c**", "<strong>ab c</strong>");
    row("the same behind a space", "Ba|- |Bb", "**a b**", "<strong>a b</strong>");
    row("nothing but spaces", "-a|B |-b", "a b", "a b");
    row("within a word", "-un|Ibe|-lievable", "un*be*lievable", "un<em>be</em>lievable");
    row("colon before a word", "BQ:|-why", "**Q**:why", "<strong>Q</strong>:why");
    row("colon before a space", "BQ:|- why", "**Q:** why", "<strong>Q:</strong> why");
    row("quoted before a word", "-a|B\"b\"|-c", "a\"**b**\"c", "a&quot;<strong>b</strong>&quot;c");
    row("marks alone in a word", "-a|B!?|-c", "a!?c", "a!?c");
    row("italic within bold", "Ba |Xb|B c", "**a _b_ c**", "<strong>a <em>b</em> c</strong>");
    row("bold within italic", "Ia |Xb|I c", "_a **b** c_", "<em>a <strong>b</strong> c</em>");
    row("beginning together", "Xa|B b", "**_a_ b**", "<strong><em>a</em> b</strong>");
    row("ending together", "Ba |Xb", "**a _b_**", "<strong>a <em>b</em></strong>");
    row("side by side", "Ba:|Ib", "**a:**_b_", "<strong>a:</strong><em>b</em>");
    row("overlapping", "Ba |Xb|I c", "**a _b_**_ c_", nullptr);
    row("crossing in a word", "Ba|Xb|Bc", "**abc**", "<strong>abc</strong>");
    row("star in bold", "B*", R"(**\***)", "<strong>*</strong>");
    row("star beside bold", "-*|Bb", R"(\***b**)", "*<strong>b</strong>");
    row("backslash in bold", "Ba\\", R"(**a\\**)", "<strong>a\\</strong>");
    row("list mark in bold", "B1. a", R"(**1\. a**)", "<strong>1. a</strong>");
    row("emoji", "-a|B😀|-c", "a**😀**c", "a<strong>😀</strong>c");
    row("dash at the end", "Bso—|-what", "**so**—what", "<strong>so</strong>—what");
}

void TestMarkdownLine::emphasizes()
{
    QFETCH(QStringList, pieces);
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    const QString written = lineOf(pieces);
    if (!html.isNull()) {
        QCOMPARE(written, markdown);
        QCOMPARE(inlineHtml(written), html);
    }
    QVERIFY(!rendered::words(written).contains(QLatin1String("**")));
    QString words;
    for (const QString &piece : pieces)
        words.append(QStringView(piece).sliced(1));
    QCOMPARE(rendered::words(written, false), rendered::compact(words));
}

void TestMarkdownLine::writesCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("markdown");

    QTest::newRow("plain") << "a * b_c <d>"
                           << "`a * b_c <d>`";
    QTest::newRow("with a mark") << "a`b"
                                 << "``a`b``";
    QTest::newRow("marks at the ends") << "`a`"
                                       << "`` `a` ``";
    QTest::newRow("nothing but marks") << "``"
                                       << "``` `` ```";
    QTest::newRow("backslash") << "\\"
                               << "`\\`";
}

void TestMarkdownLine::writesCode()
{
    QFETCH(QString, code);
    QFETCH(QString, markdown);
    MarkdownLine line;
    line.addCode(code);
    const QString written = line.take(MarkdownPlace::Paragraph);
    QCOMPARE(written, markdown);
    QCOMPARE(inlineHtml(written), QString(QLatin1String("<code>") + code.toHtmlEscaped() + QLatin1String("</code>")));
    for (const char *part : {"``", " a", "b ", " ", ""})
        line.addCode(QString::fromLatin1(part));
    QCOMPARE(rendered::words(line.take(MarkdownPlace::Paragraph)), QStringLiteral("``ab"));
    line.addWords(u"[1");
    line.addCode(QStringLiteral("x[0]: y"));
    QCOMPARE(rendered::words(line.take(MarkdownPlace::Paragraph)), QStringLiteral("[1x[0]:y"));
}

void TestMarkdownLine::writesDestinations_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<QString>("href");

    const auto row = [](const char *address, const char *destination, const char *href) {
        QTest::newRow(address) << address << destination << href;
    };
    row("https://a.example/x?y=1&z=2#w", "https://a.example/x?y=1&z=2#w", "https://a.example/x?y=1&amp;z=2#w");
    row("/a b", "/a%20b", "/a%20b");
    row("/a_(b)_*c*", "/a_(b)_*c*", "/a_(b)_*c*");
    row("/a)b", "/a\\)b", "/a)b");
    row("/a(((b", "/a\\(\\(\\(b", "/a(((b");
    row("/<a>", "/%3Ca%3E", "/%3Ca%3E");
    row("/a\\b`c`\"d\"", "/a%5Cb%60c%60%22d%22", "/a%5Cb%60c%60%22d%22");
    row("/?a&copy;=1", "/?a&amp;copy;=1", "/?a&amp;copy;=1");
    row("/[a]", "/[a]", "/%5Ba%5D");
}

void TestMarkdownLine::writesDestinations()
{
    QFETCH(QString, address);
    QFETCH(QString, destination);
    QFETCH(QString, href);
    QCOMPARE(intake::markdownDestination(address), destination);
    MarkdownLine line;
    line.openLink(address);
    line.addWords(u"w");
    line.closeLink();
    QCOMPARE(inlineHtml(line.take(MarkdownPlace::Paragraph)),
             QString(QLatin1String("<a href=\"") + href + QLatin1String("\">w</a>")));
}

void TestMarkdownLine::linksAndPictures()
{
    MarkdownLine line;
    const auto take = [&line] {
        return line.take(MarkdownPlace::Paragraph);
    };

    line.addWords(u"See! ");
    line.openLink(QStringLiteral("/a"));
    line.addWords(u" the [page] ", boldStyle);
    line.closeLink();
    line.addWords(u"now");
    QCOMPARE(take(), QStringLiteral("See! **[the \\[page\\]](/a)** now"));

    line.addWords(u"See!");
    line.openLink(QStringLiteral("/a"));
    line.addWords(u"one ");
    line.addWords(u"two", italicStyle);
    line.closeLink();
    QCOMPARE(take(), QStringLiteral("See\\![one *two*](/a)"));

    line.openLink(QStringLiteral("/a"));
    line.addWords(u"  ");
    line.closeLink();
    QVERIFY(line.isEmpty());

    line.openLink(QStringLiteral("https://a.example/"));
    line.addPicture(QStringLiteral(" A [cat]\n*here* "), QStringLiteral("attachment:1"));
    line.closeLink();
    const QString picture = take();
    QCOMPARE(picture, QStringLiteral("[![A \\[cat\\] \\*here\\*](attachment:1)](https://a.example/)"));
    QVERIFY(rendered::html(picture).contains("alt=\"A [cat] *here*\""));

    line.addWords(u"https://a.example/b_c");
    QCOMPARE(line.plainWords(), QStringLiteral("https://a.example/b_c"));
    line.linkAll(line.plainWords());
    QVERIFY(line.plainWords().isEmpty());
    QCOMPARE(take(), QStringLiteral("[https://a.example/b_c](https://a.example/b_c)"));
}

void TestMarkdownLine::breaksLines()
{
    MarkdownLine line;
    line.breakLine();
    QVERIFY(line.isEmpty());
    for (const char *words : {"a ", " - b", "===", "1. c", "d\\"}) {
        line.addWords(QString::fromLatin1(words), boldStyle);
        line.breakLine();
        line.breakLine();
    }
    QVERIFY(line.endsWithBreak());
    const QString written = line.take(MarkdownPlace::Paragraph);
    QCOMPARE(written, QStringLiteral("**a**\\\n**\\- b**\\\n**\\===**\\\n**1\\. c**\\\n**d\\\\**"));
    QCOMPARE(inlineHtml(written).count(QLatin1String("<br />")), 4);
}

void TestMarkdownLine::leavesOutWhatNobodySees()
{
    MarkdownLine line;
    line.addWords(u"so\u00ADft\u200B ze\uFEFFro\u2060\u0001\u007F\uFFFC a\u00A0b\u2003c\u2028d");
    QCOMPARE(line.take(MarkdownPlace::Paragraph), QStringLiteral("soft zero a b c d"));
    line.addWords(u"\u200B");
    line.addCode(QStringLiteral("\u200B"));
    QVERIFY(line.isEmpty());
}

void TestMarkdownLine::neverLosesWords_data()
{
    QTest::addColumn<QString>("alphabet");

    QTest::newRow("emphasis") << QStringLiteral("ab*_ \\.");
    QTest::newRow("links") << QStringLiteral("a[]()!: \\<>");
    QTest::newRow("beginnings of lines") << QStringLiteral("a1.)-+=#>~ *_`");
    QTest::newRow("entities") << QStringLiteral("a&#x1;<>/! ?");
    QTest::newRow("all") << QStringLiteral("aB1*_`~[](){}<>!#-+=.:;&|\\/\"' \u2014\u00e4\u00bf");
}

// Pieces by chance: words, breaks, code, pictures and links in all styles.
void TestMarkdownLine::neverLosesWords()
{
    QFETCH(QString, alphabet);
    QRandomGenerator chance(20261127);
    for (int round = 0; round < 5'000; ++round) {
        MarkdownLine line;
        QString expected;
        bool isLinked = false;
        const auto word = [&] {
            QString letters;
            for (int n = chance.bounded(1, 6); n > 0; --n)
                letters.append(alphabet.at(chance.bounded(int(alphabet.size()))));
            return letters;
        };
        for (int piece = chance.bounded(1, 9); piece > 0; --piece) {
            const char style = char(chance.bounded(4));
            const int kind = chance.bounded(12);
            const QString letters = word();
            if (kind == 0) {
                line.breakLine();
            } else if (kind == 1) {
                line.addCode(letters, style);
                expected.append(letters);
            } else if (kind == 2 && !isLinked) {
                line.openLink(QString(QLatin1Char('/') + letters));
                isLinked = true;
            } else if (kind == 3 && isLinked) {
                line.closeLink();
                isLinked = false;
            } else if (kind == 4) {
                line.addPicture(letters, QStringLiteral("attachment:1"), style);
            } else {
                line.addWords(letters, style);
                expected.append(letters);
            }
        }
        if (isLinked)
            line.closeLink();
        const MarkdownPlace place = chance.bounded(4) == 0 ? MarkdownPlace::Heading : MarkdownPlace::Paragraph;
        QString written = line.take(place);
        if (place == MarkdownPlace::Heading)
            written = QString(QLatin1String("# ") + written.replace(QLatin1String("\\\n"), QLatin1String(" ")));
        if (rendered::words(written, false) != rendered::compact(expected))
            QFAIL(qPrintable(QString(expected + QLatin1String("\n became\n") + written + QLatin1String("\n read as\n") +
                                     QString::fromUtf8(rendered::html(written, false)))));
    }
}

void TestMarkdownLine::isLinear_data()
{
    QTest::addColumn<QStringList>("pieces");

    for (const char *piece :
         {"*", "_", "**a", "[", "]", "[a](", "!", "`", "\\", "&a", "#", "-", "- ", "= ", "1", "<", "a_"})
        QTest::newRow(piece) << QStringList{QString(u'-' + QString::fromLatin1(piece).repeated(300'000))};
    QStringList mixed;
    for (int i = 0; i < 200'000; ++i)
        mixed.append(i % 3 == 0 ? QStringLiteral("Xa") : i % 3 == 1 ? QStringLiteral("I.") : QStringLiteral("Bb"));
    QTest::newRow("styles") << mixed;
}

void TestMarkdownLine::isLinear()
{
    QFETCH(QStringList, pieces);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!lineOf(pieces).isEmpty());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestMarkdownLine)
#include "tst_markdown_line.moc"
