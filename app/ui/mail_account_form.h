// MailAccountForm: the fields of one mail account, the password that goes with it, and what the server answered when it
// was asked. It knows no server and no desk itself. Belongs to the MailAccountDialog. The window's thread.
#pragma once

#include "desk/mail_account.h"

#include <QWidget>

#include <memory>

namespace Ui {
class MailAccountForm;
}

namespace ui {

class MailAccountForm final : public QWidget
{
    Q_OBJECT

public:
    // A password that was typed, and what is to become of it.
    struct Password {
        QString text; // empty: none was typed
        bool isKept = true;
        friend bool operator==(const Password &, const Password &) = default;
    };
    enum class Tone { Working, Well, Wrong };

    explicit MailAccountForm(QWidget *parent = nullptr);
    ~MailAccountForm() override;

    void setAccount(const desk::MailAccount &account, const Password &password);
    // What was set, with the fields as typed.
    [[nodiscard]] desk::MailAccount account() const;
    [[nodiscard]] Password password() const;
    // To choose from; what stands in the fields stays.
    void setFolders(const QStringList &folders);
    // What the server says, or what is wrong; empty: nothing.
    void tell(const QString &text, Tone tone);
    // While the server is asked, it can only be stopped.
    void setAsking(bool isAsking);
    void takeFocus();

Q_SIGNALS:
    void edited();
    void lookUpWanted();
    void tryWanted();
    void stopWanted();

private:
    void connectParts();
    void noteEdit();
    void takeSecurity();
    void showMoving();

    std::unique_ptr<Ui::MailAccountForm> m_form;
    desk::MailAccount m_account;
    bool m_setting = false;
};

} // namespace ui
