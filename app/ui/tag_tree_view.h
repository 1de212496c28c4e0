// TagTreeView: the tag tree, with the ground of a selected row as in every other list, and branches without lines.
// Keeps in mind which tags are open and which is current while its model changes. The window's thread.
#pragma once

#include "desk/id.h"

#include <QSet>
#include <QTreeView>

namespace ui {

class TagTreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit TagTreeView(QWidget *parent = nullptr);

    struct Standing {
        QSet<desk::TagId> open;
        desk::TagId current;
        int scroll = 0;
    };
    [[nodiscard]] Standing standing() const;
    void restore(const Standing &standing);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    template <typename Visit>
    void forEach(const QModelIndex &parent, Visit visit) const;
};

} // namespace ui
