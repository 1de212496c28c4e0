#include "ui/mail_account_dialog.h"

#include "editorial/fetching.h"
#include "editorial/mail_accounts.h"
#include "editorial/mail_passwords.h"
#include "ui_mail_account_dialog.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

using desk::MailAccount;
using Tone = MailAccountForm::Tone;

QString titleOf(const MailAccount &account)
{
    const QString name = account.name.simplified();
    return name.isEmpty() ? MailAccountDialog::tr("New account") : name;
}

// The same server and user, for which one password is good.
bool isSameLogin(const MailAccount &a, const MailAccount &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.user == b.user && a.port == b.port;
}

} // namespace

MailAccountDialog::MailAccountDialog(Workplace &workplace, editorial::MailPasswords &passwords, QWidget *parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_passwords(passwords)
    , m_form(std::make_unique<Ui::MailAccountDialog>())
    , m_fields(new MailAccountForm(this))
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->formSide->insertWidget(0, m_fields, 1);
    setTabOrder(m_form->remove_button, m_fields);
    m_save = m_form->buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save_button"));
    m_save->setDefault(true);
    m_form->problem->setForegroundRole(QPalette::BrightText);
    m_form->nothing->setForegroundRole(QPalette::PlaceholderText);
    connectParts();
    show(-1);
    load();
}

MailAccountDialog::~MailAccountDialog()
{
    if (m_asking)
        m_asking->cancel();
}

void MailAccountDialog::connectParts()
{
    connect(m_form->account_list, &QListWidget::currentRowChanged, this, &MailAccountDialog::show);
    connect(m_form->add_button, &QPushButton::clicked, this, &MailAccountDialog::add);
    connect(m_form->remove_button, &QPushButton::clicked, this, &MailAccountDialog::removeCurrent);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &MailAccountDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &MailAccountDialog::save);
    connect(m_fields, &MailAccountForm::edited, this, [this] {
        keepEdits();
        tell({});
        refresh();
    });
    connect(m_fields, &MailAccountForm::lookUpWanted, this, [this] { ask(Question::Folders); });
    connect(m_fields, &MailAccountForm::tryWanted, this, [this] { ask(Question::Connection); });
    connect(m_fields, &MailAccountForm::stopWanted, this, [this] {
        if (m_asking)
            m_asking->cancel();
    });
}

void MailAccountDialog::load()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::mailAccounts(desk); },
        [this](const base::Result<QList<MailAccount>> &accounts) {
            m_isLoaded = true;
            if (accounts)
                take(*accounts);
            else
                tell(accounts.error().message);
            refresh();
        });
}

void MailAccountDialog::take(const QList<MailAccount> &accounts)
{
    for (const MailAccount &account : accounts) {
        m_drafts.append({account, account});
        m_form->account_list->addItem(titleOf(account));
    }
    if (accounts.isEmpty())
        add();
    else
        m_form->account_list->setCurrentRow(0);
}

void MailAccountDialog::add()
{
    m_drafts.append(Draft());
    m_form->account_list->addItem(titleOf({}));
    m_form->account_list->setCurrentRow(static_cast<int>(m_drafts.size()) - 1);
    m_fields->takeFocus();
}

// Off the desk only once it is saved.
void MailAccountDialog::removeCurrent()
{
    if (m_row < 0)
        return;
    const Draft draft = m_drafts.takeAt(m_row);
    if (draft.before.version > 0)
        m_removed.append(draft.before);
    const int row = std::exchange(m_row, -1); // what is in the fields is of no account any more
    delete m_form->account_list->takeItem(row);
    show(m_form->account_list->currentRow());
    refresh();
}

void MailAccountDialog::show(int row)
{
    const bool isOne = row >= 0 && row < m_drafts.size();
    if (m_asking)
        m_asking->cancel();
    ++m_shown;
    m_row = isOne ? row : -1;
    m_fields->setVisible(isOne);
    m_form->nothing->setVisible(!isOne);
    if (isOne)
        m_fields->setAccount(m_drafts.at(row).account, m_drafts.at(row).password);
    refresh();
}

void MailAccountDialog::keepEdits()
{
    if (m_row < 0)
        return;
    Draft &draft = m_drafts[m_row];
    draft.account = m_fields->account();
    draft.password = m_fields->password();
    m_form->account_list->item(m_row)->setText(titleOf(draft.account));
}

bool MailAccountDialog::isEdited() const
{
    return !m_removed.isEmpty() ||
           std::any_of(m_drafts.begin(), m_drafts.end(), [](const Draft &draft) { return draft.isEdited(); });
}

void MailAccountDialog::refresh()
{
    m_save->setEnabled(!isBusy() && isEdited());
    m_form->add_button->setEnabled(!isBusy());
    m_form->remove_button->setEnabled(!isBusy() && m_row >= 0);
    m_form->problem->setVisible(!m_form->problem->text().isEmpty());
}

void MailAccountDialog::tell(const QString &problem)
{
    m_form->problem->setText(problem);
    refresh();
}

// Shows the first account that cannot be saved as it is, and says why.
bool MailAccountDialog::checkAll()
{
    for (int row = 0; row < m_drafts.size(); ++row) {
        const Draft &draft = m_drafts.at(row);
        const auto kept = draft.isEdited() ? desk::accepted(draft.account) : base::Result<MailAccount>(draft.account);
        if (kept)
            continue;
        m_form->account_list->setCurrentRow(row);
        tell(kept.error().message);
        return false;
    }
    return true;
}

void MailAccountDialog::save()
{
    if (isBusy() || !checkAll())
        return;
    editorial::MailAccountEdits edits;
    for (const MailAccount &account : std::as_const(m_removed))
        edits.removed.append(account.id);
    QList<Draft> edited;
    for (const Draft &draft : std::as_const(m_drafts)) {
        if (!draft.isEdited())
            continue;
        edited.append(draft);
        edits.saved.append(draft.account);
    }
    m_isSaving = true;
    refresh();
    m_workplace.session.run(
        this, [edits](editorial::Desk &desk) { return editorial::editMailAccounts(desk, edits); },
        [this, edited](const base::Result<QList<MailAccount>> &kept) {
            m_isSaving = false;
            if (!kept) {
                tell(kept.error().message);
                return;
            }
            QList<Draft> drafts = edited;
            for (qsizetype at = 0; at < drafts.size(); ++at)
                drafts[at].account = kept->at(at);
            keepPasswords(drafts);
            if (!m_drafts.isEmpty())
                Q_EMIT saved();
            accept();
        });
}

void MailAccountDialog::keepPasswords(const QList<Draft> &drafts)
{
    QObject *context = &m_workplace.notices;
    const auto tellOnce = [&notices = m_workplace.notices](const base::Result<void> &done) {
        if (!done)
            notices.warning(tr("%1 The password is kept until you close Postbag.").arg(done.error().message));
    };
    const auto ignore = [](const base::Result<void> &) {
    }; // where there is no keyring, there is nothing left in it
    for (const MailAccount &account : std::as_const(m_removed))
        m_passwords.forget(account, context, ignore);
    for (const Draft &draft : drafts) {
        if (draft.before.version > 0 && !isSameLogin(draft.before, draft.account))
            m_passwords.forget(draft.before, context, ignore);
        if (draft.password.text.isEmpty())
            continue;
        if (draft.password.isKept)
            m_passwords.keep(draft.account, draft.password.text, context, tellOnce);
        else
            m_passwords.keepInMemory(draft.account, draft.password.text);
    }
}

void MailAccountDialog::reject()
{
    if (m_isSaving)
        return;
    if (isEdited())
        askAboutEdits();
    else
        QDialog::reject();
}

void MailAccountDialog::askAboutEdits()
{
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Save what you changed?"),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("edits_question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("The mail accounts were changed and are not saved yet."));
    QPushButton *yes = question->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *stay = question->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(yes);
    question->setEscapeButton(stay);
    connect(yes, &QPushButton::clicked, this, &MailAccountDialog::save);
    connect(no, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

void MailAccountDialog::ask(Question question)
{
    MailAccount account = m_fields->account();
    account.name = titleOf(account);
    if (question == Question::Folders) // they are what is not known yet
        account.afterwards = desk::MailAfterwards::Leave;
    const auto kept = desk::accepted(account);
    if (!kept) {
        m_fields->tell(kept.error().message, Tone::Wrong);
        return;
    }
    if (const QString typed = m_fields->password().text; !typed.isEmpty()) {
        ask(question, *kept, typed);
        return;
    }
    m_passwords.find(*kept, this, [this, question, account = *kept](const base::Result<std::optional<QString>> &found) {
        if (found && *found)
            ask(question, account, **found);
        else
            m_fields->tell(tr("Type the password first."), Tone::Wrong);
    });
}

void MailAccountDialog::ask(Question question, const MailAccount &account, const QString &password)
{
    if (m_asking)
        return;
    m_fields->tell(tr("Asking %1…").arg(account.host), Tone::Working);
    m_fields->setAsking(true);
    m_asking = m_workplace.session.start(
        tr("Asking %1").arg(account.host), this,
        [=](editorial::Desk &, base::Progress &progress) -> base::Result<QStringList> {
            if (question == Question::Folders)
                return editorial::mailFolders(account, password, progress);
            const auto messages = editorial::tryMailbox(account, password, progress);
            if (!messages)
                return messages.error();
            return QStringList{tr("It works. The folder “%1” holds %Ln message(s).", nullptr,
                                  static_cast<int>(std::min<qint64>(*messages, std::numeric_limits<int>::max())))
                                   .arg(account.folder)};
        },
        [this, question, shown = m_shown](const base::Result<QStringList> &answer) {
            m_asking.clear();
            m_fields->setAsking(false);
            if (shown == m_shown)
                answered(question, answer);
        });
}

void MailAccountDialog::answered(Question question, const base::Result<QStringList> &answer)
{
    if (!answer) {
        const bool isStopped = answer.error().kind == base::Error::Kind::Cancelled;
        m_fields->tell(isStopped ? QString() : answer.error().message, Tone::Wrong);
        return;
    }
    if (question == Question::Connection) {
        m_fields->tell(answer->first(), Tone::Well);
        return;
    }
    m_fields->setFolders(*answer);
    m_fields->tell(tr("The server has %Ln folder(s). Choose one above.", nullptr, static_cast<int>(answer->size())),
                   Tone::Well);
}

} // namespace ui
