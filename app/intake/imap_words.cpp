#include "intake/imap_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace intake {

namespace {

using base::Error;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::imap)
};

constexpr qsizetype mostFoldersTold = 20;

// Of a response code (RFC 3501, 7.1; RFC 5530) what it means for the person.
struct Meaning {
    const char *code;
    const char *text;
};
#define TEXT(words) QT_TRANSLATE_NOOP("intake::imap", words)
constexpr std::array meanings{
    Meaning{"UNAVAILABLE", TEXT("The server %1 cannot do this at the moment. Try again later.")},
    Meaning{"INUSE", TEXT("The server %1 says that another program has the mailbox to itself. Try again later.")},
    Meaning{"LIMIT", TEXT("The server %1 has reached a limit of yours or of its own. Close other mail programs, or try "
                          "again later.")},
    Meaning{"OVERQUOTA", TEXT("The mailbox on the server %1 is full. Make room there, and try again.")},
    Meaning{"EXPIRED", TEXT("The server %1 no longer takes this password: it has expired. Set a new one with your mail "
                            "provider.")},
    Meaning{"AUTHORIZATIONFAILED", TEXT("The server %1 knows you, but does not let you into this mailbox. Ask whoever "
                                        "runs it.")},
    Meaning{"CONTACTADMIN", TEXT("The server %1 wants you to talk to whoever runs it.")},
    Meaning{"NOPERM", TEXT("The server %1 does not allow you this. Ask whoever runs it.")},
    Meaning{"SERVERBUG", TEXT("The server %1 has a fault of its own. Try again later.")},
    Meaning{"CORRUPTION", TEXT("The server %1 finds the mailbox damaged. Ask whoever runs it.")},
};
#undef TEXT

// The message, and behind it what the server has to say.
QString withSaying(const QString &message, const QString &saying)
{
    return saying.isEmpty() ? message : Words::tr("%1 The server says: “%2”").arg(message, saying);
}

Error refused(const ImapServer &server, const QString &otherwise, const ImapResponse &response)
{
    QString message = otherwise;
    const auto known = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const Meaning &meaning) { return response.code == meaning.code; });
    if (known != meanings.end())
        message = QCoreApplication::translate("intake::imap", known->text).arg(server.host);
    return {Error::Kind::Refused, withSaying(message, response.text),
            QStringLiteral("imap: %1 %2").arg(QString::fromLatin1(response.name), QString::fromLatin1(response.code))};
}

} // namespace

Error cancelled()
{
    return {Error::Kind::Cancelled, Words::tr("Stopped.")};
}

Error mute(const ImapServer &server)
{
    return {
        Error::Kind::Io,
        Words::tr("The server %1 has nothing to say at port %2. Check the port, and whether it is TLS (usually 993) "
                  "or STARTTLS (usually 143).")
            .arg(server.host)
            .arg(server.port)};
}

Error silent(const ImapServer &server)
{
    return {Error::Kind::Io, Words::tr("The server %1 does not answer any more. Try again later.").arg(server.host)};
}

Error cutOff(const ImapServer &server)
{
    return {Error::Kind::Io, Words::tr("The connection to the server %1 broke off. Try again.").arg(server.host)};
}

Error closedBy(const ImapServer &server, const QString &farewell)
{
    return {Error::Kind::Io,
            withSaying(Words::tr("The server %1 ended the connection. Try again later.").arg(server.host), farewell)};
}

Error notUnderstood(const ImapServer &server)
{
    return {Error::Kind::Unusable,
            Words::tr("What the server %1 answers is not what a mail server (IMAP) says. Check its name and port.")
                .arg(server.host)};
}

Error noTls(const ImapServer &server)
{
    return {Error::Kind::Refused,
            Words::tr("The server %1 does not offer STARTTLS at port %2, so others could read the password on its way. "
                      "It was not sent. Choose TLS, which usually has port 993.")
                .arg(server.host)
                .arg(server.port)};
}

Error noPasswordsTaken(const ImapServer &server)
{
    return {Error::Kind::Refused,
            Words::tr("The server %1 takes no passwords from mail programs. Look in the settings of your mail provider "
                      "whether IMAP with a password can be allowed.")
                .arg(server.host)};
}

Error signInRefused(const ImapServer &server, const ImapResponse &response)
{
    return refused(server,
                   Words::tr("The server %1 does not take this user name with this password. Check both. Some "
                             "providers want a password of its own for every mail program, to be made in their "
                             "settings.")
                       .arg(server.host),
                   response);
}

Error folderRefused(const ImapServer &server, const QString &folder, const ImapResponse &response,
                    const QStringList &existing)
{
    if (existing.isEmpty() || existing.contains(folder))
        return refused(server, Words::tr("The server %1 does not open the folder “%2”.").arg(server.host, folder),
                       response);
    QString names = existing.mid(0, mostFoldersTold).join(QLatin1String(", "));
    if (existing.size() > mostFoldersTold)
        names += QStringLiteral(", …");
    return {Error::Kind::NotFound,
            Words::tr("There is no folder “%1” on the server %2. There are: %3.").arg(folder, server.host, names)};
}

Error refusedBy(const ImapServer &server, const ImapResponse &response)
{
    return refused(server, Words::tr("The server %1 refuses to do this.").arg(server.host), response);
}

Error changeRefused(const ImapServer &server, const QString &moveTo, const ImapResponse &response)
{
    if (response.code == "TRYCREATE" || response.code == "NONEXISTENT")
        return {
            Error::Kind::NotFound,
            Words::tr("There is no folder “%1” on the server %2 to move letters to. Make it with your mail program, "
                      "or choose another.")
                .arg(moveTo, server.host)};
    return refusedBy(server, response);
}

Error onlyReadable(const QString &folder)
{
    return {Error::Kind::Refused,
            Words::tr("You may only read the folder “%1” on the server, so nothing can be marked or moved there.")
                .arg(folder)};
}

} // namespace intake
