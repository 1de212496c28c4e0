#include "ui/mail_password_dialog.h"

#include "ui_mail_password_dialog.h"

#include <QPushButton>

namespace ui {

MailPasswordDialog::MailPasswordDialog(const desk::MailAccount &account, const QString &reason, bool hasKeyring,
                                       QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::MailPasswordDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->reason->setText(reason);
    m_form->reason->setVisible(!reason.isEmpty());
    const QString user = QString(account.user).replace(QLatin1Char('&'), QLatin1String("&&"));
    m_form->password_title->setText(tr("&Password of %1 at %2:").arg(user, account.host));
    m_form->keep_box->setChecked(hasKeyring);
    m_form->keep_box->setVisible(hasKeyring);
    QPushButton *fetch = m_form->buttons->addButton(tr("&Fetch mail"), QDialogButtonBox::AcceptRole);
    fetch->setDefault(true);
    fetch->setEnabled(false);
    connect(m_form->password_edit, &QLineEdit::textChanged, fetch,
            [fetch](const QString &text) { fetch->setEnabled(!text.isEmpty()); });
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT given(m_form->password_edit->text(), m_form->keep_box->isChecked());
        accept();
    });
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

MailPasswordDialog::~MailPasswordDialog() = default;

} // namespace ui
