// Help: what the program tells of itself, made from the table of commands. Pure functions, the main thread.
#pragma once

#include "cli/command.h"

namespace cli {

[[nodiscard]] QString programName();
// One line: "postbag-cli letter DESK LETTER [--reveal]".
[[nodiscard]] QString usage(const Command &command);
[[nodiscard]] QString help(const Command &command);
[[nodiscard]] QString overview(); // all commands

} // namespace cli
