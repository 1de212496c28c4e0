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

} // namespace storage
