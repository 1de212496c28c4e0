// Program: the whole command-line program behind main(): finds the command, runs it, tells of errors. The main thread.
#pragma once

#include "base/clock.h"

#include <QStringList>

namespace cli {

// `words` without the name of the program. Gives the exit status.
[[nodiscard]] int run(const QStringList &words, const base::Clock &clock);

} // namespace cli
