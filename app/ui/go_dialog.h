// GoDialog: one line to go to anything: a letter, an article, a tag, an action. The window's thread.
#pragma once

#include "ui/go_finder.h"

#include <QDialog>

#include <memory>

class QListWidgetItem;

namespace Ui {
class GoDialog;
}

namespace ui {

class GoDialog final : public QDialog
{
    Q_OBJECT

public:
    GoDialog(Workplace &workplace, QWidget *parent);
    ~GoDialog() override;

Q_SIGNALS:
    void chosen(const ui::GoTarget &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTargets(const QList<GoTarget> &targets);
    void choose();

    std::unique_ptr<Ui::GoDialog> m_form;
    GoFinder m_finder;
    QList<GoTarget> m_targets;
};

} // namespace ui
