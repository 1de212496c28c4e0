// HoldDialog: asks for the day until which letters are held. The window's thread.
#pragma once

#include <QDate>
#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class HoldDialog;
}

namespace ui {

class HoldDialog final : public QDialog
{
    Q_OBJECT

public:
    HoldDialog(const QDate &today, QWidget *parent);
    ~HoldDialog() override;

Q_SIGNALS:
    void chosen(const QDate &day);

private:
    void choose(const QDate &day);

    std::unique_ptr<Ui::HoldDialog> m_form;
    QPushButton *m_hold = nullptr;
};

} // namespace ui
