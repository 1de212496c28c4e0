// PublishRoom: where the desk goes out to the website folder: first what will change, with what is held back and why,
// then the export itself. Nothing is written before somebody has seen what will be. A room is made for one open desk.
// Lives in the window's thread.
#pragma once

#include "desk/masthead.h"
#include "ui/publish_plan.h"
#include "ui/room.h"
#include "ui/workplace.h"

#include <QPointer>

#include <memory>
#include <optional>

namespace Ui {
class PublishRoom;
}

namespace ui {

class PublishModel;

class PublishRoom final : public Room
{
    Q_OBJECT

public:
    // The workplace must outlive the room.
    explicit PublishRoom(Workplace &workplace, QWidget *parent = nullptr);
    ~PublishRoom() override;

    // The website folder; empty: none yet.
    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const;

    [[nodiscard]] QString title() const override;
    void takeFocus() override;
    [[nodiscard]] QList<QWidget *> panes() override;

private:
    // What the list shows.
    enum class Shown {
        Nothing,
        Plan,    // what an export would do now
        OldPlan, // the same, but the desk has changed since
        Outcome, // what the last export did
    };

    void build();
    void connectParts();
    void loadSites();
    void loadMasthead();
    void chooseFolder();
    void addFolder(const QString &folder);
    void whatWillChange();
    void look();
    void publish();
    void start(bool dryRun);
    void take(const base::Result<PublishPlan> &plan, bool dryRun);
    void takeFailure(const base::Error &error, bool dryRun);
    void showProgress(qint64 done, qint64 total, const QString &step);
    void noteChange(editorial::Areas areas);
    void forget();
    void refresh();
    void refreshButtons();
    void refreshPages();
    [[nodiscard]] QString sentence() const;
    void go(const QModelIndex &index);
    void openInBrowser();
    [[nodiscard]] QDateTime asOf() const;

    Workplace &m_workplace;
    std::unique_ptr<Ui::PublishRoom> m_form;
    PublishModel *m_model;
    QPointer<editorial::Job> m_job;
    std::optional<desk::Masthead> m_masthead;
    std::optional<PublishPlan> m_plan;
    Shown m_shown = Shown::Nothing;
    bool m_changedMeanwhile = false; // while the job looked
};

} // namespace ui
