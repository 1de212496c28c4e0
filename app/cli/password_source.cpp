#include "cli/password_source.h"

#include "cli/invocation.h"
#include "editorial/mail_passwords.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace cli {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::password_source)
};

constexpr qint64 longestLine = 4096;

// What is typed while it lives is not shown.
class Unseen
{
public:
    Unseen()
    {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~Unseen()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
    termios m_before{};
    bool m_isTerminal = false;
};

// The keyring answers through events: calls `start` with a context and what is to be called, and waits for that.
template <typename Outcome, typename Start>
Outcome answerTo(Start start)
{
    QEventLoop loop;
    std::optional<Outcome> answer;
    start(&loop, [&loop, &answer](const Outcome &outcome) {
        answer = outcome;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

Result<QString> firstLine(const QString &missing)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{Error::Kind::Unusable, Words::tr("Standard input cannot be read.")};
    QByteArray line = input.readLine(longestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return Error{Error::Kind::Unusable, missing};
    return QString::fromUtf8(line);
}

bool isAtTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

// The first line of standard input; at a terminal behind the prompt, and unseen.
Result<QString> given(const QString &prompt, const QString &missing)
{
    if (!isAtTerminal())
        return firstLine(missing);
    std::fputs(prompt.toUtf8().constData(), stderr);
    std::fflush(stderr);
    const Unseen unseen;
    return firstLine(missing);
}

} // namespace

Result<QString> passwordGiven(const desk::MailAccount &account)
{
    return given(Words::tr("Password of %1 at %2: ").arg(account.user, account.host),
                 Words::tr("There is no password on standard input. Its first line is the password."));
}

Result<QString> passphraseGiven(const QString &prompt)
{
    return given(prompt, Words::tr("There is no passphrase on standard input. Its first line is the passphrase."));
}

Result<QString> newPassphrase(const QString &prompt)
{
    const auto first = passphraseGiven(prompt);
    if (!first || !isAtTerminal())
        return first;
    const auto second = passphraseGiven(Words::tr("The same once more: "));
    if (second && *second != *first)
        return Error{Error::Kind::Unusable, Words::tr("The two passphrases are not the same. Try again.")};
    return second;
}

Result<QString> passwordFor(const Invocation &invocation, const desk::MailAccount &account)
{
    if (invocation.has(QLatin1String("password-stdin")))
        return passwordGiven(account);
    const auto passwords = editorial::MailPasswords::ofSystem();
    const auto found = answerTo<Result<std::optional<QString>>>(
        [&](QObject *context, auto then) { passwords->find(account, context, then); });
    if (found && found->has_value())
        return **found;
    if (isAtTerminal())
        return passwordGiven(account);
    const QString why =
        found ? Words::tr("No password is kept for the mail account “%1”.").arg(account.name) : found.error().message;
    return Error{
        Error::Kind::Unusable,
        Words::tr("%1 Keep one with “account DESK password NAME”, or hand it over with --password-stdin.").arg(why)};
}

Result<void> keepPassword(const desk::MailAccount &account, const QString &password)
{
    const auto passwords = editorial::MailPasswords::ofSystem();
    return answerTo<Result<void>>(
        [&](QObject *context, auto then) { passwords->keep(account, password, context, then); });
}

Result<void> forgetPassword(const desk::MailAccount &account)
{
    const auto passwords = editorial::MailPasswords::ofSystem();
    return answerTo<Result<void>>([&](QObject *context, auto then) { passwords->forget(account, context, then); });
}

} // namespace cli
