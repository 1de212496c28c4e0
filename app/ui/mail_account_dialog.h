// MailAccountDialog: the mail accounts of the desk: adds, changes and removes them, all at once when they are saved,
// and asks a server whether it will do. Shown with open(). The window's thread.
#pragma once

#include "ui/mail_account_form.h"
#include "ui/workplace.h"

#include <QDialog>

namespace Ui {
class MailAccountDialog;
}
namespace editorial {
class MailPasswords;
}

class QPushButton;

namespace ui {

class MailAccountDialog final : public QDialog
{
    Q_OBJECT

public:
    // Both must outlive the dialog.
    MailAccountDialog(Workplace &workplace, editorial::MailPasswords &passwords, QWidget *parent = nullptr);
    ~MailAccountDialog() override;

    // Closes at once where nothing is unsaved; asks otherwise.
    void reject() override;

Q_SIGNALS:
    // Accounts were saved; there are some.
    void saved();

private:
    // An account as it is being edited.
    struct Draft {
        desk::MailAccount account;
        desk::MailAccount before; // as it was loaded; a new one as it was made
        MailAccountForm::Password password = {};
        [[nodiscard]] bool isEdited() const { return account != before || !password.text.isEmpty(); }
    };
    enum class Question { Folders, Connection };

    void connectParts();
    void load();
    void take(const QList<desk::MailAccount> &accounts);
    void add();
    void removeCurrent();
    void show(int row);
    void keepEdits();
    void refresh();
    void tell(const QString &problem);
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] bool checkAll();
    void save();
    void keepPasswords(const QList<Draft> &drafts);
    void askAboutEdits();

    void ask(Question question);
    void ask(Question question, const desk::MailAccount &account, const QString &password);
    void answered(Question question, const base::Result<QStringList> &answer);
    [[nodiscard]] bool isBusy() const { return !m_isLoaded || m_isSaving; }

    Workplace &m_workplace;
    editorial::MailPasswords &m_passwords;
    std::unique_ptr<Ui::MailAccountDialog> m_form;
    MailAccountForm *m_fields;
    QPushButton *m_save;
    QList<Draft> m_drafts; // in the order of the list
    QList<desk::MailAccount> m_removed;
    int m_row = -1; // shown; -1: none
    QPointer<editorial::Job> m_asking;
    int m_shown = 0; // counts what was shown, so that an answer for something else is known
    bool m_isLoaded = false;
    bool m_isSaving = false;
};

} // namespace ui
