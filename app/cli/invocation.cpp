#include "cli/invocation.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::invocation)
};

} // namespace

Invocation::Invocation(Typed typed, const Output &output, const base::Clock &clock)
    : m_typed(std::move(typed))
    , m_output(output)
    , m_clock(clock)
    , m_progress(m_typed.options.contains(QStringLiteral("progress")))
{}

std::optional<QString> Invocation::given(QLatin1String option) const
{
    if (!has(option))
        return std::nullopt;
    return value(option);
}

base::Result<qint64> Invocation::number(QLatin1String option, qint64 otherwise) const
{
    if (!has(option))
        return otherwise;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return base::Error{
            base::Error::Kind::Unusable,
            Words::tr("--%1 needs a whole number, 0 or above; “%2” is none.").arg(option, value(option))};
    return number;
}

base::Result<std::unique_ptr<editorial::Desk>> Invocation::openDesk()
{
    auto desk = editorial::Desk::open(argument(0), m_clock);
    if (!desk)
        return unreachable(desk.error());
    return desk;
}

base::Error Invocation::unreachable(const base::Error &error)
{
    m_isUnreachable = true;
    return error;
}

Status Invocation::statusOf(const base::Error &error) const
{
    const bool isUsage = error.kind == base::Error::Kind::Unusable || error.kind == base::Error::Kind::NotFound;
    return isUsage && !m_isUnreachable ? Status::Usage : Status::Unusable;
}

} // namespace cli
