#include "ui/hold_dialog.h"

#include "ui/icons.h"
#include "ui_hold_dialog.h"

#include <QLocale>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>

namespace ui {

namespace {

// The band of the month is as quiet as the rest of the dialog, and its arrows are ours.
void styleNavigation(const QCalendarWidget &calendar)
{
    auto *band = calendar.findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar"));
    band->setBackgroundRole(QPalette::Window);
    const std::pair<const char *, const char *> arrows[] = {{"qt_calendar_prevmonth", "arrow-left"},
                                                            {"qt_calendar_nextmonth", "arrow-right"}};
    for (const auto &[name, arrow] : arrows)
        band->findChild<QToolButton *>(QLatin1String(name))->setIcon(icon(QLatin1String(arrow)));
    for (const char *const name : {"qt_calendar_monthbutton", "qt_calendar_yearbutton"}) {
        auto *button = band->findChild<QToolButton *>(QLatin1String(name));
        QPalette own = button->palette();
        own.setColor(QPalette::HighlightedText, own.color(QPalette::WindowText));
        button->setPalette(own);
    }
}

} // namespace

HoldDialog::HoldDialog(const QDate &today, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::HoldDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_hold = m_form->buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_hold->setDefault(true);
    QTextCharFormat plain;
    plain.setForeground(color(Role::Text, palette()));
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_form->calendar->setWeekdayTextFormat(day, plain);
    styleNavigation(*m_form->calendar);
    m_form->calendar->setMinimumDate(today.addDays(1));
    connect(m_form->calendar, &QCalendarWidget::selectionChanged, this, [this] {
        const QString day = QLocale().toString(m_form->calendar->selectedDate(), QStringLiteral("d MMMM yyyy"));
        m_hold->setText(tr("&Hold until %1").arg(day));
    });
    const auto preset = [this](QPushButton *button, const QDate &day) {
        button->setToolTip(QLocale().toString(day, QLocale::LongFormat));
        connect(button, &QPushButton::clicked, this, [this, day] { choose(day); });
    };
    preset(m_form->week_button, today.addDays(7));
    preset(m_form->month_button, today.addMonths(1));
    preset(m_form->quarter_button, today.addMonths(3));
    m_form->calendar->setSelectedDate(today.addDays(7));
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, [this] { choose(m_form->calendar->selectedDate()); });
    connect(m_form->calendar, &QCalendarWidget::activated, this, &HoldDialog::choose); // Enter, or a double click
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->calendar->setFocus();
}

HoldDialog::~HoldDialog() = default;

void HoldDialog::choose(const QDate &day)
{
    Q_EMIT chosen(day);
    accept();
}

} // namespace ui
