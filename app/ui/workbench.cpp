#include "ui/workbench.h"

#include "ui/go_dialog.h"
#include "ui/job_strip.h"
#include "ui/masthead_dialog.h"
#include "ui/notice_strip.h"
#include "ui/posts_room.h"
#include "ui/publish_room.h"
#include "ui/reading_room.h"
#include "ui/sidebar.h"
#include "ui/splitters.h"
#include "ui/tags_room.h"
#include "ui/writing_room.h"

#include <QBoxLayout>
#include <QSplitter>

#include <algorithm>

namespace ui {

namespace {

constexpr int sidebarStart = 190;
constexpr int listStart = 310;
constexpr int roomStart = 780;

template <typename... Visitors>
struct Visit : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Visit(Visitors...) -> Visit<Visitors...>;

} // namespace

Workbench::Workbench(std::unique_ptr<editorial::Session> session, const Lent &lent, QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_workplace{*m_session, lent.settings, lent.notices, lent.undo, lent.actions}
    , m_letters(new LetterListPresenter(m_workplace, this))
    , m_articles(new ArticleListPresenter(m_workplace, this))
    , m_sidebar(new Sidebar(m_workplace, this))
    , m_list(new ListPane(m_workplace, this))
    , m_rooms(new RoomDeck(this))
    , m_reading(new ReadingRoom(m_workplace))
    , m_writing(new WritingRoom(m_workplace))
    , m_tags(new TagsRoom(m_workplace))
    , m_publish(new PublishRoom(m_workplace))
    , m_posts(new PostsRoom(m_workplace))
    , m_letterActions(new LetterActions(m_workplace, *m_letters, *m_list, *m_reading, this))
    , m_importing(new ImportControl(m_workplace, this))
    , m_fetching(new FetchControl(m_workplace, editorial::MailPasswords::ofSystem(), this))
    , m_importingPosts(new PostImportControl(m_workplace, this))
    , m_newLetters(new NewLetterControl(m_workplace, *m_importing, this))
    , m_inner(makeSplitter(QStringLiteral("innerSplitter"), this))
    , m_outer(makeSplitter(QStringLiteral("outerSplitter"), this))
{
    setObjectName(QStringLiteral("workbench"));
    for (Room *room : {static_cast<Room *>(m_reading), static_cast<Room *>(m_writing), static_cast<Room *>(m_tags),
                       static_cast<Room *>(m_publish), static_cast<Room *>(m_posts)})
        m_rooms->add(room);
    build();
    connectParts();
    connectRooms();
    connectActions();
    restoreSplitters(m_workplace.settings, {m_outer.get(), m_inner});
    m_workplace.actions.setAvailable(Need::Desk, true);
    go(m_lastLetters);
}

Workbench::~Workbench()
{
    for (const Need need : {Need::Desk, Need::Letters, Need::Forwarded, Need::Article, Need::Tag, Need::WaitingPost,
                            Need::Conflict, Need::Site})
        m_workplace.actions.setAvailable(need, false);
    m_workplace.undo.clear();
}

void Workbench::build()
{
    m_inner->addWidget(m_list);
    m_inner->addWidget(m_rooms);
    m_inner->setStretchFactor(1, 1);
    m_inner->setSizes({listStart, roomStart});
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_sidebar->setMinimumWidth(fontMetrics().averageCharWidth() * 18);

    auto *right = new QWidget(m_outer.get());
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_inner, 1);
    rows->addWidget(new JobStrip(*m_session, right));
    rows->addWidget(new NoticeStrip(m_workplace.notices, right));
    m_outer->addWidget(m_sidebar);
    m_outer->addWidget(right);
    m_outer->setStretchFactor(1, 1);
    m_outer->setSizes({sidebarStart, listStart + roomStart});

    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_outer.get());
}

void Workbench::connectParts()
{
    connect(m_sidebar, &Sidebar::placeWanted, this, &Workbench::go);
    connect(m_sidebar, &Sidebar::deskWanted, this, &Workbench::deskWanted);
    connect(m_sidebar, &Sidebar::columnNamed, this, &Workbench::titleChanged);
    connect(m_rooms, &RoomDeck::titleChanged, this, &Workbench::titleChanged);
    connect(&m_list->view(), &RowView::currentShown, this, &Workbench::currentRowShown);
    connect(&m_list->view(), &RowView::selectionShown, this, &Workbench::currentRowShown);
    connect(&m_list->view(), &QAbstractItemView::clicked, this, &Workbench::currentRowShown);
    const auto showNew = [this] {
        go(LettersPlace{desk::LetterStage::New, {}, {}});
    };
    connect(m_importing, &ImportControl::broughtIn, this, [this, showNew] {
        if (m_rooms->room() == m_reading) // who writes is not taken away from it
            showNew();
    });
    connect(m_importing, &ImportControl::placeWanted, this, &Workbench::go);
    connect(m_importing, &ImportControl::archivesFound, m_importingPosts, &PostImportControl::bringIn);
    connect(m_importingPosts, &PostImportControl::placeWanted, this, &Workbench::go);
    connect(m_fetching, &FetchControl::lettersWanted, this, showNew);
    connect(m_newLetters, &NewLetterControl::kept, this, &Workbench::showLetter);
    for (ListPresenter *presenter : {static_cast<ListPresenter *>(m_letters), static_cast<ListPresenter *>(m_articles)})
        connect(&presenter->model(), &RowModel::loaded, this, [this] {
            if (!m_wanted.isNull() && m_list->view().showRow(m_wanted))
                m_wanted = {};
        });
}

void Workbench::connectRooms()
{
    connect(m_reading, &ReadingRoom::letterShown, this, [this](const desk::LetterId &id, bool unread) {
        if (unread)
            m_letters->noteRead(id);
    });
    connect(m_letterActions, &LetterActions::answerWanted, this, &Workbench::answerLetter);
    connect(m_tags, &TagsRoom::lettersWanted, this, [this](const desk::TagId &tag, const QString &name) {
        go(LettersPlace{{}, tag, name});
    });
    connect(m_tags, &TagsRoom::articlesWanted, this, [this](const desk::TagId &tag, const QString &name) {
        go(ArticlesPlace{{}, false, tag, name});
    });
    connect(m_rooms, &RoomDeck::letterWanted, this, &Workbench::showLetter);
    connect(m_rooms, &RoomDeck::articleWanted, this, &Workbench::openArticle);
}

void Workbench::connectActions()
{
    const Actions &actions = m_workplace.actions;
    actions.connect(ActionId::GoToLetters, this, [this] { go(m_lastLetters); });
    actions.connect(ActionId::GoToArticles, this, [this] { go(m_lastArticles); });
    actions.connect(ActionId::GoToAttention, this, [this] { go(LettersPlace{{}, {}, {}, true}); });
    const std::pair<ActionId, OtherPlace> ways[] = {{ActionId::GoToTags, OtherPlace::Tags},
                                                    {ActionId::AddTag, OtherPlace::Tags},
                                                    {ActionId::GoToPublish, OtherPlace::Publish},
                                                    {ActionId::WhatWillChange, OtherPlace::Publish},
                                                    {ActionId::GoToPosts, OtherPlace::Posts}};
    for (const auto &[id, place] : ways)
        actions.connect(id, this, [this, to = place] { go(to); });
    actions.connect(ActionId::GoToAnything, this, [this] {
        auto *dialog = new GoDialog(m_workplace, window());
        connect(dialog, &GoDialog::chosen, this, &Workbench::goTo);
        dialog->open();
    });
    for (const ActionId id : {ActionId::GoToMasthead, ActionId::MastheadSettings})
        actions.connect(id, this, [this] { (new MastheadDialog(m_workplace, this))->open(); });
    actions.connect(ActionId::Find, this, &Workbench::find);
    actions.connect(ActionId::SearchDesk, this, &Workbench::searchDesk);
    actions.connect(ActionId::NextPane, this, &Workbench::nextPane);
    actions.connect(ActionId::ToggleList, this, [this](bool shown) {
        m_hideList = !shown;
        m_list->setVisible(shown);
    });
}

QString Workbench::title() const
{
    const Room *room = m_rooms->room();
    const QString where = room == m_reading ? m_list->presenter()->title() : room ? room->title() : QString();
    return where.isEmpty() ? m_sidebar->columnName() : tr("%1 – %2").arg(m_sidebar->columnName(), where);
}

void Workbench::takeFocus()
{
    m_list->view().setFocus(Qt::OtherFocusReason);
}

void Workbench::go(const Place &place)
{
    m_place = place;
    m_hideList = false;
    m_sidebar->showPlace(place);
    std::visit(Visit{[this](const LettersPlace &letters) { goToLetters(letters); },
                     [this](const ArticlesPlace &articles) { goToArticles(articles); },
                     [this](OtherPlace other) {
                         showRoom(roomOf(other));
                     }},
               place);
    const QWidget *focused = window()->focusWidget(); // who steps through the places or searches stays there
    if (m_list->isVisible() && !m_sidebar->isAncestorOf(focused) && !m_list->isAncestorOf(focused))
        takeFocus();
    m_letterActions->refresh();
    Q_EMIT titleChanged();
}

Room *Workbench::roomOf(OtherPlace place) const
{
    if (place == OtherPlace::Tags)
        return m_tags;
    return place == OtherPlace::Posts ? static_cast<Room *>(m_posts) : m_publish;
}

void Workbench::goToLetters(const LettersPlace &place)
{
    if (!(m_letters->place() == place) || !m_letters->model().isCounted())
        m_letters->setPlace(place);
    if (!place.needsAttention)
        m_lastLetters = place;
    m_list->showList(m_letters);
    showRoom(m_reading);
    currentRowShown();
}

void Workbench::goToArticles(const ArticlesPlace &place)
{
    if (!(m_articles->place() == place) || !m_articles->model().isCounted())
        m_articles->setPlace(place);
    m_lastArticles = place;
    m_list->showList(m_articles);
    if (m_list->view().current())
        currentRowShown();
    else
        showRoom(m_reading);
}

void Workbench::showRoom(Room *room)
{
    m_rooms->showRoom(room);
    fold();
}

void Workbench::currentRowShown()
{
    if (!m_letterActions->isActive()) {
        showCurrentArticle();
        return;
    }
    // While a letter is being answered, rows come and go without taking the writer away from it.
    if (m_rooms->room() != m_reading && !m_list->view().hasFocus())
        return;
    showRoom(m_reading);
    const ListRow *row = m_list->view().current();
    const int chosen = m_list->view().selectedCount();
    if (chosen > 1)
        m_reading->showSeveral(chosen);
    else if (row)
        m_reading->showLetter(desk::LetterId(row->id));
    else
        m_reading->showNothing(m_letters->model().rowCount() > 0 ? tr("Choose a letter to read it here.") : QString());
}

// An article that is chosen in the list is in the writing room at once, but the keys stay in the list.
void Workbench::showCurrentArticle()
{
    const ListRow *row = m_list->view().current();
    if (row)
        openArticle(desk::ArticleId(row->id));
    else if (m_rooms->room() == m_reading)
        m_reading->showNothing(m_articles->model().rowCount() > 0 ? tr("Choose an article to work on it here.")
                                                                  : QString());
}

void Workbench::answerLetter(const desk::LetterId &id)
{
    m_list->view().clearFocus();
    showRoom(m_writing);
    m_writing->answerLetter(id);
}

void Workbench::openArticle(const desk::ArticleId &id)
{
    showRoom(m_writing);
    if (m_writing->shownArticle() != id)
        m_writing->openArticle(id);
}

void Workbench::goTo(const GoTarget &target)
{
    std::visit(Visit{[this](ActionId id) { m_workplace.actions.action(id)->trigger(); },
                     [this](const desk::LetterId &id) { showLetter(id); },
                     [this](const desk::ArticleId &id) { openArticle(id); },
                     [this](const GoTag &tag) {
                         go(ArticlesPlace{{}, false, tag.id, tag.name});
                     }},
               target.where);
}

// Goes to where the letter stands, and makes it current once it is loaded.
void Workbench::showLetter(const desk::LetterId &id)
{
    m_workplace.session.run(
        this, [id](editorial::Desk &desk) { return editorial::letter(desk, id); },
        [this, id](const base::Result<editorial::LetterView> &view) {
            if (!view) {
                m_workplace.notices.error(view.error());
                return;
            }
            m_wanted = QUuid::fromString(id.toString());
            go(LettersPlace{view->letter.stage, {}, {}});
            m_reading->showLetter(id);
            if (m_list->view().showRow(m_wanted))
                m_wanted = {};
        });
}

void Workbench::find()
{
    if (m_list->isVisible() && m_rooms->room() == m_reading)
        m_list->find();
    else if (m_rooms->room())
        m_rooms->room()->find();
}

void Workbench::searchDesk()
{
    if (m_list->presenter() == m_articles)
        go(ArticlesPlace{});
    else
        go(LettersPlace{});
    m_list->find();
}

void Workbench::nextPane()
{
    QList<QWidget *> panes = m_sidebar->panes() + QList<QWidget *>{&m_list->view()} + m_rooms->room()->panes();
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget *focused = window()->focusWidget();
    const auto here = std::find_if(panes.cbegin(), panes.cend(), [focused](const QWidget *pane) {
        return pane == focused || (focused && pane->isAncestorOf(focused));
    });
    const qsizetype next = here == panes.cend() ? 0 : (here - panes.cbegin() + 1) % panes.size();
    panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void Workbench::fold()
{
    const bool writing = m_rooms->room() != m_reading;
    const bool hasList = !std::holds_alternative<OtherPlace>(m_place);
    const bool listShown = hasList && !m_hideList && !(writing && width() < listWidth);
    const bool hadFocus = m_list->isAncestorOf(window()->focusWidget());
    m_list->setVisible(listShown);
    m_sidebar->setVisible(!(writing && width() < placesWidth));
    m_workplace.actions.action(ActionId::ToggleList)->setChecked(listShown);
    if (hadFocus && !listShown)
        m_rooms->room()->takeFocus();
}

void Workbench::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void Workbench::flush(Room::Flushed then)
{
    const QList<editorial::Job *> jobs = m_session->jobs();
    for (editorial::Job *job : jobs)
        job->cancel();
    m_rooms->flush([this, then = std::move(then)](const base::Result<void> &saved) mutable {
        if (saved)
            whenQuiet(*m_session, this, [then = std::move(then)] { then({}); });
        else
            then(saved);
    });
}

void Workbench::rememberLayout()
{
    rememberSplitters(m_workplace.settings, {m_outer.get(), m_inner});
}

} // namespace ui
