#include "ui/markdown_marks.h"

#include "ui/list_lines.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

#include <array>

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

void replaceBeginning(const QTextBlock &line, qsizetype size, const QString &text)
{
    QTextCursor cursor(line);
    cursor.setPosition(line.position() + int(size), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

// An address with a bracket in it would end the link too early.
QString linkTarget(const QString &address)
{
    static const QRegularExpression bracket(QStringLiteral("[()]"));
    return address.contains(bracket) ? QString(QLatin1Char('<') + address + QLatin1Char('>')) : address;
}

} // namespace

std::optional<QString> addressIn(const QString &text)
{
    static const std::array schemes{QLatin1String("https://"), QLatin1String("http://"), QLatin1String("mailto:")};
    static const QRegularExpression noAddress(QStringLiteral("[\\s<>]"));
    const QString address = text.trimmed();
    const bool begins = std::any_of(schemes.begin(), schemes.end(), [&](QLatin1String scheme) {
        return address.startsWith(scheme, Qt::CaseInsensitive) && address.size() > scheme.size();
    });
    return begins && !address.contains(noAddress) && QUrl(address, QUrl::StrictMode).isValid() ? std::optional(address)
                                                                                               : std::nullopt;
}

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
    const QString target = linkTarget(address);
    cursor.beginEditBlock();
    cursor.setPosition(to);
    cursor.insertText(QLatin1String("](") + target + QLatin1Char(')'));
    cursor.setPosition(from);
    cursor.insertText(QStringLiteral("["));
    cursor.endEditBlock();
    if (from == to) {
        cursor.setPosition(from + 1);
        return cursor;
    }
    select(cursor, to + 3, to + 3 + static_cast<int>(target.size()));
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

QTextCursor quoteToggled(QTextCursor cursor)
{
    const QVector<QTextBlock> lines = linesOf(cursor);
    static const QRegularExpression sign(QStringLiteral("^ {0,3}> ?"));
    const bool isQuoted =
        std::all_of(lines.begin(), lines.end(), [](const QTextBlock &line) { return line.text().contains(sign); });
    cursor.beginEditBlock();
    for (const QTextBlock &line : lines) {
        const auto size = isQuoted ? sign.match(line.text()).capturedLength() : 0;
        const bool isGap = line.text().isEmpty() && lines.size() > 1;
        const QString added = isGap ? QStringLiteral(">") : QStringLiteral("> ");
        replaceBeginning(line, size, isQuoted ? QString() : added);
    }
    cursor.endEditBlock();
    return cursor;
}

QTextCursor listToggled(QTextCursor cursor, bool numbered)
{
    QVector<QTextBlock> lines = linesOf(cursor);
    if (lines.size() > 1)
        lines.removeIf([](const QTextBlock &line) { return line.text().trimmed().isEmpty(); });
    const bool isList = std::all_of(lines.begin(), lines.end(), [numbered](const QTextBlock &line) {
        const LineBeginning beginning = beginningOf(line.text());
        return beginning.isItem() && beginning.isNumbered() == numbered;
    });
    int number = 0;
    cursor.beginEditBlock();
    for (const QTextBlock &line : lines) {
        const LineBeginning old = beginningOf(line.text());
        const QString marker =
            numbered ? QString(QString::number(++number) + QLatin1String(". ")) : QStringLiteral("- ");
        replaceBeginning(line, old.size(), old.quote + old.indent + (isList ? QString() : marker));
    }
    cursor.endEditBlock();
    return cursor;
}

QTextCursor headingChanged(QTextCursor cursor)
{
    static const QRegularExpression signs(QStringLiteral("^ {0,3}(#{1,6})(?: +|$)"));
    const QRegularExpressionMatch old = signs.match(cursor.block().text());
    const auto level = (old.capturedLength(1) + 1) % 4;
    cursor.beginEditBlock();
    replaceBeginning(cursor.block(), old.capturedLength(),
                     level == 0 ? QString() : QString(QString(level, QLatin1Char('#')) + QLatin1Char(' ')));
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
