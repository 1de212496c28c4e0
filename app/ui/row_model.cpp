#include "ui/row_model.h"

#include <QCache>
#include <QPointer>
#include <QSet>

namespace ui {

namespace {

constexpr qsizetype mostWanted = 4; // older wishes are for pages that have been scrolled past
constexpr qsizetype mostAsked = 2;

int clampedCount(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max() - RowModel::pageSize));
}

struct Page {
    QList<ListRow> rows;
    bool stale = false;
};

} // namespace

struct RowModel::Pages {
    QCache<int, Page> kept{keptPages};
    QList<int> wanted; // the latest first
    QSet<int> asked;

    void forget()
    {
        kept.clear();
        wanted.clear();
        asked.clear();
    }
};

RowModel::RowModel(QObject *parent)
    : QAbstractListModel(parent), m_pages(std::make_unique<Pages>()), m_asking(new QTimer(this))
{
    m_asking->setSingleShot(true);
    connect(m_asking, &QTimer::timeout, this, &RowModel::ask);
}

RowModel::~RowModel() = default;

void RowModel::setSource(RowSource source)
{
    m_source = std::move(source);
    m_turning = true;
    const int generation = ++m_generation;
    m_source.count([model = QPointer(this), generation](const base::Result<qint64> &count) {
        if (model)
            model->takeCount(generation, count);
    });
}

void RowModel::refresh()
{
    if (!m_source.count)
        return;
    const int generation = ++m_generation;
    m_pages->asked.clear();
    m_source.count([model = QPointer(this), generation](const base::Result<qint64> &count) {
        if (model)
            model->takeCount(generation, count);
    });
}

void RowModel::takeCount(int generation, const base::Result<qint64> &count)
{
    if (generation != m_generation)
        return;
    if (!count) {
        Q_EMIT failed(count.error());
        return;
    }
    if (m_turning) {
        m_source.rows(0, pageSize,
                      [model = QPointer(this), generation, total = *count](const base::Result<QList<ListRow>> &first) {
                          if (model)
                              model->startOver(generation, total, first);
                      });
        return;
    }
    for (const int page : m_pages->kept.keys())
        m_pages->kept.object(page)->stale = true;
    resize(clampedCount(*count));
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1), {RowRole});
    Q_EMIT counted(*count);
}

void RowModel::startOver(int generation, qint64 count, const base::Result<QList<ListRow>> &first)
{
    if (generation != m_generation)
        return;
    m_turning = false;
    m_counted = true;
    beginResetModel();
    m_pages->forget();
    m_count = clampedCount(count);
    if (first)
        m_pages->kept.insert(0, new Page{*first});
    endResetModel();
    if (!first)
        Q_EMIT failed(first.error());
    Q_EMIT counted(count);
    if (m_count > 0)
        Q_EMIT loaded(0, std::min(pageSize, m_count) - 1);
}

void RowModel::resize(int count)
{
    if (count > m_count) {
        beginInsertRows({}, m_count, count - 1);
        m_count = count;
        endInsertRows();
    } else if (count < m_count) {
        beginRemoveRows({}, count, m_count - 1);
        m_count = count;
        endRemoveRows();
    }
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != RowRole && role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const ListRow *found = row(index.row());
    if (role == RowRole || !found) {
        const Page *page = m_pages->kept.object(index.row() / pageSize);
        if (!page || page->stale)
            want(index.row() / pageSize);
    }
    if (!found)
        return role == RowRole ? QVariant() : QVariant(tr("Loading…"));
    if (role == RowRole)
        return QVariant::fromValue(*found);
    if (role != Qt::ToolTipRole)
        return spoken(*found);
    return found->notice.isEmpty() ? found->stage : tr("%1: %2").arg(found->stage, found->notice);
}

const ListRow *RowModel::row(int row) const
{
    if (row < 0 || row >= m_count)
        return nullptr;
    const Page *page = m_pages->kept.object(row / pageSize);
    const int within = row % pageSize;
    return page && within < page->rows.size() ? &page->rows.at(within) : nullptr;
}

bool RowModel::isLoaded(int row) const
{
    const Page *page = m_pages->kept.object(row / pageSize);
    return page && !page->stale;
}

int RowModel::rowOf(const QUuid &id) const
{
    for (const int number : m_pages->kept.keys()) {
        const Page *page = m_pages->kept.object(number);
        if (page->stale)
            continue;
        // A page may be newer than the count, and longer.
        const int first = number * pageSize;
        for (int within = 0; within < page->rows.size() && first + within < m_count; ++within) {
            if (page->rows.at(within).id == id)
                return first + within;
        }
    }
    return -1;
}

int RowModel::heldPages() const
{
    return static_cast<int>(m_pages->kept.size());
}

void RowModel::want(int page) const
{
    if (m_turning || m_pages->asked.contains(page))
        return;
    m_pages->wanted.removeOne(page);
    m_pages->wanted.prepend(page);
    while (m_pages->wanted.size() > mostWanted)
        m_pages->wanted.removeLast();
    if (!m_asking->isActive())
        m_asking->start();
}

void RowModel::ask()
{
    while (!m_turning && m_pages->asked.size() < mostAsked && !m_pages->wanted.isEmpty()) {
        const int page = m_pages->wanted.takeFirst();
        m_pages->asked.insert(page);
        m_source.rows(
            static_cast<qint64>(page) * pageSize, pageSize,
            [model = QPointer(this), generation = m_generation, page](const base::Result<QList<ListRow>> &rows) {
                if (model)
                    model->takePage(generation, page, rows);
            });
    }
}

void RowModel::takePage(int generation, int page, const base::Result<QList<ListRow>> &rows)
{
    if (generation != m_generation)
        return;
    m_pages->asked.remove(page);
    const int first = page * pageSize;
    const int last = std::min(first + pageSize, m_count) - 1;
    if (!rows) {
        Q_EMIT failed(rows.error());
    } else if (last >= first) {
        m_pages->kept.insert(page, new Page{*rows});
        Q_EMIT dataChanged(index(first), index(last), {RowRole});
        Q_EMIT loaded(first, last);
    }
    ask();
}

} // namespace ui
