// Icons: the line icons under resources/icons, drawn at the size asked for and in the colour of a role, which follows
// the style of the desktop by itself. The window's thread.
#pragma once

#include "ui/palette.h"

#include <QIcon>

namespace ui {

// `name` as in resources/icons, without ".svg"; null icon for an empty name.
[[nodiscard]] QIcon icon(const QString &name, Role role = Role::Text);

} // namespace ui
