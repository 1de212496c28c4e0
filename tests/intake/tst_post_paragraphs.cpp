#include "intake/post_paragraphs.h"

#include <QTest>

class TestPostParagraphs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makes_data();
    void makes();
};

void TestPostParagraphs::makes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("html");

    const auto row = [](const char *content, const char *html) {
        QTest::newRow(content) << QByteArray(content) << QByteArray(html);
    };
    row("", "");
    row("\n \n", "");
    row("a", "<p>a</p>\n");
    row("a\nb", "<p>a<br>\nb</p>\n");
    row("a\n\nb", "<p>a</p>\n<p>b</p>\n");
    row("a\n \t\nb", "<p>a</p>\n<p>b</p>\n");
    row("a \n b", "<p>a <br>\nb</p>\n");
    row("a<br>\nb", "<p>a<br>\nb</p>\n");
    row("a\n<br />b", "<p>a<br />b</p>\n");
    row("a<br><br>b", "<p>a<br></p>\n<p>b</p>\n");
    row("a\n<div>b</div>\nc", "<p>a</p>\n<div><p>b</p>\n</div><p>c</p>\n");
    row("<p>a</p>\n\n<p>b\nc</p>", "<p>a</p><p>b<br>\nc</p>");
    row("<h2>a\nb</h2>c", "<h2>a<br>\nb</h2><p>c</p>\n");
    row("<li>a\n\nb</li>", "<li>a<p>b</p>\n</li>");
    row("<table>\n<tr>\n<td>a</td>\n</tr>\n</table>", "<table><tr><td>a</td></tr></table>");
    row("<em>a\n\nb</em>", "<p><em>a</p>\n<p>b</em></p>\n");
    row("<a\nhref=x>a</a\n>b", "<p><a\nhref=x>a</a\n>b</p>\n");
    row("a\n</b>b", "<p>a</b><br>\nb</p>\n");
    row("<pre>a\n\n<b>b\n</b></pre>\n\nc", "<pre>a\n\n<b>b\n</b></pre><p>c</p>\n");
    row("<pre>a\n\nb", "<pre>a\n\nb");
    row("<script>a\n\n<p>b</script>c", "<p><script>a\n\n<p>b</script>c</p>\n");
    row("a <style>b\n\nc</style> d", "<p>a <style>b\n\nc</style> d</p>\n");
    row("a\n<!-- b\n\nc -->\nd", "<p>a</p>\n<p>d</p>\n");
    row("<object>\n<param>\n\n</object>", "<p><object>\n<param>\n\n</object></p>\n");
    row("a < b\n> c", "<p>a < b<br>\n> c</p>\n");
}

void TestPostParagraphs::makes()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, html);
    QCOMPARE(intake::withParagraphs(content), html);
}

QTEST_APPLESS_MAIN(TestPostParagraphs)
#include "tst_post_paragraphs.moc"
