// TagNameDialog: the name of a new tag, and whether it stands below the tag that is chosen. Says at once what is wrong
// with a name. Shown with open(). The window's thread.
#pragma once

#include "editorial/tags.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class TagNameDialog;
}

namespace ui {

class TagNameDialog final : public QDialog
{
    Q_OBJECT

public:
    // `above`: what the new tag may stand below; null: it will stand at the top.
    TagNameDialog(const QList<desk::Tag> &tags, const desk::TagId &above, QWidget *parent);
    ~TagNameDialog() override;

Q_SIGNALS:
    void chosen(const QString &name, const desk::TagId &parent);

private:
    void check();
    [[nodiscard]] QString problem() const;
    void choose();

    std::unique_ptr<Ui::TagNameDialog> m_form;
    QList<desk::Tag> m_tags;
    desk::TagId m_above;
    QPushButton *m_add = nullptr;
};

} // namespace ui
