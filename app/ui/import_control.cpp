#include "ui/import_control.h"

#include "ui/import_report_dialog.h"
#include "ui/sheet_map_dialog.h"

#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace ui {

ImportControl::ImportControl(Workplace &workplace, QWidget *window)
    : QObject(window), m_workplace(workplace), m_window(window)
{
    workplace.actions.connect(ActionId::ImportLetters, this, &ImportControl::chooseFiles);
    workplace.actions.connect(ActionId::ImportFolder, this, &ImportControl::chooseFolder);
}

QStringList ImportControl::filesIn(const QMimeData *mime)
{
    QStringList files;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && QFileInfo::exists(url.toLocalFile()))
            files.append(url.toLocalFile());
    }
    return files;
}

void ImportControl::chooseFiles()
{
    QFileDialog *dialog = dialogFor(QFileDialog::ExistingFiles, tr("Bring in letters"));
    dialog->setNameFilters({tr("Letters (*.eml *.mbox *.mbx *.csv *.tsv *.tab *.txt)"), tr("All files (*)")});
    dialog->open();
}

void ImportControl::chooseFolder()
{
    QFileDialog *dialog = dialogFor(QFileDialog::Directory, tr("Bring in a Maildir or a folder of messages"));
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
}

QFileDialog *ImportControl::dialogFor(QFileDialog::FileMode mode, const QString &title)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    const QString last = m_workplace.settings.value(editorial::Setting::LastImportFolder).toString();
    dialog->setDirectory(last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : last);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportControl::bringIn);
    return dialog;
}

void ImportControl::bringIn(const QStringList &files)
{
    if (files.isEmpty())
        return;
    m_workplace.settings.setValue(editorial::Setting::LastImportFolder, QFileInfo(files.first()).absolutePath());
    m_workplace.session.run(
        this,
        [files](editorial::Desk &) {
            return std::pair(editorial::sheetsAmong(files), editorial::archivesAmong(files));
        },
        [this, files](const std::pair<QStringList, QStringList> &found) {
            const auto &[sheets, archives] = found;
            editorial::ImportRequest request;
            for (const QString &file : files) {
                if (!sheets.contains(file) && !archives.contains(file))
                    request.sources.append(file);
            }
            if (!archives.isEmpty())
                Q_EMIT archivesFound(archives);
            if (!request.sources.isEmpty())
                start(request);
            m_sheets += sheets;
            askForSheet();
        });
}

// One sheet after the other; one that the person leaves is left out.
void ImportControl::askForSheet()
{
    if (m_dialog || m_sheets.isEmpty())
        return;
    m_dialog = new SheetMapDialog(m_workplace, m_sheets.takeFirst(), m_window);
    connect(m_dialog, &SheetMapDialog::chosen, this, [this](const QString &path, const desk::SheetMap &map) {
        editorial::ImportRequest request;
        request.sources = {path};
        request.form = editorial::SourceForm::Sheet;
        request.map = map;
        start(request);
    });
    connect(
        m_dialog, &QDialog::finished, this,
        [this] {
            m_dialog.clear();
            askForSheet();
        },
        Qt::QueuedConnection);
    m_dialog->open();
}

void ImportControl::start(const editorial::ImportRequest &request)
{
    m_workplace.session.start(
        tr("Bringing in letters"), this,
        [request](editorial::Desk &desk, base::Progress &progress) {
            return editorial::importLetters(desk, request, progress);
        },
        [this](const base::Result<editorial::ImportReport> &report) {
            if (report)
                tell(*report);
            else
                m_workplace.notices.error(report.error());
        });
}

void ImportControl::tell(const editorial::ImportReport &report)
{
    const bool all = report.refused.isEmpty();
    Notice notice{all ? Notice::Severity::News : Notice::Severity::Warning, importSentence(report)};
    if (!all || !report.warnings.isEmpty() || report.needAttention > 0 || report.notLetters > 0) {
        notice.button = tr("Details");
        notice.owner = this;
        notice.pressed = [this, report] {
            showReport(report);
        };
    } else if (report.imported > 0) {
        notice.button = tr("Show them");
        notice.owner = this;
        notice.pressed = [this] {
            Q_EMIT placeWanted(LettersPlace{desk::LetterStage::New, {}, {}});
        };
    }
    m_workplace.notices.show(notice);
    if (report.imported > 0)
        Q_EMIT broughtIn();
}

void ImportControl::showReport(const editorial::ImportReport &report)
{
    auto *dialog = new ImportReportDialog(report, m_window);
    connect(dialog, &ImportReportDialog::attentionWanted, this, [this] {
        Q_EMIT placeWanted(LettersPlace{{}, {}, {}, true});
    });
    connect(dialog, &ImportReportDialog::noLettersWanted, this, [this] {
        Q_EMIT placeWanted(LettersPlace{desk::LetterStage::NotALetter, {}, {}});
    });
    dialog->open();
}

} // namespace ui
