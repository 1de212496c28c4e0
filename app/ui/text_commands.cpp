#include "ui/text_commands.h"

#include "editorial/enclosing.h"
#include "ui/answer_panel.h"
#include "ui/attachment_kind.h"
#include "ui/attachment_strip.h"
#include "ui/find_bar.h"
#include "ui/letter_panel.h"
#include "ui/markdown_marks.h"
#include "ui/sheet_area.h"
#include "ui/speller.h"
#include "ui/suggestion_menu.h"
#include "ui/text_sheet.h"

#include <QClipboard>
#include <QGuiApplication>

namespace ui {

namespace {

// What the clipboard holds, if that is an address to link to; else what an address begins with.
QString offeredAddress()
{
    return addressIn(QGuiApplication::clipboard()->text()).value_or(QStringLiteral("https://"));
}

} // namespace

TextCommands::TextCommands(Workplace &workplace, const Parts &parts, QWidget *room)
    : QObject(room), m_workplace(workplace), m_parts(parts), m_room(room)
{
    connectActions();
    for (TextSheet *sheet : {parts.letter.sheet(), parts.answer.sheet()}) {
        connect(sheet, &TextSheet::menuWanted, this, [this](QMenu *menu, const QTextCursor &misspelling) {
            addSuggestions(menu, misspelling, m_parts.speller);
        });
    }
    parts.letter.attachments()->setOffers({workplace.actions.action(ActionId::AttachmentIntoAnswer),
                                           workplace.actions.action(ActionId::AttachmentIntoLetter)});
}

void TextCommands::focusLetter()
{
    m_parts.area.reveal(&m_parts.letter);
    m_parts.letter.sheet()->setFocus(Qt::ShortcutFocusReason);
}

void TextCommands::focusAnswer()
{
    m_parts.area.reveal(&m_parts.answer);
    m_parts.answer.sheet()->setFocus(Qt::ShortcutFocusReason);
}

void TextCommands::connectActions()
{
    const auto on = [this](ActionId id, auto slot) {
        m_workplace.actions.connect(id, this, [this, slot] {
            if (m_room->isVisible())
                slot();
        });
    };
    on(ActionId::FocusLetter, [this] { focusLetter(); });
    on(ActionId::FocusAnswer, [this] { focusAnswer(); });
    on(ActionId::EditedOrOriginal, [this] { m_parts.letter.setOriginalShown(!m_parts.letter.isOriginalShown()); });
    on(ActionId::Bold, [this] { mark(QStringLiteral("**")); });
    on(ActionId::Italic, [this] { mark(QStringLiteral("*")); });
    on(ActionId::Heading, [this] { change(headingChanged); });
    on(ActionId::BlockQuote, [this] { change(quoteToggled); });
    on(ActionId::BulletList, [this] { change([](const QTextCursor &cursor) { return listToggled(cursor, false); }); });
    on(ActionId::NumberedList, [this] { change([](const QTextCursor &cursor) { return listToggled(cursor, true); }); });
    on(ActionId::Link, [this] { link(); });
    on(ActionId::QuoteSelection, [this] { quote(); });
    on(ActionId::AttachmentIntoAnswer, [this] { putAttachmentInto(m_parts.answer.sheet()); });
    on(ActionId::AttachmentIntoLetter, [this] { putAttachmentInto(m_parts.letter.sheet()); });
    on(ActionId::Replace, [this] { find(true); });
    on(ActionId::FindNext, [this] { findNext(true); });
    on(ActionId::FindPrevious, [this] { findNext(false); });
    on(ActionId::NextMisspelling, [this] { goToMisspelling(true); });
    on(ActionId::PreviousMisspelling, [this] { goToMisspelling(false); });
    QAction *aids = m_workplace.actions.action(ActionId::TypingAidsOn);
    aids->setChecked(m_workplace.settings.value(editorial::Setting::TypingAidsOn).toBool());
    connect(aids, &QAction::triggered, this, &TextCommands::setAided);
    setAided(aids->isChecked());
}

TextSheet *TextCommands::editedSheet() const
{
    TextSheet *letter = m_parts.letter.sheet();
    return letter->hasFocus() && !letter->isReadOnly() ? letter : m_parts.answer.sheet();
}

void TextCommands::mark(const QString &mark)
{
    change([&mark](const QTextCursor &cursor) { return toggledMark(cursor, mark); });
}

void TextCommands::change(const std::function<QTextCursor(QTextCursor)> &changed)
{
    TextSheet *sheet = editedSheet();
    if (sheet->isReadOnly())
        return;
    sheet->setTextCursor(changed(sheet->textCursor()));
    sheet->ensureCursorVisible();
}

void TextCommands::link()
{
    change([](const QTextCursor &cursor) { return linked(cursor, offeredAddress()); });
}

void TextCommands::quote()
{
    const QString text = m_parts.letter.sheet()->selectedText();
    if (text.trimmed().isEmpty()) {
        m_workplace.notices.news(tr("Select a passage of the letter first, then quote it in the answer."));
        return;
    }
    TextSheet *answer = m_parts.answer.sheet();
    answer->setTextCursor(quoted(answer->textCursor(), text));
    focusAnswer();
    answer->ensureCursorVisible();
}

void TextCommands::find(bool replacing)
{
    TextSheet *letter = m_parts.letter.sheet();
    m_parts.find.open(letter->hasFocus() ? letter : m_parts.answer.sheet(), replacing);
}

void TextCommands::findNext(bool forward)
{
    if (!m_parts.find.isVisible())
        find();
    else if (forward)
        m_parts.find.findNext();
    else
        m_parts.find.findPrevious();
}

void TextCommands::setAided(bool aided)
{
    m_workplace.settings.setValue(editorial::Setting::TypingAidsOn, aided);
    m_parts.letter.sheet()->setAided(aided);
    m_parts.answer.sheet()->setAided(aided);
}

// A picture is shown, a paper is linked. Its name is not for readers: it may tell who sent it.
void TextCommands::putAttachmentInto(TextSheet *sheet)
{
    const desk::Attachment *attachment = m_parts.letter.attachments()->current();
    if (!attachment) {
        m_workplace.notices.news(tr("Nothing came with this letter that could be put in."));
        return;
    }
    if (sheet == m_parts.letter.sheet())
        m_parts.letter.setOriginalShown(false);
    m_workplace.session.run(
        this, [id = attachment->id](editorial::Desk &desk) { return editorial::goesOutAsPicture(desk, id); },
        [this, sheet, text = sheet->shown(), it = *attachment](const base::Result<bool> &isPicture) {
            if (sheet->shown() != text)
                return;
            if (!isPicture) {
                m_workplace.notices.error(isPicture.error());
                return;
            }
            const QString selected = sheet->selectedText();
            const QString words = selected.isEmpty() && !*isPicture ? title(kindOf(it)) : selected;
            sheet->setTextCursor(enclosed(sheet->textCursor(), editorial::enclosureMark(it.id, *isPicture, words)));
            sheet == m_parts.answer.sheet() ? focusAnswer() : focusLetter();
            sheet->ensureCursorVisible();
        });
}

void TextCommands::goToMisspelling(bool forward)
{
    TextSheet *sheet = editedSheet();
    const SpellingMarks *marks = sheet->marks();
    const QTextCursor caret = sheet->textCursor();
    const auto found = !marks    ? std::nullopt
                       : forward ? marks->next(caret.selectionEnd())
                                 : marks->previous(caret.selectionStart());
    if (!found) {
        m_workplace.notices.news(m_parts.speller.isChecking()
                                     ? tr("No misspellings in this text.")
                                     : tr("Spelling is not checked: %1.").arg(m_parts.speller.statement()));
        return;
    }
    sheet->setTextCursor(*found);
    sheet->ensureCursorVisible();
    sheet->setFocus(Qt::ShortcutFocusReason);
}

} // namespace ui
