#include "cli/program.h"

#include "cli/help.h"
#include "cli/invocation.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::program)
};

QString nameOf(base::Error::Kind kind)
{
    switch (kind) {
    case base::Error::Kind::Unusable:
        return QStringLiteral("unusable");
    case base::Error::Kind::NotFound:
        return QStringLiteral("not found");
    case base::Error::Kind::Refused:
        return QStringLiteral("refused");
    case base::Error::Kind::Conflict:
        return QStringLiteral("conflict");
    case base::Error::Kind::Io:
        return QStringLiteral("io");
    case base::Error::Kind::Damaged:
        return QStringLiteral("damaged");
    case base::Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

int fail(const Output &output, const QString &kind, const QString &message, Status status)
{
    if (output.isJson()) {
        const QJsonObject error{{QStringLiteral("kind"), kind}, {QStringLiteral("message"), message}};
        output.result({{QStringLiteral("error"), error}}, {});
    }
    output.message(programName() + QLatin1String(": ") + message);
    return static_cast<int>(status);
}

int failUsage(const Output &output, const QString &message)
{
    return fail(output, QStringLiteral("usage"), message, Status::Usage);
}

int tell(const Output &output, const QString &name, const QString &text)
{
    output.result({{name, text}}, text);
    return static_cast<int>(Status::Done);
}

QString unknownCommand(const QString &name)
{
    QStringList known;
    for (const Command &command : commands())
        known.append(command.name);
    const QString meant = nearest(name, known);
    if (meant.isEmpty())
        return Words::tr("There is no command “%1”. “%2 --help” lists the commands.").arg(name, programName());
    return Words::tr("There is no command “%1”. The nearest one is “%2”.").arg(name, meant);
}

int runCommand(const Command &command, const QStringList &words, const Output &output, const base::Clock &clock)
{
    auto typed = parse(command, words);
    if (!typed)
        return failUsage(output, typed.error().message);
    if (typed->options.contains(QStringLiteral("help")))
        return tell(output, QStringLiteral("help"), help(command));
    Invocation invocation(std::move(*typed), output, clock);
    const auto status = command.run(invocation);
    if (!status)
        return fail(output, nameOf(status.error().kind), status.error().message, invocation.statusOf(status.error()));
    return static_cast<int>(*status);
}

} // namespace

int run(const QStringList &words, const base::Clock &clock)
{
    const QStringList beforeEnd = words.mid(0, words.indexOf(QLatin1String("--")));
    const Output output(beforeEnd.contains(QLatin1String("--json")));
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        if (word == QLatin1String("--json") || word == QLatin1String("--progress"))
            continue;
        if (word == QLatin1String("--help") || word == QLatin1String("-h"))
            return tell(output, QStringLiteral("help"), overview());
        if (word == QLatin1String("--version"))
            return tell(output, QStringLiteral("version"), QCoreApplication::applicationVersion());
        if (const Command *command = commandNamed(word)) {
            QStringList rest = words;
            rest.removeAt(at);
            return runCommand(*command, rest, output, clock);
        }
        return failUsage(output, unknownCommand(word));
    }
    return failUsage(output, Words::tr("Name a command. “%1 --help” lists them.").arg(programName()));
}

} // namespace cli
