#include "ui/post_report_dialog.h"

#include "ui/plural_count.h"
#include "ui_post_report_dialog.h"

#include <QPushButton>

namespace ui {

QString postSentence(const editorial::PostImportReport &report)
{
    QStringList parts{PostReportDialog::tr("%Ln article(s) brought in", nullptr, pluralCount(report.imported))};
    if (report.updated > 0)
        parts.append(PostReportDialog::tr("%Ln brought up to date", nullptr, pluralCount(report.updated)));
    if (report.already > 0)
        parts.append(PostReportDialog::tr("%Ln on the desk before", nullptr, pluralCount(report.already)));
    if (report.waiting > 0)
        parts.append(PostReportDialog::tr("%Ln have no label and wait for you", nullptr, pluralCount(report.waiting)));
    if (report.conflicts > 0)
        parts.append(PostReportDialog::tr("%Ln that you edited have changed in the archive", nullptr,
                                          pluralCount(report.conflicts)));
    if (!report.leftOut.isEmpty())
        parts.append(PostReportDialog::tr("%Ln left out", nullptr, pluralCount(report.leftOut.size())));
    const QString sentence = parts.join(QStringLiteral(", "));
    return report.cancelled
               ? PostReportDialog::tr("Stopped: %1. Bring in the same archive again to go on.").arg(sentence)
               : PostReportDialog::tr("%1.").arg(sentence);
}

PostReportDialog::PostReportDialog(const editorial::PostImportReport &report, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::PostReportDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->sentence->setText(postSentence(report));
    m_form->articles_button->setVisible(report.imported > 0);
    m_form->review_button->setVisible(!report.doubts.isEmpty());
    m_form->waiting_button->setVisible(report.waiting + report.conflicts > 0);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->articles_button, &QPushButton::clicked, this, &PostReportDialog::articlesWanted);
    connect(m_form->review_button, &QPushButton::clicked, this, &PostReportDialog::reviewWanted);
    connect(m_form->waiting_button, &QPushButton::clicked, this, &PostReportDialog::waitingWanted);
    QList<QPushButton *> ways{m_form->articles_button, m_form->review_button, m_form->waiting_button};
    if (!report.batch.isNull()) {
        QPushButton *back = m_form->buttons->addButton(tr("&Take it all back"), QDialogButtonBox::DestructiveRole);
        back->setObjectName(QStringLiteral("take_back_button"));
        back->setToolTip(tr("Removes what this import brought. Articles that you edited since are withdrawn instead."));
        connect(back, &QPushButton::clicked, this, &PostReportDialog::takeBackWanted);
        ways.append(back);
    }
    for (const QPushButton *way : std::as_const(ways))
        connect(way, &QPushButton::clicked, this, &QDialog::accept);
    list(report);
}

PostReportDialog::~PostReportDialog() = default;

void PostReportDialog::list(const editorial::PostImportReport &report)
{
    for (const QString &warning : report.warnings)
        new QTreeWidgetItem(m_form->notes_list, {QString(), QString(), warning});
    for (const auto &notes : {report.leftOut, report.doubts, report.notes}) {
        for (const editorial::PostNote &note : notes) {
            auto *row = new QTreeWidgetItem(m_form->notes_list, {note.title, note.place, note.text});
            row->setToolTip(2, note.text);
        }
    }
    m_form->notes_list->resizeColumnToContents(1);
    m_form->notes_list->setVisible(m_form->notes_list->topLevelItemCount() > 0);
}

} // namespace ui
