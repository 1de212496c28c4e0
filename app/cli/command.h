// Command: one command of the program as a row of a table: what it is called, what it takes, what it does. The rows
// stand in commands.cpp; parsing, help and errors are made from them. Values, the main thread.
#pragma once

#include "base/result.h"

#include <QLatin1String>
#include <QList>

#include <span>

namespace cli {

class Invocation;

// What the program ends with; the numbers are the exit status (DESIGN: the command line).
enum class Status {
    Done = 0,
    SomeRefused = 1, // done, but some items were refused
    Usage = 2,       // what was typed cannot be used
    Blocked = 3,     // what blockers concern was left out, the rest is done
    Unusable = 4,    // the desk, the site or the mail server could not be opened, read or written
};

// Texts of the table are untranslated, context "cli::commands".
struct Argument {
    enum class Count { One, Optional, Many };
    QLatin1String name; // in capitals, as the help shows it
    const char *help;
    Count count = Count::One;
};

struct Option {
    QLatin1String name;  // without "--"
    QLatin1String value; // in capitals; empty: a switch
    const char *help;
    bool isMany = false; // may be given more than once
};

struct Command {
    QLatin1String name;
    const char *summary;
    QList<Argument> arguments;
    QList<Option> options; // besides those of every command
    const char *notes;     // further paragraphs of the help; may be empty
    base::Result<Status> (*run)(Invocation &invocation);

    [[nodiscard]] const Option *option(const QString &name) const; // also those of every command; null: none
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command *commandNamed(const QString &name); // null: none
[[nodiscard]] std::span<const Option> commonOptions();          // of every command

// Of `known`, the one that was probably meant by `typed`; empty if none is near.
[[nodiscard]] QString nearest(const QString &typed, const QStringList &known);

} // namespace cli
