#include "open_session.h"
#include "ui/key_sheet.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/new_desk_dialog.h"
#include "ui/place_model.h"
#include "ui/reading_room.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardPaths>
#include <QTextEdit>
#include <QToolButton>

using ui::ActionId;
using ui::MainWindow;

namespace {

// Whether a person who does not see it can use it as the window stands, so that it needs a name.
bool needsName(const QWidget *widget)
{
    if (qobject_cast<const QScrollBar *>(widget) || widget->objectName().startsWith(QStringLiteral("qt_")))
        return false;
    const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                         qobject_cast<const QAbstractScrollArea *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                         qobject_cast<const QDateTimeEdit *>(widget);
    return control && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus;
}

QStringList nameless(const QWidget *root)
{
    QStringList found;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!needsName(widget))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            found.append(QStringLiteral("%1 %2 in %3")
                             .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                  widget->parentWidget()->objectName()));
    }
    return found;
}

// Drags it over the window and lets it go there; false if the window would not have it.
bool dropOn(QWidget &window, const QMimeData &mime)
{
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    return drop.isAccepted();
}

} // namespace

// The real window, driven by actions and keys on the offscreen platform.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startsWithTheWelcome();
    void saysWhyADeskCannotBeOpened();
    void everyControlHasAName();
    void lettersComeInAndAreShown();
    void droppedFilesAreBroughtIn();
    void listKeysMoveLettersAndUndoBringsThemBack();
    void enterHoldsALetter();
    void enterOpensTheWritingRoom();
    void whoWritesIsLeftThereWhenLettersCome();
    void placesAreReachedByKeys();
    void narrowWindowFoldsTheListWhileWriting();
    void listKeepsItsWidth();
    void titleHoldsNoLetterText();
    void closingTheWindowClosesTheDesk();
    void anotherDeskTakesThePlaceOfTheFirst();
    void refusedDeskLeavesTheOpenOneAlone();
    void keySheetFindsKeys();
    void newDeskDialogDoesNotWriteOverFiles();

private:
    bool makeDesk(const QString &name = QStringLiteral("desk"));
    bool openWith(int letters);
    template <typename T>
    T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    ui::RowView *list() const { return child<ui::RowView>("rowView"); }
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }

    std::unique_ptr<OpenSession> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void MainWindowTest::init()
{
    m_files = std::make_unique<OpenSession>();
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    if (m_window->workbench()) {
        QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
        m_window->close();
        QTRY_COMPARE(closed.count(), 1);
    }
    m_window.reset();
    m_files.reset();
}

bool MainWindowTest::makeDesk(const QString &name)
{
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"),
                          m_files->folder.filePath(name + QStringLiteral(".postbag"))});
    return opened.count() > 0 || opened.wait();
}

bool MainWindowTest::openWith(int letters)
{
    if (!makeDesk())
        return false;
    m_window->workbench()->importing().bringIn({m_files->mailbox(letters)});
    return QTest::qWaitFor([this, letters] { return list()->model()->rowCount() == letters; });
}

void MainWindowTest::startsWithTheWelcome()
{
    QVERIFY(child<QWidget>("WelcomePage")->isVisible());
    QVERIFY(!m_window->workbench());
    QVERIFY(!m_window->actions().action(ActionId::ImportLetters)->isEnabled());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Postbag"));
}

void MainWindowTest::saysWhyADeskCannotBeOpened()
{
    QSignalSpy refused(m_window.get(), &MainWindow::deskRefused);
    m_window->openDesk(m_files->folder.filePath(QStringLiteral("nowhere.postbag")));
    QTRY_COMPARE(refused.count(), 1);
    auto *problem = child<QLabel>("problem");
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), refused.first().first().toString());
    QVERIFY(!problem->text().isEmpty());
    QVERIFY(makeDesk());
}

void MainWindowTest::everyControlHasAName()
{
    QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    QVERIFY(openWith(3));
    QTRY_COMPARE(child<QLabel>("listHeading")->text(), QStringLiteral("New · 3"));
    trigger(ActionId::NextLetter);
    QTRY_COMPARE(child<QLabel>("letterName")->text(), QStringLiteral("Worry 3"));
    QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    trigger(ActionId::OpenLetter);
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Article));
    QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    for (const ActionId place : {ActionId::GoToTags, ActionId::GoToPublish, ActionId::GoToLetters}) {
        trigger(place);
        QTest::qWait(50);
        QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    }
    for (const ActionId dialog : {ActionId::KeySheet, ActionId::GoToAnything, ActionId::Hold, ActionId::NewDesk})
        trigger(dialog);
    QCOMPARE(nameless(m_window.get()).join(u'\n'), QString());
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
}

void MainWindowTest::lettersComeInAndAreShown()
{
    QVERIFY(makeDesk());
    QTRY_VERIFY(child<QAbstractButton>("emptyButton")->isVisible());
    m_window->workbench()->importing().bringIn({m_files->mailbox(120)});
    QTRY_COMPARE(list()->model()->rowCount(), 120);
    QTRY_COMPARE(child<QLabel>("noticeText")->text().contains(QStringLiteral("120")), true);
    QTRY_COMPARE(child<QLabel>("listHeading")->text(), QStringLiteral("New · 120"));
    auto *places = child<QListView>("placeList");
    const QModelIndex fresh = places->currentIndex();
    QTRY_COMPARE(fresh.data(ui::PlaceModel::CountRole).toLongLong(), 120);

    QVERIFY(list()->step(1));
    QTRY_COMPARE(child<QLabel>("letterName")->text(), QStringLiteral("Worry 120"));
    QTRY_VERIFY(child<QTextEdit>("readingSheet")->toPlainText().contains(QStringLiteral("worry number 120")));
    QTRY_COMPARE(fresh.data(ui::PlaceModel::UnreadRole).toLongLong(), 119); // reading it made it read
}

void MainWindowTest::droppedFilesAreBroughtIn()
{
    QVERIFY(makeDesk());
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(m_files->mailbox(2))});
    QVERIFY(dropOn(*m_window, mime));
    QTRY_COMPARE(list()->model()->rowCount(), 2);

    QVERIFY(QDir(m_files->folder.path()).mkpath(QStringLiteral("saved")));
    QFile message(m_files->folder.filePath(QStringLiteral("saved/one.eml")));
    QVERIFY(message.open(QIODevice::WriteOnly));
    message.write("Subject: In a folder\n\nThis one lies in a folder.\n");
    message.close();
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(m_files->folder.filePath(QStringLiteral("saved")))});
    QVERIFY(dropOn(*m_window, folder));
    QTRY_COMPARE(list()->model()->rowCount(), 3);
}

void MainWindowTest::listKeysMoveLettersAndUndoBringsThemBack()
{
    QVERIFY(openWith(5));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(list()->current());
    const QUuid first = list()->current()->id;
    QTest::keyClick(list(), Qt::Key_J);
    QTest::keyClick(list(), Qt::Key_K);
    QCOMPARE(list()->current()->id, first);
    QTest::keyClick(list(), Qt::Key_S);
    QTRY_COMPARE(list()->model()->rowCount(), 4);
    QTRY_VERIFY(list()->current() && list()->current()->id != first);
    QTest::keyClick(list(), Qt::Key_D);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(list()->model()->rowCount(), 4);
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(list()->model()->rowCount(), 5);
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list()->model()->rowCount(), 4);

    auto *search = child<QLineEdit>("listSearch");
    trigger(ActionId::Find);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("dskj"));
    QCOMPARE(search->text(), QStringLiteral("dskj")); // in the search these are letters
}

void MainWindowTest::enterHoldsALetter()
{
    QVERIFY(openWith(2));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(list()->current());
    QTest::keyClick(list(), Qt::Key_H);
    const QPointer<QDialog> dialog = m_window->findChild<QDialog *>(QStringLiteral("HoldDialog"));
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_VERIFY(dialog->isActiveWindow());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QVERIFY(!m_window->actions().isAvailable(ui::Need::Article)); // held, and not being answered
}

void MainWindowTest::enterOpensTheWritingRoom()
{
    QVERIFY(openWith(2));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(list()->current());
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Article));
    QTRY_COMPARE(list()->model()->rowCount(), 1); // the letter is being answered now
    QVERIFY(!child<ui::ReadingRoom>("readingRoom")->isVisible());
    trigger(ActionId::GoToArticles);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    trigger(ActionId::GoToLetters);
    QTRY_VERIFY(child<ui::ReadingRoom>("readingRoom")->isVisible());
    QVERIFY(!m_window->actions().isAvailable(ui::Need::Article));
}

void MainWindowTest::whoWritesIsLeftThereWhenLettersCome()
{
    QVERIFY(openWith(2));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(list()->current());
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Article));
    QTRY_VERIFY(!m_window->workbench()->workplace().session.isBusy());
    const QWidget *focused = m_window->focusWidget();
    m_window->workbench()->importing().bringIn({m_files->mailbox(9)});
    auto *show = child<QToolButton>("noticeButton");
    QTRY_VERIFY(child<QLabel>("noticeText")->text().startsWith(QStringLiteral("7 ")));
    QVERIFY(m_window->actions().isAvailable(ui::Need::Article));
    QCOMPARE(m_window->focusWidget(), focused);
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_VERIFY(child<ui::ReadingRoom>("readingRoom")->isVisible());
    QTRY_COMPARE(child<QLabel>("listHeading")->text(), QStringLiteral("New · 8"));
}

void MainWindowTest::placesAreReachedByKeys()
{
    QVERIFY(openWith(2));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(!list()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(list()->isVisible());
    QVERIFY(list()->hasFocus()); // so that its keys work
    trigger(ActionId::GoToPublish);
    trigger(ActionId::SearchDesk);
    QVERIFY(child<QLineEdit>("listSearch")->hasFocus());
    QSet<const QWidget *> focused;
    for (int n = 0; n < 3; ++n) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        focused.insert(m_window->focusWidget());
    }
    QVERIFY(focused.size() >= 2);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!list()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(list()->isVisible());
}

void MainWindowTest::narrowWindowFoldsTheListWhileWriting()
{
    QVERIFY(openWith(2));
    m_window->resize(1024, 700);
    QTRY_VERIFY(m_window->width() == 1024);
    QVERIFY(list()->isVisible());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_VERIFY(list()->current());
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(!list()->isVisible());
    m_window->resize(1280, 800);
    QTRY_VERIFY(list()->isVisible());
    m_window->resize(760, 700);
    QTRY_VERIFY(!child<QListView>("placeList")->isVisible());
}

void MainWindowTest::listKeepsItsWidth()
{
    QVERIFY(openWith(2));
    m_window->resize(1024, 700);
    QTRY_COMPARE(m_window->width(), 1024);
    const int width = list()->width();
    for (const ActionId place : {ActionId::GoToTags, ActionId::GoToPublish, ActionId::GoToArticles}) {
        trigger(place);
        QTest::qWait(50);
        trigger(ActionId::GoToLetters);
        QTRY_COMPARE(list()->width(), width);
    }
}

void MainWindowTest::titleHoldsNoLetterText()
{
    QVERIFY(openWith(1));
    QTRY_VERIFY(m_window->windowTitle().startsWith(QStringLiteral("Ask Juniper")));
    list()->step(1);
    QTRY_COMPARE(child<QLabel>("letterName")->text(), QStringLiteral("Worry 1"));
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("Worry")));
    trigger(ActionId::OpenLetter);
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Article));
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("Worry")));
}

void MainWindowTest::closingTheWindowClosesTheDesk()
{
    QVERIFY(openWith(1));
    QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
    m_window->close();
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(!m_window->workbench());
    QCOMPARE(m_files->settings.value(editorial::Setting::RecentDesks).toStringList().size(), 1);
    QVERIFY(!m_files->settings.value(editorial::Setting::WindowGeometry).toByteArray().isEmpty());
}

void MainWindowTest::anotherDeskTakesThePlaceOfTheFirst()
{
    QVERIFY(openWith(2));
    const QString first = m_window->workbench()->workplace().session.path();
    QVERIFY(makeDesk(QStringLiteral("second")));
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QVERIFY(m_window->workbench()->workplace().session.path() != first);
    m_window->openDesk(first); // its lock was given back
    QTRY_COMPARE(m_window->workbench()->workplace().session.path(), first);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
}

void MainWindowTest::refusedDeskLeavesTheOpenOneAlone()
{
    QVERIFY(openWith(2));
    QFile noDesk(m_files->folder.filePath(QStringLiteral("no-desk.postbag")));
    QVERIFY(noDesk.open(QIODevice::WriteOnly));
    noDesk.write("This is no desk.");
    noDesk.close();
    QSignalSpy refused(m_window.get(), &MainWindow::deskRefused);
    m_window->openDesk(noDesk.fileName());
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(m_window->workbench());
    QCOMPARE(child<QLabel>("noticeText")->text(), refused.first().first().toString());
    QCOMPARE(list()->model()->rowCount(), 2);
}

void MainWindowTest::keySheetFindsKeys()
{
    ui::KeySheet sheet(m_window->actions(), m_window.get());
    auto *filter = sheet.findChild<QLineEdit *>(QStringLiteral("filter_edit"));
    auto *keys = sheet.findChild<QAbstractItemView *>(QStringLiteral("key_list"));
    QCOMPARE(keys->model()->rowCount(), 10);
    filter->setText(QStringLiteral("shortlist"));
    QVERIFY(!keys->isHidden());
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
}

void MainWindowTest::newDeskDialogDoesNotWriteOverFiles()
{
    ui::NewDeskDialog dialog;
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *column = dialog.findChild<QLineEdit *>(QStringLiteral("column_edit"));
    auto *file = dialog.findChild<QLineEdit *>(QStringLiteral("file_edit"));
    auto *problem = dialog.findChild<QLabel *>(QStringLiteral("problem"));
    column->setText(QStringLiteral("Ask Juniper"));
    QVERIFY(dialog.desk().path.endsWith(QStringLiteral("ask-juniper.postbag")));
    file->setText(m_files->folder.filePath(QStringLiteral("free")));
    QCOMPARE(problem->text(), QString());
    QVERIFY(dialog.desk().path.endsWith(QStringLiteral("free.postbag")));
    QFile taken(m_files->folder.filePath(QStringLiteral("taken.postbag")));
    QVERIFY(taken.open(QIODevice::WriteOnly));
    file->setText(taken.fileName());
    QVERIFY(!problem->text().isEmpty());
    file->setText(QStringLiteral("/nowhere/at/all.postbag"));
    QVERIFY(!problem->text().isEmpty());
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
