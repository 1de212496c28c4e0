// ListPane: the middle column: search, heading, order and the list itself, over the presenter that is shown. The
// window's thread.
#pragma once

#include "ui/list_presenter.h"
#include "ui/row_view.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui {

class ListPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ListPane(Workplace &workplace, QWidget *parent = nullptr);

    // The presenter must outlive the pane.
    void showList(ListPresenter *presenter);
    [[nodiscard]] ListPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] RowView &view() const { return *m_view; }

    void find();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showHeading();
    void showEmpty();
    void fillOrders();
    void placeEmptyButton();

    Workplace &m_workplace;
    ListPresenter *m_presenter = nullptr;
    QLineEdit *m_search;
    QLabel *m_heading;
    QToolButton *m_order;
    QMenu *m_orders;
    RowView *m_view;
    QPushButton *m_emptyButton;
};

} // namespace ui
