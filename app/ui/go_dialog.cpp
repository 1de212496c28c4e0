#include "ui/go_dialog.h"

#include "ui/go_row_delegate.h"
#include "ui/icons.h"
#include "ui_go_dialog.h"

#include <QKeyEvent>

namespace ui {

GoDialog::GoDialog(Workplace &workplace, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::GoDialog>()), m_finder(workplace)
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->search_edit->installEventFilter(this);
    m_form->found_list->setItemDelegate(new GoRowDelegate(m_form->found_list));
    connect(m_form->search_edit, &QLineEdit::textChanged, &m_finder, &GoFinder::find);
    connect(m_form->found_list, &QListWidget::itemClicked, this, &GoDialog::choose);
    connect(&m_finder, &GoFinder::found, this, &GoDialog::showTargets);
    showTargets(m_finder.actionsWith({}));
}

GoDialog::~GoDialog() = default;

void GoDialog::showTargets(const QList<GoTarget> &targets)
{
    m_targets = targets;
    m_form->found_list->clear();
    for (const GoTarget &target : targets) {
        auto *item = new QListWidgetItem(icon(target.icon, Role::SecondaryText), target.title, m_form->found_list);
        item->setData(GoRowDelegate::HintRole, target.hint);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(target.title, target.hint));
    }
    m_form->found_list->setCurrentRow(0);
}

void GoDialog::choose()
{
    const int row = m_form->found_list->currentRow();
    if (row < 0 || row >= m_targets.size())
        return;
    const GoTarget target = m_targets.at(row);
    accept();
    Q_EMIT chosen(target);
}

bool GoDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int rows = m_form->found_list->count();
    if ((key == Qt::Key_Down || key == Qt::Key_Up) && rows > 0) {
        const int row = m_form->found_list->currentRow() + (key == Qt::Key_Down ? 1 : rows - 1);
        m_form->found_list->setCurrentRow(row % rows);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
