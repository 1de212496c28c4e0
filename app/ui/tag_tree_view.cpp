#include "ui/tag_tree_view.h"

#include "ui/icons.h"
#include "ui/selection_ground.h"
#include "ui/tag_model.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int margin = 10;

// Rows as high as in the list of places, counts in the quieter colour, no frame around the focus.
class TagRowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize hint = QStyledItemDelegate::sizeHint(option, index);
        return {hint.width() + option.fontMetrics.averageCharWidth() * 2, option.fontMetrics.height() * 8 / 5};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_Selected, false);
        option->state.setFlag(QStyle::State_HasFocus, false);
        option->state.setFlag(QStyle::State_MouseOver, false);
        if (index.column() == TagModel::Name)
            return;
        option->palette.setColor(QPalette::Text, color(ui::Role::SecondaryText, option->palette));
        option->rect.adjust(0, 0, -margin, 0);
    }
};

// Titles in the quieter colour on the ground of the list; an arrow where the list is sorted by them.
class QuietHeader final : public QHeaderView
{
public:
    explicit QuietHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setStretchLastSection(false);
    }

    QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), fontMetrics().height() * 7 / 4}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(color(ui::Role::SecondaryText, palette()));
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        const QRect area = rect.adjusted(margin, 0, -margin, 0);
        const Qt::Alignment side = section == TagModel::Name ? Qt::AlignLeading : Qt::AlignTrailing;
        painter->drawText(area, static_cast<int>(side | Qt::AlignVCenter), title);
        if (sortIndicatorSection() != section)
            return;
        const int size = fontMetrics().height() * 3 / 4;
        const int width = fontMetrics().horizontalAdvance(title) + size / 3;
        const int left = section == TagModel::Name ? area.left() + width : area.right() - width - size;
        const QString arrow =
            sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up");
        icon(arrow, ui::Role::SecondaryText).paint(painter, QRect(left, area.center().y() - size / 2 + 1, size, size));
    }

    QSize sectionSizeFromContents(int section) const override
    {
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        return {fontMetrics().horizontalAdvance(title) + fontMetrics().height() + 2 * margin, sizeHint().height()};
    }
};

} // namespace

TagTreeView::TagTreeView(QWidget *parent) : QTreeView(parent)
{
    setHeader(new QuietHeader(this));
    setItemDelegate(new TagRowDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setEditTriggers(SelectedClicked);
    setSortingEnabled(true);
    setIndentation(fontMetrics().height() * 4 / 3);
}

template <typename Visit>
void TagTreeView::forEach(const QModelIndex &parent, Visit visit) const
{
    for (int row = 0; row < model()->rowCount(parent); ++row) {
        const QModelIndex index = model()->index(row, TagModel::Name, parent);
        visit(index);
        forEach(index, visit);
    }
}

TagTreeView::Standing TagTreeView::standing() const
{
    Standing standing{{}, TagModel::idAt(currentIndex()), verticalScrollBar()->value()};
    forEach({}, [&](const QModelIndex &index) {
        if (isExpanded(index))
            standing.open.insert(TagModel::idAt(index));
    });
    return standing;
}

void TagTreeView::restore(const Standing &standing)
{
    QModelIndex current;
    forEach({}, [&](const QModelIndex &index) {
        const desk::TagId id = TagModel::idAt(index);
        if (standing.open.contains(id))
            setExpanded(index, true);
        if (id == standing.current)
            current = index;
    });
    if (current.isValid())
        setCurrentIndex(current);
    verticalScrollBar()->setValue(standing.scroll);
}

void TagTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.rect.setLeft(0);
    row.rect.setWidth(viewport()->width());
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_HasFocus, hasFocus());
    row.state.setFlag(QStyle::State_Active, hasFocus());
    paintSelection(painter, row);
    QStyleOptionViewItem plain = option;
    plain.palette.setColor(QPalette::Highlight, Qt::transparent);
    QTreeView::drawRow(painter, plain, index);
}

void TagTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    const int size = fontMetrics().height() * 7 / 8;
    QRect arrow(0, 0, size, size);
    arrow.moveCenter(QPoint(rect.right() - indentation() / 2, rect.center().y()));
    const QString name = isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    icon(name, ui::Role::SecondaryText).paint(painter, arrow);
}

} // namespace ui
