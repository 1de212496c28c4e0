#include "cli/parsing.h"

#include "cli/help.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::parsing)
};

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

base::Error unknownOption(const Command &command, const QString &name)
{
    QStringList known;
    for (const Option &option : command.options)
        known.append(option.name);
    for (const Option &option : commonOptions())
        known.append(option.name);
    const QString meant = nearest(name, known);
    if (meant.isEmpty())
        return unusable(Words::tr("“%1” has no option --%2. “%3 %1 --help” lists its options.")
                            .arg(command.name, name, programName()));
    return unusable(Words::tr("“%1” has no option --%2. The nearest one is --%3.").arg(command.name, name, meant));
}

// Takes the option at words[at], and its value, into `typed`; gives the place behind.
base::Result<qsizetype> takeOption(const Command &command, const QStringList &words, qsizetype at, Typed &typed)
{
    const QString word = words[at] == QLatin1String("-h") ? QStringLiteral("--help") : words[at];
    if (!word.startsWith(QLatin1String("--")))
        return unusable(
            Words::tr("“%1” is no option of “%2”. Options begin with “--”. To give a value that begins with “-”, "
                      "write “--” before it.")
                .arg(word, command.name));
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    const QString name = equals < 0 ? word.mid(2) : word.mid(2, equals - 2);
    const Option *option = command.option(name);
    if (!option)
        return unknownOption(command, name);
    QStringList &values = typed.options[name];
    if (!option->isMany && !option->value.isEmpty() && !values.isEmpty())
        return unusable(Words::tr("--%1 is given twice. Give it once.").arg(name));
    if (option->value.isEmpty()) {
        if (equals >= 0)
            return unusable(Words::tr("--%1 takes no value. Leave out what stands behind “=”.").arg(name));
        values.append(QString());
        return at + 1;
    }
    if (equals >= 0) {
        values.append(word.mid(equals + 1));
        return at + 1;
    }
    if (at + 1 >= words.size())
        return unusable(Words::tr("--%1 needs a value: --%1 %2.").arg(name, option->value));
    values.append(words[at + 1]);
    return at + 2;
}

base::Result<void> checkCount(const Command &command, const Typed &typed)
{
    qsizetype least = 0;
    qsizetype most = 0;
    for (const Argument &argument : command.arguments) {
        if (argument.count != Argument::Count::Optional && typed.arguments.size() <= least)
            return unusable(Words::tr("%1 is missing. Write it as: %2").arg(argument.name, usage(command)));
        least += argument.count == Argument::Count::Optional ? 0 : 1;
        most = argument.count == Argument::Count::Many ? typed.arguments.size() : most + 1;
    }
    if (typed.arguments.size() > most)
        return unusable(
            Words::tr("“%1” is one word too many. Write it as: %2").arg(typed.arguments[most], usage(command)));
    return {};
}

} // namespace

base::Result<Typed> parse(const Command &command, const QStringList &words)
{
    Typed typed;
    bool hasOptions = true;
    for (qsizetype at = 0; at < words.size();) {
        const QString &word = words[at];
        if (hasOptions && word == QLatin1String("--")) {
            hasOptions = false;
            ++at;
        } else if (hasOptions && word.size() > 1 && word.startsWith(QLatin1Char('-'))) {
            const auto next = takeOption(command, words, at, typed);
            if (!next)
                return next.error();
            at = *next;
        } else {
            typed.arguments.append(word);
            ++at;
        }
    }
    if (!typed.options.contains(QStringLiteral("help"))) {
        if (const auto counted = checkCount(command, typed); !counted)
            return counted.error();
    }
    return typed;
}

} // namespace cli
