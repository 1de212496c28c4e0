// MailPasswordDialog: asks for the password of a mail account. The window's thread.
#pragma once

#include "desk/mail_account.h"

#include <QDialog>

#include <memory>

namespace Ui {
class MailPasswordDialog;
}

namespace ui {

class MailPasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    // `reason`: why it is asked for, a sentence; may be empty. Without a keyring it cannot be kept in one.
    MailPasswordDialog(const desk::MailAccount &account, const QString &reason, bool hasKeyring, QWidget *parent);
    ~MailPasswordDialog() override;

Q_SIGNALS:
    // `isKept`: in the keyring, not only until the program ends.
    void given(const QString &password, bool isKept);

private:
    std::unique_ptr<Ui::MailPasswordDialog> m_form;
};

} // namespace ui
