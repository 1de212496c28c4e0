// RowDelegate: draws a ListRow in three lines: who and when; about what; how it begins, and how long it is with its
// stage. Density follows the font. The window's thread.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

struct ListRow;

class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintFirstLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                        const ListRow &row) const;
    void paintNotice(QPainter *painter, const QStyleOptionViewItem &option, QRect area, const ListRow &row) const;
    void paintLastLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &line,
                       const ListRow &row) const;
    void paintPlaceholder(QPainter *painter, const QStyleOptionViewItem &option, const QRect &text) const;
};

} // namespace ui
