// SheetMapDialog: what a sheet will be when it is brought in: which column is what, how it is written, and how its
// first rows will look as letters. Columns can be kept on the desk under a name, and kept ones chosen. Shown with
// open(). The window's thread; the sheet is read on the desk's.
#pragma once

#include "editorial/sheets.h"
#include "ui/workplace.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class SheetMapDialog;
}

namespace ui {

class SheetColumns;

class SheetMapDialog final : public QDialog
{
    Q_OBJECT

public:
    // The workplace must outlive the dialog.
    SheetMapDialog(Workplace &workplace, const QString &path, QWidget *parent = nullptr);
    ~SheetMapDialog() override;

    [[nodiscard]] QString path() const { return m_path; }

Q_SIGNALS:
    // The person wants the rows as letters by this map.
    void chosen(const QString &path, const desk::SheetMap &map);

private:
    void connectParts();
    void look(const std::optional<desk::SheetWriting> &writing, const std::optional<desk::SheetMap> &map = {});
    void take(const editorial::SheetLook &look, const std::optional<desk::SheetMap> &map);
    void fillKept(const QString &name);
    void fillWriting();
    void chooseKept();
    void forget();
    void say(const desk::SheetWriting &said);
    [[nodiscard]] desk::SheetMap map() const;
    void refresh();
    void showSamples(const desk::SheetMap &map);
    void showRows(const desk::SheetMap &map);
    [[nodiscard]] QString problem(const desk::SheetMap &map) const;
    void bringIn();

    Workplace &m_workplace;
    QString m_path;
    std::unique_ptr<Ui::SheetMapDialog> m_form;
    SheetColumns *m_columns;
    QPushButton *m_bring;
    editorial::SheetLook m_look;
    desk::SheetWriting m_writing; // as the person said, or a kept map
    int m_looks = 0;              // the last one asked for
    bool m_hasLook = false;
};

} // namespace ui
