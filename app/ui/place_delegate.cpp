#include "ui/place_delegate.h"

#include "ui/icons.h"
#include "ui/place_model.h"
#include "ui/selection_ground.h"

#include <QLocale>
#include <QPainter>

namespace ui {

namespace {

constexpr int margin = 12;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.85);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    font.setBold(true);
    return font;
}

} // namespace

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const bool heading = index.data(PlaceModel::HeadingRole).toBool();
    return {line * 8, heading ? line * 2 : line * 8 / 5};
}

void PlaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(PlaceModel::HeadingRole).toBool()) {
        paintHeading(painter, option, title);
        painter->restore();
        return;
    }
    paintSelection(painter, option);
    const int line = option.fontMetrics.height();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect iconRect(area.left(), area.center().y() - line / 2 + 1, line, line);
    const Role usual = index.data(PlaceModel::WarningRole).toBool() ? Role::Warning : Role::SecondaryText;
    icon(index.data(PlaceModel::IconRole).toString(), selected ? Role::Accent : usual).paint(painter, iconRect);
    area.setLeft(iconRect.right() + line * 2 / 3);

    const qint64 count = index.data(PlaceModel::CountRole).toLongLong();
    QFont font = option.font;
    font.setBold(index.data(PlaceModel::UnreadRole).toLongLong() > 0);
    painter->setFont(font);
    if (count > 0) {
        const QString shown = QLocale().toString(count);
        painter->setPen(color(Role::SecondaryText, option.palette));
        painter->drawText(area, Qt::AlignTrailing | Qt::AlignVCenter, shown);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(shown) - line / 2);
    }
    painter->setPen(color(Role::Text, option.palette));
    painter->drawText(area, Qt::AlignLeading | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
    painter->restore();
}

void PlaceDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &title) const
{
    painter->setFont(smaller(option.font));
    painter->setPen(color(Role::SecondaryText, option.palette));
    const int bottom = option.fontMetrics.height() / 4;
    painter->drawText(option.rect.adjusted(margin, 0, -margin, -bottom), Qt::AlignLeading | Qt::AlignBottom, title);
}

} // namespace ui
