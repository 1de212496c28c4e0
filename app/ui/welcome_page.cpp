#include "ui/welcome_page.h"

#include "ui/icons.h"
#include "ui/reading_font.h"
#include "ui_welcome_page.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype mostShown = 5;

} // namespace

WelcomePage::WelcomePage(const editorial::Settings &settings, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_form(std::make_unique<Ui::WelcomePage>())
{
    m_form->setupUi(this);
    style();
    const auto trigger = [&actions](QPushButton *button, ActionId id) {
        connect(button, &QPushButton::clicked, actions.action(id), &QAction::trigger);
    };
    trigger(m_form->new_button, ActionId::NewDesk);
    trigger(m_form->sample_button, ActionId::OpenSample);
    trigger(m_form->open_button, ActionId::OpenDesk);
    connect(m_form->import_button, &QPushButton::clicked, this, &WelcomePage::importWanted);
    connect(m_form->recent_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { Q_EMIT deskWanted(item->data(Qt::UserRole).toString()); });
    connect(m_form->recent_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT deskWanted(item->data(Qt::UserRole).toString()); });
    refresh({});
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::style()
{
    QFont headline = readingFont(m_settings);
    headline.setPointSizeF(headline.pointSizeF() * 1.9);
    m_form->headline->setFont(headline);
    QFont introduction = readingFont(m_settings);
    m_form->introduction->setFont(introduction);
    QFont number = headline;
    number.setPointSizeF(headline.pointSizeF() * 0.8);
    for (QLabel *step : {m_form->first, m_form->second, m_form->third}) {
        step->setFont(number);
        step->setForegroundRole(QPalette::Link);
    }
    m_form->problem->setTextFormat(Qt::PlainText);
    m_form->problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_form->problem->font();
    bold.setBold(true);
    m_form->problem->setFont(bold);
    m_form->problem->setForegroundRole(QPalette::BrightText);
    m_form->recent_label->setForegroundRole(QPalette::PlaceholderText);
    m_form->recent_list->viewport()->setAutoFillBackground(false);
    m_form->recent_list->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    m_form->recent_list->setSpacing(2);
}

void WelcomePage::refresh(const QString &problem)
{
    m_form->problem->setText(problem);
    m_form->problem->setVisible(!problem.isEmpty());
    m_form->recent_list->clear();
    const QStringList recent = m_settings.value(editorial::Setting::RecentDesks).toStringList();
    for (const QString &path : recent) {
        const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
        auto *item =
            new QListWidgetItem(tr("%1  —  %2").arg(QFileInfo(path).completeBaseName(), folder), m_form->recent_list);
        item->setIcon(icon(QStringLiteral("folder-open"), Role::SecondaryText));
        item->setData(Qt::UserRole, path);
    }
    const int row = m_form->recent_list->sizeHintForRow(0);
    m_form->recent_list->setFixedHeight(static_cast<int>(std::min<qsizetype>(recent.size(), mostShown)) * row);
    m_form->recent_label->setVisible(!recent.isEmpty());
    m_form->recent_list->setVisible(!recent.isEmpty());
}

void WelcomePage::setWorking(bool working)
{
    for (QWidget *part : {static_cast<QWidget *>(m_form->new_button), static_cast<QWidget *>(m_form->import_button),
                          static_cast<QWidget *>(m_form->sample_button), static_cast<QWidget *>(m_form->open_button),
                          static_cast<QWidget *>(m_form->recent_list)})
        part->setEnabled(!working);
}

} // namespace ui
