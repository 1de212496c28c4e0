// Pictures and papers that came with letters, from the text that names them to the site.
#include "editorial/enclosing.h"

#include "desk_fixture.h"
#include "editorial/publishing.h"
#include "letter_with_files.h"
#include "telling_files.h"

#include <QDirIterator>

using desk::Finding;
using telling::File;

class TestEnclosing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picturesGoOutClean();
    void lettersShowPicturesToo();
    void thePageIsWhatIsExported();
    void listsDoNotNameAttachments();
    void whatCannotBeCleanedBlocks();
    void aPaperShownAsPictureBlocks();
    void aTextThatNamesItsWriterBlocks();
    void papersAreToBeRead();
    void picturesWantADescription();
    void attachmentsOfOtherLettersAreOnlyWords();
    void picturesOfTheSiteStayAsTheyAre();
    void whatGoesOutAndHow();
    void marks();
    void mentionsAreFound();
    void onlyWhatCameWithTheLettersGoesOut();
    void theSameWordsWithAnotherFileAreAnotherLetter();

private:
    // An approved article whose letter came with these files.
    void bringIn(const QList<File> &files);
    void answer(const QString &text);
    [[nodiscard]] QString address(int at) const
    {
        return QLatin1String("(attachment:") + m_attachments.at(at).id.toString() + QLatin1Char(')');
    }
    [[nodiscard]] QList<Finding> findings();
    [[nodiscard]] QStringList checks();
    void exportSite();
    // Every file of the site by its path.
    [[nodiscard]] QMap<QString, QByteArray> site() const;
    [[nodiscard]] QByteArray page() const { return site().value(QStringLiteral("letters/the-hedge.html")); }

    std::unique_ptr<DeskFixture> m_fixture;
    desk::LetterId m_letter;
    desk::ArticleId m_article;
    QList<desk::Attachment> m_attachments;
    editorial::ExportReport m_report;
};

void TestEnclosing::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_report = {};
}

void TestEnclosing::bringIn(const QList<File> &files)
{
    base::NoProgress progress;
    const QString file = m_fixture->writeFile(QStringLiteral("hedge.eml"), telling::letterWith(files));
    TAKE(report, editorial::importLetters(*m_fixture->desk, {{file}, {}, false}, progress));
    m_letter = report.letters.value(0);
    TAKE(view, editorial::letter(*m_fixture->desk, m_letter));
    m_attachments = view.attachments;
    QCOMPARE(m_attachments.size(), files.size());
    TAKE(started, editorial::startAnswer(*m_fixture->desk, m_letter));
    m_article = started;
    DO(editorial::moveArticles(*m_fixture->desk, {m_article}, desk::ArticleStage::Approved));
}

void TestEnclosing::answer(const QString &text)
{
    TAKE(view, editorial::article(*m_fixture->desk, m_article));
    desk::Answer changed = view.article.answers.first();
    changed.text = text;
    DO(editorial::saveAnswer(*m_fixture->desk, m_article, changed));
}

QList<Finding> TestEnclosing::findings()
{
    base::NoProgress progress;
    const auto found = editorial::check(*m_fixture->desk, m_article, progress);
    return found ? *found : QList<Finding>{{Finding::Severity::Blocker, QStringLiteral("failed"), {}, {}, {}, {}}};
}

// The checks that are about attachments: "blocker attachment answer 1".
QStringList TestEnclosing::checks()
{
    const QStringList ours{QStringLiteral("attachment"), QStringLiteral("identity"), QStringLiteral("paper"),
                           QStringLiteral("picture-alt")};
    QStringList found;
    for (const Finding &finding : findings()) {
        if (ours.contains(finding.check))
            found.append(desk::name(finding.severity) + QLatin1Char(' ') + finding.check + QLatin1Char(' ') +
                         finding.where);
    }
    return found;
}

void TestEnclosing::exportSite()
{
    base::NoProgress progress;
    TAKE(report, editorial::exportSite(*m_fixture->desk,
                                       {m_fixture->folder.filePath(QStringLiteral("site")), {}, {}, false}, progress));
    m_report = report;
}

QMap<QString, QByteArray> TestEnclosing::site() const
{
    QMap<QString, QByteArray> all;
    const QDir folder(m_fixture->folder.filePath(QStringLiteral("site")));
    for (QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all.insert(folder.relativeFilePath(file.fileName()), file.readAll());
    }
    return all;
}

void TestEnclosing::picturesGoOutClean()
{
    bringIn({{"Prudence Quill at home.jpg", "image/jpeg", telling::jpeg(6, {48, 32})},
             {"form.pdf", "application/pdf", telling::pdf()}});
    answer(QStringLiteral("A fine hedge.\n\n![A hedge](attachment:%1)\n\nFill in [the form]%2.")
               .arg(m_attachments.first().id.toString(), address(1)));
    exportSite();
    QVERIFY(m_report.blocked.isEmpty());
    QVERIFY(page().contains("width=\"32\" height=\"48\" alt=\"A hedge\""));
    QVERIFY(page().contains(">the form</a>"));
    int enclosed = 0;
    const auto files = site();
    for (auto file = files.begin(); file != files.end(); ++file) {
        QVERIFY2(!file.value().contains(telling::canary), qPrintable(file.key()));
        QVERIFY2(!file.value().contains("at home") && !file.value().contains("Quill"), qPrintable(file.key()));
        enclosed += file.key().startsWith(QLatin1String("assets/letters/")) ? 1 : 0;
    }
    QCOMPARE(enclosed, 2);
    exportSite();
    QVERIFY(m_report.pages.isEmpty());
    QCOMPARE(site(), files);
}

void TestEnclosing::lettersShowPicturesToo()
{
    bringIn({{"hedge.png", "image/png", telling::png()}});
    TAKE(view, editorial::letter(*m_fixture->desk, m_letter));
    DO(editorial::saveLetter(*m_fixture->desk, {m_letter,
                                                view.letter.version,
                                                view.letter.subject,
                                                QStringLiteral("Look at it.\n\n![My *hedge*]") + address(0),
                                                {},
                                                {}}));
    answer(QStringLiteral("A fine hedge."));
    exportSite();
    QVERIFY(page().contains("width=\"24\" height=\"16\" alt=\"My hedge\""));
}

void TestEnclosing::thePageIsWhatIsExported()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}});
    answer(QStringLiteral("![A hedge]") + address(0));
    exportSite();
    TAKE(rendered, editorial::articlePage(*m_fixture->desk, m_article));
    QCOMPARE(rendered, page());
}

void TestEnclosing::listsDoNotNameAttachments()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}});
    TAKE(view, editorial::letter(*m_fixture->desk, m_letter));
    DO(editorial::saveLetter(*m_fixture->desk, {m_letter,
                                                view.letter.version,
                                                view.letter.subject,
                                                QStringLiteral("![My hedge]") + address(0) + QStringLiteral(" it is."),
                                                {},
                                                {}}));
    answer(QStringLiteral("A fine hedge."));
    exportSite();
    const auto files = site();
    QVERIFY(files.value(QStringLiteral("index.html")).contains("My hedge it is."));
    for (const QByteArray &content : files)
        QVERIFY(!content.contains("attachment:"));
}

void TestEnclosing::whatCannotBeCleanedBlocks()
{
    bringIn({{"plan.docx", "application/msword", "PK\3\4"}, {"hedge.jpg", "image/jpeg", telling::jpeg().first(900)}});
    answer(QStringLiteral("See [the plan]%1.\n\n![A hedge]%2").arg(address(0), address(1)));
    QCOMPARE(checks(), QStringList({QStringLiteral("blocker attachment answer 1, line 3"),
                                    QStringLiteral("blocker attachment answer 1")}));
    QVERIFY(findings().at(0).message.contains(QLatin1String("damaged")));
    QVERIFY(findings().at(1).message.contains(QLatin1String("Convert it to a PDF")));
    exportSite();
    QCOMPARE(m_report.blocked.size(), 2);
    QVERIFY(page().isEmpty());
    QVERIFY(!QDir(m_fixture->folder.filePath(QStringLiteral("site/assets/letters"))).exists());
}

void TestEnclosing::aPaperShownAsPictureBlocks()
{
    bringIn({{"form.pdf", "application/pdf", telling::pdf()}});
    answer(QStringLiteral("![The form]") + address(0));
    QCOMPARE(checks(), QStringList(QStringLiteral("blocker attachment answer 1")));
}

void TestEnclosing::aTextThatNamesItsWriterBlocks()
{
    bringIn({{"notes.txt", "text/plain", "Two metres.\n\nPrudence Quill\n"},
             {"sums.txt", "text/plain", "Two and two are four.\n"}});
    answer(QStringLiteral("See [the notes]%1 and [the sums]%2.").arg(address(0), address(1)));
    QCOMPARE(checks(), QStringList(QStringLiteral("blocker identity answer 1")));
    QVERIFY(!findings().first().text.contains(QLatin1String("Quill")));
}

void TestEnclosing::papersAreToBeRead()
{
    bringIn({{"form.pdf", "application/pdf", telling::pdf()}});
    answer(QStringLiteral("Fill in [the form]") + address(0));
    QCOMPARE(checks(), QStringList(QStringLiteral("warning paper answer 1")));
    exportSite();
    QVERIFY(!page().isEmpty());
}

void TestEnclosing::picturesWantADescription()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}});
    answer(QStringLiteral("A hedge.\n\n![]%1\n\n![](assets/mine.png) ![](https://a.example/b.png)").arg(address(0)));
    QCOMPARE(checks(), QStringList({QStringLiteral("warning picture-alt answer 1, line 3"),
                                    QStringLiteral("warning picture-alt answer 1, line 5")}));
}

void TestEnclosing::attachmentsOfOtherLettersAreOnlyWords()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}});
    const QString foreign = address(0);
    const auto other = m_fixture->article("ladder", QStringLiteral("![A hedge]%1 and [it]%1").arg(foreign));
    answer(QStringLiteral("Mine."));
    exportSite();
    const QByteArray ladder = site().value(QStringLiteral("letters/ladder.html"));
    QVERIFY(ladder.contains("A hedge and"));
    QVERIFY(!ladder.contains("assets/letters") && !ladder.contains("attachment:"));
    QVERIFY(!QDir(m_fixture->folder.filePath(QStringLiteral("site/assets/letters"))).exists());
    m_article = other;
    QCOMPARE(checks(), QStringList({QStringLiteral("warning attachment answer 1"),
                                    QStringLiteral("warning attachment answer 1")}));
}

void TestEnclosing::picturesOfTheSiteStayAsTheyAre()
{
    bringIn({});
    answer(QStringLiteral("![Mine](assets/mine.png) ![theirs](https://a.example/b.png)"));
    QVERIFY(checks().isEmpty());
    exportSite();
    QVERIFY(page().contains("<img src=\"../assets/mine.png\" alt=\"Mine\" /> theirs"));
}

void TestEnclosing::whatGoesOutAndHow()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()},
             {"form.pdf", "application/pdf", telling::pdf()},
             {"plan.docx", "application/msword", "PK\3\4"}});
    TAKE(picture, editorial::goesOutAsPicture(*m_fixture->desk, m_attachments.at(0).id));
    QVERIFY(picture);
    TAKE(paper, editorial::goesOutAsPicture(*m_fixture->desk, m_attachments.at(1).id));
    QVERIFY(!paper);
    QVERIFY(!editorial::goesOutAsPicture(*m_fixture->desk, m_attachments.at(2).id));
    QVERIFY(!editorial::goesOutAsPicture(*m_fixture->desk, desk::AttachmentId::create()));
}

void TestEnclosing::marks()
{
    const auto id = desk::AttachmentId::fromName(QStringLiteral("hedge"));
    const QString address = QLatin1String("(attachment:") + id.toString() + QLatin1Char(')');
    QCOMPARE(editorial::enclosureMark(id, true, QStringLiteral(" A\nhedge ")), QStringLiteral("![A hedge]") + address);
    QCOMPARE(editorial::enclosureMark(id, false, QStringLiteral("a [b] *c* \\")),
             QStringLiteral("[a \\[b\\] \\*c\\* \\\\]") + address);
    const QString odd = QStringLiteral("[x](http://a.example) ](y \\");
    const site::EnclosedFile file{id.toString(), QStringLiteral("assets/letters/a.jpg"), QSize(4, 3)};
    const QString html = editorial::answerHtml(editorial::enclosureMark(id, true, odd), {file});
    QCOMPARE(
        html,
        QStringLiteral("<p><img src=\"assets/letters/a.jpg\" width=\"4\" height=\"3\" alt=\"%1\" /></p>").arg(odd));
}

void TestEnclosing::mentionsAreFound()
{
    const auto hedge = desk::AttachmentId::fromName(QStringLiteral("hedge"));
    const auto form = desk::AttachmentId::fromName(QStringLiteral("form"));
    const QString text = QStringLiteral("![x](attachment:%1) [y](attachment:%2), ![x](attachment:%1) attachment:1 "
                                        "attachment:")
                             .arg(hedge.toString(), form.toString());
    QCOMPARE(editorial::mentionedAttachments(text), QList({hedge, form}));
    QVERIFY(editorial::mentionedAttachments(text.left(30)).isEmpty());
}

void TestEnclosing::onlyWhatCameWithTheLettersGoesOut()
{
    bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}});
    const auto id = m_attachments.first().id;
    TAKE(copy, editorial::enclosure(*m_fixture->desk, id, {desk::LetterId::create(), m_letter}));
    QVERIFY(!copy.content.isEmpty() && !copy.content.contains(telling::canary));
    const auto other = editorial::enclosure(*m_fixture->desk, id, {desk::LetterId::create()});
    QVERIFY(!other && other.error().kind == base::Error::Kind::NotFound);
    QVERIFY(!editorial::enclosure(*m_fixture->desk, id, {}));
}

void TestEnclosing::theSameWordsWithAnotherFileAreAnotherLetter()
{
    base::NoProgress progress;
    const auto bring = [&](const QByteArray &content) {
        const QByteArray without = telling::letterWith({{"hedge.txt", "text/plain", content}})
                                       .replace("Message-ID: <hedge@fixture.example>\n", "");
        const QString file = m_fixture->writeFile(QStringLiteral("hedge.eml"), without);
        const auto report = editorial::importLetters(*m_fixture->desk, {{file}, {}, false}, progress);
        return report ? report->imported : -1;
    };
    QCOMPARE(bring("Two metres."), 1);
    QCOMPARE(bring("Three metres."), 1);
    QCOMPARE(bring("Two metres."), 0);
}

QTEST_GUILESS_MAIN(TestEnclosing)
#include "tst_enclosing.moc"
