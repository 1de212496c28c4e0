// Reads the cases by which sanitizers of HTML are tested: nothing active in them may come out as anything but text.
#include "intake/html_scan.h"
#include "intake/html_text.h"
#include "intake/message.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace {

// What the reader itself writes around an address: no other scheme may stand there.
bool namesOnlyPages(const QString &text)
{
    static const QRegularExpression address(QStringLiteral("<([a-z][a-z0-9+.-]*):"),
                                            QRegularExpression::CaseInsensitiveOption);
    auto matches = address.globalMatch(text);
    while (matches.hasNext()) {
        const QString scheme = matches.next().captured(1).toLower();
        if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
            return false;
    }
    return true;
}

// Script that was the content of an element, not text that was escaped.
bool isScriptHidden(const QString &html, const QString &text)
{
    static const QRegularExpression script(QStringLiteral("<script[^>]*>([^<]{3,})</script"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = script.match(html);
    return !match.hasMatch() || html.contains(QLatin1String("&lt;")) || !text.contains(match.captured(1));
}

bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c == u'\n' || c == u'\t' || c >= u' '; });
}

} // namespace

class TestHostileHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesOutAsText_data();
    void comesOutAsText();

private:
    QJsonArray m_cases;
};

void TestHostileHtml::initTestCase()
{
    const QString samples = qEnvironmentVariable("POSTBAG_SAMPLES");
    QFile file(QDir(samples).filePath(QStringLiteral("html-hostile/html5lib-sanitizer-tests1.json")));
    if (samples.isEmpty() || !file.open(QIODevice::ReadOnly))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
    m_cases = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(m_cases.size(), 66);
}

void TestHostileHtml::comesOutAsText_data()
{
    QTest::addColumn<QString>("html");
    for (const QJsonValue &one : std::as_const(m_cases))
        QTest::newRow(qPrintable(one[QLatin1String("name")].toString())) << one[QLatin1String("input")].toString();
}

void TestHostileHtml::comesOutAsText()
{
    QFETCH(QString, html);
    const QByteArray raw = "From: w@t.example\nContent-Type: text/html; charset=utf-8\n\n<p>before</p>" + html.toUtf8();
    const auto letter = intake::readMessage(raw);
    QVERIFY(letter.has_value());
    QVERIFY(letter->text.startsWith(QStringLiteral("before")));
    QVERIFY(letter->attachments.isEmpty());
    for (const QString &text : {letter->text, intake::htmlToText(html).text}) {
        QVERIFY(namesOnlyPages(text));
        QVERIFY(isScriptHidden(html, text));
        QVERIFY(isPlain(text));
    }
    QVERIFY(isPlain(intake::stripTags(html.toUtf8())));
}

QTEST_APPLESS_MAIN(TestHostileHtml)
#include "tst_hostile_html.moc"
