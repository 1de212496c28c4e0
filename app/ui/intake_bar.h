// IntakeBar: above a letter that is read: what there is to say of how it came, and what can be done about that. It
// reads the letter's arrival itself, and takes no room where there is nothing to say. Belongs to the reading room. The
// window's thread.
#pragma once

#include "ui/intake_statement.h"
#include "ui/workplace.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace ui {

class IntakeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit IntakeBar(Workplace &workplace, QWidget *parent = nullptr);

    // Null: none.
    void showLetter(const desk::LetterId &id);
    [[nodiscard]] const QList<IntakeStatement> &statements() const { return m_statements; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void read();
    void take(const editorial::Arrival &arrival);
    void fill();
    QWidget *rowOf(const IntakeStatement &statement);
    QWidget *buttonsOf(const IntakeStatement &statement, QWidget *row);
    void carryOut(ActionId offer);
    void dress();

    Workplace &m_workplace;
    desk::LetterId m_letter;
    QList<IntakeStatement> m_statements;
    QList<std::pair<QLabel *, IntakeStatement>> m_icons;
    QBoxLayout *m_rows;
};

} // namespace ui
