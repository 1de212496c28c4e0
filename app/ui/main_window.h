// MainWindow: the window of the desktop program: menus, the welcome page, and the workbench of the desk that is open.
// It opens, makes and closes desks; everything that happens on a desk is the workbench's. The window's thread.
#pragma once

#include "ui/workbench.h"

#include <QMainWindow>
#include <QUndoStack>

class QStackedWidget;

namespace ui {

class WelcomePage;
struct NewDesk;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // Both must outlive the window.
    MainWindow(editorial::Settings &settings, const base::Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Each of these ends with deskOpened() or deskRefused(); the desk that was open is closed once the new one is
    // there.
    void openDesk(const QString &path);
    void createDesk(const NewDesk &desk);
    void openSample();
    void closeDesk();

    [[nodiscard]] const Actions &actions() const { return m_actions; }
    // Null while no desk is open.
    [[nodiscard]] Workbench *workbench() const { return m_workbench.get(); }

Q_SIGNALS:
    void deskOpened();
    void deskRefused(const QString &message);
    void deskClosed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectActions();
    void connectUndo();
    void askForNewDesk();
    void askForDesk();
    void askForBackup();
    void start(editorial::Session::Opener opener);
    void take(std::unique_ptr<editorial::Session> session);
    void refuse(const QString &message);
    void leaveDesk(std::function<void()> then);
    void dropDesk();
    void showTitle();
    void showAbout();

    editorial::Settings &m_settings;
    const base::Clock &m_clock;
    Actions m_actions;
    Notices m_notices;
    QUndoStack m_undo;
    QStackedWidget *m_pages;
    WelcomePage *m_welcome;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<editorial::Session> m_opening;
    QStringList m_lettersToCome; // to bring in once there is a desk
    bool m_askForLetters = false;
    bool m_mayClose = false;
};

} // namespace ui
