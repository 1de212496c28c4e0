#include "ui/publish_room.h"

#include "editorial/masthead.h"
#include "ui/icons.h"
#include "ui/job_strip.h"
#include "ui/new_desk_dialog.h"
#include "ui/publish_model.h"
#include "ui/publish_row_delegate.h"
#include "ui/reading_font.h"
#include "ui_publish_room.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QTimeZone>
#include <QUrl>

namespace ui {

namespace {

constexpr int barSteps = 1000;
const auto frontPage = QStringLiteral("index.html");

// In the order of the box.
enum AsOf { Now, AnotherTime };

} // namespace

PublishRoom::PublishRoom(Workplace &workplace, QWidget *parent)
    : Room(parent), m_workplace(workplace), m_form(std::make_unique<Ui::PublishRoom>()), m_model(new PublishModel(this))
{
    m_form->setupUi(this);
    build();
    connectParts();
    loadSites();
    loadMasthead();
    refresh();
}

PublishRoom::~PublishRoom() = default;

void PublishRoom::build()
{
    auto *delegate = new PublishRowDelegate(this);
    m_form->list->setModel(m_model);
    m_form->list->setItemDelegate(delegate);
    connect(delegate, &PublishRowDelegate::goWanted, this, &PublishRoom::go);
    const Actions &actions = m_workplace.actions;
    m_form->look_button->setIcon(actions.action(ActionId::WhatWillChange)->icon());
    m_form->browser_button->setIcon(actions.action(ActionId::OpenInBrowser)->icon());
    QFont headline = readingFont(m_workplace.settings);
    headline.setPointSizeF(headline.pointSizeF() * 1.2);
    m_form->message->setFont(headline);
    QFont bold = m_form->sentence->font();
    bold.setBold(true);
    m_form->sentence->setFont(bold);
    for (QLabel *quiet : {m_form->zone, m_form->message_hint, m_form->address_hint})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    m_form->moment->setDateTime(QDateTime::currentDateTime());
    m_form->progress_line->hide();
}

void PublishRoom::connectParts()
{
    const Actions &actions = m_workplace.actions;
    actions.connect(ActionId::WhatWillChange, this, &PublishRoom::whatWillChange);
    actions.connect(ActionId::OpenInBrowser, this, &PublishRoom::openInBrowser);
    connect(m_form->choose_button, &QPushButton::clicked, this, &PublishRoom::chooseFolder);
    connect(m_form->look_button, &QPushButton::clicked, this, &PublishRoom::look);
    connect(m_form->publish_button, &QPushButton::clicked, this, &PublishRoom::publish);
    connect(m_form->browser_button, &QPushButton::clicked, this, &PublishRoom::openInBrowser);
    connect(m_form->first_button, &QPushButton::clicked, this, [this] {
        if (folder().isEmpty())
            chooseFolder();
        else
            look();
    });
    connect(m_form->masthead_button, &QPushButton::clicked, actions.action(ActionId::MastheadSettings),
            &QAction::trigger);
    connect(m_form->cancel_button, &QPushButton::clicked, this, [this] {
        if (!m_job)
            return;
        m_job->cancel();
        m_form->cancel_button->setEnabled(false);
        m_form->progress_text->setText(tr("Stopping…"));
    });
    connect(m_form->folder_box, &QComboBox::currentIndexChanged, this, &PublishRoom::forget);
    connect(m_form->as_of_box, &QComboBox::currentIndexChanged, this, &PublishRoom::forget);
    connect(m_form->moment, &QDateTimeEdit::dateTimeChanged, this, &PublishRoom::forget);
    connect(m_form->list, &QListView::activated, this, &PublishRoom::go);
    connect(&m_workplace.session, &editorial::Session::changed, this, &PublishRoom::noteChange);
}

void PublishRoom::loadSites()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::sites(desk); },
        [this](const base::Result<QStringList> &sites) {
            if (!sites) {
                m_workplace.notices.error(sites.error());
                return;
            }
            const bool isFirst = m_form->folder_box->count() == 0;
            for (const QString &site : *sites)
                addFolder(site);
            if (isFirst && m_form->folder_box->count() > 0)
                m_form->folder_box->setCurrentIndex(0);
        });
}

void PublishRoom::loadMasthead()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::masthead(desk); },
        [this](const base::Result<desk::Masthead> &masthead) {
            if (masthead) {
                m_masthead = *masthead;
                m_form->zone->setText(masthead->timeZone);
            } else {
                m_workplace.notices.error(masthead.error());
            }
            refresh();
        });
}

void PublishRoom::addFolder(const QString &folder)
{
    if (m_form->folder_box->findData(folder) < 0)
        m_form->folder_box->addItem(QDir::toNativeSeparators(folder), folder);
}

void PublishRoom::setFolder(const QString &folder)
{
    const QString clean = QDir::cleanPath(folder);
    addFolder(clean);
    m_form->folder_box->setCurrentIndex(m_form->folder_box->findData(clean));
}

QString PublishRoom::folder() const
{
    return m_form->folder_box->currentData().toString();
}

void PublishRoom::chooseFolder()
{
    auto *dialog = new QFileDialog(window(), tr("Folder of the website"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(folder().isEmpty() ? usualFolder() : folder());
    connect(dialog, &QFileDialog::fileSelected, this, &PublishRoom::setFolder);
    dialog->open();
}

// By key, from wherever the person is.
void PublishRoom::whatWillChange()
{
    if (!isVisible())
        m_workplace.actions.action(ActionId::GoToPublish)->trigger();
    if (folder().isEmpty())
        chooseFolder();
    else
        look();
}

void PublishRoom::look()
{
    start(true);
}

void PublishRoom::publish()
{
    if (m_shown == Shown::Plan)
        start(false);
}

QDateTime PublishRoom::asOf() const
{
    if (m_form->as_of_box->currentIndex() == Now)
        return {};
    const QTimeZone zone(m_masthead ? m_masthead->timeZone.toLatin1() : QByteArray());
    return {m_form->moment->date(), m_form->moment->time(), zone.isValid() ? zone : QTimeZone::systemTimeZone()};
}

void PublishRoom::start(bool dryRun)
{
    if (m_job || folder().isEmpty())
        return;
    m_changedMeanwhile = false;
    const editorial::ExportRequest request{folder(), asOf(), {}, dryRun};
    m_job = m_workplace.session.start(
        dryRun ? tr("Looking at what will change") : tr("Publishing"), this,
        [request](editorial::Desk &desk, base::Progress &progress) { return exportPlan(desk, request, progress); },
        [this, dryRun](const base::Result<PublishPlan> &plan) { take(plan, dryRun); });
    connect(m_job, &editorial::Job::progressed, this, &PublishRoom::showProgress);
    showProgress(0, 0, {});
    m_form->cancel_button->setEnabled(true);
    refresh();
}

void PublishRoom::showProgress(qint64 done, qint64 total, const QString &step)
{
    if (!m_job || !m_form->cancel_button->isEnabled())
        return;
    m_form->progress_text->setText(progressText(m_job->title(), done, total, step));
    m_form->progress_bar->setMaximum(total > 0 ? barSteps : 0);
    if (total > 0)
        m_form->progress_bar->setValue(static_cast<int>(done * barSteps / total));
}

void PublishRoom::take(const base::Result<PublishPlan> &plan, bool dryRun)
{
    m_job = nullptr;
    if (!plan) {
        takeFailure(plan.error(), dryRun);
        return;
    }
    m_plan = *plan;
    m_shown = !dryRun ? Shown::Outcome : m_changedMeanwhile ? Shown::OldPlan : Shown::Plan;
    m_model->setRows(rows(*plan));
    if (!dryRun) {
        m_workplace.notices.news(doneSentence(plan->report));
        loadSites();
    }
    refresh();
    if (m_form->publish_button->isEnabled() && isVisible())
        m_form->publish_button->setFocus(Qt::OtherFocusReason);
}

void PublishRoom::takeFailure(const base::Error &error, bool dryRun)
{
    if (error.kind != base::Error::Kind::Cancelled)
        m_workplace.notices.error(error);
    else if (!dryRun)
        m_workplace.notices.news(tr("Publishing was stopped. The site is as it was."));
    if (dryRun || m_changedMeanwhile)
        m_shown = m_plan ? Shown::OldPlan : Shown::Nothing;
    refresh();
}

void PublishRoom::noteChange(editorial::Areas areas)
{
    if (areas & editorial::Area::Masthead)
        loadMasthead();
    const editorial::Areas printed = editorial::Area::Letters | editorial::Area::Articles | editorial::Area::Tags |
                                     editorial::Area::Masthead | editorial::Area::Index;
    if (!(areas & printed) || (areas & editorial::Area::Publications))
        return;
    m_changedMeanwhile = true;
    if (m_shown == Shown::Plan)
        m_shown = Shown::OldPlan;
    refresh();
}

// What was seen was seen of another folder or another time.
void PublishRoom::forget()
{
    m_plan.reset();
    m_shown = Shown::Nothing;
    m_model->setRows({});
    m_workplace.actions.setAvailable(Need::Site, !folder().isEmpty());
    refresh();
}

void PublishRoom::refresh()
{
    const bool working = m_job;
    const bool another = m_form->as_of_box->currentIndex() == AnotherTime;
    m_form->moment->setVisible(another);
    m_form->zone->setVisible(another);
    m_form->progress_line->setVisible(working);
    m_form->address_line->setVisible(m_masthead && m_masthead->baseUrl.isEmpty());
    for (QWidget *choice : {static_cast<QWidget *>(m_form->folder_box), static_cast<QWidget *>(m_form->choose_button),
                            static_cast<QWidget *>(m_form->as_of_box), static_cast<QWidget *>(m_form->moment)})
        choice->setEnabled(!working);
    m_form->sentence->setText(sentence());
    m_form->sentence->setVisible(!m_form->sentence->text().isEmpty());
    refreshButtons();
    refreshPages();
}

void PublishRoom::refreshButtons()
{
    const PublishCounts counted = m_plan ? counts(m_plan->report) : PublishCounts();
    const bool mayPublish = m_shown == Shown::Plan && !counted.isNothing() && !m_job;
    m_form->publish_button->setVisible(m_shown != Shown::Outcome);
    m_form->publish_button->setEnabled(mayPublish);
    m_form->publish_button->setText(publishVerb(m_shown == Shown::Plan ? counted : PublishCounts()));
    m_form->publish_button->setToolTip(mayPublish ? QString() : tr("See first what will change."));
    m_form->publish_button->setDefault(mayPublish);
    m_form->button_line->setVisible(m_shown != Shown::Nothing);
    m_form->look_button->setEnabled(!m_job && !folder().isEmpty());
    m_form->browser_button->setVisible(m_shown == Shown::Outcome || (m_shown == Shown::Plan && counted.isNothing()));
}

void PublishRoom::refreshPages()
{
    if (m_shown != Shown::Nothing && m_model->rowCount() > 0) {
        m_form->pages->setCurrentWidget(m_form->list_page);
        return;
    }
    m_form->pages->setCurrentWidget(m_form->message_page);
    const bool hasFolder = !folder().isEmpty();
    m_form->first_button->setVisible(m_shown == Shown::Nothing && !m_job);
    m_form->first_button->setIcon(icon(hasFolder ? QStringLiteral("list-checks") : QStringLiteral("folder-open")));
    m_form->first_button->setText(hasFolder ? tr("See &what will change") : tr("Choose a &folder…"));
    if (m_shown != Shown::Nothing) {
        m_form->message->setText(tr("Nothing to do here"));
        m_form->message_hint->setText(tr("Approve an article, or change one, and it is listed here."));
    } else if (hasFolder) {
        m_form->message->setText(m_job ? tr("One moment") : tr("See it before it happens"));
        m_form->message_hint->setText(tr("Approved articles whose date has come go out. You see here which pages are "
                                         "added, changed and removed,\nand what is held back. Nothing is written "
                                         "until you publish."));
    } else {
        m_form->message->setText(tr("Where does your site lie?"));
        m_form->message_hint->setText(tr("Choose the folder that your website is made in. Postbag writes its pages "
                                         "there\nand leaves every file alone that it did not write."));
    }
}

QString PublishRoom::sentence() const
{
    if (!m_plan || m_job)
        return {};
    switch (m_shown) {
    case Shown::Plan:
        return planSentence(m_plan->report);
    case Shown::OldPlan:
        return tr("The desk has changed since this was made. Look again before you publish.");
    case Shown::Outcome:
        return doneSentence(m_plan->report);
    case Shown::Nothing:
        break;
    }
    return {};
}

void PublishRoom::go(const QModelIndex &index)
{
    const PublishRow *row = m_model->row(index);
    if (!row)
        return;
    if (!row->article.isNull())
        Q_EMIT articleWanted(row->article);
    else if (row->isOfMasthead)
        m_workplace.actions.action(ActionId::MastheadSettings)->trigger();
}

void PublishRoom::openInBrowser()
{
    const QString page = QDir(folder()).filePath(frontPage);
    m_workplace.session.run(
        this, [page](editorial::Desk &) { return QFileInfo::exists(page); },
        [this, page](bool exists) {
            if (!exists)
                m_workplace.notices.warning(
                    tr("There is no site in %1 yet. Publish first.").arg(QDir::toNativeSeparators(folder())));
            else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
                m_workplace.notices.warning(
                    tr("No program opened %1. Open it in a browser yourself.").arg(QDir::toNativeSeparators(page)));
        });
}

QString PublishRoom::title() const
{
    return tr("Publish");
}

void PublishRoom::takeFocus()
{
    QWidget *first = m_form->publish_button->isEnabled() ? m_form->publish_button : m_form->look_button;
    if (m_shown == Shown::Nothing)
        first = m_form->first_button;
    first->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> PublishRoom::panes()
{
    return {m_form->folder_box, m_form->list};
}

} // namespace ui
