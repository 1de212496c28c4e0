#include "ui/letter_actions.h"

#include "editorial/relations.h"
#include "ui/hold_dialog.h"
#include "ui/letter_choice_dialog.h"
#include "ui/list_pane.h"
#include "ui/reading_room.h"
#include "ui/tag_letters_dialog.h"

#include <QDate>
#include <QMenu>

namespace ui {

LetterActions::LetterActions(Workplace &workplace, LetterListPresenter &presenter, ListPane &pane, ReadingRoom &reading,
                             QObject *parent)
    : QObject(parent), m_workplace(workplace), m_presenter(presenter), m_pane(pane), m_reading(reading)
{
    connectStages();
    connectReading();
    connect(&pane.view(), &RowView::selectionShown, this, &LetterActions::refresh);
    connect(&pane.view(), &QAbstractItemView::doubleClicked, this, &LetterActions::answer);
    pane.view().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&pane.view(), &QWidget::customContextMenuRequested, this, &LetterActions::showMenu);
}

void LetterActions::connectStages()
{
    const QList<std::pair<ActionId, desk::LetterStage>> stages{{ActionId::Shortlist, desk::LetterStage::Shortlisted},
                                                               {ActionId::Decline, desk::LetterStage::Declined},
                                                               {ActionId::BackToNew, desk::LetterStage::New},
                                                               {ActionId::NotALetter, desk::LetterStage::NotALetter}};
    for (const auto &[id, stage] : stages)
        m_workplace.actions.connect(id, this, [this, to = stage] { m_presenter.move(chosen(), to); });
    m_workplace.actions.connect(ActionId::Hold, this, &LetterActions::hold);
    m_workplace.actions.connect(ActionId::TagLetters, this, &LetterActions::tag);
    m_workplace.actions.connect(ActionId::FollowLetter, this, &LetterActions::follow);
    m_workplace.actions.connect(ActionId::UnfollowLetter, this, &LetterActions::unfollow);
    m_workplace.actions.connect(ActionId::ToggleUnread, this, &LetterActions::toggleUnread);
    m_workplace.actions.connect(ActionId::SeenTo, this, &LetterActions::seeTo);
}

void LetterActions::connectReading()
{
    m_workplace.actions.connect(ActionId::OpenLetter, this, &LetterActions::answer);
    m_workplace.actions.connect(ActionId::NextLetter, this, [this] { m_pane.view().step(1); });
    m_workplace.actions.connect(ActionId::PreviousLetter, this, [this] { m_pane.view().step(-1); });
    m_workplace.actions.connect(ActionId::ReadOn, this, &LetterActions::readOn);
    m_workplace.actions.connect(ActionId::RevealWriter, &m_reading, &ReadingRoom::revealWriter);
}

bool LetterActions::isActive() const
{
    return m_pane.presenter() == &m_presenter;
}

void LetterActions::refresh()
{
    m_workplace.actions.setAvailable(Need::Letters, isActive() && m_pane.view().selectedCount() > 0);
}

QList<desk::LetterId> LetterActions::chosen() const
{
    QList<desk::LetterId> ids;
    if (!isActive())
        return ids;
    const QList<const ListRow *> rows = m_pane.view().selected();
    for (const ListRow *row : rows)
        ids.append(desk::LetterId(row->id));
    return ids;
}

void LetterActions::answer()
{
    const ListRow *row = m_pane.view().current();
    if (isActive() && row)
        Q_EMIT answerWanted(desk::LetterId(row->id));
}

void LetterActions::hold()
{
    const QList<desk::LetterId> ids = chosen();
    if (ids.isEmpty())
        return;
    auto *dialog = new HoldDialog(QDate::currentDate(), m_pane.window());
    connect(dialog, &HoldDialog::chosen, this,
            [this, ids](const QDate &day) { m_presenter.move(ids, desk::LetterStage::Held, day); });
    dialog->open();
}

void LetterActions::tag()
{
    QList<QList<desk::TagId>> carried;
    const QList<desk::LetterId> ids = chosen();
    for (const ListRow *row : m_pane.view().selected())
        carried.append(row->tags);
    if (ids.isEmpty())
        return;
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::tags(desk); },
        [this, ids, carried](const base::Result<editorial::TagTree> &tree) {
            if (!tree) {
                m_workplace.notices.error(tree.error());
                return;
            }
            auto *dialog = new TagLettersDialog(*tree, carried, m_pane.window());
            connect(
                dialog, &TagLettersDialog::chosen, this,
                [this, ids](const QStringList &add, const QStringList &remove) { m_presenter.tag(ids, add, remove); });
            dialog->open();
        });
}

void LetterActions::follow()
{
    const QList<desk::LetterId> ids = chosen();
    if (ids.isEmpty())
        return;
    auto *dialog = new LetterChoiceDialog(m_workplace, LetterChoice::Follow, ids, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LetterChoiceDialog::chosen, this, [this, ids](const desk::LetterId &earlier) {
        perform(m_workplace, this,
                [ids, earlier](editorial::Desk &desk) { return editorial::followLetter(desk, ids, earlier); });
    });
    dialog->open();
}

void LetterActions::unfollow()
{
    if (const QList<desk::LetterId> ids = chosen(); !ids.isEmpty())
        perform(m_workplace, this, [ids](editorial::Desk &desk) { return editorial::unfollowLetters(desk, ids); });
}

void LetterActions::toggleUnread()
{
    if (const ListRow *row = m_pane.view().current())
        m_presenter.markUnread(chosen(), !row->unread);
}

// Of what is chosen, only that which needs attention.
void LetterActions::seeTo()
{
    QList<desk::LetterId> ids;
    for (const ListRow *row : m_pane.view().selected()) {
        if (row->needsAttention)
            ids.append(desk::LetterId(row->id));
    }
    m_presenter.seeTo(ids);
}

void LetterActions::readOn()
{
    if (!m_reading.readOn())
        m_pane.view().step(1);
}

void LetterActions::showMenu(const QPoint &at)
{
    if (!m_workplace.actions.isAvailable(Need::Letters))
        return;
    auto *menu = new QMenu(&m_pane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionRow &row : actionRows()) {
        if (row.menu != Menu::Letter || row.need != Need::Letters || row.id == ActionId::ReadOn)
            continue;
        if (row.ruleBefore)
            menu->addSeparator();
        menu->addAction(m_workplace.actions.action(row.id));
    }
    menu->popup(m_pane.view().viewport()->mapToGlobal(at));
}

} // namespace ui
