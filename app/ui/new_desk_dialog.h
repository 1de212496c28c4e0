// NewDeskDialog: asks for the column's name, its language and the file of a new desk. The window's thread.
#pragma once

#include <QDialog>

#include <memory>

class QPushButton;

namespace Ui {
class NewDeskDialog;
}

namespace ui {

struct NewDesk {
    QString column;
    QString language; // BCP 47
    QString path;
};

// Where a person keeps desks unless they say otherwise: their documents, or their home where there is no such folder.
[[nodiscard]] QString usualFolder();

// Where a desk of that column is put unless a person says otherwise.
[[nodiscard]] QString usualDeskPath(const QString &column);

class NewDeskDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewDeskDialog(QWidget *parent = nullptr);
    ~NewDeskDialog() override;

    [[nodiscard]] NewDesk desk() const;

private:
    void fillLanguages();
    void chooseFile();
    void check();

    std::unique_ptr<Ui::NewDeskDialog> m_form;
    QPushButton *m_make = nullptr;
    bool m_ownPath = false;
};

} // namespace ui
