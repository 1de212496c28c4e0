// WritingRoom: where a letter is answered: the letter on the left, the answer on the right, what belongs to the article
// above, and the page as readers will see it one key away. What is typed goes to the desk by itself. A room is made for
// one open desk. Lives in the window's thread.
#pragma once

#include "desk/masthead.h"
#include "ui/open_articles.h"
#include "ui/preview_page.h"
#include "ui/room.h"
#include "ui/sheet_area.h"
#include "ui/speller.h"
#include "ui/workplace.h"

#include <QPointer>

class QLabel;
class QStackedWidget;

namespace ui {

class AnswerPanel;
class ArticleCommands;
class ArticleHead;
class ConflictBar;
class EnclosedFiles;
class FindBar;
class FoldedLine;
class LetterPanel;
class PreviewPane;
class RelatedLetters;
class SavingNotices;
class TextCommands;

class WritingRoom final : public Room
{
    Q_OBJECT

public:
    // The workplace must outlive the room.
    explicit WritingRoom(Workplace &workplace, QWidget *parent = nullptr);
    ~WritingRoom() override;

    // Starts to answer the letter, or goes on, and puts the caret into the answer.
    void answerLetter(const desk::LetterId &letter);
    // Shows the article, with this letter of it if it names one. The caret goes where it was.
    void openArticle(const desk::ArticleId &article, const desk::LetterId &focus = {});
    // The article shown, or about to be; null: none.
    [[nodiscard]] desk::ArticleId shownArticle() const { return m_wanted; }

    [[nodiscard]] QString title() const override;
    void enter() override;
    void leave() override;
    void flush(const Flushed &then) override;
    void takeFocus() override;
    void find() override;
    [[nodiscard]] QList<QWidget *> panes() override;

Q_SIGNALS:
    void articleShown(const desk::ArticleId &article);

private:
    void build();
    void connectParts();
    void connectActions();
    void connectPreviewActions();
    void connectFolding();

    void showArticle(OpenArticle *article, const desk::LetterId &focus);
    void showPair(int index);
    [[nodiscard]] OpenPair *pair() const;

    void readMasthead();
    void showConflict();
    void showSpelling();
    void usePreviewPlace(SheetArea::PreviewPlace place);
    void showPreviewPlace();
    [[nodiscard]] PreviewText previewText() const;
    [[nodiscard]] QList<desk::LetterId> lettersOfArticle() const;

    void zoomBy(int steps);
    void zoom(int percent);
    void useFont();

    Workplace &m_workplace;
    Speller m_speller;
    OpenArticles m_articles;
    SavingNotices *m_saving;
    OpenArticle *m_article = nullptr; // shown; belongs to m_articles
    int m_pair = 0;
    desk::ArticleId m_wanted;
    desk::LetterId m_focusWhenOpened;
    bool m_answerWhenOpened = false;
    desk::Masthead m_masthead;
    SheetArea::PreviewPlace m_lastPlace = SheetArea::PreviewPlace::Letter; // what the preview key brings back

    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QWidget *m_desk;
    ArticleHead *m_head;
    ConflictBar *m_conflict;
    FindBar *m_find;
    LetterPanel *m_letter;
    RelatedLetters *m_related;
    FoldedLine *m_folded;
    AnswerPanel *m_answer;
    PreviewPane *m_preview;
    EnclosedFiles *m_enclosed;
    SheetArea *m_area;
    TextCommands *m_texts;
    ArticleCommands *m_whole;
};

} // namespace ui
