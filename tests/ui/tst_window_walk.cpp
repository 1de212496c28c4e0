// The whole way in the real window, by actions and keys alone: a new desk, its masthead, a message that comes in, an
// answer to it, tags, approval, and the published page.
#include "editorial/masthead.h"
#include "open_session.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/markdown_field.h"
#include "ui/new_desk_dialog.h"
#include "ui/publish_room.h"
#include "ui/text_sheet.h"
#include "ui/writing_room.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QXmlStreamReader>

using ui::ActionId;
using ui::MainWindow;

namespace {

// Texts of the elements of a page by their class, and of "h1" and "title" by their name.
QMultiHash<QString, QString> textsOf(const QByteArray &page)
{
    QMultiHash<QString, QString> texts;
    QList<QPair<QStringList, QString>> open;
    QXmlStreamReader reader(page);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            QStringList names = reader.attributes().value(QLatin1String("class")).toString().split(QLatin1Char(' '));
            names.append(reader.name().toString());
            open.append({names, {}});
        } else if (reader.isCharacters()) {
            for (auto &[names, text] : open)
                text += reader.text();
        } else if (reader.isEndElement()) {
            const auto [names, text] = open.takeLast();
            for (const QString &name : names)
                texts.insert(name, text.simplified());
        }
    }
    if (reader.hasError())
        texts.insert(QStringLiteral("error"), reader.errorString());
    return texts;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WindowWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromALetterInAFileToAPublishedPage();

private:
    void makeDesk();
    void fillMasthead();
    void bringInALetter();
    void answerIt();
    void publishIt();
    void checkThePage();
    void settle();
    void trigger(ActionId id) { m_window->actions().action(id)->trigger(); }
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }

    OpenSession m_files;
    std::unique_ptr<MainWindow> m_window;
    QString m_site;
};

void WindowWalk::settle()
{
    QTest::qWait(50);
    const editorial::Session &session = m_window->workbench()->workplace().session;
    QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy() && session.jobs().isEmpty(), 20'000);
    QTest::qWait(50);
}

void WindowWalk::makeDesk()
{
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"),
                          m_files.folder.filePath(QStringLiteral("walk.postbag"))});
    QVERIFY(opened.count() > 0 || opened.wait());
}

void WindowWalk::fillMasthead()
{
    trigger(ActionId::MastheadSettings);
    settle();
    const std::pair<const char *, const char *> lines[] = {{"letter_label", "DEAR JUNIPER"},
                                                           {"answer_label", "JUNIPER SAYS"},
                                                           {"base_url", "https://juniper.example"},
                                                           {"author_name", "Juniper Wells"}};
    for (const auto &[name, text] : lines) {
        auto *line = part<QLineEdit>(name);
        QVERIFY2(line, name);
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
    }
    const std::pair<const char *, const char *> texts[] = {
        {"introduction", "Letters from all over. See the [index](qa-index.html)."},
        {"call_to_action", "Talk about it in [the forum](https://forum.juniper.example)."},
        {"bio", "Juniper has answered letters since spring."}};
    for (const auto &[name, text] : texts) {
        auto *field = part<ui::MarkdownField>(name);
        QVERIFY2(field, name);
        field->edit()->setPlainText(QLatin1String(text));
    }
    auto *save = part<QPushButton>("save_button");
    QVERIFY(save);
    QTRY_VERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(!part<QPushButton>("save_button"));
    settle();
}

void WindowWalk::bringInALetter()
{
    QFile file(m_files.folder.filePath(QStringLiteral("letter.eml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("From: Prudence Quill <prue@quill.example>\nSubject: The borrowed ladder\n"
               "Message-ID: <1@quill.example>\nDate: Fri, 1 May 2026 10:00:00 +0000\n\n"
               "My neighbour has had my ladder since March.\n");
    file.close();
    m_window->workbench()->importing().bringIn({file.fileName()});
    auto *list = part<ui::RowView>("rowView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    settle();
    // The offscreen platform has no window manager that would do so once the dialog is gone.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_J);
    QTRY_VERIFY(list->current());
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Letters));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_window->actions().isAvailable(ui::Need::Article));
    settle();
}

void WindowWalk::answerIt()
{
    auto *answer = part<ui::TextSheet>("answerSheet");
    QTRY_VERIFY(answer->hasFocus());
    QTest::keyClicks(answer, QStringLiteral("Ask for it back. "));
    QTest::keyClick(answer, Qt::Key_B, Qt::ControlModifier);
    QTest::keyClicks(answer, QStringLiteral("Today"));
    auto *signature = part<QLineEdit>("signature");
    QVERIFY(signature);
    QTest::keyClicks(signature, QStringLiteral("Grounded in Goole"));
    auto *tags = part<QLineEdit>("tagLine");
    QVERIFY(tags);
    QTest::keyClicks(tags, QStringLiteral("neighbours"));
    QTest::keyClick(tags, Qt::Key_Return);
    QTest::qWait(1500); // saved while typing
    settle();
    trigger(ActionId::Approve);
    settle();
}

void WindowWalk::publishIt()
{
    m_site = m_files.folder.filePath(QStringLiteral("site"));
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    auto *room = m_window->findChild<ui::PublishRoom *>();
    QTRY_VERIFY(room && room->isVisible());
    room->setFolder(m_site);
    trigger(ActionId::WhatWillChange);
    settle();
    auto *publish = part<QPushButton>("publish_button");
    QVERIFY(publish);
    QTRY_VERIFY(publish->isEnabled());
    QTest::keyClick(publish, Qt::Key_Space);
    settle();
    QTRY_VERIFY(QFile::exists(m_site + QStringLiteral("/.postbag-manifest.json")));
}

void WindowWalk::checkThePage()
{
    const auto texts = textsOf(contentOf(m_site + QStringLiteral("/letters/the-borrowed-ladder.html")));
    QCOMPARE(texts.value(QStringLiteral("error")), QString());
    QCOMPARE(texts.values(QStringLiteral("h1")), QStringList{QStringLiteral("The borrowed ladder")});
    const QStringList labels = texts.values(QStringLiteral("label"));
    QVERIFY(labels.join(QLatin1Char('|')).contains(QStringLiteral("DEAR JUNIPER")));
    QVERIFY(labels.join(QLatin1Char('|')).contains(QStringLiteral("JUNIPER SAYS")));
    QVERIFY(texts.value(QStringLiteral("letter")).contains(QStringLiteral("had my ladder since March")));
    QVERIFY(texts.value(QStringLiteral("signature")).contains(QStringLiteral("Grounded in Goole")));
    QVERIFY(texts.value(QStringLiteral("answer")).contains(QStringLiteral("Ask for it back. Today")));
    QVERIFY(texts.value(QStringLiteral("introduction")).contains(QStringLiteral("Letters from all over")));
    QVERIFY(texts.value(QStringLiteral("call-to-action")).contains(QStringLiteral("the forum")));
    QVERIFY(texts.value(QStringLiteral("about-author")).contains(QStringLiteral("Juniper Wells")));
    for (const char *file : {"/qa-index.html", "/topics/neighbours.html", "/feed.xml", "/index.html"})
        QVERIFY2(contentOf(m_site + QLatin1String(file)).contains("The borrowed ladder"), file);
    QVERIFY(!contentOf(m_site + QStringLiteral("/letters/the-borrowed-ladder.html")).contains("Quill"));
}

void WindowWalk::fromALetterInAFileToAPublishedPage()
{
    QStandardPaths::setTestModeEnabled(true);
    m_files.settings.setValue(editorial::Setting::PersonalWords, m_files.folder.filePath(QStringLiteral("words.txt")));
    m_window = std::make_unique<MainWindow>(m_files.settings, m_files.clock);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (const auto step : {&WindowWalk::makeDesk, &WindowWalk::fillMasthead, &WindowWalk::bringInALetter,
                            &WindowWalk::answerIt, &WindowWalk::publishIt, &WindowWalk::checkThePage}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
    m_window->close();
    QTRY_COMPARE(closed.count(), 1);
}

QTEST_MAIN(WindowWalk)
#include "tst_window_walk.moc"
