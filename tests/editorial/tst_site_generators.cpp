// The articles of an open archive as content of the site generators that its README names, which are really run.
#include "archive_fixture.h"

#include <QProcess>
#include <QStandardPaths>

class TestSiteGenerators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hugoTakesTheArticles();
    void jekyllTakesTheArticles();

private:
    void addArticle(const QString &name, const QString &answer, desk::ArticleStage stage, const QDate &day);
    void copy(const QString &folder, const QString &to) const;
    // Runs it, without a network address to ask, and looks at the site that it made.
    void build(const QString &program, const QStringList &arguments) const;
    void look(const Files &site) const;

    ArchiveFixture m_fixture;
};

namespace {

// Words that stand in what must not go out.
const QByteArrayList kept{"draftwort", "reviewroot", "withdrawnbane", "futureflower", "blockedbloom", "unansweredleaf"};

const QString nasty =
    QStringLiteral("Shout.\n\n{{< figure src=\"a\" >}} and {{% note %}} and {{ page.title }} and {% raw %}.\n\n"
                   "<script>alert(1)</script> <b onclick=\"a()\">bold</b> <!-- gone -->\n\n"
                   "Marked.{: onclick=\"a()\"}\n\n{::nomarkdown}<i>x</i>{:/}\n\n"
                   "See <https://hedge.example/>, 3 < 4 and &lt;tags>.\n\n---\n\nEnd.");

} // namespace

void TestSiteGenerators::addArticle(const QString &name, const QString &answer, desk::ArticleStage stage,
                                    const QDate &day)
{
    storage::DeskFile &file = m_fixture.desk->file();
    const desk::LetterId letter = m_fixture.letter(name.toUtf8(), "Why, " + name.toUtf8() + "?");
    desk::Article article;
    article.id = desk::ArticleId::create();
    article.title = QStringLiteral("On \"%1\": #1 {{ x }}").arg(name);
    article.slug = name.toLower();
    article.stage = stage;
    article.publishOn = QDateTime(day, QTime(8, 0), Qt::UTC);
    article.summary = QStringLiteral("What: \"%1\" is.").arg(name);
    article.answers = {{desk::AnswerId::create(), letter, answer, 0}};
    DO(file.articles().add(article));
    DO(editorial::tagArticles(*m_fixture.desk, {article.id}, {QStringLiteral("Hedges & Ditches")}, {}));
}

void TestSiteGenerators::initTestCase()
{
    const QDate past(2026, 3, 2);
    DO(editorial::fillWithSample(*m_fixture.desk));
    addArticle(QStringLiteral("Publicplant"), nasty, desk::ArticleStage::Approved, past);
    addArticle(QStringLiteral("Draftwort"), QStringLiteral("No."), desk::ArticleStage::Draft, past);
    addArticle(QStringLiteral("Reviewroot"), QStringLiteral("No."), desk::ArticleStage::InReview, past);
    addArticle(QStringLiteral("Withdrawnbane"), QStringLiteral("No."), desk::ArticleStage::Withdrawn, past);
    addArticle(QStringLiteral("Futureflower"), QStringLiteral("Not yet."), desk::ArticleStage::Approved,
               QDate(2999, 1, 1));
    addArticle(QStringLiteral("Blockedbloom"), QStringLiteral("Ask Prudence Quill."), desk::ArticleStage::Approved,
               past);
    m_fixture.letter("Unansweredleaf", "Never printed: unansweredleaf.");
    DO(m_fixture.archive());
}

void TestSiteGenerators::copy(const QString &folder, const QString &to) const
{
    const Files files = filesBelow(m_fixture.archiveFolder() + QLatin1Char('/') + folder);
    QVERIFY(!files.isEmpty());
    QVERIFY(QDir().mkpath(m_fixture.in(to)));
    for (auto file = files.begin(); file != files.end(); ++file)
        m_fixture.writeFile(to + QLatin1Char('/') + file.key(), file.value());
}

void TestSiteGenerators::build(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_fixture.folder.path());
    environment.insert(QStringLiteral("HUGO_CACHEDIR"), m_fixture.in(QStringLiteral("cache")));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_fixture.folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(100'000));
    QVERIFY2(process.exitCode() == 0, process.readAll().constData());
}

void TestSiteGenerators::look(const Files &site) const
{
    // One that is listed, so that the others are missing for a reason.
    QVERIFY(site.value(QStringLiteral("index.html")).contains("Publicplant"));
    const QByteArray page = site.value(QStringLiteral("letters/publicplant.html"));
    QVERIFY2(!page.isEmpty(), qPrintable(site.keys().join(u' ')));
    for (const char *shown : {"Why, Publicplant?", "Shout.", "End.", "{{ page.title }}", "{% raw %}",
                              "href=\"https://hedge.example/\"", "3 &lt; 4", "{: onclick="})
        QVERIFY2(page.contains(shown), qPrintable(QString::fromUtf8(shown + QByteArray(" is not in ") + page)));
    for (const char *live : {"<script", "<b onclick", "<i>", "<p onclick"})
        QVERIFY2(!page.contains(live), qPrintable(QString::fromUtf8(page)));
    QVERIFY(
        site.value(QStringLiteral("letters/left-for-number-fourteen.html")).contains("cried at a tin of pilchards"));
    for (auto file = site.begin(); file != site.end(); ++file) {
        const QByteArray bytes = file.key().toLower().toUtf8() + file.value().toLower();
        for (const QByteArray &word : kept)
            QVERIFY2(!bytes.contains(word), qPrintable(file.key()));
    }
}

void TestSiteGenerators::hugoTakesTheArticles()
{
    if (QStandardPaths::findExecutable(QStringLiteral("hugo")).isEmpty())
        QSKIP("There is no hugo here, so its reading of an archive is not tried.");
    copy(QStringLiteral("articles"), QStringLiteral("hugo/content/articles"));
    copy(QStringLiteral("letters"), QStringLiteral("hugo/content/letters")); // by mistake
    QVERIFY(QDir().mkpath(m_fixture.in(QStringLiteral("hugo/layouts/_default"))));
    m_fixture.writeFile(QStringLiteral("hugo/config.toml"), "baseURL = \"https://hedge.example/\"\n");
    m_fixture.writeFile(QStringLiteral("hugo/layouts/_default/single.html"),
                        "<h1>{{ .Title }}</h1><time>{{ .Date }}</time>{{ .Params.tags }}{{ .Content }}\n");
    m_fixture.writeFile(
        QStringLiteral("hugo/layouts/_default/list.html"),
        "{{ range .Site.RegularPages }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ .Description }}{{ end }}\n");
    build(QStringLiteral("hugo"), {QStringLiteral("--source"), m_fixture.in(QStringLiteral("hugo"))});
    look(filesBelow(m_fixture.in(QStringLiteral("hugo/public"))));
}

void TestSiteGenerators::jekyllTakesTheArticles()
{
    if (QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty())
        QSKIP("There is no jekyll here, so its reading of an archive is not tried.");
    copy(QStringLiteral("articles"), QStringLiteral("jekyll/_articles"));
    copy(QStringLiteral("letters"), QStringLiteral("jekyll/letters")); // by mistake
    QVERIFY(QDir().mkpath(m_fixture.in(QStringLiteral("jekyll/_layouts"))));
    m_fixture.writeFile(QStringLiteral("jekyll/_config.yml"),
                        "collections:\n  articles:\n    output: true\n"
                        "defaults:\n  - scope: {path: \"\", type: articles}\n    values: {layout: plain}\n");
    m_fixture.writeFile(QStringLiteral("jekyll/_layouts/plain.html"), "<h1>{{ page.title }}</h1>{{ content }}\n");
    m_fixture.writeFile(QStringLiteral("jekyll/index.html"),
                        "---\n---\n{% for article in site.articles %}{% if article.date <= site.time %}{{ "
                        "article.title }} {{ article.tags }}{% endif %}{% endfor %}\n");
    build(QStringLiteral("jekyll"), {QStringLiteral("build"), QStringLiteral("--disable-disk-cache"),
                                     QStringLiteral("--source"), m_fixture.in(QStringLiteral("jekyll")),
                                     QStringLiteral("--destination"), m_fixture.in(QStringLiteral("jekyll site"))});
    look(filesBelow(m_fixture.in(QStringLiteral("jekyll site"))));
}

QTEST_GUILESS_MAIN(TestSiteGenerators)
#include "tst_site_generators.moc"
