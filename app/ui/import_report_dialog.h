// ImportReportDialog: what an import could not read, and why. The window's thread.
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

private:
    std::unique_ptr<Ui::ImportReportDialog> m_form;
};

} // namespace ui
