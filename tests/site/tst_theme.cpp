// Loading themes: what ships loads; what is wrong is told with its place.
#include "column.h"

#include "site/template.h"
#include "site/template_source.h"
#include "site/theme.h"

#include <QTemporaryDir>
#include <QTest>

using site::Theme;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneThatShipsLoads();
    void unknownThemeIsNotFound();
    void faultsAreTold_data();
    void faultsAreTold();
    void faultInPartialNamesThePartial();
    void circleIsRefused();
    void partialsAndWordsArePutIn();
    void wordsFollowTheLanguage();
    void damagedWordsAreTold();
    void everyChangeChangesTheDigest();
    void valuesAreEscaped();

private:
    // A copy of the theme that ships.
    static void copyTo(const QString &folder);
    static QString messageFor(const QString &folder);
};

void TestTheme::copyTo(const QString &folder)
{
    QDirIterator all(QStringLiteral(":/themes/quiet"), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        column::write(folder, QDir(QStringLiteral(":/themes/quiet")).relativeFilePath(file.fileName()).toUtf8(),
                      file.readAll());
    }
}

QString TestTheme::messageFor(const QString &folder)
{
    const base::Result<Theme> theme = Theme::load(folder, QStringLiteral("en"));
    return theme ? QString() : theme.error().message;
}

void TestTheme::theOneThatShipsLoads()
{
    for (const QString &name : {QString(), QStringLiteral("quiet")}) {
        const base::Result<Theme> theme = Theme::load(name, QStringLiteral("en-GB"));
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().message));
        QVERIFY(!theme->styleSheet().isEmpty());
        QVERIFY(!theme->script().isEmpty());
        const QByteArray source = QByteArray::fromStdString(theme->source(site::TemplateKind::Article));
        QVERIFY(source.contains("{{title}}"));
        QVERIFY(!source.contains("{{>"));
        QVERIFY(!source.contains("words."));
    }
}

void TestTheme::unknownThemeIsNotFound()
{
    for (const char *name : {"loud", "/nowhere/at/all", "../quiet"}) {
        const base::Result<Theme> theme = Theme::load(QString::fromUtf8(name), QStringLiteral("en"));
        QVERIFY(!theme);
        QVERIFY(theme.error().kind == base::Error::Kind::NotFound);
        QVERIFY(theme.error().message.contains(QString::fromUtf8(name)));
    }
}

void TestTheme::faultsAreTold_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &source, const char *place, const char *expected) {
        QTest::newRow(name) << source << QString::fromUtf8(place) << QString::fromUtf8(expected);
    };
    row("unclosed tag", "<p>\n  {{title\n</p>", "front.mustache:2:3", "}}");
    row("unclosed before another", "{{title <p>{{name}}", "front.mustache:1:1", "}}");
    row("unclosed triple", "<p>é{{{title}}</p>", "front.mustache:1:5", "}}}");
    row("two braces", "ab{{", "front.mustache:1:3", "}}");
    row("unclosed section", "a\nb{{#a}}\n{{#b}}{{/b}}", "front.mustache:2:2", "{{/a}}");
    row("crossed sections", "{{#a}}\n{{#b}}\n {{/a}}{{/b}}", "front.mustache:3:2", "{{/b}}");
    row("closes nothing", "\n\n{{/a}}", "front.mustache:3:1", "{{/a}}");
    row("no name", "{{ }}", "front.mustache:1:1", "name");
    row("no section name", "{{#}}{{/}}", "front.mustache:1:1", "name");
    row("delimiters", "{{=<% %>=}}", "front.mustache:1:1", "{{");
    row("missing partial", "{{> nowhere}}", "front.mustache:1:1", "nowhere.mustache");
    row("partial elsewhere", "{{> ../../etc/passwd}}", "front.mustache:1:1", "../../etc/passwd");
    row("hidden partial", "{{> .secret}}", "front.mustache:1:1", ".secret");
    row("missing word", "\n {{words.nonsense}}", "front.mustache:2:2", "nonsense");
    row("deep", QByteArray("{{#a}}").repeated(40) + QByteArray("{{/a}}").repeated(40), "front.mustache:1:193", "32");
}

void TestTheme::faultsAreTold()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, place);
    QFETCH(QString, expected);
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    column::write(folder.path(), "front.mustache", source);
    const QString message = messageFor(folder.path());
    QVERIFY2(message.startsWith(place + QLatin1Char(':')), qPrintable(message));
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TestTheme::faultInPartialNamesThePartial()
{
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    column::write(folder.path(), "footer.mustache", "<footer>\n{{#a}}\n</footer>");
    const QString message = messageFor(folder.path());
    QVERIFY2(message.startsWith(QStringLiteral("footer.mustache:2:1:")), qPrintable(message));
}

void TestTheme::circleIsRefused()
{
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    column::write(folder.path(), "footer.mustache", "a\n{{> masthead}}");
    column::write(folder.path(), "masthead.mustache", "{{> footer}}");
    const QString message = messageFor(folder.path());
    QVERIFY2(message.contains(QStringLiteral("masthead.mustache → footer.mustache → masthead.mustache")),
             qPrintable(message));
    QVERIFY(message.startsWith(QStringLiteral("footer.mustache:2:1:")));
    column::write(folder.path(), "masthead.mustache", "{{> masthead}}");
    QVERIFY(messageFor(folder.path()).startsWith(QStringLiteral("masthead.mustache:1:1:")));
}

void TestTheme::partialsAndWordsArePutIn()
{
    const site::ReadThemeFile read = [](const QString &file) -> base::Result<QByteArray> {
        if (file == QStringLiteral("a.mustache"))
            return QByteArray("1{{> b}}2\n{{> b}}\n3{{! gone }}{{words.hello}}{{x}}");
        if (file == QStringLiteral("b.mustache"))
            return QByteArray("[{{#s}}{{{y}}}{{/s}}]\n");
        return base::Error{base::Error::Kind::NotFound, QString()};
    };
    const auto text = site::assembleTemplate(QStringLiteral("a.mustache"), {{"hello", "Hi"}}, read);
    QVERIFY(text);
    QCOMPARE(QByteArray::fromStdString(*text),
             QByteArray("1[{{#s}}{{{y}}}{{/s}}]\n2\n[{{#s}}{{{y}}}{{/s}}]\n3Hi{{x}}"));
}

void TestTheme::wordsFollowTheLanguage()
{
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    column::write(folder.path(), "words/de.json", R"({"latest": "Neue Briefe <{{x}}> & \"mehr\""})");
    column::write(folder.path(), "words/de-AT.json", R"({"topics": "Gebiete"})");
    const auto front = [&folder](const char *language) {
        const base::Result<Theme> theme = Theme::load(folder.path(), QString::fromUtf8(language));
        return theme ? QByteArray::fromStdString(theme->source(site::TemplateKind::Front)) : QByteArray();
    };
    QVERIFY(front("en-GB").contains("Latest letters"));
    QVERIFY(front("de").contains("Neue Briefe &lt;&#123;&#123;x}}&gt; &amp; &quot;mehr&quot;"));
    QVERIFY(front("de").contains("All questions")); // what it does not say stays English
    QVERIFY(!front("de").contains("Gebiete"));
    QVERIFY(front("de-AT").contains("Gebiete"));
    QVERIFY(front("de-AT").contains("Neue Briefe"));
    QVERIFY(front("../words/de").contains("Latest letters"));
}

void TestTheme::damagedWordsAreTold()
{
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    column::write(folder.path(), "words/fr.json", "{\n  \"latest\": oops\n}");
    const base::Result<Theme> theme = Theme::load(folder.path(), QStringLiteral("fr"));
    QVERIFY(!theme);
    QVERIFY2(theme.error().message.startsWith(QStringLiteral("words/fr.json:2:")), qPrintable(theme.error().message));
    QVERIFY(Theme::load(folder.path(), QStringLiteral("en")));
}

void TestTheme::everyChangeChangesTheDigest()
{
    QTemporaryDir folder{column::scratch()};
    copyTo(folder.path());
    const auto digest = [&folder] {
        return Theme::load(folder.path(), QStringLiteral("en"))->digest();
    };
    QSet<QByteArray> seen{digest()};
    QCOMPARE(digest(), *seen.begin());
    for (const char *file : {"style.css", "search.js", "footer.mustache", "article.mustache"}) {
        column::write(folder.path(), file, column::read(folder.path(), file) + "\n");
        QVERIFY2(!seen.contains(digest()), file);
        seen.insert(digest());
    }
    column::write(folder.path(), "words/en.json",
                  column::read(folder.path(), "words/en.json").replace("Latest letters", "New letters"));
    QVERIFY(!seen.contains(digest()));
}

void TestTheme::valuesAreEscaped()
{
    site::Template page("<p title=\"{{a}}\">{{a}}</p>{{{b}}}{{#c}}c{{/c}}{{^c}}no c{{/c}}{{d}}");
    QVERIFY(page.fault().empty());
    site::Values shared;
    site::put(shared, "a", QStringLiteral("shared"));
    site::put(shared, "d", QStringLiteral("d"));
    site::Values values;
    site::put(values, "a", QStringLiteral("<b \"q\" 'a' & {{d}}\u0001\u0008>\uffff"));
    site::put(values, "b", QByteArray("<i/>"));
    site::putIfAny(values, "c", QString());
    QCOMPARE(
        QByteArray::fromStdString(page.render(shared, values)),
        QByteArray("<p title=\"&lt;b &quot;q&quot; &apos;a&apos; &amp; {{d}}&gt;\">&lt;b &quot;q&quot; &apos;a&apos; "
                   "&amp; {{d}}&gt;</p><i/>no cd"));
}

QTEST_GUILESS_MAIN(TestTheme)
#include "tst_theme.moc"
