#include "ui/post_import_control.h"

#include "ui/post_batches_dialog.h"
#include "ui/post_import_dialog.h"
#include "ui/post_report_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui {

PostImportControl::PostImportControl(Workplace &workplace, QWidget *window)
    : QObject(window), m_workplace(workplace), m_window(window)
{
    workplace.actions.connect(ActionId::ImportPosts, this, &PostImportControl::chooseFiles);
    workplace.actions.connect(ActionId::PostImports, this, &PostImportControl::showImports);
}

void PostImportControl::chooseFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Bring in past columns"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Exports of WordPress (*.xml)"), tr("All files (*)")});
    const QString last = m_workplace.settings.value(editorial::Setting::LastImportFolder).toString();
    dialog->setDirectory(last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : last);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        m_workplace.settings.setValue(editorial::Setting::LastImportFolder, QFileInfo(files.first()).absolutePath());
        bringIn(files);
    });
    dialog->open();
}

void PostImportControl::bringIn(const QStringList &files)
{
    if (files.isEmpty())
        return;
    auto *dialog = new PostImportDialog(m_workplace, files, m_window);
    connect(dialog, &PostImportDialog::chosen, this, &PostImportControl::start);
    dialog->open();
}

void PostImportControl::start(const editorial::PostImportRequest &request)
{
    m_workplace.session.start(
        tr("Bringing in past columns"), this,
        [request](editorial::Desk &desk, base::Progress &progress) {
            return editorial::importPosts(desk, request, progress);
        },
        [this](const base::Result<editorial::PostImportReport> &report) {
            if (report)
                tell(*report);
            else
                m_workplace.notices.error(report.error());
        });
}

void PostImportControl::tell(const editorial::PostImportReport &report)
{
    Notice notice{report.leftOut.isEmpty() ? Notice::Severity::News : Notice::Severity::Warning, postSentence(report)};
    notice.button = tr("Details");
    notice.owner = this;
    notice.pressed = [this, report] {
        showReport(report);
    };
    m_workplace.notices.show(notice);
}

void PostImportControl::showReport(const editorial::PostImportReport &report)
{
    auto *dialog = new PostReportDialog(report, m_window);
    connect(dialog, &PostReportDialog::articlesWanted, this, [this] {
        Q_EMIT placeWanted(ArticlesPlace{{}, true, {}, {}});
    });
    connect(dialog, &PostReportDialog::reviewWanted, this, [this] {
        Q_EMIT placeWanted(ArticlesPlace{desk::ArticleStage::InReview, false, {}, {}});
    });
    connect(dialog, &PostReportDialog::waitingWanted, this, [this] { Q_EMIT placeWanted(OtherPlace::Posts); });
    connect(dialog, &PostReportDialog::takeBackWanted, this, [this, batch = report.batch] { takeBack(batch); });
    dialog->open();
}

void PostImportControl::showImports()
{
    auto *dialog = new PostBatchesDialog(m_workplace, m_window);
    connect(dialog, &PostBatchesDialog::takeBackWanted, this, &PostImportControl::takeBack);
    dialog->open();
}

void PostImportControl::takeBack(const desk::PostBatchId &batch)
{
    m_workplace.session.start(
        tr("Taking past columns back"), this,
        [batch](editorial::Desk &desk, base::Progress &) { return editorial::takeBackPosts(desk, batch); },
        [this](const base::Result<storage::TakenBack> &back) {
            if (!back) {
                m_workplace.notices.error(back.error());
                return;
            }
            QString news = tr("%Ln article(s) taken back.", nullptr, static_cast<int>(back->removed));
            if (back->kept > 0)
                news += QLatin1Char(' ') +
                        tr("%Ln that you edited are withdrawn instead.", nullptr, static_cast<int>(back->kept));
            m_workplace.notices.news(news);
        });
}

} // namespace ui
