#include "ui/publish_date_dialog.h"

#include "ui_publish_date_dialog.h"

#include <QPushButton>

namespace ui {

PublishDateDialog::PublishDateDialog(const QDateTime &moment, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::PublishDateForm>()), m_zone(zone.isValid() ? zone : QTimeZone::utc())
{
    m_form->setupUi(this);
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_zone);
    const QDateTime offered = moment.isValid() ? moment.toTimeZone(m_zone) : now.date().addDays(1).startOfDay(m_zone);
    m_form->day->setDate(offered.date());
    m_form->time->setTime(offered.time());
    m_form->zone->setText(QString::fromLatin1(m_zone.id()));
    QPushButton *none = m_form->buttons->addButton(tr("&No date"), QDialogButtonBox::ResetRole);
    QPushButton *set = m_form->buttons->addButton(tr("&Set the date"), QDialogButtonBox::AcceptRole);
    none->setObjectName(QStringLiteral("noDate"));
    set->setObjectName(QStringLiteral("setDate"));
    set->setDefault(true);
    connect(none, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen({});
        accept();
    });
    connect(set, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(QDateTime(m_form->day->date(), m_form->time->time(), m_zone).toUTC());
        accept();
    });
}

PublishDateDialog::~PublishDateDialog() = default;

} // namespace ui
