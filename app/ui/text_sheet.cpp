#include "ui/text_sheet.h"

#include "ui/palette.h"
#include "ui/reading_font.h"
#include "ui/typing_aids.h"
#include "ui/wave.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace ui {

namespace {

constexpr int smallestMargin = 20;

} // namespace

TextSheet::TextSheet(QPalette::ColorRole ground, QWidget *parent) : QTextEdit(parent), m_nothing(document())
{
    m_nothing->setParent(this);
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoFillBackground(true);
    setBackgroundRole(ground);
    viewport()->setBackgroundRole(ground);
    connect(this, &QTextEdit::cursorPositionChanged, this, &TextSheet::noteCaret);
}

void TextSheet::showText(OpenText *text, SpellingMarks *marks)
{
    if (text == m_text)
        return;
    showNothing();
    m_text = text;
    m_marks = marks;
    if (text->document()->defaultFont() != font())
        text->document()->setDefaultFont(font());
    setDocument(text->document());
    restorePlace();
    m_revision = document()->revision();
    m_isTyping = false;
    if (marks)
        connect(marks, &SpellingMarks::changed, viewport(), qOverload<>(&QWidget::update));
    Q_EMIT textShown();
}

void TextSheet::showNothing()
{
    if (m_text) {
        keepPlace();
        if (m_marks)
            m_marks->disconnect(viewport());
    }
    m_text = nullptr;
    m_marks = nullptr;
    setDocument(m_nothing);
    Q_EMIT textShown();
}

void TextSheet::setReadingFont(const QFont &font)
{
    setFont(font);
    document()->setDefaultFont(font);
    setMargins();
}

QString TextSheet::selectedText() const
{
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return text;
}

int TextSheet::textLeft() const
{
    return viewportMargins().left() + qRound(document()->documentMargin());
}

QMimeData *TextSheet::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData; // the clipboard or the drag takes it
    plain->setText(selectedText());
    return plain;
}

void TextSheet::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    QString text = source->text();
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    if (m_isAided && take(addressPasted(textCursor(), text)))
        return;
    textCursor().insertText(text);
    ensureCursorVisible();
}

// The margins beside the text belong to it: they scroll, and a click there goes to the nearest line.
bool TextSheet::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel:
        return viewportEvent(event);
    case QEvent::MouseButtonPress: {
        const QPoint place = viewport()->mapFrom(this, static_cast<QMouseEvent *>(event)->position().toPoint());
        setTextCursor(cursorForPosition(place));
        setFocus(Qt::MouseFocusReason);
        return true;
    }
    case QEvent::ShortcutOverride: {
        // Qt takes this key for "delete to the end of the line"; here it goes to anything.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
        return QTextEdit::event(event);
    }
    case QEvent::KeyPress: {
        // Tab goes to the next control, but for the lines that it indents.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        return (isTab && take(aidOf(*key))) || QTextEdit::event(event);
    }
    default:
        return QTextEdit::event(event);
    }
}

void TextSheet::keyPressEvent(QKeyEvent *event)
{
    // A line separator within a paragraph is nothing that plain text has.
    if (event->matches(QKeySequence::InsertLineSeparator)) {
        if (!isReadOnly())
            textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    if (!take(aidOf(*event)))
        QTextEdit::keyPressEvent(event);
}

std::optional<QTextCursor> TextSheet::aidOf(const QKeyEvent &event) const
{
    const bool isCommand = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!m_isAided || isReadOnly() || isCommand)
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return lineContinued(textCursor());
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return linesIndented(textCursor(), event.key() == Qt::Key_Tab);
    case Qt::Key_Backspace:
        return pairErased(textCursor());
    default:
        return event.text().size() == 1 ? pairTyped(textCursor(), event.text().front()) : std::nullopt;
    }
}

bool TextSheet::take(const std::optional<QTextCursor> &aid)
{
    if (!aid)
        return false;
    setTextCursor(*aid);
    ensureCursorVisible();
    return true;
}

void TextSheet::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    if (!m_marks)
        return;
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    paintMarks(painter, event->rect());
}

void TextSheet::paintMarks(QPainter &painter, const QRect &area) const
{
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const int caret = textCursor().position();
    painter.translate(-scrolled);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Blocker, palette()), 1.2));
    for (QTextBlock block = cursorForPosition(area.topLeft()).block(); block.isValid(); block = block.next()) {
        const QVector<spelling::Misspelling> misspellings = m_marks->inBlock(block);
        const QTextLayout *layout = block.layout();
        if (layout->position().y() - scrolled.y() > area.bottom())
            return;
        for (const spelling::Misspelling &word : misspellings) {
            const int begin = static_cast<int>(word.start);
            const int end = begin + static_cast<int>(word.length);
            const int place = caret - block.position();
            if (!m_isTyping || place <= begin || place > end)
                drawWave(painter, *layout, begin, end);
        }
    }
}

void TextSheet::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    setMargins();
}

void TextSheet::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void TextSheet::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("textMenu"));
    if (const auto misspelling = misspellingAt(event->pos(), byMouse))
        Q_EMIT menuWanted(menu, *misspelling);
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

std::optional<QTextCursor> TextSheet::misspellingAt(const QPoint &place, bool byMouse) const
{
    if (!m_marks || isReadOnly())
        return std::nullopt;
    return m_marks->at(byMouse ? cursorForPosition(place).position() : textCursor().position());
}

// A caret that moves with the text is typing; one that moves alone has left the word.
void TextSheet::noteCaret()
{
    const int revision = document()->revision();
    const bool wasTyping = std::exchange(m_isTyping, std::exchange(m_revision, revision) != revision);
    if (wasTyping && !m_isTyping)
        viewport()->update();
}

void TextSheet::keepPlace()
{
    m_text->setPlace({textCursor().anchor(), textCursor().position(), verticalScrollBar()->value()});
}

void TextSheet::restorePlace()
{
    const OpenText::Place &place = m_text->place();
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(place.anchor, last));
    cursor.setPosition(std::min(place.caret, last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(place.scroll);
}

void TextSheet::setMargins()
{
    const int width = contentsRect().width() - (verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0);
    const int margin = std::max(smallestMargin, (width - readingMeasure(font())) / 2);
    if (viewportMargins().left() == margin)
        return;
    setViewportMargins(margin, 0, margin, 0);
    Q_EMIT textMoved();
}

} // namespace ui
