#include "ui/main_window.h"

#include "editorial/keeping.h"
#include "ui/desk_openers.h"
#include "ui/key_sheet.h"
#include "ui/welcome_page.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>

namespace ui {

namespace {

constexpr int usualWidth = 1280;
constexpr int usualHeight = 800;

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &suffix)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({MainWindow::tr("Desks (*.postbag)"), MainWindow::tr("All files (*)")});
    dialog->setDefaultSuffix(suffix);
    dialog->setDirectory(usualFolder());
    return dialog;
}

} // namespace

MainWindow::MainWindow(editorial::Settings &settings, const base::Clock &clock, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_pages(new QStackedWidget(this))
    , m_welcome(new WelcomePage(settings, m_actions))
{
    build();
    connectActions();
    connectUndo();
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_actions.fill(menuBar());
    m_pages->addWidget(m_welcome);
    setCentralWidget(m_pages);
    resize(usualWidth, usualHeight);
    restoreGeometry(m_settings.value(editorial::Setting::WindowGeometry).toByteArray());
    connect(m_welcome, &WelcomePage::deskWanted, this, &MainWindow::openDesk);
    connect(m_welcome, &WelcomePage::importWanted, this, [this] {
        m_askForLetters = true;
        askForNewDesk();
    });
}

void MainWindow::connectActions()
{
    m_actions.connect(ActionId::NewDesk, this, &MainWindow::askForNewDesk);
    m_actions.connect(ActionId::OpenDesk, this, &MainWindow::askForDesk);
    m_actions.connect(ActionId::OpenSample, this, &MainWindow::openSample);
    m_actions.connect(ActionId::CloseDesk, this, &MainWindow::closeDesk);
    m_actions.connect(ActionId::BackUp, this, &MainWindow::askForBackup);
    m_actions.connect(ActionId::Quit, this, &QWidget::close);
    m_actions.connect(ActionId::KeySheet, this, [this] { (new KeySheet(m_actions, this))->open(); });
    m_actions.connect(ActionId::About, this, &MainWindow::showAbout);
    m_actions.connect(ActionId::FullScreen, this,
                      [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
}

void MainWindow::connectUndo()
{
    m_actions.connect(ActionId::Undo, &m_undo, &QUndoStack::undo);
    m_actions.connect(ActionId::Redo, &m_undo, &QUndoStack::redo);
    connect(&m_undo, &QUndoStack::canUndoChanged, this, [this](bool can) { m_actions.setAvailable(Need::Undo, can); });
    connect(&m_undo, &QUndoStack::canRedoChanged, this, [this](bool can) { m_actions.setAvailable(Need::Redo, can); });
    connect(&m_undo, &QUndoStack::undoTextChanged, this, [this](const QString &text) {
        m_actions.action(ActionId::Undo)->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
    });
    connect(&m_undo, &QUndoStack::redoTextChanged, this, [this](const QString &text) {
        m_actions.action(ActionId::Redo)->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
    });
}

void MainWindow::askForNewDesk()
{
    auto *dialog = new NewDeskDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { createDesk(dialog->desk()); });
    connect(dialog, &QDialog::rejected, this, [this] { m_askForLetters = false; });
    dialog->open();
}

void MainWindow::askForDesk()
{
    QFileDialog *dialog = fileDialog(this, tr("Open desk"), {});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openDesk);
    dialog->open();
}

void MainWindow::askForBackup()
{
    QFileDialog *dialog = fileDialog(this, tr("Back up the desk"), QStringLiteral("postbag"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString desk = QFileInfo(m_workbench->workplace().session.path()).completeBaseName();
    const QString day = m_clock.now().toLocalTime().date().toString(Qt::ISODate);
    dialog->selectFile(QStringLiteral("%1 %2.postbag").arg(desk, day));
    connect(dialog, &QFileDialog::fileSelected, m_workbench.get(), [this](const QString &target) {
        m_workbench->workplace().session.start(
            tr("Backing up"), m_workbench.get(),
            [target](editorial::Desk &open, base::Progress &progress) {
                return editorial::backUp(open, target, progress);
            },
            [this, target](const base::Result<void> &done) {
                if (done)
                    m_notices.news(
                        tr("A whole, checked copy of the desk is now in %1.").arg(QDir::toNativeSeparators(target)));
                else
                    m_notices.error(done.error());
            });
    });
    dialog->open();
}

void MainWindow::openDesk(const QString &path)
{
    const QString wanted = QFileInfo(path).absoluteFilePath();
    if (m_workbench && QFileInfo(m_workbench->workplace().session.path()) == QFileInfo(wanted)) {
        Q_EMIT deskOpened();
        return;
    }
    start(openerOf(wanted));
}

void MainWindow::createDesk(const NewDesk &desk)
{
    start(openerOfNew(desk));
}

void MainWindow::openSample()
{
    const QString path = samplePath();
    if (m_workbench && QFileInfo(m_workbench->workplace().session.path()) == QFileInfo(path))
        return;
    start(openerOfSample(path));
}

void MainWindow::start(editorial::Session::Opener opener)
{
    if (m_opening)
        return;
    m_opening = std::make_unique<editorial::Session>(m_clock);
    m_welcome->setWorking(true);
    m_opening->open(std::move(opener), this, [this](const base::Result<void> &opened) {
        m_welcome->setWorking(false);
        auto session = std::move(m_opening);
        if (!opened) {
            // This runs within a call of the session: it goes when the call is over.
            session.release()->deleteLater();
            refuse(opened.error().message);
            return;
        }
        const auto waiting = std::make_shared<std::unique_ptr<editorial::Session>>(std::move(session));
        leaveDesk([this, waiting] {
            if (*waiting)
                take(std::move(*waiting));
        });
    });
}

void MainWindow::take(std::unique_ptr<editorial::Session> session)
{
    m_settings.noteRecentDesk(session->path());
    m_workbench = std::make_unique<Workbench>(std::move(session), Lent{m_settings, m_notices, m_undo, m_actions});
    connect(m_workbench.get(), &Workbench::titleChanged, this, &MainWindow::showTitle);
    connect(m_workbench.get(), &Workbench::deskWanted, this, &MainWindow::openDesk);
    m_pages->addWidget(m_workbench.get());
    m_pages->setCurrentWidget(m_workbench.get());
    m_workbench->takeFocus();
    showTitle();
    if (!m_lettersToCome.isEmpty())
        m_workbench->importing().bringIn(std::exchange(m_lettersToCome, {}));
    else if (std::exchange(m_askForLetters, false))
        m_workbench->importing().chooseFiles();
    Q_EMIT deskOpened();
}

void MainWindow::refuse(const QString &message)
{
    m_lettersToCome.clear();
    m_askForLetters = false;
    if (m_workbench)
        m_notices.error({base::Error::Kind::Io, message});
    else
        m_welcome->refresh(message);
    Q_EMIT deskRefused(message);
}

void MainWindow::closeDesk()
{
    leaveDesk([this] {
        m_welcome->refresh({});
        showTitle();
    });
}

// Calls `then` when everything is saved and the desk, if one was open, is closed.
void MainWindow::leaveDesk(std::function<void()> then)
{
    if (!m_workbench) {
        then();
        return;
    }
    m_workbench->flush([this, then = std::move(then)](const base::Result<void> &saved) {
        if (!saved) {
            m_notices.show(
                {Notice::Severity::Error, saved.error().message, tr("Close without saving"), this, [this, then] {
                     dropDesk();
                     then();
                 }});
            return;
        }
        // A room may have called this: it goes when its call is over.
        QMetaObject::invokeMethod(
            this,
            [this, then] {
                dropDesk();
                then();
            },
            Qt::QueuedConnection);
    });
}

void MainWindow::dropDesk()
{
    if (!m_workbench)
        return;
    m_workbench->rememberLayout();
    m_pages->setCurrentWidget(m_welcome);
    m_pages->removeWidget(m_workbench.get());
    m_workbench.reset();
    Q_EMIT deskClosed();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_opening) { // a desk is on its way: the window closes when it is there
        event->ignore();
        connect(this, &MainWindow::deskOpened, this, &QWidget::close, Qt::SingleShotConnection);
        connect(this, &MainWindow::deskRefused, this, &QWidget::close, Qt::SingleShotConnection);
        return;
    }
    if (m_workbench && !m_mayClose) {
        event->ignore();
        leaveDesk([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_settings.setValue(editorial::Setting::WindowGeometry, saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // What is dragged from a text within the window is no letter that comes.
    const bool isWords = m_workbench && !event->source() && NewLetterControl::hasWords(*event->mimeData());
    if (isWords || !ImportControl::filesIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = ImportControl::filesIn(event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && files.first().endsWith(QStringLiteral(".postbag"), Qt::CaseInsensitive)) {
        openDesk(files.first());
    } else if (m_workbench && files.isEmpty()) {
        m_workbench->newLetters().take(*event->mimeData());
    } else if (m_workbench) {
        m_workbench->importing().bringIn(files);
    } else {
        m_lettersToCome = files;
        askForNewDesk();
    }
}

void MainWindow::showTitle()
{
    const QString title = m_workbench ? m_workbench->title() : QString();
    setWindowTitle(title.isEmpty() ? tr("Postbag") : tr("%1 – Postbag").arg(title));
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, tr("About Postbag"),
                                  tr("<b>Postbag %1</b><br>The desk of an advice column.<br><br>Icons: Lucide (ISC). "
                                     "Reading face: Gelasio (OFL 1.1).")
                                      .arg(QCoreApplication::applicationVersion()),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(windowIcon().pixmap(64, 64));
    about->open();
}

} // namespace ui
