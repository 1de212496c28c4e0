// What a letter is printed without, in both rooms of the real window, and how it comes back.
#include "incoming.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/new_desk_dialog.h"
#include "ui/reading_room.h"
#include "ui/text_sheet.h"
#include "ui/writing_room.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QToolButton>

using ui::ActionId;
using ui::MainWindow;

class FoldedLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readingRoomBringsBackAndFoldsAgain();
    void writingRoomKeepsWhatWasTyped();
    void originalHidesNothing();
    void buttonHasTheKeyInItsTip();
    void saysThatNothingIsFolded();

private:
    bool read(const intake::IncomingLetter &letter);
    bool answer();
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }
    template <typename T>
    T *part(const QWidget *in, const char *name) const
    {
        return in->findChild<T *>(QLatin1String(name));
    }
    QWidget *reading() const { return m_window->findChild<ui::ReadingRoom *>(); }
    QWidget *writing() const { return m_window->findChild<ui::WritingRoom *>(); }
    bool isLineShown(const QWidget *room) const { return part<QWidget>(room, "foldedLine")->isVisible(); }
    QString sheet() const { return part<QTextEdit>(m_window.get(), "readingSheet")->toPlainText(); }
    ui::TextSheet *letter() const { return part<ui::TextSheet>(m_window.get(), "letterSheet"); }
    ui::RowView *list() const { return part<ui::RowView>(m_window.get(), "rowView"); }
    bool isQuiet() const { return !m_window->workbench()->workplace().session.isBusy(); }

    std::unique_ptr<OpenSession> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void FoldedLineTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void FoldedLineTest::init()
{
    m_files = std::make_unique<OpenSession>();
    m_files->settings.setValue(editorial::Setting::PersonalWords,
                               m_files->folder.filePath(QStringLiteral("words.txt")));
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FoldedLineTest::cleanup()
{
    if (m_window->workbench()) {
        QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
        m_window->close();
        QTRY_COMPARE(closed.count(), 1);
    }
    m_window.reset();
    m_files.reset();
}

// A new desk with this letter, which is read.
bool FoldedLineTest::read(const intake::IncomingLetter &letter)
{
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), m_files->path()});
    if (opened.isEmpty() && !opened.wait())
        return false;
    m_window->workbench()->workplace().session.run(
        m_window.get(), [letter](editorial::Desk &desk) { return take(desk, {letter}); }, [](bool) {});
    const auto isRead = [this, &letter] {
        list()->step(1);
        return part<QLabel>(m_window.get(), "letterName")->text() == letter.subject && isQuiet();
    };
    return QTest::qWaitFor([this] { return list()->model()->rowCount() == 1; }) && QTest::qWaitFor(isRead);
}

bool FoldedLineTest::answer()
{
    trigger(ActionId::OpenLetter);
    return QTest::qWaitFor([this] { return m_window->actions().isAvailable(ui::Need::Article) && isQuiet(); });
}

void FoldedLineTest::readingRoomBringsBackAndFoldsAgain()
{
    QVERIFY(read(answeringLetter()));
    QTRY_VERIFY(isLineShown(reading()));
    QVERIFY(!sheet().contains(QStringLiteral("Does it grow?")));
    QVERIFY(part<QLabel>(reading(), "foldedText")->text().contains(QStringLiteral("folded")));

    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(sheet().contains(QStringLiteral("Does it grow?")));
    QVERIFY(sheet().contains(QStringLiteral("12 Fence Street")));
    QTRY_VERIFY(!isLineShown(reading()));
    trigger(ActionId::Undo);
    QTRY_VERIFY(!sheet().contains(QStringLiteral("Does it grow?")));
    QTRY_VERIFY(isLineShown(reading()));
    trigger(ActionId::Redo);
    QTRY_VERIFY(sheet().contains(QStringLiteral("Does it grow?")));
}

void FoldedLineTest::writingRoomKeepsWhatWasTyped()
{
    QVERIFY(read(answeringLetter()));
    QVERIFY(answer());
    QTRY_VERIFY(isLineShown(writing()));
    letter()->setFocus();
    letter()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(letter(), QStringLiteral("Typed just now. "));
    trigger(ActionId::Unfold); // before the typed words were saved by themselves
    QTRY_VERIFY(letter()->toPlainText().contains(QStringLiteral("Does it grow?")));
    QVERIFY(letter()->toPlainText().startsWith(QStringLiteral("Typed just now. Dear Juniper,")));
    QVERIFY(letter()->toPlainText().endsWith(QStringLiteral("12 Fence Street")));
    QTRY_VERIFY(!isLineShown(writing()));
    QVERIFY(!part<QWidget>(writing(), "conflictBar")->isVisible());

    m_window->workbench()->workplace().undo.undo();
    QTRY_VERIFY(!letter()->toPlainText().contains(QStringLiteral("Does it grow?")));
    QVERIFY(letter()->toPlainText().startsWith(QStringLiteral("Typed just now. Dear Juniper,")));
    QTRY_VERIFY(isLineShown(writing()));
}

void FoldedLineTest::originalHidesNothing()
{
    QVERIFY(read(answeringLetter()));
    QVERIFY(answer());
    QTRY_VERIFY(isLineShown(writing()));
    trigger(ActionId::EditedOrOriginal);
    QVERIFY(!isLineShown(writing()));
    QCOMPARE(letter()->toPlainText(), answeringLetter().text);
    trigger(ActionId::EditedOrOriginal);
    QVERIFY(isLineShown(writing()));
}

void FoldedLineTest::buttonHasTheKeyInItsTip()
{
    QVERIFY(read(answeringLetter()));
    QTRY_VERIFY(isLineShown(reading()));
    auto *button = part<QToolButton>(reading(), "bringBack");
    QVERIFY(button->toolTip().contains(QStringLiteral("Ctrl+Shift+Y")));
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(sheet().contains(QStringLiteral("Does it grow?")));
}

void FoldedLineTest::saysThatNothingIsFolded()
{
    QVERIFY(read(plainLetter()));
    QVERIFY(!isLineShown(reading()));
    QSignalSpy notices(&m_window->workbench()->workplace().notices, &ui::Notices::shown);
    trigger(ActionId::Unfold);
    QCOMPARE(notices.count(), 1); // of the room that is in sight alone
    QCOMPARE(m_window->workbench()->workplace().undo.count(), 0);
}

QTEST_MAIN(FoldedLineTest)
#include "tst_folded_line.moc"
