// RawMessage: the message of a letter as it came: looking at it, and saving a copy. It tells who wrote; so nothing
// shows it but for a person who asks. The window's thread.
#pragma once

#include "desk/id.h"
#include "ui/workplace.h"

namespace ui {

// In a dialog above `window`.
void showRawMessage(Workplace &workplace, const desk::LetterId &letter, QWidget *window);
// Asks where to.
void saveRawMessage(Workplace &workplace, const desk::LetterId &letter, QWidget *window);

} // namespace ui
