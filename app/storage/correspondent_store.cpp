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
        QStringLiteral("INSERT INTO correspondents (id, scheme, identity, message) VALUES (?, ?, ?, ?)"),
        {correspondent.id.toString(), correspondent.scheme, correspondent.identity, correspondent.message});
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
    for (const desk::CorrespondentId &id : ids) {
        if (!found.contains(id))
            return missingRow();
    }
    return found;
}

} // namespace storage
