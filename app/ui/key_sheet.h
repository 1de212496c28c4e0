// KeySheet: all actions with their keys, by menu; from the table of actions. The window's thread.
#pragma once

#include "ui/actions.h"

#include <QDialog>

#include <memory>

namespace Ui {
class KeySheet;
}

namespace ui {

class KeySheet final : public QDialog
{
    Q_OBJECT

public:
    KeySheet(const Actions &actions, QWidget *parent);
    ~KeySheet() override;

private:
    void fill(const Actions &actions);
    void filter(const QString &text);

    std::unique_ptr<Ui::KeySheet> m_form;
};

} // namespace ui
