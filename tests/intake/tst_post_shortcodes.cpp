#include "intake/post_shortcodes.h"

#include "intake/shortcode_tag.h"

#include <QTest>

using intake::PostLosses;
using intake::shortcodeTagAt;
using intake::withoutShortcodes;

class TestPostShortcodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTags_data();
    void tellsTags();
    void readsAttributes();
    void replaces_data();
    void replaces();
    void countsNames();
};

void TestPostShortcodes::tellsTags_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("isSure");

    const auto row = [](const char *text, const char *tag, bool isSure) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(tag) << isSure;
    };
    row("[gallery]", "[gallery]", true);
    row("[x a=\"b\"] c", "[x a=\"b\"]", true);
    row("[x a='b]c']", "[x a='b]c']", true);
    row("[x a=1 b=2]", "[x a=1 b=2]", true);
    row("[x /]", "[x /]", true);
    row("[x a=\"b\" c]", "[x a=\"b\" c]", true);
    row("[x\n a=\"b\"]", "[x\n a=\"b\"]", true);
    row("[youtube=http://a.example]", "[youtube=http://a.example]", true);
    row("[/x]", "[/x]", false);
    row("[sic]", "[sic]", false);
    row("[she laughed]", "[she laughed]", false);
    row("[where x=1 holds]", "[where x=1 holds]", false);
    row("[x=1]", "", false);
    row("[1]", "", false);
    row("[]", "", false);
    row("[", "", false);
    row("[/", "", false);
    row("[x", "", false);
    row("[x a=\"b]", "", false);
    row("[x [y]]", "", false);
    row("[x <b>y</b>]", "", false);
    row("[Note: x]", "", false);
    row("[\xC3\xA4]", "", false);
    QTest::newRow("too long a name") << QByteArray('[' + QByteArray(41, 'x') + ']') << QByteArray() << false;
    QTest::newRow("too long") << QByteArray("[x a=\"" + QByteArray(2000, 'x') + "\"]") << QByteArray() << false;
}

void TestPostShortcodes::tellsTags()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tag);
    QFETCH(bool, isSure);
    const auto found = shortcodeTagAt(QByteArray("ab" + text), 2);
    QCOMPARE(found.has_value(), !tag.isEmpty());
    if (!found)
        return;
    QCOMPARE(found->begin, 2);
    QCOMPARE(text.first(found->end - 2), tag);
    QCOMPARE(found->isSure, isSure);
    QCOMPARE(found->isClosing, tag.startsWith("[/"));
}

void TestPostShortcodes::readsAttributes()
{
    const auto tag = shortcodeTagAt("[Audio MP3=\"a b\" x='' y=/z/ http://a.example/ loop/]", 0);
    QVERIFY(tag.has_value());
    QCOMPARE(tag->name, "Audio");
    QCOMPARE(tag->value("mp3"), "a b");
    QCOMPARE(tag->value("y"), "/z/");
    QCOMPARE(tag->attributes.size(), 5);
    QCOMPARE(tag->attributes.at(3).value, "http://a.example/");
    QCOMPARE(tag->attributes.at(4).value, "loop/");
    QVERIFY(tag->value("z").isEmpty());
}

void TestPostShortcodes::replaces_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("losses");

    const auto row = [](const char *content, const char *html, const char *losses = "") {
        QTest::newRow(content) << QByteArray(content) << QByteArray(html) << QString::fromUtf8(losses);
    };
    row("a [b] c [/d] [[e]]", "a [b] c [/d] [[e]]");
    row("a [/gallery]b", "a b");
    row("[caption a='b']<img x>c[/caption]", "<figure><img x><figcaption>c</figcaption></figure>");
    row("[caption a='b']<a y> <img x> </a> c[/caption]",
        "<figure><a y> <img x> </a><figcaption> c</figcaption></figure>");
    row("[caption a='b']c[/caption]", "<figure><figcaption>c</figcaption></figure>");
    row("[caption caption='d <i>e</i>']<img x>[/caption]",
        "<figure><img x><figcaption>d <i>e</i></figcaption></figure>");
    row("[caption a='b']<img x>c [gallery][/caption]", "<figure><img x><figcaption>c </figcaption></figure>",
        "1 gallery(s) left out");
    row("[caption a='b']<img x>", "<img x>", "shortcode [caption]");
    row("[embed]https://a.example/?x=1&amp;y[/embed]", "<iframe src=\"https://a.example/?x=1&amp;y\"></iframe>");
    row("[embed]<a href='x'>y</a>[/embed]", "<a href='x'>y</a>");
    row("[embed]words[/embed]", "words");
    row("[embed]https://a.example/\"onload=x[/embed]", "<iframe src=\"https://a.example/&quot;onload=x\"></iframe>");
    row("[youtube=https://youtu.be/x]", "<iframe src=\"https://youtu.be/x\"></iframe>");
    row("[youtube id=\"a1\" width=\"3\"]", "<iframe src=\"https://www.youtube.com/watch?v=a1\"></iframe>");
    row("[youtube width=\"3\"]", "", "shortcode [youtube]");
    row("[youtube]a1[/youtube]", "<iframe src=\"https://www.youtube.com/watch?v=a1\"></iframe>");
    row("[video poster=\"https://a.example/p.png\" mp4=\"https://a.example/x.mp4\"][/video]",
        "<video src=\"https://a.example/x.mp4\"></video>");
    row("[audio mp3=\"javascript:x\"]", "", "shortcode [audio]");
    row("[x]a[/x] [y z='1']b", "a b", "shortcode [x]; shortcode [y]");
    row("[x]a[x]b[/x]c[/x]", "abc", "shortcode [x], 2 time(s)");
    row("[x][y]a[/x][/y]", "a", "shortcode [x]; shortcode [y]");
    row("[[x a='1']b[/x]] c", "[x a='1']b[/x] c");
    row("[[gallery]] [gallery]", "[gallery] ", "1 gallery(s) left out");
    row("<a title=\"[x y='1']\">[x y='1']</a>", "<a title=\"[x y='1']\"></a>", "shortcode [x]");
    row("<pre>[gallery] [[gallery]]</pre>[gallery]", "<pre>[gallery] [gallery]</pre>", "1 gallery(s) left out");
    row("<script>[x y='1']</script><!-- [x y='1'] -->", "<script>[x y='1']</script><!-- [x y='1'] -->");
    row("[x y=\"<a href='1'>z</a>\"]b", "b", "shortcode [x]");
}

void TestPostShortcodes::replaces()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, html);
    QFETCH(QString, losses);
    PostLosses counted;
    QCOMPARE(withoutShortcodes(content, counted), html);
    QCOMPARE(counted.sentences().join(QLatin1String("; ")), losses);
}

void TestPostShortcodes::countsNames()
{
    QByteArray content;
    for (int i = 0; i < 100; ++i)
        content.append("[x" + QByteArray::number(i) + " a='1']");
    PostLosses losses;
    QCOMPARE(withoutShortcodes(content, losses), QByteArray());
    QCOMPARE(losses.sentences().size(), 21);
    QCOMPARE(losses.sentences().last(), QStringLiteral("80 shortcode(s) of other kinds"));
}

QTEST_APPLESS_MAIN(TestPostShortcodes)
#include "tst_post_shortcodes.moc"
