// NewLetterControl: letters that a person types, pastes or drops on the window: reads what there is, asks for the rest
// and takes the letter in. Belongs to the workbench. The window's thread.
#pragma once

#include "editorial/new_letter.h"
#include "ui/workplace.h"

class QMimeData;

namespace ui {

class ImportControl;
class NewLetterDialog;

class NewLetterControl final : public QObject
{
    Q_OBJECT

public:
    // `window` is what dialogs stand above. Files on the clipboard go to `importing`.
    NewLetterControl(Workplace &workplace, ImportControl &importing, QWidget *window);

    // An empty form.
    void write();
    void paste();
    // What was dropped.
    void take(const QMimeData &mime);

    // Whether words can be read in it.
    [[nodiscard]] static bool hasWords(const QMimeData &mime);

Q_SIGNALS:
    void kept(const desk::LetterId &letter);

private:
    void ask(const editorial::NewLetter &offered);
    void keep(NewLetterDialog *dialog);

    Workplace &m_workplace;
    ImportControl &m_importing;
    QWidget *m_window;
    QPointer<NewLetterDialog> m_dialog; // while one is open
};

} // namespace ui
