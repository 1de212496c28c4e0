#include "storage/correspondent_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

namespace storage {

using base::Result;
using privacy::SealedCorrespondent;

CorrespondentStore::CorrespondentStore(Connection &connection) : m_connection(connection) {}

Result<void> CorrespondentStore::add(const SealedCorrespondent &correspondent)
{
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO correspondents (id, scheme, identity, message, writer_key) VALUES (?, ?, ?, ?, ?)"),
        {correspondent.id.toString(), correspondent.scheme, correspondent.identity, correspondent.message,
         correspondent.writerKey});
    if (!added)
        return added.error();
    return {};
}

Result<SealedCorrespondent> CorrespondentStore::correspondent(const desk::CorrespondentId &id, bool withMessage)
{
    const QString sql = withMessage
                            ? QStringLiteral("SELECT scheme, identity, message FROM correspondents WHERE id = ?")
                            : QStringLiteral("SELECT scheme, identity, x'' FROM correspondents WHERE id = ?");
    const auto found = m_connection.first(sql, {id.toString()}, [&id](const Row &row) {
        return SealedCorrespondent{id, row.text(0), row.bytes(1), row.bytes(2)};
    });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

Result<QList<desk::CorrespondentId>> CorrespondentStore::page(const desk::CorrespondentId &after, qint64 limit)
{
    QList<desk::CorrespondentId> ids;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id FROM correspondents WHERE number > ifnull((SELECT number FROM correspondents WHERE "
                       "id = ?), 0) ORDER BY number LIMIT ?"),
        {after.toString(), limit}, [&ids](const Row &row) { ids.append(row.id<desk::CorrespondentId>(0)); });
    if (!read)
        return read.error();
    return ids;
}

Result<QByteArray> CorrespondentStore::secret()
{
    const auto found = m_connection.first(QStringLiteral("SELECT secret FROM vault_secret"), {},
                                          [](const Row &row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

Result<std::optional<desk::LetterId>> CorrespondentStore::latestLetterBy(const QByteArray &writerKey)
{
    if (writerKey.isEmpty())
        return std::optional<desk::LetterId>();
    return m_connection.first(
        QStringLiteral("SELECT id FROM letters WHERE number = (SELECT max(letters.number) FROM correspondents JOIN "
                       "letters ON letters.correspondent = correspondents.id WHERE writer_key = ? AND writer_key <> "
                       "x'')"),
        {writerKey}, [](const Row &row) { return row.id<desk::LetterId>(0); });
}

Result<QList<SealedCorrespondent>> CorrespondentStore::withoutKey(qint64 limit)
{
    QList<SealedCorrespondent> found;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id, scheme, identity FROM correspondents WHERE writer_key IS NULL ORDER BY number "
                       "LIMIT ?"),
        {limit}, [&found](const Row &row) {
            found.append({row.id<desk::CorrespondentId>(0), row.text(1), row.bytes(2), {}});
        });
    if (!read)
        return read.error();
    return found;
}

Result<void> CorrespondentStore::setKey(const desk::CorrespondentId &id, const QByteArray &writerKey)
{
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE correspondents SET writer_key = ? WHERE id = ?"), {writerKey, id.toString()});
    if (!changed)
        return changed.error();
    return {};
}

Result<QHash<desk::CorrespondentId, SealedCorrespondent>>
CorrespondentStore::identities(const QList<desk::CorrespondentId> &ids)
{
    QHash<desk::CorrespondentId, SealedCorrespondent> found;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT correspondents.id, scheme, identity FROM json_each(?) AS listed JOIN correspondents ON "
                       "correspondents.id = listed.value"),
        {idList(ids)}, [&found](const Row &row) {
            const auto id = row.id<desk::CorrespondentId>(0);
            found.insert(id, {id, row.text(1), row.bytes(2), {}});
        });
    if (!read)
        return read.error();
    return found;
}

} // namespace storage
