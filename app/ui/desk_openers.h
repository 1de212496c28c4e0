// What a session can be opened with: a desk that is there, a new one, the sample. Each runs on the desk's thread.
#pragma once

#include "editorial/session.h"
#include "ui/new_desk_dialog.h"

namespace ui {

[[nodiscard]] editorial::Session::Opener openerOf(const QString &path);
[[nodiscard]] editorial::Session::Opener openerOfNew(const NewDesk &desk);
// The sample desk of this person; made the first time.
[[nodiscard]] editorial::Session::Opener openerOfSample(const QString &path);
[[nodiscard]] QString samplePath();

} // namespace ui
