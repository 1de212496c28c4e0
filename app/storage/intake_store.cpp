#include "storage/intake_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

#include <array>

namespace storage {

namespace {

using base::Result;
using desk::Forwarding;
using desk::LetterId;

constexpr std::array decisions{std::pair{Forwarding::Decision::Open, QLatin1String("open")},
                               std::pair{Forwarding::Decision::Taken, QLatin1String("taken")},
                               std::pair{Forwarding::Decision::Kept, QLatin1String("kept")}};

QString storedName(Forwarding::Decision decision)
{
    for (const auto &[value, name] : decisions) {
        if (value == decision)
            return name;
    }
    return {};
}

Forwarding::Decision storedDecision(const QString &stored)
{
    for (const auto &[value, name] : decisions) {
        if (stored == name)
            return value;
    }
    return Forwarding::Decision::Open;
}

} // namespace

IntakeStore::IntakeStore(Connection &connection) : m_connection(connection) {}

Result<void> IntakeStore::addReferences(const LetterId &letter, const QStringList &messageKeys)
{
    Step step(m_connection);
    const Result<qint64> number = m_connection.numberOf("letters", letter.toString());
    if (!number)
        return number.error();
    qint64 position = 0;
    for (const QString &key : messageKeys) {
        const Result<qint64> added = m_connection.execute(
            QStringLiteral("INSERT INTO letter_references (letter, position, message_key) VALUES (?, ?, ?)"),
            {*number, position++, key});
        if (!added)
            return added.error();
    }
    return step.commit();
}

Result<QStringList> IntakeStore::references(const LetterId &letter)
{
    QStringList keys;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT message_key FROM letter_references WHERE letter = (SELECT number FROM "
                                         "letters WHERE id = ?) ORDER BY position"),
                          {letter.toString()}, [&keys](const Row &row) { keys.append(row.text(0)); });
    if (!read)
        return read.error();
    return keys;
}

Result<std::optional<LetterId>> IntakeStore::referenced(const QStringList &messageKeys)
{
    for (qsizetype at = messageKeys.size() - 1; at >= 0; --at) {
        const auto found = m_connection.first(
            QStringLiteral(
                "SELECT id FROM letters WHERE message_key = ? AND message_key <> '' ORDER BY number LIMIT 1"),
            {messageKeys.at(at)}, [](const Row &row) { return row.id<LetterId>(0); });
        if (!found || *found)
            return found;
    }
    return std::optional<LetterId>();
}

Result<qint64> IntakeStore::linkFollowers(const LetterId &letter, const QString &messageKey)
{
    // Hardly ever is there one, and asking costs far less than an update.
    const Result<qint64> followers = m_connection.number(
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM letter_references WHERE message_key = ?)"), {messageKey});
    if (!followers || *followers == 0)
        return followers;
    const Result<qint64> number = m_connection.numberOf("letters", letter.toString());
    if (!number)
        return number.error();
    return m_connection.execute(
        QStringLiteral("UPDATE letters SET follows = ? WHERE follows IS NULL AND number <> ? AND number IN (SELECT "
                       "letter FROM letter_references WHERE message_key = ?)"),
        {*number, *number, messageKey});
}

Result<void> IntakeStore::addForwarding(const LetterId &letter, const Forwarding &forwarding)
{
    const Result<qint64> number = m_connection.numberOf("letters", letter.toString());
    if (!number)
        return number.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral(
            "INSERT INTO letter_forwardings (letter, decision, other, subject, text) VALUES (?, ?, ?, ?, ?)"),
        {*number, storedName(forwarding.decision), forwarding.other.toString(), forwarding.subject, forwarding.text});
    if (!added)
        return added.error();
    return {};
}

Result<std::optional<Forwarding>> IntakeStore::forwarding(const LetterId &letter)
{
    return m_connection.first(
        QStringLiteral("SELECT decision, other, subject, text FROM letter_forwardings WHERE letter = (SELECT number "
                       "FROM letters WHERE id = ?)"),
        {letter.toString()}, [](const Row &row) {
            return Forwarding{storedDecision(row.text(0)), row.id<desk::CorrespondentId>(1), row.text(2), row.text(3)};
        });
}

Result<void> IntakeStore::decideForwarding(const LetterId &letter, Forwarding::Decision decision)
{
    Step step(m_connection);
    const auto before = forwarding(letter);
    if (!before)
        return before.error();
    if (!*before)
        return missingRow();
    const bool wasTaken = (*before)->decision == Forwarding::Decision::Taken;
    if (wasTaken != (decision == Forwarding::Decision::Taken)) {
        if (const auto swapped = swapCorrespondents(letter); !swapped)
            return swapped;
    }
    const Result<qint64> changed =
        m_connection.execute(QStringLiteral("UPDATE letter_forwardings SET decision = ? WHERE letter = (SELECT number "
                                            "FROM letters WHERE id = ?)"),
                             {storedName(decision), letter.toString()});
    if (!changed)
        return changed.error();
    return step.commit();
}

Result<void> IntakeStore::swapCorrespondents(const LetterId &letter)
{
    const auto own = m_connection.first(QStringLiteral("SELECT correspondent, number FROM letters WHERE id = ?"),
                                        {letter.toString()}, [](const Row &row) {
                                            return std::pair{row.text(0), row.number(1)};
                                        });
    if (!own)
        return own.error();
    if (!*own)
        return missingRow();
    const auto [correspondent, number] = **own;
    const Result<qint64> given =
        m_connection.execute(QStringLiteral("UPDATE letters SET correspondent = (SELECT other FROM letter_forwardings "
                                            "WHERE letter = number), version = version + 1 WHERE number = ?"),
                             {number});
    if (!given)
        return given.error();
    const Result<qint64> kept = m_connection.execute(
        QStringLiteral("UPDATE letter_forwardings SET other = ? WHERE letter = ?"), {correspondent, number});
    if (!kept)
        return kept.error();
    return {};
}

} // namespace storage
