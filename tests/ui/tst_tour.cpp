// The tour: drives every room of the real window on the sample desk and saves a picture of each, in light and dark, in
// the folder POSTBAG_TOUR (or "tour" beside the program). A picture that is blank is a failure; whether it is beautiful
// is for people to see.
#include "editorial/sample_desk.h"
#include "editorial/translation.h"
#include "incoming.h"
#include "invented_archive.h"
#include "letter_with_files.h"
#include "telling_files.h"
#include "ui/import_report_dialog.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/palette.h"
#include "ui/publish_room.h"
#include "ui/reading_font.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTextEdit>
#include <QTreeView>

using ui::ActionId;
using ui::MainWindow;

class Tour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void welcome();
    void rooms_data();
    void rooms();

private:
    void openSample();
    void letters();
    void arrivals();
    void writing();
    void others();
    void dialogs();
    void bringInASheet();
    void putInAPicture();
    void bringInPastColumns();
    void save(const char *name);
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }
    void settle();
    ui::RowView *list() const { return m_window->findChild<ui::RowView *>(QStringLiteral("rowView")); }

    QDir m_pictures;
    QString m_style;
    ui::PaletteFollower m_palette;
    std::unique_ptr<OpenSession> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void Tour::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    editorial::addTranslations(*QCoreApplication::instance());
    ui::addBundledFonts();
    const QString wanted = qEnvironmentVariable("POSTBAG_TOUR");
    m_pictures.setPath(wanted.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/tour") : wanted);
    QVERIFY(m_pictures.mkpath(QStringLiteral(".")));
}

// Waits until nothing is under way on the desk and what came of it is painted.
void Tour::settle()
{
    QTest::qWait(150);
    if (m_window->workbench()) {
        const editorial::Session &session = m_window->workbench()->workplace().session;
        QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy() && session.jobs().isEmpty(), 20'000);
    }
    QTest::qWait(250);
}

// Saves the dialog in front, or else the window.
void Tour::save(const char *name)
{
    settle();
    QWidget *shown = m_window.get();
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            shown = dialog;
    }
    const QImage picture = shown->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY2(colours.size() > 8, name);
    QVERIFY(
        picture.save(m_pictures.filePath(m_style + QLatin1Char('-') + QLatin1String(name) + QLatin1String(".png"))));
    for (QDialog *dialog : dialogs)
        dialog->reject();
}

void Tour::openSample()
{
    m_files = std::make_unique<OpenSession>();
    m_files->clock.set(
        QDateTime(QDate(2026, 6, 9), QTime(9, 0), Qt::UTC)); // the day after the last letter of the sample
    const QString path = m_files->folder.filePath(QStringLiteral("sample.postbag"));
    {
        auto desk = editorial::Desk::create(
            path, desk::newMasthead(QStringLiteral("Sample"), QStringLiteral("en-GB"), QStringLiteral("Europe/London")),
            m_files->clock);
        QVERIFY(desk.has_value());
        QVERIFY(editorial::fillWithSample(**desk).has_value());
        QVERIFY(take(**desk, {letterWithoutText(), letterWithoutEnd(), bounce(), passedOnLetter(), answeringLetter()}));
    }
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->openDesk(path);
    QTRY_COMPARE(opened.count(), 1);
}

void Tour::welcome()
{
    m_style = QStringLiteral("light");
    m_files = std::make_unique<OpenSession>();
    m_window = std::make_unique<MainWindow>(m_files->settings, m_files->clock);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    save("01-welcome");
    trigger(ActionId::NewDesk);
    save("02-new-desk");
}

void Tour::rooms_data()
{
    QTest::addColumn<ui::Style>("style");
    QTest::newRow("light") << ui::Style::Light;
    QTest::newRow("dark") << ui::Style::Dark;
}

void Tour::rooms()
{
    QFETCH(ui::Style, style);
    m_style = QLatin1String(QTest::currentDataTag());
    m_palette.hold(style);
    openSample();
    letters();
    arrivals();
    writing();
    others();
    dialogs();
    QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
    m_window->close();
    QTRY_COMPARE(closed.count(), 1);
}

void Tour::letters()
{
    trigger(ActionId::GoToLetters);
    settle();
    list()->setFocus();
    list()->step(1);
    save("10-letters");
    m_window->workbench()->go(ui::LettersPlace{desk::LetterStage::Held, {}, {}});
    save("11-held");
    m_window->workbench()->go(ui::LettersPlace{desk::LetterStage::Answering, {}, {}});
    settle();
    list()->step(1);
    save("12-answering");
}

// What came in such a way that there is something to say of it.
void Tour::arrivals()
{
    trigger(ActionId::GoToAttention);
    settle();
    list()->step(1);
    save("13-needs-attention");
    list()->step(1);
    m_window->resize(1024, 700);
    save("13-needs-attention-1024");
    m_window->resize(1280, 800);
    trigger(ActionId::ShowRaw);
    save("14-raw-message");
    m_window->workbench()->go(ui::LettersPlace{desk::LetterStage::NotALetter, {}, {}});
    settle();
    list()->step(1);
    save("15-not-a-letter");
    m_window->workbench()->go(ui::LettersPlace{});
    settle();
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("listSearch"));
    QTest::keyClicks(search, QStringLiteral("niece"));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    list()->step(1);
    save("16-passed-on");
    search->clear();
    QTest::keyClicks(search, QStringLiteral("cuts it still"));
    settle();
    list()->step(1);
    save("19-folded");
    search->clear();
    editorial::ImportReport report;
    report.imported = 14;
    report.already = 2;
    report.needAttention = 1;
    report.notLetters = 3;
    report.refused.append(
        {QStringLiteral("summer.mbox"), QStringLiteral("message 12 at byte 10482"),
         QStringLiteral("It is larger than 64 MB. Save it by itself and take out what is attached.")});
    (new ui::ImportReportDialog(report, m_window.get()))->open();
    save("17-import-report");
    QGuiApplication::clipboard()->setText(QStringLiteral(
        "The hedge\n\nDear Hazel,\n\nMy hedge grows over the fence, and every Sunday my neighbour cuts it "
        "down to the height of his terrier, who watches.\n\n— Hedged in Harrogate"));
    trigger(ActionId::PasteLetter);
    save("18-new-letter");
    QGuiApplication::clipboard()->clear();
}

void Tour::writing()
{
    m_window->workbench()->go(ui::ArticlesPlace{{}, true, {}, {}});
    settle();
    list()->setFocus();
    list()->step(1);
    save("20-published");
    trigger(ActionId::PreviewInLetter);
    save("21-preview-in-place-of-the-letter");
    trigger(ActionId::PreviewRight);
    save("22-preview-right");
    trigger(ActionId::PreviewBelow);
    save("23-preview-below");
    trigger(ActionId::PreviewOff);
    trigger(ActionId::EditedOrOriginal);
    save("24-original");
    trigger(ActionId::EditedOrOriginal);
    m_window->workbench()->go(ui::ArticlesPlace{desk::ArticleStage::Draft, false, {}, {}});
    settle();
    list()->step(1);
    save("25-draft");
    trigger(ActionId::Replace);
    QTest::keyClicks(m_window->findChild<QLineEdit *>(QStringLiteral("findWords")), QStringLiteral("hair"));
    save("28-find");
    QTest::keyClick(m_window->findChild<QLineEdit *>(QStringLiteral("findWords")), Qt::Key_Escape);
    m_window->resize(1024, 700);
    save("26-draft-1024");
    m_window->resize(780, 700);
    save("27-draft-780");
    m_window->resize(1280, 800);
}

void Tour::others()
{
    trigger(ActionId::GoToTags);
    settle();
    auto *tree = m_window->findChild<QTreeView *>(QStringLiteral("tree"));
    QVERIFY(tree && tree->isVisible());
    tree->setCurrentIndex(tree->model()->index(0, 0));
    save("30-tags");
    trigger(ActionId::GoToPublish);
    auto *publish = m_window->findChild<ui::PublishRoom *>();
    QVERIFY(publish && publish->isVisible());
    save("40-publish");
    publish->setFolder(m_files->folder.filePath(QStringLiteral("site")));
    trigger(ActionId::WhatWillChange);
    save("41-what-will-change");
}

void Tour::dialogs()
{
    trigger(ActionId::MastheadSettings);
    save("50-masthead");
    trigger(ActionId::KeySheet);
    save("51-keys");
    trigger(ActionId::GoToAnything);
    save("52-go");
    trigger(ActionId::MailAccounts);
    save("54-mail-accounts");
    trigger(ActionId::GoToLetters);
    settle();
    list()->step(1);
    trigger(ActionId::Hold);
    save("53-hold");
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("listSearch"));
    QTest::keyClicks(search, QStringLiteral("cuts it still"));
    settle();
    list()->step(1);
    trigger(ActionId::OpenLetter);
    save("61-folded-while-writing");
    search->clear();
    putInAPicture();
    bringInPastColumns();
    bringInASheet();
}

void Tour::putInAPicture()
{
    QFile message(m_files->folder.filePath(QStringLiteral("hedge.eml")));
    QVERIFY(message.open(QIODevice::WriteOnly));
    message.write(telling::letterWith({{"hedge.jpg", "image/jpeg", telling::jpeg(1, {900, 500})},
                                       {"the plan of the fence.pdf", "application/pdf", telling::pdf()}}));
    message.close();
    m_window->workbench()->importing().bringIn({message.fileName()});
    settle();
    trigger(ActionId::GoToLetters);
    settle();
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("listSearch"));
    QTest::keyClicks(search, QStringLiteral("look at it"));
    settle();
    list()->step(1);
    save("62-attachments");
    trigger(ActionId::OpenLetter);
    settle();
    trigger(ActionId::PreviewRight);
    auto *answer = m_window->findChild<QTextEdit *>(QStringLiteral("answerSheet"));
    QVERIFY(answer && answer->isVisible());
    QTest::keyClicks(answer, QStringLiteral("That is a hedge. "));
    trigger(ActionId::AttachmentIntoAnswer);
    QTRY_VERIFY(answer->toPlainText().contains(QStringLiteral("![](attachment:")));
    QTest::keyClicks(answer, QStringLiteral("A hedge, higher than the fence behind it"));
    QTest::qWait(600); // the preview is drawn when typing pauses
    save("63-picture-in-the-answer");
    trigger(ActionId::PreviewOff);
    search->clear();
}

void Tour::bringInASheet()
{
    QFile sheet(m_files->folder.filePath(QStringLiteral("spring-form.csv")));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write(
        "Submitted,What is the matter?,What did you try?,In a few words,First name,Last name,E-mail,May we print "
        "it?,Town\n"
        "3/14/2026 9:26 AM,\"Dear Hazel,\n\nmy neighbour has painted the fence between us blue.\",Painting it "
        "back.,The fence,Prudence,Quill,prue@quill.example,Yes,Leith\n"
        "3/15/2026 8:02 PM,\"My sister sings in the bath at night, and the walls are thin.\",Earplugs.,Singing,"
        "Osbert,Pym,osbert@pym.example,No,Truro\n"
        "3/16/2026 7:45 AM,Nobody in this office ever washes a cup.,,Cups,Ada,Wren,ada@wren.example,Let me "
        "think,\n");
    sheet.close();
    m_window->workbench()->importing().bringIn({sheet.fileName()});
    settle();
    save("60-sheet");
}

void Tour::bringInPastColumns()
{
    QList<invented::ArchiveItem> posts;
    const QByteArray names[] = {"car", "ladder", "cat", "piano", "wedding"};
    for (const QByteArray &name : names) {
        invented::ArchiveItem post =
            invented::column(name, "My sister and I share a " + name + ", and neither of us will say whose turn it is.",
                             "Say it once, kindly, before the " + name + " is the only thing that you talk about.");
        post.content = "<p>Hazel answers letters every week, in complete confidence.</p>\n" + post.content +
                       "\n<p>Write to Hazel, or talk it over in the forum.</p>";
        post.tags = {"Family", "Sharing"};
        posts.append(post);
    }
    posts[3].content = "<p>A reader asks: Is six in the morning too early for scales?</p>\n<p>Wide Awake, "
                       "Whitby</p>\n<p>And I say: Felt under the hammers, and a talk over tea.</p>";
    posts[4].status = "draft";
    QFile file(m_files->folder.filePath(QStringLiteral("askhazel.wordpress.xml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(invented::archive(posts));
    file.close();
    m_window->workbench()->importing().bringIn({file.fileName()});
    settle();
    save("64-past-columns");
    auto *bring = m_window->findChild<QPushButton *>(QStringLiteral("bring_button"));
    QVERIFY(bring && bring->isEnabled());
    bring->click();
    settle();
    trigger(ActionId::GoToPosts);
    settle();
    auto *text = m_window->findChild<QPlainTextEdit *>(QStringLiteral("text"));
    QVERIFY(text);
    for (const auto &[words, id] : {std::pair("Is six", ActionId::MarkLetter), {"Felt under", ActionId::MarkAnswer}}) {
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(static_cast<int>(text->toPlainText().indexOf(QLatin1String(words))));
        text->setTextCursor(cursor);
        trigger(id);
    }
    save("65-posts-that-wait");
    m_window->workbench()->go(ui::ArticlesPlace{{}, true, {}, {}});
    settle();
    save("66-past-articles");
    trigger(ActionId::PostImports);
    settle();
    save("67-imports-of-past-columns");
}

QTEST_MAIN(Tour)
#include "tst_tour.moc"
