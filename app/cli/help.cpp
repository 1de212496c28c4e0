#include "cli/help.h"

#include "cli/table.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::help)
};

QString ofTable(const char *text)
{
    return QCoreApplication::translate("cli::commands", text);
}

QString shown(const Argument &argument)
{
    QString name = argument.name;
    switch (argument.count) {
    case Argument::Count::One:
        break;
    case Argument::Count::Optional:
        return QStringLiteral("[%1]").arg(name);
    case Argument::Count::Many:
        return name + QLatin1String("...");
    }
    return name;
}

QString shown(const Option &option)
{
    return option.value.isEmpty() ? QStringLiteral("--%1").arg(option.name)
                                  : QStringLiteral("--%1 %2").arg(option.name, option.value);
}

QString indented(const Table &table)
{
    QString text = QLatin1String("  ") + table.text();
    text.chop(1);
    return text.replace(QLatin1Char('\n'), QLatin1String("\n  ")) + QLatin1Char('\n');
}

QString exitStatus()
{
    Table table;
    table.add({QStringLiteral("0"), Words::tr("done")});
    table.add({QStringLiteral("1"), Words::tr("done, but some items were refused; they are listed")});
    table.add({QStringLiteral("2"), Words::tr("wrong usage")});
    table.add(
        {QStringLiteral("3"), Words::tr("blockers: what they concern was left out and is listed, the rest is done")});
    table.add(
        {QStringLiteral("4"), Words::tr("the desk, the site or the mail server could not be opened, read or written")});
    return Words::tr("Exit status:") + QLatin1Char('\n') + indented(table);
}

template <typename Options>
QString optionTable(const Options &options)
{
    Table table;
    for (const Option &option : options)
        table.add({shown(option), ofTable(option.help)});
    return indented(table);
}

} // namespace

QString programName()
{
    return QStringLiteral("postbag-cli");
}

QString usage(const Command &command)
{
    QStringList words{programName(), command.name};
    for (const Argument &argument : command.arguments)
        words.append(shown(argument));
    for (const Option &option : command.options)
        words.append(QStringLiteral("[%1]%2").arg(shown(option), QLatin1String(option.isMany ? "..." : "")));
    return words.join(QLatin1Char(' '));
}

QString help(const Command &command)
{
    QString text = Words::tr("%1 %2: %3").arg(programName(), command.name, ofTable(command.summary));
    text += QLatin1String("\n\n") + Words::tr("Usage: %1").arg(usage(command)) + QLatin1String("\n\n");
    Table arguments;
    for (const Argument &argument : command.arguments)
        arguments.add({argument.name, ofTable(argument.help)});
    if (!arguments.isEmpty())
        text += indented(arguments) + QLatin1Char('\n');
    if (!command.options.isEmpty())
        text += Words::tr("Options:") + QLatin1Char('\n') + optionTable(command.options) + QLatin1Char('\n');
    text += Words::tr("Options of every command:") + QLatin1Char('\n') + optionTable(commonOptions());
    if (*command.notes != '\0')
        text += QLatin1Char('\n') + ofTable(command.notes) + QLatin1Char('\n');
    return text;
}

QString overview()
{
    QString text = Words::tr("%1: the desk of an advice column, from the command line").arg(programName());
    text += QLatin1String("\n\n") + Words::tr("Usage: %1 COMMAND ...").arg(programName()) + QLatin1String("\n\n");
    Table table;
    for (const Command &command : commands())
        table.add({command.name, ofTable(command.summary)});
    text += Words::tr("Commands:") + QLatin1Char('\n') + indented(table) + QLatin1Char('\n');
    text +=
        Words::tr("Options of every command:") + QLatin1Char('\n') + optionTable(commonOptions()) + QLatin1Char('\n');
    text += exitStatus() + QLatin1Char('\n');
    text += Words::tr("“%1 COMMAND --help” tells more about a command.").arg(programName());
    return text;
}

} // namespace cli
