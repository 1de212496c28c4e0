// PlaceDelegate: draws a place: its icon, its name, and how much is there at the end. The window's thread.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class PlaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &title) const;
};

} // namespace ui
