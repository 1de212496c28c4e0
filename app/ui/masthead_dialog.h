// MastheadDialog: the settings of the column itself. Loads them from the desk, saves them as one change that can be
// undone, and asks before edits are dropped. Shown with open(). The window's thread.
#pragma once

#include "desk/masthead.h"
#include "ui/workplace.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class MastheadDialog;
}

namespace ui {

class MastheadForm;

class MastheadDialog final : public QDialog
{
    Q_OBJECT

public:
    // The workplace must outlive the dialog.
    explicit MastheadDialog(Workplace &workplace, QWidget *parent = nullptr);
    ~MastheadDialog() override;

    // Closes at once where nothing is unsaved; asks otherwise.
    void reject() override;

private:
    // Reads the masthead of the desk; edits are dropped, or kept and only the row version is taken over.
    enum class Edits { Drop, Keep };
    void load(Edits edits);
    void take(const base::Result<desk::Masthead> &masthead, Edits edits);
    void save();
    void saved(const std::optional<base::Error> &error);
    void askAboutEdits();
    void refresh();
    void tell(const QString &problem);

    Workplace &m_workplace;
    std::unique_ptr<Ui::MastheadDialog> m_form;
    MastheadForm *m_fields;
    QPushButton *m_save;
    std::optional<qint64> m_version; // to be named by the next save
    bool m_saving = false;
};

} // namespace ui
