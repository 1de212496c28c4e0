// The HTML of texts: links led from any depth, headings below the label, words for machines.
#include "site/body.h"
#include "site/json_text.h"
#include "site/preview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class TestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksAreLedThroughTheWay_data();
    void linksAreLedThroughTheWay();
    void targetsAreListed();
    void attributesInTextAreNotLinks();
    void headingsStandBelowTheLabel();
    void controlCharactersAreLeftOut();
    void wordsHaveNoMarks();
    void previewIsThePage();
    void jsonStringsAreSafeInScripts();
};

void TestBody::linksAreLedThroughTheWay_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *address, const char *expected) {
        QTest::newRow(address) << QStringLiteral("[x](%1)").arg(QString::fromUtf8(address))
                               << QByteArray("href=\"") + expected + '"';
    };
    row("qa-index.html", "../../qa-index.html");
    row("/qa-index.html#on-cars", "../../qa-index.html#on-cars");
    row("../../../qa-index.html", "../../qa-index.html");
    row("letters/./a/../b.html?x=1&y=2", "../../letters/b.html?x=1&amp;y=2");
    row("letters/a/", "../../letters/a/index.html");
    row("/", "../../index.html");
    row("letters/%C3%A9.html", "../../letters/%C3%A9.html");
    row("letters/a%20b.html", "../../letters/a%20b.html");
    row("#here", "#here");
    row("?q=1", "?q=1");
    row("https://a.example/x.html", "https://a.example/x.html");
    row("mailto:a@b.example", "mailto:a@b.example");
    row("javascript:alert(1)", "");
}

void TestBody::linksAreLedThroughTheWay()
{
    QFETCH(QString, markdown);
    QFETCH(QByteArray, expected);
    const QByteArray html = site::withLinks(site::answerBody(markdown), "../../");
    QVERIFY2(html.contains(expected), html.constData());
}

void TestBody::targetsAreListed()
{
    QStringList targets;
    const QByteArray html = site::withLinks(
        site::answerBody(QStringLiteral("[a](a.html) [a](/a.html#x) [b](b/) [c](https://c.example) [d](#d) "
                                        "![e](e.png) [f](.hidden)")),
        "../", &targets);
    QVERIFY(html.contains("../b/index.html"));
    QCOMPARE(targets, QStringList({QStringLiteral("a.html"), QStringLiteral("b/index.html"), QStringLiteral("e.png")}));
}

void TestBody::attributesInTextAreNotLinks()
{
    const QByteArray html =
        site::withLinks(site::answerBody(QStringLiteral(
                            "He wrote href=\"x.html\" and `src=\"y.png\"` and [z](z.html \"href=\\\"q.html\\\"\").")),
                        "../");
    QCOMPARE(html.count("../"), 1);
    QVERIFY(html.contains("\"../z.html\""));
}

void TestBody::headingsStandBelowTheLabel()
{
    QCOMPARE(site::answerBody(QStringLiteral("# a\n\n## b")), QByteArray("<h3>a</h3>\n<h4>b</h4>"));
    QCOMPARE(site::answerBody(QStringLiteral("### a\n\n#### b\n\n---")), QByteArray("<h3>a</h3>\n<h4>b</h4>\n<hr />"));
    QCOMPARE(site::answerBody(QStringLiteral("no heading, `<h1>` quoted")).contains("h3"), false);
}

void TestBody::controlCharactersAreLeftOut()
{
    QCOMPARE(site::letterBody(QStringLiteral("a\u0001b\u000c\uffffc")), QByteArray("<p>abc</p>"));
}

void TestBody::wordsHaveNoMarks()
{
    const QByteArray html = site::answerBody(QStringLiteral("# One\n\nTwo *three* & 3 < 4\nfive.\n\n- six\n- seven"));
    QCOMPARE(site::wordsOf(html), QByteArray("One\nTwo three & 3 < 4\nfive.\nsix\nseven"));
    QCOMPARE(site::wordsOf(QByteArray()), QByteArray());
}

void TestBody::previewIsThePage()
{
    QCOMPARE(site::answerHtml(QStringLiteral("[x](/a.html)")), QStringLiteral("<p><a href=\"a.html\">x</a></p>"));
    QVERIFY(site::letterHtml(QStringLiteral("<b>bold</b>")).contains(QStringLiteral("&lt;b&gt;")));
}

void TestBody::jsonStringsAreSafeInScripts()
{
    const QString hostile = QStringLiteral("</script><!-- & \"q\" \\ \n\t\u2028\u2029\u2027\u00e2 \u007f é 😀");
    QByteArray json = "[";
    site::appendJsonString(json, hostile.toUtf8());
    json += ']';
    QCOMPARE(QJsonDocument::fromJson(json).array().at(0).toString(), hostile);
    for (const char *mark : {"<", ">", "&", "\xe2\x80\xa8", "\n"})
        QVERIFY2(!json.contains(mark), mark);
}

QTEST_GUILESS_MAIN(TestBody)
#include "tst_body.moc"
