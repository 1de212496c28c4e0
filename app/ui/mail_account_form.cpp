#include "ui/mail_account_form.h"

#include "ui/icons.h"
#include "ui_mail_account_form.h"

#include <QAccessible>
#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

using desk::MailAfterwards;
using desk::MailSecurity;

// In the order of the boxes of the form.
constexpr MailSecurity securities[] = {MailSecurity::Tls, MailSecurity::StartTls};
constexpr MailAfterwards afterwards[] = {MailAfterwards::Leave, MailAfterwards::MarkRead, MailAfterwards::Move};

template <typename Values, typename Value>
int placeOf(const Values &values, Value wanted)
{
    return static_cast<int>(std::find(std::begin(values), std::end(values), wanted) - std::begin(values));
}

QIcon iconOf(MailAccountForm::Tone tone)
{
    switch (tone) {
    case MailAccountForm::Tone::Working:
        return icon(QStringLiteral("clock"), Role::SecondaryText);
    case MailAccountForm::Tone::Well:
        return icon(QStringLiteral("circle-check"), Role::Fine);
    case MailAccountForm::Tone::Wrong:
        return icon(QStringLiteral("octagon-alert"), Role::Blocker);
    }
    return {};
}

} // namespace

MailAccountForm::MailAccountForm(QWidget *parent) : QWidget(parent), m_form(std::make_unique<Ui::MailAccountForm>())
{
    m_form->setupUi(this);
    m_form->stop_button->hide();
    connectParts();
    setAccount({}, {});
}

MailAccountForm::~MailAccountForm() = default;

void MailAccountForm::connectParts()
{
    for (QLineEdit *edit : {m_form->name_edit, m_form->host_edit, m_form->user_edit, m_form->password_edit})
        connect(edit, &QLineEdit::textChanged, this, &MailAccountForm::noteEdit);
    for (QComboBox *box : {m_form->folder_box, m_form->move_box})
        connect(box, &QComboBox::editTextChanged, this, &MailAccountForm::noteEdit);
    for (QSpinBox *box : {m_form->port_box, m_form->minutes_box})
        connect(box, &QSpinBox::valueChanged, this, &MailAccountForm::noteEdit);
    connect(m_form->keep_box, &QCheckBox::toggled, this, &MailAccountForm::noteEdit);
    connect(m_form->security_box, &QComboBox::currentIndexChanged, this, &MailAccountForm::takeSecurity);
    connect(m_form->afterwards_box, &QComboBox::currentIndexChanged, this, [this] {
        showMoving();
        noteEdit();
    });
    connect(m_form->look_up_button, &QPushButton::clicked, this, &MailAccountForm::lookUpWanted);
    connect(m_form->try_button, &QPushButton::clicked, this, &MailAccountForm::tryWanted);
    connect(m_form->stop_button, &QPushButton::clicked, this, &MailAccountForm::stopWanted);
}

void MailAccountForm::setAccount(const desk::MailAccount &account, const Password &password)
{
    const QScopedValueRollback setting(m_setting, true);
    m_account = account;
    m_form->name_edit->setText(account.name);
    m_form->host_edit->setText(account.host);
    m_form->security_box->setCurrentIndex(placeOf(securities, account.security));
    m_form->port_box->setValue(account.port);
    m_form->user_edit->setText(account.user);
    m_form->password_edit->setText(password.text);
    m_form->password_edit->setPlaceholderText(account.version > 0 ? tr("only to change it") : QString());
    m_form->keep_box->setChecked(password.isKept);
    setFolders({});
    m_form->folder_box->setCurrentText(account.folder);
    m_form->minutes_box->setValue(account.minutes);
    m_form->afterwards_box->setCurrentIndex(placeOf(afterwards, account.afterwards));
    m_form->move_box->setCurrentText(account.moveTo);
    showMoving();
    tell({}, Tone::Well);
}

desk::MailAccount MailAccountForm::account() const
{
    desk::MailAccount account = m_account;
    account.name = m_form->name_edit->text();
    account.host = m_form->host_edit->text();
    account.security = securities[m_form->security_box->currentIndex()];
    account.port = m_form->port_box->value();
    account.user = m_form->user_edit->text();
    account.folder = m_form->folder_box->currentText();
    account.minutes = m_form->minutes_box->value();
    account.afterwards = afterwards[m_form->afterwards_box->currentIndex()];
    account.moveTo = m_form->move_box->currentText();
    return account;
}

MailAccountForm::Password MailAccountForm::password() const
{
    return {m_form->password_edit->text(), m_form->keep_box->isChecked()};
}

void MailAccountForm::setFolders(const QStringList &folders)
{
    const QScopedValueRollback setting(m_setting, true);
    for (QComboBox *box : {m_form->folder_box, m_form->move_box}) {
        const QString text = box->currentText();
        box->clear();
        box->addItems(folders);
        box->setCurrentText(text);
    }
}

void MailAccountForm::tell(const QString &text, Tone tone)
{
    const int size = fontMetrics().height();
    m_form->answer_icon->setPixmap(text.isEmpty() ? QPixmap() : iconOf(tone).pixmap(size, size));
    m_form->answer->setText(text);
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_form->answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MailAccountForm::setAsking(bool isAsking)
{
    m_form->try_button->setEnabled(!isAsking);
    m_form->look_up_button->setEnabled(!isAsking);
    m_form->stop_button->setVisible(isAsking);
}

void MailAccountForm::takeFocus()
{
    m_form->name_edit->setFocus(Qt::OtherFocusReason);
}

void MailAccountForm::noteEdit()
{
    if (!m_setting)
        Q_EMIT edited();
}

// A port that was typed stays; a usual one goes with what it is usual for.
void MailAccountForm::takeSecurity()
{
    const MailSecurity chosen = securities[m_form->security_box->currentIndex()];
    for (const MailSecurity other : securities) {
        if (!m_setting && other != chosen && m_form->port_box->value() == desk::usualPort(other))
            m_form->port_box->setValue(desk::usualPort(chosen));
    }
    noteEdit();
}

void MailAccountForm::showMoving()
{
    const bool moves = afterwards[m_form->afterwards_box->currentIndex()] == MailAfterwards::Move;
    m_form->move_title->setVisible(moves);
    m_form->move_box->setVisible(moves);
}

} // namespace ui
