#include "ui/tag_choice_dialog.h"

#include "ui_tag_choice_dialog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>

namespace ui {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int SoughtRole = Qt::UserRole + 1;

// How well the tag fits what was typed: 0 its name begins with it, 1 a word of it or a synonym does, 2 it is in there
// somewhere, 3 not at all.
int fit(const QString &sought, const QString &typed)
{
    if (sought.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    if (sought.contains(QLatin1Char('\n') + typed, Qt::CaseInsensitive) ||
        sought.contains(QLatin1Char(' ') + typed, Qt::CaseInsensitive))
        return 1;
    return sought.contains(typed, Qt::CaseInsensitive) ? 2 : 3;
}

bool isForTheList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

TagChoiceDialog::TagChoiceDialog(const QString &title, const QString &verb, const QList<TagChoice> &choices,
                                 Consequence consequence, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::TagChoiceDialog>()), m_consequence(std::move(consequence))
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_button = m_form->buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_button->setObjectName(QStringLiteral("choose_button"));
    m_button->setDefault(true);
    fill(choices);
    m_form->filter_edit->installEventFilter(this);
    connect(m_form->filter_edit, &QLineEdit::textChanged, this, &TagChoiceDialog::filter);
    connect(m_form->tag_list, &QListWidget::currentItemChanged, this, &TagChoiceDialog::showConsequence);
    connect(m_form->tag_list, &QListWidget::itemActivated, this, &TagChoiceDialog::choose);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &TagChoiceDialog::choose);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showConsequence();
}

TagChoiceDialog::~TagChoiceDialog() = default;

void TagChoiceDialog::fill(const QList<TagChoice> &choices)
{
    for (const TagChoice &choice : choices) {
        auto *item = new QListWidgetItem(choice.path, m_form->tag_list);
        item->setData(IdRole, QUuid::fromString(choice.id.toString()));
        item->setData(SoughtRole, choice.sought);
    }
}

void TagChoiceDialog::filter(const QString &text)
{
    const QString typed = text.simplified();
    QListWidgetItem *best = nullptr;
    int bestFit = 3;
    for (int row = 0; row < m_form->tag_list->count(); ++row) {
        QListWidgetItem *item = m_form->tag_list->item(row);
        const int fits = fit(item->data(SoughtRole).toString(), typed);
        item->setHidden(fits == 3);
        if (fits < bestFit && !typed.isEmpty()) {
            best = item;
            bestFit = fits;
        }
    }
    m_form->tag_list->setCurrentItem(best);
    showConsequence();
}

QListWidgetItem *TagChoiceDialog::current() const
{
    QListWidgetItem *item = m_form->tag_list->currentItem();
    return item && !item->isHidden() ? item : nullptr;
}

void TagChoiceDialog::showConsequence()
{
    const QListWidgetItem *item = current();
    m_button->setEnabled(item);
    m_form->consequence->setText(item ? m_consequence(desk::TagId(item->data(IdRole).toUuid()))
                                      : tr("Type a part of its name, or choose one of the list."));
}

bool TagChoiceDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isForTheList(static_cast<QKeyEvent *>(event)->key())) {
        QCoreApplication::sendEvent(m_form->tag_list, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void TagChoiceDialog::choose()
{
    const QListWidgetItem *item = current();
    if (!item)
        return;
    Q_EMIT chosen(desk::TagId(item->data(IdRole).toUuid()));
    accept();
}

} // namespace ui
