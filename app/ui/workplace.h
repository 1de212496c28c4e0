// Workplace: what a room works with, handed to it by reference; the window owns it all, and the session changes with
// the desk, so rooms are made anew for each desk. And the two ways in which a room does something that can be undone.
// Lives in the window's thread.
#pragma once

#include "editorial/session.h"
#include "editorial/settings.h"
#include "ui/actions.h"
#include "ui/notices.h"

#include <QUndoStack>

namespace ui {

struct Workplace {
    editorial::Session &session;
    editorial::Settings &settings;
    Notices &notices;
    QUndoStack &undo;
    Actions &actions;
};

// Calls `then` once, when no job runs and all that was handed to the session is done; not if `context` is gone by then.
void whenQuiet(editorial::Session &session, QObject *context, const std::function<void()> &then);

// Puts what was already done on the undo stack. Undo and redo run on the desk's thread; where one fails, a notice says
// so and that step is left out from then on.
void pushChange(Workplace &workplace, editorial::Change change);

// Runs `work`, a use case that gives a Result<Change>, on the desk's thread, pushes the change, and then calls
// `then(bool done)`; a failure becomes a notice. Nothing is called once `context` is gone, but the change is kept.
template <typename Work, typename Then>
void perform(Workplace &workplace, QObject *context, Work work, Then then)
{
    workplace.session.run(&workplace.undo, std::move(work),
                          [&workplace, context = QPointer<QObject>(context),
                           then = std::move(then)](base::Result<editorial::Change> change) mutable {
                              const bool done = change.has_value();
                              if (done)
                                  pushChange(workplace, std::move(*change));
                              else
                                  workplace.notices.error(change.error());
                              if (context)
                                  then(done);
                          });
}

template <typename Work>
void perform(Workplace &workplace, QObject *context, Work work)
{
    perform(workplace, context, std::move(work), [](bool) {});
}

} // namespace ui
