#include "ui/actions.h"

#include <QCoreApplication>

#include <array>

namespace ui {

namespace {

constexpr const char *context = "ui::actions";

#define TEXT(text) QT_TRANSLATE_NOOP("ui::actions", text)

using Id = ActionId;
constexpr bool rule = true;
constexpr bool checkable = true;

QLatin1String operator""_name(const char *text, std::size_t size)
{
    return QLatin1String(text, static_cast<qsizetype>(size));
}

// clang-format off
const std::array rows{
    ActionRow{Id::NewDesk, "desk.new"_name, TEXT("&New desk…"), "square-plus", "Ctrl+N", Menu::File, Need::Nothing},
    ActionRow{Id::OpenDesk, "desk.open"_name, TEXT("&Open desk…"), "folder-open", "Ctrl+O", Menu::File, Need::Nothing},
    ActionRow{Id::OpenSample, "desk.sample"_name, TEXT("Open the sa&mple"), "book-open", "Ctrl+Shift+M", Menu::File, Need::Nothing},
    ActionRow{Id::ImportLetters, "desk.import"_name, TEXT("&Bring in letters…"), "mail-plus", "Ctrl+Shift+O", Menu::File, Need::Desk, Part::Window, rule},
    ActionRow{Id::ImportFolder, "desk.import-folder"_name, TEXT("Bring in a &folder…"), "folder-open", "Ctrl+Alt+O", Menu::File, Need::Desk},
    ActionRow{Id::ImportPosts, "desk.import-posts"_name, TEXT("Bring in pa&st columns…"), "archive", "Ctrl+Shift+X", Menu::File, Need::Desk},
    ActionRow{Id::PostImports, "desk.post-imports"_name, TEXT("&Imports of past columns…"), "history", "Ctrl+Alt+X", Menu::File, Need::Desk},
    ActionRow{Id::NewLetter, "desk.new-letter"_name, TEXT("New &letter…"), "square-plus", "Ctrl+Alt+N", Menu::File, Need::Desk},
    ActionRow{Id::PasteLetter, "desk.paste-letter"_name, TEXT("New letter from the cli&pboard…"), "clipboard", "Ctrl+Alt+V", Menu::File, Need::Desk},
    ActionRow{Id::FetchMail, "desk.fetch"_name, TEXT("Fe&tch mail"), "refresh-cw", "F5", Menu::File, Need::Desk},
    ActionRow{Id::MailAccounts, "desk.accounts"_name, TEXT("Mail &accounts…"), "mail", "Shift+F5", Menu::File, Need::Desk},
    ActionRow{Id::BackUp, "desk.backup"_name, TEXT("Back &up…"), "archive", "Ctrl+Shift+S", Menu::File, Need::Desk},
    ActionRow{Id::MastheadSettings, "desk.masthead"_name, TEXT("Masthead &settings…"), "newspaper", "Ctrl+,", Menu::File, Need::Desk},
    ActionRow{Id::CloseDesk, "desk.close"_name, TEXT("&Close desk"), "x", "Ctrl+W", Menu::File, Need::Desk, Part::Window, rule},
    ActionRow{Id::Quit, "program.quit"_name, TEXT("&Quit"), "log-out", "Ctrl+Q", Menu::File, Need::Nothing},

    ActionRow{Id::Undo, "edit.undo"_name, TEXT("&Undo"), "undo-2", "Ctrl+Z", Menu::Edit, Need::Undo},
    ActionRow{Id::Redo, "edit.redo"_name, TEXT("&Redo"), "redo-2", "Ctrl+Shift+Z; Ctrl+Y", Menu::Edit, Need::Redo},
    ActionRow{Id::Find, "edit.find"_name, TEXT("&Find here"), "search", "Ctrl+F", Menu::Edit, Need::Desk, Part::Window, rule},
    ActionRow{Id::FindNext, "edit.find-next"_name, TEXT("Find &next"), "arrow-down", "F3", Menu::Edit, Need::Article},
    ActionRow{Id::FindPrevious, "edit.find-previous"_name, TEXT("Find &previous"), "arrow-up", "Shift+F3", Menu::Edit, Need::Article},
    ActionRow{Id::Replace, "edit.replace"_name, TEXT("R&eplace here"), "", "Ctrl+H", Menu::Edit, Need::Article},
    ActionRow{Id::SearchDesk, "edit.search-desk"_name, TEXT("&Search the desk"), "search", "Ctrl+Shift+F", Menu::Edit, Need::Desk},

    ActionRow{Id::ZoomIn, "view.zoom-in"_name, TEXT("&Larger text"), "zoom-in", "Ctrl++; Ctrl+=", Menu::View, Need::Desk},
    ActionRow{Id::ZoomOut, "view.zoom-out"_name, TEXT("&Smaller text"), "zoom-out", "Ctrl+-", Menu::View, Need::Desk},
    ActionRow{Id::ZoomReset, "view.zoom-reset"_name, TEXT("&Usual size of text"), "", "Ctrl+0", Menu::View, Need::Desk},
    ActionRow{Id::ToggleList, "view.list"_name, TEXT("L&ist"), "panel-left", "F9", Menu::View, Need::Desk, Part::Window, rule, checkable},
    ActionRow{Id::NextPane, "view.next-pane"_name, TEXT("&Next pane"), "panel-right", "F6", Menu::View, Need::Desk},
    ActionRow{Id::FullScreen, "view.full-screen"_name, TEXT("&Full screen"), "maximize", "F11", Menu::View, Need::Nothing, Part::Window, false, checkable},

    ActionRow{Id::GoToLetters, "go.letters"_name, TEXT("&Letters"), "inbox", "Ctrl+1", Menu::Go, Need::Desk},
    ActionRow{Id::GoToArticles, "go.articles"_name, TEXT("&Articles"), "file-text", "Ctrl+2", Menu::Go, Need::Desk},
    ActionRow{Id::GoToTags, "go.tags"_name, TEXT("&Tags"), "tags", "Ctrl+3", Menu::Go, Need::Desk},
    ActionRow{Id::GoToPublish, "go.publish"_name, TEXT("&Publish"), "globe", "Ctrl+4", Menu::Go, Need::Desk},
    ActionRow{Id::GoToMasthead, "go.masthead"_name, TEXT("&Masthead"), "newspaper", "Ctrl+5", Menu::Go, Need::Desk},
    ActionRow{Id::GoToAttention, "go.attention"_name, TEXT("&Needs attention"), "triangle-alert", "Ctrl+6", Menu::Go, Need::Desk},
    ActionRow{Id::GoToPosts, "go.posts"_name, TEXT("P&osts that wait"), "file-diff", "Ctrl+7", Menu::Go, Need::Desk},
    ActionRow{Id::GoToAnything, "go.anything"_name, TEXT("&Go to anything…"), "arrow-right", "Ctrl+K", Menu::Go, Need::Desk, Part::Window, rule},

    ActionRow{Id::OpenLetter, "letter.open"_name, TEXT("&Answer"), "pen-line", "Return; Enter", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::Shortlist, "letter.shortlist"_name, TEXT("&Shortlist"), "star", "S", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::Decline, "letter.decline"_name, TEXT("&Decline"), "circle-slash", "D", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::Hold, "letter.hold"_name, TEXT("&Hold until…"), "clock", "H", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::BackToNew, "letter.new"_name, TEXT("Back to &new"), "rotate-ccw", "N", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::NotALetter, "letter.not-a-letter"_name, TEXT("Not a &letter"), "mail-x", "X", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::TagLetters, "letter.tag"_name, TEXT("&Tag…"), "tag", "T", Menu::Letter, Need::Letters, Part::List, rule},
    ActionRow{Id::ToggleUnread, "letter.unread"_name, TEXT("&Unread"), "circle-dot", "U", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::RevealWriter, "letter.writer"_name, TEXT("Show who &wrote"), "eye", "W", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::SeenTo, "letter.seen-to"_name, TEXT("S&een to"), "check", "V", Menu::Letter, Need::Letters, Part::List, rule},
    ActionRow{Id::ShowRaw, "letter.raw"_name, TEXT("Sh&ow the raw text"), "text", "R", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::SaveRaw, "letter.save-raw"_name, TEXT("Save the raw &message…"), "download", "Shift+R", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::TakeForwarding, "letter.take-forwarding"_name, TEXT("Ta&ke the writer’s words as the letter"), "forward", "F", Menu::Letter, Need::Forwarded, Part::List},
    ActionRow{Id::KeepForwarding, "letter.keep-forwarding"_name, TEXT("Keep &it as sent"), "mail", "Shift+F", Menu::Letter, Need::Forwarded, Part::List},
    ActionRow{Id::Unfold, "letter.unfold"_name, TEXT("&Bring back what was folded"), "chevrons-down", "Ctrl+Shift+Y", Menu::Letter, Need::Desk},
    ActionRow{Id::FollowLetter, "letter.follow"_name, TEXT("&Follows…"), "link", "L", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::UnfollowLetter, "letter.unfollow"_name, TEXT("D&oes not follow"), "", "Shift+L", Menu::Letter, Need::Letters, Part::List},
    ActionRow{Id::NextLetter, "letter.next"_name, TEXT("Ne&xt letter"), "arrow-down", "J", Menu::Letter, Need::Desk, Part::List, rule},
    ActionRow{Id::PreviousLetter, "letter.previous"_name, TEXT("&Previous letter"), "arrow-up", "K", Menu::Letter, Need::Desk, Part::List},
    ActionRow{Id::ReadOn, "letter.read-on"_name, TEXT("&Read on"), "chevrons-down", "Space", Menu::Letter, Need::Letters, Part::List},

    ActionRow{Id::SendToReview, "article.review"_name, TEXT("Send to &review"), "eye", "Ctrl+Shift+E", Menu::Article, Need::Article},
    ActionRow{Id::Approve, "article.approve"_name, TEXT("&Approve"), "circle-check", "Ctrl+Shift+A", Menu::Article, Need::Article},
    ActionRow{Id::BackToDraft, "article.draft"_name, TEXT("Back to &draft"), "rotate-ccw", "Ctrl+Shift+D", Menu::Article, Need::Article},
    ActionRow{Id::Withdraw, "article.withdraw"_name, TEXT("&Withdraw"), "circle-slash", "Ctrl+Shift+W", Menu::Article, Need::Article},
    ActionRow{Id::AddLetter, "article.add-letter"_name, TEXT("Add another &letter…"), "mail-plus", "Ctrl+Shift+N", Menu::Article, Need::Article, Part::Window, rule},
    ActionRow{Id::Preview, "article.preview"_name, TEXT("&Preview"), "book-open", "Ctrl+Return; Ctrl+Enter", Menu::Article, Need::Article, Part::Window, rule, checkable},
    ActionRow{Id::PreviewOff, "article.preview-off"_name, TEXT("No preview"), "", "Ctrl+Alt+0", Menu::Article, Need::Article, Part::Window, false, checkable},
    ActionRow{Id::PreviewInLetter, "article.preview-letter"_name, TEXT("Preview in place of the letter"), "panel-left", "Ctrl+Alt+1", Menu::Article, Need::Article, Part::Window, false, checkable},
    ActionRow{Id::PreviewRight, "article.preview-right"_name, TEXT("Preview at the right"), "panel-right", "Ctrl+Alt+2", Menu::Article, Need::Article, Part::Window, false, checkable},
    ActionRow{Id::PreviewBelow, "article.preview-below"_name, TEXT("Preview below"), "panel-bottom", "Ctrl+Alt+3", Menu::Article, Need::Article, Part::Window, false, checkable},

    ActionRow{Id::MarkLetter, "post.letter"_name, TEXT("The &letter begins here"), "mail", "Q", Menu::Article, Need::WaitingPost, Part::Posts, rule},
    ActionRow{Id::MarkAnswer, "post.answer"_name, TEXT("The ans&wer begins here"), "pen-line", "A", Menu::Article, Need::WaitingPost, Part::Posts},
    ActionRow{Id::ClearMarks, "post.clear"_name, TEXT("&Clear the marks"), "x", "Backspace", Menu::Article, Need::WaitingPost, Part::Posts},
    ActionRow{Id::PartPost, "post.part"_name, TEXT("&Make the article"), "check", "M", Menu::Article, Need::WaitingPost, Part::Posts},
    ActionRow{Id::DropPost, "post.drop"_name, TEXT("&Pass over: no column"), "circle-slash", "P", Menu::Article, Need::WaitingPost, Part::Posts},
    ActionRow{Id::KeepArticle, "post.keep"_name, TEXT("&Keep the article as I edited it"), "file-text", "E", Menu::Article, Need::Conflict, Part::Posts},
    ActionRow{Id::TakePost, "post.take"_name, TEXT("&Get the archive’s text"), "archive", "G", Menu::Article, Need::Conflict, Part::Posts},

    ActionRow{Id::EditedOrOriginal, "text.edited"_name, TEXT("&Edited or original letter"), "file-diff", "Ctrl+E", Menu::Text, Need::Article},
    ActionRow{Id::FocusLetter, "text.letter"_name, TEXT("To the &letter"), "arrow-left", "Alt+Left", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::FocusAnswer, "text.answer"_name, TEXT("To the &answer"), "arrow-right", "Alt+Right", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::QuoteSelection, "text.quote"_name, TEXT("&Quote the selection in the answer"), "text-quote", "Ctrl+Shift+Q", Menu::Text, Need::Article},
    ActionRow{Id::Bold, "text.bold"_name, TEXT("&Bold"), "bold", "Ctrl+B", Menu::Text, Need::Article, Part::Writing, rule},
    ActionRow{Id::Italic, "text.italic"_name, TEXT("&Italic"), "italic", "Ctrl+I", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::Heading, "text.heading"_name, TEXT("H&eading"), "heading", "Ctrl+Alt+H", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::BlockQuote, "text.block-quote"_name, TEXT("Quo&tation"), "text-quote", "Ctrl+Alt+Q", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::BulletList, "text.list"_name, TEXT("List with b&ullets"), "list", "Ctrl+Alt+L", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::NumberedList, "text.numbered-list"_name, TEXT("Numbered li&st"), "list-ordered", "Ctrl+Alt+K", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::Link, "text.link"_name, TEXT("Lin&k…"), "link", "Ctrl+L", Menu::Text, Need::Article, Part::Writing},
    ActionRow{Id::AttachmentIntoAnswer, "text.attachment-answer"_name, TEXT("Put the a&ttachment into the answer"), "image", "Ctrl+Shift+I", Menu::Text, Need::Article, Part::Window, rule},
    ActionRow{Id::AttachmentIntoLetter, "text.attachment-letter"_name, TEXT("Put the attac&hment into the printed letter"), "paperclip", "Ctrl+Alt+I", Menu::Text, Need::Article},
    ActionRow{Id::NextMisspelling, "text.next-misspelling"_name, TEXT("&Next misspelling"), "spell-check", "F7", Menu::Text, Need::Article, Part::Window, rule},
    ActionRow{Id::PreviousMisspelling, "text.previous-misspelling"_name, TEXT("Pre&vious misspelling"), "", "Ctrl+F7", Menu::Text, Need::Article},
    ActionRow{Id::SpellingOn, "text.spelling"_name, TEXT("Check spellin&g while typing"), "", "Shift+F7", Menu::Text, Need::Desk, Part::Window, false, checkable},
    ActionRow{Id::TypingAidsOn, "text.aids"_name, TEXT("Continue lists and close brackets"), "", "Ctrl+Alt+A", Menu::Text, Need::Desk, Part::Window, false, checkable},

    ActionRow{Id::AddTag, "tag.add"_name, TEXT("&New tag…"), "plus", "Ctrl+Shift+T", Menu::Tags, Need::Desk},
    ActionRow{Id::RenameTag, "tag.rename"_name, TEXT("&Rename…"), "pencil", "F2", Menu::Tags, Need::Tag, Part::Tags, rule},
    ActionRow{Id::MergeTag, "tag.merge"_name, TEXT("&Merge into…"), "merge", "Ctrl+Shift+G", Menu::Tags, Need::Tag, Part::Tags},
    ActionRow{Id::MoveTag, "tag.move"_name, TEXT("Mo&ve below…"), "corner-down-right", "Ctrl+Shift+V", Menu::Tags, Need::Tag, Part::Tags},
    ActionRow{Id::DescribeTag, "tag.describe"_name, TEXT("&Describe…"), "text", "F4", Menu::Tags, Need::Tag, Part::Tags},
    ActionRow{Id::DeleteTag, "tag.delete"_name, TEXT("D&elete…"), "trash-2", "Del", Menu::Tags, Need::Tag, Part::Tags},

    ActionRow{Id::WhatWillChange, "publish.preview"_name, TEXT("&What will change"), "list-checks", "Ctrl+Shift+P", Menu::Publish, Need::Desk},
    ActionRow{Id::OpenInBrowser, "publish.open"_name, TEXT("Open in &browser"), "external-link", "Ctrl+Shift+B", Menu::Publish, Need::Site},

    ActionRow{Id::KeySheet, "help.keys"_name, TEXT("All &keys"), "keyboard", "F1", Menu::Help, Need::Nothing},
    ActionRow{Id::About, "help.about"_name, TEXT("&About Postbag"), "info", "Shift+F1", Menu::Help, Need::Nothing},
};

constexpr std::array menuTitles{
    TEXT("&File"), TEXT("&Edit"), TEXT("&View"), TEXT("&Go"), TEXT("&Letter"),
    TEXT("&Article"), TEXT("Te&xt"), TEXT("&Tags"), TEXT("&Publish"), TEXT("&Help"),
};
// clang-format on

#undef TEXT

} // namespace

std::span<const ActionRow> actionRows()
{
    return rows;
}

QString title(Menu menu)
{
    return QCoreApplication::translate(context, menuTitles.at(static_cast<std::size_t>(menu)));
}

} // namespace ui
