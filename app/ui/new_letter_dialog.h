// NewLetterDialog: asks for a letter that a person types or pastes: its words, and what is known of who wrote them.
// What was typed in it goes only when the person says so. It stays open until it is told that the letter is kept. The
// window's thread.
#pragma once

#include "editorial/new_letter.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class NewLetterDialog;
}

namespace ui {

class NewLetterDialog final : public QDialog
{
    Q_OBJECT

public:
    // `offered` fills the fields.
    NewLetterDialog(editorial::NewLetter offered, const QDate &today, QWidget *parent);
    ~NewLetterDialog() override;

    // Of the letter.
    void setReadingFont(const QFont &font);
    [[nodiscard]] editorial::NewLetter letter() const;
    // The letter could not be kept, and why.
    void showProblem(const QString &problem);

    void reject() override;

Q_SIGNALS:
    // Ends with accept() or showProblem().
    void keepWanted();

private:
    void fill();
    void keep();
    void askWhetherToKeep();

    std::unique_ptr<Ui::NewLetterDialog> m_form;
    editorial::NewLetter m_offered;
    QDate m_today;
    QPushButton *m_keep;
};

} // namespace ui
