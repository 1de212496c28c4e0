// Actions: everything that can be done by menu, button or key, as rows of one table. The window owns one Actions; rooms
// reach it through their Workplace, connect to the rows that are theirs and say what is available. An action that no
// room has connected does nothing. Lives in the window's thread.
#pragma once

#include <QAction>
#include <QLatin1String>
#include <QObject>

#include <span>
#include <vector>

class QMenuBar;

namespace ui {

enum class ActionId {
    // the desk
    NewDesk,
    OpenDesk,
    OpenSample,
    CloseDesk,
    ImportLetters,
    ImportFolder,
    ImportPosts,
    PostImports,
    NewLetter,
    PasteLetter,
    FetchMail,
    MailAccounts,
    BackUp,
    MastheadSettings,
    Quit,
    // anywhere
    Undo,
    Redo,
    Find,
    FindNext,
    FindPrevious,
    Replace,
    SearchDesk,
    ToggleList,
    NextPane,
    FullScreen,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    GoToLetters,
    GoToArticles,
    GoToTags,
    GoToPublish,
    GoToMasthead,
    GoToAttention,
    GoToPosts,
    GoToAnything,
    KeySheet,
    About,
    // the list of letters
    NextLetter,
    PreviousLetter,
    OpenLetter,
    ReadOn,
    Shortlist,
    Decline,
    Hold,
    BackToNew,
    NotALetter,
    TagLetters,
    ToggleUnread,
    RevealWriter,
    SeenTo,
    ShowRaw,
    SaveRaw,
    TakeForwarding,
    KeepForwarding,
    Unfold,
    FollowLetter,
    UnfollowLetter,
    // the writing room: the article
    SendToReview,
    Approve,
    BackToDraft,
    Withdraw,
    AddLetter,
    // the writing room: the texts
    Preview,
    PreviewOff,
    PreviewInLetter,
    PreviewRight,
    PreviewBelow,
    EditedOrOriginal,
    FocusLetter,
    FocusAnswer,
    QuoteSelection,
    Bold,
    Italic,
    Heading,
    BlockQuote,
    BulletList,
    NumberedList,
    Link,
    AttachmentIntoAnswer,
    AttachmentIntoLetter,
    NextMisspelling,
    PreviousMisspelling,
    SpellingOn,
    TypingAidsOn,
    // the room of posts that wait
    MarkLetter,
    MarkAnswer,
    ClearMarks,
    PartPost,
    DropPost,
    KeepArticle,
    TakePost,
    // the tags room
    AddTag,
    RenameTag,
    MergeTag,
    MoveTag,
    DescribeTag,
    DeleteTag,
    // the publish room
    WhatWillChange,
    OpenInBrowser,
};

// What must be there for an action to make sense; said by Actions::setAvailable.
enum class Need {
    Nothing,
    Desk,        // a desk is open
    Letters,     // the list has letters selected
    Forwarded,   // the letter that is read was passed on by somebody
    Article,     // the writing room shows an article
    Tag,         // the tags room has a tag selected
    WaitingPost, // the room of posts shows one without a label
    Conflict,    // ... or one whose article was edited
    Site,        // the publish room knows a folder
    Undo,
    Redo,
};

// Where the keys of an action count. A part's keys count while the part, or a widget in it, has the focus: the part
// takes them with Actions::giveKeys.
enum class Part { Window, List, Writing, Tags, Posts };

enum class Menu { File, Edit, View, Go, Letter, Article, Text, Tags, Publish, Help };

struct ActionRow {
    ActionId id;
    QLatin1String name; // stable, for tests and settings: "letter.shortlist"
    const char *text;   // untranslated, context "ui::actions"
    const char *icon;   // name under resources/icons; empty: none
    const char *keys;   // as QKeySequence::listFromString
    Menu menu;
    Need need;
    Part part = Part::Window;
    bool ruleBefore = false; // a rule above it in its menu
    bool checkable = false;
};

// In the order of the menus; one row for each ActionId.
[[nodiscard]] std::span<const ActionRow> actionRows();
[[nodiscard]] QString title(Menu menu);

class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    [[nodiscard]] QAction *action(ActionId id) const;
    // Null where no action has that name.
    [[nodiscard]] QAction *actionNamed(const QString &name) const;

    // Calls `slot` in `context` when the action is triggered, as long as `context` lives.
    template <typename Context, typename Slot>
    void connect(ActionId id, Context *context, Slot slot) const
    {
        QObject::connect(action(id), &QAction::triggered, context, slot);
    }

    // All needs but Need::Nothing start as not available.
    void setAvailable(Need need, bool available);
    [[nodiscard]] bool isAvailable(Need need) const;

    // Makes the keys of the part count while `widget` or a child of it has the focus.
    void giveKeys(Part part, QWidget *widget) const;
    // Fills an empty menu bar with all menus.
    void fill(QMenuBar *bar) const;

private:
    std::vector<QAction *> m_actions; // by ActionId
    std::vector<bool> m_available;    // by Need
};

} // namespace ui
