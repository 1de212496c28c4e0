#include "ui/key_sheet.h"

#include "ui_key_sheet.h"

#include <QHeaderView>
#include <QPushButton>

namespace ui {

namespace {

QString keysOf(const QAction *action)
{
    QStringList keys;
    const QList<QKeySequence> sequences = action->shortcuts();
    for (const QKeySequence &sequence : sequences)
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral("  "));
}

QString partOf(Part part)
{
    switch (part) {
    case Part::List:
        return KeySheet::tr("in the list");
    case Part::Writing:
        return KeySheet::tr("while writing");
    case Part::Tags:
        return KeySheet::tr("in the tags");
    case Part::Posts:
        return KeySheet::tr("in the posts that wait");
    case Part::Window:
        break;
    }
    return {};
}

} // namespace

KeySheet::KeySheet(const Actions &actions, QWidget *parent) : QDialog(parent), m_form(std::make_unique<Ui::KeySheet>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    fill(actions);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(m_form->filter_edit, &QLineEdit::textChanged, this, &KeySheet::filter);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->filter_edit->setFocus();
}

KeySheet::~KeySheet() = default;

void KeySheet::fill(const Actions &actions)
{
    QTreeWidgetItem *menu = nullptr;
    std::optional<Menu> last;
    for (const ActionRow &row : actionRows()) {
        if (last != row.menu) {
            menu = new QTreeWidgetItem(m_form->key_list, {title(row.menu).remove(u'&')});
            menu->setFirstColumnSpanned(true);
            menu->setFlags(Qt::ItemIsEnabled);
            QFont bold = m_form->key_list->font();
            bold.setBold(true);
            menu->setFont(0, bold);
            last = row.menu;
        }
        const QAction *action = actions.action(row.id);
        const QString part = partOf(row.part);
        const QString text = part.isEmpty() ? action->iconText() : tr("%1 (%2)").arg(action->iconText(), part);
        new QTreeWidgetItem(menu, {text, keysOf(action)});
    }
    m_form->key_list->expandAll();
    m_form->key_list->header()->setStretchLastSection(false);
    m_form->key_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_form->key_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void KeySheet::filter(const QString &text)
{
    for (int top = 0; top < m_form->key_list->topLevelItemCount(); ++top) {
        QTreeWidgetItem *menu = m_form->key_list->topLevelItem(top);
        bool any = false;
        for (int n = 0; n < menu->childCount(); ++n) {
            QTreeWidgetItem *row = menu->child(n);
            const bool shown =
                row->text(0).contains(text, Qt::CaseInsensitive) || row->text(1).contains(text, Qt::CaseInsensitive);
            row->setHidden(!shown);
            any = any || shown;
        }
        menu->setHidden(!any);
    }
}

} // namespace ui
