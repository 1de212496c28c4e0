// ImportReportDialog: what an import brought, what of it somebody should look at, and what it could not read. The
// window's thread.
#pragma once

#include "editorial/importing.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ImportReportDialog;
}

namespace ui {

// What an import did, in one sentence with numbers.
[[nodiscard]] QString importSentence(const editorial::ImportReport &report);

class ImportReportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportReportDialog(const editorial::ImportReport &report, QWidget *parent);
    ~ImportReportDialog() override;

Q_SIGNALS:
    // A person wants to go to those letters; the dialog closes.
    void attentionWanted();
    void noLettersWanted();

private:
    void showCounts(const editorial::ImportReport &report);
    void listRefused(const editorial::ImportReport &report);
    void fitRows();

    std::unique_ptr<Ui::ImportReportDialog> m_form;
};

} // namespace ui
