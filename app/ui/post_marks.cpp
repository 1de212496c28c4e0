#include "ui/post_marks.h"

#include "ui/palette.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace ui {

namespace {

using Part = desk::ColumnLabel::Part;
using editorial::PostMark;

// Letters on the tone that they have in the writing room, answers between lines as selected text has.
QTextCharFormat formatOf(Part part, const QPalette &palette)
{
    QTextCharFormat format;
    format.setBackground(part == Part::Letter ? color(Role::Line, palette) : color(Role::LetterSheet, palette));
    format.setFontUnderline(part == Part::Answer);
    format.setFontWeight(QFont::Bold);
    return format;
}

} // namespace

PostMarks::PostMarks(QPlainTextEdit *text) : QObject(text), m_text(text) {}

void PostMarks::markHere(Part part)
{
    const QTextCursor cursor = m_text->textCursor();
    const QTextDocument *document = m_text->document();
    const int at = cursor.selectionStart();
    const QTextBlock line = document->findBlock(at);
    m_marks.removeIf([&](const PostMark &mark) { return document->findBlock(static_cast<int>(mark.offset)) == line; });
    m_marks.append({part, at});
    std::ranges::sort(m_marks, {}, &PostMark::offset);
    show();
}

void PostMarks::clear()
{
    m_marks.clear();
    show();
}

bool PostMarks::isComplete() const
{
    for (qsizetype at = 0; at < m_marks.size(); ++at) {
        if ((m_marks.at(at).part == Part::Letter) != (at % 2 == 0))
            return false;
    }
    return !m_marks.isEmpty() && m_marks.size() % 2 == 0;
}

QString PostMarks::sentence() const
{
    QStringList parts;
    for (const PostMark &mark : m_marks) {
        const int line = m_text->document()->findBlock(static_cast<int>(mark.offset)).blockNumber() + 1;
        parts.append(mark.part == Part::Letter ? tr("letter from line %1").arg(line)
                                               : tr("answer from line %1").arg(line));
    }
    return parts.isEmpty() ? tr("Nothing is marked yet.") : tr("Marked: %1.").arg(parts.join(QStringLiteral(", ")));
}

QList<desk::ColumnLabel> PostMarks::labels() const
{
    QList<desk::ColumnLabel> labels;
    for (const PostMark &mark : m_marks) {
        if (const QString phrase = editorial::labelBefore(m_text->toPlainText(), mark); !phrase.isEmpty())
            labels.append({mark.part, phrase});
    }
    return labels;
}

// The line of a mark is bold on the ground of its part, from the mark on.
void PostMarks::show()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const PostMark &mark : std::as_const(m_marks)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(static_cast<int>(mark.offset));
        selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        selection.format = formatOf(mark.part, m_text->palette());
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
    Q_EMIT changed();
}

} // namespace ui
