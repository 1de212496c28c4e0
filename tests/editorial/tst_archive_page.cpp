// The form of a page of an open archive: front matter that is JSON and YAML, texts between markers.
#include "editorial/archive_page.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using editorial::ArchivePage;
using editorial::FrontMatter;
using editorial::quoted;
using editorial::sectionLines;
using editorial::unquoted;

class TestArchivePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatWouldBegin_data();
    void quotesWhatWouldBegin();
    void quotingCanBeTakenBack_data();
    void quotingCanBeTakenBack();
    void quotingCanAlwaysBeTakenBack();
    void quotesLongTextsQuickly_data();
    void quotesLongTextsQuickly();
    void textsComeBack_data();
    void textsComeBack();
    void textsAsEditorsLeaveThem_data();
    void textsAsEditorsLeaveThem();
    void valuesComeBack_data();
    void valuesComeBack();
    void printsOnlyWhatYamlPrints();
    void leavesForeignKeysAlone();
    void refuses_data();
    void refuses();
};

namespace {

const QString file = QStringLiteral("articles/x.md");

ArchivePage pageOf(const QByteArray &bytes)
{
    auto page = ArchivePage::read(file, bytes);
    if (!page)
        qFatal("%s", qPrintable(page.error().message));
    return *page;
}

} // namespace

void TestArchivePage::quotesWhatWouldBegin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    row("He is 3 < 4.", "He is 3 < 4.");
    row("<3", "<3");
    row("<b>bold</b>", "&lt;b>bold&lt;/b>");
    row("<!-- /postbag -->", "&lt;!-- /postbag -->");
    row("<?php ?>", "&lt;?php ?>");
    row("<https://hedge.example/a?b=c>", "<https://hedge.example/a?b=c>");
    row("<mailto:a@hedge.example>", "<mailto:a@hedge.example>");
    row("<https://hedge.example", "&lt;https://hedge.example");
    row("<http:x onclick=alert(1)>", "&lt;http:x onclick=alert(1)>");
    row("<https://x.example\"onclick=\"a\">", "&lt;https://x.example\"onclick=\"a\">");
    row("{{< figure >}}", "{{&lt; figure >}}");
    row("{{% note %}}", "{{&#37; note %}}");
    row("{{ page.title }}", "{{ page.title }}");
    row("100 % {% raw %}", "100 % {% raw %}");
    row("words{: onclick=\"a\"}", "words{&#58; onclick=\"a\"}");
    row("{::options a=\"b\" /}", "{&#58;:options a=\"b\" /}");
    row("at 10:30 {ish}", "at 10:30 {ish}");
    row("&lt;b> &amp; &copy;", "&amp;lt;b> &amp; &copy;");
    row("&amp;lt; &#37; &#58;", "&amp;amp;lt; &amp;#37; &amp;#58;");
}

void TestArchivePage::quotesWhatWouldBegin()
{
    QFETCH(QString, text);
    QTEST(quoted(text), "written");
    QCOMPARE(unquoted(quoted(text)), text);
}

void TestArchivePage::quotingCanBeTakenBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"&&lt;;lt;", "&amp;amp", "&amp;<b", "&<!lt;", "&amp;&amp;lt;lt;", "{{{<{%%{:::", "&#3<a7;",
                             "&lt;&lt;&lt;", "{{<{{<", "", "<", "{{", "&amp;amp;amp;", "&#58", "{&#58;"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestArchivePage::quotingCanBeTakenBack()
{
    QFETCH(QString, text);
    QCOMPARE(unquoted(quoted(text)), text);
    QCOMPARE(unquoted(unquoted(quoted(quoted(text)))), text);
}

void TestArchivePage::quotingCanAlwaysBeTakenBack()
{
    static const QByteArrayList parts{"&", "amp;", "lt;", "#37;", "#58;", "<",  "{", "%",
                                      ":", "a",    "!",   "/",    "-->",  "\n", " ", "<https://a>"};
    static const QRegularExpression begins(QStringLiteral("<(?!https://a>)[A-Za-z/!?]|\\{\\{[<%]|\\{:"));
    QRandomGenerator random(20);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int at = 0; at < 12; ++at)
            text += QString::fromLatin1(parts.at(random.bounded(static_cast<int>(parts.size()))));
        const QString written = quoted(text);
        if (unquoted(written) != text)
            QCOMPARE(unquoted(written), text);
        QVERIFY2(!begins.match(written).hasMatch(), qPrintable(written));
    }
}

void TestArchivePage::quotesLongTextsQuickly_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"amp;", "&", "&amp;", "<", "{", "<https://", "{{", "\n"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void TestArchivePage::quotesLongTextsQuickly()
{
    QFETCH(QString, part);
    const QString text = QLatin1Char('&') + part.repeated(2'000'000 / part.size()) + QLatin1String("lt;");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(unquoted(quoted(text)) == text);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
}

void TestArchivePage::textsComeBack_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) {
        QTest::newRow(name) << text;
    };
    row("empty", QString());
    row("one line", QStringLiteral("a"));
    row("a line end", QStringLiteral("\n"));
    row("line ends", QStringLiteral("\n\n\n"));
    row("line ends around", QStringLiteral("\n\na\n\n\n"));
    row("spaces", QStringLiteral("  a  \n \n\t"));
    row("carriage returns", QStringLiteral("a\r\nb\rc\r\n\r\n"));
    row("begins with a carriage return", QStringLiteral("\r\na"));
    row("a marker", sectionLines(QStringLiteral("letter 1"), QStringLiteral("x")));
    row("a last marker", QStringLiteral("a\n<!-- /postbag -->\nb"));
    row("a fence", QStringLiteral("---\ntitle: \"x\"\n---\n"));
    row("a null", QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    row("control characters", QStringLiteral("\u0001\u001b[31m\u007f\u0085\u2028\ufeff"));
    row("other scripts", QStringLiteral("čaj 茶 🍵 שלום"));
}

void TestArchivePage::textsComeBack()
{
    QFETCH(QString, text);
    FrontMatter head;
    head.add(QLatin1String("title"), text);
    const QString bytes = head.text() + QLatin1String("\nbefore\n\n") + sectionLines(QStringLiteral("text"), text) +
                          QLatin1String("\nbetween\n") +
                          sectionLines(QStringLiteral("letter 12"), text + QLatin1Char('x'));
    const ArchivePage page = pageOf(bytes.toUtf8());
    QCOMPARE(page.sections.size(), 2);
    QCOMPARE(page.sections.at(0).name, QStringLiteral("text"));
    QCOMPARE(page.sections.at(0).text, text);
    QCOMPARE(page.sections.at(1).name, QStringLiteral("letter 12"));
    QCOMPARE(page.sections.at(1).text, text + QLatin1Char('x'));
    QCOMPARE(page.head.value(QLatin1String("title")).value().toString(), text);
    QVERIFY(!page.section(QStringLiteral("letter 13")));
}

void TestArchivePage::textsAsEditorsLeaveThem_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("as it was") << QByteArray(
        "---\na: 1\n---\n<!-- postbag:text -->\n\none\n\ntwo\n\n<!-- /postbag -->\n");
    QTest::newRow("no empty lines") << QByteArray(
        "---\na: 1\n---\n<!-- postbag:text -->\none\n\ntwo\n<!-- /postbag -->");
    QTest::newRow("Windows") << QByteArray(
        "\xef\xbb\xbf---\r\na: 1\r\n---\r\n<!-- postbag:text -->\r\n\r\none\r\n\r\ntwo\r\n\r\n<!-- /postbag -->\r\n");
    QTest::newRow("spaces behind") << QByteArray(
        "--- \na: 1 \n--- \n<!-- postbag:text --> \n\none\n\ntwo\n\n<!-- /postbag --> \n");
}

void TestArchivePage::textsAsEditorsLeaveThem()
{
    QFETCH(QByteArray, page);
    const ArchivePage read = pageOf(page);
    QCOMPARE(read.sections.size(), 1);
    QCOMPARE(read.sections.first().text, QStringLiteral("one\n\ntwo"));
    QCOMPARE(read.head.value(QLatin1String("a")).value().toInt(), 1);
}

void TestArchivePage::valuesComeBack_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << QJsonValue(QStringLiteral("a \"b\" \\ c: #d\n\t"));
    QTest::newRow("number") << QJsonValue(qint64{9'007'199'254'740'993});
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("array") << QJsonValue(QJsonArray{QStringLiteral("a, b"), 1, QJsonArray{}});
    QTest::newRow("object") << QJsonValue(
        QJsonObject{{QStringLiteral("a: \""), QJsonObject{{QStringLiteral("b"), 2}}}});
}

void TestArchivePage::valuesComeBack()
{
    QFETCH(QJsonValue, value);
    FrontMatter head;
    head.add(QLatin1String("key"), value);
    QCOMPARE(head.text().count(QLatin1Char('\n')), 3);
    QCOMPARE(pageOf(head.text().toUtf8()).head.value(QLatin1String("key")).value(), value);
}

void TestArchivePage::printsOnlyWhatYamlPrints()
{
    QString text;
    for (int code = 0; code <= 0xffff; ++code) {
        if (!QChar::isSurrogate(static_cast<char32_t>(code)))
            text += QChar(code);
    }
    const QString yaml = editorial::yamlOf(text);
    for (const QChar c : yaml)
        QVERIFY(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() > 0x9f) && c.unicode() != 0x2028 &&
                c.unicode() != 0x2029 && c.unicode() != 0xfeff && c.unicode() < 0xfffe);
}

void TestArchivePage::leavesForeignKeysAlone()
{
    const ArchivePage page =
        pageOf("---\nlayout: post\ncategories:\n  - one\n  - two\n# a remark\ntitle: \"x\"\n---\n");
    QCOMPARE(page.head.value(QLatin1String("title")).value().toString(), QStringLiteral("x"));
    QVERIFY(page.head.value(QLatin1String("draft")).value().isUndefined());
    QVERIFY(!page.head.value(QLatin1String("layout")));
}

void TestArchivePage::refuses_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("where");
    const QByteArray head = "---\na: 1\n---\n";
    QTest::newRow("empty") << QByteArray() << QStringLiteral("articles/x.md, line 1:");
    QTest::newRow("no front matter") << QByteArray("Dear Hazel,\n") << QStringLiteral("articles/x.md, line 1:");
    QTest::newRow("endless front matter") << QByteArray("---\na: 1\n") << QStringLiteral("articles/x.md, line 1:");
    QTest::newRow("a key twice") << QByteArray("---\na: 1\nb: 2\na: 3\n---\n")
                                 << QStringLiteral("articles/x.md, line 4:");
    QTest::newRow("no last marker") << head + "\n<!-- postbag:text -->\n\nx\n"
                                    << QStringLiteral("articles/x.md, line 5:");
    QTest::newRow("no first marker") << head + "\nx\n\n<!-- /postbag -->\n" << QStringLiteral("articles/x.md, line 7:");
    QTest::newRow("a marker in a text") << head +
                                               "<!-- postbag:text -->\nx\n<!-- postbag:text -->\ny\n<!-- /postbag -->\n"
                                        << QStringLiteral("articles/x.md, line 6:");
    QTest::newRow("not UTF-8") << head + "caf\xe9\n" << QStringLiteral("articles/x.md:");
}

void TestArchivePage::refuses()
{
    QFETCH(QByteArray, page);
    QFETCH(QString, where);
    const auto read = ArchivePage::read(file, page);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, base::Error::Kind::Damaged);
    QVERIFY2(read.error().message.startsWith(where), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(TestArchivePage)
#include "tst_archive_page.moc"
