#include "ui/go_row_delegate.h"

#include "ui/palette.h"
#include "ui/selection_ground.h"

#include <QIcon>
#include <QPainter>

namespace ui {

namespace {

constexpr int margin = 10;

} // namespace

QSize GoRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.height() * 10, option.fontMetrics.height() * 7 / 4};
}

void GoRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintSelection(painter, option);
    const int line = option.fontMetrics.height();
    QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect iconRect(area.left(), area.center().y() - line / 2 + 1, line, line);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
    area.setLeft(iconRect.right() + line * 2 / 3);

    const QString hint =
        option.fontMetrics.elidedText(index.data(HintRole).toString(), Qt::ElideRight, area.width() / 2);
    painter->setFont(option.font);
    painter->setPen(color(Role::SecondaryText, option.palette));
    painter->drawText(area, Qt::AlignTrailing | Qt::AlignVCenter, hint);
    area.setRight(area.right() - option.fontMetrics.horizontalAdvance(hint) - line);
    painter->setPen(color(Role::Text, option.palette));
    const QString title = index.data(Qt::DisplayRole).toString();
    painter->drawText(area, Qt::AlignLeading | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(title, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace ui
