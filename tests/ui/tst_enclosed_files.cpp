// What came with a letter on its way into the texts of the writing room and into the preview.
#include "letter_with_files.h"
#include "telling_files.h"
#include "ui/attachment_strip.h"
#include "ui/preview_pane.h"
#include "writing_bench.h"

#include <QListView>
#include <QMenu>
#include <QTextBlock>

using ui::ActionId;

class EnclosedFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPictureGoesIntoTheAnswer();
    void theSelectionDescribesIt();
    void aPaperIsLinkedInTheLetter();
    void whatCannotGoOutIsNotPutIn();
    void nothingToPutIn();
    void theMenuOffersBoth();
    void thePreviewShowsTheCleanPicture();
    void aWidePictureFitsThePane();
    void whatCameWithOthersIsOnlyWords();

private:
    // Answers a letter with these files.
    bool answer(const QList<telling::File> &files);
    [[nodiscard]] ui::AttachmentStrip *strip() const { return m_bench->room->findChild<ui::AttachmentStrip *>(); }
    [[nodiscard]] QListView *list() const { return strip()->view(); }
    void choose(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    [[nodiscard]] QString id() const { return strip()->current()->id.toString(); }
    [[nodiscard]] QString answerText() const { return m_bench->answer()->toPlainText(); }
    // The picture that the preview shows; null: none, only the pixel that stands for all that is not loaded.
    [[nodiscard]] QImage shown(const QString &id) const
    {
        const QUrl address(QLatin1String("attachment:") + id);
        const auto image = preview()->document()->resource(QTextDocument::ImageResource, address).value<QImage>();
        return image.size() == QSize(1, 1) ? QImage() : image;
    }
    [[nodiscard]] ui::PreviewPane *preview() const { return m_bench->part<ui::PreviewPane>("preview"); }
    [[nodiscard]] QString told() const
    {
        return m_told->isEmpty() ? QString() : m_told->last().at(1).value<ui::Notice>().text;
    }

    std::unique_ptr<WritingBench> m_bench;
    std::unique_ptr<QSignalSpy> m_told;
    desk::LetterId m_letter;
};

void EnclosedFilesTest::init()
{
    m_bench = std::make_unique<WritingBench>();
    QVERIFY(m_bench->open(1));
    m_told = std::make_unique<QSignalSpy>(&m_bench->notices, &ui::Notices::shown);
}

void EnclosedFilesTest::cleanup()
{
    m_told.reset();
    m_bench.reset();
}

bool EnclosedFilesTest::answer(const QList<telling::File> &files)
{
    m_letter = m_bench->files.bringIn(telling::letterWith(files));
    return !m_letter.isNull() && m_bench->answerLetter(m_letter) &&
           QTest::qWaitFor([&] { return list()->model()->rowCount() == files.size(); });
}

void EnclosedFilesTest::aPictureGoesIntoTheAnswer()
{
    QVERIFY(answer({{"prudence.jpg", "image/jpeg", telling::jpeg()}}));
    QTest::keyClicks(m_bench->answer(), QStringLiteral("Fine. "));
    m_bench->letter()->setFocus();
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    // The file's name could give the writer away.
    QTRY_COMPARE(answerText(), QStringLiteral("Fine. ![](attachment:%1)").arg(id()));
    QVERIFY(m_bench->answer()->hasFocus());
    QTest::keyClicks(m_bench->answer(), QStringLiteral("A hedge"));
    QCOMPARE(answerText(), QStringLiteral("Fine. ![A hedge](attachment:%1)").arg(id()));
    const desk::ArticleId article = m_bench->room->shownArticle();
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->stored(article).article.answers.first().text, answerText());
    for (int steps = 0; steps < 20 && answerText() != QLatin1String("Fine. "); ++steps)
        m_bench->answer()->undo();
    QCOMPARE(answerText(), QStringLiteral("Fine. "));
}

void EnclosedFilesTest::theSelectionDescribesIt()
{
    QVERIFY(answer({{"a.jpg", "image/jpeg", telling::jpeg()}, {"b.png", "image/png", telling::png()}}));
    choose(1);
    QTest::keyClicks(m_bench->answer(), QStringLiteral("The *big* hedge"));
    m_bench->answer()->selectAll();
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    QTRY_COMPARE(answerText(), QStringLiteral("![The \\*big\\* hedge](attachment:%1)").arg(id()));
    m_bench->answer()->undo();
    QCOMPARE(answerText(), QStringLiteral("The *big* hedge"));
}

void EnclosedFilesTest::aPaperIsLinkedInTheLetter()
{
    QVERIFY(answer({{"prudence.pdf", "application/pdf", telling::pdf()}}));
    m_bench->trigger(ActionId::EditedOrOriginal);
    QVERIFY(m_bench->letter()->isReadOnly());
    m_bench->trigger(ActionId::AttachmentIntoLetter);
    const QString link = QStringLiteral("[PDF](attachment:%1)").arg(id());
    QTRY_VERIFY(m_bench->letter()->toPlainText().contains(link));
    QVERIFY(!m_bench->letter()->isReadOnly() && m_bench->letter()->hasFocus());
    QCOMPARE(m_bench->letter()->selectedText(), QStringLiteral("PDF"));
    const desk::ArticleId article = m_bench->room->shownArticle();
    QVERIFY(m_bench->flush());
    const desk::Letter letter = m_bench->stored(article).letters.first().letter;
    QVERIFY(letter.edited.contains(link) && !letter.original.contains(link));
}

void EnclosedFilesTest::whatCannotGoOutIsNotPutIn()
{
    QVERIFY(answer({{"plan.docx", "application/msword", "PK\3\4"}}));
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    QTRY_VERIFY(!told().isEmpty());
    QVERIFY(answerText().isEmpty());
}

void EnclosedFilesTest::nothingToPutIn()
{
    QVERIFY(answer({}));
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    QVERIFY(told().contains(QStringLiteral("Nothing came with this letter")));
    QVERIFY(answerText().isEmpty());
}

void EnclosedFilesTest::theMenuOffersBoth()
{
    QVERIFY(answer({{"a.jpg", "image/jpeg", telling::jpeg()}}));
    Q_EMIT list()->customContextMenuRequested({});
    auto *menu = strip()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QAction *const offered = m_bench->actions.action(ActionId::AttachmentIntoAnswer);
    QVERIFY(menu->actions().contains(offered));
    QVERIFY(menu->actions().contains(m_bench->actions.action(ActionId::AttachmentIntoLetter)));
    menu->close();
    offered->trigger();
    QTRY_VERIFY(answerText().contains(id()));
}

void EnclosedFilesTest::thePreviewShowsTheCleanPicture()
{
    QVERIFY(answer({{"lying.jpg", "image/jpeg", telling::jpeg(6, {60, 40})}}));
    m_bench->trigger(ActionId::PreviewRight);
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    QTRY_VERIFY(!shown(id()).isNull());
    QCOMPARE(shown(id()).deviceIndependentSize().toSize(), QSize(40, 60));
    QVERIFY(preview()->html().contains(
        QStringLiteral("<img src=\"attachment:%1\" width=\"40\" height=\"60\" alt=\"\" />").arg(id())));
    // The line of text before it is no higher than it was.
    m_bench->answer()->moveCursor(QTextCursor::Start);
    m_bench->answer()->insertPlainText(QStringLiteral("Look: "));
    QTRY_VERIFY(preview()->toPlainText().contains(QStringLiteral("Look:")));
    const QTextDocument *page = preview()->document();
    const QTextBlock block = page->findBlock(page->find(QStringLiteral("Look:")).position());
    QCOMPARE(block.layout()->lineCount(), 2);
    QVERIFY(block.layout()->lineAt(0).height() < 40);
    QCOMPARE(block.layout()->lineAt(1).height(), 60);
    m_bench->answer()->undo();
    // It is gone when it is taken out again.
    m_bench->answer()->undo();
    QTRY_VERIFY(!preview()->html().contains(QStringLiteral("<img")));
}

void EnclosedFilesTest::aWidePictureFitsThePane()
{
    QVERIFY(answer({{"wide.jpg", "image/jpeg", telling::encoded(telling::picture({1600, 400}), "JPG")}}));
    m_bench->trigger(ActionId::PreviewRight);
    m_bench->trigger(ActionId::AttachmentIntoAnswer);
    QTRY_VERIFY(!shown(id()).isNull());
    const auto width = [this] {
        return qRound(shown(id()).deviceIndependentSize().width());
    };
    const auto fits = [&] {
        return width() <= preview()->viewport()->width();
    };
    QVERIFY(width() > 100);
    QTRY_VERIFY(fits());
    const int before = width();
    m_bench->room->resize(800, 700);
    QTRY_VERIFY(width() < before && fits());
    QVERIFY(qAbs(shown(id()).height() * 4 - shown(id()).width()) <= 4);
}

void EnclosedFilesTest::whatCameWithOthersIsOnlyWords()
{
    QVERIFY(answer({{"a.jpg", "image/jpeg", telling::jpeg()}}));
    const QString theirs = id();
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->trigger(ActionId::PreviewRight);
    m_bench->answer()->insertPlainText(QStringLiteral("![Their hedge](attachment:%1)").arg(theirs));
    QTRY_VERIFY(preview()->html().contains(QStringLiteral("<p>Their hedge</p>")));
    // What was asked for is answered by now.
    QTRY_VERIFY(!m_bench->files.session->isBusy());
    QTest::qWait(600);
    QVERIFY(preview()->html().contains(QStringLiteral("<p>Their hedge</p>")));
    QVERIFY(!preview()->html().contains(QStringLiteral("<img")));
}

QTEST_MAIN(EnclosedFilesTest)
#include "tst_enclosed_files.moc"
