// RawMessageDialog: a message as it came, page by page, as plain text that is only looked at: nothing in it is opened,
// fetched or run. The window's thread.
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class RawMessageDialog;
}

namespace ui {

class RawMessageDialog final : public QDialog
{
    Q_OBJECT

public:
    // `number` of the letter.
    RawMessageDialog(const QByteArray &raw, qint64 number, QWidget *parent);
    ~RawMessageDialog() override;

Q_SIGNALS:
    void saveWanted();

private:
    void showPage(qsizetype page);

    std::unique_ptr<Ui::RawMessageDialog> m_form;
    QByteArray m_raw;
    qsizetype m_page = 0;
};

} // namespace ui
