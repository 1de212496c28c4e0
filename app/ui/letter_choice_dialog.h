// LetterChoiceDialog: one letter, found by its number or by words: which an article is to answer as well, of those on
// the shortlist or new; or which others follow, of all. Shown with open(). The window's thread.
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

// What a letter is chosen for.
enum class LetterChoice { AnswerAsWell, Follow };

class LetterChoiceDialog final : public QDialog
{
    Q_OBJECT

public:
    // `besides` cannot be chosen.
    LetterChoiceDialog(Workplace &workplace, LetterChoice choice, const QList<desk::LetterId> &besides,
                       QWidget *parent = nullptr);
    ~LetterChoiceDialog() override;

Q_SIGNALS:
    void chosen(const desk::LetterId &letter);

private:
    void askForEarlier();
    void search();
    void list(const QList<editorial::LetterItem> &letters);
    void choose();

    Workplace &m_workplace;
    LetterChoice m_choice;
    QList<desk::LetterId> m_besides;
    std::unique_ptr<Ui::LetterChoiceForm> m_form;
    QPushButton *m_add;
    QList<desk::LetterId> m_letters; // by row
    int m_search = 0;
};

} // namespace ui
