#include "ui/row_view.h"

#include "ui/row_delegate.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

RowView::RowView(QWidget *parent) : QListView(parent)
{
    setUniformItemSizes(true);
    setItemDelegate(new RowDelegate(this));
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
}

void RowView::setRows(RowModel *model)
{
    if (m_rows)
        m_rows->disconnect(this);
    m_rows = model;
    m_current = {};
    setModel(model);
    if (model) {
        connect(model, &RowModel::loaded, this, &RowView::keepCurrent);
        connect(model, &RowModel::rowsInserted, this, [this] { m_hasGrown = true; });
        connect(model, &RowModel::rowsRemoved, this, [this] { m_hasGrown = false; });
        connect(model, &RowModel::modelReset, this, [this] {
            m_current = {};
            m_hasGrown = false;
            scrollToTop();
            Q_EMIT currentShown();
            Q_EMIT selectionShown();
        });
        connect(model, &RowModel::counted, viewport(), qOverload<>(&QWidget::update));
    }
    Q_EMIT currentShown();
}

const ListRow *RowView::current() const
{
    return m_rows && currentIndex().isValid() ? m_rows->row(currentIndex().row()) : nullptr;
}

QList<const ListRow *> RowView::selected() const
{
    QList<const ListRow *> rows;
    if (!m_rows || !selectionModel())
        return rows;
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const ListRow *row = m_rows->row(index.row()))
            rows.append(row);
    }
    return rows;
}

int RowView::selectedCount() const
{
    int count = 0;
    if (selectionModel()) {
        const QItemSelection selection = selectionModel()->selection();
        for (const QItemSelectionRange &range : selection)
            count += range.height();
    }
    return count;
}

bool RowView::step(int rows)
{
    if (!m_rows || m_rows->rowCount() == 0)
        return false;
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    const int to = std::clamp(from + rows, 0, m_rows->rowCount() - 1);
    if (to == from)
        return false;
    makeCurrent(to);
    return true;
}

bool RowView::showRow(const QUuid &id)
{
    const int row = m_rows ? m_rows->rowOf(id) : -1;
    if (row >= 0)
        makeCurrent(row);
    return row >= 0;
}

void RowView::makeCurrent(int row)
{
    const QModelIndex index = m_rows->index(row);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void RowView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_following)
        return;
    const ListRow *row = this->current();
    m_current = row ? row->id : QUuid();
    Q_EMIT currentShown();
}

void RowView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!m_following)
        Q_EMIT selectionShown();
}

// Rows have come: the current row may stand elsewhere now, or be another.
void RowView::keepCurrent(int first, int last)
{
    const int now = currentIndex().isValid() ? currentIndex().row() : -1;
    if (now < 0)
        return;
    const int there = m_current.isNull() ? -1 : m_rows->rowOf(m_current);
    if (there >= 0 && there != now) {
        m_following = true;
        makeCurrent(there);
        m_following = false;
    }
    const int row = currentIndex().row();
    if (row < first || row > last)
        return;
    if (std::exchange(m_hasGrown, false) && there < 0 && !m_current.isNull()) {
        leaveCurrent();
        return;
    }
    const ListRow *shown = current();
    const QUuid before = std::exchange(m_current, shown ? shown->id : QUuid());
    if (before != m_current)
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    Q_EMIT currentShown();
    Q_EMIT selectionShown();
}

// So many rows have come that the current one is out of sight. The row in its place is not what the person chose.
void RowView::leaveCurrent()
{
    m_current = {};
    m_following = true;
    selectionModel()->clear();
    m_following = false;
    Q_EMIT currentShown();
    Q_EMIT selectionShown();
}

void RowView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_rows || m_rows->rowCount() > 0 || !m_rows->isCounted())
        return;
    QPainter painter(viewport());
    painter.setPen(color(Role::SecondaryText, palette()));
    painter.drawText(emptyTextArea(), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

QRect RowView::emptyTextArea() const
{
    const int space = fontMetrics().height() * 2;
    return viewport()->rect().adjusted(space, space * 2, -space, -space);
}

int RowView::emptyTextBottom() const
{
    return fontMetrics().boundingRect(emptyTextArea(), Qt::AlignHCenter | Qt::TextWordWrap, m_emptyText).bottom();
}

// The single-letter keys are actions; without this the list would take the others as the beginning of a name.
void RowView::keyPressEvent(QKeyEvent *event)
{
    const bool types = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                       !event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier);
    if (types && event->key() != Qt::Key_Space)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

// QListView makes the first row current, though not selected, once it has the keys: the first letter would count as
// read, and the next step would pass it over.
void RowView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    m_following = true;
    QListView::focusInEvent(event);
    if (!hadCurrent && selectionModel())
        selectionModel()->clearCurrentIndex();
    m_following = false;
}

} // namespace ui
