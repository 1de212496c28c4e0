// `account`: the mailboxes on servers that letters are fetched from. See mail_commands.h.
#include "cli/invocation.h"
#include "cli/mail_commands.h"
#include "cli/password_source.h"
#include "cli/table.h"
#include "editorial/fetching.h"
#include "editorial/mail_accounts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace cli {

namespace {

using base::Error;
using base::Result;
using desk::MailAccount;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::account_command)
};

// What one action works on; the name is not empty where the action needs one.
struct Task {
    editorial::Desk &desk;
    Invocation &invocation;
    QString name;
};

Error unusable(const QString &message)
{
    return {Error::Kind::Unusable, message};
}

QJsonObject json(const MailAccount &account)
{
    return {{QStringLiteral("id"), account.id.toString()},
            {QStringLiteral("name"), account.name},
            {QStringLiteral("host"), account.host},
            {QStringLiteral("port"), account.port},
            {QStringLiteral("security"), desk::name(account.security)},
            {QStringLiteral("user"), account.user},
            {QStringLiteral("folder"), account.folder},
            {QStringLiteral("minutes"), account.minutes},
            {QStringLiteral("afterwards"), desk::name(account.afterwards)},
            {QStringLiteral("moveTo"), account.moveTo}};
}

QStringList row(const MailAccount &account)
{
    const QString every =
        account.minutes > 0 ? Words::tr("every %1 min").arg(account.minutes) : Words::tr("when asked");
    const bool moves = account.afterwards == desk::MailAfterwards::Move;
    return {account.name,
            account.user,
            QStringLiteral("%1:%2").arg(account.host).arg(account.port),
            desk::name(account.security),
            account.folder,
            every,
            desk::name(account.afterwards) + (moves ? QStringLiteral(" %1").arg(account.moveTo) : QString())};
}

Result<Status> show(const Task &task, const QList<MailAccount> &accounts)
{
    QJsonArray array;
    Table table;
    for (const MailAccount &account : accounts) {
        array.append(json(account));
        table.add(row(account));
    }
    task.invocation.output().result({{QStringLiteral("accounts"), array}},
                                    accounts.isEmpty() ? Words::tr("There is no mail account on this desk.")
                                                       : table.text());
    return Status::Done;
}

Result<Status> list(const Task &task)
{
    const auto accounts = editorial::mailAccounts(task.desk);
    return accounts ? show(task, *accounts) : Result<Status>(accounts.error());
}

template <typename Value>
Result<void> setChoice(const Invocation &invocation, QLatin1String option,
                       std::optional<Value> (*named)(const QString &), const QStringList &names, Value &value)
{
    const auto given = invocation.given(option);
    if (!given)
        return {};
    const auto chosen = named(*given);
    if (!chosen)
        return unusable(
            Words::tr("--%1 knows no “%2”. Choose one of: %3.").arg(option, *given, names.join(QLatin1String(", "))));
    value = *chosen;
    return {};
}

Result<void> setNumber(const Invocation &invocation, QLatin1String option, int &value)
{
    const auto number = invocation.number(option, value);
    if (!number)
        return number.error();
    value = static_cast<int>(std::min<qint64>(*number, std::numeric_limits<int>::max()));
    return {};
}

// The account with what was typed. A security that is typed brings its usual port, unless a port is typed, too.
Result<MailAccount> withTyped(const Invocation &invocation, MailAccount account)
{
    account.name = invocation.given(QLatin1String("name")).value_or(account.name);
    account.host = invocation.given(QLatin1String("host")).value_or(account.host);
    account.user = invocation.given(QLatin1String("user")).value_or(account.user);
    account.folder = invocation.given(QLatin1String("folder")).value_or(account.folder);
    account.moveTo = invocation.given(QLatin1String("move-to")).value_or(account.moveTo);
    const auto security = setChoice(invocation, QLatin1String("security"), desk::mailSecurityNamed,
                                    desk::mailSecurityNames(), account.security);
    if (!security)
        return security.error();
    if (invocation.has(QLatin1String("security")))
        account.port = desk::usualPort(account.security);
    const auto afterwards = setChoice(invocation, QLatin1String("afterwards"), desk::mailAfterwardsNamed,
                                      desk::mailAfterwardsNames(), account.afterwards);
    if (!afterwards)
        return afterwards.error();
    const std::pair<QLatin1String, int *> numbers[] = {{QLatin1String("port"), &account.port},
                                                       {QLatin1String("every"), &account.minutes}};
    for (const auto &[option, value] : numbers) {
        if (const auto set = setNumber(invocation, option, *value); !set)
            return set.error();
    }
    return account;
}

Result<Status> save(const Task &task, const MailAccount &before)
{
    const auto account = withTyped(task.invocation, before);
    if (!account)
        return account.error();
    const auto kept = editorial::editMailAccounts(task.desk, {{*account}, {}});
    return kept ? show(task, *kept) : Result<Status>(kept.error());
}

Result<Status> add(const Task &task)
{
    MailAccount account;
    account.name = task.name;
    return save(task, account);
}

Result<Status> set(const Task &task)
{
    const auto account = editorial::mailAccountNamed(task.desk, task.name);
    return account ? save(task, *account) : Result<Status>(account.error());
}

Result<Status> remove(const Task &task)
{
    const auto account = editorial::mailAccountNamed(task.desk, task.name);
    if (!account)
        return account.error();
    const auto removed = editorial::editMailAccounts(task.desk, {{}, {account->id}});
    if (!removed)
        return removed.error();
    // Where there is no keyring, no password is left in it.
    if (const auto forgotten = forgetPassword(*account); !forgotten && forgotten.error().kind != Error::Kind::NotFound)
        task.invocation.output().message(forgotten.error().message);
    task.invocation.output().result({{QStringLiteral("removed"), account->name}},
                                    Words::tr("The mail account “%1” is removed.").arg(account->name));
    return Status::Done;
}

Result<Status> password(const Task &task)
{
    const auto account = editorial::mailAccountNamed(task.desk, task.name);
    if (!account)
        return account.error();
    const auto given = passwordGiven(*account);
    if (!given)
        return given.error();
    if (const auto kept = keepPassword(*account, *given); !kept)
        return task.invocation.unreachable(
            {kept.error().kind,
             Words::tr("This computer's keyring cannot be used, so the password was not kept. Hand it over with "
                       "--password-stdin whenever you fetch.")});
    task.invocation.output().result(
        {{QStringLiteral("kept"), account->name}},
        Words::tr("The password of the mail account “%1” is in this computer's keyring.").arg(account->name));
    return Status::Done;
}

Result<Status> folders(const Task &task)
{
    const auto account = editorial::mailAccountNamed(task.desk, task.name);
    if (!account)
        return account.error();
    const auto given = passwordFor(task.invocation, *account);
    if (!given)
        return given.error();
    const auto found = editorial::mailFolders(*account, *given, task.invocation.progress());
    if (!found)
        return task.invocation.unreachable(found.error());
    task.invocation.output().result({{QStringLiteral("folders"), QJsonArray::fromStringList(*found)}},
                                    found->join(QLatin1Char('\n')));
    return Status::Done;
}

struct Action {
    QLatin1String name;
    bool needsName;
    Result<Status> (*run)(const Task &task);
};

constexpr std::array actions{
    Action{QLatin1String("list"), false, list},        Action{QLatin1String("add"), true, add},
    Action{QLatin1String("set"), true, set},           Action{QLatin1String("remove"), true, remove},
    Action{QLatin1String("password"), true, password}, Action{QLatin1String("folders"), true, folders},
};

Error unknownAction(const QString &name)
{
    QStringList known;
    for (const Action &action : actions)
        known.append(action.name);
    return unusable(Words::tr("There is no action “%1” for mail accounts. The actions are: %2.")
                        .arg(name, known.join(QLatin1String(", "))));
}

} // namespace

Result<Status> changeAccounts(Invocation &invocation)
{
    const auto action = std::ranges::find(actions, invocation.argument(1), &Action::name);
    if (action == actions.end())
        return unknownAction(invocation.argument(1));
    const QString name = invocation.argument(2);
    if (name.trimmed().isEmpty() == action->needsName)
        return unusable(action->needsName
                            ? Words::tr("Name the mail account: “account DESK %1 NAME”.").arg(action->name)
                            : Words::tr("“account DESK %1” needs no name.").arg(action->name));
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    return action->run({**desk, invocation, name});
}

} // namespace cli
