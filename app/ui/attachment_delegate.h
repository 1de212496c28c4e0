// AttachmentDelegate: draws one attachment as a small card: its picture or icon, its name, its kind and size. The
// window's thread.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class AttachmentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Of the small picture, both ways, in the pixels of the window.
    [[nodiscard]] static int thumbnailSize(const QFontMetrics &metrics) { return metrics.height() * 5 / 2; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
