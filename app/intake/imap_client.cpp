#include "intake/imap_client.h"

#include "intake/imap_folder_name.h"
#include "intake/imap_words.h"

#include <algorithm>

namespace intake {

namespace {

using base::Result;

constexpr int goodbyeMs = 40;

bool isAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<signed char>(byte) > 0 && byte != '\r' && byte != '\n'; });
}

// LOGIN in parts (RFC 3501, 6.2.3): what is not ASCII goes as a literal, for which the server is waited for.
QByteArrayList loginParts(const QByteArray &user, const QByteArray &password)
{
    QByteArrayList parts{"LOGIN"};
    for (const QByteArray &word : {user, password}) {
        if (isAscii(word)) {
            parts.last() += ' ' + quotedText(word);
        } else {
            parts.last() += " {" + QByteArray::number(word.size()) + '}';
            parts.append(word);
        }
    }
    return parts;
}

// RFC 4616
QByteArray plainSecret(const QString &user, const QString &password)
{
    const QByteArray secret = '\0' + user.toUtf8() + '\0' + password.toUtf8();
    return secret.toBase64();
}

// Whether a server that repeats what it was sent tells the password.
bool tells(const QString &text, const QString &user, const QString &password)
{
    return text.contains(password) || text.contains(QString::fromLatin1(password.toUtf8().toBase64())) ||
           text.contains(QString::fromLatin1(plainSecret(user, password)));
}

} // namespace

ImapClient::ImapClient(ImapTransport &transport, const ImapServer &server, const base::Progress &progress)
    : m_transport(transport), m_server(server), m_stream(transport, server, progress)
{}

Result<void> ImapClient::signIn(const QString &user, const QString &password)
{
    if (const auto greeted = greet(); !greeted)
        return greeted;
    if (!m_transport.isEncrypted()) {
        if (const auto encrypted = startTls(); !encrypted)
            return encrypted;
    }
    if (m_capabilities.isEmpty()) {
        if (const auto asked = askCapabilities(); !asked)
            return asked;
    }
    auto answer = sendPassword(user, password);
    if (!answer)
        return answer.error();
    if (answer->name == "OK") {
        m_capabilities.clear();
        if (answer->code != "CAPABILITY")
            return askCapabilities();
        noteCapabilities(answer->codeArgument);
        return {};
    }
    m_passwordRefused = answer->code.isEmpty() || answer->code == "AUTHENTICATIONFAILED" || answer->code == "ALERT" ||
                        answer->code == "EXPIRED";
    if (tells(answer->text, user, password))
        answer->text.clear();
    return signInRefused(m_server, *answer);
}

Result<void> ImapClient::greet()
{
    if (const auto opened = m_transport.open(); !opened)
        return opened;
    const auto greeting = m_stream.next();
    if (!greeting)
        return greeting.error().kind == base::Error::Kind::Io ? mute(m_server) : greeting.error();
    if (greeting->tag == "*" && greeting->name == "BYE")
        return closedBy(m_server, greeting->text);
    // PREAUTH would sign in without a word, and before STARTTLS at that.
    if (greeting->tag != "*" || greeting->name != "OK")
        return notUnderstood(m_server);
    m_greeted = true;
    if (greeting->code == "CAPABILITY")
        noteCapabilities(greeting->codeArgument);
    return {};
}

Result<void> ImapClient::startTls()
{
    if (m_capabilities.isEmpty()) {
        if (const auto asked = askCapabilities(); !asked)
            return asked;
    }
    if (!can("STARTTLS"))
        return noTls(m_server);
    const auto answer = run({"STARTTLS"});
    if (!answer)
        return answer.error();
    if (answer->name != "OK")
        return noTls(m_server);
    // Whatever stands behind the answer was not encrypted: somebody put it there.
    if (m_stream.hasMore())
        return notUnderstood(m_server);
    m_capabilities.clear();
    return m_transport.encrypt();
}

Result<void> ImapClient::askCapabilities()
{
    const auto answer = run({"CAPABILITY"}, [this](const ImapResponse &response) -> Result<void> {
        if (response.name == "CAPABILITY") {
            QByteArrayList words;
            for (const ImapValue &value : response.values)
                words.append(value.bytes);
            noteCapabilities(words.join(' '));
        }
        return {};
    });
    if (!answer)
        return answer.error();
    return answer->name == "OK" ? Result<void>() : Result<void>(notUnderstood(m_server));
}

void ImapClient::noteCapabilities(const QByteArray &words)
{
    m_capabilities = words.toUpper().split(' ');
}

// Only where nobody can listen.
Result<ImapResponse> ImapClient::sendPassword(const QString &user, const QString &password)
{
    if (!m_transport.isEncrypted())
        return noTls(m_server);
    if (can("AUTH=PLAIN")) {
        const QByteArray secret = plainSecret(user, password);
        return can("SASL-IR") ? run({"AUTHENTICATE PLAIN " + secret}) : run({"AUTHENTICATE PLAIN", secret});
    }
    if (can("LOGINDISABLED"))
        return noPasswordsTaken(m_server);
    return run(loginParts(user.toUtf8(), password.toUtf8()));
}

Result<ImapResponse> ImapClient::run(QByteArrayList parts, const Visit &visit)
{
    const QByteArray tag = 'a' + QByteArray::number(++m_commands);
    parts.first().prepend(tag + ' ');
    for (;;) {
        if (!parts.isEmpty()) {
            if (const auto sent = m_stream.send(parts.takeFirst() + "\r\n"); !sent)
                return sent.error();
        }
        // Until the command is over, or the next part of it is asked for.
        for (bool isAsked = false; !isAsked;) {
            auto response = m_stream.next();
            if (!response)
                return m_farewell.isNull() ? response.error() : closedBy(m_server, m_farewell);
            if (response->tag == tag)
                return response;
            isAsked = response->tag == "+";
            if (isAsked && parts.isEmpty())
                parts.append("*"); // there is no more: RFC 3501, 6.2.2
            if (response->name == "BYE")
                m_farewell = response->text.isNull() ? QStringLiteral("") : response->text;
            if (!isAsked && visit) {
                if (const auto visited = visit(*response); !visited)
                    return visited.error();
            }
        }
    }
}

Result<QStringList> ImapClient::folders()
{
    QStringList names;
    const auto answer = run({"LIST \"\" \"*\""}, [&names](const ImapResponse &response) -> Result<void> {
        if (response.name != "LIST" || response.values.size() < 3)
            return {};
        for (const ImapValue &flag : response.values[0].items) {
            const QByteArray lower = flag.bytes.toLower();
            if (lower == "\\noselect" || lower == "\\nonexistent")
                return {};
        }
        names.append(decodeFolderName(response.values[2].bytes));
        return {};
    });
    if (!answer)
        return answer.error();
    if (answer->name != "OK")
        return refusedBy(m_server, *answer);
    return names;
}

Result<ImapMailbox> ImapClient::open(const QString &folder, Access access)
{
    ImapMailbox mailbox;
    const QByteArray command = access == Access::Read ? "EXAMINE " : "SELECT ";
    const auto answer =
        run({command + quotedText(encodeFolderName(folder))}, [&mailbox](const ImapResponse &response) -> Result<void> {
            if (response.name == "EXISTS")
                mailbox.messages = response.number;
            else if (response.code == "UIDVALIDITY")
                mailbox.uidValidity = response.codeArgument.toLongLong();
            else if (response.code == "UIDNEXT")
                mailbox.uidNext = response.codeArgument.toLongLong();
            return {};
        });
    if (!answer)
        return answer.error();
    if (answer->name == "OK") {
        mailbox.isReadOnly = answer->code == "READ-ONLY";
        m_mailbox = mailbox;
        return mailbox;
    }
    const auto existing = folders();
    if (!existing && existing.error().kind == base::Error::Kind::Cancelled)
        return existing.error();
    return folderRefused(m_server, folder, *answer, existing.value_or(QStringList()));
}

void ImapClient::signOut()
{
    if (!m_greeted)
        return;
    // Nothing depends on the answer.
    const auto sent = m_stream.send('a' + QByteArray::number(++m_commands) + " LOGOUT\r\n");
    if (sent)
        static_cast<void>(m_transport.read(goodbyeMs));
}

} // namespace intake
