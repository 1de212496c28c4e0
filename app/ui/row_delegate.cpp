#include "ui/row_delegate.h"

#include "ui/icons.h"
#include "ui/row_model.h"
#include "ui/selection_ground.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int lines = 3;

int padding(const QFontMetrics &metrics)
{
    return metrics.height() / 2;
}

int dotColumn(const QFontMetrics &metrics)
{
    return metrics.height();
}

QRect textArea(const QStyleOptionViewItem &option)
{
    const int space = padding(option.fontMetrics);
    return option.rect.adjusted(space / 2 + dotColumn(option.fontMetrics), space, -space - space / 2, -space);
}

// The n-th of the lines, counted from 0.
QRect lineOf(const QRect &area, const QFontMetrics &metrics, int n)
{
    return {area.left(), area.top() + n * (metrics.height() + metrics.height() / 8), area.width(), metrics.height()};
}

void drawElided(QPainter *painter, const QRect &rect, const QString &text)
{
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

QFont boldOf(QFont font, bool bold)
{
    font.setBold(bold);
    return font;
}

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = option.fontMetrics.height();
    return {line * 10, lines * line + (lines - 1) * (line / 8) + 2 * padding(option.fontMetrics)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option);
    const QRect area = textArea(option);
    const QVariant value = index.data(RowModel::RowRole);
    if (value.isValid()) {
        const auto row = value.value<ListRow>();
        paintFirstLine(painter, option, lineOf(area, option.fontMetrics, 0), row);
        painter->setFont(boldOf(option.font, false));
        painter->setPen(color(Role::Text, option.palette));
        drawElided(painter, lineOf(area, option.fontMetrics, 1), row.subject);
        paintLastLine(painter, option, lineOf(area, option.fontMetrics, 2), row);
    } else {
        paintPlaceholder(painter, option, area);
    }
    painter->restore();
}

void RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    paintSelection(painter, option);
    if (option.state.testFlag(QStyle::State_Selected))
        return;
    painter->setPen(color(Role::Line, option.palette));
    painter->drawLine(textArea(option).left(), option.rect.bottom(), textArea(option).right(), option.rect.bottom());
}

void RowDelegate::paintFirstLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                                 const ListRow &row) const
{
    painter->setFont(option.font);
    painter->setPen(color(Role::SecondaryText, option.palette));
    const int dateWidth = option.fontMetrics.horizontalAdvance(row.date);
    painter->drawText(line, Qt::AlignTrailing | Qt::AlignVCenter, row.date);

    painter->setFont(boldOf(option.font, row.unread));
    painter->setPen(color(Role::Text, option.palette));
    drawElided(painter, line.adjusted(0, 0, -dateWidth - padding(option.fontMetrics), 0), row.name);
    if (!row.unread)
        return;
    const int size = line.height() / 2;
    QRect dot(0, 0, size, size);
    dot.moveCenter({line.left() - dotColumn(option.fontMetrics) / 2 - size / 8, line.center().y() + 1});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(Role::Accent, option.palette));
    painter->drawEllipse(dot);
}

void RowDelegate::paintLastLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                                const ListRow &row) const
{
    const int iconSize = line.height() * 7 / 8;
    const QRect iconRect(line.right() - iconSize + 1, line.center().y() - iconSize / 2, iconSize, iconSize);
    icon(row.icon, row.iconRole).paint(painter, iconRect);

    painter->setPen(color(Role::SecondaryText, option.palette));
    if (!row.notice.isEmpty()) { // it needs all of the line
        paintNotice(painter, option, line.adjusted(0, 0, -iconSize - padding(option.fontMetrics), 0), row);
        return;
    }
    const int sizeWidth = option.fontMetrics.horizontalAdvance(row.size);
    const QRect sizeRect(iconRect.left() - padding(option.fontMetrics) - sizeWidth, line.top(), sizeWidth + 1,
                         line.height());
    painter->drawText(sizeRect, Qt::AlignTrailing | Qt::AlignVCenter, row.size);
    QRect excerptRect = line;
    excerptRect.setRight(sizeRect.left() - padding(option.fontMetrics));
    drawElided(painter, excerptRect, row.excerpt);
}

void RowDelegate::paintNotice(QPainter *painter, const QStyleOptionViewItem &option, QRect area,
                              const ListRow &row) const
{
    if (row.needsAttention) {
        const int size = area.height() * 7 / 8;
        icon(QStringLiteral("triangle-alert"), Role::Warning)
            .paint(painter, area.left(), area.center().y() - size / 2, size, size);
        area.setLeft(area.left() + size + padding(option.fontMetrics) / 2);
        painter->setPen(color(Role::Text, option.palette));
    }
    drawElided(painter, area, row.notice);
}

void RowDelegate::paintPlaceholder(QPainter *painter, const QStyleOptionViewItem &option, const QRect &text) const
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(Role::Line, option.palette));
    for (int n = 0; n < lines; ++n) {
        QRect bar = lineOf(text, option.fontMetrics, n);
        bar.setHeight(bar.height() / 2);
        bar.translate(0, bar.height() / 2);
        bar.setWidth(text.width() * (n == 0 ? 2 : 4) / 5);
        painter->drawRoundedRect(bar, 2, 2);
    }
}

} // namespace ui
