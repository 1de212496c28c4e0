// RowView: the list of letters or articles. Keeps hold of the current row by its id while the rows around it come and
// go, so that what is being read does not change under the reader's eyes; where the current row went away, the next one
// takes its place. The window's thread.
#pragma once

#include "ui/row_model.h"

#include <QListView>

namespace ui {

class RowView final : public QListView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent = nullptr);

    // The model must outlive the view or be replaced before it goes; null: no rows.
    void setRows(RowModel *model);

    [[nodiscard]] const ListRow *current() const;
    // Selected rows that are loaded, in their order.
    [[nodiscard]] QList<const ListRow *> selected() const;
    [[nodiscard]] int selectedCount() const;

    // Moves the current row; true if there was one to move to.
    bool step(int rows);
    // Makes the row with this id current, if it is loaded.
    bool showRow(const QUuid &id);

    // Shown in the middle where there are no rows.
    void setEmptyText(const QString &text);
    // Where that text ends, from the top of the view.
    [[nodiscard]] int emptyTextBottom() const;

Q_SIGNALS:
    // Another row is current, or the current one was read anew; also when there is none any more.
    void currentShown();
    void selectionShown();

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void keepCurrent(int first, int last);
    void makeCurrent(int row);
    void leaveCurrent();
    [[nodiscard]] QRect emptyTextArea() const;

    RowModel *m_rows = nullptr;
    QUuid m_current;
    QString m_emptyText;
    bool m_following = false; // the view itself moves the current row
    bool m_hasGrown = false;  // rows have come, and the current one was not looked for yet
};

} // namespace ui
