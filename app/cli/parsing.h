// Parsing: what was typed behind the name of a command, sorted into arguments and options by the command's row.
#pragma once

#include "cli/command.h"

#include <QHash>
#include <QStringList>

namespace cli {

struct Typed {
    QStringList arguments;
    QHash<QString, QStringList> options; // a switch has an empty text as its value
};

// Options are written "--name VALUE" or "--name=VALUE", anywhere; "--" ends them, "-" is an argument. Fails with
// Kind::Unusable and a message that names the nearest option, what is missing or what is too much. With --help, nothing
// is missing.
[[nodiscard]] base::Result<Typed> parse(const Command &command, const QStringList &words);

} // namespace cli
