// What a person sees and does with letters that came in some particular way, in the real window.
#include "incoming.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/new_desk_dialog.h"
#include "ui/place_model.h"
#include "ui/raw_message_dialog.h"
#include "ui/reading_room.h"

#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTextEdit>

using ui::ActionId;
using ui::MainWindow;

namespace {

const ui::LettersPlace attention{{}, {}, {}, true};

} // namespace

class IntakeBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void attentionComesAndGoes();
    void lastOneSeenToLeavesThePlaceInSight();
    void severalAreSeenToAtOnce();
    void rawTextIsShownAndSaved();
    void ordinaryLetterHasNoBar();
    void bounceIsTakenBack();
    void writersWordsAreTakenAndGivenBack();
    void forwardingIsKeptAsSent();
    void longReasonsAreShownWhole();

private:
    bool open(const QList<intake::IncomingLetter> &letters);
    bool read(const ui::LettersPlace &place, const QString &subject);
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }
    template <typename T>
    T *part(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    // Null where it is not offered.
    QPushButton *offer(ActionId id) const
    {
        const QString name = m_window->actions().action(id)->objectName() + QStringLiteral(".offer");
        for (auto *button : m_window->findChildren<QPushButton *>(name)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    bool isBarShown() const { return part<QWidget>("intakeBar")->isVisible(); }
    QString barText() const;
    QModelIndex attentionRow() const
    {
        return static_cast<ui::PlaceModel *>(part<QListView>("placeList")->model())->indexOf(attention);
    }
    QString sheet() const { return part<QTextEdit>("readingSheet")->toPlainText(); }
    ui::RowView *list() const { return part<ui::RowView>("rowView"); }

    std::unique_ptr<OpenSession> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void IntakeBarTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void IntakeBarTest::init()
{
    m_files = std::make_unique<OpenSession>();
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void IntakeBarTest::cleanup()
{
    if (m_window->workbench()) {
        QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
        m_window->close();
        QTRY_COMPARE(closed.count(), 1);
    }
    m_window.reset();
    m_files.reset();
}

// A new desk with these letters, in the window.
bool IntakeBarTest::open(const QList<intake::IncomingLetter> &letters)
{
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), m_files->path()});
    if (opened.isEmpty() && !opened.wait())
        return false;
    bool isTaken = false;
    bool isDone = false;
    m_window->workbench()->workplace().session.run(
        m_window.get(), [letters](editorial::Desk &desk) { return take(desk, letters); },
        [&](bool taken) {
            isTaken = taken;
            isDone = true;
        });
    return QTest::qWaitFor([&isDone] { return isDone; }) && isTaken;
}

// Goes there and reads that letter.
bool IntakeBarTest::read(const ui::LettersPlace &place, const QString &subject)
{
    m_window->workbench()->go(place);
    const editorial::Session &session = m_window->workbench()->workplace().session;
    const auto isShown = [this, subject, &session] {
        const auto *name = part<QLabel>("letterName");
        if (name->isVisible() && name->text() == subject)
            return true;
        list()->setFocus();
        if (session.isBusy()) // the letter that was stepped to is being read
            return false;
        const int rows = list()->model()->rowCount();
        list()->step(list()->currentIndex().row() == rows - 1 ? -rows : 1);
        return false;
    };
    if (!QTest::qWaitFor([this] { return list()->model()->rowCount() > 0; }) || !QTest::qWaitFor(isShown))
        return false;
    return QTest::qWaitFor([&session] { return !session.isBusy(); });
}

QString IntakeBarTest::barText() const
{
    QStringList texts;
    for (const auto *label : part<QWidget>("intakeBar")->findChildren<QLabel *>(QStringLiteral("intakeText"))) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void IntakeBarTest::attentionComesAndGoes()
{
    QVERIFY(open({plainLetter()}));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QVERIFY(!attentionRow().isValid());
    m_window->workbench()->workplace().session.run(
        m_window.get(), [](editorial::Desk &desk) { return take(desk, {letterWithoutEnd()}); }, [](bool) {});
    QTRY_VERIFY(attentionRow().isValid());
    QCOMPARE(attentionRow().data(ui::PlaceModel::CountRole).toLongLong(), 1);
    // The row came above the place that is shown: nobody was taken elsewhere.
    QCOMPARE(part<QLabel>("listHeading")->text().startsWith(QStringLiteral("New")), true);

    const QString subject = letterWithoutEnd().subject;
    trigger(ActionId::GoToAttention);
    QTRY_COMPARE(part<QLabel>("listHeading")->text(), QStringLiteral("Needs attention · 1"));
    QVERIFY(read(attention, subject));
    QTRY_VERIFY(isBarShown());
    QVERIFY(barText().contains(letterWithoutEnd().attention));
    QVERIFY(list()->current()->notice == letterWithoutEnd().attention);
    QTest::mouseClick(offer(ActionId::SeenTo), Qt::LeftButton);
    QTRY_VERIFY(!attentionRow().isValid());

    trigger(ActionId::Undo);
    QTRY_VERIFY(attentionRow().isValid());
}

void IntakeBarTest::lastOneSeenToLeavesThePlaceInSight()
{
    QVERIFY(open({plainLetter(), letterWithoutEnd()}));
    QVERIFY(read(attention, letterWithoutEnd().subject));
    QTest::keyClick(list(), Qt::Key_V);
    QTRY_VERIFY(!attentionRow().isValid());
    QTRY_COMPARE(part<QLabel>("listHeading")->text(), QStringLiteral("Needs attention · 0"));
    trigger(ActionId::GoToLetters); // where there are letters
    QTRY_COMPARE(part<QLabel>("listHeading")->text(), QStringLiteral("New · 2"));
}

void IntakeBarTest::severalAreSeenToAtOnce()
{
    intake::IncomingLetter second = letterWithoutEnd();
    second.messageId = QStringLiteral("second@fixture.example");
    second.text += QStringLiteral(" again");
    QVERIFY(open({plainLetter(), letterWithoutEnd(), second}));
    m_window->workbench()->go(ui::LettersPlace{});
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    QTRY_VERIFY(list()->model()->index(2, 0).data(ui::RowModel::RowRole).isValid());
    list()->selectAll();
    trigger(ActionId::SeenTo);
    QTRY_VERIFY(!attentionRow().isValid());
    trigger(ActionId::Undo);
    QTRY_COMPARE(attentionRow().data(ui::PlaceModel::CountRole).toLongLong(), 2);
}

void IntakeBarTest::rawTextIsShownAndSaved()
{
    const intake::IncomingLetter letter = letterWithoutEnd();
    QVERIFY(open({letter}));
    QVERIFY(read(attention, letter.subject));
    QTest::keyClick(list(), Qt::Key_R);
    QTRY_VERIFY(m_window->findChild<ui::RawMessageDialog *>());
    auto *dialog = m_window->findChild<ui::RawMessageDialog *>();
    auto *text = dialog->findChild<QPlainTextEdit *>(QStringLiteral("raw_text"));
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->toPlainText(), QString::fromUtf8(letter.raw).replace(QLatin1String("\r\n"), QLatin1String("\n")));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("warning_text"))->isVisible());

    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("saveButton")), Qt::LeftButton);
    auto *save = dialog->findChild<QFileDialog *>(QStringLiteral("saveRaw"));
    QVERIFY(save);
    const QString path = m_files->folder.filePath(QStringLiteral("kept.eml"));
    Q_EMIT save->fileSelected(path);
    QTRY_VERIFY(QFile::exists(path));
    QFile kept(path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), letter.raw);
    save->reject();
    dialog->reject();
}

void IntakeBarTest::ordinaryLetterHasNoBar()
{
    QVERIFY(open({plainLetter(), letterWithoutEnd()}));
    QVERIFY(read({}, letterWithoutEnd().subject));
    QTRY_VERIFY(isBarShown());
    QVERIFY(read({}, plainLetter().subject));
    QTRY_VERIFY(!isBarShown());
    QVERIFY(!m_window->actions().isAvailable(ui::Need::Forwarded));
    m_window->workbench()->go(ui::LettersPlace{desk::LetterStage::Held, {}, {}});
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QVERIFY(!isBarShown());
}

void IntakeBarTest::bounceIsTakenBack()
{
    QVERIFY(open({bounce()}));
    const ui::LettersPlace place{desk::LetterStage::NotALetter, {}, {}};
    QVERIFY(read(place, bounce().subject));
    QTRY_VERIFY(isBarShown());
    QVERIFY(barText().contains(bounce().notALetter));
    QCOMPARE(list()->current()->notice, bounce().notALetter);
    QVERIFY(!list()->current()->needsAttention);
    QTest::mouseClick(offer(ActionId::BackToNew), Qt::LeftButton);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    m_window->workbench()->go(ui::LettersPlace{desk::LetterStage::New, {}, {}});
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    trigger(ActionId::Undo);
    QTRY_COMPARE(list()->model()->rowCount(), 0);
}

void IntakeBarTest::writersWordsAreTakenAndGivenBack()
{
    const intake::IncomingLetter letter = passedOnLetter();
    QVERIFY(open({letter}));
    QVERIFY(read({}, letter.subject));
    QTRY_VERIFY(isBarShown());
    QVERIFY(m_window->actions().isAvailable(ui::Need::Forwarded));
    for (const char *name : {"Quill", "Pym", "Ottoline", "Prudence"})
        QVERIFY(!barText().contains(QLatin1String(name)));
    QVERIFY(sheet().contains(QStringLiteral("See what she writes.")));
    QVERIFY(offer(ActionId::KeepForwarding));

    QTest::mouseClick(offer(ActionId::TakeForwarding), Qt::LeftButton);
    QTRY_COMPARE(part<QLabel>("letterName")->text(), letter.forwarded->subject);
    QTRY_VERIFY(!sheet().contains(QStringLiteral("See what she writes.")));
    QVERIFY(sheet().contains(letter.forwarded->text));
    QTRY_VERIFY(!offer(ActionId::TakeForwarding));
    QVERIFY(offer(ActionId::KeepForwarding));

    trigger(ActionId::Undo);
    QTRY_VERIFY(sheet().contains(QStringLiteral("See what she writes.")));
    QTRY_COMPARE(part<QLabel>("letterName")->text(), letter.subject);
    QTRY_VERIFY(offer(ActionId::TakeForwarding));
    trigger(ActionId::Redo);
    QTRY_COMPARE(part<QLabel>("letterName")->text(), letter.forwarded->subject);
}

void IntakeBarTest::forwardingIsKeptAsSent()
{
    QVERIFY(open({passedOnLetter()}));
    QVERIFY(read({}, passedOnLetter().subject));
    QTRY_VERIFY(offer(ActionId::KeepForwarding));
    QTest::keyClick(list(), Qt::Key_F, Qt::ShiftModifier);
    QTRY_VERIFY(!offer(ActionId::KeepForwarding));
    QVERIFY(offer(ActionId::TakeForwarding)); // minds can be changed
    QVERIFY(sheet().contains(QStringLiteral("See what she writes.")));
    QTest::keyClick(list(), Qt::Key_F);
    QTRY_VERIFY(!sheet().contains(QStringLiteral("See what she writes.")));
}

void IntakeBarTest::longReasonsAreShownWhole()
{
    intake::IncomingLetter letter = letterWithoutEnd();
    letter.attention = QStringLiteral("It could not be understood, as <this> & that. ").repeated(12).trimmed();
    QVERIFY(open({letter}));
    m_window->resize(900, 700);
    QVERIFY(read(attention, letter.subject));
    QTRY_VERIFY(isBarShown());
    const auto *label = part<QWidget>("intakeBar")->findChild<QLabel *>(QStringLiteral("intakeText"));
    QVERIFY(label->text().contains(QStringLiteral("&lt;this&gt; &amp; that")));
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QVERIFY(part<QTextEdit>("readingSheet")->height() > 200);
}

QTEST_MAIN(IntakeBarTest)
#include "tst_intake_bar.moc"
