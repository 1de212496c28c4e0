#include "ui/new_desk_dialog.h"

#include "desk/paths.h"
#include "ui_new_desk_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>

namespace ui {

namespace {

const auto suffix = QStringLiteral(".postbag");

} // namespace

QString usualFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QString usualDeskPath(const QString &column)
{
    const QDir folder(usualFolder());
    const QString name = column.trimmed().isEmpty() ? QStringLiteral("desk") : desk::slugFor(column);
    QString path = folder.filePath(name + suffix);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = folder.filePath(QStringLiteral("%1-%2%3").arg(name).arg(n).arg(suffix));
    return QDir::toNativeSeparators(path);
}

NewDeskDialog::NewDeskDialog(QWidget *parent) : QDialog(parent), m_form(std::make_unique<Ui::NewDeskDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_make = m_form->buttons->addButton(tr("&Make the desk"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);
    fillLanguages();
    m_form->problem->setForegroundRole(QPalette::PlaceholderText);
    m_form->file_edit->setText(usualDeskPath({}));

    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->choose_button, &QPushButton::clicked, this, &NewDeskDialog::chooseFile);
    connect(m_form->file_edit, &QLineEdit::textEdited, this, [this] { m_ownPath = true; });
    connect(m_form->file_edit, &QLineEdit::textChanged, this, &NewDeskDialog::check);
    connect(m_form->column_edit, &QLineEdit::textChanged, this, [this](const QString &name) {
        if (!m_ownPath)
            m_form->file_edit->setText(usualDeskPath(name));
        check();
    });
    check();
}

NewDeskDialog::~NewDeskDialog() = default;

void NewDeskDialog::fillLanguages()
{
    const QString own = QLocale().bcp47Name();
    QStringList tags{QStringLiteral("en-GB"), QStringLiteral("en-US"), QStringLiteral("de"),
                     QStringLiteral("es"),    QStringLiteral("fr"),    QStringLiteral("it"),
                     QStringLiteral("nl"),    QStringLiteral("pl"),    QStringLiteral("pt")};
    if (!tags.contains(own) && own != QStringLiteral("en") && own != QStringLiteral("C"))
        tags.prepend(own);
    for (const QString &tag : std::as_const(tags)) {
        const QLocale locale(tag);
        const QString name = tag.contains(u'-') ? QStringLiteral("%1 (%2)").arg(locale.nativeLanguageName(), tag)
                                                : locale.nativeLanguageName();
        m_form->language_box->addItem(name, tag);
    }
    const int ownRow = m_form->language_box->findData(own);
    m_form->language_box->setCurrentIndex(std::max(0, ownRow));
}

void NewDeskDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File of the new desk"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix.mid(1));
    dialog->setNameFilter(tr("Desks (*.postbag)"));
    dialog->setDirectory(QFileInfo(m_form->file_edit->text()).absolutePath());
    dialog->selectFile(QFileInfo(m_form->file_edit->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ownPath = true;
        m_form->file_edit->setText(QDir::toNativeSeparators(path));
    });
    dialog->open();
}

void NewDeskDialog::check()
{
    const NewDesk wanted = desk();
    QString problem;
    if (wanted.path.isEmpty() || QFileInfo(wanted.path).isDir())
        problem = tr("Name the file that the desk is kept in.");
    else if (QFileInfo::exists(wanted.path))
        problem = tr("There is a file of that name already. Choose another name; Postbag does not write over it.");
    else if (!QFileInfo(QFileInfo(wanted.path).absolutePath()).isWritable())
        problem = tr("The folder of this file cannot be written to. Choose another folder.");
    m_form->problem->setText(problem);
    m_make->setEnabled(problem.isEmpty() && !wanted.column.isEmpty());
}

NewDesk NewDeskDialog::desk() const
{
    QString path = QDir::fromNativeSeparators(m_form->file_edit->text().trimmed());
    if (!path.isEmpty() && !path.endsWith(suffix))
        path += suffix;
    return {m_form->column_edit->text().trimmed(), m_form->language_box->currentData().toString(), path};
}

} // namespace ui
