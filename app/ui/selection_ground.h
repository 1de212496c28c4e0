// The ground of a selected row, the same in every list: a quiet tone, and a bar in the accent where the keys go.
// The window's thread.
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace ui {

void paintSelection(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace ui
