#include "ui/find_bar.h"

#include "ui/icons.h"
#include "ui/palette.h"
#include "ui/plural_count.h"
#include "ui/text_sheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int pauseMs = 150;
constexpr int mostMarks = 500; // each is looked at whenever the text is painted
constexpr float markShare = 0.2f;

QTextCursor cursorAt(QTextDocument *document, const TextMatch &match)
{
    QTextCursor cursor(document);
    cursor.setPosition(match.start);
    cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

FindBar::FindBar(QWidget *parent) : QFrame(parent), m_replacing(new QWidget(this)), m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    setAccessibleName(tr("Find in the text"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::look);
    hide();
}

void FindBar::build()
{
    auto *column = new QVBoxLayout(this);
    auto *finding = new QHBoxLayout;
    m_words = addLine(finding, QStringLiteral("findWords"), tr("Find"));
    m_matchCase = addOption(finding, "case-sensitive", QStringLiteral("findCase"), tr("Match capitals"));
    m_wholeWords = addOption(finding, "whole-word", QStringLiteral("findWholeWords"), tr("Whole words only"));
    m_isPattern = addOption(finding, "regex", QStringLiteral("findPattern"), tr("Regular expression"));
    addButton(finding, QStringLiteral("findPrevious"), tr("Pre&vious"), &FindBar::findPrevious);
    addButton(finding, QStringLiteral("findNext"), tr("Ne&xt"), &FindBar::findNext);
    addButton(finding, QStringLiteral("findClose"), tr("&Close"), &FindBar::close);
    auto *replacing = new QHBoxLayout(m_replacing);
    replacing->setContentsMargins(0, 0, 0, 0);
    m_with = addLine(replacing, QStringLiteral("replaceWith"), tr("Replace with"));
    addButton(replacing, QStringLiteral("replaceOne"), tr("Re&place"), &FindBar::replace);
    addButton(replacing, QStringLiteral("replaceAll"), tr("Replace a&ll"), &FindBar::replaceAll);
    m_state->setObjectName(QStringLiteral("findState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    column->addLayout(finding);
    column->addWidget(m_replacing);
    column->addWidget(m_state);
    connect(m_words, &QLineEdit::textEdited, this, [this] {
        look();
        goToFirst();
    });
    connect(m_with, &QLineEdit::textEdited, this, &FindBar::look);
}

QLineEdit *FindBar::addLine(QBoxLayout *row, const QString &name, const QString &title)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setAccessibleName(title);
    line->setPlaceholderText(title);
    line->setClearButtonEnabled(true);
    row->addWidget(line, 1);
    return line;
}

QToolButton *FindBar::addOption(QBoxLayout *row, const char *icon, const QString &name, const QString &title)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(ui::icon(QString::fromLatin1(icon)));
    button->setToolTip(title);
    button->setAccessibleName(title);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    connect(button, &QToolButton::toggled, this, &FindBar::look);
    return button;
}

QPushButton *FindBar::addButton(QBoxLayout *row, const QString &name, const QString &title, void (FindBar::*slot)())
{
    auto *button = new QPushButton(title, this);
    button->setObjectName(name);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void FindBar::open(TextSheet *sheet, bool replacing)
{
    setSheet(sheet);
    const QString selected = sheet->selectedText();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n')))
        m_words->setText(selected);
    m_replacing->setVisible(replacing);
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    look();
}

void FindBar::close()
{
    hide();
    if (m_sheet)
        m_sheet->setFocus(Qt::OtherFocusReason);
    setSheet(nullptr);
}

void FindBar::setSheet(TextSheet *sheet)
{
    m_pause.stop();
    m_matches.clear();
    if (m_sheet) {
        m_sheet->setExtraSelections({});
        m_sheet->disconnect(&m_pause);
        m_sheet->disconnect(this);
    }
    m_sheet = sheet;
    if (!sheet)
        return;
    connect(sheet, &QTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(sheet, &TextSheet::textShown, this, &FindBar::look);
}

void FindBar::replace()
{
    const int selected = selectedMatch();
    if (!m_sheet || m_sheet->isReadOnly())
        return;
    if (selected >= 0) {
        const TextMatch match = m_matches.at(selected);
        QTextCursor cursor = cursorAt(m_sheet->document(), match);
        cursor.beginEditBlock();
        cursor.insertText(match.replacement);
        cursor.endEditBlock();
        m_sheet->setTextCursor(cursor);
        look();
    }
    go(true);
}

void FindBar::replaceAll()
{
    if (!m_sheet || m_sheet->isReadOnly())
        return;
    look();
    const QVector<TextMatch> matches = m_matches;
    ui::replaceAll(*m_sheet->document(), matches);
    look();
    if (!matches.isEmpty())
        m_state->setText(tr("%Ln place(s) replaced. Ctrl+Z brings them back.", nullptr, pluralCount(matches.size())));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isEnter && m_with->hasFocus())
        replace();
    else if (isEnter)
        go(!event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QFrame::keyPressEvent(event);
}

TextSearch FindBar::search() const
{
    return {m_words->text(), m_matchCase->isChecked(), m_wholeWords->isChecked(), m_isPattern->isChecked()};
}

void FindBar::look()
{
    m_pause.stop();
    if (!m_sheet)
        return;
    const auto found = matchesIn(plainText(*m_sheet->document()), search(), m_with->text());
    m_matches = found.value_or(QVector<TextMatch>());
    showState(found ? QString() : found.error().message);
    showMarks();
}

void FindBar::go(bool forward)
{
    if (m_pause.isActive())
        look();
    if (!m_sheet || m_matches.isEmpty())
        return;
    const QTextCursor caret = m_sheet->textCursor();
    const auto later = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                    [&caret](const TextMatch &match) { return match.start >= caret.selectionEnd(); });
    const auto notEarlier = std::find_if(m_matches.cbegin(), m_matches.cend(), [&caret](const TextMatch &match) {
        return match.start + match.length > caret.selectionStart();
    });
    if (forward)
        select(later == m_matches.cend() ? m_matches.first() : *later);
    else
        select(notEarlier == m_matches.cbegin() ? m_matches.last() : *std::prev(notEarlier));
    showState();
}

// While somebody types what to find, the place grows where it is.
void FindBar::goToFirst()
{
    if (!m_sheet || m_matches.isEmpty())
        return;
    const int from = m_sheet->textCursor().selectionStart();
    const auto first = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                    [from](const TextMatch &match) { return match.start >= from; });
    select(first == m_matches.cend() ? m_matches.first() : *first);
    showState();
}

int FindBar::selectedMatch() const
{
    const QTextCursor caret = m_sheet ? m_sheet->textCursor() : QTextCursor();
    const auto found = std::find_if(m_matches.cbegin(), m_matches.cend(), [&caret](const TextMatch &match) {
        return match.start == caret.selectionStart() && match.start + match.length == caret.selectionEnd();
    });
    return found == m_matches.cend() ? -1 : int(found - m_matches.cbegin());
}

void FindBar::select(const TextMatch &match)
{
    m_sheet->setTextCursor(cursorAt(m_sheet->document(), match));
    m_sheet->ensureCursorVisible();
}

void FindBar::showState(const QString &problem)
{
    const int selected = selectedMatch();
    const int count = int(m_matches.size());
    QString state = problem;
    if (m_sheet && problem.isEmpty() && !m_words->text().isEmpty()) {
        state = count == 0     ? tr("Not in this text.")
                : selected < 0 ? tr("%Ln place(s)", nullptr, count)
                               : tr("%1 of %2").arg(locale().toString(selected + 1), locale().toString(count));
        state = tr("%1: %2").arg(m_sheet->accessibleName(), state);
    }
    m_state->setText(state);
    m_replacing->setEnabled(m_sheet && !m_sheet->isReadOnly());
}

void FindBar::showMarks()
{
    QColor ground = color(Role::Accent, palette());
    ground.setAlphaF(markShare);
    QTextCharFormat format;
    format.setBackground(ground);
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_matches.size(), mostMarks); ++i)
        marks.append({cursorAt(m_sheet->document(), m_matches.at(i)), format});
    m_sheet->setExtraSelections(marks);
}

} // namespace ui
