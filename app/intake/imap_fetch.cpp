// The messages of a folder: which are there, fetching them, marking and moving them. See imap_client.h.
#include "intake/imap_client.h"
#include "intake/imap_folder_name.h"
#include "intake/imap_words.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace intake {

namespace {

using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::imap_fetch)
};

constexpr qsizetype mostTogether = 50;              // messages of one command
constexpr qint64 bytesTogether = 4LL * 1024 * 1024; // of messages of one command, unless one alone is more
constexpr qsizetype mostListed = 1'000'000;         // a server may not make up more
constexpr qsizetype mostInSet = 200;                // numbers in a command, which must not become too long

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

// "3:5,9" (RFC 3501, 9: sequence-set) of ascending numbers.
QByteArray setOf(const QList<qint64> &uids)
{
    QByteArray set;
    for (qsizetype begin = 0; begin < uids.size();) {
        qsizetype end = begin + 1;
        while (end < uids.size() && uids.at(end) == uids.at(end - 1) + 1)
            ++end;
        if (!set.isEmpty())
            set += ',';
        set += number(uids.at(begin));
        if (end - begin > 1)
            set += ':' + number(uids.at(end - 1));
        begin = end;
    }
    return set;
}

QList<qint64> uidsOf(const QList<ImapListed> &listed)
{
    QList<qint64> uids;
    uids.reserve(listed.size());
    for (const ImapListed &each : listed)
        uids.append(each.uid);
    return uids;
}

// The value behind `name` in the pairs of a FETCH response; null without one. "BODY[]" also finds "BODY[]<0>".
const ImapValue *valueOf(const ImapResponse &response, const QByteArray &name)
{
    if (response.name != "FETCH" || response.values.empty())
        return nullptr;
    const std::vector<ImapValue> &pairs = response.values.front().items;
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2) {
        const QByteArray key = pairs[at].bytes.toUpper();
        if (key == name || key.startsWith(QByteArray(name + '<')))
            return &pairs[at + 1];
    }
    return nullptr;
}

qint64 uidIn(const ImapResponse &response)
{
    const ImapValue *uid = valueOf(response, "UID");
    return uid ? uid->bytes.toLongLong() : 0;
}

} // namespace

Result<QList<ImapListed>> ImapClient::newerThan(qint64 uid)
{
    if (m_mailbox.messages == 0) // some servers find "*" wrong then
        return QList<ImapListed>();
    auto listed = list(number(uid + 1) + ":*");
    // "*" is the last message, even where it is below.
    if (listed)
        listed->removeIf([uid](const ImapListed &each) { return each.uid <= uid; });
    return listed;
}

Result<QList<ImapListed>> ImapClient::among(const QList<qint64> &uids)
{
    QList<ImapListed> all;
    for (qsizetype at = 0; at < uids.size(); at += mostInSet) {
        const auto listed = list(setOf(uids.mid(at, mostInSet)));
        if (!listed)
            return listed;
        all += *listed;
    }
    return all;
}

Result<QList<ImapListed>> ImapClient::list(const QByteArray &set)
{
    QMap<qint64, qint64> sizes; // by UID; a server may speak of a message more than once
    const auto answer = run({"UID FETCH " + set + " (UID RFC822.SIZE)"}, [&](const ImapResponse &response) {
        const ImapValue *size = valueOf(response, "RFC822.SIZE");
        const qint64 uid = uidIn(response);
        if (uid > 0)
            sizes[uid] = std::max(sizes.value(uid), size ? size->bytes.toLongLong() : 0);
        return sizes.size() > mostListed ? Result<void>(notUnderstood(m_server)) : Result<void>();
    });
    if (!answer)
        return answer.error();
    if (answer->name != "OK")
        return refusedBy(m_server, *answer);
    QList<ImapListed> listed;
    listed.reserve(sizes.size());
    for (auto each = sizes.constBegin(); each != sizes.constEnd(); ++each)
        listed.append({each.key(), each.value()});
    return listed;
}

Result<void> ImapClient::fetch(const QList<ImapListed> &listed, const Take &take)
{
    for (qsizetype at = 0; at < listed.size();) {
        QList<ImapListed> together;
        qint64 bytes = 0;
        while (at < listed.size() && together.size() < mostTogether && listed.at(at).size <= m_server.largestLetter) {
            bytes += listed.at(at).size;
            if (bytes > bytesTogether && !together.isEmpty())
                break;
            together.append(listed.at(at++));
        }
        if (together.isEmpty())
            together.append(listed.at(at++));
        else if (const auto fetched = fetchTogether(together, take); !fetched)
            return fetched;
        // What did not come with the others.
        for (const ImapListed &each : std::as_const(together)) {
            if (const auto fetched = fetchOne(each, take); !fetched)
                return fetched;
        }
    }
    return {};
}

// Takes out of `waiting` what comes.
Result<void> ImapClient::fetchTogether(QList<ImapListed> &waiting, const Take &take)
{
    const QByteArray command = "UID FETCH " + setOf(uidsOf(waiting)) + " (UID BODY.PEEK[])";
    const auto answer = run({command}, [&](const ImapResponse &response) -> Result<void> {
        const ImapValue *body = valueOf(response, "BODY[]");
        const qint64 uid = uidIn(response);
        if (!body || body->kind != ImapValue::Kind::Text)
            return {};
        const auto isWaiting = waiting.removeIf([uid](const ImapListed &each) { return each.uid == uid; });
        return isWaiting > 0 ? take({uid, body->bytes, body->size, {}}) : Result<void>();
    });
    return answer ? Result<void>() : Result<void>(answer.error());
}

Result<void> ImapClient::fetchOne(const ImapListed &listed, const Take &take)
{
    const bool isLarge = listed.size > m_server.largestLetter;
    QByteArray command = "UID FETCH " + number(listed.uid) + " (UID BODY.PEEK[]";
    if (isLarge)
        command += "<0." + number(m_server.beginning) + '>';
    ImapMessage message{listed.uid, {}, 0, Words::tr("The server listed this message, but did not give it.")};
    const auto answer = run({command + ')'}, [&](const ImapResponse &response) -> Result<void> {
        const ImapValue *body = valueOf(response, "BODY[]");
        if (body && body->kind == ImapValue::Kind::Text && uidIn(response) == listed.uid)
            message = {listed.uid, body->bytes, isLarge ? listed.size : body->size, {}};
        return {};
    });
    if (!answer)
        return answer.error();
    if (!message.refusal.isEmpty() && answer->name != "OK")
        message.refusal = refusedBy(m_server, *answer).message;
    return take(message);
}

Result<void> ImapClient::change(const QByteArray &command, const QString &moveTo)
{
    const auto answer = run({command});
    if (!answer)
        return answer.error();
    return answer->name == "OK" ? Result<void>() : Result<void>(changeRefused(m_server, moveTo, *answer));
}

Result<void> ImapClient::markRead(const QList<qint64> &uids)
{
    for (qsizetype at = 0; at < uids.size(); at += mostInSet) {
        const QByteArray set = setOf(uids.mid(at, mostInSet));
        if (const auto marked = change("UID STORE " + set + " +FLAGS.SILENT (\\Seen)"); !marked)
            return marked;
    }
    return {};
}

Result<void> ImapClient::move(const QList<qint64> &uids, const QString &folder)
{
    for (qsizetype at = 0; at < uids.size(); at += mostInSet) {
        const QByteArray set = setOf(uids.mid(at, mostInSet));
        const QByteArray target = ' ' + quotedText(encodeFolderName(folder));
        const auto moved =
            can("MOVE") ? change("UID MOVE " + set + target, folder) : moveByCopy(set, folder); // RFC 6851
        if (!moved)
            return moved;
    }
    return {};
}

// For servers that cannot move. Without UIDPLUS (RFC 4315) what was copied stays behind, marked as deleted: to take it
// away would take away what others have marked so, too.
Result<void> ImapClient::moveByCopy(const QByteArray &set, const QString &folder)
{
    const QByteArray target = ' ' + quotedText(encodeFolderName(folder));
    if (const auto copied = change("UID COPY " + set + target, folder); !copied)
        return copied;
    if (const auto marked = change("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)"); !marked)
        return marked;
    return can("UIDPLUS") ? change("UID EXPUNGE " + set) : Result<void>();
}

} // namespace intake
