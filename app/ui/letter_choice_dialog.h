// LetterChoiceDialog: which letter an article is to answer as well: one of those on the shortlist or new, found by its
// number or by words. Shown with open(). The window's thread.
#pragma once

#include "editorial/inbox.h"
#include "ui/workplace.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class LetterChoiceForm;
}

namespace ui {

class LetterChoiceDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit LetterChoiceDialog(Workplace &workplace, QWidget *parent = nullptr);
    ~LetterChoiceDialog() override;

Q_SIGNALS:
    void chosen(const desk::LetterId &letter);

private:
    void search();
    void list(const QList<editorial::LetterItem> &letters);
    void choose();

    Workplace &m_workplace;
    std::unique_ptr<Ui::LetterChoiceForm> m_form;
    QPushButton *m_add;
    QList<desk::LetterId> m_letters; // by row
    int m_search = 0;
};

} // namespace ui
