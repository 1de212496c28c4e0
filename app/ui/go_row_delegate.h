// GoRowDelegate: one line with an icon, a title, and at its end a quiet hint. The window's thread.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class GoRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int HintRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
