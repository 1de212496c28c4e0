// The dialog that brings in past columns, the report of it, and the room of posts that wait. People and posts invented.
#include "invented_archive.h"
#include "sample_workplace.h"

#include "ui/post_batches_dialog.h"
#include "ui/post_import_control.h"
#include "ui/post_import_dialog.h"
#include "ui/post_report_dialog.h"
#include "ui/posts_room.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeWidget>

using invented::archive;
using invented::ArchiveItem;
using invented::column;
using Part = desk::ColumnLabel::Part;

class TestPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void proposesLabels();
    void looksAnewWhenALabelIsChanged();
    void handsOnWhatWasChosen();
    void aBrokenArchiveIsToldOf();
    void namesAndTabs();
    void reportTellsAndLeadsOn();
    void listsNoImportsAtFirst();
    void takesAnImportBack();
    void roomIsEmptyAtFirst();
    void marksWithTwoKeysMakeAnArticle();
    void marksCanBeTakenAway();
    void dropsAndUndoes();
    void settlesAConflict();
    void everyControlOfTheRoomHasAName();

private:
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("old.xml")) const;
    void show(const QByteArray &bytes);
    void bringIn(const QByteArray &bytes);
    void openRoom();
    void putCaretBefore(const char *words);
    void press(Qt::Key key) const { QTest::keyClick(text(), key); }
    QPlainTextEdit *text() const { return m_room->findChild<QPlainTextEdit *>(QStringLiteral("text")); }
    QListWidget *list() const { return m_room->findChild<QListWidget *>(QStringLiteral("list")); }
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return named<Widget>(*m_dialog, name);
    }
    QComboBox *begins(const QString &shown) const;

    std::unique_ptr<SampleWorkplace> m_place;
    QPointer<ui::PostImportDialog> m_dialog;
    std::unique_ptr<ui::PostsRoom> m_room;
};

void TestPosts::init()
{
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->open());
}

void TestPosts::cleanup()
{
    delete m_dialog;
    m_room.reset();
    m_place.reset();
}

QString TestPosts::write(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_place->folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a fixture");
    return file.fileName();
}

void TestPosts::show(const QByteArray &bytes)
{
    m_dialog = new ui::PostImportDialog(m_place->workplace(), {write(bytes)});
    m_dialog->show();
    m_place->settle();
}

static QByteArray threePosts()
{
    return archive({column("car"), column("cat"), column("cup")});
}

QComboBox *TestPosts::begins(const QString &shown) const
{
    const auto *table = part<QTableWidget>("labels_table");
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text().startsWith(shown))
            return qobject_cast<QComboBox *>(table->cellWidget(row, 3));
    }
    return nullptr;
}

void TestPosts::proposesLabels()
{
    show(threePosts());
    QVERIFY(begins(QStringLiteral("DEAR JUNIPER")));
    QCOMPARE(begins(QStringLiteral("DEAR JUNIPER"))->currentIndex(), 1);
    QVERIFY(begins(QStringLiteral("JUNIPER ANSWERS")));
    QCOMPARE(begins(QStringLiteral("JUNIPER ANSWERS"))->currentIndex(), 2);
    QVERIFY(part<QLabel>("outcome")->text().startsWith(QStringLiteral("3 post(s) part")));
    QVERIFY(part<QPushButton>("bring_button")->isEnabled());
    QVERIFY(part<QPushButton>("bring_button")->text().contains(QLatin1Char('3')));
}

void TestPosts::looksAnewWhenALabelIsChanged()
{
    show(threePosts());
    QComboBox *letters = begins(QStringLiteral("DEAR JUNIPER"));
    for (const char *shown : {"DEAR JUNIPER", "JUNIPER ANSWERS"}) {
        QComboBox *box = begins(QString::fromLatin1(shown));
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
    }
    letters->setCurrentIndex(2); // the other way round
    Q_EMIT letters->activated(2);
    QTRY_VERIFY(!part<QLabel>("outcome")->text().startsWith(QStringLiteral("3 post(s) part")));
    QVERIFY(part<QPushButton>("bring_button")->isEnabled()); // they would wait
}

void TestPosts::handsOnWhatWasChosen()
{
    show(threePosts());
    QSignalSpy chosen(m_dialog, &ui::PostImportDialog::chosen);
    part<QComboBox>("addresses_box")->setCurrentIndex(1);
    part<QLineEdit>("uploads_edit")->setText(m_place->folder.path());
    part<QPushButton>("bring_button")->click();
    QCOMPARE(chosen.size(), 1);
    const auto request = chosen.first().first().value<editorial::PostImportRequest>();
    QCOMPARE(request.wish.addresses, editorial::PostAddresses::Redirect);
    QCOMPARE(request.wish.uploads, m_place->folder.path());
    QCOMPARE(request.labels.size(), 2);
}

void TestPosts::aBrokenArchiveIsToldOf()
{
    show(threePosts().chopped(40));
    QVERIFY2(part<QLabel>("summary")->text().contains(QStringLiteral("line")),
             qPrintable(part<QLabel>("summary")->text()));
    QVERIFY(!part<QPushButton>("bring_button")->isEnabled());
}

void TestPosts::namesAndTabs()
{
    show(threePosts());
    QCOMPARE(namelessControls(*m_dialog), QStringList());
}

void TestPosts::reportTellsAndLeadsOn()
{
    editorial::PostImportReport report;
    report.batch = desk::PostBatchId::create();
    report.imported = 5;
    report.waiting = 2;
    report.doubts = {{QStringLiteral("On the car"), QStringLiteral("old.xml, line 3"), QStringLiteral("No answer.")}};
    ui::PostReportDialog dialog(report, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(ui::postSentence(report).contains(QStringLiteral("5 article(s)")));
    QCOMPARE(named<QTreeWidget>(dialog, "notes_list")->topLevelItemCount(), 1);
    QSignalSpy waiting(&dialog, &ui::PostReportDialog::waitingWanted);
    QSignalSpy back(&dialog, &ui::PostReportDialog::takeBackWanted);
    named<QPushButton>(dialog, "waiting_button")->click();
    QCOMPARE(waiting.size(), 1);
    QVERIFY(!dialog.isVisible());
    named<QPushButton>(dialog, "take_back_button")->click();
    QCOMPARE(back.size(), 1);
}

void TestPosts::bringIn(const QByteArray &bytes)
{
    const QString file = write(bytes);
    QVERIFY(m_place->run([file](editorial::Desk &desk) {
        editorial::PostImportRequest request;
        request.wish.files = {file};
        request.labels = {{Part::Letter, desk::foldedLabel(QStringLiteral("DEAR JUNIPER:"))},
                          {Part::Answer, desk::foldedLabel(QStringLiteral("JUNIPER ANSWERS:"))}};
        base::NoProgress progress;
        return editorial::importPosts(desk, request, progress);
    }));
}

void TestPosts::openRoom()
{
    m_room = std::make_unique<ui::PostsRoom>(m_place->workplace());
    m_room->resize(1000, 600);
    m_room->show();
    m_room->enter();
    m_place->settle();
    QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
    m_room->takeFocus();
}

static QByteArray unlabelled()
{
    ArchiveItem item = column("car");
    item.content = "<p>Reader: My cat sulks.</p><p>Torn in Truro</p><p>Reply: Let it sulk.</p>";
    ArchiveItem other = column("cup");
    other.content = "<p>A notice.</p>";
    other.date = "2018-01-01 08:00:00";
    return archive({item, other});
}

void TestPosts::putCaretBefore(const char *words)
{
    QTextCursor cursor = text()->textCursor();
    cursor.setPosition(static_cast<int>(text()->toPlainText().indexOf(QLatin1String(words))));
    text()->setTextCursor(cursor);
}

void TestPosts::listsNoImportsAtFirst()
{
    ui::PostBatchesDialog dialog(m_place->workplace(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    m_place->settle();
    QVERIFY(named<QLabel>(dialog, "empty_label")->isVisible());
    QVERIFY(!named<QTreeWidget>(dialog, "list")->isVisible());
    QVERIFY(!named<QPushButton>(dialog, "take_back_button")->isVisible());
    QCOMPARE(namelessControls(dialog), QStringList());
}

void TestPosts::takesAnImportBack()
{
    bringIn(threePosts());
    bringIn(archive({column("cow")}));
    QWidget window;
    ui::PostImportControl control(m_place->workplace(), &window);
    m_place->actions.setAvailable(ui::Need::Desk, true);
    m_place->actions.action(ui::ActionId::PostImports)->trigger();
    auto *dialog = window.findChild<ui::PostBatchesDialog *>();
    QVERIFY(dialog);
    m_place->settle();
    auto *imports = named<QTreeWidget>(*dialog, "list");
    QCOMPARE(imports->topLevelItemCount(), 2);
    QCOMPARE(imports->topLevelItem(0)->text(2), QStringLiteral("1"));
    QCOMPARE(imports->topLevelItem(1)->text(2), QStringLiteral("3"));
    imports->setCurrentItem(imports->topLevelItem(1));
    named<QPushButton>(*dialog, "take_back_button")->click();
    m_place->settle();
    QCOMPARE(imports->topLevelItemCount(), 1);
    QVERIFY(!m_place->run(
        [](editorial::Desk &desk) { return editorial::articleNamed(desk, QStringLiteral("on-the-car")); }));
    QVERIFY(m_place->run(
        [](editorial::Desk &desk) { return editorial::articleNamed(desk, QStringLiteral("on-the-cow")); }));
}

void TestPosts::roomIsEmptyAtFirst()
{
    openRoom();
    QVERIFY(named<QPushButton>(*m_room, "import_button")->isVisible());
    QVERIFY(!list()->isVisible());
}

void TestPosts::marksWithTwoKeysMakeAnArticle()
{
    bringIn(unlabelled());
    openRoom();
    QCOMPARE(list()->count(), 2);
    QVERIFY(text()->toPlainText().startsWith(QStringLiteral("Reader:")));
    putCaretBefore("My cat");
    press(Qt::Key_Q);
    QVERIFY(!named<QPushButton>(*m_room, "part_button")->isEnabled());
    putCaretBefore("Let it");
    press(Qt::Key_A);
    QVERIFY(named<QPushButton>(*m_room, "part_button")->isEnabled());
    auto *teach = named<QCheckBox>(*m_room, "teach_box");
    QVERIFY(teach->isVisible());
    teach->setChecked(true);
    press(Qt::Key_M);
    m_place->settle();
    QCOMPARE(list()->count(), 1);
    QVERIFY(text()->toPlainText().startsWith(QStringLiteral("A notice.")));
    QVERIFY(m_place->run([](editorial::Desk &desk) -> base::Result<void> {
        const auto id = editorial::articleNamed(desk, QStringLiteral("on-the-car"));
        if (!id)
            return id.error();
        const auto view = editorial::article(desk, *id);
        const auto grammar = editorial::columnGrammar(desk);
        if (!view || !grammar)
            return base::Error{};
        const bool isRight = view->letters.first().letter.edited == QStringLiteral("My cat sulks.") &&
                             view->article.answers.first().text == QStringLiteral("Let it sulk.") &&
                             grammar->labels.contains({Part::Letter, desk::foldedLabel(QStringLiteral("Reader:"))});
        return isRight ? base::Result<void>() : base::Result<void>(base::Error{});
    }));
}

void TestPosts::marksCanBeTakenAway()
{
    bringIn(unlabelled());
    openRoom();
    putCaretBefore("My cat");
    press(Qt::Key_Q);
    press(Qt::Key_A); // on the same line: it takes the place of the other
    QVERIFY(named<QLabel>(*m_room, "marks_label")->text().contains(QStringLiteral("answer")));
    QVERIFY(!named<QLabel>(*m_room, "marks_label")->text().contains(QStringLiteral("letter")));
    press(Qt::Key_Backspace);
    QVERIFY(!named<QLabel>(*m_room, "marks_label")->text().contains(QStringLiteral("answer")));
    QVERIFY(!named<QPushButton>(*m_room, "clear_button")->isEnabled());
}

void TestPosts::dropsAndUndoes()
{
    bringIn(unlabelled());
    openRoom();
    press(Qt::Key_P);
    m_place->settle();
    QCOMPARE(list()->count(), 1);
    m_place->undo.undo();
    m_place->settle();
    QCOMPARE(list()->count(), 2);
}

void TestPosts::settlesAConflict()
{
    bringIn(archive({column("car")}));
    QVERIFY(m_place->run([](editorial::Desk &desk) -> base::Result<qint64> {
        const auto id = *editorial::articleNamed(desk, QStringLiteral("on-the-car"));
        desk::Answer answer = editorial::article(desk, id)->article.answers.first();
        answer.text = QStringLiteral("Mine.");
        return editorial::saveAnswer(desk, id, answer);
    }));
    bringIn(archive({column("car", "Other letter.", "Other answer.")}));
    openRoom();
    QCOMPARE(list()->count(), 1);
    QVERIFY(text()->toPlainText().contains(QStringLiteral("Other answer.")));
    QVERIFY(!named<QPushButton>(*m_room, "part_button")->isVisible());
    QSignalSpy wanted(m_room.get(), &ui::Room::articleWanted);
    named<QPushButton>(*m_room, "open_button")->click();
    QCOMPARE(wanted.size(), 1);
    press(Qt::Key_G);
    m_place->settle();
    QVERIFY(named<QPushButton>(*m_room, "import_button")->isVisible());
}

void TestPosts::everyControlOfTheRoomHasAName()
{
    bringIn(unlabelled());
    openRoom();
    QCOMPARE(namelessControls(*m_room), QStringList());
}

QTEST_MAIN(TestPosts)
#include "tst_posts.moc"
