#include "ui/room.h"

namespace ui {

void Room::flush(Flushed then)
{
    then({});
}

QList<QWidget *> Room::panes()
{
    return {this};
}

} // namespace ui
