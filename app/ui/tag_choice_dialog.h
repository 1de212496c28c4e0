// TagChoiceDialog: asks for one tag out of many, found by typing, and says what choosing it will do. For merging and
// for moving. Shown with open(). The window's thread.
#pragma once

#include "desk/id.h"

#include <QDialog>

#include <functional>
#include <memory>

class QListWidgetItem;
class QPushButton;

namespace Ui {
class TagChoiceDialog;
}

namespace ui {

// One tag to choose; a null id stands for the top of the tree.
struct TagChoice {
    desk::TagId id;
    QString path;   // as listed
    QString sought; // the name and the synonyms, a line each
};

class TagChoiceDialog final : public QDialog
{
    Q_OBJECT

public:
    // The sentence about a choice.
    using Consequence = std::function<QString(const desk::TagId &)>;

    TagChoiceDialog(const QString &title, const QString &verb, const QList<TagChoice> &choices, Consequence consequence,
                    QWidget *parent);
    ~TagChoiceDialog() override;

Q_SIGNALS:
    void chosen(const desk::TagId &tag);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<TagChoice> &choices);
    void filter(const QString &text);
    void showConsequence();
    void choose();
    [[nodiscard]] QListWidgetItem *current() const;

    std::unique_ptr<Ui::TagChoiceDialog> m_form;
    Consequence m_consequence;
    QPushButton *m_button = nullptr;
};

} // namespace ui
