#include "ui/markdown_marks.h"

#include <QStringList>
#include <QTextBlock>
#include <QTextDocument>

namespace ui {

namespace {

QString textBetween(const QTextDocument &document, int from, int to)
{
    QString text;
    for (int at = std::max(from, 0); at < to; ++at)
        text.append(document.characterAt(at));
    return text;
}

void select(QTextCursor &cursor, int from, int to)
{
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
}

// "*" within "**" is not that mark.
bool hasMark(const QTextDocument &document, int from, int to, const QString &mark)
{
    const int size = static_cast<int>(mark.size());
    const auto marksAt = [&](int begin, int end) {
        return textBetween(document, begin, end) == mark;
    };
    if (!marksAt(from - size, from) || !marksAt(to, to + size))
        return false;
    const QChar sign = mark.front();
    int before = 0;
    while (from - before > 0 && document.characterAt(from - before - 1) == sign)
        ++before;
    return before == size || before > 2;
}

} // namespace

QTextCursor toggledMark(QTextCursor cursor, const QString &mark)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    const int size = static_cast<int>(mark.size());
    const bool isMarked = hasMark(*cursor.document(), from, to, mark);
    cursor.beginEditBlock();
    if (isMarked) {
        select(cursor, to, to + size);
        cursor.removeSelectedText();
        select(cursor, from - size, from);
        cursor.removeSelectedText();
    } else {
        cursor.setPosition(to);
        cursor.insertText(mark);
        cursor.setPosition(from);
        cursor.insertText(mark);
    }
    cursor.endEditBlock();
    const int moved = isMarked ? -size : size;
    select(cursor, from + moved, to + moved);
    return cursor;
}

QTextCursor linked(QTextCursor cursor, const QString &address)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    cursor.beginEditBlock();
    cursor.setPosition(to);
    cursor.insertText(QLatin1String("](") + address + QLatin1Char(')'));
    cursor.setPosition(from);
    cursor.insertText(QStringLiteral("["));
    cursor.endEditBlock();
    if (from == to) {
        cursor.setPosition(from + 1);
        return cursor;
    }
    select(cursor, to + 3, to + 3 + static_cast<int>(address.size()));
    return cursor;
}

QTextCursor quoted(QTextCursor cursor, const QString &text)
{
    QStringList lines = text.trimmed().split(QLatin1Char('\n'));
    for (QString &line : lines)
        line = line.trimmed().isEmpty() ? QStringLiteral(">") : QString(QLatin1String("> ") + line);
    cursor.beginEditBlock();
    cursor.clearSelection();
    if (!cursor.block().text().trimmed().isEmpty()) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(QStringLiteral("\n\n"));
    } else if (cursor.block().previous().isValid() && !cursor.block().previous().text().trimmed().isEmpty()) {
        cursor.insertText(QStringLiteral("\n"));
    }
    cursor.insertText(lines.join(QLatin1Char('\n')));
    cursor.insertText(QStringLiteral("\n\n"));
    cursor.endEditBlock();
    return cursor;
}

QTextCursor enclosed(QTextCursor cursor, const QString &markdown)
{
    const int from = cursor.selectionStart();
    cursor.beginEditBlock(); // else it is taken back together with what was typed before it
    cursor.insertText(markdown);
    cursor.endEditBlock();
    select(cursor, from + static_cast<int>(markdown.indexOf(QLatin1Char('['))) + 1,
           from + static_cast<int>(markdown.lastIndexOf(QLatin1String("]("))));
    return cursor;
}

} // namespace ui
