// cmark's own regression examples, through the answer dialect: what comes out must be cmark's safe output.
#include "markdown/outline.h"
#include "markdown/renderer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmark.h>

#include <cstdlib>
#include <memory>

class TestCmarkRegression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examples_data();
    void examples();

private:
    static QByteArray safeOutput(const QByteArray &text);
};

QByteArray TestCmarkRegression::safeOutput(const QByteArray &text)
{
    const std::unique_ptr<char, void (*)(void *)> html(
        cmark_markdown_to_html(text.constData(), size_t(text.size()), CMARK_OPT_DEFAULT), std::free);
    return QByteArray(html.get());
}

void TestCmarkRegression::examples_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    if (!qEnvironmentVariableIsSet("POSTBAG_SAMPLES"))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
    QFile file(qEnvironmentVariable("POSTBAG_SAMPLES") + QStringLiteral("/markdown/regression.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
    const QJsonArray examples = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(examples.size() > 20);
    for (const QJsonValue &value : examples) {
        const QJsonObject example = value.toObject();
        const int number = example.value(QLatin1String("example")).toInt();
        QTest::newRow(QByteArray::number(number).constData())
            << number << example.value(QLatin1String("markdown")).toString().toUtf8()
            << example.value(QLatin1String("html")).toString().toUtf8();
    }
}

// No example has a link or an image that the rules of markdown/link_rules.h refuse, so none may deviate for that
// reason. The one deviation is that characters which XML forbids come out as U+FFFD. The reference is the cmark of this
// machine: examples 17 to 25 show what versions after 0.30.2 do, and examples with raw HTML are not given in their safe
// form.
void TestCmarkRegression::examples()
{
    QFETCH(int, number);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const markdown::Outline outline = markdown::outline(QString::fromUtf8(text));
    for (const markdown::Link &link : outline.links)
        QVERIFY(link.kept);
    for (const markdown::Image &image : outline.images)
        QVERIFY(image.kept);

    const QByteArray html = markdown::toHtmlUtf8(text, {.smart = false});
    QCOMPARE(html, safeOutput(text).replace('\xfe', "\uFFFD").replace('\xff', "\uFFFD"));
    if (number < 17 && !html.contains("<!-- raw HTML omitted -->"))
        QCOMPARE(html, expected);
}

QTEST_GUILESS_MAIN(TestCmarkRegression)
#include "tst_cmark_regression.moc"
