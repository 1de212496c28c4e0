#include "sample_workplace.h"

#include "editorial/masthead.h"
#include "ui/publish_model.h"
#include "ui/publish_room.h"

#include <QDateTimeEdit>
#include <QDesktopServices>
#include <QDirIterator>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>

using ui::ActionId;

// Stands for the browser.
class Browser : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }

public:
    QList<QUrl> opened;
};

class TestPublishRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatIsMissing();
    void looksWithoutWriting();
    void publishesWhatWasSeen();
    void theSecondTimeThereIsNothingToDo();
    void aChangedDeskMustBeSeenAgain();
    void stoppingLeavesTheSiteAsItWas();
    void listsWhatIsHeldBackAndLeadsThere();
    void anEarlierTimeTakesLess();
    void aFolderThatCannotBeReadIsTold();
    void opensTheSiteInTheBrowser();
    void remembersTheFolder();
    void everyControlHasAName();
    void countsAndSentences();

private:
    [[nodiscard]] QString site() const { return m_place->folder.filePath(QStringLiteral("site")); }
    QPushButton *publishButton() const { return named<QPushButton>(*m_room, "publish_button"); }
    QString sentence() const { return named<QLabel>(*m_room, "sentence")->text(); }
    QAbstractItemModel *list() const { return named<QListView>(*m_room, "list")->model(); }
    int files() const
    {
        int count = 0;
        for (QDirIterator at(site(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext(); at.next())
            ++count;
        return count;
    }
    bool look()
    {
        m_place->actions.action(ActionId::WhatWillChange)->trigger();
        return m_place->settle();
    }
    bool publish()
    {
        QTest::mouseClick(publishButton(), Qt::LeftButton);
        return m_place->settle();
    }
    // Empties an answer of a published article, so that it must not go out.
    bool breakAnArticle();

    std::unique_ptr<SampleWorkplace> m_place;
    std::unique_ptr<ui::PublishRoom> m_room;
    desk::ArticleId m_broken;
};

void TestPublishRoom::init()
{
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->openSample());
    m_place->clock.set(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC));
    m_place->actions.setAvailable(ui::Need::Desk, true);
    m_room = std::make_unique<ui::PublishRoom>(m_place->workplace());
    m_room->resize(1060, 760);
    m_room->show();
    m_room->enter();
    QVERIFY(m_place->settle());
}

void TestPublishRoom::cleanup()
{
    m_room.reset();
    m_place.reset();
}

bool TestPublishRoom::breakAnArticle()
{
    return m_place->run([this](editorial::Desk &desk) -> base::Result<qint64> {
        auto id = editorial::articleNamed(desk, QStringLiteral("not-graham"));
        if (!id)
            return id.error();
        m_broken = *id;
        const auto view = editorial::article(desk, *id);
        if (!view)
            return view.error();
        desk::Answer answer = view->article.answers.first();
        answer.text.clear();
        return editorial::saveAnswer(desk, *id, answer);
    });
}

void TestPublishRoom::saysWhatIsMissing()
{
    QVERIFY(named<QLabel>(*m_room, "message")->isVisible());
    QVERIFY(!publishButton()->isEnabled());
    QVERIFY(!named<QPushButton>(*m_room, "look_button")->isEnabled());
    QVERIFY(!m_place->actions.action(ActionId::OpenInBrowser)->isEnabled());
    QVERIFY(!named(*m_room, "address_line")->isVisible());
    QVERIFY(m_place->run([](editorial::Desk &desk) {
        return editorial::setMastheadValue(desk, QStringLiteral("column.base-url"), QString());
    }));
    QVERIFY(m_place->settle());
    QVERIFY(named(*m_room, "address_line")->isVisible());
    QSignalSpy settings(m_place->actions.action(ActionId::MastheadSettings), &QAction::triggered);
    click(*m_room, "masthead_button");
    QCOMPARE(settings.size(), 1);
}

void TestPublishRoom::looksWithoutWriting()
{
    m_room->setFolder(site());
    QVERIFY(!publishButton()->isEnabled());
    QVERIFY(look());
    QVERIFY(!QFile::exists(site()));
    QVERIFY(list()->rowCount() > 8);
    QVERIFY2(sentence().contains(QStringLiteral("will be added")), qPrintable(sentence()));
    QVERIFY(publishButton()->isEnabled());
    QVERIFY(publishButton()->text().contains(QString::number(list()->rowCount() - 1)));
    bool named = false;
    for (int row = 0; row < list()->rowCount(); ++row)
        named = named ||
                list()->index(row, 0).data().toString() == QStringLiteral("Two letters about the same kitchen table");
    QVERIFY(named);
}

void TestPublishRoom::publishesWhatWasSeen()
{
    m_room->setFolder(site());
    QVERIFY(look());
    QSignalSpy notices(&m_place->notices, &ui::Notices::shown);
    QVERIFY(publish());
    QVERIFY(QFile::exists(site() + QStringLiteral("/index.html")));
    QVERIFY(QFile::exists(site() + QStringLiteral("/letters/not-graham.html")));
    QVERIFY2(sentence().contains(QStringLiteral("added")), qPrintable(sentence()));
    QCOMPARE(notices.size(), 1);
    QVERIFY(named(*m_room, "browser_button")->isVisible());
    QVERIFY(!publishButton()->isVisible());
    QVERIFY(!named(*m_room, "progress_line")->isVisible());
}

void TestPublishRoom::theSecondTimeThereIsNothingToDo()
{
    m_room->setFolder(site());
    QVERIFY(look() && publish());
    QVERIFY(look());
    QVERIFY2(sentence().contains(QStringLiteral("Nothing to publish")), qPrintable(sentence()));
    QVERIFY(!publishButton()->isEnabled());
    QCOMPARE(list()->rowCount(), 0);
}

void TestPublishRoom::aChangedDeskMustBeSeenAgain()
{
    m_room->setFolder(site());
    QVERIFY(look());
    QVERIFY(publishButton()->isEnabled());
    QVERIFY(breakAnArticle());
    QVERIFY(m_place->settle());
    QVERIFY(!publishButton()->isEnabled());
    QVERIFY2(sentence().contains(QStringLiteral("has changed")), qPrintable(sentence()));
    QVERIFY(look());
    QVERIFY(publishButton()->isEnabled());
    m_room->setFolder(m_place->folder.filePath(QStringLiteral("elsewhere")));
    QVERIFY(!publishButton()->isEnabled());
    QCOMPARE(list()->rowCount(), 0);
}

void TestPublishRoom::stoppingLeavesTheSiteAsItWas()
{
    m_room->setFolder(site());
    QVERIFY(look());
    QTest::mouseClick(publishButton(), Qt::LeftButton);
    QVERIFY(named(*m_room, "progress_line")->isVisible());
    click(*m_room, "cancel_button");
    QVERIFY(m_place->settle());
    QVERIFY(!QFile::exists(site() + QStringLiteral("/index.html")));
    QCOMPARE(files(), 0);
    QVERIFY(publishButton()->isEnabled()); // what was seen still holds
    QVERIFY(publish());
    QVERIFY(QFile::exists(site() + QStringLiteral("/index.html")));
}

void TestPublishRoom::listsWhatIsHeldBackAndLeadsThere()
{
    QVERIFY(breakAnArticle());
    m_room->setFolder(site());
    QVERIFY(look());
    const QModelIndex first = list()->index(1, 0); // below its heading
    QCOMPARE(first.data().toString(), QStringLiteral("They have called me Graham for three years"));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Blocker")));
    QVERIFY2(sentence().contains(QStringLiteral("1 held back")), qPrintable(sentence()));
    QSignalSpy wanted(m_room.get(), &ui::PublishRoom::articleWanted);
    Q_EMIT named<QListView>(*m_room, "list")->activated(first);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<desk::ArticleId>(), m_broken);
    QVERIFY(publish());
    QVERIFY(!QFile::exists(site() + QStringLiteral("/letters/not-graham.html")));
}

void TestPublishRoom::anEarlierTimeTakesLess()
{
    m_room->setFolder(site());
    named<QComboBox>(*m_room, "as_of_box")->setCurrentIndex(1);
    auto *moment = named<QDateTimeEdit>(*m_room, "moment");
    QVERIFY(moment->isVisible());
    moment->setDateTime(QDateTime(QDate(2026, 2, 1), QTime(12, 0)));
    QVERIFY(look() && publish());
    QVERIFY(QFile::exists(site() + QStringLiteral("/letters/the-borrowed-car.html")));
    QVERIFY(!QFile::exists(site() + QStringLiteral("/letters/not-graham.html")));
}

void TestPublishRoom::aFolderThatCannotBeReadIsTold()
{
    const QString file = m_place->folder.filePath(QStringLiteral("a-file"));
    QFile blocker(file);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QSignalSpy notices(&m_place->notices, &ui::Notices::shown);
    m_room->setFolder(file);
    QVERIFY(look());
    QCOMPARE(notices.size(), 1);
    QVERIFY(!publishButton()->isEnabled());
    QVERIFY(!named(*m_room, "progress_line")->isVisible());
}

void TestPublishRoom::opensTheSiteInTheBrowser()
{
    Browser browser;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &browser, "open");
    QSignalSpy notices(&m_place->notices, &ui::Notices::shown);
    m_room->setFolder(site());
    m_place->actions.action(ActionId::OpenInBrowser)->trigger();
    QVERIFY(m_place->settle());
    QCOMPARE(notices.size(), 1); // there is no site yet
    QVERIFY(look() && publish());
    click(*m_room, "browser_button");
    QVERIFY(m_place->settle());
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(browser.opened, QList<QUrl>{QUrl::fromLocalFile(site() + QStringLiteral("/index.html"))});
}

void TestPublishRoom::remembersTheFolder()
{
    m_room->setFolder(site());
    QVERIFY(look() && publish());
    ui::PublishRoom again(m_place->workplace());
    QVERIFY(m_place->settle());
    QCOMPARE(again.folder(), site());
}

void TestPublishRoom::everyControlHasAName()
{
    QCOMPARE(namelessControls(*m_room), QStringList());
}

void TestPublishRoom::countsAndSentences()
{
    using editorial::PageChange;
    editorial::ExportReport report;
    QVERIFY(ui::counts(report).isNothing());
    report.pages = {{PageChange::Kind::Added, QStringLiteral("a.html"), {}},
                    {PageChange::Kind::Changed, QStringLiteral("b.html"), {}},
                    {PageChange::Kind::Changed, QStringLiteral("c.html"), {}},
                    {PageChange::Kind::Removed, QStringLiteral("d.html"), {}},
                    {PageChange::Kind::Blocked, QStringLiteral("e.html"), {}}};
    report.blocked = {{desk::Finding::Severity::Blocker,
                       QStringLiteral("hand-changed"),
                       {},
                       QStringLiteral("e.html"),
                       {},
                       QStringLiteral("Move it away.")}};
    report.unchanged = 7;
    const ui::PublishCounts counted = ui::counts(report);
    QCOMPARE(counted.added, 1);
    QCOMPARE(counted.changed, 2);
    QCOMPARE(counted.removed, 1);
    QCOMPARE(counted.heldBack, 1);
    QVERIFY(ui::publishVerb(counted).contains(QLatin1Char('3')));
    QVERIFY(ui::planSentence(report).contains(QStringLiteral("7 as before")));
    const QList<ui::PublishRow> rows = ui::rows({report, {}});
    QCOMPARE(rows.size(), 9); // four headings
    QCOMPARE(rows.first().kind, ui::PublishRow::Kind::Heading);
    QCOMPARE(rows.at(1).title, QStringLiteral("e.html"));
    QVERIFY(!rows.at(1).leadsSomewhere());
}

QTEST_MAIN(TestPublishRoom)
#include "tst_publish_room.moc"
