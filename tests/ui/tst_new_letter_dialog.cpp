// Letters that are typed, pasted and dropped, in the real window.
#include "open_session.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/new_desk_dialog.h"
#include "ui/new_letter_dialog.h"
#include "ui/reading_room.h"

#include <QClipboard>
#include <QDateEdit>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTextEdit>

using ui::ActionId;
using ui::MainWindow;
using ui::NewLetterDialog;

class NewLetterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typedLetterIsKept();
    void pastedTextFillsTheForm();
    void pastedHtmlBecomesText();
    void pastedFilesAreBroughtIn();
    void emptyClipboardOpensAnEmptyForm();
    void droppedWordsFillTheForm();
    void wordsAreNotTakenWithoutADesk();
    void escapeAsksForWhatWasTyped();
    void escapeLosesNothingThatWasNotTyped();
    void questionCanKeepTheLetter();
    void knownLetterStaysInTheForm();
    void everyFieldHasAName();

private:
    bool makeDesk();
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }
    void copy(const QString &text, const QString &html = {});
    bool drop(const QMimeData &mime);
    // Waits for it.
    NewLetterDialog *dialog();
    template <typename T>
    T *part(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    void type(const char *field, const QString &text)
    {
        QTest::keyClicks(dialog()->findChild<QWidget *>(QLatin1String(field)), text);
    }
    void press(const QWidget *in, const QString &text);
    ui::RowView *list() const { return part<ui::RowView>("rowView"); }

    std::unique_ptr<OpenSession> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void NewLetterTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void NewLetterTest::init()
{
    QGuiApplication::clipboard()->clear();
    m_files = std::make_unique<OpenSession>();
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void NewLetterTest::cleanup()
{
    if (m_window->workbench()) {
        QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
        m_window->close();
        QTRY_COMPARE(closed.count(), 1);
    }
    m_window.reset();
    m_files.reset();
}

bool NewLetterTest::makeDesk()
{
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), m_files->path()});
    return opened.count() > 0 || opened.wait();
}

void NewLetterTest::copy(const QString &text, const QString &html)
{
    auto *mime = new QMimeData; // the clipboard takes it
    mime->setText(text);
    if (!html.isEmpty())
        mime->setHtml(html);
    QGuiApplication::clipboard()->setMimeData(mime);
}

bool NewLetterTest::drop(const QMimeData &mime)
{
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    return drop.isAccepted();
}

NewLetterDialog *NewLetterTest::dialog()
{
    NewLetterDialog *found = nullptr;
    (void)QTest::qWaitFor([this, &found] {
        found = m_window->findChild<NewLetterDialog *>();
        return found && found->isVisible();
    });
    if (!found)
        qFatal("there is no form for a new letter");
    return found;
}

void NewLetterTest::press(const QWidget *in, const QString &text)
{
    for (auto *button : in->findChildren<QPushButton *>()) {
        if (button->isVisible() && QString(button->text()).remove(u'&') == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(text));
}

void NewLetterTest::typedLetterIsKept()
{
    QVERIFY(makeDesk());
    trigger(ActionId::NewLetter);
    auto *keep = dialog()->findChild<QPushButton *>(QStringLiteral("keepButton"));
    QVERIFY(!keep->isEnabled());
    type("subject_edit", QStringLiteral("On paper"));
    type("text_edit", QStringLiteral("It came by post."));
    type("signature_edit", QStringLiteral("Inky"));
    type("place_edit", QStringLiteral("Truro"));
    type("name_edit", QStringLiteral("Prudence Quill"));
    type("address_edit", QStringLiteral("1 Hedge Row"));
    dialog()->findChild<QDateEdit *>(QStringLiteral("day_edit"))->setDate(QDate(2026, 5, 3));
    QVERIFY(keep->isEnabled());
    QTest::mouseClick(keep, Qt::LeftButton);

    // It is there to be read, and who wrote stays sealed.
    QTRY_COMPARE(part<QLabel>("letterName")->text(), QStringLiteral("On paper"));
    QVERIFY(part<QTextEdit>("readingSheet")->toPlainText().contains(QStringLiteral("It came by post.")));
    const QString facts = part<QLabel>("letterFacts")->text();
    QVERIFY(facts.contains(QStringLiteral("Inky")) && facts.contains(QStringLiteral("Truro")));
    QVERIFY(facts.contains(QStringLiteral("3 May 2026")) || facts.contains(QStringLiteral("May 3, 2026")) ||
            facts.contains(QStringLiteral("3. May 2026")));
    QVERIFY(!facts.contains(QStringLiteral("Quill")));
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Letters)); // its row is the current one
    trigger(ActionId::RevealWriter);
    QTRY_VERIFY(part<QLabel>("letterWriter")->text().contains(QStringLiteral("Prudence Quill <1 Hedge Row>")));
}

void NewLetterTest::pastedTextFillsTheForm()
{
    QVERIFY(makeDesk());
    copy(QStringLiteral("The hedge\n\nDear Juniper,\nIt grows."));
    trigger(ActionId::PasteLetter);
    const editorial::NewLetter letter = dialog()->letter();
    QCOMPARE(letter.subject, QStringLiteral("The hedge"));
    QCOMPARE(letter.text, QStringLiteral("The hedge\n\nDear Juniper,\nIt grows."));
    press(dialog(), QStringLiteral("Keep the letter"));
    QTRY_COMPARE(part<QLabel>("letterName")->text(), QStringLiteral("The hedge"));
}

void NewLetterTest::pastedHtmlBecomesText()
{
    QVERIFY(makeDesk());
    copy(QStringLiteral("one two"), QStringLiteral("<p>It <b>grows</b>.</p><script>run()</script><ul><li>up</ul>"));
    trigger(ActionId::PasteLetter);
    const QString text = dialog()->letter().text;
    QVERIFY(text.startsWith(QStringLiteral("It grows.")));
    QVERIFY(text.contains(QStringLiteral("up")));
    QVERIFY(!text.contains(QStringLiteral("run")) && !text.contains(QLatin1Char('<')));
    dialog()->reject();
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
}

void NewLetterTest::pastedFilesAreBroughtIn()
{
    QVERIFY(makeDesk());
    auto *mime = new QMimeData; // the clipboard takes it
    mime->setUrls({QUrl::fromLocalFile(m_files->mailbox(2))});
    QGuiApplication::clipboard()->setMimeData(mime);
    trigger(ActionId::PasteLetter);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QVERIFY(!m_window->findChild<NewLetterDialog *>());
}

void NewLetterTest::emptyClipboardOpensAnEmptyForm()
{
    QVERIFY(makeDesk());
    trigger(ActionId::PasteLetter);
    QCOMPARE(dialog()->letter(), editorial::NewLetter());
    trigger(ActionId::PasteLetter); // one at a time
    QCOMPARE(m_window->findChildren<NewLetterDialog *>().size(), 1);
    dialog()->reject();
}

void NewLetterTest::droppedWordsFillTheForm()
{
    QVERIFY(makeDesk());
    QMimeData mime;
    mime.setText(QStringLiteral("It grows over the fence."));
    QVERIFY(drop(mime));
    QCOMPARE(dialog()->letter().text, mime.text());
    dialog()->reject();
}

void NewLetterTest::wordsAreNotTakenWithoutADesk()
{
    QMimeData mime;
    mime.setText(QStringLiteral("It grows over the fence."));
    QVERIFY(!drop(mime));
    QVERIFY(!m_window->actions().action(ActionId::PasteLetter)->isEnabled());
}

void NewLetterTest::escapeAsksForWhatWasTyped()
{
    QVERIFY(makeDesk());
    trigger(ActionId::NewLetter);
    type("text_edit", QStringLiteral("It grows."));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    QTest::keyClick(dialog()->findChild<QMessageBox *>(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog()->findChild<QMessageBox *>());
    QCOMPARE(dialog()->letter().text, QStringLiteral("It grows."));

    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    press(dialog()->findChild<QMessageBox *>(), QStringLiteral("Throw it away"));
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
    QCOMPARE(list()->model()->rowCount(), 0);
}

void NewLetterTest::escapeLosesNothingThatWasNotTyped()
{
    QVERIFY(makeDesk());
    copy(QStringLiteral("It grows.\n"));
    trigger(ActionId::PasteLetter);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
}

void NewLetterTest::questionCanKeepTheLetter()
{
    QVERIFY(makeDesk());
    trigger(ActionId::NewLetter);
    type("subject_edit", QStringLiteral("On paper"));
    type("text_edit", QStringLiteral("It grows."));
    dialog()->reject();
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    press(dialog()->findChild<QMessageBox *>(), QStringLiteral("Keep the letter"));
    QTRY_COMPARE(part<QLabel>("letterName")->text(), QStringLiteral("On paper"));
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());

    // Without words there is nothing to keep: the form says so.
    trigger(ActionId::NewLetter);
    type("subject_edit", QStringLiteral("Later"));
    dialog()->reject();
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    press(dialog()->findChild<QMessageBox *>(), QStringLiteral("Keep the letter"));
    auto *problem = dialog()->findChild<QLabel *>(QStringLiteral("problem"));
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    QCOMPARE(dialog()->letter().subject, QStringLiteral("Later"));
    QTRY_VERIFY(!dialog()->findChild<QMessageBox *>());
    dialog()->reject();
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    press(dialog()->findChild<QMessageBox *>(), QStringLiteral("Throw it away"));
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
}

void NewLetterTest::knownLetterStaysInTheForm()
{
    QVERIFY(makeDesk());
    for (int round = 0; round < 2; ++round) {
        trigger(ActionId::NewLetter);
        type("text_edit", QStringLiteral("It grows."));
        press(dialog(), QStringLiteral("Keep the letter"));
        if (round == 0)
            QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
    }
    auto *problem = dialog()->findChild<QLabel *>(QStringLiteral("problem"));
    QTRY_VERIFY(problem->text().contains(QStringLiteral("letter 1")));
    QCOMPARE(dialog()->letter().text, QStringLiteral("It grows."));
    QVERIFY(dialog()->findChild<QPushButton *>(QStringLiteral("keepButton"))->isEnabled());
    dialog()->reject();
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>());
    press(dialog()->findChild<QMessageBox *>(), QStringLiteral("Throw it away"));
    QTRY_VERIFY(!m_window->findChild<NewLetterDialog *>());
}

void NewLetterTest::everyFieldHasAName()
{
    QVERIFY(makeDesk());
    trigger(ActionId::NewLetter);
    for (const char *field :
         {"subject_edit", "text_edit", "signature_edit", "place_edit", "name_edit", "address_edit", "day_edit"}) {
        const QString label = QString(QLatin1String(field)).replace(QLatin1String("_edit"), QLatin1String("_label"));
        const auto *buddy = dialog()->findChild<QLabel *>(label);
        QVERIFY2(buddy && buddy->buddy() == dialog()->findChild<QWidget *>(QLatin1String(field)), field);
    }
    dialog()->reject();
}

QTEST_MAIN(NewLetterTest)
#include "tst_new_letter_dialog.moc"
