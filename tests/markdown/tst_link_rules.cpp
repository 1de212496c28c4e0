// Which addresses are published.
#include "markdown/link_rules.h"

#include <QTest>

class TestLinkRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void attachments();
};

void TestLinkRules::rules_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("relative");
    const auto row = [](const char *url, bool allowed, bool relative) {
        QTest::newRow(*url ? url : "nothing") << QByteArray(url) << allowed << relative;
    };
    row("", false, true);
    row("http://a.example", true, false);
    row("HTTPS://a.example", true, false);
    row("mailto:a@b.example", true, false);
    row("httpx://a.example", false, false);
    row("javascript:a", false, false);
    row(" http://a.example", false, false);
    row("java\tscript:a", false, false);
    row(":a", false, false);
    row("data:image/png;base64,A", false, false);
    row("tel:123", false, false);
    row("a.html", false, true);
    row("a/b:c", false, true);
    row("?a:b", false, true);
    row("#a:b", false, true);
    row("/a", false, true);
    row("/", false, true);
    row("//a.example", false, false);
    row("/\\a.example", false, false);
    row("\\\\a.example", false, false);
    row("///a", false, false);
}

void TestLinkRules::rules()
{
    QFETCH(QByteArray, url);
    QFETCH(bool, allowed);
    QFETCH(bool, relative);
    QCOMPARE(markdown::hasAllowedScheme(url), allowed);
    QCOMPARE(markdown::isRelative(url), relative);
}

void TestLinkRules::attachments()
{
    QCOMPARE(markdown::attachmentId("attachment:abc-1"), QByteArrayView("abc-1"));
    QCOMPARE(markdown::attachmentId("Attachment:abc"), QByteArrayView("abc"));
    for (const char *other : {"", "attachment", "a/attachment:abc", "attachments:abc", "http://attachment:abc"})
        QVERIFY2(markdown::attachmentId(other).isNull(), other);
}

QTEST_GUILESS_MAIN(TestLinkRules)
#include "tst_link_rules.moc"
