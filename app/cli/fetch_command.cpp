// `fetch`: letters from mailboxes on servers. See mail_commands.h.
#include "cli/invocation.h"
#include "cli/letter_listing.h"
#include "cli/mail_commands.h"
#include "cli/password_source.h"
#include "editorial/fetching.h"
#include "editorial/mail_accounts.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

using base::Error;
using base::Result;
using editorial::FetchReport;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::fetch_command)
};

struct Fetched {
    desk::MailAccount account;
    FetchReport report;
};

Result<QList<desk::MailAccount>> accountsWanted(editorial::Desk &desk, const QString &name)
{
    if (!name.isEmpty()) {
        const auto account = editorial::mailAccountNamed(desk, name);
        return account ? Result<QList<desk::MailAccount>>(QList{*account}) : account.error();
    }
    auto all = editorial::mailAccounts(desk);
    if (all && all->isEmpty())
        return Error{Error::Kind::NotFound,
                     Words::tr("There is no mail account on this desk. “account DESK add NAME” makes one.")};
    return all;
}

QString shown(const Fetched &fetched)
{
    const FetchReport &report = fetched.report;
    QString text = fetched.account.name + QLatin1Char('\n') + cli::shown(report.letters, false);
    if (report.marked > 0)
        text += QLatin1Char('\n') +
                Words::tr("%n marked or moved on the server.", nullptr, static_cast<int>(report.marked));
    for (const QString &trouble : report.troubles)
        text += QLatin1Char('\n') + Words::tr("Not marked or moved on the server: %1").arg(trouble);
    if (report.broken)
        text += QLatin1Char('\n') + Words::tr("Broke off: %1").arg(report.broken->message);
    return text;
}

QJsonObject json(const Fetched &fetched)
{
    const FetchReport &report = fetched.report;
    QJsonObject object = toJson(report.letters);
    object.insert(QStringLiteral("account"), fetched.account.name);
    object.insert(QStringLiteral("marked"), report.marked);
    object.insert(QStringLiteral("troubles"), QJsonArray::fromStringList(report.troubles));
    object.insert(QStringLiteral("error"), report.broken ? QJsonValue(report.broken->message) : QJsonValue());
    return object;
}

// What all accounts brought together, as one import.
editorial::ImportReport sum(const QList<Fetched> &all)
{
    editorial::ImportReport sum;
    for (const Fetched &fetched : all) {
        const editorial::ImportReport &each = fetched.report.letters;
        sum.imported += each.imported;
        sum.already += each.already;
        sum.needAttention += each.needAttention;
        sum.refused += each.refused;
        sum.warnings += each.warnings;
        sum.letters += each.letters;
        sum.cancelled = sum.cancelled || each.cancelled;
    }
    return sum;
}

// Unusable where no account could be fetched from at all.
Status statusOf(const QList<Fetched> &all)
{
    const auto isBroken = [](const Fetched &fetched) {
        return fetched.report.broken.has_value();
    };
    const auto isWhole = [&](const Fetched &fetched) {
        const editorial::ImportReport &letters = fetched.report.letters;
        return !isBroken(fetched) && letters.refused.isEmpty() && !letters.cancelled &&
               fetched.report.troubles.isEmpty();
    };
    const editorial::ImportReport together = sum(all);
    if (std::all_of(all.begin(), all.end(), isBroken) && together.imported + together.already == 0)
        return Status::Unusable;
    return std::all_of(all.begin(), all.end(), isWhole) ? Status::Done : Status::SomeRefused;
}

} // namespace

Result<Status> fetchLetters(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto accounts = accountsWanted(**desk, invocation.argument(1));
    if (!accounts)
        return accounts.error();
    if (accounts->size() > 1 && invocation.has(QLatin1String("password-stdin")))
        return Error{Error::Kind::Unusable,
                     Words::tr("--password-stdin is for one account. Name the ACCOUNT to fetch from.")};
    QList<Fetched> all;
    for (const desk::MailAccount &account : *accounts) {
        if (invocation.progress().isCancelled())
            break;
        const auto password = passwordFor(invocation, account);
        if (!password && accounts->size() == 1)
            return password.error();
        Result<FetchReport> report = FetchReport{};
        if (password)
            report = editorial::fetchMail(**desk, account, *password, invocation.progress());
        else
            report->broken = password.error();
        if (!report)
            return invocation.unreachable(report.error());
        all.append({account, *report});
    }
    QJsonObject object = toJson(sum(all));
    QJsonArray each;
    QStringList texts;
    for (const Fetched &fetched : std::as_const(all)) {
        each.append(json(fetched));
        texts.append(shown(fetched));
    }
    object.insert(QStringLiteral("accounts"), each);
    invocation.output().result(object, texts.join(QLatin1String("\n\n")));
    return statusOf(all);
}

} // namespace cli
