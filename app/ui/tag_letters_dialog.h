// TagLettersDialog: which tags the chosen letters carry. A tag that some of them carry stays as it is until it is
// ticked or unticked; a name that is no tag yet becomes one. The window's thread.
#pragma once

#include "editorial/tags.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TagLettersDialog;
}

namespace ui {

class TagLettersDialog final : public QDialog
{
    Q_OBJECT

public:
    // `carried`: the tags of each of the letters.
    TagLettersDialog(const editorial::TagTree &tree, const QList<QList<desk::TagId>> &carried, QWidget *parent);
    ~TagLettersDialog() override;

Q_SIGNALS:
    // Names of tags.
    void chosen(const QStringList &add, const QStringList &remove);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRow(const QString &name, Qt::CheckState state);
    void filter(const QString &text);
    void tickFirst();
    void take();

    std::unique_ptr<Ui::TagLettersDialog> m_form;
};

} // namespace ui
