#include "ui/tag_letters_dialog.h"

#include "ui_tag_letters_dialog.h"

#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int asItWas = Qt::UserRole + 1; // Qt::CheckState before the dialog

} // namespace

TagLettersDialog::TagLettersDialog(const editorial::TagTree &tree, const QList<QList<desk::TagId>> &carried,
                                   QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::TagLettersDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->buttons->addButton(tr("&Tag %Ln letter(s)", nullptr, static_cast<int>(carried.size())),
                               QDialogButtonBox::AcceptRole);
    for (const desk::Tag &tag : tree.tags) {
        const auto with = std::count_if(carried.begin(), carried.end(),
                                        [&tag](const QList<desk::TagId> &tags) { return tags.contains(tag.id); });
        addRow(tag.name, with == 0 ? Qt::Unchecked : with == carried.size() ? Qt::Checked : Qt::PartiallyChecked);
    }
    m_form->filter_edit->installEventFilter(this);
    connect(m_form->filter_edit, &QLineEdit::textChanged, this, &TagLettersDialog::filter);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &TagLettersDialog::take);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

TagLettersDialog::~TagLettersDialog() = default;

void TagLettersDialog::addRow(const QString &name, Qt::CheckState state)
{
    auto *item = new QListWidgetItem(name, m_form->tag_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setData(asItWas, state);
    item->setCheckState(state);
}

void TagLettersDialog::filter(const QString &text)
{
    for (int row = 0; row < m_form->tag_list->count(); ++row) {
        QListWidgetItem *item = m_form->tag_list->item(row);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

// Enter in the line ticks the tag of that name; makes one where there is none.
void TagLettersDialog::tickFirst()
{
    const QString name = m_form->filter_edit->text().simplified();
    const QList<QListWidgetItem *> same = m_form->tag_list->findItems(name, Qt::MatchFixedString);
    if (same.isEmpty()) {
        addRow(name, Qt::Unchecked);
        m_form->tag_list->item(m_form->tag_list->count() - 1)->setCheckState(Qt::Checked);
    } else {
        const bool ticked = same.first()->checkState() == Qt::Checked;
        same.first()->setCheckState(ticked ? Qt::Unchecked : Qt::Checked);
    }
    m_form->filter_edit->clear();
}

bool TagLettersDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->modifiers().testFlag(Qt::ControlModifier) &&
            !m_form->filter_edit->text().simplified().isEmpty()) {
            tickFirst();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_form->tag_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void TagLettersDialog::take()
{
    QStringList add;
    QStringList remove;
    for (int row = 0; row < m_form->tag_list->count(); ++row) {
        const QListWidgetItem *item = m_form->tag_list->item(row);
        if (item->data(asItWas).toInt() == item->checkState())
            continue;
        if (item->checkState() == Qt::Checked)
            add.append(item->text());
        else if (item->checkState() == Qt::Unchecked)
            remove.append(item->text());
    }
    Q_EMIT chosen(add, remove);
    accept();
}

} // namespace ui
