// Invocation: one call of a command: what was typed, the desk it works on, where its result goes. Made by the program,
// handed to the command's function; the main thread.
#pragma once

#include "base/clock.h"
#include "cli/output.h"
#include "cli/parsing.h"
#include "cli/progress_line.h"
#include "editorial/desk.h"

#include <optional>

namespace cli {

class Invocation
{
public:
    // The output and the clock must outlive it.
    Invocation(Typed typed, const Output &output, const base::Clock &clock);

    // Empty where it was not given.
    [[nodiscard]] QString argument(qsizetype place) const { return m_typed.arguments.value(place); }
    [[nodiscard]] QStringList argumentsFrom(qsizetype place) const { return m_typed.arguments.mid(place); }
    [[nodiscard]] qsizetype argumentCount() const { return m_typed.arguments.size(); }

    [[nodiscard]] bool has(QLatin1String option) const { return m_typed.options.contains(option); }
    [[nodiscard]] QString value(QLatin1String option) const { return values(option).value(0); }
    [[nodiscard]] std::optional<QString> given(QLatin1String option) const;
    [[nodiscard]] QStringList values(QLatin1String option) const { return m_typed.options.value(option); }
    // A whole number, 0 or above, or `otherwise` where the option was not given.
    [[nodiscard]] base::Result<qint64> number(QLatin1String option, qint64 otherwise) const;

    // Opens the desk that the first argument names.
    [[nodiscard]] base::Result<std::unique_ptr<editorial::Desk>> openDesk();
    // Hands a failure on, and notes that the desk or the site could not be opened, read or written.
    [[nodiscard]] base::Error unreachable(const base::Error &error);

    [[nodiscard]] const Output &output() const { return m_output; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] base::Progress &progress() { return m_progress; }

    // What the program ends with after this error.
    [[nodiscard]] Status statusOf(const base::Error &error) const;

private:
    Typed m_typed;
    const Output &m_output;
    const base::Clock &m_clock;
    ProgressLine m_progress;
    bool m_isUnreachable = false;
};

} // namespace cli
