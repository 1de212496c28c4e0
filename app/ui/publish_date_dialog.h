// PublishDateDialog: on which day and at what time an article may go out; in the time zone of the desk. Shown with
// open(). The window's thread.
#pragma once

#include <QDialog>
#include <QTimeZone>

#include <memory>

namespace Ui {
class PublishDateForm;
}

namespace ui {

class PublishDateDialog final : public QDialog
{
    Q_OBJECT

public:
    // `moment` invalid: no date yet; then tomorrow morning is offered.
    PublishDateDialog(const QDateTime &moment, const QTimeZone &zone, QWidget *parent = nullptr);
    ~PublishDateDialog() override;

Q_SIGNALS:
    // In UTC; invalid: no date.
    void chosen(const QDateTime &moment);

private:
    std::unique_ptr<Ui::PublishDateForm> m_form;
    QTimeZone m_zone;
};

} // namespace ui
