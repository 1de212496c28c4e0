#include "ui/room_deck.h"

namespace ui {

void RoomDeck::add(Room *room)
{
    m_all.append(room);
    addWidget(room);
    connect(room, &Room::titleChanged, this, &RoomDeck::titleChanged);
    connect(room, &Room::letterWanted, this, &RoomDeck::letterWanted);
    connect(room, &Room::articleWanted, this, &RoomDeck::articleWanted);
}

void RoomDeck::showRoom(Room *room)
{
    if (m_room == room)
        return;
    if (m_room)
        m_room->leave();
    m_room = room;
    // Rooms that are not seen take no space from the list beside them.
    for (Room *each : std::as_const(m_all)) {
        const auto policy = each == room ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        each->setSizePolicy(policy, policy);
    }
    setCurrentWidget(room);
    room->enter();
    Q_EMIT titleChanged();
}

void RoomDeck::flush(Room::Flushed then)
{
    flushFrom(std::make_shared<QList<Room *>>(m_all), {}, std::move(then));
}

void RoomDeck::flushFrom(const std::shared_ptr<QList<Room *>> &left, const base::Result<void> &outcome,
                         Room::Flushed then)
{
    if (left->isEmpty()) {
        then(outcome);
        return;
    }
    Room *room = left->takeFirst();
    room->flush([this, left, outcome, then = std::move(then)](const base::Result<void> &saved) mutable {
        flushFrom(left, outcome ? saved : outcome, std::move(then));
    });
}

} // namespace ui
