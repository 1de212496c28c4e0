// SheetColumns: the choice of which column of a sheet is what, as a form within the dialog that brings a sheet in. The
// window's thread.
#pragma once

#include "editorial/sheets.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace Ui {
class SheetColumns;
}

namespace ui {

class SheetColumns final : public QWidget
{
    Q_OBJECT

public:
    explicit SheetColumns(QWidget *parent = nullptr);
    ~SheetColumns() override;

    void takeFocus();
    // The columns to choose from; what was chosen goes.
    void setLook(const editorial::SheetLook &look);
    void setMap(const desk::SheetMap &map);
    // Without name and writing. Of the dates it says what is shown, where that is certain or chosen.
    [[nodiscard]] desk::SheetMap map() const;
    // The order in which the dates are shown, whoever chose it.
    [[nodiscard]] desk::DateOrder dates() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] QList<QComboBox *> boxesOf(desk::SheetRole role) const;
    [[nodiscard]] QList<int> chosen(desk::SheetRole role) const;
    [[nodiscard]] desk::DateEvidence evidence() const;
    void choose(desk::SheetRole role, const QList<int> &places);
    void fillLetters();
    void fillDates(std::optional<desk::DateOrder> order);
    void noteEdit();
    void refresh();

    std::unique_ptr<Ui::SheetColumns> m_form;
    editorial::SheetLook m_look;
    bool m_filling = false;
};

// The heading of a column, or its number where it has none.
[[nodiscard]] QString columnTitle(const editorial::SheetLook &look, int place);

} // namespace ui
