#include "desk/mail_account.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::mail_account)
};

constexpr int highestPort = 65535;
constexpr int mostMinutes = 7 * 24 * 60;

constexpr std::array securities{std::pair{MailSecurity::Tls, QLatin1String("tls")},
                                std::pair{MailSecurity::StartTls, QLatin1String("starttls")}};
constexpr std::array afterwardses{std::pair{MailAfterwards::Leave, QLatin1String("leave")},
                                  std::pair{MailAfterwards::MarkRead, QLatin1String("mark-read")},
                                  std::pair{MailAfterwards::Move, QLatin1String("move")}};

template <typename Rows, typename Value>
QString nameIn(const Rows &rows, Value value)
{
    for (const auto &[each, name] : rows) {
        if (each == value)
            return name;
    }
    return {};
}

template <typename Value, typename Rows>
std::optional<Value> namedIn(const Rows &rows, const QString &wanted)
{
    for (const auto &[value, name] : rows) {
        if (name == wanted)
            return value;
    }
    return std::nullopt;
}

template <typename Rows>
QStringList namesIn(const Rows &rows)
{
    QStringList names;
    for (const auto &row : rows)
        names.append(row.second);
    return names;
}

bool isHost(const QString &host)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$|^[0-9A-Fa-f:]+$)"));
    return form.match(host).hasMatch();
}

// Why the account cannot be used; empty: it can.
QString problemOf(const MailAccount &account)
{
    if (account.name.isEmpty())
        return Words::tr("The mail account needs a name, by which you know it.");
    if (!isHost(account.host))
        return Words::tr("“%1” is no name of a server. Write it as imap.example.org.").arg(account.host);
    if (account.port < 1 || account.port > highestPort)
        return Words::tr("%1 is no port. It is a number from 1 to 65535, usually 993.").arg(account.port);
    if (account.user.isEmpty())
        return Words::tr("The mail account needs the user name that the server knows, often the mail address.");
    if (account.minutes < 0 || account.minutes > mostMinutes)
        return Words::tr("Mail can be fetched every 1 to %1 minutes.").arg(mostMinutes);
    if (account.afterwards == MailAfterwards::Move && account.moveTo.isEmpty())
        return Words::tr("Name the folder that letters are moved to.");
    if (account.afterwards == MailAfterwards::Move && account.moveTo == account.folder)
        return Words::tr("Letters cannot be moved to the folder they are fetched from. Name another one.");
    return {};
}

} // namespace

base::Result<MailAccount> accepted(const MailAccount &account)
{
    MailAccount kept = account;
    kept.name = account.name.simplified();
    kept.host = account.host.trimmed();
    kept.user = account.user.trimmed();
    kept.folder = account.folder.trimmed().isEmpty() ? QStringLiteral("INBOX") : account.folder.trimmed();
    kept.moveTo = account.moveTo.trimmed();
    const QString problem = problemOf(kept);
    if (!problem.isEmpty())
        return base::Error{base::Error::Kind::Unusable, problem};
    return kept;
}

bool isSameMailbox(const MailAccount &a, const MailAccount &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.user == b.user && a.folder == b.folder;
}

int usualPort(MailSecurity security)
{
    return security == MailSecurity::Tls ? 993 : 143;
}

QString name(MailSecurity security)
{
    return nameIn(securities, security);
}

QString name(MailAfterwards afterwards)
{
    return nameIn(afterwardses, afterwards);
}

std::optional<MailSecurity> mailSecurityNamed(const QString &name)
{
    return namedIn<MailSecurity>(securities, name);
}

std::optional<MailAfterwards> mailAfterwardsNamed(const QString &name)
{
    return namedIn<MailAfterwards>(afterwardses, name);
}

QStringList mailSecurityNames()
{
    return namesIn(securities);
}

QStringList mailAfterwardsNames()
{
    return namesIn(afterwardses);
}

} // namespace desk
