// ImportControl: brings letters into the desk: asks for files or takes those dropped, asks of sheets which column is
// what, runs the job and tells how it went. Belongs to the workbench. The window's thread.
#pragma once

#include "editorial/importing.h"
#include "ui/place.h"

#include <QFileDialog>

class QMimeData;

namespace ui {

class SheetMapDialog;

class ImportControl final : public QObject
{
    Q_OBJECT

public:
    // `window` is what dialogs stand above.
    ImportControl(Workplace &workplace, QWidget *window);

    void chooseFiles();
    void chooseFolder();
    void bringIn(const QStringList &files);

    // The local files and folders in what is dragged; empty where there are none.
    [[nodiscard]] static QStringList filesIn(const QMimeData *mime);

Q_SIGNALS:
    // Archives of past columns are among the files.
    void archivesFound(const QStringList &files);
    // New letters are there.
    void broughtIn();
    // A person wants to see some of them.
    void placeWanted(const ui::Place &place);

private:
    QFileDialog *dialogFor(QFileDialog::FileMode mode, const QString &title);
    void start(const editorial::ImportRequest &request);
    void askForSheet();
    void tell(const editorial::ImportReport &report);
    void showReport(const editorial::ImportReport &report);

    Workplace &m_workplace;
    QWidget *m_window;
    QStringList m_sheets; // that are still to be asked for
    QPointer<SheetMapDialog> m_dialog;
};

} // namespace ui
