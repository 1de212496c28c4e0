#include "ui/new_letter_dialog.h"

#include "ui_new_letter_dialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace ui {

NewLetterDialog::NewLetterDialog(editorial::NewLetter offered, const QDate &today, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::NewLetterDialog>()), m_offered(std::move(offered)), m_today(today)
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_keep = m_form->buttons->addButton(tr("&Keep the letter"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(QStringLiteral("keepButton"));
    m_keep->setDefault(true);
    m_form->problem->hide();
    fill();
    connect(m_form->text_edit, &QPlainTextEdit::textChanged, this,
            [this] { m_keep->setEnabled(!m_form->text_edit->toPlainText().trimmed().isEmpty()); });
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &NewLetterDialog::keep);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &NewLetterDialog::reject);
}

NewLetterDialog::~NewLetterDialog() = default;

void NewLetterDialog::fill()
{
    m_form->subject_edit->setText(m_offered.subject);
    m_form->text_edit->setPlainText(m_offered.text);
    m_form->signature_edit->setText(m_offered.signature);
    m_form->place_edit->setText(m_offered.place);
    m_form->name_edit->setText(m_offered.name);
    m_form->address_edit->setText(m_offered.address);
    m_form->day_edit->setMaximumDate(m_today);
    m_form->day_edit->setDate(m_offered.day.isValid() ? m_offered.day : m_today);
    m_keep->setEnabled(!m_offered.text.isEmpty());
    if (!m_offered.text.isEmpty())
        m_form->text_edit->setFocus();
    m_offered = letter(); // as the fields give it back
}

void NewLetterDialog::setReadingFont(const QFont &font)
{
    m_form->text_edit->setFont(font);
}

editorial::NewLetter NewLetterDialog::letter() const
{
    editorial::NewLetter letter;
    letter.subject = m_form->subject_edit->text();
    letter.text = m_form->text_edit->toPlainText();
    letter.signature = m_form->signature_edit->text();
    letter.place = m_form->place_edit->text();
    letter.name = m_form->name_edit->text();
    letter.address = m_form->address_edit->text();
    if (m_form->day_edit->date() != m_today)
        letter.day = m_form->day_edit->date();
    letter.raw = m_offered.raw;
    return letter;
}

void NewLetterDialog::keep()
{
    m_keep->setEnabled(false); // until there is an answer
    Q_EMIT keepWanted();
}

void NewLetterDialog::showProblem(const QString &problem)
{
    m_form->problem->setText(problem);
    m_form->problem->show();
    m_keep->setEnabled(true);
}

void NewLetterDialog::reject()
{
    if (letter() == m_offered)
        QDialog::reject();
    else
        askWhetherToKeep();
}

void NewLetterDialog::askWhetherToKeep()
{
    auto *question =
        new QMessageBox(QMessageBox::NoIcon, windowTitle(),
                        tr("What you typed is not on the desk yet. Keep it as a letter, or throw it away?"),
                        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("keepQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *keepIt = question->addButton(tr("&Keep the letter"), QMessageBox::AcceptRole);
    const QPushButton *throwAway = question->addButton(tr("&Throw it away"), QMessageBox::DestructiveRole);
    QPushButton *goOn = question->addButton(tr("&Go on typing"), QMessageBox::RejectRole);
    question->setDefaultButton(goOn);
    question->setEscapeButton(goOn);
    connect(keepIt, &QPushButton::clicked, this, &NewLetterDialog::keep);
    connect(throwAway, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    question->open();
}

} // namespace ui
