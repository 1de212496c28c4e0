#include "ui/actions.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using ui::ActionId;
using ui::Actions;
using ui::Need;
using ui::Part;

class ActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdHasOneRow();
    void namesAreUnique();
    void iconsAreThere();
    void everyActionHasAKeyOfItsOwn();
    void needsGateActions();
    void menusHoldAllActions();
    void connectionEndsWithItsContext();
    void lettersOfTheListCountInTheListOnly();
};

void ActionsTest::everyIdHasOneRow()
{
    QSet<int> ids;
    for (const ui::ActionRow &row : ui::actionRows())
        ids.insert(static_cast<int>(row.id));
    QCOMPARE(ids.size(), static_cast<qsizetype>(ui::actionRows().size()));
    QCOMPARE(ids.size(), static_cast<qsizetype>(ActionId::OpenInBrowser) + 1);
}

void ActionsTest::namesAreUnique()
{
    const Actions actions;
    for (const ui::ActionRow &row : ui::actionRows()) {
        QCOMPARE(actions.actionNamed(row.name), actions.action(row.id));
        QCOMPARE(actions.action(row.id)->objectName(), QString(row.name));
    }
    QCOMPARE(actions.actionNamed(QStringLiteral("no.such")), nullptr);
}

void ActionsTest::iconsAreThere()
{
    const Actions actions;
    for (const ui::ActionRow &row : ui::actionRows()) {
        if (*row.icon == 0)
            continue;
        QVERIFY2(!actions.action(row.id)->icon().pixmap(16, 16).toImage().isNull(), row.icon);
    }
}

// No two actions that can be there at once share a key.
void ActionsTest::everyActionHasAKeyOfItsOwn()
{
    const Actions actions;
    QHash<QString, Part> taken;
    for (const ui::ActionRow &row : ui::actionRows()) {
        const auto keys = actions.action(row.id)->shortcuts();
        QVERIFY2(!keys.isEmpty(), row.name.data());
        for (const QKeySequence &key : keys) {
            const QString text = key.toString();
            QVERIFY2(!text.isEmpty(), row.name.data());
            QVERIFY2(!taken.contains(text), qPrintable(text));
            taken.insert(text, row.part);
        }
    }
}

void ActionsTest::needsGateActions()
{
    Actions actions;
    QVERIFY(actions.action(ActionId::Quit)->isEnabled());
    QVERIFY(!actions.action(ActionId::ImportLetters)->isEnabled());
    actions.setAvailable(Need::Desk, true);
    QVERIFY(actions.action(ActionId::ImportLetters)->isEnabled());
    QVERIFY(!actions.action(ActionId::Decline)->isEnabled());
    QVERIFY(actions.isAvailable(Need::Desk));
    actions.setAvailable(Need::Desk, false);
    QVERIFY(!actions.action(ActionId::ImportLetters)->isEnabled());
}

void ActionsTest::menusHoldAllActions()
{
    const Actions actions;
    QMenuBar bar;
    actions.fill(&bar);
    QSet<const QAction *> inMenus;
    QSet<QString> mnemonics;
    const auto menus = bar.actions();
    for (const QAction *menu : menus) {
        const auto entries = menu->menu()->actions();
        for (const QAction *entry : entries)
            inMenus.insert(entry);
        const qsizetype at = menu->text().indexOf(u'&');
        QVERIFY2(at >= 0, qPrintable(menu->text()));
        mnemonics.insert(menu->text().mid(at + 1, 1).toLower());
    }
    QCOMPARE(mnemonics.size(), menus.size());
    for (const ui::ActionRow &row : ui::actionRows())
        QVERIFY2(inMenus.contains(actions.action(row.id)), row.name.data());
}

void ActionsTest::connectionEndsWithItsContext()
{
    const Actions actions;
    int calls = 0;
    {
        QObject context;
        actions.connect(ActionId::KeySheet, &context, [&calls] { ++calls; });
        actions.action(ActionId::KeySheet)->trigger();
    }
    actions.action(ActionId::KeySheet)->trigger();
    QCOMPARE(calls, 1);
}

void ActionsTest::lettersOfTheListCountInTheListOnly()
{
    Actions actions;
    actions.setAvailable(Need::Letters, true);
    QMainWindow window;
    actions.fill(window.menuBar());
    auto *ground = new QWidget(&window);
    auto *list = new QListWidget(ground);
    auto *line = new QLineEdit(ground);
    line->move(0, 200);
    window.setCentralWidget(ground);
    actions.giveKeys(Part::List, list);
    QSignalSpy declined(actions.action(ActionId::Decline), &QAction::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    list->setFocus();
    QTest::keyClick(list, Qt::Key_D);
    QCOMPARE(declined.count(), 1);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_D);
    QCOMPARE(declined.count(), 1);
    QCOMPARE(line->text(), QStringLiteral("d"));
}

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
