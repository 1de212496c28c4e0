// RowModel: a list of any length, read page by page as it comes to sight and never held whole. Rows that are not there
// yet are placeholders. Whoever sets the source answers later, in this thread; answers to an older source are dropped.
// The window's thread.
#pragma once

#include "base/result.h"
#include "ui/list_row.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <memory>

namespace ui {

// Where the rows come from; both answer once, at once or later.
struct RowSource {
    using Rows = std::function<void(base::Result<QList<ListRow>>)>;
    using Count = std::function<void(base::Result<qint64>)>;
    std::function<void(qint64 offset, qint64 limit, Rows then)> rows;
    std::function<void(Count then)> count;
};

class RowModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100;
    static constexpr int keptPages = 16;
    static constexpr int RowRole = Qt::UserRole + 1; // ListRow, or invalid while it is loading

    explicit RowModel(QObject *parent = nullptr);
    ~RowModel() override;

    // Shows the rows of another source; those of the old one stay until the new ones are there.
    void setSource(RowSource source);
    // Asks the same source again, without moving what is in sight.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    // Null while the row is loading.
    [[nodiscard]] const ListRow *row(int row) const;
    // Where the row with this id stands, among the pages that are held and not out of date; -1: not among them.
    [[nodiscard]] int rowOf(const QUuid &id) const;
    [[nodiscard]] bool isLoaded(int row) const;
    // Whether the source has told how many rows there are.
    [[nodiscard]] bool isCounted() const { return m_counted; }
    [[nodiscard]] int heldPages() const;

Q_SIGNALS:
    void counted(qint64 rows);
    void loaded(int first, int last);
    void failed(const base::Error &error);

private:
    struct Pages;

    void want(int page) const;
    void ask();
    void takePage(int generation, int page, const base::Result<QList<ListRow>> &rows);
    void takeCount(int generation, const base::Result<qint64> &count);
    void startOver(int generation, qint64 count, const base::Result<QList<ListRow>> &first);
    void resize(int count);

    RowSource m_source;
    std::unique_ptr<Pages> m_pages;
    QTimer *m_asking;
    int m_count = 0;
    int m_generation = 0;
    bool m_counted = false;
    bool m_turning = false; // a new source has not answered yet
};

} // namespace ui
