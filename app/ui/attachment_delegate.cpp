#include "ui/attachment_delegate.h"

#include "ui/attachment_model.h"
#include "ui/icons.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

constexpr qreal corner = 4;
constexpr int gap = 6; // within a card

void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QRect &card)
{
    const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
    const bool isChosen = option.state & (QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    painter->setBrush(color(Role::Sheet, option.palette));
    painter->setPen(QPen(color(isChosen ? Role::Accent : Role::Line, option.palette), isCurrent ? 2 : 1));
    painter->drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), corner, corner);
}

// As much of the picture's middle as the square takes.
void paintThumbnail(QPainter *painter, const QRect &square, const QPixmap &thumbnail)
{
    QSizeF part = QSizeF(square.size()).scaled(thumbnail.size(), Qt::KeepAspectRatio);
    QRectF source({0, 0}, part);
    source.moveCenter(QRectF(thumbnail.rect()).center());
    QPainterPath outline;
    outline.addRoundedRect(square, corner / 2, corner / 2);
    painter->save();
    painter->setClipPath(outline);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(square, thumbnail, source.toRect());
    painter->restore();
}

} // namespace

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int side = thumbnailSize(option.fontMetrics);
    return {side + option.fontMetrics.averageCharWidth() * 24 + 3 * gap, side + 2 * gap};
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect;
    paintCard(painter, option, card);

    const int side = thumbnailSize(option.fontMetrics);
    const QRect square(card.left() + gap, card.center().y() - side / 2 + 1, side, side);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QPixmap>();
    if (!thumbnail.isNull()) {
        paintThumbnail(painter, square, thumbnail);
    } else {
        QRect mark(0, 0, side / 2, side / 2);
        mark.moveCenter(square.center());
        icon(index.data(AttachmentModel::IconNameRole).toString(), Role::SecondaryText).paint(painter, mark);
    }

    const int line = option.fontMetrics.height();
    QRect text(square.right() + gap, card.center().y() - line, card.right() - square.right() - 2 * gap, line);
    const auto drawLine = [&](const QString &words, Role role, Qt::TextElideMode cut) {
        painter->setPen(color(role, option.palette));
        painter->drawText(text, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(words, cut, text.width()));
        text.translate(0, line);
    };
    drawLine(index.data(Qt::DisplayRole).toString(), Role::Text, Qt::ElideMiddle);
    drawLine(index.data(AttachmentModel::DetailRole).toString(), Role::SecondaryText, Qt::ElideRight);
    painter->restore();
}

} // namespace ui
