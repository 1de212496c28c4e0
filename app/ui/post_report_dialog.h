// PostReportDialog: what an import of past columns brought, what of it somebody should look at, and the way to take it
// back as a whole. The window's thread.
#pragma once

#include "editorial/post_import.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PostReportDialog;
}

namespace ui {

// What an import did, in one sentence with numbers.
[[nodiscard]] QString postSentence(const editorial::PostImportReport &report);

class PostReportDialog final : public QDialog
{
    Q_OBJECT

public:
    PostReportDialog(const editorial::PostImportReport &report, QWidget *parent);
    ~PostReportDialog() override;

Q_SIGNALS:
    // A person wants to go there, or to take the import back; the dialog closes.
    void articlesWanted();
    void reviewWanted();
    void waitingWanted();
    void takeBackWanted();

private:
    void list(const editorial::PostImportReport &report);

    std::unique_ptr<Ui::PostReportDialog> m_form;
};

} // namespace ui
