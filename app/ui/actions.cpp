#include "ui/actions.h"

#include "ui/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace ui {

namespace {

std::size_t indexOf(ActionId id)
{
    return static_cast<std::size_t>(id);
}

std::size_t indexOf(Need need)
{
    return static_cast<std::size_t>(need);
}

QAction *makeAction(const ActionRow &row, QObject *parent)
{
    auto *action = new QAction(QCoreApplication::translate("ui::actions", row.text), parent);
    action->setObjectName(row.name);
    action->setIcon(icon(QString::fromLatin1(row.icon)));
    action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys)));
    action->setShortcutContext(row.part == Part::Window ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setCheckable(row.checkable);
    action->setEnabled(row.need == Need::Nothing);
    if (row.id == ActionId::Quit)
        action->setMenuRole(QAction::QuitRole);
    return action;
}

} // namespace

Actions::Actions(QObject *parent) : QObject(parent), m_available(indexOf(Need::Redo) + 1, false)
{
    m_available[indexOf(Need::Nothing)] = true;
    m_actions.resize(actionRows().size());
    for (const ActionRow &row : actionRows())
        m_actions[indexOf(row.id)] = makeAction(row, this);
}

QAction *Actions::action(ActionId id) const
{
    return m_actions.at(indexOf(id));
}

QAction *Actions::actionNamed(const QString &name) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&name](const QAction *action) { return action->objectName() == name; });
    return found == m_actions.end() ? nullptr : *found;
}

void Actions::setAvailable(Need need, bool available)
{
    m_available.at(indexOf(need)) = available;
    for (const ActionRow &row : actionRows()) {
        if (row.need == need)
            action(row.id)->setEnabled(available);
    }
}

bool Actions::isAvailable(Need need) const
{
    return m_available.at(indexOf(need));
}

void Actions::giveKeys(Part part, QWidget *widget) const
{
    for (const ActionRow &row : actionRows()) {
        if (row.part == part)
            widget->addAction(action(row.id));
    }
}

void Actions::fill(QMenuBar *bar) const
{
    QMenu *menu = nullptr;
    std::optional<Menu> last;
    for (const ActionRow &row : actionRows()) {
        if (last != row.menu) {
            menu = bar->addMenu(title(row.menu));
            menu->setObjectName(QStringLiteral("menu%1").arg(static_cast<int>(row.menu)));
            last = row.menu;
        } else if (row.ruleBefore) {
            menu->addSeparator();
        }
        menu->addAction(action(row.id));
    }
}

} // namespace ui
