// PublishRowDelegate: draws the rows of a publish plan: headings, pages in one line, findings with their icon, their
// word and their message in full; and "Go there", which can be clicked, on the row under the pointer or the keys.
// The window's thread.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

struct PublishRow;

class PublishRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void goWanted(const QModelIndex &index);

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const PublishRow &row) const;
    void paintFirstLine(QPainter *painter, const QStyleOptionViewItem &option, QRect line, const PublishRow &row) const;
};

} // namespace ui
