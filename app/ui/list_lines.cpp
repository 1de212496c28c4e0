#include "ui/list_lines.h"

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>

namespace ui {

namespace {

// The largest number that a marker may have.
constexpr qint64 largestNumber = 999'999'999;

bool isRule(const QString &line)
{
    static const QRegularExpression rule(QStringLiteral("^ *([-*_])( *\\1){2,} *$"));
    return rule.match(line).hasMatch();
}

QString withNumber(const QString &marker, qint64 number)
{
    return marker.size() > 1 ? QString(QString::number(number) + marker.back()) : marker;
}

} // namespace

int LineBeginning::wordColumn() const
{
    return int(indent.size() + marker.size() + std::max<qsizetype>(gap.size(), 1));
}

LineBeginning beginningOf(const QString &line)
{
    static const QRegularExpression quotes(QStringLiteral("^(?: {0,3}> ?)*"));
    static const QRegularExpression item(QStringLiteral("^( *)([-*+]|[0-9]{1,9}[.)])( +|$)"));
    LineBeginning beginning;
    beginning.quote = quotes.match(line).captured();
    const QString rest = line.mid(beginning.quote.size());
    const QRegularExpressionMatch match = item.match(rest);
    if (match.hasMatch() && !isRule(rest)) {
        beginning.indent = match.captured(1);
        beginning.marker = match.captured(2);
        beginning.gap = match.captured(3);
    }
    return beginning;
}

QString nextMarker(const QString &marker)
{
    return withNumber(marker, std::min(marker.chopped(1).toLongLong() + 1, largestNumber));
}

QString firstMarker(const QString &marker)
{
    return withNumber(marker, 1);
}

QVector<QTextBlock> linesOf(const QTextCursor &cursor)
{
    const int end = std::max(cursor.selectionStart(), cursor.selectionEnd() - int(cursor.hasSelection()));
    QVector<QTextBlock> lines;
    for (QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() <= end; block = block.next())
        lines.append(block);
    return lines;
}

} // namespace ui
