// PostImportControl: brings archives of past columns into the desk: asks for the files, shows what they would bring,
// runs the import and tells how it went; takes imports back. Belongs to the workbench. The window's thread.
#pragma once

#include "editorial/post_import.h"
#include "ui/place.h"
#include "ui/workplace.h"

namespace ui {

class PostImportControl final : public QObject
{
    Q_OBJECT

public:
    // `window` is what dialogs stand above.
    PostImportControl(Workplace &workplace, QWidget *window);

    void chooseFiles();
    void bringIn(const QStringList &files);
    void showImports();

Q_SIGNALS:
    // A person wants to see what came, or what waits.
    void placeWanted(const ui::Place &place);

private:
    void start(const editorial::PostImportRequest &request);
    void tell(const editorial::PostImportReport &report);
    void showReport(const editorial::PostImportReport &report);
    void takeBack(const desk::PostBatchId &batch);

    Workplace &m_workplace;
    QWidget *m_window;
};

} // namespace ui
