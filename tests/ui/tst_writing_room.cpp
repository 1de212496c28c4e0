#include "editorial/masthead.h"
#include "editorial/publishing.h"
#include "editorial/tags.h"
#include "ui/letter_choice_dialog.h"
#include "ui/preview_pane.h"
#include "ui/publish_date_dialog.h"
#include "ui/tag_field.h"
#include "writing_bench.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

using ui::ActionId;

// The writing room, driven by keys and actions, on a real desk.
class WritingRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysWhatToDoWithoutAnArticle();
    void typingIsOnTheDeskWithinTwoSeconds();
    void openingAndClosingWritesNothing();
    void switchingQuicklyKeepsBothTexts();
    void undoAndCaretComeBackWithTheArticle();
    void letterThatMovesWhileItIsEditedIsNoConflict();
    void originalIsReadOnly();
    void signatureAndPlaceAreKept();
    void titleMakesTheAddressUntilItIsEdited();
    void refusedAddressDoesNotKeepTheTitleBack();
    void tagsAreAddedAndTakenAway();
    void stageMovesAndComesBack();
    void dateIsSetAndTakenAway();
    void previewIsTheVeryHtml();
    void previewKeepsFocusAndScroll();
    void previewKeepsItsPlaceWhenLinesBreakAnew();
    void previewLoadsNothing();
    void previewTakesItsPlaces();
    void selectionIsQuoted();
    void keysAndButtonsChangeTheLine_data();
    void keysAndButtonsChangeTheLine();
    void letterThatHasTheCaretIsChanged();
    void aidsAreSwitchedOff();
    void findingFollowsTheCaret();
    void misspellingIsUnderlinedAndCorrected();
    void misspellingIsCorrectedEverywhere();
    void keysGoFromOneMisspellingToAnother();
    void wordGoesIntoTheDictionary();
    void missingDictionaryIsNamed();
    void pastedTextIsPlain();
    void conflictOffersBoth_data();
    void conflictOffersBoth();
    void secondLetterIsAddedAndShown();
    void narrowRoomHasTabs();
    void zoomIsRemembered();
    void everyControlHasAName();

private:
    void type(ui::TextSheet *sheet, const QString &text) const { QTest::keyClicks(sheet, text); }
    // Somebody else changes the answer of the article that is shown.
    void answerElsewhere(const QString &text);

    std::unique_ptr<WritingBench> m_bench;
};

void WritingRoomTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void WritingRoomTest::init()
{
    m_bench = std::make_unique<WritingBench>();
    QVERIFY(m_bench->open(4));
}

void WritingRoomTest::cleanup()
{
    m_bench.reset();
}

void WritingRoomTest::answerElsewhere(const QString &text)
{
    const auto view = m_bench->stored(m_bench->room->shownArticle());
    desk::Answer answer = view.article.answers.first();
    answer.text = text;
    bool done = false;
    m_bench->files.session->start(
        QStringLiteral("elsewhere"), &m_bench->files.context,
        [id = view.article.id, answer](editorial::Desk &desk, base::Progress &) {
            return editorial::saveAnswer(desk, id, answer);
        },
        [&done](const base::Result<qint64> &saved) { done = saved.has_value(); });
    QTRY_VERIFY(done);
}

void WritingRoomTest::saysWhatToDoWithoutAnArticle()
{
    QVERIFY(m_bench->part<QLabel>("noArticle")->isVisible());
    QVERIFY(!m_bench->answer()->isVisible());
    QVERIFY(!m_bench->actions.action(ActionId::Bold)->isEnabled());
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    QVERIFY(m_bench->answer()->isVisible());
    QVERIFY(m_bench->actions.action(ActionId::Bold)->isEnabled());
    QCOMPARE(m_bench->room->title(), QStringLiteral("Answer to letter 1"));
}

void WritingRoomTest::typingIsOnTheDeskWithinTwoSeconds()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    QElapsedTimer clock;
    clock.start();
    type(m_bench->answer(), QStringLiteral("Dear writer, a wall is a wall."));
    const desk::ArticleId id = m_bench->room->shownArticle();
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->stored(id).article.answers.first().text,
                              QStringLiteral("Dear writer, a wall is a wall."), 2000);
    type(m_bench->letter(), QStringLiteral("Cut: "));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->stored(id).letters.first().letter.edited.startsWith(QStringLiteral("Cut: Dear")),
                             2000);
    QVERIFY(m_bench->stored(id).letters.first().letter.original.startsWith(QStringLiteral("Dear")));
}

void WritingRoomTest::openingAndClosingWritesNothing()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    const auto before = m_bench->stored(id);
    type(m_bench->answer(), QStringLiteral("x"));
    QTest::keyClick(m_bench->answer(), Qt::Key_Backspace);
    type(m_bench->letter(), QStringLiteral("x"));
    QTest::keyClick(m_bench->letter(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_bench->flush());
    const auto after = m_bench->stored(id);
    QCOMPARE(after.letters.first().letter.version, before.letters.first().letter.version);
    QCOMPARE(after.letters.first().letter.edited, before.letters.first().letter.edited);
    QCOMPARE(after.article.answers.first().version, before.article.answers.first().version);
    QCOMPARE(after.article.version, before.article.version);
}

void WritingRoomTest::switchingQuicklyKeepsBothTexts()
{
    QList<desk::ArticleId> articles;
    for (const desk::LetterId &letter : std::as_const(m_bench->letters)) {
        QVERIFY(m_bench->answerLetter(letter));
        articles.append(m_bench->room->shownArticle());
    }
    for (int round = 0; round < 3; ++round) {
        for (qsizetype i = 0; i < articles.size(); ++i) {
            QVERIFY(m_bench->openArticle(articles[i]));
            type(m_bench->answer(), QStringLiteral("round %1 of %2. ").arg(round).arg(i));
        }
    }
    QVERIFY(m_bench->flush());
    for (qsizetype i = 0; i < articles.size(); ++i) {
        const QString text = m_bench->stored(articles[i]).article.answers.first().text;
        QCOMPARE(text.count(QStringLiteral(" of %1. ").arg(i)), 3);
        QCOMPARE(text.count(QStringLiteral("round")), 3);
    }
}

void WritingRoomTest::undoAndCaretComeBackWithTheArticle()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.at(0)));
    const desk::ArticleId first = m_bench->room->shownArticle();
    type(m_bench->answer(), QStringLiteral("one two"));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_bench->answer(), Qt::Key_Left);
    QVERIFY(m_bench->answerLetter(m_bench->letters.at(1)));
    QVERIFY(!m_bench->answer()->document()->isUndoAvailable());
    QVERIFY(m_bench->openArticle(first));
    QCOMPARE(m_bench->answer()->textCursor().position(), 3);
    QTest::keyClick(m_bench->answer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_bench->answer()->toPlainText(), QString());
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->stored(first).article.answers.first().text, QString());
}

void WritingRoomTest::letterThatMovesWhileItIsEditedIsNoConflict()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    type(m_bench->letter(), QStringLiteral("Cut "));
    m_bench->trigger(ActionId::Approve);
    type(m_bench->letter(), QStringLiteral("short. "));
    QVERIFY(m_bench->flush());
    QVERIFY(!m_bench->part<QWidget>("conflictBar")->isVisible());
    const auto view = m_bench->stored(id);
    QCOMPARE(view.letters.first().letter.stage, desk::LetterStage::Answered);
    QVERIFY(view.letters.first().letter.edited.startsWith(QStringLiteral("Cut short. ")));
}

void WritingRoomTest::originalIsReadOnly()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    type(m_bench->letter(), QStringLiteral("Changed. "));
    const QString edited = m_bench->letter()->toPlainText();
    m_bench->trigger(ActionId::EditedOrOriginal);
    const QString original = m_bench->letter()->toPlainText();
    QVERIFY(original != edited);
    QVERIFY(m_bench->letter()->isReadOnly());
    type(m_bench->letter(), QStringLiteral("never"));
    QTest::keyClick(m_bench->letter(), Qt::Key_Backspace);
    QTest::keyClick(m_bench->letter(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_bench->letter()->toPlainText(), original);
    m_bench->trigger(ActionId::EditedOrOriginal);
    QVERIFY(!m_bench->letter()->isReadOnly());
    QCOMPARE(m_bench->letter()->toPlainText(), edited);
}

void WritingRoomTest::signatureAndPlaceAreKept()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    QTest::keyClicks(m_bench->part<QLineEdit>("signature"), QStringLiteral("Torn in Truro"));
    QTest::keyClicks(m_bench->part<QLineEdit>("place"), QStringLiteral("Cornwall"));
    QVERIFY(m_bench->flush());
    const auto letter = m_bench->stored(id).letters.first().letter;
    QCOMPARE(letter.signature, QStringLiteral("Torn in Truro"));
    QCOMPARE(letter.place, QStringLiteral("Cornwall"));
    QCOMPARE(letter.edited, letter.original);
}

void WritingRoomTest::titleMakesTheAddressUntilItIsEdited()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    auto *title = m_bench->part<QLineEdit>("title");
    auto *slug = m_bench->part<QLineEdit>("slug");
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("The borrowed car "));
    QVERIFY(m_bench->flush());
    QCOMPARE(title->text(), QStringLiteral("The borrowed car "));
    QTRY_COMPARE(slug->text(), QStringLiteral("the-borrowed-car"));
    slug->setFocus();
    slug->selectAll();
    QTest::keyClicks(slug, QStringLiteral("my-car"));
    QTest::keyClick(slug, Qt::Key_Return);
    QTest::keyClicks(title, QStringLiteral("again"));
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->stored(id).article.slug, QStringLiteral("my-car"));
    QCOMPARE(m_bench->stored(id).article.title, QStringLiteral("The borrowed car again"));
    slug->selectAll();
    QTest::keyClick(slug, Qt::Key_Delete);
    QTest::keyClick(slug, Qt::Key_Return);
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->stored(id).article.slug, QStringLiteral("the-borrowed-car-again"));
}

void WritingRoomTest::refusedAddressDoesNotKeepTheTitleBack()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.at(0)));
    const QString taken = m_bench->part<QLineEdit>("slug")->text();
    QVERIFY(!taken.isEmpty());
    QVERIFY(m_bench->answerLetter(m_bench->letters.at(1)));
    const desk::ArticleId id = m_bench->room->shownArticle();
    auto *slug = m_bench->part<QLineEdit>("slug");
    const QString own = slug->text();
    QSignalSpy notices(&m_bench->notices, &ui::Notices::shown);
    slug->selectAll();
    QTest::keyClicks(slug, taken);
    QTest::keyClick(slug, Qt::Key_Return);
    QTRY_COMPARE(notices.size(), 1);
    auto *title = m_bench->part<QLineEdit>("title");
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Kept"));
    QTRY_COMPARE(m_bench->stored(id).article.title, QStringLiteral("Kept"));
    QCOMPARE(m_bench->stored(id).article.slug, own);
    QVERIFY(m_bench->flush());
}

void WritingRoomTest::tagsAreAddedAndTakenAway()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *field = m_bench->part<ui::TagField>("tags");
    auto *line = m_bench->part<QLineEdit>("tagLine");
    QTest::keyClicks(line, QStringLiteral("family,"));
    QTRY_COMPARE(field->tags(), QStringList{QStringLiteral("family")});
    QVERIFY(line->text().isEmpty());
    QTest::keyClicks(line, QStringLiteral("money"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(field->tags(), (QStringList{QStringLiteral("family"), QStringLiteral("money")}));
    QTest::keyClicks(line, QStringLiteral("Family,"));
    QTest::keyClick(line, Qt::Key_Backspace);
    QTRY_COMPARE(field->tags(), QStringList{QStringLiteral("family")});
    QTest::mouseClick(field->findChild<QToolButton *>(QStringLiteral("tagChip")), Qt::LeftButton);
    QTRY_VERIFY(field->tags().isEmpty());
    QCOMPARE(m_bench->stored(m_bench->room->shownArticle()).article.tags.size(), 0);
    m_bench->undo.undo();
    QTRY_COMPARE(field->tags(), QStringList{QStringLiteral("family")});
}

void WritingRoomTest::stageMovesAndComesBack()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    auto *stage = m_bench->part<QToolButton>("stage");
    QVERIFY(stage->text().startsWith(desk::title(desk::ArticleStage::Draft)));
    type(m_bench->answer(), QStringLiteral("Done."));
    m_bench->trigger(ActionId::Approve);
    QTRY_VERIFY(stage->text().startsWith(desk::title(desk::ArticleStage::Approved)));
    QVERIFY(m_bench->part<QToolButton>("date")->text() != QStringLiteral("no date yet"));
    QCOMPARE(m_bench->stored(id).article.answers.first().text, QStringLiteral("Done."));
    m_bench->undo.undo();
    QTRY_VERIFY(stage->text().startsWith(desk::title(desk::ArticleStage::Draft)));
    QTRY_COMPARE(m_bench->part<QToolButton>("date")->text(), QStringLiteral("no date yet"));
}

void WritingRoomTest::dateIsSetAndTakenAway()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    const auto press = [this](const char *button) {
        QTest::mouseClick(m_bench->part<QToolButton>("date"), Qt::LeftButton);
        auto *dialog = m_bench->part<ui::PublishDateDialog>("PublishDateForm");
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
        QVERIFY(m_bench->flush());
        QTRY_VERIFY(!m_bench->part<ui::PublishDateDialog>("PublishDateForm"));
    };
    press("setDate");
    QVERIFY(m_bench->stored(id).article.publishOn.isValid());
    press("noDate");
    QVERIFY(!m_bench->stored(id).article.publishOn.isValid());
}

void WritingRoomTest::previewIsTheVeryHtml()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *preview = m_bench->part<ui::PreviewPane>("preview");
    QVERIFY(!preview->isVisible());
    QTest::keyClicks(m_bench->part<QLineEdit>("signature"), QStringLiteral("Wren & <Co>"));
    m_bench->trigger(ActionId::Preview);
    QVERIFY(preview->isVisible());
    type(m_bench->answer(), QStringLiteral("A *small* thing -- \"truly\": <script>x</script> [x](javascript:y)"));
    const QString answer = editorial::answerHtml(m_bench->answer()->toPlainText());
    QTRY_VERIFY(preview->html().contains(answer));
    QVERIFY(answer.contains(QStringLiteral("<em>small</em>")));
    QVERIFY(preview->html().contains(editorial::letterHtml(m_bench->letter()->toPlainText())));
    QVERIFY(preview->html().contains(QStringLiteral("Wren &amp; &lt;Co&gt;")));
    QVERIFY(!preview->html().contains(QStringLiteral("<script")));
    QVERIFY(preview->toPlainText().contains(QStringLiteral("A small thing – “truly”")));
}

void WritingRoomTest::previewKeepsFocusAndScroll()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    for (int i = 0; i < 60; ++i)
        m_bench->answer()->textCursor().insertText(QStringLiteral("Paragraph %1 of a long answer.\n\n").arg(i));
    m_bench->room->activateWindow();
    m_bench->answer()->setFocus();
    auto *preview = m_bench->part<ui::PreviewPane>("preview");
    QSignalSpy drawn(preview, &ui::PreviewPane::drawn);
    m_bench->trigger(ActionId::PreviewRight);
    QVERIFY(drawn.wait());
    QVERIFY(m_bench->answer()->hasFocus());
    preview->verticalScrollBar()->setValue(300);
    QCOMPARE(preview->verticalScrollBar()->value(), 300);
    type(m_bench->answer(), QStringLiteral("The end."));
    QVERIFY(drawn.wait());
    QCOMPARE(preview->verticalScrollBar()->value(), 300);
    QVERIFY(m_bench->answer()->hasFocus());
}

void WritingRoomTest::previewKeepsItsPlaceWhenLinesBreakAnew()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    for (int i = 0; i < 60; ++i)
        m_bench->answer()->textCursor().insertText(
            QStringLiteral("Number %1. A paragraph that breaks into more lines where there is less room.\n\n").arg(i));
    auto *preview = m_bench->part<ui::PreviewPane>("preview");
    QSignalSpy drawn(preview, &ui::PreviewPane::drawn);
    m_bench->trigger(ActionId::PreviewRight);
    QVERIFY(drawn.wait());
    QVERIFY(preview->find(QStringLiteral("Number 30.")));
    preview->verticalScrollBar()->setValue(preview->verticalScrollBar()->value() + preview->cursorRect().top());
    m_bench->trigger(ActionId::PreviewBelow);
    QTest::qWait(50);
    QTextCursor top = preview->cursorForPosition(QPoint(2, 2));
    top.select(QTextCursor::BlockUnderCursor);
    QVERIFY2(top.selectedText().contains(QStringLiteral("Number 30.")), qPrintable(top.selectedText()));
}

void WritingRoomTest::previewLoadsNothing()
{
    ui::PreviewPane preview;
    const QUrl file = QUrl::fromLocalFile(QStringLiteral("/etc/hostname"));
    QCOMPARE(preview.loadResource(QTextDocument::ImageResource, file).value<QImage>().size(), QSize(1, 1));
    QCOMPARE(preview.loadResource(QTextDocument::StyleSheetResource, file).toString(), QString());
    QCOMPARE(preview.loadResource(QTextDocument::HtmlResource, file).toString(), QString());
    QVERIFY(!preview.openLinks());
    QVERIFY(!preview.openExternalLinks());
}

void WritingRoomTest::previewTakesItsPlaces()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *preview = m_bench->part<ui::PreviewPane>("preview");
    const auto left = [this](const QWidget *widget) {
        return widget->mapTo(m_bench->room.get(), QPoint()).x();
    };
    m_bench->trigger(ActionId::Preview);
    QVERIFY(preview->isVisible() && !m_bench->letter()->isVisible() && m_bench->answer()->isVisible());
    QVERIFY(left(preview) < left(m_bench->answer()));
    m_bench->trigger(ActionId::PreviewRight);
    QVERIFY(preview->isVisible() && m_bench->letter()->isVisible() && m_bench->answer()->isVisible());
    QTRY_VERIFY(left(preview) > left(m_bench->answer()));
    m_bench->trigger(ActionId::PreviewBelow);
    QVERIFY(preview->isVisible() && m_bench->letter()->isVisible());
    QVERIFY(m_bench->actions.action(ActionId::PreviewBelow)->isChecked());
    QCOMPARE(m_bench->files.settings.value(editorial::Setting::PreviewPlace).toString(), QStringLiteral("below"));
    m_bench->trigger(ActionId::Preview);
    QVERIFY(!preview->isVisible());
    m_bench->trigger(ActionId::Preview);
    QCOMPARE(m_bench->files.settings.value(editorial::Setting::PreviewPlace).toString(), QStringLiteral("below"));
    m_bench->trigger(ActionId::PreviewInLetter);
    m_bench->trigger(ActionId::FocusLetter);
    QVERIFY(m_bench->letter()->isVisible());
}

void WritingRoomTest::selectionIsQuoted()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    QSignalSpy notices(&m_bench->notices, &ui::Notices::shown);
    m_bench->trigger(ActionId::QuoteSelection);
    QCOMPARE(notices.size(), 1);
    type(m_bench->answer(), QStringLiteral("Dear you,"));
    QTextCursor cursor = m_bench->letter()->textCursor();
    cursor.setPosition(0);
    cursor.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor, 2);
    m_bench->letter()->setTextCursor(cursor);
    m_bench->trigger(ActionId::QuoteSelection);
    QCOMPARE(m_bench->answer()->toPlainText(), QStringLiteral("Dear you,\n\n> Dear Juniper\n\n"));
}

void WritingRoomTest::keysAndButtonsChangeTheLine_data()
{
    QTest::addColumn<ActionId>("action");
    QTest::addColumn<QString>("after");
    QTest::newRow("heading") << ActionId::Heading << "# one";
    QTest::newRow("quotation") << ActionId::BlockQuote << "> one";
    QTest::newRow("bullets") << ActionId::BulletList << "- one";
    QTest::newRow("numbers") << ActionId::NumberedList << "1. one";
}

void WritingRoomTest::keysAndButtonsChangeTheLine()
{
    QFETCH(ActionId, action);
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->room->activateWindow();
    type(m_bench->answer(), QStringLiteral("one"));
    const QKeySequence keys = m_bench->actions.action(action)->shortcut();
    m_bench->answer()->setFocus();
    QTest::keySequence(m_bench->answer(), keys);
    QTEST(m_bench->answer()->toPlainText(), "after");
    QTest::keyClick(m_bench->answer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_bench->answer()->toPlainText(), QStringLiteral("one"));
    const QString button = m_bench->actions.action(action)->objectName() + QStringLiteral(".button");
    QTest::mouseClick(m_bench->room->findChild<QToolButton *>(button), Qt::LeftButton);
    QTEST(m_bench->answer()->toPlainText(), "after");
}

void WritingRoomTest::letterThatHasTheCaretIsChanged()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->room->activateWindow();
    m_bench->letter()->setFocus();
    QTRY_VERIFY(m_bench->letter()->hasFocus());
    m_bench->trigger(ActionId::BlockQuote);
    QVERIFY(m_bench->letter()->toPlainText().startsWith(QStringLiteral("> Dear")));
    QCOMPARE(m_bench->answer()->toPlainText(), QString());
}

void WritingRoomTest::aidsAreSwitchedOff()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    QVERIFY(m_bench->actions.action(ActionId::TypingAidsOn)->isChecked());
    m_bench->trigger(ActionId::TypingAidsOn);
    QVERIFY(!m_bench->files.settings.value(editorial::Setting::TypingAidsOn).toBool());
    type(m_bench->answer(), QStringLiteral("(a"));
    QCOMPARE(m_bench->answer()->toPlainText(), QStringLiteral("(a"));
    m_bench->trigger(ActionId::TypingAidsOn);
    type(m_bench->answer(), QStringLiteral(" (b"));
    QCOMPARE(m_bench->answer()->toPlainText(), QStringLiteral("(a (b)"));
}

void WritingRoomTest::findingFollowsTheCaret()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->room->activateWindow();
    type(m_bench->answer(), QStringLiteral("Dear writer"));
    m_bench->answer()->setFocus();
    m_bench->room->find();
    auto *words = m_bench->part<QLineEdit>("findWords");
    QVERIFY(words->hasFocus());
    QTest::keyClicks(words, QStringLiteral("dear"));
    QCOMPARE(m_bench->answer()->selectedText(), QStringLiteral("Dear"));
    QVERIFY(!m_bench->part<QLineEdit>("replaceWith")->isVisible());
    m_bench->letter()->setFocus();
    m_bench->trigger(ActionId::Replace);
    QCOMPARE(m_bench->letter()->selectedText(), QString());
    m_bench->trigger(ActionId::FindNext);
    QCOMPARE(m_bench->letter()->selectedText(), QStringLiteral("Dear"));
    QVERIFY(m_bench->answer()->extraSelections().isEmpty());
    QVERIFY(m_bench->part<QLineEdit>("replaceWith")->isVisible());
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(m_bench->letter()->hasFocus());
    m_bench->trigger(ActionId::FindPrevious); // opens it again, in the letter
    QVERIFY(words->hasFocus());
    QCOMPARE(words->text(), QStringLiteral("Dear"));
}

void WritingRoomTest::misspellingIsUnderlinedAndCorrected()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->room->activateWindow();
    ui::TextSheet *answer = m_bench->answer();
    answer->setFocus();
    type(answer, QStringLiteral("This is definately wrong. "));
    QTRY_VERIFY(answer->marks()->at(12).has_value());
    QCOMPARE(answer->marks()->at(12)->selectedText(), QStringLiteral("definately"));
    const QImage with = answer->grab().toImage();
    m_bench->trigger(ActionId::SpellingOn);
    QTRY_VERIFY(!answer->marks()->at(12).has_value());
    QVERIFY(answer->grab().toImage() != with);
    m_bench->trigger(ActionId::SpellingOn);
    QTRY_VERIFY(answer->marks()->at(12).has_value());

    m_bench->trigger(ActionId::NextMisspelling);
    QCOMPARE(answer->textCursor().selectedText(), QStringLiteral("definately"));
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
    QCoreApplication::sendEvent(answer->viewport(), &wanted);
    auto *menu = answer->findChild<QMenu *>(QStringLiteral("textMenu"));
    QVERIFY(menu && menu->isVisible());
    QTRY_VERIFY(menu->findChild<QAction *>(QStringLiteral("spelling.suggestion")));
    QAction *suggestion = menu->findChild<QAction *>(QStringLiteral("spelling.suggestion"));
    QCOMPARE(suggestion->text(), QStringLiteral("definitely"));
    suggestion->trigger();
    menu->close();
    QCOMPARE(answer->toPlainText(), QStringLiteral("This is definitely wrong. "));
    QTest::keyClick(answer, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(answer->toPlainText(), QStringLiteral("This is definately wrong. "));
}

void WritingRoomTest::misspellingIsCorrectedEverywhere()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    m_bench->room->activateWindow();
    ui::TextSheet *answer = m_bench->answer();
    const QString before = QStringLiteral("definately so, Definately,\nundefinately and definately. ");
    answer->setPlainText(before);
    answer->setFocus();
    QTRY_VERIFY(answer->marks()->at(1).has_value());
    QTextCursor cursor = answer->textCursor();
    cursor.setPosition(1);
    answer->setTextCursor(cursor);
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
    QCoreApplication::sendEvent(answer->viewport(), &wanted);
    auto *menu = answer->findChild<QMenu *>(QStringLiteral("textMenu"));
    QVERIFY(menu);
    QTRY_VERIFY(menu->findChild<QMenu *>(QStringLiteral("spelling.everywhere")));
    QAction *first = menu->findChild<QMenu *>(QStringLiteral("spelling.everywhere"))->actions().first();
    QCOMPARE(first->text(), QStringLiteral("definitely"));
    first->trigger();
    menu->close();
    QCOMPARE(answer->toPlainText(), QStringLiteral("definitely so, Definately,\nundefinately and definitely. "));
    QTest::keyClick(answer, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(answer->toPlainText(), before);
}

void WritingRoomTest::keysGoFromOneMisspellingToAnother()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    ui::TextSheet *answer = m_bench->answer();
    answer->setPlainText(QStringLiteral("A frobnick here,\na gribbish there and a wibblesome end. "));
    QTRY_VERIFY(answer->marks()->at(4).has_value() && answer->marks()->at(50).has_value());
    QStringList went;
    for (const ActionId id :
         {ActionId::NextMisspelling, ActionId::NextMisspelling, ActionId::NextMisspelling, ActionId::NextMisspelling,
          ActionId::PreviousMisspelling, ActionId::PreviousMisspelling, ActionId::PreviousMisspelling}) {
        m_bench->trigger(id);
        went.append(answer->textCursor().selectedText().left(2));
    }
    QCOMPARE(went.join(QLatin1Char(' ')), QStringLiteral("fr gr wi fr wi gr fr"));
}

void WritingRoomTest::wordGoesIntoTheDictionary()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    ui::TextSheet *answer = m_bench->answer();
    type(answer, QStringLiteral("A frobnick here. "));
    QTRY_VERIFY(answer->marks()->at(4).has_value());
    QTextCursor cursor = answer->textCursor();
    cursor.setPosition(4);
    answer->setTextCursor(cursor);
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(1, 1), QPoint(1, 1));
    QCoreApplication::sendEvent(answer->viewport(), &wanted);
    auto *menu = answer->findChild<QMenu *>(QStringLiteral("textMenu"));
    QVERIFY(menu);
    auto *adding = menu->findChild<QAction *>(QStringLiteral("spelling.add"));
    QVERIFY(adding);
    adding->trigger();
    menu->close();
    QTRY_VERIFY(!answer->marks()->at(4).has_value());
    QTRY_VERIFY(QFile::exists(m_bench->files.folder.filePath(QStringLiteral("words.txt"))));
}

void WritingRoomTest::missingDictionaryIsNamed()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *status = m_bench->part<QLabel>("answerStatus");
    QTRY_VERIFY(status->text().contains(QStringLiteral("en-GB")));
    QVERIFY(m_bench->files.run([](editorial::Desk &desk) {
        return editorial::setMastheadValue(desk, QStringLiteral("column.language"), QStringLiteral("gv"));
    }));
    QTRY_VERIFY(status->text().contains(QStringLiteral("install hunspell-gv")));
}

void WritingRoomTest::pastedTextIsPlain()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *mime = new QMimeData; // the clipboard takes it
    mime->setHtml(QStringLiteral("<b>bold</b>"));
    mime->setText(QStringLiteral("one\r\ntwo"));
    QGuiApplication::clipboard()->setMimeData(mime);
    m_bench->answer()->paste();
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->stored(m_bench->room->shownArticle()).article.answers.first().text, QStringLiteral("one\ntwo"));
}

void WritingRoomTest::conflictOffersBoth_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("after");
    QTest::newRow("mine") << QStringLiteral("keepMine") << QStringLiteral("mine");
    QTest::newRow("theirs") << QStringLiteral("takeTheirs") << QStringLiteral("theirs");
}

void WritingRoomTest::conflictOffersBoth()
{
    QFETCH(QString, button);
    QFETCH(QString, after);
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const desk::ArticleId id = m_bench->room->shownArticle();
    auto *bar = m_bench->part<QWidget>("conflictBar");
    type(m_bench->answer(), QStringLiteral("mine"));
    answerElsewhere(QStringLiteral("theirs"));
    QVERIFY(!m_bench->flush());
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(m_bench->answer()->toPlainText(), QStringLiteral("mine"));
    QCOMPARE(m_bench->stored(id).article.answers.first().text, QStringLiteral("theirs"));
    QTest::mouseClick(bar->findChild<QPushButton *>(button), Qt::LeftButton);
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(m_bench->flush());
    QCOMPARE(m_bench->answer()->toPlainText(), after);
    QCOMPARE(m_bench->stored(id).article.answers.first().text, after);
    type(m_bench->answer(), QStringLiteral("!"));
    QVERIFY(m_bench->flush());
}

void WritingRoomTest::secondLetterIsAddedAndShown()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    type(m_bench->answer(), QStringLiteral("First."));
    m_bench->trigger(ActionId::AddLetter);
    auto *dialog = m_bench->part<ui::LetterChoiceDialog>("LetterChoiceForm");
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(QStringLiteral("letters"));
    QTRY_COMPARE(list->count(), 3);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("search")), QStringLiteral("3"));
    QTRY_COMPARE(list->count(), 1);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("addLetter")), Qt::LeftButton);
    QTRY_COMPARE(m_bench->room->title(), QStringLiteral("Answer to letter 3"));
    type(m_bench->answer(), QStringLiteral("Second."));
    QVERIFY(m_bench->flush());
    const auto view = m_bench->stored(m_bench->room->shownArticle());
    QCOMPARE(view.article.answers.size(), 2);
    QCOMPARE(view.article.answers.at(0).text, QStringLiteral("First."));
    QCOMPARE(view.article.answers.at(1).text, QStringLiteral("Second."));
}

void WritingRoomTest::narrowRoomHasTabs()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    auto *tabs = m_bench->part<QTabBar>("sheetTabs");
    QVERIFY(!tabs->isVisible());
    m_bench->room->resize(700, 700);
    QTRY_VERIFY(tabs->isVisible());
    QVERIFY(m_bench->answer()->isVisible() && !m_bench->letter()->isVisible());
    m_bench->trigger(ActionId::FocusLetter);
    QVERIFY(m_bench->letter()->isVisible() && !m_bench->answer()->isVisible());
    m_bench->room->resize(1000, 700);
    QTRY_VERIFY(m_bench->letter()->isVisible() && m_bench->answer()->isVisible());
}

void WritingRoomTest::zoomIsRemembered()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const double before = m_bench->answer()->font().pointSizeF();
    m_bench->trigger(ActionId::ZoomIn);
    QVERIFY(m_bench->answer()->document()->defaultFont().pointSizeF() > before);
    QCOMPARE(m_bench->files.settings.value(editorial::Setting::WritingZoom).toInt(), 110);
    m_bench->trigger(ActionId::ZoomReset);
    QCOMPARE(m_bench->answer()->font().pointSizeF(), before);
    QVERIFY(!m_bench->answer()->document()->isUndoAvailable());
}

void WritingRoomTest::everyControlHasAName()
{
    QVERIFY(m_bench->answerLetter(m_bench->letters.first()));
    const auto widgets = m_bench->room->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        if (qobject_cast<QScrollBar *>(widget) || !widget->isVisible())
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString(widget->objectName() + QLatin1String(widget->metaObject()->className()))));
    }
    QCOMPARE(m_bench->room->panes().size(), 3);
}

QTEST_MAIN(WritingRoomTest)
#include "tst_writing_room.moc"
