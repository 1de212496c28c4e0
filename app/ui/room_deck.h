// RoomDeck: the rooms, of which one is in sight. The window's thread.
#pragma once

#include "ui/room.h"

#include <QStackedWidget>

#include <memory>

namespace ui {

class RoomDeck final : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    void add(Room *room);
    void showRoom(Room *room);
    [[nodiscard]] Room *room() const { return m_room; }

    // Saves what is unsaved in any room, one after the other, and then tells the first failure or that all went well.
    void flush(Room::Flushed then);

Q_SIGNALS:
    void titleChanged();
    void letterWanted(const desk::LetterId &id);
    void articleWanted(const desk::ArticleId &id);

private:
    void flushFrom(const std::shared_ptr<QList<Room *>> &left, const base::Result<void> &outcome, Room::Flushed then);

    QList<Room *> m_all;
    Room *m_room = nullptr;
};

} // namespace ui
