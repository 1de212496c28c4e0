// What came with a letter: its words, how pictures are read, the strip that shows it small and the viewer.
#include "letter_with_files.h"
#include "open_session.h"
#include "telling_files.h"
#include "ui/attachment_kind.h"
#include "ui/attachment_model.h"
#include "ui/attachment_strip.h"
#include "ui/attachment_viewer.h"
#include "ui/picture_reader.h"
#include "ui/picture_view.h"
#include "ui/reading_room.h"

#include <QAccessible>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>

using telling::File;
using ui::AttachmentKind;
using ui::AttachmentStrip;
using ui::AttachmentViewer;

namespace {

// A header that promises more pixels than any memory holds.
QByteArray hugePng()
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) +
           telling::chunk("IHDR", telling::big32(60000) + telling::big32(60000) + QByteArray("\x8\x2\0\0\0", 5)) +
           telling::chunk("IDAT", "x") + telling::chunk("IEND", {});
}

} // namespace

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void kindsAreCalledByTheirNames_data();
    void kindsAreCalledByTheirNames();
    void picturesAreReadWithinBounds();
    void picturesAreReadUpright();
    void whatIsNoPictureIsNotRead_data();
    void whatIsNoPictureIsNotRead();
    void theStripShowsThemSmall();
    void theStripHidesWithoutAny();
    void itemsHaveSpokenNames();
    void onlyWhatIsSeenIsRead();
    void enterOpensAPicture();
    void aClickOpensAText();
    void othersAreNotOpened();
    void brokenPicturesSaySo();
    void copiesAreSavedWithAWarning();
    void theMenuOffersToOpenAndToSave();
    void theReadingRoomHasAStrip();

private:
    bool bringIn(const QList<File> &files);
    [[nodiscard]] QListView *view() const { return m_strip->view(); }
    [[nodiscard]] QModelIndex item(int row) const { return view()->model()->index(row, 0); }
    [[nodiscard]] bool hasThumbnail(int row) const
    {
        return !item(row).data(Qt::DecorationRole).value<QPixmap>().isNull();
    }
    AttachmentViewer *opened();
    template <typename Widget>
    static Widget *part(QWidget *of, const char *name)
    {
        return of->findChild<Widget *>(QLatin1String(name));
    }

    std::unique_ptr<OpenSession> m_files;
    ui::Notices m_notices;
    QUndoStack m_undo;
    ui::Actions m_actions;
    std::optional<ui::Workplace> m_workplace;
    std::unique_ptr<QWidget> m_window;
    AttachmentStrip *m_strip = nullptr;
    desk::LetterId m_letter;
    int m_letters = 0;
};

void TestAttachments::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestAttachments::init()
{
    m_files = std::make_unique<OpenSession>();
    QVERIFY(m_files->open());
    m_workplace.emplace(ui::Workplace{*m_files->session, m_files->settings, m_notices, m_undo, m_actions});
    m_window = std::make_unique<QWidget>();
    m_window->resize(700, 300);
    m_strip = new AttachmentStrip(*m_workplace, m_window.get());
    m_strip->setGeometry(0, 0, 700, 90);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestAttachments::cleanup()
{
    m_window.reset();
    m_workplace.reset();
    m_files.reset();
}

bool TestAttachments::bringIn(const QList<File> &files)
{
    m_letter = m_files->bringIn(telling::letterWith(files, QByteArray::number(++m_letters)));
    m_strip->showLetter(m_letter);
    return !m_letter.isNull() &&
           QTest::qWaitFor([this, &files] { return view()->model()->rowCount() == files.size(); });
}

// The viewer in front, once what it shows is there.
AttachmentViewer *TestAttachments::opened()
{
    AttachmentViewer *viewer = nullptr;
    const auto isThere = [this, &viewer] {
        for (auto *each : m_window->findChildren<AttachmentViewer *>())
            viewer = each->isVisible() ? each : viewer;
        return viewer && !m_files->session->isBusy();
    };
    return QTest::qWaitFor(isThere) ? viewer : nullptr;
}

void TestAttachments::kindsAreCalledByTheirNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char *name, const char *mediaType, const char *spoken) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(mediaType)
                            << QString::fromLatin1(spoken);
    };
    row("hedge.jpg", "image/jpeg", "Picture hedge.jpg, 2.1 MB");
    row("HEDGE.JPG", "application/octet-stream", "Picture HEDGE.JPG, 2.1 MB");
    row("plan.svg", "image/svg+xml", "Picture plan.svg, 2.1 MB");
    row("form", "application/pdf", "PDF form, 2.1 MB");
    row("form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Document form.docx, 2.1 MB");
    row("sums.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Spreadsheet sums.xlsx, 2.1 MB");
    row("sums.csv", "text/csv", "Spreadsheet sums.csv, 2.1 MB");
    row("Re hedge.eml", "message/rfc822", "Message Re hedge.eml, 2.1 MB");
    row("voice.m4a", "audio/mp4", "Sound voice.m4a, 2.1 MB");
    row("cat.mov", "video/quicktime", "Film cat.mov, 2.1 MB");
    row("all.zip", "application/zip", "Archive all.zip, 2.1 MB");
    row("notes.txt", "text/plain", "Text notes.txt, 2.1 MB");
    row("page.html", "text/html", "Document page.html, 2.1 MB");
    row("jpg", "application/octet-stream", "File jpg, 2.1 MB");
    row("x.exe", "application/x-msdownload", "File x.exe, 2.1 MB");
}

void TestAttachments::kindsAreCalledByTheirNames()
{
    QFETCH(QString, name);
    QFETCH(QString, mediaType);
    QFETCH(QString, spoken);
    const desk::Attachment attachment{{}, name, mediaType, qint64(2.1 * 1024 * 1024)};
    QCOMPARE(ui::spokenName(attachment), spoken);
    QVERIFY(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(ui::iconName(ui::kindOf(attachment)))));
}

void TestAttachments::picturesAreReadWithinBounds()
{
    const QByteArray large = telling::encoded(telling::picture({600, 300}), "JPG");
    const ui::ReadPicture small = ui::readPicture(large, {100, 100});
    QCOMPARE(small.image.size(), QSize(100, 50));
    QCOMPARE(small.whole, QSize(600, 300));
    QCOMPARE(ui::readPicture(large, {1000, 1000}).image.size(), QSize(600, 300));
    for (const QByteArray &file : {telling::png(), telling::gif(), telling::encoded(telling::picture(), "BMP")})
        QVERIFY(!ui::readPicture(file, {100, 100}).image.isNull());
    const QByteArray line = telling::encoded(telling::picture({3000, 1}), "PNG");
    QCOMPARE(ui::readPicture(line, {100, 100}).image.size(), QSize(100, 1));
}

void TestAttachments::picturesAreReadUpright()
{
    const ui::ReadPicture lying = ui::readPicture(telling::jpeg(6, {60, 30}), {20, 20});
    QCOMPARE(lying.image.size(), QSize(10, 20));
    QCOMPARE(lying.whole, QSize(30, 60));
}

void TestAttachments::whatIsNoPictureIsNotRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("no picture");
    QTest::newRow("drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QTest::newRow("icon") << QByteArray("\0\0\1\0\1\0", 6);
    QTest::newRow("start of a JPEG") << telling::jpeg().first(30);
    QTest::newRow("start of a PNG") << telling::png().first(30);
    QTest::newRow("start of a GIF") << telling::gif().first(10);
    QTest::newRow("more pixels than memory") << hugePng();
    QTest::newRow("sound") << QByteArray("RIFF\4\0\0\0WAVE");
}

void TestAttachments::whatIsNoPictureIsNotRead()
{
    QFETCH(QByteArray, file);
    QVERIFY(ui::readPicture(file, {100, 100}).image.isNull());
}

void TestAttachments::theStripShowsThemSmall()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg(1, {300, 200})},
                     {"form.pdf", "application/pdf", telling::pdf()},
                     {"broken.png", "image/png", telling::png().first(50)}}));
    QVERIFY(m_strip->isVisible());
    QTRY_VERIFY(hasThumbnail(0));
    const auto thumbnail = item(0).data(Qt::DecorationRole).value<QPixmap>();
    QVERIFY(thumbnail.width() < 300);
    QTRY_COMPARE(item(2).data(ui::AttachmentModel::IconNameRole).toString(), QStringLiteral("eye-off"));
    QVERIFY(!hasThumbnail(1) && !hasThumbnail(2));
    QCOMPARE(item(2).data().toString(), QStringLiteral("broken.png"));
    QVERIFY(item(2).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("cannot be shown")));
}

void TestAttachments::theStripHidesWithoutAny()
{
    QVERIFY(bringIn({{"notes.txt", "text/plain", "Notes."}}));
    QVERIFY(m_strip->isVisible());
    m_strip->showLetter({});
    QVERIFY(!m_strip->isVisible());
    QVERIFY(bringIn({}));
    QVERIFY(!m_strip->isVisible());
}

void TestAttachments::itemsHaveSpokenNames()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}, {"notes.txt", "text/plain", "Notes."}}));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view());
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Attachments"));
    QVERIFY(item(0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Picture hedge.jpg, ")));
    QVERIFY(item(1).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Text notes.txt, ")));
    QCOMPARE(view()->currentIndex(), item(0));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(view()->currentIndex(), item(1));
}

void TestAttachments::onlyWhatIsSeenIsRead()
{
    QList<File> files;
    for (int n = 0; n < 30; ++n)
        files.append({"picture-" + QByteArray::number(n) + ".jpg", "image/jpeg", telling::jpeg()});
    QVERIFY(bringIn(files));
    QTRY_VERIFY(hasThumbnail(0));
    QTRY_VERIFY(!m_files->session->isBusy());
    QVERIFY(!hasThumbnail(29));
    QVERIFY(view()->height() > view()->sizeHintForRow(0));
    view()->horizontalScrollBar()->setValue(view()->horizontalScrollBar()->maximum());
    QTRY_VERIFY(hasThumbnail(29));
    QVERIFY(!hasThumbnail(15));
}

void TestAttachments::enterOpensAPicture()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg(6, {1600, 1200})}}));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    AttachmentViewer *viewer = opened();
    QVERIFY(viewer);
    auto *picture = part<ui::PictureView>(viewer, "picture_view");
    QVERIFY(picture->isVisible() && picture->isFitted());
    QCOMPARE(picture->sceneRect().size().toSize(), QSize(1200, 1600));
    QVERIFY(picture->transform().m11() < 1);
    QVERIFY(part<QLabel>(viewer, "name_label")->text().contains(QStringLiteral("1200 × 1600")));
    QTest::mouseClick(part<QPushButton>(viewer, "whole_button"), Qt::LeftButton);
    QVERIFY(!picture->isFitted());
    QCOMPARE(picture->transform().m11(), 1.0);
    QTest::mouseClick(part<QPushButton>(viewer, "fit_button"), Qt::LeftButton);
    QVERIFY(picture->isFitted() && part<QPushButton>(viewer, "fit_button")->isChecked());
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY(m_window->findChildren<AttachmentViewer *>().isEmpty());
}

void TestAttachments::aClickOpensAText()
{
    QVERIFY(bringIn({{"notes.txt", "text/plain", "<b>Two</b> metres.\xe9"}}));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(item(0)).center());
    AttachmentViewer *viewer = opened();
    QVERIFY(viewer);
    auto *text = part<QPlainTextEdit>(viewer, "text_view");
    QVERIFY(text->isVisible() && text->isReadOnly());
    QCOMPARE(text->toPlainText(), QStringLiteral("<b>Two</b> metres.é"));
    QVERIFY(!part<QPushButton>(viewer, "fit_button")->isVisible());
}

void TestAttachments::othersAreNotOpened()
{
    QVERIFY(bringIn({{"form.pdf", "application/pdf", telling::pdf()}}));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Enter);
    AttachmentViewer *viewer = opened();
    QVERIFY(viewer);
    auto *words = part<QLabel>(viewer, "words_label");
    QVERIFY(words->isVisible());
    QVERIFY(words->text().contains(QStringLiteral("Save a copy")));
    QVERIFY(part<QLabel>(viewer, "warning_label")->text().contains(QStringLiteral("who made it, when and where")));
}

void TestAttachments::brokenPicturesSaySo()
{
    QVERIFY(bringIn({{"huge.png", "image/png", hugePng()}}));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    AttachmentViewer *viewer = opened();
    QVERIFY(viewer);
    QVERIFY(part<QLabel>(viewer, "words_label")->text().contains(QStringLiteral("damaged")));
}

void TestAttachments::copiesAreSavedWithAWarning()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}}));
    QSignalSpy told(&m_notices, &ui::Notices::shown);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    AttachmentViewer *viewer = opened();
    QVERIFY(viewer);
    QTest::mouseClick(part<QPushButton>(viewer, "save_button"), Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QTRY_VERIFY((dialog = m_window->findChild<QFileDialog *>()));
    const QString path = m_files->folder.filePath(QStringLiteral("saved.jpg"));
    Q_EMIT dialog->fileSelected(path);
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(told.first().at(1).value<ui::Notice>().text.contains(QStringLiteral("who made it, when and where")));
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), telling::jpeg());
}

void TestAttachments::theMenuOffersToOpenAndToSave()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}}));
    Q_EMIT view()->customContextMenuRequested(view()->visualRect(item(0)).center());
    auto *menu = m_strip->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text().remove(u'&'));
    QCOMPARE(texts, QStringList({QStringLiteral("Open"), QStringLiteral("Save a copy…")}));
    menu->actions().first()->trigger();
    menu->close();
    QVERIFY(opened());
}

void TestAttachments::theReadingRoomHasAStrip()
{
    QVERIFY(bringIn({{"hedge.jpg", "image/jpeg", telling::jpeg()}}));
    ui::ReadingRoom room(*m_workplace);
    room.resize(700, 500);
    room.show();
    QVERIFY(QTest::qWaitForWindowExposed(&room));
    room.showLetter(m_letter);
    auto *strip = room.findChild<AttachmentStrip *>();
    QVERIFY(strip);
    QTRY_VERIFY(strip->isVisible());
    room.showNothing(QStringLiteral("Nothing."));
    QVERIFY(!strip->isVisible());
}

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
