// Room: the base of what fills the right of the window: reading, writing, tags, publishing. A room is made for one open
// desk, belongs to the workbench, and knows no other room. Lives in the window's thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QWidget>

#include <functional>

namespace ui {

class Room : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // For the window's title and assistive programs; never holds letter text.
    [[nodiscard]] virtual QString title() const = 0;
    // Called after the room came to sight, and before it goes out of sight.
    virtual void enter() {}
    virtual void leave() {}

    // Saves what is not saved yet and then calls `then`, at once or later, always in this thread and exactly once. The
    // window waits for it before it shows another article, closes the desk or itself.
    using Flushed = std::function<void(base::Result<void>)>;
    virtual void flush(const Flushed &then);

    // Puts the focus where work begins; shows the search of the room, if it has one.
    virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }
    virtual void find() {}
    // What F6 walks through, in order: each takes the focus itself or by its proxy.
    [[nodiscard]] virtual QList<QWidget *> panes();

Q_SIGNALS:
    void titleChanged();
    // The person wants to go to this letter or article.
    void letterWanted(const desk::LetterId &id);
    void articleWanted(const desk::ArticleId &id);
};

} // namespace ui
