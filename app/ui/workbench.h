// Workbench: the window's content for one open desk: places, list and room side by side, with notices and jobs below.
// It owns the session and the rooms, leads from one to the other, and sees to it that everything is saved before the
// desk closes. The window's thread.
#pragma once

#include "ui/fetch_control.h"
#include "ui/import_control.h"
#include "ui/letter_actions.h"
#include "ui/list_pane.h"
#include "ui/new_letter_control.h"
#include "ui/place.h"
#include "ui/post_import_control.h"
#include "ui/room_deck.h"

#include <memory>

class QSplitter;

namespace ui {

class PostsRoom;
class PublishRoom;
class ReadingRoom;
class Sidebar;
class TagsRoom;
class WritingRoom;
struct GoTarget;

// What outlives a desk and is lent to it.
struct Lent {
    editorial::Settings &settings;
    Notices &notices;
    QUndoStack &undo;
    Actions &actions;
};

class Workbench final : public QWidget
{
    Q_OBJECT

public:
    // Below these widths of the window the list, and then the places too, give way to the writing.
    static constexpr int listWidth = 1100;
    static constexpr int placesWidth = 800;

    // The session has its desk open.
    Workbench(std::unique_ptr<editorial::Session> session, const Lent &lent, QWidget *parent = nullptr);
    ~Workbench() override;

    [[nodiscard]] Workplace &workplace() { return m_workplace; }
    [[nodiscard]] ImportControl &importing() { return *m_importing; }
    [[nodiscard]] FetchControl &fetching() { return *m_fetching; }
    [[nodiscard]] NewLetterControl &newLetters() { return *m_newLetters; }
    // "Ask Hazel – New"; never letter text.
    [[nodiscard]] QString title() const;

    void go(const Place &place);
    void takeFocus();
    // Stops the jobs, saves everything and waits until it is on disk; then calls `then` once.
    void flush(Room::Flushed then);
    void rememberLayout();

Q_SIGNALS:
    void titleChanged();
    void deskWanted(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    void connectRooms();
    void connectActions();
    [[nodiscard]] Room *roomOf(OtherPlace place) const;
    void goToLetters(const LettersPlace &place);
    void goToArticles(const ArticlesPlace &place);
    void goTo(const GoTarget &target);
    void showLetter(const desk::LetterId &id);
    void answerLetter(const desk::LetterId &id);
    void openArticle(const desk::ArticleId &id);
    void showCurrentArticle();
    void showRoom(Room *room);
    void currentRowShown();
    void fold();
    void nextPane();
    void find();
    void searchDesk();

    std::unique_ptr<editorial::Session> m_session;
    Workplace m_workplace;
    LetterListPresenter *m_letters;
    ArticleListPresenter *m_articles;
    Sidebar *m_sidebar;
    ListPane *m_list;
    RoomDeck *m_rooms;
    ReadingRoom *m_reading;
    WritingRoom *m_writing;
    TagsRoom *m_tags;
    PublishRoom *m_publish;
    PostsRoom *m_posts;
    LetterActions *m_letterActions = nullptr;
    ImportControl *m_importing = nullptr;
    FetchControl *m_fetching = nullptr;
    PostImportControl *m_importingPosts = nullptr;
    NewLetterControl *m_newLetters = nullptr;
    QSplitter *m_inner;
    Place m_place = LettersPlace{};
    LettersPlace m_lastLetters{desk::LetterStage::New, {}, {}};
    ArticlesPlace m_lastArticles{desk::ArticleStage::Draft, false, {}, {}};
    QUuid m_wanted;          // a row to make current when it is loaded
    bool m_hideList = false; // as the person wants it
    // All of the above widgets; declared last so that they go before what they work with.
    std::unique_ptr<QSplitter> m_outer;
};

} // namespace ui
