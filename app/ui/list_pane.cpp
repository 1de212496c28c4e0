#include "ui/list_pane.h"

#include "ui/icons.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace ui {

ListPane::ListPane(Workplace &workplace, QWidget *parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_search(new QLineEdit(this))
    , m_heading(new QLabel(this))
    , m_order(new QToolButton(this))
    , m_orders(new QMenu(this))
    , m_view(new RowView(this))
    , m_emptyButton(new QPushButton(m_view))
{
    setObjectName(QStringLiteral("listPane"));
    m_search->setObjectName(QStringLiteral("listSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Role::SecondaryText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_heading->setObjectName(QStringLiteral("listHeading"));
    m_order->setObjectName(QStringLiteral("listOrder"));
    m_order->setAutoRaise(true);
    m_order->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_order->setIcon(icon(QStringLiteral("arrow-up-down"), Role::SecondaryText));
    connect(m_order, &QToolButton::clicked, m_orders,
            [this] { m_orders->popup(m_order->mapToGlobal(m_order->rect().bottomLeft())); });
    m_view->setObjectName(QStringLiteral("rowView"));
    m_view->setAccessibleName(tr("List"));
    m_emptyButton->setObjectName(QStringLiteral("emptyButton"));
    m_emptyButton->hide();
    build();

    connect(m_search, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_presenter)
            m_presenter->setSearch(text);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_presenter && text.isEmpty())
            m_presenter->setSearch(text);
    });
    workplace.actions.giveKeys(Part::List, m_view);
}

void ListPane::build()
{
    QFont headingFont = m_heading->font();
    headingFont.setBold(true);
    m_heading->setFont(headingFont);

    auto *line = new QHBoxLayout;
    line->addWidget(m_heading, 1);
    m_heading->setMinimumHeight(m_order->sizeHint().height());
    line->addWidget(m_order);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 10, 8, 6);
    top->addWidget(m_search);
    top->addLayout(line);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    setTabOrder(m_search, m_order);
    setTabOrder(m_order, m_view);
}

void ListPane::showList(ListPresenter *presenter)
{
    if (m_presenter == presenter)
        return;
    if (m_presenter)
        m_presenter->disconnect(this);
    m_presenter = presenter;
    connect(presenter, &ListPresenter::headingChanged, this, &ListPane::showHeading);
    m_search->setText(presenter->search());
    m_view->setRows(&presenter->model());
    fillOrders();
    showHeading();
}

void ListPane::showHeading()
{
    m_heading->setText(m_presenter->heading());
    m_view->setAccessibleName(m_presenter->heading());
    const bool letters = !m_presenter->orders().isEmpty();
    m_search->setPlaceholderText(letters ? tr("Search letters") : tr("Search articles"));
    m_search->setAccessibleName(m_search->placeholderText());
    showEmpty();
}

void ListPane::showEmpty()
{
    const EmptyText empty = m_presenter->empty();
    m_view->setEmptyText(empty.text);
    m_emptyButton->disconnect();
    const bool offers = empty.action && m_presenter->model().isCounted() && m_presenter->model().rowCount() == 0;
    m_emptyButton->setVisible(offers);
    if (!offers)
        return;
    QAction *action = m_workplace.actions.action(*empty.action);
    m_emptyButton->setText(action->text());
    m_emptyButton->setIcon(action->icon());
    connect(m_emptyButton, &QPushButton::clicked, action, &QAction::trigger);
    placeEmptyButton();
}

void ListPane::placeEmptyButton()
{
    m_emptyButton->adjustSize();
    const int text = m_view->emptyTextBottom();
    m_emptyButton->move((m_view->width() - m_emptyButton->width()) / 2, text + m_emptyButton->height() / 2);
}

void ListPane::fillOrders()
{
    const QStringList orders = m_presenter->orders();
    m_order->setVisible(!orders.isEmpty());
    m_order->setAccessibleName(tr("Order"));
    QMenu *menu = m_orders;
    menu->clear();
    auto *group = new QActionGroup(menu);
    for (int n = 0; n < orders.size(); ++n) {
        QAction *action = menu->addAction(orders.at(n));
        action->setCheckable(true);
        action->setChecked(n == m_presenter->order());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, n, title = orders.at(n)] {
            m_presenter->setOrder(n);
            m_order->setText(title);
        });
    }
    if (!orders.isEmpty())
        m_order->setText(orders.at(m_presenter->order()));
}

void ListPane::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && m_presenter) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_presenter->searchNow();
            m_view->setFocus(Qt::ShortcutFocusReason);
            if (!m_view->current())
                m_view->step(1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_presenter)
        placeEmptyButton();
    QWidget::changeEvent(event);
}

void ListPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_emptyButton->isVisible())
        placeEmptyButton();
}

} // namespace ui
