#include "ui/masthead_dialog.h"

#include "editorial/masthead.h"
#include "ui/masthead_form.h"
#include "ui_masthead_dialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

// The fields and the new picture as one change.
base::Result<editorial::Change> saveAll(editorial::Desk &desk, const desk::Masthead &masthead,
                                        const QString &pictureFile)
{
    auto fields = editorial::saveMasthead(desk, masthead);
    if (!fields || pictureFile.isEmpty())
        return fields;
    auto picture = editorial::setAuthorPicture(desk, pictureFile);
    if (!picture) {
        if (const auto back = fields->undo(desk); !back)
            return back.error();
        return picture.error();
    }
    return editorial::Change{fields->text,
                             [first = *fields, second = *picture](editorial::Desk &on) -> base::Result<void> {
                                 const auto undone = second.undo(on);
                                 return undone ? first.undo(on) : undone;
                             },
                             [first = *fields, second = *picture](editorial::Desk &on) -> base::Result<void> {
                                 const auto redone = first.redo(on);
                                 return redone ? second.redo(on) : redone;
                             }};
}

} // namespace

MastheadDialog::MastheadDialog(Workplace &workplace, QWidget *parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_form(std::make_unique<Ui::MastheadDialog>())
    , m_fields(new MastheadForm(workplace, this))
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->whole->insertWidget(0, m_fields, 1);
    m_save = m_form->buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save_button"));
    m_save->setDefault(true);
    m_form->problem->setForegroundRole(QPalette::BrightText);
    m_form->conflict_line->hide();
    m_fields->setEnabled(false);
    connect(m_fields, &MastheadForm::edited, this, &MastheadDialog::refresh);
    connect(m_save, &QPushButton::clicked, this, &MastheadDialog::save);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &MastheadDialog::reject);
    connect(m_form->problem_button, &QPushButton::clicked, m_fields, &MastheadForm::showFirstProblem);
    connect(m_form->mine_button, &QPushButton::clicked, this, [this] { load(Edits::Keep); });
    connect(m_form->theirs_button, &QPushButton::clicked, this, [this] { load(Edits::Drop); });
    refresh();
    load(Edits::Drop);
}

MastheadDialog::~MastheadDialog() = default;

void MastheadDialog::load(Edits edits)
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::masthead(desk); },
        [this, edits](const base::Result<desk::Masthead> &masthead) { take(masthead, edits); });
}

void MastheadDialog::take(const base::Result<desk::Masthead> &masthead, Edits edits)
{
    if (!masthead) {
        tell(masthead.error().message);
        return;
    }
    m_form->conflict_line->hide();
    m_version = masthead->version;
    m_fields->setEnabled(true);
    if (edits == Edits::Drop)
        m_fields->setMasthead(*masthead);
    else
        save();
    refresh();
}

void MastheadDialog::refresh()
{
    const QStringList wrong = m_version ? m_fields->problems() : QStringList();
    const bool edited = m_version && m_fields->isEdited();
    m_save->setEnabled(edited && wrong.isEmpty() && !m_saving && m_form->conflict_line->isHidden());
    m_form->problem_button->setVisible(!wrong.isEmpty());
    if (wrong.isEmpty())
        tell({});
    else
        tell(tr("Not saved yet: “%1” cannot be used as it is.").arg(wrong.join(tr("”, “"))));
}

void MastheadDialog::tell(const QString &problem)
{
    m_form->problem->setText(problem);
    m_form->problem->setVisible(!problem.isEmpty());
}

void MastheadDialog::save()
{
    if (!m_version || m_saving || !m_fields->problems().isEmpty())
        return;
    m_saving = true;
    refresh();
    desk::Masthead masthead = m_fields->masthead();
    masthead.version = *m_version;
    m_workplace.session.run(
        &m_workplace.undo,
        [masthead, picture = m_fields->pictureFile()](editorial::Desk &desk) {
            return saveAll(desk, masthead, picture);
        },
        [&workplace = m_workplace, dialog = QPointer<MastheadDialog>(this)](base::Result<editorial::Change> change) {
            if (change)
                pushChange(workplace, std::move(*change));
            const auto error = change ? std::nullopt : std::optional(change.error());
            if (dialog)
                dialog->saved(error);
            else if (error)
                workplace.notices.error(*error);
        });
}

void MastheadDialog::saved(const std::optional<base::Error> &error)
{
    m_saving = false;
    if (!error) {
        accept();
        return;
    }
    m_form->conflict_line->setVisible(error->kind == base::Error::Kind::Conflict);
    refresh();
    if (error->kind != base::Error::Kind::Conflict)
        tell(error->message);
}

void MastheadDialog::reject()
{
    if (m_saving)
        return;
    if (m_version && m_fields->isEdited())
        askAboutEdits();
    else
        QDialog::reject();
}

void MastheadDialog::askAboutEdits()
{
    const bool usable = m_fields->problems().isEmpty();
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Save what you changed?"),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("edits_question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(usable ? tr("The masthead was changed and is not saved yet.")
                                        : tr("A field cannot be used as it is, so nothing can be saved yet."));
    QPushButton *yes = question->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *stay = question->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    yes->setEnabled(usable);
    question->setDefaultButton(usable ? yes : stay);
    question->setEscapeButton(stay);
    connect(yes, &QPushButton::clicked, this, &MastheadDialog::save);
    connect(no, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace ui
