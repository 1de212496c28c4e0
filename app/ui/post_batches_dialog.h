// PostBatchesDialog: the imports of past columns that the desk had, what is left of each, and the way to take one back.
// The window's thread.
#pragma once

#include "desk/post.h"
#include "ui/workplace.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PostBatchesDialog;
}

namespace ui {

class PostBatchesDialog final : public QDialog
{
    Q_OBJECT

public:
    PostBatchesDialog(Workplace &workplace, QWidget *parent);
    ~PostBatchesDialog() override;

Q_SIGNALS:
    void takeBackWanted(const desk::PostBatchId &batch);

private:
    void refresh();
    void list(const QList<desk::PostBatch> &batches);
    [[nodiscard]] desk::PostBatchId current() const;

    Workplace &m_workplace;
    std::unique_ptr<Ui::PostBatchesDialog> m_form;
    QPushButton *m_back;
};

} // namespace ui
