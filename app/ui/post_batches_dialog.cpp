#include "ui/post_batches_dialog.h"

#include "editorial/post_import.h"
#include "ui_post_batches_dialog.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int idRole = Qt::UserRole;

QTreeWidgetItem *rowOf(const desk::PostBatch &batch)
{
    const QLocale locale;
    auto *row = new QTreeWidgetItem({locale.toString(batch.imported.toLocalTime(), QLocale::ShortFormat), batch.source,
                                     locale.toString(batch.articles), locale.toString(batch.waiting)});
    row->setData(0, idRole, batch.id.toString());
    row->setToolTip(1, batch.site);
    for (const int column : {2, 3})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    return row;
}

} // namespace

PostBatchesDialog::PostBatchesDialog(Workplace &workplace, QWidget *parent)
    : QDialog(parent), m_workplace(workplace), m_form(std::make_unique<Ui::PostBatchesDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->list->header()->setStretchLastSection(false);
    m_form->list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_form->list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    m_back = m_form->buttons->addButton(tr("&Take it back"), QDialogButtonBox::DestructiveRole);
    m_back->setObjectName(QStringLiteral("take_back_button"));
    m_back->setAutoDefault(false);
    m_back->setEnabled(false);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT takeBackWanted(current()); });
    connect(m_form->list, &QTreeWidget::currentItemChanged, this, [this] { m_back->setEnabled(!current().isNull()); });
    connect(&m_workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas & editorial::Area::Articles)
            refresh();
    });
    refresh();
}

PostBatchesDialog::~PostBatchesDialog() = default;

void PostBatchesDialog::refresh()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::postBatches(desk); },
        [this](const base::Result<QList<desk::PostBatch>> &batches) {
            if (batches)
                list(*batches);
            else
                m_workplace.notices.error(batches.error());
        });
}

void PostBatchesDialog::list(const QList<desk::PostBatch> &batches)
{
    const int row = std::max(0, m_form->list->indexOfTopLevelItem(m_form->list->currentItem()));
    m_form->list->clear();
    for (const desk::PostBatch &batch : batches)
        m_form->list->addTopLevelItem(rowOf(batch));
    m_form->list->setCurrentItem(m_form->list->topLevelItem(std::min(row, m_form->list->topLevelItemCount() - 1)));
    m_form->list->setVisible(!batches.isEmpty());
    m_form->hint->setVisible(!batches.isEmpty());
    m_form->empty_label->setVisible(batches.isEmpty());
    m_back->setVisible(!batches.isEmpty());
}

desk::PostBatchId PostBatchesDialog::current() const
{
    const QTreeWidgetItem *row = m_form->list->currentItem();
    return row ? desk::PostBatchId::fromString(row->data(0, idRole).toString()) : desk::PostBatchId();
}

} // namespace ui
