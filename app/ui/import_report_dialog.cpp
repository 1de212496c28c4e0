#include "ui/import_report_dialog.h"

#include "ui_import_report_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>

namespace ui {

namespace {

int clamped(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

} // namespace

QString importSentence(const editorial::ImportReport &report)
{
    QStringList parts{ImportReportDialog::tr("%Ln letter(s) brought in", nullptr, clamped(report.imported))};
    if (report.already > 0)
        parts.append(ImportReportDialog::tr("%Ln on the desk before", nullptr, clamped(report.already)));
    if (!report.refused.isEmpty())
        parts.append(ImportReportDialog::tr("%Ln could not be read", nullptr, clamped(report.refused.size())));
    const QString sentence = parts.join(QStringLiteral(", "));
    return report.cancelled ? ImportReportDialog::tr("Stopped: %1.").arg(sentence)
                            : ImportReportDialog::tr("%1.").arg(sentence);
}

ImportReportDialog::ImportReportDialog(const editorial::ImportReport &report, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::ImportReportDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->summary->setText(importSentence(report));
    for (const editorial::ImportReport::Refused &refused : report.refused) {
        auto *row = new QTreeWidgetItem(m_form->refused_list,
                                        {QFileInfo(refused.source).fileName(), refused.item, refused.reason});
        row->setToolTip(0, QDir::toNativeSeparators(refused.source));
        row->setToolTip(2, refused.reason);
    }
    for (const QString &warning : report.warnings)
        new QTreeWidgetItem(m_form->refused_list, {QString(), tr("note"), warning});
    m_form->refused_list->resizeColumnToContents(0);
    m_form->refused_list->resizeColumnToContents(1);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ImportReportDialog::~ImportReportDialog() = default;

} // namespace ui
