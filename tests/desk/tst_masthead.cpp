#include "desk/masthead.h"

#include <QSet>
#include <QTest>

using desk::Masthead;
using desk::MastheadField;

class TestMasthead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsUsable();
    void knowsItsFields();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
};

void TestMasthead::startsUsable()
{
    const Masthead made =
        desk::newMasthead(QStringLiteral("Ask Hazel"), QStringLiteral("en-GB"), QStringLiteral("Europe/London"));
    for (const MastheadField &field : desk::mastheadFields()) {
        const base::Result<QString> accepted = field.accept(made.*field.member);
        QVERIFY2(accepted, field.key.data());
        QCOMPARE(*accepted, made.*field.member);
    }
    QVERIFY(!made.letterLabel.isEmpty() && !made.answerLabel.isEmpty() && !made.articlePath.isEmpty());
    QVERIFY(made.introduction.isEmpty() && made.baseUrl.isEmpty() && made.authors.isEmpty());
}

void TestMasthead::knowsItsFields()
{
    QSet<QString> keys;
    QSet<QString> titles;
    Masthead masthead;
    for (const MastheadField &field : desk::mastheadFields()) {
        keys.insert(field.key);
        titles.insert(QLatin1String(field.title));
        QVERIFY(desk::mastheadField(field.key) == &field);
        QVERIFY2((masthead.*field.member).isNull(), "two fields share a place");
        masthead.*field.member = field.key;
    }
    const auto count = static_cast<qsizetype>(desk::mastheadFields().size());
    QCOMPARE(count, 10);
    QCOMPARE(keys.size(), count);
    QCOMPARE(titles.size(), count);
    QVERIFY(!desk::mastheadField(QString()));
    QVERIFY(!desk::mastheadField(QStringLiteral("column.Name")));
    QVERIFY(!desk::mastheadField(QStringLiteral("author.name")));
}

void TestMasthead::accepts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *key, const char *text, const char *expected) {
        QTest::addRow("%s: %s", key, text)
            << QString::fromUtf8(key) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("column.name", "  Ask\nHazel ", "Ask Hazel");
    row("column.letter-label", " DEAR  HAZEL ", "DEAR HAZEL");
    row("column.letter-label", "", "");
    row("column.introduction", "\n# Hello\n\nYou.\n", "# Hello\n\nYou.");
    row("column.base-url", "", "");
    row("column.base-url", " https://example.org/// ", "https://example.org");
    row("column.base-url", "http://example.org/column/", "http://example.org/column");
    row("column.base-url", "https://example.org:8080", "https://example.org:8080");
    row("column.base-url", "https://bücher.example", "https://bücher.example");
    row("column.language", "en_GB", "en-GB");
    row("column.language", " fr ", "fr");
    row("column.language", "sr-Latn-RS", "sr-Latn-RS");
    row("column.time-zone", " Europe/London ", "Europe/London");
    row("column.time-zone", "UTC", "UTC");
    row("column.time-zone", "Etc/UTC", "Etc/UTC");
    row("column.article-path", "{year}/{slug}/", "{year}/{slug}/");
    row("column.letter-words", "", "");
    row("column.letter-words", " 400 ", "400");
}

void TestMasthead::accepts()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const MastheadField *const field = desk::mastheadField(key);
    QVERIFY(field);
    const base::Result<QString> accepted = field->accept(text);
    QVERIFY(accepted);
    QCOMPARE(*accepted, expected);
}

void TestMasthead::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *key, const char *text) {
        QTest::addRow("%s: %s", key, text) << QString::fromUtf8(key) << QString::fromUtf8(text);
    };
    row("column.name", "");
    row("column.name", " \n ");
    for (const char *url :
         {"example.org", "www.example.org/x", "ftp://example.org", "javascript:alert(1)", "file:///etc", "https://",
          "https:///x", "/", "https://example.org?x=1", "https://example.org/#x", "https://exa mple.org",
          "https://example.org/a b", "https://me:secret@example.org", "//example.org", "\"><script>"})
        row("column.base-url", url);
    for (const char *language : {"", "e", "english", "en-", "-GB", "en GB", "en--GB", "\"", "en/../x"})
        row("column.language", language);
    for (const char *zone : {"", "London", "Europe/Nowhere", "../../etc/passwd", "/etc/localtime"})
        row("column.time-zone", zone);
    for (const char *path : {"", "letters/", "../{slug}.html", "/{slug}.html"})
        row("column.article-path", path);
    for (const char *count : {"0", "-1", "many", "1.5", "1e3", "99999999999"})
        row("column.letter-words", count);
}

void TestMasthead::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    const MastheadField *const field = desk::mastheadField(key);
    QVERIFY(field);
    const base::Result<QString> accepted = field->accept(text);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, base::Error::Kind::Unusable);
    QVERIFY(accepted.error().message.endsWith(QLatin1Char('.')));
}

QTEST_GUILESS_MAIN(TestMasthead)
#include "tst_masthead.moc"
