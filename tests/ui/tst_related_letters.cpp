// What a letter belongs to and what is like it, beside the letter: what is said, where it leads, and links made by
// hand.
#include "sample_workplace.h"
#include "ui/letter_choice_dialog.h"
#include "ui/link_button.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/new_desk_dialog.h"
#include "ui/reading_room.h"
#include "ui/related_letters.h"
#include "ui/writing_room.h"

#include <QAccessible>
#include <QListWidget>
#include <QMenu>
#include <QStandardPaths>

using ui::ActionId;
using ui::LinkButton;
using ui::MainWindow;
using ui::RelatedLetters;

namespace {

// Letters 1 to `count` of one writer, each of which follows the one before; the words of all are nearly the same.
bool bringIn(SampleWorkplace &place, int count)
{
    return place.open() && place.bringIn(count);
}

desk::LetterId idOf(SampleWorkplace &place, int number)
{
    desk::LetterId id;
    place.run([&id, number](editorial::Desk &desk) {
        const auto found = editorial::letterNamed(desk, QString::number(number));
        id = found.value_or(desk::LetterId());
        return found;
    });
    return id;
}

// Answers the letter in an approved article; null where that failed.
desk::ArticleId answer(SampleWorkplace &place, const desk::LetterId &letter, const QString &title)
{
    desk::ArticleId article;
    place.run([&](editorial::Desk &desk) -> base::Result<void> {
        const auto started = editorial::startAnswer(desk, letter);
        if (!started)
            return started.error();
        const auto date = editorial::dateNamed(QStringLiteral("2019-05-01"), desk::Masthead());
        if (const auto saved = editorial::saveArticle(desk, {*started, 1, title, {}, {}, *date}); !saved)
            return saved.error();
        if (const auto moved = editorial::moveArticles(desk, {*started}, desk::ArticleStage::Approved); !moved)
            return moved.error();
        article = *started;
        return {};
    });
    return article;
}

QStringList linesOf(const QWidget &related)
{
    QStringList lines;
    const auto buttons = related.findChildren<LinkButton *>();
    for (const LinkButton *button : buttons) {
        if (button->isVisibleTo(&related))
            lines.append(button->text());
    }
    return lines;
}

LinkButton *lineOf(const QWidget &related, const QString &beginning)
{
    const auto buttons = related.findChildren<LinkButton *>();
    for (LinkButton *button : buttons) {
        if (button->isVisibleTo(&related) && button->text().startsWith(beginning))
            return button;
    }
    return nullptr;
}

} // namespace

class RelatedLettersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isHiddenWithoutRelations();
    void saysWhatIsRelated();
    void leadsThere();
    void putsManyIntoAMenu();
    void takesMarkupForText();
    void shortensLongTitles();
    void keepsTheFocusWhereNothingChanged();
    void asksForTheLastLetterOnly();
    void catchesUpWhenItIsSeenAgain();
    void windowGoesToTheLetterAndTheArticle();
    void linksByHandWithUndo();

private:
    bool showsLetter(int number, qsizetype lines);
    bool openWindow();
    template <typename Widget>
    Widget *child() const
    {
        return m_window->findChild<Widget *>();
    }
    [[nodiscard]] RelatedLetters *reading() const { return child<ui::ReadingRoom>()->findChild<RelatedLetters *>(); }
    [[nodiscard]] RelatedLetters *writing() const { return child<ui::WritingRoom>()->findChild<RelatedLetters *>(); }
    [[nodiscard]] ui::RowView *list() const { return child<ui::RowView>(); }
    void trigger(ActionId id) const { m_window->actions().action(id)->trigger(); }

    std::unique_ptr<SampleWorkplace> m_place;
    std::unique_ptr<QWidget> m_ground;
    RelatedLetters *m_related = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

void RelatedLettersTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void RelatedLettersTest::init()
{
    m_ground.reset();
    m_place = std::make_unique<SampleWorkplace>();
}

void RelatedLettersTest::cleanup()
{
    if (!m_window)
        return;
    QSignalSpy closed(m_window.get(), &MainWindow::deskClosed);
    m_window->close();
    QTRY_COMPARE(closed.count(), 1);
    m_window.reset();
}

// Shows the letter in the widget alone, and waits until it has so many lines.
bool RelatedLettersTest::showsLetter(int number, qsizetype lines)
{
    if (!m_ground) {
        m_ground = std::make_unique<QWidget>();
        m_related = new RelatedLetters(m_place->workplace(), 3, m_ground.get());
        m_ground->resize(600, 200);
        m_related->resize(600, 200);
        m_ground->show();
    }
    m_related->showLetter(idOf(*m_place, number));
    return QTest::qWaitFor([this, lines] { return linesOf(*m_related).size() == lines; });
}

void RelatedLettersTest::isHiddenWithoutRelations()
{
    QVERIFY(bringIn(*m_place, 1));
    QVERIFY(showsLetter(1, 0));
    QTest::qWait(300);
    QVERIFY(m_place->settle());
    QVERIFY(!m_related->isVisible());
    m_related->showLetter({});
    QVERIFY(!m_related->isVisible());
}

void RelatedLettersTest::saysWhatIsRelated()
{
    QVERIFY(bringIn(*m_place, 3));
    QVERIFY(!answer(*m_place, idOf(*m_place, 1), QStringLiteral("The borrowed car")).isNull());
    QVERIFY(showsLetter(2, 5));
    QVERIFY(m_related->isVisible());
    QCOMPARE(linesOf(*m_related),
             (QStringList{QStringLiteral("Follows letter 1"), QStringLiteral("answered in “The borrowed car” (2019)"),
                          QStringLiteral("Letter 3 follows this one"),
                          QStringLiteral("Answered in 2019: The borrowed car · 85 %"),
                          QStringLiteral("Like letter 3 of 2026: Worry 3 · 85 %")}));
    QCOMPARE(namelessControls(*m_ground), QStringList());
    const LinkButton *button = lineOf(*m_related, QStringLiteral("Answered"));
    QAccessibleInterface *spoken =
        QAccessible::queryAccessibleInterface(lineOf(*m_related, QStringLiteral("Answered")));
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name), button->text());
    QVERIFY(spoken->text(QAccessible::Description).contains(QStringLiteral("85 %")));
    QCOMPARE(spoken->role(), QAccessible::Button);
    QVERIFY(button->focusPolicy() & Qt::TabFocus);

    m_related->showLetter({});
    QVERIFY(!m_related->isVisible());
    QCOMPARE(linesOf(*m_related).size(), 0);
}

void RelatedLettersTest::leadsThere()
{
    QVERIFY(bringIn(*m_place, 3));
    const desk::ArticleId article = answer(*m_place, idOf(*m_place, 1), QStringLiteral("The borrowed car"));
    QVERIFY(showsLetter(2, 5));
    QSignalSpy letters(m_related, &RelatedLetters::letterWanted);
    QSignalSpy articles(m_related, &RelatedLetters::articleWanted);
    QTest::mouseClick(lineOf(*m_related, QStringLiteral("Follows")), Qt::LeftButton);
    QTest::mouseClick(lineOf(*m_related, QStringLiteral("Letter 3")), Qt::LeftButton);
    QTest::keyClick(lineOf(*m_related, QStringLiteral("Like letter 3")), Qt::Key_Space);
    QTest::mouseClick(lineOf(*m_related, QStringLiteral("answered in")), Qt::LeftButton);
    QTest::keyClick(lineOf(*m_related, QStringLiteral("Answered in")), Qt::Key_Space);
    QCOMPARE(letters.size(), 3);
    QCOMPARE(letters.at(0).at(0).value<desk::LetterId>(), idOf(*m_place, 1));
    QCOMPARE(letters.at(1).at(0).value<desk::LetterId>(), idOf(*m_place, 3));
    QCOMPARE(letters.at(2).at(0).value<desk::LetterId>(), idOf(*m_place, 3));
    QCOMPARE(articles.size(), 2);
    QCOMPARE(articles.at(0).at(0).value<desk::ArticleId>(), article);
    QCOMPARE(articles.at(1).at(0).value<desk::ArticleId>(), article);
}

void RelatedLettersTest::putsManyIntoAMenu()
{
    QVERIFY(bringIn(*m_place, 8));
    QVERIFY(showsLetter(4, 6)); // follows, followed by, three that are like it, and more
    auto *more = named<LinkButton>(*m_related, "moreRelated");
    QCOMPARE(more->text(), QStringLiteral("4 more"));
    QTest::mouseClick(more, Qt::LeftButton);
    auto *menu = more->findChild<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 4);
    QSignalSpy letters(m_related, &RelatedLetters::letterWanted);
    menu->actions().constLast()->trigger();
    QCOMPARE(letters.size(), 1);
    menu->close();
}

void RelatedLettersTest::takesMarkupForText()
{
    QVERIFY(bringIn(*m_place, 2));
    const QString title = QStringLiteral("<img src='file:///x.png'> & <b>bold</b> %1 %2");
    QVERIFY(!answer(*m_place, idOf(*m_place, 1), title).isNull());
    QVERIFY(showsLetter(2, 3));
    const LinkButton *button = lineOf(*m_related, QStringLiteral("Answered"));
    QCOMPARE(button->text(), QStringLiteral("Answered in 2019: %1 · 85 %").arg(title));
    QVERIFY(!button->toolTip().contains(QStringLiteral("<img")));
    QVERIFY(button->toolTip().contains(QStringLiteral("&lt;img")));
}

void RelatedLettersTest::shortensLongTitles()
{
    QVERIFY(bringIn(*m_place, 2));
    QVERIFY(!answer(*m_place, idOf(*m_place, 1), QStringLiteral("A very long title indeed ").repeated(20)).isNull());
    QVERIFY(showsLetter(2, 3));
    QVERIFY(m_related->minimumSizeHint().width() < 400);
    const LinkButton *button = lineOf(*m_related, QStringLiteral("Answered"));
    QVERIFY(button->sizeHint().width() > 1000);
    QTRY_VERIFY(button->width() <= m_related->width());
}

void RelatedLettersTest::keepsTheFocusWhereNothingChanged()
{
    QVERIFY(bringIn(*m_place, 3));
    QVERIFY(showsLetter(2, 4));
    QVERIFY(QTest::qWaitForWindowActive(m_ground.get()));
    LinkButton *button = lineOf(*m_related, QStringLiteral("Follows"));
    button->setFocus();
    QVERIFY(m_place->run(
        [id = idOf(*m_place, 2)](editorial::Desk &desk) { return editorial::markUnread(desk, {id}, false); }));
    QTest::qWait(300);
    QVERIFY(m_place->settle());
    QCOMPARE(lineOf(*m_related, QStringLiteral("Follows")), button);
    QVERIFY(button->hasFocus());

    QVERIFY(m_place->run(
        [id = idOf(*m_place, 2)](editorial::Desk &desk) { return editorial::unfollowLetters(desk, {id}); }));
    QTRY_COMPARE(linesOf(*m_related).size(), 3);
    QCOMPARE(lineOf(*m_related, QStringLiteral("Follows")), nullptr);
}

void RelatedLettersTest::asksForTheLastLetterOnly()
{
    QVERIFY(bringIn(*m_place, 4));
    QVERIFY(showsLetter(1, 4)); // one follows it, and three are like it
    for (const int number : {2, 3, 4})
        m_related->showLetter(idOf(*m_place, number));
    QCOMPARE(linesOf(*m_related).size(), 0);
    QVERIFY(!m_related->isVisible());
    QTRY_COMPARE(linesOf(*m_related).size(), 4);
    QVERIFY(lineOf(*m_related, QStringLiteral("Follows letter 3")));
}

void RelatedLettersTest::catchesUpWhenItIsSeenAgain()
{
    QVERIFY(bringIn(*m_place, 2));
    QVERIFY(showsLetter(2, 2));
    m_ground->hide();
    QVERIFY(m_place->run(
        [id = idOf(*m_place, 2)](editorial::Desk &desk) { return editorial::unfollowLetters(desk, {id}); }));
    QTest::qWait(300);
    QVERIFY(m_place->settle());
    m_ground->show();
    QVERIFY(showsLetter(2, 1));
}

// The whole window with letters 1 to 3, of which the first is answered, and the second is shown.
bool RelatedLettersTest::openWindow()
{
    m_window = std::make_unique<MainWindow>(m_place->settings, m_place->clock);
    m_window->resize(1280, 800);
    m_window->show();
    QSignalSpy opened(m_window.get(), &MainWindow::deskOpened);
    m_window->createDesk({QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), m_place->path()});
    if (!QTest::qWaitForWindowActive(m_window.get()) || !QTest::qWaitFor([&opened] { return !opened.isEmpty(); }))
        return false;
    m_window->workbench()->importing().bringIn({m_place->mailbox(3)});
    if (!QTest::qWaitFor([this] { return list()->model()->rowCount() == 3; }))
        return false;
    list()->setFocus();
    list()->step(1);
    list()->step(1);
    return QTest::qWaitFor([this] { return !linesOf(*reading()).isEmpty(); });
}

void RelatedLettersTest::windowGoesToTheLetterAndTheArticle()
{
    QVERIFY(openWindow());
    QVERIFY(lineOf(*reading(), QStringLiteral("Follows letter 1")));
    QTest::mouseClick(lineOf(*reading(), QStringLiteral("Letter 3 follows this one")), Qt::LeftButton);
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("Follows letter 2")));
    QCOMPARE(reading()->isVisible(), true);
    QTest::mouseClick(lineOf(*reading(), QStringLiteral("Follows letter 2")), Qt::LeftButton);
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("Follows letter 1")));

    // Answering the first one, and the way from the second to it.
    QTest::mouseClick(lineOf(*reading(), QStringLiteral("Follows letter 1")), Qt::LeftButton);
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("Letter 2 follows")));
    trigger(ActionId::OpenLetter);
    QTRY_VERIFY(child<ui::WritingRoom>()->isVisible());
    QTRY_VERIFY(!child<ui::WritingRoom>()->shownArticle().isNull());
    trigger(ActionId::Approve);
    QTRY_VERIFY(lineOf(*writing(), QStringLiteral("Letter 2 follows this one")));
    QTest::mouseClick(lineOf(*writing(), QStringLiteral("Letter 2 follows this one")), Qt::LeftButton);
    QTRY_VERIFY(reading()->isVisible());
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("answered in “Worry 1” (2026)")));
    QTest::mouseClick(lineOf(*reading(), QStringLiteral("Answered in 2026: Worry 1 · 85 %")), Qt::LeftButton);
    QTRY_VERIFY(child<ui::WritingRoom>()->isVisible());
}

void RelatedLettersTest::linksByHandWithUndo()
{
    QVERIFY(openWindow());
    trigger(ActionId::UnfollowLetter);
    QTRY_VERIFY(!lineOf(*reading(), QStringLiteral("Follows")));
    trigger(ActionId::Undo);
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("Follows letter 1")));
    trigger(ActionId::Redo);
    QTRY_VERIFY(!lineOf(*reading(), QStringLiteral("Follows")));

    QTest::keyClick(list(), Qt::Key_L);
    QTRY_VERIFY(openDialog<ui::LetterChoiceDialog>(*m_window));
    auto *dialog = openDialog<ui::LetterChoiceDialog>(*m_window);
    QCOMPARE(namelessControls(*dialog), QStringList());
    auto *letters = named<QListWidget>(*dialog, "letters");
    QTRY_COMPARE(letters->count(), 2); // not the letter itself
    named<QLineEdit>(*dialog, "search")->setText(QStringLiteral("2"));
    QTRY_COMPARE(letters->count(), 0);
    QVERIFY(named<QLabel>(*dialog, "nothing")->isVisible());
    // Letter 3 follows letter 2, so that this would go in a circle only once it is linked.
    named<QLineEdit>(*dialog, "search")->setText(QStringLiteral("3"));
    QTRY_COMPARE(letters->count(), 1);
    click(*dialog, "addLetter");
    QTRY_VERIFY(std::ranges::any_of(m_window->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Letter 3 follows letter 2 already"));
    }));
    QVERIFY(!lineOf(*reading(), QStringLiteral("Follows")));

    trigger(ActionId::FollowLetter);
    QTRY_VERIFY(openDialog<ui::LetterChoiceDialog>(*m_window));
    dialog = openDialog<ui::LetterChoiceDialog>(*m_window);
    named<QLineEdit>(*dialog, "search")->setText(QStringLiteral("worry number 1"));
    letters = named<QListWidget>(*dialog, "letters");
    QTRY_COMPARE(letters->count(), 1);
    click(*dialog, "addLetter");
    QTRY_VERIFY(lineOf(*reading(), QStringLiteral("Follows letter 1")));
}

QTEST_MAIN(RelatedLettersTest)
#include "tst_related_letters.moc"
