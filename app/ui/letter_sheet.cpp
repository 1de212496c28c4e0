#include "ui/letter_sheet.h"

#include "ui/palette.h"
#include "ui/reading_font.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>

namespace ui {

namespace {

constexpr int smallestMargin = 24;

} // namespace

LetterSheet::LetterSheet(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    colour();
}

void LetterSheet::setReadingFont(const QFont &font)
{
    document()->setDefaultFont(font);
    layOut();
}

void LetterSheet::showLetter(const QString &label, const QString &text, const QString &signature)
{
    m_label = label;
    m_text = text;
    m_signature = signature;
    layOut();
    verticalScrollBar()->setValue(0);
}

void LetterSheet::layOut()
{
    const QFont font = document()->defaultFont();
    QTextBlockFormat block;
    block.setLineHeight(readingLineHeight(font), QTextBlockFormat::ProportionalHeight);
    QTextCharFormat quiet;
    quiet.setForeground(color(Role::SecondaryText, palette()));
    QTextCharFormat plain;
    plain.setForeground(color(Role::Text, palette()));

    clear();
    QTextCursor cursor(document());
    cursor.setBlockFormat(block);
    if (!m_label.isEmpty()) {
        QTextCharFormat label = quiet;
        label.setFontWeight(QFont::Bold);
        QTextBlockFormat first = block;
        first.setBottomMargin(font.pointSizeF() / 2);
        cursor.setBlockFormat(first);
        cursor.insertText(m_label, label);
        cursor.insertBlock(block);
    }
    if (m_text.isEmpty())
        cursor.insertText(tr("There is no text."), quiet);
    else
        cursor.insertText(m_text, plain);
    if (!m_signature.isEmpty()) {
        QTextBlockFormat last = block;
        last.setTopMargin(font.pointSizeF());
        cursor.insertBlock(last);
        QTextCharFormat signature = quiet;
        signature.setFontItalic(true);
        cursor.insertText(QStringLiteral("— ") + m_signature, signature);
    }
    setMargins();
}

bool LetterSheet::readOn()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return false;
    bar->setValue(bar->value() + bar->pageStep() - fontMetrics().height() * 2);
    return true;
}

// The text stands in the middle, at its measure.
void LetterSheet::setMargins()
{
    const int measure = readingMeasure(document()->defaultFont());
    const int margin = std::max(smallestMargin, (viewport()->width() - measure) / 2);
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setLeftMargin(margin);
    frame.setRightMargin(margin);
    frame.setTopMargin(smallestMargin);
    frame.setBottomMargin(smallestMargin);
    document()->rootFrame()->setFrameFormat(frame);
}

void LetterSheet::resizeEvent(QResizeEvent *event)
{
    setMargins();
    QTextEdit::resizeEvent(event);
}

void LetterSheet::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void LetterSheet::colour()
{
    const QColor sheet = color(Role::LetterSheet, palette());
    if (viewport()->palette().color(QPalette::Base) == sheet)
        return;
    QPalette own = viewport()->palette();
    own.setColor(QPalette::Base, sheet);
    viewport()->setPalette(own);
    layOut();
}

} // namespace ui
