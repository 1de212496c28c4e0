#include "ui/new_letter_control.h"

#include "ui/import_control.h"
#include "ui/new_letter_dialog.h"
#include "ui/reading_font.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace ui {

NewLetterControl::NewLetterControl(Workplace &workplace, ImportControl &importing, QWidget *window)
    : QObject(window), m_workplace(workplace), m_importing(importing), m_window(window)
{
    workplace.actions.connect(ActionId::NewLetter, this, &NewLetterControl::write);
    workplace.actions.connect(ActionId::PasteLetter, this, &NewLetterControl::paste);
}

bool NewLetterControl::hasWords(const QMimeData &mime)
{
    return mime.hasText() || mime.hasHtml();
}

void NewLetterControl::write()
{
    ask({});
}

void NewLetterControl::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const QStringList files = copied ? ImportControl::filesIn(copied) : QStringList();
    if (!files.isEmpty())
        m_importing.bringIn(files);
    else if (copied && hasWords(*copied))
        take(*copied);
    else
        ask({});
}

void NewLetterControl::take(const QMimeData &mime)
{
    m_workplace.session.run(
        this,
        [text = mime.text(), html = mime.html()](editorial::Desk &) { return editorial::offeredLetter(text, html); },
        [this](const base::Result<editorial::NewLetter> &offered) {
            if (offered)
                ask(*offered);
            else
                m_workplace.notices.error(offered.error());
        });
}

void NewLetterControl::ask(const editorial::NewLetter &offered)
{
    if (m_dialog) // what is typed there comes first
        return;
    m_dialog = new NewLetterDialog(offered, QDate::currentDate(), m_window);
    m_dialog->setReadingFont(readingFont(m_workplace.settings));
    connect(m_dialog, &NewLetterDialog::keepWanted, this, [this, dialog = m_dialog.data()] { keep(dialog); });
    m_dialog->open();
}

void NewLetterControl::keep(NewLetterDialog *dialog)
{
    m_workplace.session.run(
        dialog, [letter = dialog->letter()](editorial::Desk &desk) { return editorial::newLetter(desk, letter); },
        [this, dialog](const base::Result<desk::LetterId> &letter) {
            if (!letter) {
                dialog->showProblem(letter.error().message);
                return;
            }
            dialog->accept();
            Q_EMIT kept(*letter);
        });
}

} // namespace ui
